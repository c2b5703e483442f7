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
