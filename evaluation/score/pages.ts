/**
 * Article text out of a page: overlap of four-word shingles, counted with repetition; precision and recall are averaged
 * over pages and then joined, as the article extraction benchmark of Scrapinghub defines it.
 */
import { harmonic } from './f1.ts';

const SHINGLE = 4;

const shinglesOf = (text: string): Map<string, number> => {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const add = (part: readonly string[]): void => {
    const key = part.join('\n');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  // A text shorter than one shingle is one by itself.
  if (words.length > 0 && words.length < SHINGLE) add(words);
  for (let start = 0; start + SHINGLE <= words.length; start += 1) add(words.slice(start, start + SHINGLE));
  return counts;
};

/** All 0–100. Pages whose gold and prediction are both empty do not count. */
export const scorePages = (
  gold: ReadonlyMap<string, string>,
  predicted: ReadonlyMap<string, string>,
): { readonly precision: number; readonly recall: number; readonly f1: number } => {
  let precision = 0;
  let recall = 0;
  let pages = 0;
  for (const [id, body] of gold) {
    const wanted = shinglesOf(body);
    const found = shinglesOf(predicted.get(id) ?? '');
    let shared = 0;
    for (const [key, count] of found) shared += Math.min(count, wanted.get(key) ?? 0);
    const sizeOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);
    const [foundSize, wantedSize] = [sizeOf(found), sizeOf(wanted)];
    if (foundSize + wantedSize === 0) continue;
    pages += 1;
    precision += foundSize === 0 ? 0 : shared / foundSize;
    recall += wantedSize === 0 ? 0 : shared / wantedSize;
  }
  const n = pages || 1;
  return {
    precision: (100 * precision) / n,
    recall: (100 * recall) / n,
    f1: 100 * harmonic(precision / n, recall / n),
  };
};
