/**
 * A linear model of yes and no over named features: each has a weight that a person can read, heaviest first. Learned by
 * learn/linear.ts.
 */
export type LinearModel = {
  readonly bias: number;
  /** The sum above which the answer is yes. */
  readonly threshold: number;
  readonly weights: ReadonlyMap<string, number>;
};

/** Features of an item: by name, how much of each. */
export type Features = ReadonlyMap<string, number>;

/** The features that a model knows, scaled to length 1: an item weighs the same however long it is. */
export const valuesOf = (features: Features, knows: (name: string) => boolean): [name: string, value: number][] => {
  const raw = [...features].filter(([name]) => knows(name));
  const length = Math.sqrt(raw.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  return raw.map(([name, value]) => [name, value / length]);
};

/** The sum of an item, and what each of its features adds to it, heaviest first. */
export const scoreLinear = (
  model: LinearModel,
  features: Features,
): { readonly score: number; readonly yes: boolean; readonly because: readonly (readonly [string, number])[] } => {
  const parts = valuesOf(features, (name) => model.weights.has(name)).map(
    ([name, value]) => [name, value * model.weights.get(name)!] as const,
  );
  const score = parts.reduce((sum, [, part]) => sum + part, model.bias);
  return {
    score,
    yes: score > model.threshold,
    because: parts.toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1])),
  };
};

const PLACES = 3;

/** A model as a table: `bias`, `threshold`, then features with their weights, heaviest first; weights that round to 0 go. */
export const writeLinear = ({ bias, threshold, weights }: LinearModel): string => {
  const rows = [...weights]
    .map(([name, weight]) => [name, weight.toFixed(PLACES)] as const)
    .filter(([, weight]) => Number(weight) !== 0)
    .sort((a, b) => Math.abs(Number(b[1])) - Math.abs(Number(a[1])) || (a[0] < b[0] ? -1 : 1));
  return [['bias', bias.toFixed(PLACES)], ['threshold', threshold.toFixed(PLACES)], ...rows]
    .map((cells) => cells.join('\t'))
    .join('\n')
    .concat('\n');
};

/** @throws Error where a line is no name and number, or bias and threshold are not the first two */
export const readLinear = (text: string): LinearModel => {
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line, at): [string, number] => {
      const [name = '', weight = ''] = line.split('\t');
      if (name === '' || weight === '' || !Number.isFinite(Number(weight)))
        throw new Error(`line ${at + 1} of the model is no name and weight: «${line}»`);
      return [name, Number(weight)];
    });
  const [bias, threshold, ...weights] = rows;
  if (bias?.[0] !== 'bias' || threshold?.[0] !== 'threshold')
    throw new Error('the model does not begin with its bias and threshold');
  return { bias: bias[1], threshold: threshold[1], weights: new Map(weights) };
};
