/** English expressions of time. Patterns run over the tags of line.ts; each rule has a name and an example. */

import { addMonths } from './calendar.ts';
import type { At, Groups, TimeRules, Told } from './rules.ts';
import { rulesFor } from './rules.ts';
import {
  anchored,
  calendarUnit,
  clock,
  countOf,
  dateOf,
  dayFromIssue,
  dayRangeOf,
  distance,
  durationOf,
  fromTold,
  hijri,
  partSuffix,
  periodOf,
  reference,
  running,
  sameAsTold,
  season,
  setOf,
  span,
  stated,
  third,
  timeOn,
  told,
  weekday,
  yearless,
  yearOf,
} from './shared.ts';

const DAY = '(?:(?<day>\\d{1,2})|O(?<nth>\\d{1,2}))';
const MONTH = 'M(?<month>\\d{1,2})';
const YEAR = '(?<year>[12]\\d{3})';
const WEEKDAY = '(?:D\\d ,? ?)?';
const UNIT = 'U(?<unit>(?:DE|CE|WE|MI|[A-Z]))s?';
const MANY = 'U(?<unit>(?:DE|CE|WE|MI|[A-Z]))s';
const NUMBER = '(?<count>\\d{1,4}(?:\\.\\d)?|N\\d+(?:\\.\\d+)?|NX)';
const ABOUT =
  '(?:(?:at least|no less than|more than|less than|fewer than|about|around|approximately|roughly|nearly|almost|some|over|under|up to|only|just|the first|the last|another) )?';
const PART = '(?: P(?<part>MO|AF|EV|NI|DA|MI))';
const THIRD = '(?<third>early|mid -|mid|late|the (?:beginning|start|middle|end) of|the (?:first|last) days of)';
// Four digits before one of these are a count or a name, not a year: «in 2000 homes», «the 2024 metres».
const COUNTED =
  '(?! (?:people|persons|men|women|children|civilians|residents|families|soldiers|troops|fighters|militants|prisoners|detainees|wounded|dead|homes|houses|buildings|dollars|pounds|tons|tonnes|barrels|kilometers|kilometres|km|miles|meters|metres|m|mm|shells|rockets|missiles|drones|others|votes|goals|model|points|percent|%|U\\w+))';

// Behind these, four digits are a number: Route 2024, $1999, «rose to 1967».
const NUMBERED =
  'route|room|flight|section|unit|resolution|resolutions|no|number|highway|article|law|page|channel|model|bus|train|road|gate|house|apartment|box|extension|phone|[$#£€+]|to|of|-|/|:|[.]|than|us|m|nearly|about|some|least|over|around|another|all|other|are|were|was|is|killed|killing|wounded|with|\\d+|N\\w+';

const dayOf = (g: Groups): string | undefined => g.day ?? g.nth;
const partOfThird = (words: string | undefined): string | undefined =>
  words === undefined
    ? undefined
    : /^(?:early|the (?:beginning|start|first))/.test(words)
      ? 'start'
      : /mid/.test(words)
        ? 'mid'
        : 'end';
const which = (word: string | undefined): 'last' | 'next' | 'this' | undefined =>
  word === undefined
    ? undefined
    : /last|past|previous/.test(word)
      ? 'last'
      : /next|coming|following/.test(word)
        ? 'next'
        : /this/.test(word)
          ? 'this'
          : undefined;
const step = (word: string | undefined): number => ({ last: -1, next: 1, this: 0 })[which(word) ?? 'this'];
const half = (word: string | undefined): string | undefined => word?.replace(/[ .]/g, '');

/** A day that stands beside a clock time: «5 p.m. on Monday», «at 9 a.m. yesterday». */
const BESIDE = `(?: ,?(?: ?(?:on|of|,))? ?(?:D(?<wd>\\d)|K(?<k>-?\\d)(?:NI)?|${WEEKDAY}${MONTH} ${DAY}(?: ,? ?${YEAR})?))?`;
const beside = (g: Groups, at: At): Told | undefined =>
  g.wd !== undefined
    ? weekday(at, g.wd)
    : g.k !== undefined
      ? dayFromIssue(at, Number(g.k))
      : g.month !== undefined
        ? g.year === undefined
          ? yearless(at, g.month, dayOf(g))
          : dateOf(g.year, g.month, dayOf(g))
        : undefined;

const rule = rulesFor('en');

