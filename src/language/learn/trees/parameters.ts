/** What is learned: dense matrices and tables of vectors, with their gradients and Adam's running means (Kingma & Ba 2015). */
import type { Matrix } from '../../trees/model.ts';
import { type Arena, COLUMNS, type Floats } from './floats.ts';
import type { Random } from './random.ts';

/** A matrix `[inputs][outputs]` with a bias for each output; outputs are padded to a multiple of eight. */
export type Dense = {
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Floats;
  readonly bias: Floats;
  readonly weightsGradient: Floats;
  readonly biasGradient: Floats;
};

/** Vectors of which a step touches few: only those are changed. */
export type Table = {
  readonly name: string;
  readonly columns: number;
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  /** Rows with a gradient in this step. */
  readonly touched: Set<number>;
};

const padded = (count: number): number => Math.ceil(count / COLUMNS) * COLUMNS;

/** Glorot & Bengio 2010, times `gain`. */
export const createDense = (
  arena: Arena,
  random: Random,
  shape: { readonly name: string; readonly inputs: number; readonly outputs: number; readonly gain?: number },
): Dense => {
  const { name, inputs, outputs, gain = 1 } = shape;
  const weights = arena.take(inputs, padded(outputs));
  const reach = gain * Math.sqrt(6 / (inputs + outputs));
  for (let row = 0; row < inputs; row++)
    for (let i = 0; i < outputs; i++) weights.values[row * weights.columns + i] = (2 * random() - 1) * reach;
  const [bias, biasGradient] = [arena.take(1, padded(outputs)), arena.take(1, padded(outputs))];
  return { name, inputs, outputs, weights, bias, weightsGradient: arena.take(inputs, padded(outputs)), biasGradient };
};

/** Vectors of about length one. */
export const createTable = (random: Random, name: string, rows: number, columns: number): Table => {
  const reach = Math.sqrt(3 / columns);
  const values = Float32Array.from({ length: rows * columns }, () => (2 * random() - 1) * reach);
  return { name, columns, values, gradient: new Float32Array(rows * columns), touched: new Set() };
};

/** As the model file wants it: a row for each output. */
export const matrixOfDense = ({ inputs, outputs, weights, bias }: Dense): Matrix => {
  const values = new Float32Array(inputs * outputs);
  for (let row = 0; row < inputs; row++)
    for (let i = 0; i < outputs; i++) values[i * inputs + row] = weights.values[row * weights.columns + i]!;
  return { rows: outputs, columns: inputs, values, bias: bias.values.slice(0, outputs) };
};

export const matrixOfTable = ({ columns, values }: Table): Matrix => ({
  rows: values.length / columns,
  columns,
  values,
});

/** `Wᵀ`, in a room of its own, for the gradient of what came in. */
export const transposeOf = (arena: Arena, { inputs, weights }: Dense): Floats => {
  const turned = arena.take(weights.columns, padded(inputs));
  for (let row = 0; row < inputs; row++)
    for (let i = 0; i < weights.columns; i++)
      turned.values[i * turned.columns + row] = weights.values[row * weights.columns + i]!;
  return turned;
};

const [FIRST, SECOND, TINY] = [0.9, 0.95, 1e-9];
/** Longest step of all gradients together. */
const LONGEST = 5;

export type Adam = {
  /** One step at a rate, from the gradients, which are zero after it. */
  readonly step: (rate: number) => void;
};

export const createAdam = (dense: readonly Dense[], tables: readonly Table[]): Adam => {
  const solid = dense.flatMap(({ weights, bias, weightsGradient, biasGradient }) => [
    { values: weights.values, gradient: weightsGradient.values },
    { values: bias.values, gradient: biasGradient.values },
  ]);
  const means = new Map<Float32Array, readonly [Float32Array, Float32Array]>(
    [...solid, ...tables].map(({ values }) => [
      values,
      [new Float32Array(values.length), new Float32Array(values.length)],
    ]),
  );
  let steps = 0;

  const stretches = function* (): Generator<{
    values: Float32Array;
    gradient: Float32Array;
    from: number;
    to: number;
  }> {
    for (const { values, gradient } of solid) yield { values, gradient, from: 0, to: values.length };
    for (const { values, gradient, touched, columns } of tables)
      for (const row of touched) yield { values, gradient, from: row * columns, to: (row + 1) * columns };
  };

  return {
    step: (rate) => {
      steps += 1;
      let square = 0;
      for (const { gradient, from, to } of stretches()) for (let i = from; i < to; i++) square += gradient[i]! ** 2;
      const shrink = Math.min(1, LONGEST / Math.sqrt(square));
      const stride = (rate * Math.sqrt(1 - SECOND ** steps)) / (1 - FIRST ** steps);
      for (const { values, gradient, from, to } of stretches()) {
        const [first, second] = means.get(values)!;
        for (let i = from; i < to; i++) {
          const slope = gradient[i]! * shrink;
          const mean = FIRST * first[i]! + (1 - FIRST) * slope;
          const spread = SECOND * second[i]! + (1 - SECOND) * slope * slope;
          first[i] = mean;
          second[i] = spread;
          values[i]! -= (stride * mean) / (Math.sqrt(spread) + TINY);
          gradient[i] = 0;
        }
      }
      for (const { touched } of tables) touched.clear();
    },
  };
};
