/** How sure a happening is told, and how far along it is: from what governs its word. */
import type { Lexicons } from '../lexicon/index.ts';
import type { SyntaxOf } from '../syntax.ts';
import type { Sentence, Words } from '../text.ts';
import { treeOf } from '../tree.ts';
import { effectsInArabic } from './ar.ts';
import { effectsInEnglish } from './en.ts';
import { type Stance, stanceFrom } from './stance.ts';

export type { Stance } from './stance.ts';

/** A word that tells of a happening: tokens `[first, after)`, and what is known of it. */
export type Told = {
  readonly first: number;
  readonly after: number;
  /** Whether it is used as a verb. */
  readonly verb: boolean;
  /** Whether it does harm: what is vowed or announced of it is a threat. */
  readonly violent: boolean;
};

/** @returns modality, status and negation of what is told at a word of a sentence */
export const stanceOf = (
  words: Words,
  sentence: Sentence,
  syntax: SyntaxOf,
  lexicon: Lexicons,
  { first, after, verb, violent }: Told,
): Stance => {
  if (sentence.language === 'ar')
    return stanceFrom(effectsInArabic({ words, sentence, lexicon, first, after, verb }), violent);
  const tree = treeOf(syntax.parsed(sentence));
  const word = tree.wordAt(first);
  if (word < 0) return { modality: 'asserted', negated: false };
  return stanceFrom(effectsInEnglish({ words, sentence, tree, lexicon }, word), violent);
};
