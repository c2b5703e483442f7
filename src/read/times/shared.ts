/** What is counted from the issue of a report, or from what it told before: days, weekdays, spans, distances. */
import {
  addDays,
  addMonths,
  daysBetween,
  fromHijri,
  hijriMonth,
  hijriYearOf,
  isoDay,
  mondayOf,
  weekdayOf,
  weekOf,
} from './calendar.ts';
import type { At, Told } from './rules.ts';
import { durationOf, partSuffix, told, two } from './told.ts';
import { periodOf, shifted, UNIT_DAYS } from './units.ts';
import { rangeOf } from './value.ts';

const NO_DAY = '2000-01-01';

/** Digits of a value that are known only of a known day. */
const masked = (value: string): string =>
  /^\d{4}/.test(value) ? value.replace(/^\d{4}(-\d{2}(-\d{2})?)?/, (known) => known.replace(/\d/g, 'X')) : value;

/** What is counted from the issue. Where that is known as bounds only, so is what is counted; where not at all, nothing is. */
export const anchored = (at: At, from: (day: string) => Told | undefined): Told | undefined => {
  const { earliest, latest } = at.issued ?? {};
  if (earliest !== undefined && earliest === latest) return from(earliest);
  const first = from(earliest ?? latest ?? NO_DAY);
  if (first === undefined) return undefined;
  const { range: _, ...rest } = first;
  const last = from(latest ?? earliest ?? NO_DAY) ?? first;
  const value = earliest !== undefined && first.value === last.value ? first.value : masked(first.value);
  if (earliest === undefined && latest === undefined) return { ...rest, value };
  return {
    ...rest,
    value,
    range: {
      ...(earliest === undefined || first.range?.earliest === undefined ? {} : { earliest: first.range.earliest }),
      ...(latest === undefined || last.range?.latest === undefined ? {} : { latest: last.range.latest }),
      precision: 'bounded',
    },
  };
};

const implied = (value: string, range?: Told['range']): Told => told(value, 'implied', range ? { range } : {});

/** A day so many days from the issue, with a part of the day where one is said. */
export const dayFromIssue = (at: At, days: number, part?: string): Told | undefined =>
  anchored(at, (day) => implied(addDays(day, days) + partSuffix(part)));

/** A bare weekday: the last one up to the issue, the next one after it where the verb looks ahead. */
export const weekday = (
  at: At,
  wanted: string | undefined,
  which?: 'last' | 'next',
  part?: string,
): Told | undefined => {
  const ahead = which === 'next' || (which === undefined && at.ahead());
  if (at.issued?.earliest === undefined || at.issued.earliest !== at.issued.latest) {
    const any = anchored(at, (day) =>
      implied(day, {
        earliest: addDays(day, ahead ? 0 : -6),
        latest: addDays(day, ahead ? 7 : 0),
        precision: 'bounded',
      }),
    );
    return any && { ...any, value: `XXXX-XX-XX${partSuffix(part)}`, type: part ? 'TIME' : 'DATE' };
  }
  return anchored(at, (day) => {
    const back = (weekdayOf(day) - Number(wanted) + 7) % 7;
    const steps = ahead
      ? back === 0 && which === undefined
        ? 0
        : 7 - back
      : which === 'last' && back === 0
        ? -7
        : -back;
    return implied(addDays(day, steps) + partSuffix(part));
  });
};

// Words from a verb to the day that it tells of, at most.
const CLOSE = 6;
const NEAR_AHEAD = 92;
const FAR_BACK = 183;

/** A day and month, or a month, without its year: the last one up to the issue, or the next where the verb looks ahead. */
export const yearless = (
  at: At,
  month: string | undefined,
  day?: string,
  which?: 'last' | 'next' | 'this',
): Told | undefined => {
  const { earliest, latest } = at.issued ?? {};
  const m = two(Number(month));
  // Without an upper bound, the latest day that the text itself dates gives the year.
  const known = latest ?? (earliest && `${earliest.slice(0, 4)}-12-31`);
  if (known === undefined) {
    const value = day === undefined ? `XXXX-${m}` : `XXXX-${m}-${two(Number(day))}`;
    return Number(day ?? 1) > 31 ? undefined : { value, type: 'DATE', basis: 'implied' };
  }
  const year = Number(known.slice(0, 4));
  const on = (y: number): string | undefined =>
    day === undefined ? `${y}-${m}` : isoDay(y, Number(month), Number(day));
  const here = known.slice(0, day === undefined ? 7 : 10);
  const tense = which === 'next' ? 'future' : which === 'last' ? 'past' : at.tense(CLOSE);
  const all = [year - 1, year, year + 1].map(on).filter((value) => value !== undefined);
  if (which === 'this') {
    const own = on(year);
    return own === undefined ? undefined : implied(own);
  }
  const next = all.find((value) => (which === 'next' ? value > here : value >= here));
  const last = all.findLast((value) => (which === 'last' ? value < here : value <= here));
  // Without a verb that says so, a day ahead is meant where it is much nearer than the last one of its name.
  const nearer =
    next !== undefined &&
    daysBetween(known, rangeOf(next)!.earliest) <= NEAR_AHEAD &&
    (last === undefined || daysBetween(rangeOf(last)!.latest, known) > FAR_BACK);
  const found = tense === 'future' || (tense === undefined && nearer) ? next : last;
  return found === undefined ? undefined : implied(found);
};

