/** Two records of one happening → one. Values keep the claims they are said in. */
import type { EventRecord, RecordActor, RecordClaim, RecordPlace, RecordToll } from '../model/index.ts';

/**
 * How a claim is added. `joining`: another report's telling, whose own values count. `retelling`: the same report says it
 * again more briefly; it supports what is there and fills what is empty, so that «the leaders» beside «foreign militia
 * leaders» does not become two actors.
 */
export type Manner = 'joining' | 'retelling';

type Supported = { readonly claims: readonly number[] };

export const mergeBy = <T extends Supported>(
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

export const mergeActors = (base: readonly RecordActor[], added: readonly RecordActor[], manner: Manner) => {
  const merged = mergeBy(actorKey, base, admitted(actorKey, base, added, manner));
  // One telling that hides a person hides them in the record.
  const hidden = new Set([...base, ...added].filter((actor) => actor.private).map(actorKey));
  return merged.map((actor) => (hidden.has(actorKey(actor)) ? { ...actor, private: true as const } : actor));
};

const COARSE = new Set(['province', 'country', 'region']);
const placeKey = ({ place, role }: RecordPlace): string => `${role} ${place.id}`;

export const mergePlaces = (base: readonly RecordPlace[], added: readonly RecordPlace[], manner: Manner) => {
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

const mergeTolls = (claims: readonly RecordClaim[], base: readonly RecordToll[], added: readonly RecordToll[]) => {
  const key = ({ harm, low, high, claims: [first] }: RecordToll): string =>
    `${harm} ${low} ${high} ${voiceOf(claims[first ?? -1])}`;
  const people = ({ who }: RecordToll): string => (who?.en ?? who?.ar ?? '').toLowerCase();
  const merged = [...base];
  for (const toll of added) {
    // Three soldiers and three civilians are two tolls; «4» beside «4 people» is one.
    const at = merged.findIndex(
      (held) => key(held) === key(toll) && (!held.who || !toll.who || people(held) === people(toll)),
    );
    const held = merged[at];
    if (held) merged[at] = { ...toll, ...held, claims: [...new Set([...held.claims, ...toll.claims])] };
    else merged.push(toll);
  }
  return merged;
};

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
