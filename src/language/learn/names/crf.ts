/**
 * Learns one layer of a namer: a linear-chain conditional random field by its exact gradient, sentence by sentence, with
 * dropout of features; the weights by FTRL-Proximal, as the tagger's. Deterministic.
 */

import { hashOf } from '../../hash.ts';
import type { HashedWeights } from '../../hashed/weights.ts';
import { keyOfStep, keysAbove, keysAlone, keysTogether } from '../../names/keys.ts';
import { createNameViewer, type NameWord } from '../../names/look.ts';
import { type Layer, labelsIn, type NameModel } from '../../names/model.ts';
import { mayFollow, type NamedSpan } from '../../names/namer.ts';
import {
  ALONE,
  ATTRIBUTES,
  BARE,
  FEATURES,
  FORM,
  MARGIN,
  MOST_KEYS,
  STEM,
  UNDER,
  WORD,
} from '../../names/templates.ts';
import { plainForm } from '../../tags/words.ts';
import { createWeights } from '../tags/weights.ts';
import { createRandom, shuffled } from '../trees/random.ts';

/** A sentence with the names that somebody marked in it. */
export type MarkedSentence = { readonly words: readonly NameWord[]; readonly names: readonly NamedSpan[] };

export type NameOptions = {
  readonly epochs: number;
  readonly step: number;
  readonly threshold: number;
  /** Share of the features that a word goes without each time. */
  readonly dropout: number;
  /** Weights that are kept in the end. */
  readonly entries: number;
  readonly seed: number;
  /** Uses from which on a feature is learned. */
  readonly least: number;
};

export const NAME_OPTIONS: NameOptions = {
  epochs: 12,
  step: 0.1,
  threshold: 0.1,
  dropout: 0.5,
  entries: 1_500_000,
  seed: 1,
  least: 2,
};

// A gradient smaller than this is not worth its time.
const LEAST_GRADIENT = 0.002;
// Uses up to which a word counts as rare.
const RARE = 2;
const RARE_DROPOUT = 0.5;

const NAMES = [FORM, WORD, STEM, BARE];
const COUNTED = 1 << 24;

type Seen = {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly nameless: readonly (Int32Array | undefined)[];
};

/** Label of each word: 0 outside, 1 + 2k the first of a name of kind k, 2 + 2k its others. */
export const labelsOf = ({ words, names }: MarkedSentence, { kinds }: Layer): Uint8Array => {
  const labels = new Uint8Array(words.length);
  for (const { kind, first, after } of names) {
    const k = kinds.indexOf(kind);
    if (k < 0) throw new RangeError(`«${kind}» is no kind of this layer`);
    for (let i = first; i < after; i++) labels[i] = i === first ? 1 + 2 * k : 2 + 2 * k;
  }
  return labels;
};