/** The quarter that was over a year before: where quarters are told of, «a year ago» means that one. */
const yearBefore = (day: string): string => {
  const month = addMonths(day, -15);
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
};

/** «three weeks ago», «in two months»: days are meant to the day, longer units give or take half of one. */
export const distance = (at: At, count: number, unit: string): Told | undefined =>
  anchored(at, (day) => {
    const size = UNIT_DAYS[unit] ?? 1;
    const value = unit === 'W' ? weekOf(addDays(day, 7 * count)) : shifted(day, count, unit);
    if (value === undefined) return undefined;
    if (size <= 1) return implied(value);
    // A quarter was spoken of: a year before it is that quarter of the year before.
    if (unit === 'Y' && count === -1 && at.quarter !== undefined) return implied(yearBefore(day));
    const middle = Math.abs(count) * size;
    const [near, far] = [Math.round(middle - size / 2), Math.round(middle + size / 2)];
    return implied(value, {
      earliest: addDays(day, count < 0 ? -far : near),
      latest: addDays(day, count < 0 ? -near : far),
      precision: 'bounded',
    });
  });

/** «the past three days», خلال الأيام الماضية: a span that ends (or, ahead, begins) with the issue. */
export const span = (at: At, count: number | 'X', unit: string, ahead = false, vague?: number): Told | undefined => {
  const days = count === 'X' ? (vague ?? VAGUE_DAYS[unit] ?? 30) : Math.max(1, spanDays(count, unit));
  return anchored(at, (day) =>
    durationOf(periodOf(count, unit), {
      basis: 'implied',
      range: {
        earliest: ahead ? day : addDays(day, -days),
        latest: ahead ? addDays(day, days) : day,
        precision: 'bounded',
      },
    }),
  );
};

const spanDays = (count: number, unit: string): number =>
  unit === 'H' ? Math.ceil(count / 24) : Math.round(count * (UNIT_DAYS[unit] ?? 1));

// «recent days», الأسابيع الأخيرة: further back than this nobody means.
const VAGUE_DAYS: Readonly<Record<string, number>> = { H: 2, D: 14, W: 56, M: 365, Y: 3650, DE: 18_262 };

/** «recently», مؤخراً: the last quarter of a year at most. */
const RECENT_DAYS = 90;

export const reference = (at: At, which: string): Told | undefined => {
  const value = `${which}_REF`;
  if (which !== 'RECENT') return { value, type: 'DATE', basis: 'implied' };
  return anchored(at, (day) =>
    told('PAST_REF', 'implied', {
      range: { earliest: addDays(day, -RECENT_DAYS), latest: day, precision: 'bounded' },
    }),
  );
};

/** The whole unit of the calendar `step` units from that of the issue: last month, هذا العام, next week. */
export const calendarUnit = (at: At, step: number, unit: string): Told | undefined =>
  anchored(at, (day) => {
    const value =
      unit === 'W' ? weekOf(addDays(day, 7 * step)) : unit === 'D' ? addDays(day, step) : unitOf(day, step, unit);
    if (value === undefined) return undefined;
    // Weeks begin on different days in different countries, so «last week» counts both.
    return unit === 'W' && step === -1
      ? implied(value, { earliest: addDays(day, -13), latest: addDays(day, -1), precision: 'bounded' })
      : implied(value);
  });

const unitOf = (day: string, step: number, unit: string): string | undefined =>
  unit === 'WE' ? weekend(day, step) : shifted(day, step, unit);

/** The weekend of the week before, of this week or the next. */
const weekend = (day: string, step: number): string => `${weekOf(addDays(mondayOf(day), 7 * step))}-WE`;

