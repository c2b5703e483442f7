/**
 * Words of time → intervals of days. First the absolute ones (they also bound when the report was issued), then,
 * with the issue known, the relative ones. Patterns run over the folded words of a sentence, so that spelling,
 * vowel signs and digits of either script do not matter; one grammar file per language, side by side.
 */
import type { Language, TimeValue } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { Sentence, Words } from '../text.ts';
import { arabicTimes } from './ar.ts';
import { englishTimes } from './en.ts';
import type { Anchor, TimeRule, TimeRules } from './rules.ts';

export type { Anchor, TimeRule, TimeRules } from './rules.ts';

export type FoundTime = {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly after: number;
  readonly value?: TimeValue;
  readonly rule: string;
};

const GRAMMARS: Record<Language, (lexicons: Lexicons) => TimeRules> = { en: englishTimes, ar: arabicTimes };

export const compileTimes = (lexicons: Readonly<Record<Language, Lexicons>>): Record<Language, TimeRules> => ({
  en: GRAMMARS.en(lexicons.en),
  ar: GRAMMARS.ar(lexicons.ar),
});

/** Words of a sentence as one line for patterns, and which token stands at each of its positions. */
const shadowOf = (words: Words, first: number, after: number): { line: string; starts: number[] } => {
  let line = '';
  const starts: number[] = [];
  for (let i = first; i < after; i++) {
    if (i > first) line += ' ';
    starts.push(line.length);
    line += words.tokens[i]!.norm;
  }
  return { line, starts };
};

/** All expressions of one set of rules in a sentence, earlier rules first, none overlapping another. */
export const timesIn = (
  words: Words,
  sentence: Sentence,
  rules: readonly TimeRule[],
  anchor: Anchor,
  taken: readonly FoundTime[] = [],
): FoundTime[] => {
  const found: FoundTime[] = [...taken];
  const from = sentence.first;
  const { line, starts } = shadowOf(words, from, sentence.after);
  for (const rule of rules) {
    for (const match of line.matchAll(rule.pattern)) {
      const lead = match.groups?.lead?.length ?? 0;
      const begin = match.index + lead;
      const end = match.index + match[0].trimEnd().length;
      const first = starts.indexOf(begin);
      let last = first;
      while (last + 1 < starts.length && starts[last + 1]! < end) last++;
      if (first < 0) continue;
      const span = { first: from + first, after: from + last + 1 };
      if (found.some((other) => other.first < span.after && other.after > span.first)) continue;
      const value = rule.value(match.groups ?? {}, anchor);
      if (value === undefined) continue;
      found.push({
        sentence: sentence.index,
        ...span,
        start: words.tokens[span.first]!.start,
        end: words.tokens[span.after - 1]!.end,
        ...(value === 'unresolved' ? {} : { value }),
        rule: rule.id,
      });
    }
  }
  return found.slice(taken.length).sort((a, b) => a.start - b.start);
};
