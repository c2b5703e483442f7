/** English days, hours and habits that are counted from the issue: «5 p.m. on Monday», «yesterday», «every week». */
import {
  BESIDE,
  beside,
  DAY,
  dayOf,
  half,
  MONTH,
  monthOfYear,
  NUMBER,
  PART,
  UNIT,
  WEEKDAY,
  which,
} from './en-words.ts';
import { rulesFor } from './rules.ts';
import { dayFromIssue, running, timeOn, weekday, yearless } from './shared.ts';
import { clock, dayRangeOf, durationOf, setOf } from './told.ts';
import { countOf, periodOf } from './units.ts';

const rule = rulesFor('en');

export const days = [
  // the third day running, the fifth consecutive day
  rule(
    'running',
    'OU',
    `(?:for )?(?:the |a )O(?<n>\\d{1,2}) (?:(?:straight|consecutive|successive) ${UNIT}|U(?<other>[A-Z]) (?:running|in a row|straight))`,
    (g, at) => running(at, Number(g.n), g.unit ?? g.other!),
  ),
  rule('anniversary', 'O', '(?:the )?O(?<n>\\d{1,3}) anniversary', (g) => durationOf(`P${g.n}Y`)),
  // 5 p.m. on Monday, 9 a.m. EST Tuesday, noon Saturday
  rule(
    'clock-half',
    '',
    `(?<hour>\\d{1,2}|N\\d{1,2})(?: : (?<minute>\\d{2}))? (?<half>am|pm|a \\. m|p \\. m)(?: \\.)?(?: (?:gmt|utc|est|edt|et|pst|local UMI|local time))?${BESIDE}`,
    (g, at) => timeOn(at, clock(g.hour?.replace('N', ''), g.minute, half(g.half)), beside(g, at)),
  ),
  // at 10:30, 08:15 GMT
  rule(
    'clock',
    '',
    `(?<lead>(?:at|around|about|by|until|from|to|between|since|before|after) )(?<hour>\\d{1,2}) : (?<minute>\\d{2})(?: : \\d{2})?(?: (?:gmt|utc|hours|local time))?${BESIDE}`,
    (g, at) => timeOn(at, clock(g.hour, g.minute), beside(g, at)),
  ),
  rule('clock-gmt', '', `(?<hour>\\d{1,2}) : (?<minute>\\d{2}) (?:gmt|utc)${BESIDE}`, (g, at) =>
    timeOn(at, clock(g.hour, g.minute), beside(g, at)),
  ),
  rule(
    'clock-hours',
    '',
    `(?<hour>[01]\\d|2[0-4])(?<minute>[0-5]\\d) (?:gmt|utc|hours|UHs|local time)${BESIDE}`,
    (g, at) => timeOn(at, clock(g.hour, g.minute), beside(g, at)),
  ),
  rule('oclock', '', `(?<hour>\\d{1,2}|N\\d{1,2}) (?:oclock|o clock)(?: in the P(?<part>[A-Z]{2}))?`, (g, at) =>
    timeOn(
      at,
      clock(g.hour?.replace('N', ''), undefined, g.part === 'AF' || g.part === 'EV' ? 'pm' : undefined),
      undefined,
    ),
  ),
  // noon, midnight Friday
  rule('noon', 'P', `(?<lead>(?:at|by|around|until|before|after|since) )?P(?<noon>MI|MN)${BESIDE}`, (g, at) =>
    g.lead === undefined && g.wd === undefined && g.k === undefined
      ? undefined
      : timeOn(at, g.noon === 'MN' ? 'T24:00' : 'T12:00', beside(g, at)),
  ),
  // 3-5 May
  rule('days-month', 'M', `(?<from>\\d{1,2}) (?:-|–) (?<to>\\d{1,2}) ${MONTH}`, (g, at) =>
    dayRangeOf(yearless(at, g.month, g.from), yearless(at, g.month, g.to)),
  ),
  rule('month-days', 'M', `${MONTH} (?<from>\\d{1,2}) (?:-|–) (?<to>\\d{1,2})`, (g, at) =>
    dayRangeOf(yearless(at, g.month, g.from), yearless(at, g.month, g.to)),
  ),
  rule('day-month', 'M', `${WEEKDAY}(?:the )?${DAY} (?:of )?${MONTH}(?: (?<mod>this|next|last) UY)?`, (g, at) =>
    g.mod ? monthOfYear(at, g.mod, g.month, dayOf(g)) : yearless(at, g.month, dayOf(g)),
  ),
  rule('month-day', 'M', `${WEEKDAY}${MONTH} ${DAY}(?! (?:U|people|men|: \\d))`, (g, at) =>
    yearless(at, g.month, dayOf(g)),
  ),
  // April 24 and 25
  rule(
    'and-day',
    'M',
    `(?<lead>${MONTH} \\d{1,2} (?:and|or) )(?<day>\\d{1,2})(?= (?:[.,;)]|in|at|to|of|for)|$)`,
    (g, at) => yearless(at, g.month, g.day),
  ),
  // from 3 to 7 May: the first of two days takes the month of the second
  // yesterday morning, last night, early today
  rule('day-of-issue', 'K', `(?:(?:early|earlier|late|later) )?K(?<k>-?\\d)(?<own>NI)?${PART}?`, (g, at) =>
    dayFromIssue(at, Number(g.k), g.own ?? g.part),
  ),
  // the morning of yesterday, dawn today
  rule('part-of-day', 'PK', 'P(?<part>[A-Z]{2}) (?:of |on )?K(?<k>-?\\d)', (g, at) =>
    dayFromIssue(at, Number(g.k), g.part),
  ),
  // dawn on Tuesday, the night of Friday
  rule(
    'part-weekday',
    'PD',
    '(?:(?:the|early|late) )?P(?<part>[A-Z]{2}) (?:of |on )?(?:(?<mod>last|next) )?D(?<wd>\\d)',
    (g, at) => weekday(at, g.wd, which(g.mod) as 'last' | 'next' | undefined, g.part),
  ),
  rule('this-part', 'P', '(?:(?:early|late|later) )?this PARTX'.replace('PARTX', 'P(?<part>[A-Z]{2})'), (g, at) =>
    dayFromIssue(at, 0, g.part),
  ),
  // every Monday, each week, every two days
  rule('every-weekday', 'D', '(?:every|each) (?:other )?D(?<wd>\\d)', (g) => setOf(`XXXX-WXX-${Number(g.wd) || 7}`)),
  rule('weekdays', 'J', 'J(?<wd>\\d)', (g) => setOf(`XXXX-WXX-${g.wd}`)),
  rule('every-month', 'M', `(?:every|each) ${MONTH}`, (g) => setOf(`XXXX-${g.month!.padStart(2, '0')}`)),
  rule('every-season', 'S', '(?:every|each) S(?<name>[A-Z]{2})', (g) => setOf(`XXXX-${g.name}`)),
  rule('every-part', 'P', '(?:every|each) P(?<part>[A-Z]{2})', (g) => setOf(`XXXX-XX-XXT${g.part}`)),
  rule('every', 'U', `(?:every|each) (?:${NUMBER} )?${UNIT}`, (g) =>
    setOf(periodOf(g.count === undefined ? 1 : countOf(g.count), g.unit!)),
  ),
  rule('times-a', 'U', `(?:once|twice|(?:\\d+|N\\w+) times) (?:a|an|every|each|per) ${UNIT}`, (g) =>
    setOf(periodOf(1, g.unit!)),
  ),
  rule('frequency', 'F', 'F(?<t>T?)(?<n>\\d)(?<unit>[A-Z])', (g) => setOf(`P${g.t}${g.n}${g.unit}`)),
];
