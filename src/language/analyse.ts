/**
 * Text → sentences of words with tag, lemma, features, and head and relation where there is a parser. One of these for
 * each language; pure, so that the same text gives the same words whatever was analysed before.
 */
import { createFeatures } from './forms/features.ts';
import { createLemmatiser } from './forms/lemmas.ts';
import { unpackWords } from './model.ts';
import { spelt } from './spelling.ts';
import type { Tag } from './tags/model.ts';
import { createTagger } from './tags/tagger.ts';
import type { Token } from './tokens.ts';
import { createParser, type Tree } from './trees/index.ts';
import { createCliticCutter } from './words/clitics.ts';
import { formOf, type WordSpan, wordSentences, wordsOfSentence } from './words/index.ts';

/** What is known of a word from its form and its sentence. */
export type ParsedWord = {
  readonly form: string;
  readonly lemma: string;
  /** Universal tag, and the treebank's own. */
  readonly upos: string;
  readonly xpos?: string;
  /** Universal features as in CoNLL-U: `Number=Sing|Person=3`. */
  readonly feats?: string;
  /** The word it hangs on, counted from 1 in its sentence; 0 the root. Absent without a parser, as `relation` is. */
  readonly head?: number;
  readonly relation?: string;
};

/** The word with its place: `text.slice(start, end)`, UTF-16 code units of the unchanged text. */
export type AnalysedWord = ParsedWord & { readonly start: number; readonly end: number };

export type AnalysedSentence = {
  readonly start: number;
  readonly end: number;
  readonly words: readonly AnalysedWord[];
  /** Words `first` to `last`, counted from 1, that are written as one: «don't», «ودمشق». */
  readonly joined: readonly { readonly first: number; readonly last: number }[];
};

/** Contents of the model files of one language: data/models/LANGUAGE.words.bin, LANGUAGE.trees.bin and LANGUAGE.names.bin. */
export type LanguageModels = { readonly words: Uint8Array; readonly trees?: Uint8Array; readonly names?: Uint8Array };

export type Language = {
  /** Sentences of a text, in order. Linear in the length of the text. */
  readonly analyse: (text: string) => AnalysedSentence[];
  /** Syntactic words of a sentence out of its tokens: «don't», ودمشق are two each. */
  readonly cut: (text: string, tokens: readonly Token[]) => readonly WordSpan[];
  /** Tags of the words of one sentence that somebody else cut. */
  readonly guess: (forms: readonly string[]) => readonly Tag[];
  /**
   * The words of one sentence that somebody else cut, without heads and relations: several times as fast as `parse`.
   * @param guessed what `guess` gave for the same forms, where it was asked before
   */
  readonly tag: (forms: readonly string[], guessed?: readonly Tag[]) => ParsedWord[];
  /** The same with heads and relations. */
  readonly parse: (forms: readonly string[], guessed?: readonly Tag[]) => ParsedWord[];
};

const tagIn = ({ upos, xpos }: Tree, at: number): Tag => ({ upos: upos[at]!, ...(xpos[at] && { xpos: xpos[at] }) });

/**
 * What analyses one language.
 * @throws RangeError where the bytes are no models of this version
 */
export const createLanguage = (models: LanguageModels): Language => {
  const { tags, lemmas, features, clitics } = unpackWords(models.words);
  const tagger = createTagger(tags);
  const lemmaOf = createLemmatiser(lemmas);
  const featuresOf = createFeatures(features);
  const cutClitics = createCliticCutter(clitics);
  const parser = models.trees && createParser(models.trees);

  const described = (
    forms: readonly string[],
    known: readonly string[],
    tags: readonly Tag[],
    tree?: Tree,
  ): ParsedWord[] => {
    const feats = featuresOf(known, tags);
    return forms.map((form, at) => {
      const tag = tags[at]!;
      // A sign is its own lemma, as it is written.
      const lemma = tag.upos === 'PUNCT' ? form : lemmaOf(known[at]!, tag);
      const word: { -readonly [Name in keyof ParsedWord]: ParsedWord[Name] } = { form, lemma, upos: tag.upos };
      if (tag.xpos !== undefined) word.xpos = tag.xpos;
      if (feats[at] !== undefined) word.feats = feats[at];
      if (tree !== undefined) {
        word.head = tree.heads[at]!;
        word.relation = tree.relations[at]!;
      }
      return word;
    });
  };
  const guess = (forms: readonly string[]): readonly Tag[] => tagger.tag(forms.map(spelt));
  const tag = (forms: readonly string[], guessed = guess(forms)): ParsedWord[] =>
    described(forms, forms.map(spelt), guessed);
  const parse = (forms: readonly string[], guessed = guess(forms)): ParsedWord[] => {
    if (!parser) return tag(forms, guessed);
    const known = forms.map(spelt);
    const tree = parser.parse(
      known.map((form, at) => ({ form, upos: guessed[at]!.upos, xpos: guessed[at]!.xpos ?? '' })),
    );
    // The parser, which sees the whole sentence at once, has the last word on tags.
    const tags = guessed.map((_, at) => tagIn(tree, at));
    return described(forms, known, tags, tree);
  };

  return {
    cut: (text, tokens) => wordsOfSentence(text, tokens, cutClitics).words,
    guess,
    tag,
    parse,
    analyse: (text) =>
      wordSentences(text, cutClitics).map(({ start, end, words, joined }) => ({
        start,
        end,
        words: parse(words.map((word) => formOf(text, word))).map((word, at) => ({ ...word, ...words[at]! })),
        joined: joined.map(({ first, last }) => ({ first: first + 1, last: last + 1 })),
      })),
  };
};
