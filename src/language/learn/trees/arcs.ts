/** Losses of arcs and relations over what words are as dependents and heads (Dozat & Manning 2017). */

import type { Batch } from './batches.ts';
import { dot } from './dot.ts';
import type { Arena, Floats } from './floats.ts';
import { dense, softmaxGradient } from './losses.ts';
import type { Dense } from './parameters.ts';

/** Where in a row of sides the four sides begin. */
export type SideSizes = { readonly arc: number; readonly label: number };

/** A slope that changes nothing in 32 bits is not worth its time. */
const LEAST = 1e-8;

/** Columns `[from, from + count)` of a matrix as one of its own. */
const columnsOf = (arena: Arena, { rows, columns, values }: Floats, from: number, count: number): Floats => {
  const part = arena.take(rows, count);
  for (let row = 0; row < rows; row++)
    part.values.set(values.subarray(row * columns + from, row * columns + from + count), row * count);
  return part;
};

const addColumns = (into: Floats, from: number, part: Floats): void => {
  for (let row = 0; row < part.rows; row++)
    for (let i = 0; i < part.columns; i++)
      into.values[row * into.columns + from + i]! += part.values[row * part.columns + i]!;
};

/**
 * Every word chooses its head among all words of its sentence and the root.
 * @param root weights `[1][arc + label]`: the root as a head
 * @param gradient of the sides; added to
 */
export const arcLoss = (
  arena: Arena,
  batch: Batch,
  sides: Floats,
  { arc }: SideSizes,
  layer: Dense,
  root: Dense,
  gradient: Floats,
): number => {
  const dependents = columnsOf(arena, sides, 0, arc);
  const { output: pulled, back } = dense(arena, dependents, layer);
  const pulledGradient = arena.take(pulled.rows, pulled.columns);
  const dependentsGradient = arena.take(dependents.rows, arc);
  const scale = 1 / batch.rows;
  let loss = 0;
  batch.examples.forEach((example, sentence) => {
    const n = example.length;
    const scores = new Float64Array(n + 1);
    const rows = Array.from({ length: n }, (_, word) => batch.rowOf(sentence, word));
    for (let word = 0; word < n; word++) {
      const pull = rows[word]! * arc;
      for (let head = 0; head <= n; head++) {
        scores[head] =
          head === 0
            ? dot(pulled.values, pull, root.weights.values, 0, arc)
            : dot(pulled.values, pull, sides.values, rows[head - 1]! * sides.columns + arc, arc);
      }
      loss += softmaxGradient(scores, 0, n + 1, example.head[word]!);
      for (let head = 0; head <= n; head++) {
        const slope = scores[head]! * scale;
        if (Math.abs(slope) < LEAST) continue;
        if (head === 0)
          for (let i = 0; i < arc; i++) {
            pulledGradient.values[pull + i]! += slope * root.weights.values[i]!;
            root.weightsGradient.values[i]! += slope * pulled.values[pull + i]!;
          }
        else {
          const side = rows[head - 1]! * sides.columns + arc;
          for (let i = 0; i < arc; i++) {
            pulledGradient.values[pull + i]! += slope * sides.values[side + i]!;
            gradient.values[side + i]! += slope * pulled.values[pull + i]!;
          }
        }
      }
    }
  });
  back(pulledGradient, dependentsGradient);
  addColumns(gradient, 0, dependentsGradient);
  return loss * scale;
};

/** Every word chooses its relation to its right head. */
export const relationLoss = (
  arena: Arena,
  batch: Batch,
  sides: Floats,
  { arc, label }: SideSizes,
  layers: { readonly labels: Dense; readonly dependents: Dense; readonly root: Dense },
  gradient: Floats,
): number => {
  const own = columnsOf(arena, sides, 2 * arc, label);
  const ownGradient = arena.take(own.rows, label);
  const squares = dense(arena, own, layers.labels);
  const alone = dense(arena, own, layers.dependents);
  const squaresGradient = arena.take(own.rows, squares.output.columns);
  const count = layers.dependents.outputs;
  const scale = 1 / batch.rows;
  const { root } = layers;
  const scores = alone.output;
  let loss = 0;
  batch.examples.forEach((example, sentence) => {
    for (let word = 0; word < example.length; word++) {
      const row = batch.rowOf(sentence, word);
      const head = example.head[word]!;
      const [heads, slopes, side] =
        head === 0
          ? [root.weights.values, root.weightsGradient.values, arc]
          : [sides.values, gradient.values, batch.rowOf(sentence, head - 1) * sides.columns + 2 * arc + label];
      const at = row * scores.columns;
      const square = row * squares.output.columns;
      for (let r = 0; r < count; r++)
        scores.values[at + r]! += dot(squares.output.values, square + r * label, heads, side, label);
      loss += softmaxGradient(scores.values, at, at + count, example.relation[word]!);
      scores.values.fill(0, at + count, at + scores.columns);
      for (let r = 0; r < count; r++) {
        const slope = scores.values[at + r]! * scale;
        scores.values[at + r] = slope;
        if (Math.abs(slope) < LEAST) continue;
        for (let i = 0; i < label; i++) {
          squaresGradient.values[square + r * label + i]! += slope * heads[side + i]!;
          slopes[side + i]! += slope * squares.output.values[square + r * label + i]!;
        }
      }
    }
  });
  squares.back(squaresGradient, ownGradient);
  alone.back(scores, ownGradient);
  addColumns(gradient, 2 * arc, ownGradient);
  return loss * scale;
};
