/** English dates that say their year themselves. */
import { COUNTED, DAY, dayOf, MONTH, NUMBERED, partOfThird, THIRD, WEEKDAY, YEAR } from './en-words.ts';
import { rulesFor } from './rules.ts';
import { hijri } from './shared.ts';
import { dateOf, dayRangeOf, stated, third, yearOf } from './told.ts';

const rule = rulesFor('en');

export const absolute = [
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
