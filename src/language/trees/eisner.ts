/**
 * The best tree without crossing arcs (Eisner 1996), with exactly one word under the root. All rooms are made once, for the
 * longest sentence, and used again.
 */

export type TreeSearch = {
  /**
   * @param scores `scores[dependent * (n + 1) + head]`, words from 1, head 0 the root; row 0 is not read
   * @param heads answer: heads[word], words from 1
   */
  readonly search: (scores: Float64Array, n: number, heads: Int32Array) => void;
};

/** Makes a search for sentences of up to `most` words. Time n³, memory n². */
export const createTreeSearch = (most: number): TreeSearch => {
  const size = (most + 1) * (most + 1);
  // Spans from s to t (1 ≤ s ≤ t ≤ n). Complete: all words of the span hang below its left or right edge.
  // Incomplete: the far edge hangs on the near one, the middle is still open.
  const completeRight = new Float64Array(size);
  const completeLeft = new Float64Array(size);
  const openRight = new Float64Array(size);
  const openLeft = new Float64Array(size);
  const cutCompleteRight = new Int16Array(size);
  const cutCompleteLeft = new Int16Array(size);
  const cutOpen = new Int16Array(size);
  // Four numbers a step, at most two steps waiting for each word.
  const waiting = new Int32Array(12 * (most + 2));

  return {
    search: (scores, n, heads) => {
      const row = n + 1;
      const at = (s: number, t: number): number => s * row + t;
      for (let s = 1; s <= n; s++) {
        completeRight[at(s, s)] = 0;
        completeLeft[at(s, s)] = 0;
      }
      for (let width = 1; width < n; width++) {
        for (let s = 1; s + width <= n; s++) {
          const t = s + width;
          let best = Number.NEGATIVE_INFINITY;
          let cut = s;
          for (let middle = s; middle < t; middle++) {
            const value = completeRight[s * row + middle]! + completeLeft[(middle + 1) * row + t]!;
            if (value > best) {
              best = value;
              cut = middle;
            }
          }
          const here = at(s, t);
          cutOpen[here] = cut;
          openRight[here] = best + scores[t * row + s]!;
          openLeft[here] = best + scores[s * row + t]!;
          best = Number.NEGATIVE_INFINITY;
          for (let middle = s + 1; middle <= t; middle++) {
            const value = openRight[s * row + middle]! + completeRight[middle * row + t]!;
            if (value > best) {
              best = value;
              cut = middle;
            }
          }
          completeRight[here] = best;
          cutCompleteRight[here] = cut;
          best = Number.NEGATIVE_INFINITY;
          for (let middle = s; middle < t; middle++) {
            const value = completeLeft[s * row + middle]! + openLeft[middle * row + t]!;
            if (value > best) {
              best = value;
              cut = middle;
            }
          }
          completeLeft[here] = best;
          cutCompleteLeft[here] = cut;
        }
      }
      let top = 1;
      let best = Number.NEGATIVE_INFINITY;
      for (let word = 1; word <= n; word++) {
        const value = completeLeft[at(1, word)]! + completeRight[at(word, n)]! + scores[word * row]!;
        if (value > best) {
          best = value;
          top = word;
        }
      }
      heads[top] = 0;

      // Kind 0: complete to the right of s; 1: complete to the left of t; 2: open, t hangs on s; 3: open, s hangs on t.
      let count = 0;
      const wait = (kind: number, s: number, t: number): void => {
        if (s === t) return;
        waiting[count++] = kind;
        waiting[count++] = s;
        waiting[count++] = t;
      };
      wait(1, 1, top);
      wait(0, top, n);
      while (count > 0) {
        const t = waiting[--count]!;
        const s = waiting[--count]!;
        const kind = waiting[--count]!;
        const here = at(s, t);
        if (kind === 0) {
          const middle = cutCompleteRight[here]!;
          wait(2, s, middle);
          wait(0, middle, t);
        } else if (kind === 1) {
          const middle = cutCompleteLeft[here]!;
          wait(1, s, middle);
          wait(3, middle, t);
        } else {
          const middle = cutOpen[here]!;
          if (kind === 2) heads[t] = s;
          else heads[s] = t;
          wait(0, s, middle);
          wait(1, middle + 1, t);
        }
      }
    },
  };
};
