/**
 * What the network says of a sentence: two directions of long short-term memory over its words, then a score for every
 * pair of words and for every relation of an arc (Dozat & Manning 2017). What it multiplies and adds is in kernel.ts.
 */
import type { TaggedWord } from './features.ts';
import { type Layer, layOut, type Plain, type RoomName } from './layout.ts';
import type { Model } from './model.ts';
import { sumsOf } from './product.ts';
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

const SHORT = 2;
const WORD = 4;
/** Floats of a vector. */
const FLOATS = 4;

/** A network of a trained model for sentences of up to `most` words. */
export const createNetwork = (model: Model, most: number, plainOnly: boolean): Network => {
  const { sizes, relations } = model;
  const { cells, arc, label } = sizes;
  const { kernel, layers, plain, rooms, sums, values, scores: row, memory } = layOut(model, most, plainOnly);
  const shorts = new Int16Array(kernel.memory);
  const floats = new Float32Array(kernel.memory);
  const writeWord = wordVectorsOf(model);
  const placeOf = (room: RoomName, word: number): number => rooms[room].at + word * rooms[room].stride;

  const tagCount = model.upos.length + model.xpos.length;
  const tags = new Float64Array(most * tagCount);
  const root = model.matrices.get('root')!;
  const asHead = (room: RoomName, from: number, length: number): void => {
    for (let i = 0; i < length; i++) floats[placeOf(room, 0) / WORD + i] = root.weights[from + i]! * root.scales[0]!;
  };
  asHead('headArcs', 0, arc);
  asHead('headLabels', arc, label);
  let n = 0;
  let last: RoomName = 'input';

  /** Sums for all words, and how many bytes a word has of them. */
  const product = ({ weights, pairs, blocks }: Plain['product'], room: RoomName): number => {
    const { at, stride } = rooms[room];
    kernel.multiply(weights, pairs, blocks, at, stride, sums, n);
    return sumsOf(blocks);
  };

  /** The values of a product's sums, word after word: floats at `values`. */
  const scaled = ({ product: one, scales, bias, rows }: Plain, room: RoomName, take: (word: number) => void): void => {
    const bytes = product(one, room);
    for (let word = 0; word < n; word++) {
      kernel.scale(sums + word * bytes, scales, bias, values, Math.ceil(rows / FLOATS));
      take(word);
    }
  };

  /** The values of a product, row after row. */
  const valuesOf = (one: Plain, room: RoomName, into: Float64Array): void =>
    scaled(one, room, (word) => {
      for (let i = 0; i < one.rows; i++) into[word * one.rows + i] = floats[values / WORD + i]!;
    });

  const runLayer = ({ incoming, back, scales, bias }: Layer, direction: number, from: RoomName, to: RoomName): void => {
    const bytes = product(incoming, from);
    const offset = direction * cells * SHORT;
    floats.fill(0, memory / WORD, memory / WORD + cells);
    for (let step = 0; step < n; step++) {
      const word = direction === 0 ? step : n - 1 - step;
      const sum = sums + word * bytes;
      if (step > 0) {
        const before = placeOf(to, direction === 0 ? word - 1 : word + 1) + offset;
        kernel.accumulate(back.weights, back.pairs, back.blocks, before, sum);
      }
      kernel.step(sum, scales, bias, memory, placeOf(to, word) + offset);
    }
  };

  /** What each word is as a dependent and as a head: the former in fixed point, the latter as floats. */
  const takeSides = (): void => {
    const { scales, bias } = plain.sides;
    const bytes = product(plain.sides.product, last);
    for (let word = 0; word < n; word++) {
      const side = (first: number, length: number, to: number): void => {
        const from = first * WORD;
        kernel.rectify(sums + word * bytes + from, scales + from, bias + from, to, length / FLOATS);
      };
      side(0, arc, values);
      kernel.fix(values, placeOf('arcSide', word), arc / (2 * FLOATS));
      side(arc, arc, placeOf('headArcs', word + 1));
      side(2 * arc, label, values);
      kernel.fix(values, placeOf('labelSide', word), label / (2 * FLOATS));
      side(2 * arc + label, label, placeOf('headLabels', word + 1));
    }
  };

  return {
    kind: kernel.kind,
    take: (words) => {
      n = words.length;
      for (let i = 0; i < n; i++) writeWord(words[i]!, shorts, placeOf('input', i) / SHORT);
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
      const { at, stride } = rooms.headArcs;
      scaled(plain.arcs, 'arcSide', (word) => {
        kernel.dots(values, 0, at, stride, arc / (2 * FLOATS), row, n + 1);
        for (let head = 0; head <= n; head++) scores[(word + 1) * (n + 1) + head] = floats[row / WORD + head]!;
      });
    },
    scoreRelations: (heads, scores) => {
      const count = relations.length;
      valuesOf(plain.dependents, 'labelSide', scores);
      scaled(plain.labels, 'labelSide', (word) => {
        const head = placeOf('headLabels', heads[word + 1]!);
        kernel.dots(values, label * WORD, head, 0, label / (2 * FLOATS), row, count);
        for (let r = 0; r < count; r++) scores[word * count + r]! += floats[row / WORD + r]!;
      });
    },
  };
};