/** A season: of its stated year, else the last one (or the next, ahead) whose beginning fits. */
export const season = (at: At, name: string, which?: 'last' | 'next' | 'this'): Told | undefined =>
  anchored(at, (day) => {
    const year = Number(day.slice(0, 4));
    const begins = (y: number): string => rangeOf(`${y}-${name}`)!.earliest;
    if (which === 'this') return implied(`${year}-${name}`);
    const ahead = which === 'next' || (which === undefined && at.ahead());
    // The summer that runs now is not yet «last summer».
    const over = (y: number): boolean => (which === 'last' ? rangeOf(`${y}-${name}`)!.latest < day : begins(y) <= day);
    const y = ahead ? (begins(year) >= day ? year : year + 1) : over(year) ? year : year - 1;
    return implied(`${y}-${name}`);
  });

/** A day or a month of the Hijri calendar as Gregorian days; without a year, the one of the issue. */
export const hijri = (at: At, year: string | undefined, month: string | undefined, day?: string): Told | undefined => {
  const of = (y: number, basis: Told['basis']): Told | undefined => {
    if (day !== undefined) {
      const iso = fromHijri(y, Number(month), Number(day));
      return iso === undefined ? undefined : told(iso, basis, { calendar: 'hijri' });
    }
    const days = hijriMonth(y, Number(month));
    return days && told(`${days[0]}/${days[1]}`, basis, { calendar: 'hijri' });
  };
  if (year !== undefined) return of(Number(year), 'stated');
  return anchored(at, (issue) => of(hijriYearOf(issue), 'implied'));
};

/** «for the third day running», لليوم الثالث على التوالي: so many days up to the issue. */
export const running = (at: At, count: number, unit: string): Told | undefined => {
  const days = count * (UNIT_DAYS[unit] ?? 1);
  return anchored(at, (day) =>
    durationOf(periodOf(count, unit), {
      basis: 'implied',
      range: { earliest: addDays(day, 1 - Math.max(1, days)), latest: day, precision: 'bounded' },
    }),
  );
};

/** Counted from what was told last, or from the issue where nothing was: «two days later», اليوم التالي. */
export const fromTold = (at: At, count: number, unit: string, part?: string): Told | undefined => {
  const of = (base: string): Told | undefined => {
    const value = shifted(base, count, unit);
    return value === undefined ? undefined : implied(value + (value.length === 10 ? partSuffix(part) : ''));
  };
  const base = at.told;
  if (unit === 'Y' && count === -1 && at.quarter !== undefined && at.issued?.latest !== undefined)
    return implied(yearBefore(at.issued.latest));
  if (base !== undefined && rangeOf(base) !== undefined) {
    // A day counted from a month says no day.
    if (UNIT_DAYS[unit]! <= 1 && base.length < 10) return undefined;
    return unit === 'W' && Math.abs(count) === 1 && part === 'calendar'
      ? implied(weekOf(addDays(base.slice(0, 10), 7 * count)))
      : of(base);
  }
  return anchored(at, of);
};

/** The same day, month or year as the one told last, cut down to the unit. */
export const sameAsTold = (at: At, unit: string, part?: string): Told | undefined => {
  const base = at.told;
  const range = base === undefined ? undefined : rangeOf(base);
  if (base === undefined || range === undefined) return undefined;
  if (unit === 'D') return base.length >= 10 ? implied(base.slice(0, 10) + partSuffix(part)) : undefined;
  if (unit === 'M') return base.length >= 7 && /^\d{4}-\d{2}/.test(base) ? implied(base.slice(0, 7)) : undefined;
  if (unit === 'W') return base.length >= 10 ? implied(weekOf(base.slice(0, 10))) : undefined;
  return unit === 'Y' ? implied(base.slice(0, 4)) : undefined;
};

/** A clock time on a day that is said beside it, else on the day of the issue. */
export const timeOn = (at: At, time: string | undefined, day: Told | undefined): Told | undefined => {
  if (time === undefined) return undefined;
  if (day !== undefined) return { ...day, value: day.value.slice(0, 10) + time, type: 'TIME' };
  return anchored(at, (issue) => implied(issue + time));
};

/** A part of the day without its day: of the day told last in the report, else of its issue. */
export const partOfTold = (at: At, part: string): Told | undefined =>
  sameAsTold(at, 'D', part) ?? anchored(at, (day) => told(day + partSuffix(part), 'implied'));
