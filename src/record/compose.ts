/** One claim → a record of it, and two records of one happening → one. Values keep the claims they are said in. */
import {
  type Claim,
  type EventRecord,
  type Mention,
  type Reading,
  type RecordActor,
  type RecordClaim,
  type RecordPlace,
  type RecordToll,
  type Report,
  recordIdOf,
} from '../model/index.ts';

/** What matching knows of the world, out of the reader's data. */
export type MatchKnowledge = {
  readonly actorName: (id: string) => { readonly en?: string; readonly ar?: string } | undefined;
  /** Kind of a place: `quarter`, `base` … */
  readonly placeKind: (id: string) => string | undefined;
};

export type Read = { readonly report: Report; readonly reading: Reading; readonly knowledge: MatchKnowledge };

/** The mention that first said it, which carries the value; a chain that runs in a circle ends where it began. */
const firstSaying = (mentions: ReadonlyMap<string, Mention>, id: string): Mention | undefined => {
  let mention = mentions.get(id);
  for (let left = mentions.size; mention?.same && left > 0; left -= 1) mention = mentions.get(mention.same) ?? mention;
  return mention;
};

const within = (inner: { start: number; end: number }, outer: { start: number; end: number }): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** Names a claim among those of its reading: where its trigger stands, its type, and which of several of both it is. */
const keyOf = (claims: readonly Claim[], claim: Claim): string => {
  const alike = claims.filter(
    (other) =>
      other.type === claim.type &&
      other.trigger.start === claim.trigger.start &&
      other.trigger.end === claim.trigger.end,
  );
  return `${claim.trigger.start}-${claim.trigger.end} ${claim.type} ${alike.indexOf(claim)}`;
};

/** A record that rests on one claim alone: version 1. */
export const recordOfClaim = ({ report, reading, knowledge }: Read, claim: Claim, now: string): EventRecord => {
  const { text, language } = reading.report;
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]));
  const wordsOf = (mention: Mention): string => text.slice(mention.start, mention.end);
  const only = [0] as const;

  const actorOf = (id: string): RecordActor[] => {
    const said = mentions.get(id);
    const first = firstSaying(mentions, id);
    if (!said || !first) return [];
    const actor = said.actor ?? first.actor;
    const known = actor ? knowledge.actorName(actor) : undefined;
    const names = known ?? { [language]: wordsOf(first) };
    const hidden = said.private ?? first.private;
    return [{ ...(actor && { actor }), names, ...(hidden && { private: hidden }), claims: only }];
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
    const actor = said.actor ?? first.actor;
    const hidden = said.private ?? first.private;
    return [{ ...(actor && { actor }), text: wordsOf(first), ...(hidden && { private: hidden }) }];
  });
  const publisher = report.publisher ?? reading.report.publisher;
  const { earliest, latest, precision, basis } = claim.time;
  return {
    id: recordIdOf(report.id, keyOf(reading.claims, claim)),
    version: 1,
    by: 'machine',
    review: 'machine-read',
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
    tolls: claim.toll.map(({ harm, low, high }) => ({ harm, low, ...(high !== undefined && { high }), claims: only })),
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
      },
    ],
    madeAt: now,
  };
};

/**
 * How a claim is added. `joining`: another report's telling, whose own values count. `retelling`: the same report says it
 * again more briefly; it supports what is there and fills what is empty, so that «the leaders» beside «foreign militia
 * leaders» does not become two actors.
 */
export type Manner = 'joining' | 'retelling';

type Supported = { readonly claims: readonly number[] };

const mergeBy = <T extends Supported>(
  key: (value: T) => string,
  base: readonly T[],
  added: readonly T[],
): readonly T[] => {
  const merged = new Map(base.map((value) => [key(value), value]));
  for (const value of added) {
    const held = merged.get(key(value));
    merged.set(key(value), held ? { ...held, claims: [...new Set([...held.claims, ...value.claims])] } : value);
  }
  return [...merged.values()];
};

const actorKey = ({ actor, names }: RecordActor): string =>
  actor ? `id ${actor}` : `words ${(names.en ?? names.ar ?? '').toLowerCase()}`;

/** Of the added values, those that this manner of adding lets in. */
const admitted = <T>(
  key: (value: T) => string,
  base: readonly T[],
  added: readonly T[],
  manner: Manner,
): readonly T[] => {
  if (manner === 'joining' || base.length === 0) return added;
  const held = new Set(base.map(key));
  return added.filter((value) => held.has(key(value)));
};

const mergeActors = (base: readonly RecordActor[], added: readonly RecordActor[], manner: Manner) => {
  const merged = mergeBy(actorKey, base, admitted(actorKey, base, added, manner));
  // One telling that hides a person hides them in the record.
  const hidden = new Set([...base, ...added].filter((actor) => actor.private).map(actorKey));
  return merged.map((actor) => (hidden.has(actorKey(actor)) ? { ...actor, private: true as const } : actor));
};

