/**
 * One happening told again: headline, key point, body. The fullest telling is the claim, the others point to it.
 * The same happening: same type and change, no two different places, no two different known actors, times that meet.
 */
import type { Claim, PartKind } from '../../model/index.ts';

export type Told = {
  readonly claim: Claim;
  readonly part: PartKind;
  readonly places: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  /** Whether it only adds to what was told: a toll without a cause of its own. */
  readonly retells: boolean;
  /** Whether its word refers back: «the attack», «الهجوم». */
  readonly definite: boolean;
  /** Whether its verb looks back. */
  readonly earlier: boolean;
};

const SUMMARY = new Set<PartKind>(['headline', 'key-point', 'standfirst', 'heading', 'caption']);

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === 0 || b.size === 0 || [...a].some((x) => b.has(x));

const fullness = ({ claim, part }: Told): number =>
  claim.agents.length +
  claim.targets.length +
  2 * (claim.placesFrom === 'clause' ? 1 : 0) +
  2 * claim.toll.length +
  claim.speakers.length +
  (part === 'body' ? 3 : 0) +
  (claim.quote.end - claim.quote.start) / 400;

const timesMeet = (a: Claim['time'], b: Claim['time']): boolean =>
  a.basis === 'report' ||
  b.basis === 'report' ||
  !((a.earliest ?? '') > (b.latest ?? '9999') || (b.earliest ?? '') > (a.latest ?? '9999'));

// A word of reference, or none of its own: what such a telling lacks, it takes from the one before.
const bare = ({ claim }: Told): boolean => claim.placesFrom !== 'clause' && claim.time.basis === 'report';

/** Whether two types may name one happening: an attack is of every kind of violence. */
const typesMeet = (a: string, b: string): boolean =>
  a === b ||
  (a.startsWith('violence.') && b.startsWith('violence.') && (a === 'violence.attack' || b === 'violence.attack'));

const sameModality = (a: Claim, b: Claim): boolean => a.modality === b.modality;

const fits = (full: Told, short: Told): boolean =>
  full.claim.change === short.claim.change &&
  sameModality(full.claim, short.claim) &&
  meets(full.places, short.places) &&
  meets(full.actors, short.actors) &&
  timesMeet(full.claim.time, short.claim.time);

/** In the body: whether a later telling is of an earlier one. Two battles stay two, so it must lack what would part them. */
const repeats = (earlier: Told, later: Told): boolean =>
  later.part === 'body' &&
  earlier.claim.same === undefined &&
  typesMeet(earlier.claim.type, later.claim.type) &&
  fits(earlier, later) &&
  (later.retells ||
    (bare(later) && later.definite && earlier.claim.type === later.claim.type) ||
    // The same doer and a place or a day that both name.
    (later.claim.type === earlier.claim.type &&
      earlier.actors.size > 0 &&
      later.actors.size > 0 &&
      later.places.size > 0 &&
      earlier.places.size > 0 &&
      later.claim.time.basis !== 'report' &&
      later.claim.time.earliest === earlier.claim.time.earliest));

/** Adds `same` to every telling but the fullest of summaries, and to later tellings of the body that only go back to an earlier one. */
export const withSame = (told: readonly Told[]): Claim[] => {
  const target = new Map<string, string>();
  for (const [i, short] of told.entries()) {
    if (!SUMMARY.has(short.part)) continue;
    const found = told.filter(
      (full, j) =>
        j !== i &&
        typesMeet(full.claim.type, short.claim.type) &&
        fits(full, short) &&
        // Strictly fuller, or as full and earlier: so no two claims can point to each other.
        (fullness(full) > fullness(short) || (fullness(full) === fullness(short) && j < i)),
    );
    const best = found.sort(
      (a, b) =>
        Number(b.claim.type === short.claim.type) - Number(a.claim.type === short.claim.type) ||
        fullness(b) - fullness(a),
    )[0];
    if (best) target.set(short.claim.id, best.claim.id);
  }
  for (const [i, later] of told.entries()) {
    if (target.has(later.claim.id)) continue;
    const earlier = told.slice(0, i).findLast((each) => !SUMMARY.has(each.part) && repeats(each, later));
    if (earlier) target.set(later.claim.id, earlier.claim.id);
  }
  const end = (id: string): string => {
    let at = id;
    for (let steps = 0; target.has(at) && steps < told.length; steps++) at = target.get(at)!;
    return at;
  };
  return told.map(({ claim }) => (target.has(claim.id) ? { ...claim, same: end(claim.id) } : claim));
};
