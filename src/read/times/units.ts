/** Units of time: how long, how they are written in TIMEX3, and what lies so many of them away. */
import { addDays, addMonths, weekOf } from './calendar.ts';
import { rangeOf } from './value.ts';

/** Letters of TIMEX3 for a unit, with how many days it is good for; hours and shorter stand behind a T. */
export const UNIT_DAYS: Readonly<Record<string, number>> = {
  S: 0,
  MI: 0,
  H: 0,
  D: 1,
  WE: 2,
  NI: 1,
  W: 7,
  M: 30,
  Q: 91,
  Y: 365,
  DE: 3652,
  CE: 36525,
};

/** Decades and centuries are told in years, as the corpora do. */
const YEARS_IN: Readonly<Record<string, number>> = { DE: 10, CE: 100 };

/** `P3D`, `PT24H`, `PXW`. */
export const periodOf = (count: number | 'X', unit: string): string =>
  YEARS_IN[unit] !== undefined && count !== 'X'
    ? `P${count * YEARS_IN[unit]}Y`
    : /^(?:H|MI|S)$/.test(unit)
      ? `PT${count}${unit === 'MI' ? 'M' : unit}`
      : `P${count}${unit}`;

/** A count as its unit in the line says it: digits, N7, NX, an article, nothing; `N1.5` keeps its half. */
export const countOf = (unit: string | undefined): number | 'X' =>
  unit === undefined || /^(?:an?|another|the)$/.test(unit)
    ? 1
    : unit === 'NX' || !/\d/.test(unit)
      ? 'X'
      : Number(unit.replace(/^N/, ''));

/** The value that lies `count` units from a value: days to the day, longer units to the unit. */
export const shifted = (from: string, count: number, unit: string): string | undefined => {
  const range = rangeOf(from);
  if (range === undefined) return undefined;
  const base = from.length >= 10 ? from.slice(0, 10) : range.earliest;
  switch (unit) {
    case 'S':
    case 'MI':
      return base;
    case 'H':
      return addDays(base, Math.trunc(count / 24));
    case 'D':
    case 'NI':
      return addDays(base, count);
    case 'W':
      return from.length >= 10 ? addDays(base, 7 * count) : weekOf(addDays(base, 7 * count));
    case 'WE':
      return `${weekOf(addDays(base, 7 * count))}-WE`;
    case 'M':
      return addMonths(base, Math.trunc(count));
    case 'Q': {
      const month = addMonths(base, 3 * count);
      return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
    }
    case 'Y':
      // A quarter a year ago is a quarter: news of money compares like with like.
      return /-[QH]\d$/.test(from)
        ? `${Number(base.slice(0, 4)) + count}${from.slice(4)}`
        : String(Number(base.slice(0, 4)) + Math.trunc(count));
    case 'DE':
      return String(Number(base.slice(0, 3)) + count);
    case 'CE':
      return String(Number(base.slice(0, 2)) + count);
    default:
      return undefined;
  }
};
