/** Records and reports → what lists and searches ask of them. Pure. The owner's entries; the gate's side makes the public's. */
import { fold, languageByScript } from '../language/index.ts';
import type { EventRecord, Interval, Language, Reading, Report } from '../model/index.ts';

/** Words to be found by, told apart by language for their stems; `head` weighs more than `body`. */
export type Words = Readonly<Record<Language, { readonly head: string; readonly body: string }>>;

type Listed = {
  readonly id: string;
  /** Ids in data/actors, agents and targets alike. */
  readonly actors: readonly string[];
  /** Ids of places, in any role. */
  readonly places: readonly string[];
  readonly earliest?: string;
  readonly latest?: string;
  readonly day: string;
  readonly words: Words;
};

export type RecordEntry = Listed & {
  readonly version: number;
  readonly type: string;
  readonly speakers: readonly string[];
  readonly sources: readonly string[];
  readonly languages: readonly string[];
  readonly reports: readonly string[];
  readonly review: EventRecord['review'];
  readonly change?: string;
  readonly status?: string;
  readonly modality: string;
  readonly background: boolean;
};

export type ReportEntry = Listed & {
  readonly readingId: string;
  readonly language: Language;
  readonly source?: string;
  readonly types: readonly string[];
  readonly claims: number;
};

/** `violence.airstrike` → `violence` */
export const familyOf = (type: string): string => type.split('.')[0] ?? type;

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/**
 * Spelling under which words are kept and looked for. The Arabic stemmer of PostgreSQL takes «-ات» off a noun only where
 * «ال-» stands before it, so that مستودعات would not be found by مستودع; it is taken off here.
 */
export const searchForm = (text: string): string =>
  fold(text).replace(/([\u0621-\u064a]{4})ات(?![\u0621-\u064a])/gu, '$1');

/** Texts in either language → words to be found by. */
export const wordsOf = (head: readonly (string | undefined)[], body: readonly (string | undefined)[]): Words => {
  const told = (texts: readonly (string | undefined)[], language: Language): string =>
    unique(texts.flatMap((text) => (text && languageByScript(text) === language ? searchForm(text) : []))).join('\n');
  return {
    en: { head: told(head, 'en'), body: told(body, 'en') },
    ar: { head: told(head, 'ar'), body: told(body, 'ar') },
  };
};

const boundsOf = ({ earliest, latest }: Pick<Interval, 'earliest' | 'latest'>) => ({
  ...(earliest && { earliest }),
  ...(latest && { latest }),
});

/** What the owner finds a record by: everything in it. */
export const entryOfRecord = (record: EventRecord): RecordEntry => {
  const actors = [...record.agents, ...record.targets];
  const { change, status } = record;
  return {
    id: record.id,
    version: record.version,
    type: record.type,
    actors: unique(actors.flatMap((one) => one.actor ?? [])),
    speakers: unique(record.claims.flatMap((claim) => claim.speakers.flatMap((speaker) => speaker.actor ?? []))),
    places: unique(record.places.map((one) => one.place.id)),
    sources: unique(record.claims.flatMap((claim) => claim.publisher ?? [])),
    languages: unique(record.claims.map((claim) => languageByScript(claim.quote.text))),
    reports: unique(record.claims.map((claim) => claim.reportId)),
    ...boundsOf(record.time),
    day: record.time.latest ?? record.time.earliest ?? record.madeAt.slice(0, 10),
    review: record.review,
    ...(change && { change }),
    ...(status && { status }),
    modality: record.modality,
    background: record.background,
    words: wordsOf(
      [
        ...actors.flatMap((one) => [one.names.en, one.names.ar]),
        ...record.places.flatMap(({ place }) => [place.name.en, place.name.ar]),
      ],
      [
        ...record.claims.map((claim) => claim.quote.text),
        ...record.claims.flatMap((claim) => claim.speakers.map((speaker) => speaker.text)),
        ...record.facilities.map((one) => one.text),
      ],
    ),
  };
};

/**
 * What the owner finds a report by: its whole text, and all that was read in it.
 * @param addedAt ISO date or date-time
 */
export const entryOfReport = (report: Report, reading: Reading, addedAt: string): ReportEntry => {
  const { issued, title, language, publisher } = reading.report;
  const source = report.publisher ?? publisher;
  return {
    id: report.id,
    readingId: reading.readingId,
    language,
    ...(source && { source }),
    actors: unique(reading.mentions.flatMap((mention) => mention.actor ?? [])),
    places: unique(reading.mentions.flatMap((mention) => mention.place?.id ?? [])),
    types: unique(reading.claims.map((claim) => claim.type)),
    claims: reading.claims.length,
    ...boundsOf(issued),
    day: issued.latest ?? issued.earliest ?? addedAt.slice(0, 10),
    words: wordsOf(
      [report.title, title && report.text.slice(title.start, title.end)],
      // By paragraph, since a report may quote the other language.
      report.text.split('\n'),
    ),
  };
};
