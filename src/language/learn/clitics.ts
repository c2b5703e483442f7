/** Learns how Arabic words are cut from a treebank that writes clitics as words of their own (SpaceAfter=No). */
import { spaceAfter, type UdSentence } from '../conllu.ts';
import { hashOf } from '../hash.ts';
import { type CliticModel, type Cutting, cuttingFeatures, cuttingsOf, MOST_FEATURES } from '../words/clitics.ts';
import { lettersOf } from '../words/letters.ts';
import { createRandom, shuffled } from './trees/random.ts';

const LETTER = /^[\p{L}\p{M}\u0640]+$/u;
const EPOCHS = 12;
const STEP = 0.2;
// Weights below this change no choice.
const LEAST = 0.02;

type Written = { readonly plain: string; readonly cuts: readonly number[]; readonly pieces: readonly string[] };

/** Words as written, each with the letters at which its pieces begin. */
export const writtenWords = (sentences: readonly UdSentence[]): Written[] => {
  const written: Written[] = [];
  let pieces: string[] = [];
  const flush = (): void => {
    if (pieces.length > 0) {
      const cuts: number[] = [];
      let at = 0;
      for (const piece of pieces.slice(0, -1)) {
        at += piece.length;
        cuts.push(at);
      }
      written.push({ plain: pieces.join(''), cuts, pieces });
    }
    pieces = [];
  };
  for (const { words } of sentences) {
    for (const word of words) {
      const plain = lettersOf(word.form).plain;
      if (plain === '' || !LETTER.test(word.form)) flush();
      else pieces.push(plain);
      if (spaceAfter(word)) flush();
    }
    flush();
  }
  return written;
};

const bucket = (count: number): number => (count <= 0 ? 0 : count === 1 ? 1 : count < 6 ? 2 : 3);

/** Learns by logistic regression over the cuttings of each word; what a stem's count tells is learned without the word itself. */
export const learnClitics = (sentences: readonly UdSentence[]): CliticModel => {
  const words = writtenWords(sentences);
  const stemOf = ({ plain }: Written, { stem, stemEnd }: Cutting): number => hashOf(plain, stem, stemEnd);
  const examples = words.flatMap((word) => {
    const ways = cuttingsOf(word.plain);
    const gold = ways.findIndex(({ cuts }) => cuts.join() === word.cuts.join());
    return gold < 0 ? [] : [{ word, ways, gold }];
  });
  const counts = new Map<number, number>();
  for (const { word, ways, gold } of examples) {
    const stem = stemOf(word, ways[gold]!);
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const weights = new Map<number, number>();
  const squares = new Map<number, number>();
  const random = createRandom(1);
  const order = [...examples.keys()];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const at of shuffled(order, random)) {
      const { word, ways, gold } = examples[at]!;
      if (ways.length === 1) continue;
      const own = stemOf(word, ways[gold]!);
      const seenOf = (stem: number): number => bucket((counts.get(stem) ?? 0) - (stem === own ? 1 : 0));
      const keys = ways.map((way) => {
        const out = new Uint32Array(MOST_FEATURES);
        return out.subarray(0, cuttingFeatures(word.plain, way, seenOf, out));
      });
      const scores = keys.map((some) => some.reduce((sum, key) => sum + (weights.get(key) ?? 0), 0));
      const most = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - most));
      const sum = odds.reduce((a, b) => a + b);
      for (const [i, some] of keys.entries()) {
        const gradient = (i === gold ? 1 : 0) - odds[i]! / sum;
        if (Math.abs(gradient) < 0.001) continue;
        for (const key of some) {
          const square = (squares.get(key) ?? 0.1) + gradient * gradient;
          squares.set(key, square);
          weights.set(key, (weights.get(key) ?? 0) + (STEP * gradient) / Math.sqrt(square));
        }
      }
    }
  }
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= LEAST).sort((a, b) => a[0] - b[0]);
  const stems = [...counts].sort((a, b) => a[0] - b[0]);
  return {
    keys: Uint32Array.from(kept, ([key]) => key),
    values: Float32Array.from(kept, ([, weight]) => weight),
    stems: Uint32Array.from(stems, ([stem]) => stem),
    seen: Uint8Array.from(stems, ([, count]) => bucket(count)),
  };
};
