/** How the claims of a report become the notes of its margin: what is said once for all, and who is named once for many. */
import type { Interval } from '../../model/index.ts';
import type { PublicClaim, PublicPlace } from '../../publish/types.ts';

const commonest = <T>(values: readonly T[]): T | undefined => {
  const counts = new Map<string, { value: T; count: number }>();
  for (const value of values) {
    const key = JSON.stringify(value);
    const seen = counts.get(key);
    if (seen) seen.count += 1;
    else counts.set(key, { value, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.value;
};

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What claims take from the report as a whole; said once above the first note, and then left out of their notes. */
export type Common = { readonly time?: Interval | undefined; readonly places?: readonly PublicPlace[] | undefined };

/** The time and the places that most claims without their own have from the report. Claims told again do not count. */
export const commonOf = (claims: readonly PublicClaim[]): Common => {
  const told = claims.filter((claim) => !claim.same);
  return {
    time: commonest(told.flatMap((claim) => (claim.timeBasis === 'report' ? [claim.time] : []))),
    places: commonest(
      told.flatMap((claim) => (claim.placesFrom === 'report' && claim.places.length > 0 ? [claim.places] : [])),
    ),
  };
};

/** Whether a note has to say when: not where the report's own time, said once, holds. */
export const tellsTime = (claim: PublicClaim, common: Common): boolean =>
  claim.timeBasis !== 'report' || !alike(claim.time, common.time);

/** Whether a note has to say where. */
export const tellsPlaces = (claim: PublicClaim, common: Common): boolean =>
  claim.places.length > 0 && (claim.placesFrom !== 'report' || !alike(claim.places, common.places));

export type Notes = {
  /** Claims with a note of their own; `names`: the first of a run by one speaker, whose note names them all. */
  readonly told: readonly { readonly claim: PublicClaim; readonly names: boolean }[];
  /** Claims that another note tells more fully. */
  readonly again: readonly PublicClaim[];
};

/** The notes of one part, in the order of its words. */
export const notesOf = (claims: readonly PublicClaim[]): Notes => {
  const own = claims.filter((claim) => !claim.same);
  const speech = ({ speakers, publisher }: PublicClaim) => [speakers, publisher];
  return {
    told: own.map((claim, at) => {
      const before = own[at - 1];
      return { claim, names: !before || !alike(speech(before), speech(claim)) };
    }),
    again: claims.filter((claim) => claim.same),
  };
};
