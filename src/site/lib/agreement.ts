/** What the claims of a record agree on, and where two of them cannot both be right. */
import type { Interval } from '../../model/index.ts';
import type { Name, PublicClaim, PublicRecord, PublicToll } from '../../publish/types.ts';

/** A value with the claims that say it. */
export type Said<T> = { readonly value: T; readonly claims: readonly PublicClaim[] };

export type Account = {
  /** Times as told; one is chosen for the record, all are shown. */
  readonly times: readonly Said<Interval>[];
  readonly timesDisputed: boolean;
  readonly agreedTolls: readonly Said<PublicToll>[];
  /** Numbers that cannot all be right, lowest first: one list for each harm to the same people. */
  readonly disputedTolls: readonly (readonly Said<PublicToll>[])[];
  /** Claims that say it is not so. */
  readonly deniers: readonly PublicClaim[];
};

const grouped = <T>(
  claims: readonly PublicClaim[],
  key: (claim: PublicClaim) => string,
  value: (claim: PublicClaim) => T,
): Said<T>[] => {
  const groups = new Map<string, { value: T; claims: PublicClaim[] }>();
  for (const claim of claims) {
    const group = groups.get(key(claim));
    if (group) group.claims.push(claim);
    else groups.set(key(claim), { value: value(claim), claims: [claim] });
  }
  return [...groups.values()];
};

/** Two intervals that share no day; an open end reaches as far as it may. */
const apart = (a: Interval, b: Interval): boolean =>
  (a.latest !== undefined && b.earliest !== undefined && a.latest < b.earliest) ||
  (b.latest !== undefined && a.earliest !== undefined && b.latest < a.earliest);

type Row = PublicRecord['tolls'][number];

/**
 * Two numbers for the same harm to the same people that share no value, told by different claims: one claim that counts
 * women and children apart does not quarrel with itself. «At least» reaches as far as it may.
 */
const differs = (a: Row, b: Row): boolean =>
  a.harm === b.harm &&
  a.who?.en === b.who?.en &&
  a.who?.ar === b.who?.ar &&
  !a.claims.some((id) => b.claims.includes(id)) &&
  ((a.high ?? Infinity) < b.low || (b.high ?? Infinity) < a.low);

/** Sorts a record's values into agreed and disputed. A wider bound is no dispute: only values that exclude each other are. */
export const accountOf = (record: PublicRecord): Account => {
  const byId = new Map(record.claims.map((claim) => [claim.id, claim]));
  const times = grouped(
    record.claims.filter((claim) => claim.stance === 'supports' && claim.timeBasis !== 'report'),
    (claim) => `${claim.time.earliest}/${claim.time.latest}`,
    (claim) => claim.time,
  );
  const tolls = record.tolls.map((toll) => ({
    value: toll,
    claims: toll.claims.flatMap((id) => byId.get(id) ?? []),
  }));
  const disputed = tolls.filter((one) => tolls.some((other) => differs(one.value, other.value)));
  const lists = new Map<string, Said<PublicToll>[]>();
  for (const toll of disputed.toSorted((a, b) => a.value.low - b.value.low)) {
    const key = JSON.stringify([toll.value.harm, toll.value.who?.en, toll.value.who?.ar]);
    lists.set(key, [...(lists.get(key) ?? []), toll]);
  }
  return {
    times,
    timesDisputed: times.some((one) => times.some((other) => apart(one.value, other.value))),
    agreedTolls: tolls.filter((one) => !disputed.includes(one)),
    disputedTolls: [...lists.values()],
    deniers: record.claims.filter((claim) => claim.stance === 'disputes'),
  };
};

type Called = { readonly id?: string | undefined; readonly name: Name };

const isSame = (a: Called, b: Called): boolean =>
  a.id !== undefined || b.id !== undefined
    ? a.id === b.id
    : (a.name.en !== undefined && a.name.en === b.name.en) || (a.name.ar !== undefined && a.name.ar === b.name.ar);

/** The claims that name somebody or somewhere, in one of their roles: whoever doubts the value reads these words. */
export const claimsNaming = (
  record: PublicRecord,
  role: 'agents' | 'targets' | 'facilities' | 'places',
  value: Called,
): readonly PublicClaim[] =>
  record.claims.filter((claim) =>
    role === 'facilities'
      ? claim.facilities.some((name) => isSame({ name }, value))
      : claim[role].some((one) => isSame(one, value)),
  );

/** The claims that tell the record's own time; where none states one, nobody does. */
export const claimsDating = (record: PublicRecord): readonly PublicClaim[] =>
  record.timeBasis === 'report'
    ? []
    : record.claims.filter(
        ({ time, timeBasis }) =>
          timeBasis !== 'report' && time.earliest === record.time.earliest && time.latest === record.time.latest,
      );
