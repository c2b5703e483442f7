/** Lines of lists: what is public of a record or a report, in a few words. */
import { sentenceOf } from '../sentence/index.ts';
import type { HeldRecord, HeldReport, PublicSpeaker, RecordLine, ReportAbout, ReportLine } from '../types.ts';
import { publisherOf } from './claims.ts';
import { openReports, type WithheldCache } from './open.ts';
import { type BareRecord, bareRecord } from './record.ts';
import { BUNDLED, type Gate } from './release.ts';
import { shownOf, standfirstOf, titleRuns } from './report.ts';
import { scrub } from './scrub.ts';
import { stamp } from './stamp.ts';

const reportLine = (
  held: HeldReport,
  /** Records that rest on it. */
  joined: readonly HeldRecord[],
  gate: Gate,
  cache: WithheldCache,
): ReportLine | undefined => {
  // What a record withholds goes from the lines of every report that it rests on.
  const others = joined.flatMap((one) => one.reports).filter((report) => report.report.id !== held.report.id);
  const records = [...held.records, ...joined.map((one) => one.record)];
  const { byId, veil } = openReports([held, ...new Set(others)], records, gate, cache);
  const opened = byId.get(held.report.id)!;
  const shown = shownOf(opened, held.records);
  if (!opened.owner && shown.claims.length === 0) return undefined;
  const { issued, language } = held.reading.report;
  const publisher = publisherOf(opened);
  const standfirst = standfirstOf(opened, shown);
  const line = {
    id: held.report.id,
    language,
    title: titleRuns(opened, shown),
    ...(publisher ? { publisher } : {}),
    issued: {
      ...(issued.earliest ? { earliest: issued.earliest } : {}),
      ...(issued.latest ? { latest: issued.latest } : {}),
    },
    claims: !opened.owner && shown.terms === 'link' ? 0 : shown.claims.length,
    ...(standfirst ? { standfirst: standfirst.runs, standfirstLanguage: standfirst.language } : {}),
    bundled: held.report.publisher === BUNDLED,
  };
  return stamp<ReportLine>(opened.owner ? line : scrub(line, veil));
};

/** Who says so, nearest first, each once; the publisher where a claim is the report's own voice. */
const speakersOf = (record: BareRecord): PublicSpeaker[] => {
  const seen = new Map<string, PublicSpeaker>();
  for (const claim of record.claims)
    for (const speaker of claim.speakers.length > 0 ? claim.speakers : claim.publisher ? [claim.publisher] : [])
      seen.set(speaker.id ?? JSON.stringify(speaker.name), speaker);
  return [...seen.values()];
};

/** The first claim that has words to show; one that supports the record before one that disputes it. */
const wordsOf = (record: BareRecord): Pick<RecordLine, 'words'> => {
  const shown = record.claims.filter(({ quote }) => quote.length > 0);
  const claim = shown.find(({ stance }) => stance === 'supports') ?? shown[0];
  if (!claim) return {};
  const { quote, quoteLanguage, reportId, id } = claim;
  return { words: { quote, language: quoteLanguage, reportId, claimId: id } };
};

export const recordLine = (record: BareRecord): RecordLine =>
  stamp<RecordLine>({
    id: record.id,
    type: record.type,
    label: record.label,
    sentence: record.sentence,
    ...(record.headline ? { headline: record.headline } : {}),
    time: record.time,
    modality: record.modality,
    places: record.places,
    review: record.review,
    speakers: speakersOf(record),
    ...wordsOf(record),
  });

type Ids = Record<'records' | 'places' | 'actors', Set<string>>;

/** Sentences of a brief: what is news, what counts the dead or injured first. */
const briefOf = (records: readonly BareRecord[], gate: Gate): ReportAbout['brief'] => {
  const weight = (record: BareRecord): number => Number(record.tolls.length > 0) - 2 * Number(record.background);
  const first = records
    .filter((record) => !record.type.startsWith('assessment.'))
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, 2);
  if (first.length === 0) return undefined;
  // With who says so: nothing else on the line names them.
  const told = first.map((record) => sentenceOf(record, gate.vocabulary, 'claim'));
  const say = (language: 'en' | 'ar'): string => [...new Set(told.map((one) => one[language]))].join(' ');
  return { en: say('en'), ar: say('ar') };
};

/** What the public records of each report are of, so that a page can name others of the same event, actor or place. */
const aboutReports = (records: readonly BareRecord[], gate: Gate): ReadonlyMap<string, ReportAbout> => {
  const found = new Map<string, { readonly ids: Ids; readonly of: BareRecord[] }>();
  for (const record of records)
    for (const id of new Set(record.claims.map((claim) => claim.reportId))) {
      const known = found.get(id) ?? { ids: { records: new Set(), places: new Set(), actors: new Set() }, of: [] };
      found.set(id, known);
      known.of.push(record);
      known.ids.records.add(record.id);
      for (const place of record.places) if (place.id) known.ids.places.add(place.id);
      for (const actor of [...record.agents, ...record.targets]) if (actor.id) known.ids.actors.add(actor.id);
    }
  return new Map(
    [...found].map(([id, { ids, of }]) => {
      const brief = briefOf(of, gate);
      const about = { records: [...ids.records], places: [...ids.places], actors: [...ids.actors] };
      return [id, { ...about, ...(brief ? { brief } : {}) }];
    }),
  );
};

/** Lines of records in their order; those that are not for this view are left out. @param quoted with the words of a claim */
export const recordLines = (
  heldRecords: readonly HeldRecord[],
  gate: Gate,
  cache: WithheldCache,
  quoted = false,
): readonly RecordLine[] =>
  heldRecords.flatMap((held) => {
    const record = bareRecord(held, gate, cache, !quoted);
    return record ? [recordLine(record)] : [];
  });

/** Lines of reports in their order. @param joined records that rest on them, each with all its reports */
export const reportLines = (
  heldReports: readonly HeldReport[],
  joined: readonly HeldRecord[],
  gate: Gate,
  cache: WithheldCache,
): readonly ReportLine[] => {
  const records = joined.flatMap((held) => bareRecord(held, gate, cache, true) ?? []);
  const about = aboutReports(records, gate);
  return heldReports.flatMap((held) => {
    const resting = joined.filter((one) => one.reports.some(({ report }) => report.id === held.report.id));
    const line = reportLine(held, resting, gate, cache);
    const known = line && about.get(line.id);
    return line ? [known ? stamp<ReportLine>({ ...line, about: known }) : line] : [];
  });
};
