/** Dates that a page states: in its mark-up as ISO, or in the words that readers see. */
import { fold } from '../../language/index.ts';
import type { StatedDate } from '../../model/index.ts';
import type { PageLabels } from './labels.ts';

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?/;
/** `Tue, 24 Dec 2024 18:30:00 +0300`, as feeds and some page software write it. */
const RFC_2822 =
  /^(?:[A-Z][a-z]{2},\s*)?(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\s+(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(GMT|UTC|Z|[+-]\d{4})?)?/;

const two = (value: number | string): string => String(value).padStart(2, '0');

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1990 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const day = (year: number, month: number, of: number): string | undefined =>
  isDay(year, month, of) ? `${year}-${two(month)}-${two(of)}` : undefined;

const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The value as ISO 8601, with its zone where one is stated and without where none is: a page's 18:30 of nowhere is
 * not made 18:30 UTC.
 */
export const isoOf = (stated: string | undefined): string | undefined => {
  const text = stated?.trim() ?? '';
  const iso = ISO.exec(text);
  if (iso) {
    const [, date = '', time, zone = ''] = iso;
    const [year = 0, month = 0, of = 0] = date.split('-').map(Number);
    if (!isDay(year, month, of)) return undefined;
    if (time === undefined || Number(time.slice(0, 2)) > 23) return date;
    return `${date}T${time.length === 5 ? `${time}:00` : time}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`;
  }
  const mail = RFC_2822.exec(text);
  if (!mail) return undefined;
  const [, of, name = '', year, hours, minutes, seconds = '00', zone = ''] = mail;
  const date = day(Number(year), ENGLISH.indexOf(name.toLowerCase()) + 1, Number(of));
  if (date === undefined || hours === undefined) return date;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone ? 'Z' : '';
  return `${date}T${two(hours)}:${minutes}:${seconds}${offset}`;
};

/** A day and a month, in either order, with a year; both Arabic namings of a month may stand side by side. */
const WORDS_DATE =
  /(\d{1,2})(?:st|nd|rd|th)?\s+(?:من\s+)?((?:\p{L}+)(?:\s+\p{L}+)?)(?:\s*[/(]\s*(\p{L}+(?:\s+\p{L}+)?)\s*\)?)?\s*[،,]?\s*(\d{4})|(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/gu;
const NUMBERS_DATE = /(?<!\d)(\d{1,4})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{1,4})(?!\d)/g;

const westernDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

const monthIn = (labels: PageLabels, ...names: readonly (string | undefined)[]): number | undefined => {
  for (const name of names) {
    if (name === undefined) continue;
    const month = labels.month(name) ?? labels.month(name.split(/\s+/)[0] ?? '');
    const short = ENGLISH.indexOf(fold(name).slice(0, 3)) + 1;
    if (month ?? (short && /^[a-z]{3,4}$/i.test(name))) return month ?? short;
  }
  return undefined;
};

/**
 * The day that a line of a page shows, as ISO. `3/4/2024` is left alone where the line is English: it is two dates.
 * Arabic pages write the day first.
 */
export const shownDay = (line: string, labels: PageLabels): string | undefined => {
  const text = westernDigits(line.slice(0, 300)).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  for (const match of text.matchAll(WORDS_DATE)) {
    const [, before, name, other, year, english, after, yearAfter] = match;
    const month = monthIn(labels, name, other, english);
    const found = month && day(Number(year ?? yearAfter), month, Number(before ?? after));
    if (found) return found;
  }
  const arabic = /[\u0621-\u064a]/.test(text);
  for (const [, a = '', b = '', c = ''] of text.matchAll(NUMBERS_DATE)) {
    const [first, second, third] = [Number(a), Number(b), Number(c)];
    if (a.length === 4) {
      const found = day(first, second, third);
      if (found) return found;
    } else if (c.length === 4) {
      if (!arabic && first <= 12 && second <= 12 && first !== second) continue;
      const found = day(third, second, first) ?? (arabic ? undefined : day(third, first, second));
      if (found) return found;
    }
  }
  return undefined;
};

/** The first stated value that is a date. */
export const firstDate = (
  candidates: readonly (readonly [origin: StatedDate['origin'], value: string | undefined])[],
): StatedDate | undefined => {
  for (const [origin, value] of candidates) {
    const iso = isoOf(value);
    if (iso) return { value: iso, origin };
  }
  return undefined;
};
