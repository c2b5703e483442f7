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

/** A height as it is told: of more than a few units nobody sees the tenths. */
const tall = (value: number): number => (value < 4 ? round(value) : Math.round(value));

/** One path for all bars of a series, each a line in the middle of its bin: `high` the highest of all, in a box of `height`. */
export const barsPath = (values: readonly number[], high: number, height: number): string =>
  values
    .map((value, bin) => (value === 0 ? '' : `M${bin * 10 + 5} ${height}v${-tall((value / high) * height)}`))
    .join('');

/**
 * One outline over each run of bins that may hold something: `values[i]` high on top of `below[i]`. Drawn as a whole, as
 * it is one doubt that reaches over all of them; a bar a bin would look like so many happenings.
 */
export const areaPath = (values: readonly number[], below: readonly number[], high: number, height: number): string => {
  const y = (value: number): number => round(height - (value / high) * height);
  let path = '';
  for (let first = 0; first < values.length; first++) {
    if ((values[first] ?? 0) === 0) continue;
    let last = first;
    while ((values[last + 1] ?? 0) > 0) last += 1;
    const bins = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const [from, to] = [first * 10 + 1, last * 10 + 9];
    // A step is told where the height changes, and at the end.
    const steps = (edge: (bin: number) => number, order: readonly number[], end: (bin: number) => number): string =>
      order
        .map((bin, at) => {
          const next = order[at + 1];
          const up = at === 0 || edge(bin) !== edge(order[at - 1] as number) ? `V${y(edge(bin))}` : '';
          return `${up}${next === undefined || edge(next) !== edge(bin) ? `H${end(bin)}` : ''}`;
        })
        .join('');
    const top = steps(
      (bin) => (values[bin] ?? 0) + (below[bin] ?? 0),
      bins,
      (bin) => (bin === last ? to : bin * 10 + 10),
    );
    const bottom = steps(
      (bin) => below[bin] ?? 0,
      bins.toReversed(),
      (bin) => (bin === first ? from : bin * 10),
    );
    path += `M${from} ${y(below[first] ?? 0)}${top}${bottom}z`;
    first = last;
  }
  return path;
};
