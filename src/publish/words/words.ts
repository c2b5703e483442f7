/** The words that every language must have, and what the languages share in writing numbers and days. */
import type {
  Change,
  EventRecord,
  Harm,
  Interval,
  Modality,
  PartKind,
  PlacePrecision,
  Reading,
  Status,
  Terms,
} from '../../model/index.ts';

export type Numerals = 'latin' | 'arabic';

type Basis = Reading['report']['issued']['basis'][number]['kind'];
type PlacesFrom = NonNullable<Reading['claims'][number]['placesFrom']>;

export type Words = {
  readonly modality: Readonly<Record<Modality, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly change: Readonly<Record<Change, string>>;
  readonly harm: Readonly<Record<Harm, string>>;
  readonly precision: Readonly<Record<PlacePrecision, string>>;
  readonly placesFrom: Readonly<Record<PlacesFrom, string>>;
  readonly timeBasis: Readonly<Record<EventRecord['timeBasis'], string>>;
  readonly review: Readonly<Record<EventRecord['review'], string>>;
  readonly part: Readonly<Record<PartKind, string>>;
  readonly issuedBasis: Readonly<Record<Basis, string>>;
  readonly terms: Readonly<Record<Terms, string>>;
  readonly gap: Readonly<Record<Reading['gaps'][number]['kind'], string>>;
  /** 12 names, January first. */
  readonly months: readonly string[];
  /** 7 names, Sunday first. */
  readonly weekdays: readonly string[];
  /** A whole or broken number, grouped by thousands. Digits are Latin unless told otherwise. */
  readonly number: (value: number, numerals?: Numerals) => string;
  /** `7`, `3–5`, `at least 7` where `high` is absent. */
  readonly range: (low: number, high?: number, numerals?: Numerals) => string;
  /** A number of people harmed, as a phrase: «7 killed», «مقتل 7 أشخاص». */
  readonly toll: (harm: Harm, low: number, high?: number, numerals?: Numerals) => string;
  /** ISO day → `24 December 2024`; what is no ISO day comes back as it is. */
  readonly day: (iso: string, numerals?: Numerals) => string;
  /** ISO day → `Tuesday 24 December 2024`. */
  readonly weekday: (iso: string, numerals?: Numerals) => string;
  /** `24 December 2024`, `April 2024`, `between 1 April and 24 December 2024`. Empty interval: `date unknown`. */
  readonly interval: (time: Interval, numerals?: Numerals) => string;
  /** The same inside a sentence: `on 24 December 2024`, `in April 2024`. */
  readonly when: (time: Interval, numerals?: Numerals) => string;
  /** `1 report`, `2 reports`; Arabic in its six forms. */
  readonly count: (noun: CountNoun, value: number, numerals?: Numerals) => string;
  readonly and: (items: readonly string[]) => string;
};

export const COUNT_NOUNS = ['report', 'record', 'claim', 'minute', 'person', 'place', 'source'] as const;
export type CountNoun = (typeof COUNT_NOUNS)[number];

export type Day = { readonly year: number; readonly month: number; readonly day: number; readonly weekday: number };

/** An ISO day taken apart; `undefined` where it is none (2024-02-30 too). */
export const dayParts = (iso: string): Day | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { year, month, day, weekday: date.getUTCDay() };
};

const EASTERN = '٠١٢٣٤٥٦٧٨٩';

/** Digits of a written number as the setting wants them. */
export const inNumerals = (text: string, numerals: Numerals | undefined): string =>
  numerals === 'arabic' ? text.replace(/\d/g, (digit) => EASTERN[Number(digit)] ?? digit).replaceAll(',', '٬') : text;

/** Thousands grouped by commas, without the machine's locale. */
export const grouped = (value: number): string => {
  const [whole = '', broken] = String(value).split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return broken === undefined ? groups : `${groups}.${broken}`;
};
