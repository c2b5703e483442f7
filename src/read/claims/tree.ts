/** A sentence's tree, asked for what hangs on what. Words are indices from 0, as in `syntax.words`. */
import type { Syntax, SyntaxWord } from '../syntax.ts';

export type Tree = {
  readonly words: readonly SyntaxWord[];
  /** Words that hang on one, in order. */
  readonly children: readonly (readonly number[])[];
  /** The word that one hangs on; undefined for the root. */
  readonly parent: (word: number) => number | undefined;
  /** The word that carries a token of the report; undefined where none does. */
  readonly at: (token: number) => number | undefined;
};

export const treeOf = (syntax: Syntax): Tree => {
  const { words } = syntax;
  const children: number[][] = words.map(() => []);
  const parent = (word: number): number | undefined => {
    const head = words[word]?.head ?? 0;
    return head > 0 && head - 1 !== word ? head - 1 : undefined;
  };
  words.forEach((_, at) => {
    const head = parent(at);
    if (head !== undefined) children[head]!.push(at);
  });
  return {
    words,
    children,
    parent,
    at: (token) => {
      const word = syntax.wordAt(token);
      return word < 0 ? undefined : word;
    },
  };
};

/** Relation without its subtype: `nsubj` of `nsubj:pass`. */
export const relationOf = (tree: Tree, word: number): string => (tree.words[word]?.relation ?? '').split(':')[0]!;

export const childrenBy = (tree: Tree, word: number, ...relations: readonly string[]): number[] =>
  tree.children[word]!.filter(
    (child) => relations.includes(tree.words[child]!.relation ?? '') || relations.includes(relationOf(tree, child)),
  );

// Longer chains than this are a parser's mistake.
const MOST_STEPS = 40;

/** The word, and every word above it. */
export const upFrom = function* (tree: Tree, word: number): Generator<number> {
  let at: number | undefined = word;
  for (let step = 0; at !== undefined && step < MOST_STEPS; step += 1) {
    yield at;
    at = tree.parent(at);
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
