/**
 * One direction of one layer of long short-term memory over a batch, forward and back. Rows of a batch lie by time: first
 * the first word of every sentence, longest sentence first, then the second words; so the rows of a step have the
 * rows of the step before as a prefix.
 */
import type { Arena, Floats } from './floats.ts';
import { type Dense, transposeOf } from './parameters.ts';

/** Row at which each step begins, and at the end the number of all rows. */
export type Steps = readonly number[];

export type CellsPass = {
  /** Rows × cells. */
  readonly output: Floats;
  /**
   * Adds to the gradients of the weights, and to `inputGradient`.
   * @param outputGradient rows × cells; it is changed on the way
   */
  readonly back: (outputGradient: Floats, inputGradient: Floats) => void;
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * @param incoming weights `[inputs][4 cells]`: enter, forget, value, show
 * @param state weights `[cells][4 cells]` of what comes from the word before; its bias is not used
 * @param kept one number for each sentence and cell: 0 or 1/(1 - dropout), on what comes from the word before
 */
export const runCells = (
  arena: Arena,
  input: Floats,
  steps: Steps,
  incoming: Dense,
  state: Dense,
  kept: Floats,
): CellsPass => {
  const cells = state.inputs;
  const rows = input.rows;
  const gates = arena.take(rows, 4 * cells);
  const memory = arena.take(rows, cells);
  const curve = arena.take(rows, cells);
  const output = arena.take(rows, cells);
  const before = arena.take(rows, cells);
  for (let row = 0; row < rows; row++) gates.values.set(incoming.bias.values, row * 4 * cells);
  arena.product(gates, input, incoming.weights);
  const [g, m, c, o] = [gates.values, memory.values, curve.values, output.values];
  for (let step = 0; step + 1 < steps.length; step++) {
    const from = steps[step]!;
    const count = steps[step + 1]! - from;
    const earlier = step > 0 ? steps[step - 1]! : 0;
    if (step > 0) {
      for (let i = 0; i < count * cells; i++)
        before.values[from * cells + i] = o[earlier * cells + i]! * kept.values[i]!;
      arena.product(gates, before, state.weights, { c: from, a: from, count });
    }
    for (let sentence = 0; sentence < count; sentence++) {
      const at = (from + sentence) * cells;
      const gate = at * 4;
      const old = (earlier + sentence) * cells;
      for (let i = 0; i < cells; i++) {
        const enter = sigmoid(g[gate + i]!);
        const forget = sigmoid(g[gate + cells + i]!);
        const value = Math.tanh(g[gate + 2 * cells + i]!);
        const show = sigmoid(g[gate + 3 * cells + i]!);
        const now = enter * value + (step > 0 ? forget * m[old + i]! : 0);
        g[gate + i] = enter;
        g[gate + cells + i] = forget;
        g[gate + 2 * cells + i] = value;
        g[gate + 3 * cells + i] = show;
        m[at + i] = now;
        const bent = Math.tanh(now);
        c[at + i] = bent;
        o[at + i] = show * bent;
      }
    }
  }

  const back = (outputGradient: Floats, inputGradient: Floats): void => {
    const slopes = arena.take(rows, 4 * cells);
    const memoryGradient = arena.take(rows, cells);
    const beforeGradient = arena.take(steps[1]!, cells);
    const [s, d, dm] = [slopes.values, outputGradient.values, memoryGradient.values];
    const turned = transposeOf(arena, state);
    for (let step = steps.length - 2; step >= 0; step--) {
      const from = steps[step]!;
      const count = steps[step + 1]! - from;
      const earlier = step > 0 ? steps[step - 1]! : 0;
      for (let sentence = 0; sentence < count; sentence++) {
        const at = (from + sentence) * cells;
        const gate = at * 4;
        const old = (earlier + sentence) * cells;
        for (let i = 0; i < cells; i++) {
          const enter = g[gate + i]!;
          const forget = g[gate + cells + i]!;
          const value = g[gate + 2 * cells + i]!;
          const show = g[gate + 3 * cells + i]!;
          const bent = c[at + i]!;
          const slope = d[at + i]!;
          const inner = dm[at + i]! + slope * show * (1 - bent * bent);
          s[gate + i] = inner * value * enter * (1 - enter);
          s[gate + 2 * cells + i] = inner * enter * (1 - value * value);
          s[gate + 3 * cells + i] = slope * bent * show * (1 - show);
          if (step > 0) {
            s[gate + cells + i] = inner * m[old + i]! * forget * (1 - forget);
            dm[old + i]! += inner * forget;
          }
        }
      }
      if (step === 0) continue;
      beforeGradient.values.fill(0, 0, count * cells);
      arena.product(beforeGradient, slopes, turned, { c: 0, a: from, count });
      for (let i = 0; i < count * cells; i++) d[earlier * cells + i]! += beforeGradient.values[i]! * kept.values[i]!;
    }
    arena.transposed(incoming.weightsGradient, input, slopes);
    arena.transposed(state.weightsGradient, before, slopes);
    sumRows(slopes, incoming.biasGradient);
    arena.product(inputGradient, slopes, transposeOf(arena, incoming));
  };
  return { output, back };
};

/** Adds every row of a matrix to one row. */
export const sumRows = ({ rows, columns, values }: Floats, into: Floats): void => {
  for (let row = 0, at = 0; row < rows; row++) for (let i = 0; i < columns; i++, at++) into.values[i]! += values[at]!;
};
