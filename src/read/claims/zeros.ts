/** Stated zeros: «no casualties», «nobody was killed», لم تقع إصابات, دون خسائر بشرية. What is not said is no zero. */
import type { Harm } from '../../model/index.ts';
import type { Found } from '../mentions/index.ts';
import type { Sentence, Words } from '../text.ts';
import type { FoundToll } from './draft.ts';
import type { HarmSignal, Signals } from './signals.ts';

const NOBODY = /^(?:nobody|none)$/;
const WITHOUT = /^(?:no|without|zero)$/;
const NEGATED = /^(?:not|nt|never|without)$/;
const ARABIC_NOT = /^(?:و|ف)?(?:لم|لا|دون|بدون|بلا|عدم|ليس|ليست)$/;
const ANYBODY = /^(?:احد|احدا|اي)$/;
const CAUSES = /^(?:caus|result|report|left|leav|suffer|inflict)/;
// From «no» to its noun: «no serious civilian casualties».
const REACH = 4;
const ARABIC_REACH = 6;

/** Zeros of a sentence, each on its word of harm. */
export const zerosOf = (
  words: Words,
  sentence: Sentence,
  mentions: readonly Found[],
  signals: Signals,
): FoundToll[] => {
  const { tokens } = words;
  const norm = (i: number): string => (i >= sentence.first && i < sentence.after ? tokens[i]!.norm : '');
  const negator = sentence.language === 'en' ? englishNegator : arabicNegator;
  return signals.harms.flatMap((harm) => {
    const at = negator(harm, norm, sentence);
    if (at === undefined) return [];
    // «no more than 3», لم يقتل سوى ثلاثة: a number stands between, and it is no zero.
    if (mentions.some((m) => m.kind === 'quantity' && m.first >= at && m.after <= harm.first && m.quantity!.low > 0))
      return [];
    const harms: Harm[] = [harm.value.harm, ...harm.value.also];
    return harms.map(
      (each): FoundToll => ({
        toll: { harm: each, low: 0, high: 0, start: tokens[at]!.start, end: harm.end },
        at,
        harm,
      }),
    );
  });
};

type Negator = (harm: HarmSignal, norm: (i: number) => string, sentence: Sentence) => number | undefined;

const englishNegator: Negator = (harm, norm, sentence) => {
  const noun = harm.pos !== 'v';
  for (let i = harm.first - 1; i >= Math.max(sentence.first, harm.first - (noun ? REACH : REACH + 2)); i--) {
    const word = norm(i);
    if (/^[.;,]$/.test(word) || (!noun && word === 'and')) return undefined;
    // «did not cause casualties»: between the two only the verb that would have caused them.
    if (noun && NEGATED.test(word)) {
      const cause = word === 'without' || [i + 1, i + 2].some((j) => j < harm.first && CAUSES.test(norm(j)));
      return cause ? i : undefined;
    }
    if (noun && WITHOUT.test(word)) return i;
    // «nobody was killed», «no one was hurt», «no civilians were killed»
    if (
      !noun &&
      harm.form !== 'ing' &&
      /^(?:was|were|been|is|are)$/.test(norm(harm.first - 1)) &&
      (NOBODY.test(word) || word === 'no')
    )
      return i;
  }
  return undefined;
};

const arabicNegator: Negator = (harm, norm, sentence) => {
  for (let i = harm.first - 1; i >= Math.max(sentence.first, harm.first - ARABIC_REACH); i--) {
    const word = norm(i);
    if (/^[.؛،]$/.test(word)) return undefined;
    if (!ARABIC_NOT.test(word)) continue;
    if (harm.pos !== 'v') return i;
    return i === harm.first - 1 && ANYBODY.test(norm(harm.after)) ? i : undefined;
  }
  return undefined;
};
