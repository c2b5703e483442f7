/** Held record → the record as it may be shown. */
import type { Bilingual, EventRecord, RecordClaim, Span } from '../../model/index.ts';
import { drawMap } from '../map/index.ts';
import { sentenceOf } from '../sentence/index.ts';
import type {
  HeldRecord,
  Name,
  PublicActor,
  PublicClaim,
  PublicCorrection,
  PublicCount,
  PublicRecord,
} from '../types.ts';
import { captureOf } from './changes.ts';
import { cleanPlace, labelOf, type Opened, publicClaim, publisherOf } from './claims.ts';
import { cleanName, knownActor, languageOf, nameIn, nameOf, roleOf } from './names.ts';
import { openReports, type WithheldCache } from './open.ts';
import { careOf, distinctPlaces, publicPlace } from './places.ts';
import { claimIsDelayed, type Gate, isReleased } from './release.ts';
import { shownOf, titleRuns } from './report.ts';
import { cutRuns } from './runs.ts';
import { scrub } from './scrub.ts';
import { stamp } from './stamp.ts';
import type { Veil } from './veil.ts';
import { headFinder, heldPlacesOf } from './withhold.ts';

type Stated = PublicRecord['claims'][number];

const recordActor = (
  actor: EventRecord['agents'][number],
  head: (words: string) => string | undefined,
  gate: Gate,
  veil: Veil,
): PublicActor => {
  const owner = gate.view.audience === 'owner';
  if (actor.private && !owner && gate.rules.hidesPrivatePersons)
    return { name: roleOf([actor.names.en, actor.names.ar].map((name) => name && head(name)).find(Boolean)) };
  const known = actor.actor ? knownActor(actor.actor, gate.knowledge, veil) : undefined;
  return known ?? { ...(actor.actor ? { id: actor.actor } : {}), name: cleanName(actor.names, veil) };
};

const countOf = (
  { low, high, who }: Omit<EventRecord['tolls'][number], 'harm' | 'claims'>,
  veil: Veil,
): PublicCount => ({
  low,
  ...(high === undefined ? {} : { high }),
  ...(who ? { who: cleanName(who, veil) } : {}),
});

const facilityOf = (facility: EventRecord['facilities'][number], gate: Gate, veil: Veil): Name => {
  const said = nameIn(languageOf(facility.text), veil.clean(facility.text));
  if (!gate.rules.coarsensFacility(facility.head)) return said;
  const kind = gate.rules.facilityName(facility.head);
  return gate.view.audience === 'owner' ? { ...kind, ...said } : kind;
};

/** A claim whose report is not at hand, or whose reading has changed: what the record itself kept of it. */
const keptClaim = (claim: RecordClaim, record: EventRecord, gate: Gate, veil: Veil, quoted: boolean): PublicClaim => {
  const source = claim.publisher ? gate.knowledge.sourceOf(claim.publisher) : undefined;
  const { text } = claim.quote;
  const owner = gate.view.audience === 'owner';
  return {
    id: claim.claimId,
    type: record.type,
    label: labelOf(record.type, gate.knowledge.ontology),
    quote: quoted ? cutRuns(text, 0, text.length, { claims: [], withheld: veil.spansIn(text) }) : [],
    quoteLanguage: languageOf(text),
    reportId: claim.reportId,
    agents: [],
    targets: [],
    facilities: [],
    places: [],
    time: record.time,
    timeBasis: record.timeBasis,
    tolls: [],
    speakers: claim.speakers.map((speaker) => {
      if (speaker.private && !owner && gate.rules.hidesPrivatePersons) return { name: roleOf(undefined) };
      const known = speaker.actor ? knownActor(speaker.actor, gate.knowledge, veil) : undefined;
      return known ?? { name: nameIn(languageOf(speaker.text), veil.clean(speaker.text)) };
    }),
    ...(source ? { publisher: { id: source.id, name: nameOf(source.names) } } : {}),
    modality: claim.modality,
    background: record.background,
    confidence: record.confidence,
    review: record.review,
    recordId: record.id,
  };
};

const statedClaim = (
  claim: RecordClaim,
  record: EventRecord,
  opened: Opened | undefined,
  gate: Gate,
  veil: Veil,
  brief: boolean,
): Stated | undefined => {
  const { stance } = claim;
  const owner = gate.view.audience === 'owner';
  if (!opened) return { ...keptClaim(claim, record, gate, veil, owner), stance, reportTitle: [] };
  const { held } = opened;
  const read = held.reading.claims.find((one) => one.id === claim.claimId && sameQuote(one.quote, claim.quote));
  const shown = brief ? undefined : shownOf(opened, [record]);
  const quoted = shown !== undefined && (owner || shown.terms !== 'link');
  const reportTitle = shown ? titleRuns(opened, shown) : [];
  if (!read) return { ...keptClaim(claim, record, gate, veil, quoted), stance, reportTitle };
  if (!owner && claimIsDelayed(read, held, gate)) return undefined;
  const publisher = publisherOf(opened);
  return {
    ...publicClaim(opened, read, record, quoted),
    ...(publisher ? { publisher } : {}),
    stance,
    reportTitle,
    ...(brief ? {} : { capture: captureOf(held.capture, veil) }),
  };
};

