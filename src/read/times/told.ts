/** Values that words state by themselves: dates, durations, habits, clock times, with the days that they stand for. */
import { isoDay, type Range } from './calendar.ts';
import type { Told } from './rules.ts';
import { rangeOf, thirdOf } from './value.ts';

export const two = (n: number): string => String(n).padStart(2, '0');

const YEAR_LEAST = 1500;
const YEAR_MOST = 2100;

/** A year in news. Bare four digits below 1900 are more often a count, so those rules ask for 1900 themselves. */
export const yearOf = (digits: string | undefined, least = YEAR_LEAST): number | undefined => {
  const year = Number(digits);
  return digits?.length === 4 && year >= least && year <= YEAR_MOST ? year : undefined;
};

/** A value with the days that it stands for. */
export const told = (
  value: string,
  basis: Told['basis'],
  more: { readonly range?: Told['range']; readonly type?: Told['type']; readonly calendar?: 'hijri' } = {},
): Told => {
  const range = more.range ?? rangeOf(value);
  return {
    value,
    type: more.type ?? (/T/.test(value) && !/_REF/.test(value) ? 'TIME' : 'DATE'),
    ...(range ? { range } : {}),
    basis,
    ...(more.calendar ? { calendar: more.calendar } : {}),
  };
};

export const stated = (value: string): Told => told(value, 'stated');

/** Narrowed to a third of its days, the value itself as it is: «early May 2024». */
export const third = (what: Told | undefined, part: string | undefined): Told | undefined =>
  what?.range?.earliest === undefined || what.range.latest === undefined || part === undefined
    ? what
    : { ...what, range: thirdOf(what.range as Range, part as 'start' | 'mid' | 'end') };

/** A day, month or year as it is written. Undefined where there is no such day. */
export const dateOf = (
  year: string | undefined,
  month: string | number | undefined,
  day?: string | undefined,
): Told | undefined => {
  const y = yearOf(year);
  const m = Number(month);
  if (y === undefined || !(m >= 1 && m <= 12)) return undefined;
  if (day === undefined) return stated(`${y}-${two(m)}`);
  const iso = isoDay(y, m, Number(day));
  return iso === undefined ? undefined : stated(iso);
};

export const durationOf = (value: string, more: { range?: Told['range']; basis?: Told['basis'] } = {}): Told => ({
  value,
  type: 'DURATION',
  ...(more.range ? { range: more.range } : {}),
  basis: more.basis ?? 'stated',
});

export const setOf = (value: string): Told => ({ value, type: 'SET', basis: 'stated' });

/** From one day of a month to another: «3-5 May». */
export const dayRangeOf = (first: Told | undefined, last: Told | undefined): Told | undefined => {
  if (first === undefined || last === undefined) return undefined;
  const range = rangeOf(`${first.value}/${last.value}`);
  return range === undefined && first.range
    ? undefined
    : { ...last, value: `${first.value}/${last.value}`, ...(range ? { range } : {}) };
};

/** A clock time of a day; `T17:00`. Undefined where there is no such hour. */
export const clock = (hour: string | undefined, minute: string | undefined, half?: string): string | undefined => {
  let h = Number(hour);
  const m = Number(minute ?? 0);
  if (half !== undefined && (h < 1 || h > 12)) return undefined;
  if (half === 'pm' && h < 12) h += 12;
  if (half === 'am' && h === 12) h = 0;
  return h <= 24 && m <= 59 ? `T${two(h)}:${two(m)}` : undefined;
};

export const partSuffix = (part: string | undefined): string =>
  part === undefined ? '' : part === 'MN' ? 'T24:00' : `T${part}`;
