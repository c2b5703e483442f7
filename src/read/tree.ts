/**
 * A sentence's tree, asked for what hangs on what, with the reach of every word: trees are projective, so what hangs on a
 * word is one stretch. Words are indices from 0, as in `syntax.words`.
 */
import type { Syntax, SyntaxWord } from './syntax.ts';

export type Tree = {
  readonly words: readonly SyntaxWord[];
  /** Words that hang on one, in order. */
  readonly children: readonly (readonly number[])[];
  /** First and last word of what hangs on a word, itself among them. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** The word that carries a token of the report; -1 where none does. */
  readonly wordAt: Syntax['wordAt'];
};

/** Words `[from, to]`, both among them. */
export type Range = readonly [from: number, to: number];

const made = new WeakMap<Syntax, Tree>();

/** The tree of a sentence's syntax. Several steps ask for the same one: it is made once. */
export const treeOf = (syntax: Syntax): Tree => {
  const tree = made.get(syntax) ?? treeFrom(syntax);
  made.set(syntax, tree);
  return tree;
};

const treeFrom = ({ words, wordAt }: Syntax): Tree => {
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

/** The word that one hangs on; undefined for the root. */
export const parentOf = (tree: Tree, word: number): number | undefined => {
  const head = tree.words[word]?.head ?? 0;
  return head > 0 && head - 1 !== word ? head - 1 : undefined;
};

/** The word that carries a token of the report; undefined where none does. */
export const carrierOf = (tree: Tree, token: number): number | undefined => {
  const word = tree.wordAt(token);
  return word < 0 ? undefined : word;
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

// Longer chains than this are a parser's mistake.
const MOST_STEPS = 40;

/** The word, and every word above it. */
export const upFrom = function* (tree: Tree, word: number): Generator<number> {
  let at: number | undefined = word;
  for (let step = 0; at !== undefined && step < MOST_STEPS; step += 1) {
    yield at;
    at = parentOf(tree, at);
  }
};

/** Words joined to one by «and»: the word itself first. */
export const conjuncts = (tree: Tree, word: number): number[] => [word, ...childrenBy(tree, word, 'conj')];

/** Whether a word is used as a verb: Arabic tags say so in the treebank's own tag, English in the universal one. */
export const isVerb = ({ upos, xpos }: SyntaxWord, language: 'en' | 'ar'): boolean =>
  language === 'ar' ? upos === 'VERB' || /^VB[CPD]/.test(xpos ?? '') : upos === 'VERB' || upos === 'AUX';

/** Folded words of case that a noun stands behind: «on», «because of», من قبل; empty where there is none. */
export const caseOf = (tree: Tree, word: number, folded: (word: number) => string): string =>
  childrenBy(tree, word, 'case')
    .filter((child) => child < word || tree.words[child]!.upos === 'PART')
    .map(folded)
    .join(' ');
