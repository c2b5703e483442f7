/** A sentence's tree with the reach of every word: trees are projective, so what hangs on a word is one stretch. */
import type { Syntax, SyntaxWord } from './syntax.ts';

export type Tree = {
  readonly words: readonly SyntaxWord[];
  /** Words that hang on one, in order, counted from 0. */
  readonly children: readonly (readonly number[])[];
  /** First and last word of what hangs on a word, itself among them. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly wordAt: Syntax['wordAt'];
};

/** Words `[from, to]`, both among them. */
export type Range = readonly [from: number, to: number];

export const treeOf = ({ words, wordAt }: Syntax): Tree => {
  const children: number[][] = words.map(() => []);
  const low = words.map((_, i) => i);
  const high = words.map((_, i) => i);
  words.forEach(({ head }, i) => {
    if (head !== undefined && head > 0 && head - 1 !== i) children[head - 1]!.push(i);
  });
  for (const [i] of words.entries()) {
    let at: number | undefined = i;
    for (let steps = 0; at !== undefined && steps < words.length; steps++) {
      const above: number = words[at]!.head ?? 0;
      if (above === 0) break;
      at = above - 1;
      // Above a word that reaches this far already, every other does too.
      if (low[at]! <= i && high[at]! >= i) break;
      low[at] = Math.min(low[at]!, i);
      high[at] = Math.max(high[at]!, i);
    }
  }
  return { words, children, low, high, wordAt };
};

/** Relation without its subtype: `nsubj` of `nsubj:pass`. */
export const relationOf = (tree: Tree, word: number): string => (tree.words[word]?.relation ?? '').split(':')[0]!;

/** Children by relation, with or without subtype. */
export const childrenBy = (tree: Tree, word: number, ...relations: readonly string[]): number[] =>
  tree.children[word]!.filter(
    (child) => relations.includes(tree.words[child]!.relation ?? '') || relations.includes(relationOf(tree, child)),
  );

export const parentOf = (tree: Tree, word: number): number | undefined => {
  const head = tree.words[word]?.head ?? 0;
  return head > 0 ? head - 1 : undefined;
};

export const reach = (tree: Tree, word: number): Range => [tree.low[word]!, tree.high[word]!];

/** Ranges without some others, in order. */
export const without = (ranges: readonly Range[], holes: readonly Range[]): Range[] => {
  let left = [...ranges];
  for (const [from, to] of holes) {
    left = left.flatMap(([a, b]): Range[] => {
      if (to < a || from > b) return [[a, b]];
      const pieces: Range[] = [];
      if (a < from) pieces.push([a, from - 1]);
      if (b > to) pieces.push([to + 1, b]);
      return pieces;
    });
  }
  return left;
};