const absolute = [
  // March 3-5, 2024
  rule('days-month-first', 'M', `${MONTH} (?<from>\\d{1,2}) (?:-|–|to|and) (?<to>\\d{1,2}) ,? ?${YEAR}`, (g) =>
    dayRangeOf(dateOf(g.year, g.month, g.from), dateOf(g.year, g.month, g.to)),
  ),
  // 3-5 May 2024
  rule('days-day-first', 'M', `(?<from>\\d{1,2}) (?:-|–|to|and) (?<to>\\d{1,2}) ${MONTH} ,? ?${YEAR}`, (g) =>
    dayRangeOf(dateOf(g.year, g.month, g.from), dateOf(g.year, g.month, g.to)),
  ),
  // Tuesday, 24 December 2024
  rule('day-month-year', 'M', `${WEEKDAY}(?:the )?${DAY} (?:of )?(?:day of )?${MONTH} ,? ?(?:of )?${YEAR}`, (g) =>
    dateOf(g.year, g.month, dayOf(g)),
  ),
  // 30 DEC 89
  rule('day-month-short-year', 'M', `${WEEKDAY}${DAY} ${MONTH} (?<short>[4-9]\\d)(?! (?:[:%]|- \\d))`, (g) =>
    dateOf(`19${g.short}`, g.month, dayOf(g)),
  ),
  // October 7, 2023
  rule('month-day-year', 'M', `${WEEKDAY}${MONTH} (?:the )?${DAY} ,? ?${YEAR}`, (g) =>
    dateOf(g.year, g.month, dayOf(g)),
  ),
  // 2024-12-24
  rule('iso', '', '(?<year>\\d{4}) - (?<month>\\d{2}) - (?<day>\\d{2})', (g) => dateOf(g.year, g.month, g.day)),
  // 24/12/2024: day first, as news outside the United States writes it; months over 12 settle the rest
  rule('slashes', '', '(?<day>\\d{1,2}) [/] (?<month>\\d{1,2}) [/] (?<year>\\d{4})', (g) =>
    Number(g.month) > 12 ? dateOf(g.year, g.day, g.month) : dateOf(g.year, g.month, g.day),
  ),
  // 10-30-89
  rule('short-slashes', '', '(?<a>\\d{2}) (?<mark>[/-]) (?<b>\\d{2}) \\k<mark> (?<short>[5-9]\\d)', (g) =>
    Number(g.b) > 12 ? dateOf(`19${g.short}`, g.a, g.b) : dateOf(`19${g.short}`, g.b, g.a),
  ),
  rule('dots', '', '(?<dmy>\\d{1,2}\\.\\d{1,2}\\.\\d{4})', (g) => {
    const [day, month, year] = (g.dmy ?? '').split('.');
    return dateOf(year, month, day);
  }),
  // early April 2024, the end of April 2024
  rule('month-year', 'M', `(?:${THIRD} )?${MONTH} ,? ?(?:of )?(?<year>1[5-9]\\d{2}|20\\d{2})`, (g) =>
    third(dateOf(g.year, g.month), partOfThird(g.third)),
  ),
  // between March and June 2023: the first takes the year of the second
  rule(
    'month-to-month',
    'M',
    `(?<lead>(?:between|from) )${MONTH}(?= (?:and|to|until|through) M\\d+ ,? ?${YEAR})`,
    (g) => dateOf(g.year, g.month),
  ),
  // the spring of 2023
  rule('season-year', 'S', `(?:the )?S(?<name>[A-Z]{2}) (?:of )?(?<year>1[89]\\d{2}|20\\d{2})`, (g) =>
    stated(`${g.year}-${g.name}`),
  ),
  // the first quarter of 2023; the 1988 third quarter; the second half of 2022
  rule('quarter-year', 'OU', `(?:the )?O(?<n>[1-4]) (?:- )?UQ (?:of )?(?<year>1[89]\\d{2}|20\\d{2})`, (g) =>
    stated(`${g.year}-Q${g.n}`),
  ),
  rule('year-quarter', 'OU', `(?:the )?(?<year>1[89]\\d{2}|20\\d{2}) O(?<n>[1-4]) (?:- )?UQ`, (g) =>
    stated(`${g.year}-Q${g.n}`),
  ),
  rule('half-year', 'O', `(?:the )?O(?<n>[12]) half of (?<year>1[89]\\d{2}|20\\d{2})`, (g) =>
    stated(`${g.year}-H${g.n}`),
  ),
  // 3 Ramadan 1445
  rule('hijri-day', 'H', `${DAY} (?:of )?H(?<month>\\d{1,2}) ,? ?(?<year>1[345]\\d{2})(?: ah)?`, (g, at) =>
    hijri(at, g.year, g.month, dayOf(g)),
  ),
  rule('hijri-month', 'H', 'H(?<month>\\d{1,2}) ,? ?(?<year>1[345]\\d{2})(?: ah)?', (g, at) =>
    hijri(at, g.year, g.month),
  ),
  // the 1990s, the nineties, the late 1970s
  rule('decade', '', "(?:the )?(?:(?:early|mid -|mid|late) (?:- )?)?(?<year>1[5-9]\\d|20\\d)0 (?:'s|s)", (g) =>
    stated(g.year!),
  ),
  rule('decade-word', 'E', 'E(?<decade>\\d{3})', (g) => stated(g.decade!)),
  // the 12th century
  rule('century', 'OU', '(?:the )?(?:(?:early|mid -|late) )?O(?<n>\\d{1,2}) (?:- )?UCE', (g) =>
    stated(String(Number(g.n) - 1).padStart(2, '0')),
  ),
  // 2011-2013, between 2011 and 2013
  rule('years', '', '(?<year>1[89]\\d{2}|20\\d{2}) [-–/] (?<last>1[89]\\d{2}|20\\d{2})', (g) =>
    g.year! < g.last! ? dayRangeOf(stated(g.year!), stated(g.last!)) : undefined,
  ),
  // early 2019, the end of 2019
  rule('third-year', '', `${THIRD} (?<year>1[89]\\d{2}|20\\d{2})${COUNTED}`, (g) =>
    third(stated(g.year!), partOfThird(g.third)),
  ),
  // in 2019; from 2011 to 2013
  rule(
    'year-to',
    '',
    '(?<lead>(?:from|between) (?:1[89]\\d{2}|20\\d{2}) (?:to|and|until|through) )(?<year>1[89]\\d{2}|20\\d{2})',
    (g) => stated(g.year!),
  ),
  rule(
    'year',
    '',
    `(?<lead>(?:in|since|of|during|from|until|till|by|before|after|between|through|late|than|for fiscal|in fiscal|fiscal|calendar|the year|year|and|or|the|\\() )(?<year>1[5-9]\\d{2}|20\\d{2})(?! (?:-|[.:] \\d|,? \\d))${COUNTED}`,
    (g) => (yearOf(g.year) === undefined ? undefined : stated(g.year!)),
  ),
  // both 1990 and 1991, a 1996 law: recent years stand anywhere but behind what numbers a thing
  rule(
    'year-bare',
    '',
    `(?<!(?:${NUMBERED}) )(?<year>19[5-9]\\d|20[0-3]\\d)(?! (?:-|[.:/] \\d|, \\d{1,3}(?: |$)))${COUNTED}`,
    (g) => stated(g.year!),
  ),
];

