/**
 * What the network says of a sentence: two directions of long short-term memory over its words, then a score for every
 * pair of words and for every relation of an arc (Dozat & Manning 2017). Sums are whole numbers, see fixed.ts.
 */
import { dot } from './dot.ts';
import type { TaggedWord } from './features.ts';
import { fixed, nearest, ONE, placeOf, rectified, SIGMOID, TANGENT } from './fixed.ts';
import { type Layer, layOut, type Plain, type RoomName } from './layout.ts';
import type { Model } from './model.ts';
import { wordVectorsOf } from './words.ts';

export type Network = {
  readonly kind: 'wasm' | 'plain';
  /** Takes a sentence in; what follows is about it. */
  readonly take: (words: readonly TaggedWord[]) => void;
  /** Fills `scores[word * (upos + xpos) + tag]`, words from 0: first every `upos`, then every `xpos`. */
  readonly scoreTags: (scores: Float64Array) => void;
  /** Fills `scores[dependent * (n + 1) + head]`, words from 1, head 0 the root. */
  readonly scoreArcs: (scores: Float64Array) => void;
  /** Fills `scores[word * relations + relation]`, words from 0, for the relation of each word to its head (from 1). */
  readonly scoreRelations: (heads: Int32Array, scores: Float64Array) => void;
};