/** Weights of one layer, its labels counted from 0; `at` is its number in the model. */
export const learnLayer = (
  layer: Layer,
  at: number,
  sentences: readonly MarkedSentence[],
  known: Pick<NameModel, 'fine' | 'coarse' | 'senses'>,
  options: Partial<NameOptions> = {},
  under?: readonly Uint8Array[],
): HashedWeights => {
  const { epochs, dropout, entries, seed, least, ...learning } = { ...NAME_OPTIONS, ...options };
  const size = labelsIn(layer);
  const table = createWeights(size, learning);
  const viewer = createNameViewer(known);
  const random = createRandom(seed);
  const gold = sentences.map((sentence) => labelsOf(sentence, layer));
  const counts = new Map<number, number>();
  for (const { words } of sentences)
    for (const { form } of words) {
      const word = hashOf(plainForm(form));
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  const part = new Uint32Array(MOST_KEYS);
  const all = new Uint32Array(FEATURES);
  /** Keys of all features of the word that stands at `from`. */
  const keysOf = (attributes: Uint32Array, from: number, above: boolean): number => {
    let n = 0;
    const take = (some: number): void => {
      for (let k = 0; k < some; k++) all[n++] = part[k]!;
    };
    for (let each = 0; each < ALONE.length; each++)
      take(keysAlone(each, attributes, from + ALONE[each]![0] * ATTRIBUTES, part));
    take(keysTogether(attributes, from, part));
    if (above) take(keysAbove(attributes, from, part));
    return n;
  };
  const viewOf = (number: number): Uint32Array => {
    const { words } = sentences[number]!;
    const { attributes } = viewer.look(words);
    const below = under?.[number];
    if (below) for (let i = 0; i < words.length; i++) attributes[(i + MARGIN) * ATTRIBUTES + UNDER] = below[i]! + 1;
    return attributes;
  };
  // How often each feature is met, up to `least`; the few that share a place are counted together.
  const met = new Uint8Array(COUNTED);
  for (const [number, { words }] of sentences.entries()) {
    const attributes = viewOf(number);
    for (let i = 0; i < words.length; i++) {
      const some = keysOf(attributes, (i + MARGIN) * ATTRIBUTES, under !== undefined);
      for (let k = 0; k < some; k++) {
        const place = all[k]! & (COUNTED - 1);
        if (met[place]! < least) met[place]!++;
      }
    }
  }
  const rowsOf = (some: number, into: number[]): void => {
    for (let k = 0; k < some; k++) if (met[all[k]! & (COUNTED - 1)]! >= least) into.push(table.row(all[k]!));
  };
  // Looked up once for all rounds: rows of the features of each word, and for a rare word those that do not tell its name.
  const seen = sentences.map(({ words }, number): Seen => {
    const attributes = viewOf(number);
    const above = under !== undefined;
    const rows: number[] = [];
    const starts = new Int32Array(words.length + 1);
    const nameless: (Int32Array | undefined)[] = [];
    for (let i = 0; i < words.length; i++) {
      const from = (i + MARGIN) * ATTRIBUTES;
      rowsOf(keysOf(attributes, from, above), rows);
      starts[i + 1] = rows.length;
      if (counts.get(attributes[from + WORD]!)! > RARE) continue;
      const own = NAMES.map((place) => attributes[from + place]!);
      for (const place of NAMES) attributes[from + place] = 0;
      const left: number[] = [];
      rowsOf(keysOf(attributes, from, above), left);
      nameless[i] = Int32Array.from(left);
      for (const [at, place] of NAMES.entries()) attributes[from + place] = own[at]!;
    }
    return { rows: Int32Array.from(rows), starts, nameless };
  });
  const stepRows = Int32Array.from({ length: size + 1 }, (_, last) => table.row(keyOfStep(at, last)));
  const step = new Float64Array((size + 1) * size);
  const row = new Float32Array(size);
  let rows = new Int32Array(0);
  let starts = new Int32Array(0);
  let scores = new Float64Array(0);
  let alpha = new Float64Array(0);
  let beta = new Float64Array(0);
  let scale = new Float64Array(0);

  const one = (number: number): void => {
    const { words } = sentences[number]!;
    const labels = gold[number]!;
    const n = words.length;
    if (n === 0) return;
    if (rows.length < n * FEATURES) {
      rows = new Int32Array(n * FEATURES);
      starts = new Int32Array(n + 1);
      scores = new Float64Array(n * size);
      alpha = new Float64Array(n * size);
      beta = new Float64Array(n * size);
      scale = new Float64Array(n);
    }
    const known = seen[number]!;
    let end = 0;
    for (let i = 0; i < n; i++) {
      starts[i] = end;
      // Words that are rare go without their name half of the time, as words that were never seen do.
      const nameless = known.nameless[i];
      if (nameless && random() < RARE_DROPOUT) {
        for (let k = 0; k < nameless.length; k++) if (random() >= dropout) rows[end++] = nameless[k]!;
      } else
        for (let k = known.starts[i]!; k < known.starts[i + 1]!; k++)
          if (random() >= dropout) rows[end++] = known.rows[k]!;
    }
    starts[n] = end;
    for (let last = 0; last <= size; last++) {
      row.fill(0);
      table.add(stepRows[last]!, row);
      for (let y = 0; y < size; y++)
        step[last * size + y] = mayFollow(last === size ? 0 : last, y) ? Math.exp(row[y]!) : 0;
    }
    for (let i = 0; i < n; i++) {
      row.fill(0);
      for (let k = starts[i]!; k < starts[i + 1]!; k++) table.add(rows[k]!, row);
      let most = -Infinity;
      for (let y = 0; y < size; y++) most = Math.max(most, row[y]!);
      for (let y = 0; y < size; y++) scores[i * size + y] = Math.exp((row[y]! - most) / (1 - dropout));
    }
    // Forward and backward, each word scaled to a sum of one.
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let y = 0; y < size; y++) {
        let before = 0;
        if (i === 0) before = step[size * size + y]!;
        else for (let last = 0; last < size; last++) before += alpha[(i - 1) * size + last]! * step[last * size + y]!;
        const value = before * scores[i * size + y]!;
        alpha[i * size + y] = value;
        sum += value;
      }
      scale[i] = sum;
      for (let y = 0; y < size; y++) alpha[i * size + y]! /= sum;
    }
    for (let y = 0; y < size; y++) beta[(n - 1) * size + y] = 1;
    for (let i = n - 2; i >= 0; i--)
      for (let last = 0; last < size; last++) {
        let value = 0;
        for (let y = 0; y < size; y++)
          value += step[last * size + y]! * scores[(i + 1) * size + y]! * beta[(i + 1) * size + y]!;
        beta[i * size + last] = value / scale[i + 1]!;
      }
    for (let i = 0; i < n; i++)
      for (let y = 0; y < size; y++) {
        const gradient = (labels[i] === y ? 1 : 0) - alpha[i * size + y]! * beta[i * size + y]!;
        if (gradient < LEAST_GRADIENT && gradient > -LEAST_GRADIENT) continue;
        for (let k = starts[i]!; k < starts[i + 1]!; k++) table.learn(rows[k]!, y, gradient);
      }
    for (let i = 0; i < n; i++) {
      const right = labels[i]!;
      for (let last = 0; last <= size; last++) {
        if (i === 0 ? last < size : last === size) continue;
        const from = i === 0 ? 1 : alpha[(i - 1) * size + last]!;
        if (from < LEAST_GRADIENT && labels[i - 1] !== last) continue;
        for (let y = 0; y < size; y++) {
          if (step[last * size + y] === 0) continue;
          const likely = (from * step[last * size + y]! * scores[i * size + y]! * beta[i * size + y]!) / scale[i]!;
          const gradient = (right === y && (i === 0 || labels[i - 1] === last) ? 1 : 0) - likely;
          if (gradient > LEAST_GRADIENT || gradient < -LEAST_GRADIENT) table.learn(stepRows[last]!, y, gradient);
        }
      }
    }
  };

  const order = [...sentences.keys()];
  for (let epoch = 0; epoch < epochs; epoch++) for (const number of shuffled(order, random)) one(number);
  return table.prune(entries);
};

/** Several layers' weights, each learned with its labels counted from 0, as one table. */
export const joinLayers = (layers: readonly Layer[], parts: readonly HashedWeights[]): HashedWeights => {
  const rows = new Map<number, [label: number, value: number][]>();
  let offset = 0;
  for (const [at, { keys, starts, labels, values }] of parts.entries()) {
    for (let k = 0; k < keys.length; k++) {
      const row = rows.get(keys[k]!) ?? [];
      for (let entry = starts[k]!; entry < starts[k + 1]!; entry++) row.push([offset + labels[entry]!, values[entry]!]);
      rows.set(keys[k]!, row);
    }
    offset += labelsIn(layers[at]!);
  }
  const sorted = [...rows].sort((a, b) => a[0] - b[0]);
  const starts = new Uint32Array(sorted.length + 1);
  for (const [at, [, row]] of sorted.entries()) starts[at + 1] = starts[at]! + row.length;
  const entries = sorted.flatMap(([, row]) => row);
  return {
    keys: Uint32Array.from(sorted, ([key]) => key),
    starts,
    labels: Uint8Array.from(entries, ([label]) => label),
    values: Float32Array.from(entries, ([, value]) => value),
  };
};
