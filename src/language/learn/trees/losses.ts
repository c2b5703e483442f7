/** How wrong the network is (cross-entropy), and which way is better: for tags, arcs and relations. */
import { LEAK, rectified } from '../../trees/fixed.ts';
import type { Batch } from './batches.ts';
import { sumRows } from './cells.ts';
import type { Arena, Floats } from './floats.ts';
import { type Dense, transposeOf } from './parameters.ts';

/**
 * Turns scores `[from, to)` of an array into their gradient: probabilities, less one at the right place.
 * @returns the loss; where `right` is negative there is none, and no gradient
 */
export const softmaxGradient = (
  scores: Float32Array | Float64Array,
  from: number,
  to: number,
  right: number,
): number => {
  if (right < 0) {
    scores.fill(0, from, to);
    return 0;
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) most = Math.max(most, scores[i]!);
  let sum = 0;
  for (let i = from; i < to; i++) {
    const value = Math.exp(scores[i]! - most);
    scores[i] = value;
    sum += value;
  }
  for (let i = from; i < to; i++) scores[i]! /= sum;
  const loss = -Math.log(Math.max(1e-12, scores[from + right]!));
  scores[from + right]! -= 1;
  return loss;
};

/** A dense product with its way back: gradients of weights, bias and input from that of the output. */
export const dense = (
  arena: Arena,
  input: Floats,
  layer: Dense,
): { readonly output: Floats; readonly back: (outputGradient: Floats, inputGradient: Floats) => void } => {
  const output = arena.take(input.rows, layer.weights.columns);
  for (let row = 0; row < input.rows; row++) output.values.set(layer.bias.values, row * output.columns);
  arena.product(output, input, layer.weights);
  return {
    output,
    back: (outputGradient, inputGradient) => {
      arena.transposed(layer.weightsGradient, input, outputGradient);
      sumRows(outputGradient, layer.biasGradient);
      arena.product(inputGradient, outputGradient, transposeOf(arena, layer));
    },
  };
};

/** Loss of both kinds of tags; their gradient goes into `inputGradient`. */
export const tagLoss = (
  arena: Arena,
  batch: Batch,
  input: Floats,
  layer: Dense,
  kinds: { readonly upos: number; readonly weight: number },
  inputGradient: Floats,
): number => {
  const { output, back } = dense(arena, input, layer);
  let loss = 0;
  batch.examples.forEach((example, sentence) => {
    for (let word = 0; word < example.length; word++) {
      const at = batch.rowOf(sentence, word) * output.columns;
      loss += softmaxGradient(output.values, at, at + kinds.upos, example.upos[word]!);
      loss += softmaxGradient(output.values, at + kinds.upos, at + layer.outputs, example.xpos[word]!);
      output.values.fill(0, at + layer.outputs, at + output.columns);
    }
  });
  const scale = kinds.weight / batch.rows;
  for (let i = 0; i < output.values.length; i++) output.values[i]! *= scale;
  back(output, inputGradient);
  return (loss * kinds.weight) / batch.rows;
};

/** What every word is as a dependent and as a head, dropped out; and the way back. */
export const sides = (
  arena: Arena,
  batch: Batch,
  input: Floats,
  layer: Dense,
  masks: Floats,
): { readonly values: Floats; readonly back: (gradient: Floats, inputGradient: Floats) => void } => {
  const { output: values, back } = dense(arena, input, layer);
  const { columns } = values;
  const negative = new Uint8Array(values.values.length);
  const eachRow = (act: (at: number, mask: number) => void): void =>
    batch.examples.forEach((example, sentence) => {
      for (let word = 0; word < example.length; word++) act(batch.rowOf(sentence, word) * columns, sentence * columns);
    });
  eachRow((at, mask) => {
    for (let i = 0; i < columns; i++) {
      negative[at + i] = values.values[at + i]! < 0 ? 1 : 0;
      values.values[at + i] = rectified(values.values[at + i]!) * masks.values[mask + i]!;
    }
  });
  return {
    values,
    back: (gradient, inputGradient) => {
      eachRow((at, mask) => {
        for (let i = 0; i < columns; i++)
          gradient.values[at + i]! *= masks.values[mask + i]! * (negative[at + i] === 1 ? LEAK : 1);
      });
      back(gradient, inputGradient);
    },
  };
};