const sameQuote = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** What people corrected of a record, newest first, with their reason as far as it may be told. */
const decided = (
  { record, versions, decisions = [] }: HeldRecord,
  sentence: Bilingual,
  veil: Veil,
): PublicCorrection[] => {
  // Who confirms a record corrects nothing of it.
  const confirmed = new Set(decisions.filter((one) => one.act === 'confirm').map((one) => one.version + 1));
  return versions
    .filter(({ by, version }) => by === 'person' && version <= record.version && !confirmed.has(version))
    .map(({ version, madeAt }): PublicCorrection => {
      const why = decisions.find((one) => one.version === version - 1 && one.act !== 'release')?.why;
      const now = version === record.version ? { sentence } : {};
      return { recordId: record.id, version, at: madeAt, ...now, ...(why ? { why: veil.clean(why) } : {}) };
    })
    .sort((a, b) => b.version - a.version);
};

/** How many reports support a record, and how many texts they are: five papers that print one agency's are one origin. */
const supportOf = (claims: readonly Stated[], reports: HeldRecord['reports']): PublicRecord['support'] => {
  const origins = new Map(reports.map(({ report, origin }) => [report.id, origin ?? report.id]));
  const supporting = new Set(claims.filter((claim) => claim.stance === 'supports').map((claim) => claim.reportId));
  return { reports: supporting.size, origins: new Set([...supporting].map((id) => origins.get(id) ?? id)).size };
};

export type BareRecord = Omit<PublicRecord, symbol | 'map'>;

/**
 * All of a public record but its map; `undefined` where there is no such record for this view.
 * @param brief without quotes and titles of reports, which a line of a list does not show
 */
export const bareRecord = (
  held: HeldRecord,
  gate: Gate,
  cache: WithheldCache,
  brief = false,
): BareRecord | undefined => {
  const { record, reports } = held;
  if (!isReleased(record, reports, gate)) return undefined;
  const owner = gate.view.audience === 'owner';
  const others = reports.flatMap((report) => report.records.filter((one) => one.id !== record.id));
  // Each once, in an order that is the same for every record of these reports, so that they are opened once for all.
  const byName = new Map([record, ...others].map((one) => [`${one.id}/${one.version}`, one]));
  const bearing = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  const { byId, veil } = openReports(reports, bearing, gate, cache);
  const claims = record.claims
    .map((claim) => statedClaim(claim, record, byId.get(claim.reportId), gate, veil, brief))
    .filter((claim): claim is Stated => claim !== undefined);
  if (!owner && claims.length === 0) return undefined;
  const head = headFinder(record, new Map(reports.map((one) => [one.report.id, one.reading])));
  const actors = (list: EventRecord['agents']): PublicActor[] =>
    list.map((actor) => recordActor(actor, head, gate, veil));
  const entry = gate.knowledge.ontology.find((one) => one.id === record.type);
  const label = labelOf(record.type, gate.knowledge.ontology);
  const places = distinctPlaces(
    heldPlacesOf(record, gate.rules).map((place) => {
      const care = owner ? 'open' : careOf(place, gate.knowledge, gate.rules);
      return cleanPlace(publicPlace(place, care, gate.knowledge), veil);
    }),
  );
  const values = {
    id: record.id,
    version: record.version,
    versions: held.versions.map(({ version, madeAt, by }) => ({ version, madeAt, by })),
    type: record.type,
    label,
    definition: entry?.definition ?? label,
    ...(record.change ? { change: record.change } : {}),
    agents: actors(record.agents),
    targets: actors(record.targets),
    facilities: record.facilities.map((facility) => facilityOf(facility, gate, veil)),
    places,
    time: record.time,
    timeBasis: record.timeBasis,
    tolls: record.tolls.map((toll) => ({
      harm: toll.harm,
      ...countOf(toll, veil),
      ...(toll.including ? { including: toll.including.map((part) => countOf(part, veil)) } : {}),
      claims: toll.claims.map((i) => record.claims[i]?.claimId).filter((id): id is string => id !== undefined),
    })),
    modality: record.modality,
    ...(record.status ? { status: record.status } : {}),
    background: record.background,
    confidence: record.confidence,
    review: record.review,
    support: supportOf(claims, reports),
    claims,
  };
  const clean = owner ? values : scrub(values, veil);
  const sentence = sentenceOf(clean, gate.vocabulary);
  const headline = sentenceOf(clean, gate.vocabulary, 'headline');
  const title = brief ? undefined : sentenceOf(clean, gate.vocabulary, 'claim');
  const corrections = brief ? [] : decided(held, sentence, veil);
  return {
    ...clean,
    sentence,
    headline,
    ...(title ? { title } : {}),
    ...(corrections.length > 0 ? { corrections } : {}),
  };
};

export const publicRecord = (held: HeldRecord, gate: Gate, cache: WithheldCache): PublicRecord | undefined => {
  const bare = bareRecord(held, gate, cache);
  if (!bare) return undefined;
  const map = drawMap(bare.places, gate.view.language);
  return stamp<PublicRecord>({ ...bare, ...(map ? { map } : {}) });
};
