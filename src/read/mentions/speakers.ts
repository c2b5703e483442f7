/** Speakers that are described, not named («local sources», «a military spokesman», شهود عيان), where a word of speech is near. */
import type { Lexicons } from '../lexicon/index.ts';
import { type Sentence, startAfterCut, type Words } from '../text.ts';
import type { Described } from './described.ts';
import type { FoundName } from './names.ts';

// Further from its verb a «source» is a river's, a «report» somebody's task.
const REACH = 8;

export type FoundSpeaker = Omit<Described, 'kind' | 'headAt' | 'private'> & { readonly kind: 'actor' };

/** Described speakers of a sentence that no other mention covers. */
export const speakersIn = (
  words: Words,
  sentence: Sentence,
  names: readonly FoundName[],
  described: readonly Described[],
  lexicon: Lexicons,
): FoundSpeaker[] => {
  const { tokens, text } = words;
  const cues: number[] = [];
  for (let i = sentence.first; i < sentence.after; i++) {
    if (lexicon.reporting.at(tokens, i, sentence.language)) cues.push(i);
  }
  if (cues.length === 0) return [];
  const found: FoundSpeaker[] = [];
  for (let i = sentence.first; i < sentence.after; i++) {
    const hit = lexicon.sources.at(tokens, i, sentence.language);
    if (!hit || hit.after > sentence.after || !cues.some((cue) => Math.abs(cue - i) <= REACH)) continue;
    // What the phrase holds whole («الدفاع المدني» holds «المدني») is no other mention; what reaches beyond it is.
    const reaches = (other: { first: number; after: number }): boolean =>
      other.first < hit.after &&
      other.after > i &&
      !(other.first >= i && other.after <= hit.after && hit.after - i > 1);
    if ([...names, ...described].some(reaches)) continue;
    const value = hit.values[0]!;
    const modified = (k: number): boolean => {
      const norm = tokens[k]?.norm ?? '';
      return (
        tokens[k]?.kind === 'word' && (lexicon.modifiers.word(norm).length > 0 || lexicon.heads.word(norm).length > 0)
      );
    };
    let first = i;
    while (sentence.language === 'en' && first > sentence.first && modified(first - 1)) first--;
    let after = hit.after;
    // «منصة SY24», «قناة الجزيرة»: an outlet's own name follows its kind.
    if (
      sentence.language === 'ar' &&
      value.of === 'outlet' &&
      after < sentence.after &&
      /[A-Za-z]/.test(tokens[after]!.norm)
    )
      after++;
    while (sentence.language === 'ar' && after < sentence.after && modified(after) && after - i < 4) after++;
    found.push({
      kind: 'actor',
      sentence,
      first,
      after,
      start: first === i ? startAfterCut(text, tokens[i]!, hit.cut) : tokens[first]!.start,
      end: tokens[after - 1]!.end,
      head: value.lemma,
      of: value.of,
    });
    i = after - 1;
  }
  return found;
};
