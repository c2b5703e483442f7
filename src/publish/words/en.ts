/** English words: short and plain. */
import type { Interval } from '../../model/index.ts';
import { type Day, dayParts, grouped, inNumerals, type Numerals, type Words } from './words.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const number = (value: number, numerals?: Numerals): string => inNumerals(grouped(value), numerals);

const range = (low: number, high?: number, numerals?: Numerals): string => {
  if (high === undefined) return `at least ${number(low, numerals)}`;
  return high === low ? number(low, numerals) : `${number(low, numerals)}–${number(high, numerals)}`;
};

const month = (day: Day): string => months[day.month - 1]!;
const written = (day: Day, numerals?: Numerals): string => inNumerals(`${day.day} ${month(day)} ${day.year}`, numerals);

const day = (iso: string, numerals?: Numerals): string => {
  const parts = dayParts(iso);
  return parts ? written(parts, numerals) : iso;
};

/** The interval and the preposition that a sentence needs before it. */
const pieces = (time: Interval, numerals?: Numerals): readonly [string, string] => {
  const from = time.earliest === undefined ? undefined : dayParts(time.earliest);
  const to = time.latest === undefined ? undefined : dayParts(time.latest);
  const year = (value: number): string => inNumerals(String(value), numerals);
  if (!from && !to) return ['', 'date unknown'];
  if (!from) return ['', `by ${written(to!, numerals)}`];
  if (!to) return ['', `since ${written(from, numerals)}`];
  if (time.earliest === time.latest) return ['on ', written(from, numerals)];
  if (time.precision === 'year' && from.year === to.year) return ['in ', year(from.year)];
  const oneMonth = from.year === to.year && from.month === to.month;
  if (time.precision === 'month' && oneMonth) return ['in ', `${month(from)} ${year(from.year)}`];
  const start = oneMonth
    ? inNumerals(String(from.day), numerals)
    : from.year === to.year
      ? inNumerals(`${from.day} ${month(from)}`, numerals)
      : written(from, numerals);
  return ['', `between ${start} and ${written(to, numerals)}`];
};

const and = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const PLURALS = {
  report: 'reports',
  record: 'records',
  claim: 'claims',
  minute: 'minutes',
  person: 'people',
  place: 'places',
  source: 'sources',
} as const;

const harm = {
  killed: 'killed',
  injured: 'injured',
  abducted: 'abducted',
  arrested: 'arrested',
  displaced: 'displaced',
  missing: 'missing',
} as const;

export const en: Words = {
  modality: {
    asserted: 'said to have happened',
    intended: 'planned',
    ordered: 'ordered',
    threatened: 'threatened',
    possible: 'possible',
    conditional: 'only under a condition',
    denied: 'denied',
    cancelled: 'cancelled',
    'called-for': 'called for',
    assessed: 'an assessment',
  },
  status: {
    began: 'began',
    ongoing: 'going on',
    continued: 'went on',
    ended: 'ended',
    completed: 'completed',
    habitual: 'happens again and again',
  },
  change: {
    began: 'new',
    increased: 'more than before',
    continued: 'goes on',
    decreased: 'less than before',
    ended: 'ended',
    moved: 'moved',
    replaced: 'replaced',
    refused: 'refused',
  },
  harm,
  precision: {
    point: 'exact place',
    town: 'town',
    district: 'somewhere in this district',
    province: 'somewhere in this province',
    country: 'somewhere in this country',
    region: 'somewhere in this region',
    between: 'between these places',
  },
  placesFrom: {
    clause: 'place named in these words',
    sentence: 'place named in the same sentence',
    paragraph: 'place named in the same paragraph',
    report: 'place taken from the whole report',
  },
  timeBasis: {
    stated: 'date stated',
    implied: 'date worked out from the words',
    report: 'no date stated; the date of the report stands for it',
  },
  review: {
    'machine-read': 'read by machine, not reviewed',
    confirmed: 'confirmed by a person',
    corrected: 'corrected by a person',
    rejected: 'rejected by a person',
  },
  part: {
    chrome: 'page furniture',
    'page-date': 'date on the page',
    'key-point': 'key point',
    headline: 'headline',
    standfirst: 'standfirst',
    dateline: 'dateline',
    byline: 'byline',
    caption: 'caption',
    heading: 'heading',
    body: 'text',
    quote: 'quotation',
    credit: 'credit',
  },
  issuedBasis: {
    given: 'date given with the report',
    dateline: 'dateline',
    'page-date': 'date on the page',
    'latest-mentioned-date': 'latest date that the text mentions',
  },
  terms: { full: 'full text', quotes: 'quotations only', link: 'link only' },
  gap: {
    'place-unknown': 'unknown place',
    'actor-unknown': 'unknown actor',
    'trigger-without-claim': 'words of an event that made no claim',
    'time-unresolved': 'date not understood',
    ambiguous: 'more than one meaning',
  },
  months,
  weekdays,
  number,
  range,
  toll: (kind, low, high, numerals) =>
    low === 0 && high === 0 ? `none ${harm[kind]}` : `${range(low, high, numerals)} ${harm[kind]}`,
  day,
  weekday: (iso, numerals) => {
    const parts = dayParts(iso);
    return parts ? `${weekdays[parts.weekday]} ${written(parts, numerals)}` : iso;
  },
  interval: (time, numerals) => pieces(time, numerals)[1],
  when: (time, numerals) => pieces(time, numerals).join(''),
  count: (noun, value, numerals) => `${number(value, numerals)} ${value === 1 ? noun : PLURALS[noun]}`,
  and,
};
