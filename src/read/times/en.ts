/** English words of time. Each rule has a name and an example. */
import type { Lexicons } from '../lexicon/index.ts';
import type { TimeRule, TimeRules } from './rules.ts';
import { ago, dateValue, lookUp, relative, unitBefore, weekdayValue, yearlessValue, yearValue } from './shared.ts';

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const DAYS = 'sunday|monday|tuesday|wednesday|thursday|friday|saturday';
const DAY = '(?<day>\\d{1,2})(?: ?(?:st|nd|rd|th))?';
const COUNT = '(?<count>\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|few)';
// A number of four digits before one of these is a count, not a year: «in 2000 homes».
const COUNTED =
  'people|persons|men|women|children|civilians|residents|families|soldiers|troops|fighters|militants|prisoners|detainees|homes|houses|buildings|dollars|tons|tonnes|barrels|kilometers|kilometres|km|miles|meters|metres|shells|rockets|missiles|drones|others';
const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365, hour: 0 };

const rule = (id: string, pattern: string, value: TimeRule['value']): TimeRule => ({
  id: `times/en/${id}`,
  pattern: new RegExp(`(?<=^| )${pattern}(?= |$)`, 'g'),
  value,
});

/** Rules over folded English words; month and weekday names come from the tables, their pattern from here. */
export const englishTimes = (lexicons: Lexicons): TimeRules => {
  const month = (name: string | undefined): number | undefined => lookUp(lexicons.months, name);
  const count = (word: string | undefined): number =>
    word === 'a' || word === 'an'
      ? 1
      : word === 'several' || word === 'few'
        ? 3
        : (lookUp(lexicons.numbers, word)?.low ?? Number(word));
  return {
    absolute: [
      // Tuesday, 24 December 2024
      rule(
        'day-month-year',
        `(?:(?:${DAYS}) ,? ?)?(?:the )?${DAY} (?:of )?(?<month>${MONTHS})(?: \\.)? ?,? ?(?<year>\\d{4})`,
        (g) => dateValue(g.day, month(g.month), g.year),
      ),
      // October 7, 2023
      rule('month-day-year', `(?:(?:${DAYS}) ,? ?)?(?<month>${MONTHS})(?: \\.)? ${DAY} ,? ?(?<year>\\d{4})`, (g) =>
        dateValue(g.day, month(g.month), g.year),
      ),
      // 2024-12-24
      rule('iso', '(?<year>\\d{4}) - (?<month>\\d{2}) - (?<day>\\d{2})', (g) =>
        dateValue(g.day, Number(g.month), g.year),
      ),
      // 24/12/2024: day first, as news outside the United States writes it; months over 12 settle the rest
      rule('slashes', '(?<day>\\d{1,2}) [/] (?<month>\\d{1,2}) [/] (?<year>\\d{4})', (g) =>
        Number(g.month) > 12 ? dateValue(g.month, Number(g.day), g.year) : dateValue(g.day, Number(g.month), g.year),
      ),
      rule('dots', '(?<dmy>\\d{1,2}\\.\\d{1,2}\\.\\d{4})', (g) => {
        const [day, mon, year] = (g.dmy ?? '').split('.');
        return dateValue(day, Number(mon), year);
      }),
      // April 2024
      rule('month-year', `(?:early |mid |mid - |late )?(?<month>${MONTHS}) ,? ?(?:of )?(?<year>\\d{4})`, (g) =>
        dateValue(undefined, month(g.month), g.year),
      ),
      // in 2019
      rule(
        'year',
        `(?<lead>(?:in|since|of|during|from|until|by|early|late|mid) )(?<year>\\d{4})(?! (?:${COUNTED}))`,
        (g) => yearValue(g.year),
      ),
    ],
    relative: [
      rule('day-month', `(?:(?:${DAYS}) ,? ?)?(?:the )?${DAY} (?:of )?(?<month>${MONTHS})`, (g, a) =>
        yearlessValue(a, month(g.month) ?? 0, g.day),
      ),
      rule('month-day', `(?:(?:${DAYS}) ,? ?)?(?<month>${MONTHS})(?: \\.)? ${DAY}`, (g, a) =>
        yearlessValue(a, month(g.month) ?? 0, g.day),
      ),
      rule('day-before', '(?:the )?day before yesterday', (_, a) => relative(a, -2)),
      rule('yesterday', '(?:yesterday(?: (?:morning|afternoon|evening))?|last night|overnight)', (_, a) =>
        relative(a, -1),
      ),
      rule('today', '(?:today|tonight|this (?:morning|afternoon|evening)|at dawn)', (_, a) => relative(a, 0)),
      rule('tomorrow', 'tomorrow', (_, a) => relative(a, 1)),
      rule('ago', `${COUNT} (?<unit>hour|day|week|month|year)s? ago`, (g, a) => {
        return ago(a, count(g.count), UNIT_DAYS[g.unit ?? ''] ?? 1);
      }),
      // last month, without «the»: the calendar's
      rule('last-unit', '(?<!the )(?:last|previous) (?<unit>week|month|year)', (g, a) =>
        unitBefore(a, g.unit as 'week' | 'month' | 'year'),
      ),
      // in the past three days, over the last week
      rule('past', `(?:the )?(?:past|last|previous) (?:${COUNT} )?(?<unit>hour|day|week|month|year)s?`, (g, a) =>
        relative(a, -Math.max(1, (g.count ? count(g.count) : 1) * (UNIT_DAYS[g.unit ?? ''] ?? 1)), 0),
      ),
      rule('this', '(?:this) (?<unit>week|month|year)', (g, a) => relative(a, -(UNIT_DAYS[g.unit ?? ''] ?? 1), 0)),
      rule('next-weekday', `(?<lead>next )(?<weekday>${DAYS})(?: (?:morning|afternoon|evening|night))?`, (g, a) =>
        weekdayValue(a, lookUp(lexicons.weekdays, g.weekday) ?? 0, true),
      ),
      rule(
        'weekday',
        `(?<lead>(?:on|last|since|until|by|late|early) )(?<weekday>${DAYS})(?: (?:morning|afternoon|evening|night))?`,
        (g, a) => weekdayValue(a, lookUp(lexicons.weekdays, g.weekday) ?? 0),
      ),
      rule('weekday-bare', `(?<weekday>${DAYS})(?: (?:morning|afternoon|evening|night))?`, (g, a) =>
        weekdayValue(a, lookUp(lexicons.weekdays, g.weekday) ?? 0),
      ),
      rule(
        'month',
        `(?<lead>(?:in|since|during|last|early|late|mid|mid -|of|until) )(?<month>${MONTHS})(?! \\d)`,
        (g, a) => yearlessValue(a, month(g.month) ?? 0),
      ),
      // vague words are times that no interval can be given to
      rule('vague', '(?:recently|in recent (?:days|weeks|months|years)|lately)', () => 'unresolved'),
    ],
  };
};
