/** Counting right, predicted and gold items by measure; tallies of reports add up. */
import { type Scores, scoresOf } from '../f1.ts';

export type Counts = { readonly right: number; readonly predicted: number; readonly gold: number };
export type Tally = ReadonlyMap<string, Counts>;

export const addTallies = (tallies: readonly Tally[]): Tally => {
  const sum = new Map<string, Counts>();
  for (const tally of tallies)
    for (const [measure, { right, predicted, gold }] of tally) {
      const old = sum.get(measure) ?? { right: 0, predicted: 0, gold: 0 };
      sum.set(measure, { right: old.right + right, predicted: old.predicted + predicted, gold: old.gold + gold });
    }
  return sum;
};

/** Of one measure, each 0–1. */
export const scoresIn = (tally: Tally, measure: string): Scores => {
  const { right, predicted, gold } = tally.get(measure) ?? { right: 0, predicted: 0, gold: 0 };
  return scoresOf(right, predicted, gold);
};
