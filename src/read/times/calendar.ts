/** Days of the Gregorian calendar as ISO texts, without a clock and without time zones. */

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** ISO day, or undefined where there is no such day. */
export const isoDay = (year: number, month: number, day: number): string | undefined =>
  year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
    : undefined;

export type Range = {
  readonly earliest: string;
  readonly latest: string;
  readonly precision: 'day' | 'month' | 'year' | 'bounded';
};

export const dayRange = (day: string): Range => ({ earliest: day, latest: day, precision: 'day' });
export const monthRange = (year: number, month: number): Range => ({
  earliest: `${pad(year, 4)}-${pad(month, 2)}-01`,
  latest: `${pad(year, 4)}-${pad(month, 2)}-${pad(daysInMonth(year, month), 2)}`,
  precision: 'month',
});
export const yearRange = (year: number): Range => ({
  earliest: `${pad(year, 4)}-01-01`,
  latest: `${pad(year, 4)}-12-31`,
  precision: 'year',
});

const epoch = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
const DAY = 86_400_000;

/** The day `count` days after (before, where negative). */
export const addDays = (day: string, count: number): string =>
  new Date(epoch(day) + count * DAY).toISOString().slice(0, 10);

/** 0 = Sunday. */
export const weekdayOf = (day: string): number => new Date(epoch(day)).getUTCDay();

/** Whole days from `a` to `b`. */
export const daysBetween = (a: string, b: string): number => Math.round((epoch(b) - epoch(a)) / DAY);

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The Monday of the ISO week that a day lies in. */
export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));

/** ISO 8601 week of a day: `2024-W20`. */
export const weekOf = (day: string): string => {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  return `${year}-W${pad(Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1, 2)}`;
};

/** The Monday of an ISO week. */
export const mondayOfWeek = (year: number, week: number): string =>
  addDays(mondayOf(`${pad(year, 4)}-01-04`), 7 * (week - 1));

/** The month `count` months after that of a day, as `YYYY-MM`. */
export const addMonths = (day: string, count: number): string => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  return `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}`;
};

let hijri: Intl.DateTimeFormat | undefined;

/** Year, month and day of a Gregorian day in the Umm al-Qura calendar. */
const hijriOf = (time: number): readonly [year: number, month: number, day: number] => {
  hijri ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = hijri.formatToParts(time);
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
  return [part('year'), part('month'), part('day')];
};

// 1 Muharram of the year 1 in the tabular calendar, 16 July 622 (Julian), and the mean month (Reingold and Dershowitz).
const HIJRA = Date.UTC(622, 6, 19);
const MEAN_MONTH = 29.530588;

/**
 * A day of the Hijri calendar as a Gregorian one, by the Umm al-Qura table that ECMA-402 carries (years 1300–1600).
 * Countries that go by the sighting of the moon may be a day off.
 */
export const fromHijri = (year: number, month: number, day: number): string | undefined => {
  if (year < 1300 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30) return undefined;
  const guess = HIJRA + Math.floor(((year - 1) * 12 + month - 1) * MEAN_MONTH + day - 1) * DAY;
  for (let off = -4; off <= 4; off++) {
    const time = guess + off * DAY;
    const [y, m, d] = hijriOf(time);
    if (y === year && m === month && d === day) return iso(time);
  }
  return undefined;
};

/** First and last day of a Hijri month. */
export const hijriMonth = (year: number, month: number): readonly [string, string] | undefined => {
  const first = fromHijri(year, month, 1);
  const next = month === 12 ? fromHijri(year + 1, 1, 1) : fromHijri(year, month + 1, 1);
  return first && next ? [first, addDays(next, -1)] : undefined;
};

/** The Hijri year of a Gregorian day. */
export const hijriYearOf = (day: string): number => hijriOf(epoch(day))[0];
