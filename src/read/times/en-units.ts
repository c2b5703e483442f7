/** English spans, units of the calendar, distances and durations: «the past week», «two days later», «for three days». */

import { addMonths } from './calendar.ts';
import { ABOUT, MANY, MONTH, monthOfYear, NUMBER, PART, partOfThird, step, THIRD, UNIT, which } from './en-words.ts';
import { type At, type Groups, rulesFor, type Told } from './rules.ts';
import {
  anchored,
  calendarUnit,
  distance,
  fromTold,
  hijri,
  partOfTold,
  reference,
  sameAsTold,
  season,
  span,
  weekday,
  yearless,
} from './shared.ts';
import { dateOf, durationOf, stated, third, told } from './told.ts';
import { countOf, periodOf } from './units.ts';

const rule = rulesFor('en');

export const units = [
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
  // A quarter of a town is none of the year: only where one of these was told before.
  rule('the-quarter', 'U', '(?:the|this) (?:latest |same )?UQ', (_, at) =>
    at.quarter === undefined ? undefined : shiftedQuarter(at, 0),
  ),
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