const relative = [
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
  // the next day, the following week, the previous month
  rule('next-unit', 'U', '(?:the|on the) (?<mod>next|following|previous|preceding) U(?<unit>D|W|M|Y)', (g, at) =>
    g.mod === 'next' && g.unit !== 'D'
      ? undefined
      : fromTold(at, /next|following/.test(g.mod!) ? 1 : -1, g.unit!, g.unit === 'W' ? 'calendar' : undefined),
  ),
  // the past three days, the next two weeks, the last few months
  rule(
    'span',
    'U',
    `(?:each of )?(?:the |these )?(?<mod>past|last|previous|preceding|next|coming|following) (?:${NUMBER} |few |couple of )${UNIT}(?: or so)?`,
    (g, at) => span(at, g.count === undefined ? 'X' : countOf(g.count), g.unit!, which(g.mod) === 'next'),
  ),
  rule('span-one', 'U', `the (?<mod>past|last|next|coming) ${UNIT}`, (g, at) =>
    g.unit === 'WE' || (g.unit === 'Q' && g.mod === 'last')
      ? calendarUnit(at, step(g.mod), g.unit)
      : span(at, 1, g.unit!, which(g.mod) === 'next'),
  ),
  rule('coming', 'U', `(?:the )?coming ${MANY}`, (g, at) =>
    /^[MY]$/.test(g.unit!) ? reference(at, 'FUTURE') : span(at, 'X', g.unit!, true),
  ),
  rule('span-many', 'U', `(?:the )?(?:past|last|recent) ${MANY}`, (g, at) =>
    g.unit === 'Y' ? reference(at, 'PAST') : span(at, 'X', g.unit!),
  ),
  rule('past-hours', 'U', `(?:the )?(?<count>\\d{1,3}) UHs (?:before|to) (?=K)`, () => undefined),
  // two days ago, more than a decade ago, a week or so ago
  rule('few-ago', 'U', `(?:a few|NX|some) ${MANY} (?:ago|back)`, (_, at) => reference(at, 'PAST')),
  rule('half-ago', 'U', `${ABOUT}(?:a |an |the )?${UNIT} and a half ago`, (g, at) =>
    distance(at, g.unit === 'Y' ? -1 : -1.5, g.unit!),
  ),
  rule('ago', 'U', `${ABOUT}(?:${NUMBER}|an?) ${UNIT}(?: or so)? ago`, (g, at) =>
    distance(at, -Number(countOf(g.count)), g.unit!),
  ),
  // in three days (ahead); two weeks from now
  rule('from-now', 'U', `${ABOUT}(?:${NUMBER}|an?) ${UNIT} (?:from now|hence)`, (g, at) =>
    distance(at, Number(countOf(g.count)), g.unit!),
  ),
  rule('in', 'U', `in (?:about |another )?(?:${NUMBER}|an?) ${UNIT}(?! ago)`, (g, at) =>
    at.ahead() && g.count !== 'NX' ? distance(at, Number(countOf(g.count)), g.unit!) : undefined,
  ),
  // earlier this month, later this year, late last year, the end of last month
  rule(
    'third-of-unit',
    'U',
    `(?<third>early|earlier|mid -|mid|late|later|the (?:beginning|start|middle|end) of) (?<mod>this|last|next|that) ${UNIT}`,
    (g, at) => thirdOfUnit(g, at),
  ),
  rule(
    'end-of-unit',
    'U',
    `(?<third>the (?:beginning|start|middle|end) of) the ${UNIT}|U(?<other>Y) (?:'s|-) end`,
    (g, at) => third(calendarUnit(at, 0, g.unit ?? g.other!), partOfThird(g.third ?? 'the end')),
  ),
  // June last year, January of this year
  rule('month-of-year', 'M', `(?:${THIRD} )?${MONTH} (?:of )?(?<mod>this|last|next|that) UY`, (g, at) =>
    third(g.mod === 'that' ? monthOfTold(at, g.month) : monthOfYear(at, g.mod!, g.month), partOfThird(g.third)),
  ),
  rule('unit', 'U', `(?<mod>last|next|this|previous|past) ${UNIT}`, (g, at) => calendarUnit(at, step(g.mod), g.unit!)),
  rule(
    'the-year',
    'U',
    '(?<lead>(?:of|for|in|during|throughout|through|so far) )the (?:full )?UY(?! (?:ended|ending|ends|before|after|earlier|to|of|-|N\\d+|\\d))',
    (_, at) => calendarUnit(at, 0, 'Y'),
  ),
  rule('the-year-words', 'UN', '(?:the )?UY N(?<year>[12]\\d{3})', (g) => stated(g.year!)),
  // the quarter, the latest quarter, the year-earlier quarter: the last one that is over
  rule(
    'year-earlier',
    'U',
    '(?:the )?UY - (?:ago|earlier)(?: (?:UQ|period))?|(?:the )?same (?:UQ|period) (?:a UY earlier|last UY)',
    (_, at) => shiftedQuarter(at, -1),
  ),
  rule('the-quarter', 'U', '(?:the|this) (?:latest |same )?UQ', (_, at) => shiftedQuarter(at, 0)),
  rule('weekend', 'U', '(?:the|this) UWE', (_, at) => calendarUnit(at, at.ahead() ? 0 : -1, 'WE')),
  // last summer, this fall
  rule(
    'season',
    'S',
    '(?:(?:early|late|mid -|mid) )?(?:(?<mod>last|next|this|that|this past) )S(?<name>[A-Z]{2})',
    (g, at) => season(at, g.name!, which(g.mod)),
  ),
  rule(
    'the-season',
    'S',
    '(?<lead>(?:in|into|during|since|until|by|over) )(?:the |early |late )?S(?<name>SU|WI|SP|FA)',
    (g, at) => season(at, g.name!),
  ),
  // the third quarter, this quarter
  rule('quarter', 'OU', '(?:(?:the|its|their|his) )?(?:(?:fiscal|latest|same) )?O(?<n>[1-4]) (?:- )?UQ', (g, at) =>
    quarterOf(at, g.n!),
  ),
  // weekdays
  rule(
    'weekday',
    'D',
    `(?:(?<mod>last|next|this|this past|this coming|past|coming|early|earlier|late|later) )?D(?<wd>\\d)(?:${PART}|(?<nights> UNIs))?`,
    (g, at) =>
      weekday(at, g.wd, which(g.mod) === 'this' ? undefined : (which(g.mod) as 'last' | 'next' | undefined), g.part),
  ),
  rule('hijri', 'H', '(?:(?:this|the month of) )?H(?<month>9|1|2|7|8|10|11|12)(?! \\d)', (g, at) =>
    hijri(at, undefined, g.month),
  ),
  rule(
    'month',
    'M',
    `(?:(?<mod>last|next|this|this coming|this past) )?(?:${THIRD} )?(?:(?<mod2>last|next|this) )?${MONTH}(?: (?<short>'|’) \\d{2})?`,
    (g, at) => third(yearless(at, g.month, undefined, which(g.mod ?? g.mod2)), partOfThird(g.third)),
  ),
  rule('next-part', 'P', '(?:the )?(?<mod>next|following|previous) P(?<part>MO|AF|EV|NI)', (g, at) =>
    fromTold(at, g.mod === 'previous' ? -1 : 1, 'D', g.part),
  ),
  // the day before, a day earlier, two months later
  rule(
    'the-day-before',
    'U',
    '(?:the|a) U(?<unit>D|W|M|Y) (?<mod>before|after|earlier|later|prior)(?! \\w+ \\w+ing)',
    (g, at) => fromTold(at, /after|later/.test(g.mod!) ? 1 : -1, g.unit!),
  ),
  rule(
    'later',
    'U',
    `${ABOUT}(?:${NUMBER}|an?) ${UNIT} (?<mod>later|earlier|before that|after that|afterwards?)`,
    (g, at) =>
      g.count === 'NX'
        ? undefined
        : fromTold(at, (/earlier|before/.test(g.mod!) ? -1 : 1) * Number(countOf(g.count)), g.unit!),
  ),
  // the same day, that year, later that day
  rule('same', 'U', '(?:(?:early|earlier|late|later|on) )?(?:the same|that|that same) U(?<unit>D|W|M|Y)', (g, at) =>
    sameAsTold(at, g.unit!),
  ),
  rule('same-part', 'P', '(?:the same|that) P(?<part>MO|AF|EV|NI)', (g, at) => sameAsTold(at, 'D', g.part)),
  rule('at-dawn', 'P', '(?<lead>(?:at|before|after|since|around|by) )P(?<part>DA|EV|NI)', (g, at) =>
    partOfTold(at, g.part!),
  ),
  rule(
    'in-the-morning',
    'P',
    '(?:(?:early|late) )?(?<lead>in |during )the (?:early |late )?P(?<part>MO|AF|EV|NI)(?! of)',
    (g, at) => partOfTold(at, g.part!),
  ),
  // half an hour, a year and a half
  rule('half-hour', 'U', `half (?:an?|- an?) ${UNIT}`, (g) =>
    durationOf(g.unit === 'H' ? 'PT30M' : periodOf(0.5, g.unit!)),
  ),
  rule('and-a-half', 'U', `${ABOUT}(?:${NUMBER}|an?) (?:and a half ${UNIT}|U(?<other>[A-Z])s? and a half)`, (g) =>
    durationOf(periodOf(Number(countOf(g.count)) + 0.5, g.unit ?? g.other!)),
  ),
  // three days, a three-day siege, 40 years old, 72-hour
  rule(
    'days-old',
    'U',
    `${ABOUT}${NUMBER} ${UNIT} old|(?:a |an |the )?${NUMBER.replace('count', 'length')} (?:- )?U(?<other>DE|CE|WE|MI|[A-Z])s? (?:- )?long`,
    (g) => durationOf(periodOf(countOf(g.count ?? g.length), g.unit ?? g.other!)),
  ),
  rule('hyphened', 'U', `(?:(?:a|an|the) )?${NUMBER} - ${UNIT}(?! - old)`, (g) =>
    durationOf(periodOf(countOf(g.count), g.unit!)),
  ),
  rule(
    'each-of',
    'U',
    `${ABOUT}${NUMBER} (?:more |full |consecutive |straight |long |whole |other )?${UNIT}(?: or so)?`,
    (g) => (g.count === '1' && g.unit === 'D' ? undefined : durationOf(periodOf(countOf(g.count), g.unit!))),
  ),
  rule('few', 'U', `(?:a few|the first few|a couple of|the first) ${MANY}`, (g) => durationOf(periodOf('X', g.unit!))),
  rule(
    'a-unit',
    'U',
    `(?<lead>(?:for|within|in|over|after|about|nearly|almost|least|than|took|lasted|lasts|takes|another|spent|of) )(?:an?|a full|a whole) ${UNIT}(?! (?:ago|earlier|later|before|after|when))`,
    (g) => durationOf(periodOf(1, g.unit!)),
  ),
  rule('within-unit', 'U', `within (?:an?|the) ${UNIT}`, (g) => durationOf(periodOf(1, g.unit!))),
  rule(
    'for-units',
    'U',
    `(?<lead>(?:for|in|over|after|within|waited|lasted|last|took|takes|spent|of|many|since) )(?:many )?${MANY}(?! (?:later|earlier|ago))`,
    (g) =>
      g.unit === 'CE' || g.unit === 'H' || g.unit === 'MI' || UNIT_PLURAL.has(g.unit!)
        ? durationOf(periodOf('X', g.unit!))
        : undefined,
  ),
  // now, recently, in the future
  rule('in-the-past', '', '(?<lead>in )the (?:recent )?past(?= [.,;:)"”»]|$| and| but| when)', (_, at) =>
    reference(at, 'PAST'),
  ),
  rule('recently', 'R', '(?<!as )R(?<when>PAST|PRESENT|FUTURE)(?! (?:after|as|before|and again|and then))', (g, at) =>
    reference(at, g.when === 'PAST' ? 'RECENT' : g.when!),
  ),
];