/** A network of a trained model for sentences of up to `most` words. */
export const createNetwork = (model: Model, most: number, plainOnly: boolean): Network => {
  const { sizes, relations } = model;
  const { cells, arc, label } = sizes;
  const { kernel, layers, plain, rooms } = layOut(model, most, plainOnly);
  const shorts = new Int16Array(kernel.memory);
  const sums = new Int32Array(kernel.memory);
  const writeWord = wordVectorsOf(model);
  const shortsAt = (room: RoomName, row: number): number => (rooms[room].at + row * rooms[room].stride) >> 1;
  const sumsAt = (row: number): number => (rooms.sums.at + row * rooms.sums.stride) >> 2;

  const memory = new Float32Array(cells);
  const tagCount = model.upos.length + model.xpos.length;
  const tags = new Float64Array(most * tagCount);
  // Rows from 0 on: the root, then the words. As floats of 64 bits, so that no product has to widen them.
  const headArcs = new Float64Array((most + 1) * arc);
  const headLabels = new Float64Array((most + 1) * label);
  const pulled = new Float64Array(Math.max(arc, label));
  const fromHead = new Float64Array((most + 1) * relations.length);
  const labelBias = Float64Array.from(plain.labels.bias);
  const root = model.matrices.get('root')!;
  for (let i = 0; i < arc; i++) headArcs[i] = root.weights[i]! * root.scales[0]!;
  for (let i = 0; i < label; i++) headLabels[i] = root.weights[arc + i]! * root.scales[0]!;
  let n = 0;
  let last: RoomName = 'input';

  const product = ({ weights, pairs, blocks }: Plain['product'], room: RoomName): void => {
    const { at, stride } = rooms[room];
    sums.fill(0, sumsAt(0), sumsAt(n));
    kernel.multiply(weights, pairs, blocks, at, stride, rooms.sums.at, rooms.sums.stride, n);
  };

  /** The values of a product, row after row. */
  const valuesOf = ({ product: one, rows, scales, bias }: Plain, room: RoomName, into: Float64Array): void => {
    product(one, room);
    for (let word = 0; word < n; word++) {
      const at = sumsAt(word);
      for (let row = 0; row < rows; row++) into[word * rows + row] = sums[at + row]! * scales[row]! + bias[row]!;
    }
  };

  const runLayer = ({ incoming, back, scales, bias }: Layer, direction: number, from: RoomName, to: RoomName): void => {
    product(incoming, from);
    const offset = direction * cells;
    memory.fill(0);
    for (let step = 0; step < n; step++) {
      const word = direction === 0 ? step : n - 1 - step;
      const sum = sumsAt(word);
      if (step > 0) {
        const before = (shortsAt(to, direction === 0 ? word - 1 : word + 1) + offset) * 2;
        kernel.multiply(back.weights, back.pairs, back.blocks, before, 0, sum * 4, 0, 1);
      }
      const out = shortsAt(to, word) + offset;
      for (let enter = 0; enter < cells; enter++) {
        const forget = enter + cells;
        const value = forget + cells;
        const show = value + cells;
        const kept =
          SIGMOID[placeOf(sums[sum + forget]! * scales[forget]! + bias[forget]!)]! * memory[enter]! +
          SIGMOID[placeOf(sums[sum + enter]! * scales[enter]! + bias[enter]!)]! *
            TANGENT[placeOf(sums[sum + value]! * scales[value]! + bias[value]!)]!;
        memory[enter] = kept;
        const shown = SIGMOID[placeOf(sums[sum + show]! * scales[show]! + bias[show]!)]! * TANGENT[placeOf(kept)]!;
        shorts[out + enter] = nearest(shown * ONE);
      }
    }
  };

  /** What each word is as a dependent and as a head: the former in fixed point, the latter as floats. */
  const takeSides = (): void => {
    const { scales, bias } = plain.sides;
    product(plain.sides.product, last);
    for (let word = 0; word < n; word++) {
      const at = sumsAt(word);
      const value = (row: number): number => rectified(sums[at + row]! * scales[row]! + bias[row]!);
      const arcs = shortsAt('arcSide', word);
      const labels = shortsAt('labelSide', word);
      for (let i = 0; i < arc; i++) {
        shorts[arcs + i] = fixed(value(i));
        headArcs[(word + 1) * arc + i] = value(arc + i);
      }
      for (let i = 0; i < label; i++) {
        shorts[labels + i] = fixed(value(2 * arc + i));
        headLabels[(word + 1) * label + i] = value(2 * arc + label + i);
      }
    }
  };

  return {
    kind: kernel.kind,
    take: (words) => {
      n = words.length;
      for (let i = 0; i < n; i++) writeWord(words[i]!, shorts, shortsAt('input', i));
      last = 'input';
      layers.forEach((directions, layer) => {
        const to: RoomName = layer % 2 === 0 ? 'even' : 'odd';
        directions.forEach((one, direction) => {
          runLayer(one, direction, last, to);
        });
        last = to;
        if (layer === 0) valuesOf(plain.tags, to, tags);
      });
      takeSides();
    },
    scoreTags: (scores) => scores.set(tags.subarray(0, n * tagCount)),
    scoreArcs: (scores) => {
      const { scales, bias, product: arcs } = plain.arcs;
      product(arcs, 'arcSide');
      for (let word = 1; word <= n; word++) {
        const at = sumsAt(word - 1);
        for (let i = 0; i < arc; i++) pulled[i] = sums[at + i]! * scales[i]! + bias[i]!;
        for (let head = 0; head <= n; head++) scores[word * (n + 1) + head] = dot(pulled, 0, headArcs, head * arc, arc);
      }
    },
    scoreRelations: (heads, scores) => {
      const count = relations.length;
      valuesOf(plain.dependents, 'labelSide', scores);
      for (let head = 0; head <= n; head++)
        for (let r = 0; r < count; r++)
          fromHead[head * count + r] = dot(labelBias, r * label, headLabels, head * label, label);
      product(plain.labels.product, 'labelSide');
      for (let word = 0; word < n; word++) {
        const at = sumsAt(word);
        const head = heads[word + 1]!;
        for (let r = 0; r < count; r++) {
          for (let i = 0; i < label; i++) pulled[i] = sums[at + r * label + i]!;
          const pull = dot(pulled, 0, headLabels, head * label, label) * plain.labels.scales[r * label]!;
          scores[word * count + r]! += pull + fromHead[head * count + r]!;
        }
      }
    },
  };
};
