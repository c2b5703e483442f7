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

/** Adds `same` to every telling but the fullest. Only summaries and definite repetitions are joined: two battles in the body stay two. */
export const withSame = (told: readonly Told[]): Claim[] => {
  const target = new Map<string, string>();
  for (const [i, short] of told.entries()) {
    if (!SUMMARY.has(short.part)) continue;
    const fits = told.filter(
      (full, j) =>
        j !== i &&
        full.claim.type === short.claim.type &&
        full.claim.change === short.claim.change &&
        full.claim.modality === short.claim.modality &&
        meets(full.places, short.places) &&
        meets(full.actors, short.actors) &&
        timesMeet(full.claim.time, short.claim.time) &&
        // Strictly fuller, or as full and earlier: so no two claims can point to each other.
        (fullness(full) > fullness(short) || (fullness(full) === fullness(short) && j < i)),
    );
    const best = fits.sort((a, b) => fullness(b) - fullness(a))[0];
    if (best) target.set(short.claim.id, best.claim.id);
  }
  const end = (id: string): string => {
    let at = id;
    for (let steps = 0; target.has(at) && steps < told.length; steps++) at = target.get(at)!;
    return at;
  };
  return told.map(({ claim }) => (target.has(claim.id) ? { ...claim, same: end(claim.id) } : claim));
};