const UNIT_PLURAL = new Set(['D', 'W', 'M', 'Y', 'DE']);

/** A part of the day without its day: of the day told last in the report, else of its issue. */
function partOfTold(at: At, part: string): Told | undefined {
  return sameAsTold(at, 'D', part) ?? anchored(at, (day) => told(day + partSuffix(part), 'implied'));
}

/** «June last year», «January this year». */
function monthOfYear(at: At, mod: string, month: string | undefined, day?: string): Told | undefined {
  return anchored(at, (issue) => {
    const found = dateOf(String(Number(issue.slice(0, 4)) + step(mod)), month, day);
    return found && { ...found, basis: 'implied' };
  });
}

function monthOfTold(at: At, month: string | undefined): Told | undefined {
  const found = dateOf(at.told?.slice(0, 4), month);
  return found && { ...found, basis: 'implied' };
}

/** «earlier this month» ends with the issue, «later this year» begins with it; «late last year» is a third of it. */
function thirdOfUnit(g: Groups, at: At): Told | undefined {
  if (g.mod === 'that') return sameAsTold(at, g.unit!);
  const unit = calendarUnit(at, step(g.mod), g.unit!);
  if (unit?.range?.earliest === undefined) return unit;
  const issue = at.issued?.earliest === at.issued?.latest ? at.issued?.latest : undefined;
  if (g.mod === 'this' && issue !== undefined && /er$/.test(g.third!)) {
    const range =
      g.third === 'earlier'
        ? { earliest: unit.range.earliest, latest: issue }
        : { earliest: issue, ...(unit.range.latest ? { latest: unit.range.latest } : {}) };
    return { ...unit, range: { ...range, precision: 'bounded' } };
  }
  return third(unit, partOfThird(g.third));
}

/** The last quarter that is over, years away from it: what news of money compares with. */
function shiftedQuarter(at: At, years: number): Told | undefined {
  return anchored(at, (day) => {
    const month = addMonths(day, -3);
    return told(`${Number(month.slice(0, 4)) + years}-Q${Math.ceil(Number(month.slice(5)) / 3)}`, 'implied');
  });
}

/** A quarter without its year: the last one that has begun up to the issue. */
function quarterOf(at: At, n: string): Told | undefined {
  return anchored(at, (day) => {
    const year = Number(day.slice(0, 4));
    const now = Math.ceil(Number(day.slice(5, 7)) / 3);
    return told(`${Number(n) <= now || at.ahead() ? year : year - 1}-Q${n}`, 'implied');
  });
}

/** The grammar of English times. */
export const englishTimes: TimeRules = { absolute, relative };
