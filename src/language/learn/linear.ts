/**
 * Items with yes or no → a linear model: logistic regression by AdaGrad (Duchi et al. 2011) with a small pull to zero,
 * weights averaged over the second half. The order of the items is fixed: the same items give the same weights.
 */
import { type Features, type LinearModel, scoreLinear, valuesOf } from '../linear.ts';

export type Example = { readonly features: Features; readonly yes: boolean };

const RATE = 0.1;
const PULL = 1e-4;
const EPOCHS = 8;
/** A feature of one item alone says nothing of others. */
const LEAST_ITEMS = 2;
/** How often weights enter their average. */
const STRIDE = 50;
// Two primes: each pass has another order, and always the same one.
const [STEP, TURN, ROUND] = [7919, 104_729, 10_007];

/** @returns a model whose threshold is 0 */
export const trainLinear = (examples: readonly Example[]): LinearModel => {
  const having = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) having.set(name, (having.get(name) ?? 0) + 1);
  const names = [...having].filter(([, items]) => items >= LEAST_ITEMS).map(([name]) => name);
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features, yes }) => {
    const values = valuesOf(features, (name) => index.has(name));
    return {
      at: Int32Array.from(values, ([name]) => index.get(name)!),
      value: Float64Array.from(values, ([, value]) => value),
      yes: yes ? 1 : 0,
    };
  });
  const bias = names.length;
  const weights = new Float64Array(bias + 1);
  const squares = new Float64Array(bias + 1).fill(1e-6);
  const average = new Float64Array(bias + 1);
  let averaged = 0;
  const pull = (at: number, gradient: number): void => {
    squares[at]! += gradient * gradient;
    weights[at]! -= (RATE * gradient) / Math.sqrt(squares[at]!);
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const place = (n: number): number => (n * STEP + epoch * TURN) % ROUND;
    const order = rows.map((_, n) => n).sort((a, b) => place(a) - place(b) || a - b);
    for (const [n, row] of order.entries()) {
      const { at, value, yes } = rows[row]!;
      let sum = weights[bias]!;
      for (let i = 0; i < at.length; i++) sum += weights[at[i]!]! * value[i]!;
      const error = 1 / (1 + Math.exp(-sum)) - yes;
      for (let i = 0; i < at.length; i++) pull(at[i]!, error * value[i]! + PULL * weights[at[i]!]!);
      pull(bias, error);
      if (epoch < EPOCHS / 2 || n % STRIDE !== 0) continue;
      for (let i = 0; i <= bias; i++) average[i]! += weights[i]!;
      averaged++;
    }
  }
  const mean = (at: number): number => average[at]! / Math.max(1, averaged);
  return { bias: mean(bias), threshold: 0, weights: new Map(names.map((name, at) => [name, mean(at)])) };
};

/** An item that belongs to a group: items of one group say nearly the same, and are learned or measured together. */
export type Grouped = Example & {
  readonly group: number /** Learned from, never measured. */;
  readonly extra?: boolean;
};

/** Scores of the items, each by a model that saw nothing of its fold; undefined for what is only learned from. */
export const crossScores = (examples: readonly Grouped[], folds: number): (number | undefined)[] => {
  const scores: (number | undefined)[] = examples.map(() => undefined);
  for (let fold = 0; fold < folds; fold++) {
    const own = ({ group }: Grouped): boolean => group % folds === fold;
    const model = trainLinear(examples.filter((example) => !own(example)));
    for (const [at, example] of examples.entries())
      if (own(example) && example.extra !== true) scores[at] = scoreLinear(model, example.features).score;
  }
  return scores;
};

/** F1 of yes, 0–100, where yes is a score above the threshold. */
export const f1At = (
  examples: readonly Example[],
  scores: readonly (number | undefined)[],
  threshold: number,
): number => {
  let [right, said, wanted] = [0, 0, 0];
  for (const [at, { yes }] of examples.entries()) {
    const score = scores[at];
    if (score === undefined) continue;
    if (yes) wanted++;
    if (score > threshold) said++;
    if (yes && score > threshold) right++;
  }
  return said + wanted === 0 ? 0 : (200 * right) / (said + wanted);
};
