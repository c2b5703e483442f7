/**
 * Words of time → intervals of days and TIMEX3 values. First the absolute ones (they also bound when the report was
 * issued), then, with the issue known, the relative ones, in the order of the text: some are counted from what was told
 * before them. One grammar file per language, side by side, over the tagged words of a sentence (line.ts).
 */
import type { Issued, Language, TimeValue } from '../../model/index.ts';
import type { Lexicon } from '../data.ts';
import type { Lexicons } from '../lexicon/index.ts';
import { type Sentence, startAfterCut, type Words } from '../text.ts';
import { arabicTimes } from './ar.ts';
import { englishTimes } from './en.ts';
import { compileTimeWords, type Line, lineOf, type TimeWords } from './line.ts';
import type { At, TimeRule, TimeRules, Told } from './rules.ts';
import { tenseAround } from './tense.ts';
import { rangeOf } from './value.ts';

export type FoundTime = {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly after: number;
  readonly value: TimeValue;
  readonly rule: string;
};

export type Times = { readonly words: TimeWords; readonly rules: TimeRules };

const GRAMMARS: Record<Language, TimeRules> = { en: englishTimes, ar: arabicTimes };

export const compileTimes = (
  lexicons: Readonly<Record<Language, Lexicons>>,
  tables: Readonly<Record<Language, Lexicon>>,
): Record<Language, Times> => ({
  en: { words: compileTimeWords(lexicons.en, tables.en), rules: GRAMMARS.en },
  ar: { words: compileTimeWords(lexicons.ar, tables.ar), rules: GRAMMARS.ar },
});

const valueFrom = ({ value, type, range, basis, calendar }: Told): TimeValue => ({
  ...(range?.earliest === undefined ? {} : { earliest: range.earliest }),
  ...(range?.latest === undefined ? {} : { latest: range.latest }),
  precision: range?.precision ?? 'bounded',
  basis,
  timex: { type, value },
  ...(calendar ? { calendar } : {}),
});

/** Whether a time names a day, a month or a year that a later «the next day» may be counted from. */
const isDate = (time: FoundTime): boolean =>
  /^(?:DATE|TIME)$/.test(time.value.timex!.type) && rangeOf(time.value.timex!.value) !== undefined;

/** What a report has told so far that later words may be counted from. */
type Memory = { readonly date?: FoundTime; readonly quarter?: FoundTime };

const isQuarter = (time: FoundTime): boolean => /-Q\d$/.test(time.value.timex!.value);

const previousQuarter = (found: readonly FoundTime[], first: number): FoundTime | undefined =>
  found.filter((time) => time.first < first && isQuarter(time)).sort((a, b) => b.first - a.first)[0];

/** All expressions of one set of rules in a sentence, earlier rules first, none overlapping another or one of `taken`. */
const matchesIn = (
  words: Words,
  sentence: Sentence,
  line: Line,
  table: TimeWords,
  rules: readonly TimeRule[],
  taken: readonly FoundTime[],
  issued: Issued | undefined,
  memory: Memory,
): FoundTime[] => {
  const found: FoundTime[] = [...taken];
  for (const rule of rules) {
    if ((line.mask & rule.mask) !== rule.mask) continue;
    for (const match of line.text.matchAll(rule.pattern)) {
      const begin = match.index + (match.groups?.lead?.length ?? 0);
      const end = match.index + match[0].trimEnd().length;
      const unit = line.starts.indexOf(begin);
      if (unit < 0) continue;
      let last = unit;
      while (last + 1 < line.starts.length && line.starts[last + 1]! < end) last++;
      const first = line.first[unit]!;
      const after = line.after[last]!;
      if (found.some((other) => other.first < after && other.after > first)) continue;
      const previous = found
        .filter((other) => other.first < first && isDate(other))
        .reduce<FoundTime | undefined>((near, other) => (near && near.first > other.first ? near : other), undefined);
      const at: At = {
        ...(issued ? { issued } : {}),
        ...withTold(previous ?? memory.date),
        ...quarterOf(previousQuarter(found, first) ?? memory.quarter),
        tense: (reach) => tenseAround(words, sentence, first, after, table, reach),
        ahead: () => tenseAround(words, sentence, first, after, table) === 'future',
      };
      const told = rule.value(match.groups ?? {}, at);
      if (told === undefined) continue;
      found.push({
        sentence: sentence.index,
        first,
        after,
        start: startAfterCut(words.text, words.tokens[first]!, line.cuts[unit]!),
        end: words.tokens[after - 1]!.end,
        value: valueFrom(told),
        rule: rule.id,
      });
    }
  }
  return found.slice(taken.length).sort((a, b) => a.start - b.start);
};

const withTold = (time: FoundTime | undefined): { told?: string } =>
  time === undefined ? {} : { told: time.value.timex!.value };

const quarterOf = (time: FoundTime | undefined): { quarter?: string } =>
  time === undefined ? {} : { quarter: time.value.timex!.value };

/** Expressions that say their year themselves. */
export const absoluteTimes = (words: Words, sentence: Sentence, times: Times): FoundTime[] =>
  matchesIn(
    words,
    sentence,
    lineOf(words, sentence, times.words),
    times.words,
    times.rules.absolute,
    [],
    undefined,
    {},
  );

/**
 * All expressions of a report in the order of its text.
 * @param absolute those that say their year, by sentence
 */
export const timesOf = (
  words: Words,
  absolute: readonly (readonly FoundTime[])[],
  issued: Issued,
  times: Readonly<Record<Language, Times>>,
): FoundTime[] => {
  let memory: Memory = {};
  return words.sentences.flatMap((sentence, i) => {
    const own = absolute[i]!;
    const { words: table, rules } = times[sentence.language];
    const line = lineOf(words, sentence, table);
    const all = [...own, ...matchesIn(words, sentence, line, table, rules.relative, own, issued, memory)].sort(
      (a, b) => a.start - b.start,
    );
    const [date, quarter] = [all.findLast(isDate) ?? memory.date, all.findLast(isQuarter) ?? memory.quarter];
    memory = { ...(date ? { date } : {}), ...(quarter ? { quarter } : {}) };
    return all;
  });
};
