import { describe, expect, it } from 'vitest';
import { createRandom } from '../learn/trees/random.ts';
import { createTreeSearch } from './eisner.ts';

/** Whether heads (from 1) are a tree with one top and no crossing arcs. */
const isTree = (heads: readonly number[]): boolean => {
  const n = heads.length;
  if (heads.filter((head) => head === 0).length !== 1) return false;
  for (let word = 1; word <= n; word++) {
    let at = word;
    for (let steps = 0; at !== 0; steps++) {
      if (steps > n) return false;
      at = heads[at - 1]!;
    }
  }
  const arcs = heads
    .map((head, i) => [Math.min(head, i + 1), Math.max(head, i + 1)] as const)
    .filter(([from]) => from > 0);
  const top = heads.indexOf(0) + 1;
  return (
    arcs.every(([a, b]) => !(a < top && top < b)) &&
    arcs.every(([a, b]) => arcs.every(([c, d]) => !(a < c && c < b && b < d)))
  );
};

const everyTree = (n: number): number[][] => {
  const all: number[][] = [];
  for (let code = 0; code < (n + 1) ** n; code++) {
    const heads = Array.from({ length: n }, (_, i) => Math.floor(code / (n + 1) ** i) % (n + 1));
    if (isTree(heads)) all.push(heads);
  }
  return all;
};

describe('createTreeSearch', () => {
  it.each([1, 2, 3, 4, 5])('finds the best of all trees of %i words', (n) => {
    const { search } = createTreeSearch(8);
    const random = createRandom(n);
    const trees = everyTree(n);
    for (let trial = 0; trial < 20; trial++) {
      const scores = Float64Array.from({ length: (n + 1) ** 2 }, () => random() * 10 - 5);
      const scoreOf = (heads: readonly number[]): number =>
        heads.reduce((sum, head, i) => sum + scores[(i + 1) * (n + 1) + head]!, 0);
      const heads = new Int32Array(n + 1);
      search(scores, n, heads);
      const found = [...heads.subarray(1)];
      expect(isTree(found)).toBe(true);
      expect(scoreOf(found)).toBeCloseTo(Math.max(...trees.map(scoreOf)), 9);
    }
  });

  it('gives one tree for a long sentence, whatever the scores', () => {
    const n = 160;
    const { search } = createTreeSearch(n);
    for (const fill of [0, -1e6, 1e6]) {
      const heads = new Int32Array(n + 1);
      search(new Float64Array((n + 1) ** 2).fill(fill), n, heads);
      expect(isTree([...heads.subarray(1)])).toBe(true);
    }
  });
});
