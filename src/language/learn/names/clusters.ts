/**
 * Classes of words from running text: each word goes to the class that makes the text likeliest when a class is foretold
 * by the word before it and by the word behind it (the exchange algorithm of Kneser & Ney 1993, in both directions as
 * Dehdari et al. 2016). Deterministic.
 */
import { hashOf } from '../../hash.ts';
import type { Numbered } from '../../names/model.ts';
import { plainForm } from '../../tags/words.ts';

export type ClusterOptions = { readonly classes: number; readonly seen: number; readonly rounds: number };

const logs = new Float64Array(1 << 16);
for (let i = 1; i < logs.length; i++) logs[i] = i * Math.log(i);
const nlogn = (n: number): number => (n < logs.length ? logs[n]! : n * Math.log(n));

/** @param texts sentences of words as written */
export const learnClusters = (
  texts: readonly (readonly string[])[],
  { classes, seen, rounds }: ClusterOptions,
): Numbered => {
  const counts = new Map<string, number>();
  const plain = texts.map((words) => words.map(plainForm));
  for (const words of plain) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vocabulary = [...counts]
    .filter(([, count]) => count >= seen)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const numbers = new Map(vocabulary.map(([word], at) => [word, at]));
  const size = vocabulary.length;
  // Rare words are one neighbour together, and so are the ends of sentences.
  const [rare, edge] = [size, size + 1];
  const pairs = new Map<number, number>();
  const width = size + 2;
  for (const words of plain) {
    let last = edge;
    for (const word of words) {
      const number = numbers.get(word) ?? rare;
      pairs.set(last * width + number, (pairs.get(last * width + number) ?? 0) + 1);
      last = number;
    }
    pairs.set(last * width + edge, (pairs.get(last * width + edge) ?? 0) + 1);
  }
  const before: [number, number][][] = Array.from({ length: width }, () => []);
  const behind: [number, number][][] = Array.from({ length: width }, () => []);
  for (const [pair, count] of pairs) {
    const [left, right] = [Math.floor(pair / width), pair % width];
    before[right]!.push([left, count]);
    behind[left]!.push([right, count]);
  }
  const classOf = new Int32Array(size);
  for (let word = 0; word < size; word++) classOf[word] = word % classes;
  const total = new Float64Array(classes);
  // How often class c stands behind, or before, a neighbour.
  const after = new Int32Array(width * classes);
  const ahead = new Int32Array(width * classes);
  const move = (word: number, to: number, sign: number): void => {
    for (const [left, count] of before[word]!) after[left * classes + to]! += sign * count;
    for (const [right, count] of behind[word]!) ahead[right * classes + to]! += sign * count;
    total[to]! += sign * vocabulary[word]![1];
  };
  for (let word = 0; word < size; word++) move(word, classOf[word]!, 1);
  const gain = new Float64Array(classes);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let word = 0; word < size; word++) {
      const from = classOf[word]!;
      move(word, from, -1);
      const own = vocabulary[word]![1];
      for (let to = 0; to < classes; to++) gain[to] = -2 * (nlogn(total[to]! + own) - nlogn(total[to]!));
      for (const [neighbours, table] of [
        [before[word]!, after],
        [behind[word]!, ahead],
      ] as const)
        for (const [other, count] of neighbours) {
          const base = other * classes;
          for (let to = 0; to < classes; to++) {
            const held = table[base + to]!;
            gain[to]! += held === 0 ? nlogn(count) : nlogn(held + count) - nlogn(held);
          }
        }
      let best = from;
      for (let to = 0; to < classes; to++) if (gain[to]! > gain[best]! + 1e-9) best = to;
      if (best !== from) moved++;
      classOf[word] = best;
      move(word, best, 1);
    }
    if (moved * 200 < size) break;
  }
  const hashed = new Map(vocabulary.map(([word], at) => [hashOf(word), classOf[at]! + 1]));
  const sorted = [...hashed].sort((a, b) => a[0] - b[0]);
  return {
    words: Uint32Array.from(sorted, ([hash]) => hash),
    numbers: Uint32Array.from(sorted, ([, number]) => number),
  };
};