const COARSE = new Set(['province', 'country', 'region']);
const placeKey = ({ place, role }: RecordPlace): string => `${role} ${place.id}`;

const mergePlaces = (base: readonly RecordPlace[], added: readonly RecordPlace[], manner: Manner) => {
  const fine = base.some(({ place, role }) => role === 'at' && !COARSE.has(place.precision));
  // «In Deir ez-Zor» beside «in Al-Bukamal» is less, not more.
  const news = added.filter(
    (one) =>
      !(fine && one.role === 'at' && COARSE.has(one.place.precision)) ||
      base.some((held) => placeKey(held) === placeKey(one)),
  );
  return mergeBy(placeKey, base, admitted(placeKey, base, news, manner));
};

/** Who answers for a claim: two claims of one voice with one number are one toll. */
const voiceOf = (claim: RecordClaim | undefined): string => {
  const nearest = claim?.speakers[0];
  return nearest ? `speaker ${nearest.actor ?? nearest.text}` : `publisher ${claim?.publisher ?? claim?.reportId}`;
};

const mergeTolls = (claims: readonly RecordClaim[], base: readonly RecordToll[], added: readonly RecordToll[]) =>
  mergeBy(
    ({ harm, low, high, claims: [first] }) => `${harm} ${low} ${high} ${voiceOf(claims[first ?? -1])}`,
    base,
    added,
  );

const STRENGTH = { stated: 2, implied: 1, report: 0 } as const;

/** The days on which both agree; where one only has the report's date, the other's. */
const agreedTime = (base: EventRecord, added: EventRecord): Pick<EventRecord, 'time' | 'timeBasis'> => {
  const [weak, strong] = STRENGTH[base.timeBasis] >= STRENGTH[added.timeBasis] ? [added, base] : [base, added];
  const { time, timeBasis } = strong;
  if (weak.timeBasis === 'report' && timeBasis !== 'report') return { time, timeBasis };
  const latestStart = [base.time.earliest ?? '', added.time.earliest ?? ''].sort()[1] || undefined;
  const firstEnd = [base.time.latest ?? '9999-12-31', added.time.latest ?? '9999-12-31'].sort()[0];
  const earliest = latestStart;
  const latest = firstEnd === '9999-12-31' ? undefined : firstEnd;
  if (earliest && latest && earliest > latest) return { time, timeBasis };
  const same = [base, added].find((one) => one.time.earliest === earliest && one.time.latest === latest);
  const precision = same?.time.precision ?? (earliest && earliest === latest ? 'day' : 'bounded');
  return { time: { ...(earliest && { earliest }), ...(latest && { latest }), precision }, timeBasis };
};

/** A denial disputes what others assert; where all there is denies, the denial is what is reported. */
const withStances = (claims: readonly RecordClaim[]): readonly RecordClaim[] => {
  const disputed = claims.some((claim) => claim.modality !== 'denied');
  return claims.map((claim) => ({
    ...claim,
    stance: disputed && claim.modality === 'denied' ? 'disputes' : 'supports',
  }));
};

/**
 * `base` with the claims of `added`, at `base`'s version. Where a person has spoken, the claims are added
 * and no value is changed.
 */
export const merged = (base: EventRecord, added: EventRecord, manner: Manner): EventRecord => {
  const offset = base.claims.length;
  const claims = withStances([...base.claims, ...added.claims]);
  if (base.review !== 'machine-read') return { ...base, by: 'machine', claims };
  const shift = <T extends Supported>(values: readonly T[]): readonly T[] =>
    values.map((value) => ({ ...value, claims: value.claims.map((index) => index + offset) }));
  const change = base.change ?? added.change;
  const status = base.status ?? added.status;
  const asserting = base.modality === 'denied' ? added : base;
  const disputes = asserting === base && added.modality === 'denied' && base.modality !== 'denied';
  return {
    ...base,
    ...(change && { change }),
    ...(status && { status }),
    // Who denies a strike is not who carried it out: a dispute adds its voice, not its values.
    ...(!disputes && {
      agents: mergeActors(base.agents, shift(added.agents), manner),
      targets: mergeActors(base.targets, shift(added.targets), manner),
      places: mergePlaces(base.places, shift(added.places), manner),
      ...agreedTime(base, added),
      confidence: Math.max(base.confidence, added.confidence),
    }),
    facilities: mergeBy((one) => `${one.head}\n${one.text}`, base.facilities, shift(added.facilities)),
    tolls: mergeTolls(claims, base.tolls, shift(added.tolls)),
    modality: asserting.modality,
    background: base.background && added.background,
    claims,
  };
};
