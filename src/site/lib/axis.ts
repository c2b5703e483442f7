/** Where days stand on an axis, and what its bins are called. */
import type { Interval, Language } from '../../model/index.ts';
import type { Scale, Step } from '../../publish/pages.ts';
import { dayWords, intervalWords } from './dates.ts';

const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);

/** From 0 at the scale's beginning to 1 at its end; what lies outside stands at the edge. */
export const positionOn = (scale: Pick<Scale, 'bins' | 'end'>, day: string): number => {
  const start = at(scale.bins[0] as string);
  return Math.min(1, Math.max(0, (at(day) - start) / (at(scale.end) - start)));
};

/** Both ends of an interval on a scale, its last day included; `undefined` without any date. */
export const stretchOn = (
  scale: Pick<Scale, 'bins' | 'end'>,
  { earliest, latest }: Pick<Interval, 'earliest' | 'latest'>,
): readonly [number, number] | undefined => {
  const from = earliest ?? latest;
  const to = latest ?? earliest;
  if (from === undefined || to === undefined) return undefined;
  const next = new Date(at(to) + DAY).toISOString();
  return [positionOn(scale, from), positionOn(scale, next)];
};

/** A bin by its first day: «May 2024», «24 December 2024», «2024». */
export const binWords = (bin: string, step: Step, language: Language): string =>
  step === 'month' || step === 'year'
    ? intervalWords({ earliest: bin, latest: `${bin.slice(0, 7)}-02`, precision: step }, language)
    : dayWords(bin, language);

/** The first bin, the middle one and the last, for the words under an axis. */
export const ticksOf = ({ bins, step }: Scale, language: Language): readonly string[] => {
  const picked = bins.length < 3 ? bins : [bins[0], bins[Math.floor(bins.length / 2)], bins.at(-1)];
  return picked.map((bin) => binWords(bin as string, step, language));
};

const round = (value: number): number => Math.round(value * 10) / 10;

/** One path for all bars of a series: `values[i]` high above `below[i]`, `high` the highest of all, in a box of `height`. */
export const barsPath = (values: readonly number[], below: readonly number[], high: number, height: number): string =>
  values
    .map((value, bin) => {
      if (value === 0) return '';
      const tall = round((value / high) * height);
      const top = round(height - tall - ((below[bin] ?? 0) / high) * height);
      return `M${bin * 10 + 1} ${top}h8v${tall}h-8z`;
    })
    .join('');
