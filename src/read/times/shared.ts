/** What both grammars of time need: word tables as pattern parts, and values of dates and of distances. */
import { wordsOf } from '../../language/index.ts';
import type { TimeValue } from '../../model/index.ts';
import type { Row } from '../data.ts';
import type { Phrases } from '../lexicon/index.ts';
import { addDays, dayRange, isoDay, monthRange, type Range, weekdayOf, yearRange } from './calendar.ts';
import type { Anchor } from './rules.ts';

export const stated = (range: Range): TimeValue => ({ ...range, basis: 'stated' });
export const implied = (range: Range): TimeValue => ({ ...range, basis: 'implied' });

/** Alternatives of a pattern, the longest first. */
export const oneOf = (forms: readonly string[]): string =>
  [...new Set(forms.map((form) => wordsOf(form).join(' ')))].sort((a, b) => b.length - a.length).join('|');

export const formsOfRows = (rows: readonly Row[] | undefined): string[] =>
  (rows ?? []).flatMap((row) => row.form ?? []);

const YEAR_LEAST = 1900;
const YEAR_MOST = 2100;

/** A year in news: four digits between 1900 and 2100. */
export const yearOf = (digits: string | undefined): number | undefined => {
  const year = Number(digits);
  return digits?.length === 4 && year >= YEAR_LEAST && year <= YEAR_MOST ? year : undefined;
};

export const dateValue = (
  day: string | undefined,
  month: number | undefined,
  year: string | undefined,
): TimeValue | undefined => {
  const y = yearOf(year);
  if (y === undefined || month === undefined) return undefined;
  if (day === undefined) return stated(monthRange(y, month));
  const iso = isoDay(y, month, Number(day));
  return iso === undefined ? undefined : stated(dayRange(iso));
};

export const yearValue = (year: string | undefined): TimeValue | undefined => {
  const y = yearOf(year);
  return y === undefined ? undefined : stated(yearRange(y));
};

/** The day that the report was issued on, where it is known to the day. */
const issueDay = (anchor: Anchor): string | undefined =>
  anchor.issued?.earliest !== undefined && anchor.issued.earliest === anchor.issued.latest
    ? anchor.issued.latest
    : undefined;

/** A span of days before or after the issue (0 = that day). Known only as bounds where the issue is. */
export const relative = (anchor: Anchor, from: number, to = from): TimeValue | 'unresolved' => {
  const day = issueDay(anchor);
  if (day !== undefined) {
    const range = { earliest: addDays(day, from), latest: addDays(day, to) };
    return { ...range, precision: from === to ? 'day' : 'bounded', basis: 'implied' };
  }
  const { earliest, latest } = anchor.issued ?? {};
  if (earliest === undefined && latest === undefined) return 'unresolved';
  return {
    ...(earliest === undefined ? {} : { earliest: addDays(earliest, from) }),
    ...(latest === undefined ? {} : { latest: addDays(latest, to) }),
    precision: 'bounded',
    basis: 'implied',
  };
};

/** A bare weekday: the last one up to the issue, which is what news means by it; `ahead`: the next one. */
export const weekdayValue = (anchor: Anchor, weekday: number, ahead = false): TimeValue | 'unresolved' => {
  const day = issueDay(anchor);
  if (day === undefined) return relative(anchor, ahead ? 0 : -6, ahead ? 7 : 0);
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return implied(dayRange(addDays(day, ahead ? (7 - back) % 7 || 7 : -back)));
};

type Unit = 'week' | 'month' | 'year';

/** «last month», الشهر الماضي: the whole one of the calendar before the issue's; weeks begin on different days, so both count. */
export const unitBefore = (anchor: Anchor, unit: Unit): TimeValue | 'unresolved' => {
  if (unit === 'week') return relative(anchor, -13, -1);
  const before = (day: string): Range => {
    const year = Number(day.slice(0, 4));
    if (unit === 'year') return yearRange(year - 1);
    const month = Number(day.slice(5, 7));
    return month === 1 ? monthRange(year - 1, 12) : monthRange(year, month - 1);
  };
  const day = issueDay(anchor);
  if (day !== undefined) return implied(before(day));
  const { earliest, latest } = anchor.issued ?? {};
  if (earliest === undefined && latest === undefined) return 'unresolved';
  return {
    ...(earliest === undefined ? {} : { earliest: before(earliest).earliest }),
    ...(latest === undefined ? {} : { latest: before(latest).latest }),
    precision: 'bounded',
    basis: 'implied',
  };
};

/** «three weeks ago»: days are meant to the day, longer units give or take half of one. */
export const ago = (anchor: Anchor, count: number, unit: number): TimeValue | 'unresolved' =>
  unit <= 1
    ? relative(anchor, -count * unit)
    : relative(anchor, -Math.round(count * unit + unit / 2), -Math.round(count * unit - unit / 2));

/** A day and month, or a month, without a year: the last one up to the issue. */
export const yearlessValue = (anchor: Anchor, month: number, day?: string): TimeValue | 'unresolved' | undefined => {
  // Without an upper bound, the latest day that the text itself dates gives the year.
  const { earliest } = anchor.issued ?? {};
  const latest = anchor.issued?.latest ?? (earliest && `${earliest.slice(0, 4)}-12-31`);
  if (latest === undefined) return 'unresolved';
  let year = Number(latest.slice(0, 4));
  if (day !== undefined) {
    let iso = isoDay(year, month, Number(day));
    if (iso === undefined || iso > latest) iso = isoDay(--year, month, Number(day));
    return iso === undefined ? undefined : implied(dayRange(iso));
  }
  if (monthRange(year, month).earliest > latest) year--;
  return implied(monthRange(year, month));
};

export const lookUp = <T>(table: Phrases<T>, words: string | undefined): T | undefined =>
  words === undefined ? undefined : table.get(words)[0];
