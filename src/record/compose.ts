/** One claim → a record of it. Values keep the claims they are said in. */
import { languageByScript } from '../language/index.ts';
import {
  type Anchor,
  type Claim,
  type EventRecord,
  type Mention,
  type Reading,
  type RecordActor,
  type RecordClaim,
  type RecordPlace,
  type Report,
  recordIdOf,
} from '../model/index.ts';
import { mergeActors, mergeBy, mergePlaces } from './merge.ts';

/** What matching knows of the world, out of the reader's data. */
export type MatchKnowledge = {
  readonly actorName: (id: string) => { readonly en?: string; readonly ar?: string } | undefined;
  /** Kind of a place: `quarter`, `base` … */
  readonly placeKind: (id: string) => string | undefined;
  /** The state that a people's name stands for («Israeli»), as an actor: `country:IL`. */
  readonly stateOf?: (words: string) => string | undefined;
  /** The state whose force or government an actor is. */
  readonly stateBehind?: (actorId: string) => string | undefined;
};

export type Read = {
  readonly report: Report;
  readonly reading: Reading;
  readonly knowledge: MatchKnowledge;
  /** By claim, as the reader itself read it: a person's correction of its type changes nothing of what it is named by. */
  readonly anchors?: ReadonlyMap<string, Anchor>;
};

/** The mention that first said it, which carries the value; a chain that runs in a circle ends where it began. */
const firstSaying = (mentions: ReadonlyMap<string, Mention>, id: string): Mention | undefined => {
  let mention = mentions.get(id);
  for (let left = mentions.size; mention?.same && left > 0; left -= 1) mention = mentions.get(mention.same) ?? mention;
  return mention;
};

const within = (inner: { start: number; end: number }, outer: { start: number; end: number }): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** Which claim of its reading it is, in words that hold for every reader. */
export const anchorOf = (claims: readonly Claim[], claim: Claim): Anchor => {
  const { start, end } = claim.trigger;
  const alike = claims.filter(
    (other) => other.type === claim.type && other.trigger.start === start && other.trigger.end === end,
  );
  return { start, end, type: claim.type, ordinal: alike.indexOf(claim) };
};

export const anchorKey = ({ start, end, type, ordinal }: Anchor): string => `${start}-${end} ${type} ${ordinal}`;

/** A record that rests on one claim alone: version 1. */
export const recordOfClaim = (
  { report, reading, knowledge, anchors }: Read,
  claim: Claim,
  now: string,
): EventRecord => {
  const { text, language } = reading.report;
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]));
  const wordsOf = (mention: Mention): string => text.slice(mention.start, mention.end);
  const only = [0] as const;

  /** «Israeli jets», «Israel»: the state acts, under its own name and id. */
  const stateOf = (mention: Mention): string | undefined => {
    if (mention.kind === 'nationality') return knowledge.stateOf?.(wordsOf(mention));
    return mention.place?.id.startsWith('country:') ? mention.place.id : undefined;
  };

  const actorOf = (id: string): RecordActor[] => {
    const said = mentions.get(id);
    const first = firstSaying(mentions, id);
    if (!said || !first) return [];
    const actor = said.actor ?? first.actor ?? stateOf(first);
    const known = actor ? knowledge.actorName(actor) : undefined;
    const names = known ?? { [language]: wordsOf(first) };
    const hidden = said.private ?? first.private;
    return [{ ...(actor && { actor }), names, ...(hidden && { private: hidden }), claims: only }];
  };

  const countOf = ({ low, high, who }: Pick<Claim['toll'][number], 'low' | 'high' | 'who'>) => {
    const counted = who === undefined ? undefined : mentions.get(who);
    const first = who === undefined ? undefined : firstSaying(mentions, who);
    // Of a private person, or of one who may be private, the role is kept; the claim keeps the way to the words.
    const hidden = counted?.private ?? first?.private ?? (counted?.kind === 'person' && !counted.actor);
    const words = counted && (hidden ? counted.head : wordsOf(counted));
    return {
      low,
      ...(high !== undefined && { high }),
      ...(words && { who: { [languageByScript(words, language)]: words } }),
    };
  };

  const inQuote = reading.mentions.filter((mention) => mention.kind === 'facility' && within(mention, claim.quote));
  const asked = [...claim.targets, ...claim.instruments].flatMap((id) => mentions.get(id) ?? []);
  const facilities = [...new Set([...asked.filter((mention) => mention.kind === 'facility'), ...inQuote])];
  const isFacility = (id: string): boolean => mentions.get(id)?.kind === 'facility';

  const placesAt = (ids: readonly string[], role: RecordPlace['role']): RecordPlace[] =>
    ids.flatMap((id): RecordPlace[] => {
      const place = mentions.get(id)?.place ?? firstSaying(mentions, id)?.place;
      if (!place) return [];
      const owned = facilities.find((facility) => facility.of === id) ?? (role === 'at' ? facilities[0] : undefined);
      const kind = owned?.head ?? knowledge.placeKind(place.id);
      return [{ place, role, ...(kind && { kind }), claims: only }];
    });
  // A facility that is a place of its own (a named hospital) says where, too.
  const there = claim.places.length > 0 ? claim.places : facilities.filter((one) => one.place).map((one) => one.id);

  const speakers: RecordClaim['speakers'] = claim.speakers.flatMap(({ mention: id }) => {
    const said = mentions.get(id);
    const first = firstSaying(mentions, id);
    if (!said || !first) return [];
    const actor = said.actor ?? first.actor ?? stateOf(first);
    const hidden = said.private ?? first.private;
    return [{ ...(actor && { actor }), text: wordsOf(first), ...(hidden && { private: hidden }) }];
  });
  const publisher = report.publisher ?? reading.report.publisher;
  const { earliest, latest, precision, basis } = claim.time;
  return {
    id: recordIdOf(report.id, anchorKey(anchors?.get(claim.id) ?? anchorOf(reading.claims, claim))),
    version: 1,
    by: claim.by ?? 'machine',
    review: claim.by ? 'corrected' : 'machine-read',
    type: claim.type,
    ...(claim.change && { change: claim.change }),
    agents: mergeActors([], claim.agents.flatMap(actorOf), 'joining'),
    targets: mergeActors([], claim.targets.filter((id) => !isFacility(id)).flatMap(actorOf), 'joining'),
    facilities: mergeBy(
      (one) => `${one.head}\n${one.text}`,
      [],
      facilities.map((one) => ({ head: one.head ?? wordsOf(one), text: wordsOf(one), claims: only })),
    ),
    places: mergePlaces(
      [],
      [...placesAt(there, 'at'), ...placesAt(claim.origin, 'origin'), ...placesAt(claim.destination, 'destination')],
      'joining',
    ),
    time: { ...(earliest && { earliest }), ...(latest && { latest }), precision },
    timeBasis: basis,
    tolls: claim.toll.map(({ harm, including, ...toll }) => ({
      harm,
      ...countOf(toll),
      ...(including && { including: including.map(countOf) }),
      claims: only,
    })),
    modality: claim.modality,
    ...(claim.status && { status: claim.status }),
    background: claim.background,
    confidence: claim.confidence,
    claims: [
      {
        reportId: report.id,
        readingId: reading.readingId,
        claimId: claim.id,
        quote: { ...claim.quote, text: text.slice(claim.quote.start, claim.quote.end) },
        speakers,
        ...(publisher && { publisher }),
        modality: claim.modality,
        stance: 'supports',
        ...(claim.by && { by: claim.by }),
      },
    ],
    madeAt: now,
  };
};
