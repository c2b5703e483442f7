/**
 * A Reading → new records, and new versions of records held. Pure. Sure joins only: where it is not plain that two
 * claims tell one happening, there are two records, since a wrong join is harder to see than a missing one.
 */
import type { Change, EventRecord, Interval, Modality } from '../model/index.ts';
import { type MatchKnowledge, type Read, recordOfClaim } from './compose.ts';
import { merged } from './merge.ts';

export type { MatchKnowledge } from './compose.ts';

export type Matched = {
  /** Next versions to append: version 1 of what is new, the next of what was joined. */
  readonly records: readonly EventRecord[];
  readonly made: { readonly claims: number; readonly records: number; readonly joined: number };
};

/** Ids of the places where it happened. */
export const placesOf = (record: EventRecord): ReadonlySet<string> =>
  new Set(record.places.filter((one) => one.role === 'at').map((one) => one.place.id));

/** Two happenings «in Syria» need not be one: places of this size do not hold claims together. */
const TOO_WIDE = new Set(['country', 'region']);

const DAY = 86_400_000;
const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY;

/** How far one report's bounds may reach beyond the other's, in days: «last week» beside «on Tuesday». */
const SLACK = 7;

const timesAgree = (a: EventRecord, b: EventRecord): boolean => {
  const bounds = ({ earliest, latest }: Interval) => (earliest && latest ? { earliest, latest } : undefined);
  const [one, other] = [bounds(a.time), bounds(b.time)];
  // An open interval meets almost everything.
  if (!one || !other || one.earliest > other.latest || other.earliest > one.latest) return false;
  if (daysBetween(one.earliest, other.earliest) > SLACK || daysBetween(one.latest, other.latest) > SLACK) return false;
  // A posture lasts; anything else is over in a day, and «in 2023» does not say which of the year's strikes is meant.
  return (
    a.type.startsWith('posture.') ||
    Math.max(daysBetween(one.earliest, one.latest), daysBetween(other.earliest, other.latest)) <= SLACK
  );
};

const DIRECTION: Readonly<Record<Change, string>> = {
  began: 'more',
  increased: 'more',
  continued: 'same',
  decreased: 'less',
  ended: 'less',
  moved: 'elsewhere',
  replaced: 'replaced',
  refused: 'refused',
};

const changesAgree = (a: Change | undefined, b: Change | undefined): boolean =>
  !a || !b || DIRECTION[a] === DIRECTION[b];

const agentsAgree = (a: EventRecord, b: EventRecord, { stateBehind }: MatchKnowledge): boolean => {
  const ids = (record: EventRecord) => [...new Set(record.agents.flatMap((agent) => agent.actor ?? []))];
  const [one, other] = [ids(a), ids(b)];
  // «Israel» in one report is whichever of its forces the other names; two of its forces are two.
  const isOf = (state: string, id: string): boolean => state === id || state === stateBehind?.(id);
  return (
    one.length === 0 ||
    other.length === 0 ||
    one.some((id) => other.some((their) => isOf(id, their) || isOf(their, id)))
  );
};

const isDispute = (a: Modality, b: Modality): boolean =>
  (a === 'denied' && b === 'asserted') || (a === 'asserted' && b === 'denied');

/** Places of both that are small enough to hold claims together. */
const sharedPlaces = (a: EventRecord, b: EventRecord): number => {
  const fine = (record: EventRecord): readonly string[] =>
    record.places.flatMap(({ role, place }) => (role === 'at' && !TOO_WIDE.has(place.precision) ? place.id : []));
  const there = new Set(fine(b));
  return fine(a).filter((id) => there.has(id)).length;
};

/** Whether two records tell one happening. The denial of a strike names other agents than its report does. */
export const tellTheSame = (a: EventRecord, b: EventRecord, knowledge: MatchKnowledge): boolean =>
  a.type === b.type &&
  changesAgree(a.change, b.change) &&
  (a.modality === b.modality || isDispute(a.modality, b.modality)) &&
  sharedPlaces(a, b) > 0 &&
  timesAgree(a, b) &&
  (isDispute(a.modality, b.modality) || agentsAgree(a, b, knowledge));

const nearness = (a: EventRecord, b: EventRecord): readonly number[] => [
  -sharedPlaces(a, b),
  daysBetween(a.time.earliest ?? '', b.time.earliest ?? '') + daysBetween(a.time.latest ?? '', b.time.latest ?? ''),
  -b.claims.length,
];

/** The candidate nearest to `fresh`; of equals, the one held longest. */
const nearest = (fresh: EventRecord, candidates: readonly EventRecord[]): EventRecord | undefined => {
  let best: EventRecord | undefined;
  for (const candidate of candidates) {
    if (!best) best = candidate;
    else {
      const [old, now] = [nearness(fresh, best), nearness(fresh, candidate)];
      const at = old.findIndex((value, index) => value !== now[index]);
      if (at >= 0 && (now[at] ?? 0) < (old[at] ?? 0)) best = candidate;
    }
  }
  return best;
};

/**
 * @param known latest versions of the records that may be meant: of the reading's types, at one of its places
 * @param now ISO date-time, UTC
 */
export const matchReading = ({
  known,
  now,
  skip,
  ...read
}: Read & {
  readonly known: readonly EventRecord[];
  readonly now: string;
  /** Claims that have their records already. */
  readonly skip?: ReadonlySet<string>;
}): Matched => {
  const { claims } = read.reading;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  /** The fullest telling of a claim's happening: itself, unless it points on. */
  const fullest = (id: string): string => {
    let at = id;
    for (let left = claims.length; left > 0; left -= 1) {
      const next = byId.get(at)?.same;
      if (!next || !byId.has(next) || next === id) break;
      at = next;
    }
    return at;
  };
  const primaries = claims.filter((claim) => fullest(claim.id) === claim.id && !skip?.has(claim.id));
  const fresh = primaries.map((claim) =>
    claims
      .filter((other) => other !== claim && fullest(other.id) === claim.id)
      .reduce(
        (record, other) => merged(record, recordOfClaim(read, other, now), 'retelling'),
        recordOfClaim(read, claim, now),
      ),
  );
  // Denials last, so that what they deny is there to be disputed.
  fresh.sort((a, b) => Number(a.modality === 'denied') - Number(b.modality === 'denied'));

  const touched = new Map<string, EventRecord>();
  let made = 0;
  for (const record of fresh) {
    // The reader has said that a report's own claims are different happenings; only a denial may be about another claim.
    const own = [...touched.values()].filter((other) => isDispute(other.modality, record.modality));
    const others = known.filter((other) => !touched.has(other.id) && other.id !== record.id);
    const target = nearest(
      record,
      [...own, ...others].filter((other) => tellTheSame(other, record, read.knowledge)),
    );
    if (!target) {
      touched.set(record.id, record);
      made += 1;
      continue;
    }
    const joined = merged(target, record, 'joining');
    touched.set(
      target.id,
      touched.has(target.id) ? joined : { ...joined, by: 'machine', version: target.version + 1, madeAt: now },
    );
  }
  return {
    records: [...touched.values()],
    made: { claims: claims.length, records: made, joined: touched.size - made },
  };
};
