/** Learns lemmas and features from a treebank. */
import type { UdSentence, UdWord } from '../conllu.ts';
import type { EndingModel } from '../forms/endings.ts';
import { type FeatureModel, neighbourKey } from '../forms/features.ts';
import { ANY, ARABIC_LETTERS, classKey, tagKey } from '../forms/lemmas.ts';
import { patternOf, scriptOf } from '../forms/scripts.ts';
import type { Tag } from '../tags/model.ts';
import { plainForm } from '../tags/words.ts';
import { learnEndings, type Use } from './endings.ts';

const tagOf = ({ upos = 'X', xpos }: UdWord): Tag => ({ upos, ...(xpos !== undefined && { xpos }) });

type Known = { readonly word: UdWord; readonly plain: string; readonly tag: Tag; readonly before: UdWord | undefined };

const knownWords = (sentences: readonly UdSentence[]): { latin: Known[]; arabic: Known[] } => {
  const all = sentences.flatMap(({ words }) =>
    words.map((word, at): Known => ({ word, plain: plainForm(word.form), tag: tagOf(word), before: words[at - 1] })),
  );
  return {
    latin: all.filter(({ plain }) => !ARABIC_LETTERS.test(plain)),
    arabic: all.filter(({ plain }) => ARABIC_LETTERS.test(plain)),
  };
};

/** The table of a lemmatiser. Words without a lemma teach nothing. */
export const learnLemmas = (sentences: readonly UdSentence[]): EndingModel => {
  const { latin, arabic } = knownWords(sentences);
  const use = (plain: string, tag: number, { word, plain: written }: Known): Use[] => {
    if (word.lemma === undefined) return [];
    const value = scriptOf(word.form, written, word.lemma);
    // Digits that a lemma adds are this one word's, and plain forms do not tell digits apart.
    return /\d\D*\d/.test(value) ? [] : [{ plain, tag, value }];
  };
  return learnEndings(
    latin.flatMap((known) => [
      ...use(known.plain, tagKey(known.tag), known),
      ...use(known.plain, classKey(known.tag.upos), known),
    ]),
    arabic.flatMap((known) => {
      const pattern = patternOf(known.plain);
      const upos = classKey(known.tag.upos);
      return [
        ...use(known.plain, upos, known),
        ...use(known.plain, ANY, known),
        // A pattern without root letters is the word itself.
        ...(pattern === known.plain ? [] : [...use(pattern, tagKey(known.tag), known), ...use(pattern, upos, known)]),
      ];
    }),
  );
};

const CASE = /(?:^|\|)Case=([^|]*)/;

/** The tables of features. */
export const learnFeatures = (sentences: readonly UdSentence[]): FeatureModel => {
  const { latin, arabic } = knownWords(sentences);
  const rest = ({ word }: Known): string => (word.feats ?? '').replace(CASE, '').replace(/^\|/, '');
  return {
    forms: learnEndings([
      ...latin.map((known) => ({ plain: known.plain, tag: tagKey(known.tag), value: known.word.feats ?? '' })),
      ...arabic.map((known) => ({ plain: known.plain, tag: tagKey(known.tag), value: rest(known) })),
    ]),
    cases: learnEndings(
      arabic.flatMap(({ word, plain, tag, before }) => {
        const value = CASE.exec(word.feats ?? '')?.[1] ?? '';
        const left = before && { form: before.form, upos: before.upos ?? 'X' };
        return [
          { plain, tag: neighbourKey(tagKey(tag), left), value },
          { plain, tag: tagKey(tag), value },
        ];
      }),
    ),
  };
};
