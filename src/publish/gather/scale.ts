/** Days → bins, and records over bins: those dated within one, and those that may lie in several. */

import type { Scale, Series, Step } from '../pages.ts';
import type { Name } from '../types.ts';
import type { Fact } from './fact.ts';

const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** More bars than this are no longer told apart on a phone; fewer than FEWEST look like a block, and get days around them. */
const MOST_BINS = 96;
const FEWEST_BINS = 12;
const STEPS: readonly Step[] = ['day', 'week', 'month', 'year'];

/** First day of the bin that a day lies in. Weeks begin on Monday (ISO 8601). */
const floorTo = (day: string, step: Step): string => {
  if (step === 'year') return `${day.slice(0, 4)}-01-01`;
  if (step === 'month') return `${day.slice(0, 7)}-01`;
  if (step === 'day') return day;
  const weekday = (new Date(at(day)).getUTCDay() + 6) % 7;
  return dayOf(at(day) - weekday * DAY);
};

const nextOf = (bin: string, step: Step): string => {
  const [year = 0, month = 1] = bin.split('-').map(Number);
  if (step === 'year') return `${String(year + 1).padStart(4, '0')}-01-01`;
  if (step === 'month') return dayOf(Date.UTC(year, month, 1));
  return dayOf(at(bin) + (step === 'week' ? 7 : 1) * DAY);
};

/** Bins from one day to another, or nothing where a step would make too many. */
const binsBetween = (from: string, to: string, step: Step): readonly string[] | undefined => {
  const bins: string[] = [];
  for (let bin = floorTo(from, step); bin <= to; bin = nextOf(bin, step)) {
    if (bins.length === MOST_BINS && step !== 'year') return undefined;
    bins.push(bin);
  }
  return bins;
};

/** The finest scale from one day to another that can be read. */
export const scaleBetween = (from: string, to: string): Scale => {
  for (const step of STEPS) {
    const bins = binsBetween(from, to, step);
    if (!bins) continue;
    if (bins.length < FEWEST_BINS && step === 'day') {
      const around = Math.ceil((FEWEST_BINS - bins.length) / 2) * DAY;
      return scaleBetween(dayOf(at(from) - around), dayOf(at(to) + around));
    }
    return { step, bins, end: nextOf(bins.at(-1) as string, step) };
  }
  throw new Error(`no scale from ${from} to ${to}`);
};

/**
 * Share of the oldest records that may be left before the scale, and how many years must lie between a scale with them
 * and one without: one record of 1979 must not press a year's news into one bar. Both are Marsad's own choice.
 */
const TAIL = 0.05;
const LONG_YEARS = 3;

export type Span = { readonly from: string; readonly to: string };

/** The days that a record may lie in: an open end reaches no further than what is known. */
export const spanOf = ({ earliest, latest }: Pick<Fact, 'earliest' | 'latest'>): Span | undefined => {
  const from = earliest ?? latest;
  const to = latest ?? earliest;
  return from === undefined || to === undefined ? undefined : from <= to ? { from, to } : { from: to, to: from };
};

/** The first days of spans, so many before it that a share of them all is: told without sorting what need not be. */
const startAt = (days: ReadonlyMap<string, number>, before: number): string => {
  let left = before;
  const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [day, spans] of inOrder) {
    if (left < spans) return day;
    left -= spans;
  }
  return inOrder.at(-1)?.[0] as string;
};

/** The scale that these records need; `before`: how many lie wholly before it. */
export const scaleOf = (facts: readonly Fact[]): { readonly scale: Scale; readonly before: number } | undefined => {
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  let spans = 0;
  for (const fact of facts) {
    const span = spanOf(fact);
    if (!span) continue;
    spans += 1;
    starts.set(span.from, (starts.get(span.from) ?? 0) + 1);
    ends.set(span.to, (ends.get(span.to) ?? 0) + 1);
  }
  if (spans === 0) return undefined;
  const end = [...ends.keys()].sort().at(-1) as string;
  const first = startAt(starts, 0);
  const later = startAt(starts, Math.floor(spans * TAIL));
  const from = Number(later.slice(0, 4)) - Number(first.slice(0, 4)) > LONG_YEARS ? later : first;
  const scale = scaleBetween(from, end);
  const start = scale.bins[0] as string;
  let before = 0;
  for (const [day, many] of ends) if (day < start) before += many;
  return { scale, before };
};

/** Index of the last bin that begins on or before a day; -1 before the first. */
const binOf = (bins: readonly string[], day: string): number => {
  let [low, high] = [0, bins.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bins[middle] as string) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Finds the bins that a record lies in, the first and the last; nothing where it lies in none. Days are looked up once. */
export const binsOf = ({ bins, end }: Scale): ((fact: Fact) => readonly [number, number] | undefined) => {
  const known = new Map<string, number>();
  const at = (day: string): number => {
    const found = known.get(day) ?? binOf(bins, day);
    known.set(day, found);
    return found;
  };
  return (fact) => {
    const span = spanOf(fact);
    if (!span || span.from >= end) return undefined;
    const last = at(span.to);
    return last < 0 ? undefined : [at(span.from), last];
  };
};

/** Counts records over a scale, each by the bins that it lies in. */
export const tallyOver = (
  { bins }: Scale,
  id: string,
  name: Name,
): { readonly add: (found: ReturnType<ReturnType<typeof binsOf>>) => void; readonly series: () => Series } => {
  const sure = bins.map(() => 0);
  const maybe = bins.map(() => 0);
  let records = 0;
  return {
    add: (found) => {
      records += 1;
      if (!found) return;
      const [first, last] = found;
      if (first === last) sure[first] = (sure[first] as number) + 1;
      else for (let bin = Math.max(0, first); bin <= last; bin++) maybe[bin] = (maybe[bin] as number) + 1;
    },
    series: () => ({ id, name, records, sure, maybe }),
  };
};
