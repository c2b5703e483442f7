/**
 * Names in a sentence: a conditional random field (Lafferty et al. 2001) over hashed features, one for each layer, all on
 * one pass over the features. What hangs on one word alone is summed once for each type of word and kept.
 */
import { createSums } from '../hashed/sums.ts';
import { keyOfStep, keysAbove, keysAlone, keysTogether } from './keys.ts';
import { createNameViewer, type NameWord, REMEMBERED } from './look.ts';
import { labelsIn, type NameModel } from './model.ts';
import { ALONE, ATTRIBUTES, MARGIN, MOST_KEYS, UNDER } from './templates.ts';

/** Words `[first, after)` of the sentence. */
export type NamedSpan = { readonly kind: string; readonly first: number; readonly after: number };

export type Namer = {
  /** Names by layer, in order, none overlapping within its layer. Linear in the number of words. */
  readonly names: (words: readonly NameWord[]) => Readonly<Record<string, readonly NamedSpan[]>>;
};

/** Whether label `y` may follow label `last` within a layer: the inside of a name only its own kind. */
export const mayFollow = (last: number, y: number): boolean => y === 0 || y % 2 === 1 || last === y || last === y - 1;

// Far below every score.
const NEVER = -1e9;

/** Names out of labels. */
const spansOf = (labels: Uint8Array, kinds: readonly string[]): NamedSpan[] => {
  const spans: NamedSpan[] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === 0) continue;
    const first = i;
    while (labels[i + 1] === label + 1) i++;
    spans.push({ kind: kinds[(label - 1) >> 1]!, first, after: i + 1 });
  }
  return spans;
};

/** A namer with the weights of `model`. Pure: the same words give the same names, whatever was asked before. */
export const createNamer = (model: NameModel): Namer => {
  const { layers, weights } = model;
  const sizes = layers.map(labelsIn);
  const offsets = sizes.map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0));
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const viewer = createNameViewer(model);
  const keys = new Uint32Array(MOST_KEYS);
  const { add, addAlone, numberedAs } = createSums({
    weights,
    count,
    rows: ALONE.length,
    remembered: REMEMBERED,
    keysAlone,
    keys,
  });
  let scores = new Float32Array(0);

  /** Steps from label to label, `last × size + y`; what may not follow is far below everything. */
  const steps = layers.map(({ eager }, layer) => {
    const size = sizes[layer]!;
    const row = new Float32Array(count);
    const all = new Float32Array((size + 1) * size);
    for (let last = 0; last <= size; last++) {
      row.fill(0);
      keys[0] = keyOfStep(layer, last);
      add(1, row, 0);
      for (let y = 0; y < size; y++)
        all[last * size + y] = mayFollow(last === size ? 0 : last, y)
          ? row[offsets[layer]! + y]! - (y === 0 ? eager / 10 : 0)
          : NEVER;
    }
    return all;
  });

  const decode = (layer: number, n: number): Uint8Array => {
    const size = sizes[layer]!;
    const offset = offsets[layer]!;
    const step = steps[layer]!;
    const back = new Uint8Array(n * size);
    let before = new Float32Array(size);
    let now = new Float32Array(size);
    for (let y = 0; y < size; y++) before[y] = scores[offset + y]! + step[size * size + y]!;
    for (let i = 1; i < n; i++) {
      for (let y = 0; y < size; y++) {
        let best = 0;
        let most = -Infinity;
        // The inside of a name stands only behind its own kind.
        const inside = y > 0 && y % 2 === 0;
        for (let last = inside ? y - 1 : 0; last < (inside ? y + 1 : size); last++) {
          const score = before[last]! + step[last * size + y]!;
          if (score > most) [best, most] = [last, score];
        }
        back[i * size + y] = best;
        now[y] = most + scores[i * count + offset + y]!;
      }
      [before, now] = [now, before];
    }
    let y = 0;
    for (let k = 1; k < size; k++) if (before[k]! > before[y]!) y = k;
    const given = new Uint8Array(n);
    for (let i = n - 1; i >= 0; i--) {
      given[i] = y;
      y = back[i * size + y]!;
    }
    return given;
  };

  return {
    names: (words) => {
      const n = words.length;
      if (n === 0) return Object.fromEntries(layers.map(({ name }) => [name, []]));
      const { attributes, types } = viewer.look(words);
      numberedAs(viewer.generation());
      if (scores.length < n * count) scores = new Float32Array(2 * n * count);
      scores.fill(0, 0, n * count);
      for (let i = 0; i < n; i++) {
        const at = (i + MARGIN) * ATTRIBUTES;
        for (let row = 0; row < ALONE.length; row++) {
          const offset = ALONE[row]![0];
          addAlone(row, attributes, at + offset * ATTRIBUTES, types[i + MARGIN + offset]!, scores, i * count);
        }
        add(keysTogether(attributes, at, keys), scores, i * count);
      }
      const found: Record<string, readonly NamedSpan[]> = {};
      for (const [layer, { name, kinds }] of layers.entries()) {
        const given = decode(layer, n);
        found[name] = spansOf(given, kinds);
        if (layer > 0 || layers.length === 1) continue;
        for (let i = 0; i < n; i++) attributes[(i + MARGIN) * ATTRIBUTES + UNDER] = given[i]! + 1;
        for (let i = 0; i < n; i++) add(keysAbove(attributes, (i + MARGIN) * ATTRIBUTES, keys), scores, i * count);
      }
      return found;
    },
  };
};
