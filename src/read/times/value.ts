/** A TIMEX3 value → the days that it stands for. ISO 8601 as far as that goes; seasons, weekends and parts of the day as in TIMEX3. */
import { addDays, dayRange, isoDay, mondayOfWeek, monthRange, type Range, yearRange } from './calendar.ts';

const bounded = (earliest: string, latest: string): Range => ({ earliest, latest, precision: 'bounded' });
const months = (year: number, from: number, to: number): Range =>
  bounded(monthRange(year, from).earliest, `${monthRange(year, to).latest}`);

const SEASONS: Readonly<Record<string, (year: number) => Range>> = {
  SP: (year) => months(year, 3, 5),
  SU: (year) => months(year, 6, 8),
  FA: (year) => months(year, 9, 11),
  // Winter is named for the year that it begins in.
  WI: (year) => bounded(monthRange(year, 12).earliest, monthRange(year + 1, 2).latest),
};

/** Days of a value; undefined for durations, habits, references and values with unknown digits. */
export const rangeOf = (value: string): Range | undefined => {
  const slash = value.indexOf('/');
  if (slash > 0) {
    const [from, to] = [rangeOf(value.slice(0, slash)), rangeOf(value.slice(slash + 1))];
    return from && to && from.earliest <= to.latest ? bounded(from.earliest, to.latest) : undefined;
  }
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(value);
  if (day) {
    const found = isoDay(Number(day[1]), Number(day[2]), Number(day[3]));
    return found === undefined ? undefined : dayRange(found);
  }
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  if (month)
    return Number(month[2]) >= 1 && Number(month[2]) <= 12 ? monthRange(Number(month[1]), Number(month[2])) : undefined;
  if (/^\d{4}$/.test(value)) return yearRange(Number(value));
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(value);
  if (week) {
    const monday = mondayOfWeek(Number(week[1]), Number(week[2]));
    return week[3] ? bounded(addDays(monday, 5), addDays(monday, 6)) : bounded(monday, addDays(monday, 6));
  }
  const part = /^(\d{4})-(?:(SP|SU|FA|WI)|Q([1-4])|H([12]))$/.exec(value);
  if (part) {
    const year = Number(part[1]);
    if (part[2]) return SEASONS[part[2]]!(year);
    if (part[3]) return months(year, Number(part[3]) * 3 - 2, Number(part[3]) * 3);
    return part[4] === '1' ? months(year, 1, 6) : months(year, 7, 12);
  }
  if (/^\d{3}$/.test(value)) return bounded(`${value}0-01-01`, `${value}9-12-31`);
  if (/^\d{2}$/.test(value)) return bounded(`${value}00-01-01`, `${value}99-12-31`);
  return undefined;
};

/** The first, middle or last third of a month, a year or another span: «early May», منتصف العام. */
export const thirdOf = (range: Range, third: 'start' | 'mid' | 'end'): Range => {
  const { earliest, latest } = range;
  if (range.precision === 'month') {
    const month = earliest.slice(0, 8);
    const [from, to] = third === 'start' ? ['01', '10'] : third === 'mid' ? ['11', '20'] : ['21', latest.slice(8)];
    return bounded(month + from, month + to);
  }
  if (range.precision === 'year') {
    const year = Number(earliest.slice(0, 4));
    return third === 'start' ? months(year, 1, 4) : third === 'mid' ? months(year, 5, 8) : months(year, 9, 12);
  }
  return range;
};
