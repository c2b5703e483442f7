/** What a written name may mean: the names of the table as they stand, then the ways in which news change them. */
import { wordsOf } from '../../language/index.ts';
import type { PlaceEntry } from '../data.ts';
import type { PlaceIndex } from './value.ts';

export type Meaning = {
  readonly entries: readonly PlaceEntry[];
  /** What the words around the name say that it is. */
  readonly kind?: 'province' | 'district' | 'settlement';
  /** Counties, where the name stands without the noun that they have. */
  readonly rarely?: readonly PlaceEntry[];
  /** «southern X», «the outskirts of X»: a part of the place, told by its whole. */
  readonly part?: true;
};

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  st: 'saint',
  mt: 'mount',
  ft: 'fort',
  pt: 'point',
  ste: 'sainte',
};
const LONG = new Map(Object.entries(ABBREVIATIONS).map(([short, long]) => [long, short]));

const NOUN_AFTER: Readonly<Record<string, Meaning['kind']>> = {
  province: 'province',
  governorate: 'province',
  state: 'province',
  region: 'province',
  oblast: 'province',
  prefecture: 'province',
  department: 'province',
  county: 'district',
  district: 'district',
  parish: 'district',
  co: 'district',
  city: 'settlement',
  town: 'settlement',
  township: 'settlement',
  village: 'settlement',
};
const NOUN_BEFORE: Readonly<Record<string, Meaning['kind']>> = {
  'city of': 'settlement',
  'town of': 'settlement',
  'village of': 'settlement',
  'township of': 'settlement',
  'state of': 'province',
  'province of': 'province',
  'county of': 'district',
  'republic of': undefined,
  county: 'district',
  محافظه: 'province',
  ولايه: 'province',
  قضاء: 'district',
  قضا: 'district',
  ناحيه: 'district',
  مدينه: 'settlement',
  بلده: 'settlement',
  قريه: 'settlement',
};
const PART =
  /^(?:north|south|east|west|central|northern|southern|eastern|western|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|upper|lower|greater|downtown|mainland|metro|metropolitan|inner|outer|old|new|mid|ريف|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي)$/;
const PART_AFTER =
  /^(?:area|suburb|suburbs|coast|valley|metro|metropolitan|borough|الشرقي|الغربي|الشمالي|الجنوبي|الشرقيه|الغربيه|الشماليه|الجنوبيه)$/;

const all = (index: PlaceIndex, words: readonly string[]): readonly PlaceEntry[] =>
  words.length === 0 ? [] : index.named(words.join(' ')).map(({ entry }) => entry);

/** The same name with an abbreviation written out, or with a word abbreviated; undefined where there is none. */
const respelt = (words: readonly string[]): readonly string[] | undefined => {
  const other = words.map((word) => ABBREVIATIONS[word] ?? LONG.get(word) ?? word);
  return other.some((word, at) => word !== words[at]) ? other : undefined;
};

const direct = (index: PlaceIndex, words: readonly string[]): readonly PlaceEntry[] => {
  const found = all(index, words);
  const other = respelt(words);
  const more = other ? all(index, other) : [];
  return more.length ? [...new Set([...found, ...more])] : found;
};

const isSettled = ({ kind }: PlaceEntry): boolean => kind === 'town' || kind === 'village' || kind === 'quarter';

/** Parts are told of what is large: «North Atlantic» is no part of the town of Atlantic. */
const known = ({ entries, ...rest }: Meaning): Meaning => ({
  ...rest,
  entries: entries.filter((entry) => !isSettled(entry) || entry.population > 50_000),
});

/**
 * The meanings of the words of a name, folded. Empty entries: no table knows it.
 * The name as it stands goes before any change; a noun of kind is taken off before a direction is.
 */
export const meaningOf = (words: readonly string[], index: PlaceIndex): Meaning => {
  const entries = direct(index, words);
  const last = words.at(-1) ?? '';
  const after = NOUN_AFTER[last];
  const rarely = after === undefined ? ['county', 'parish'].flatMap((noun) => all(index, [...words, noun])) : [];
  if (entries.length + rarely.length)
    return { entries, ...(after ? { kind: after } : {}), ...(rarely.length ? { rarely } : {}) };
  if (words[0] === 'the') return meaningOf(words.slice(1), index);
  if (last === "'s") return meaningOf(words.slice(0, -1), index);
  if (words.length < 2) return { entries };
  if (after !== undefined) {
    // «X County» of no known county is no town of that name, unless it may be the seat that names it.
    const fitting = direct(index, words.slice(0, -1)).filter((entry) =>
      after === 'settlement' ? entry.kind !== 'country' : !isSettled(entry) || (entry.seat ?? 9) <= 2,
    );
    if (fitting.length) return { entries: fitting, kind: after };
  }
  for (const length of [2, 1]) {
    const noun = words.slice(0, length).join(' ');
    if (!(noun in NOUN_BEFORE)) continue;
    const kind = NOUN_BEFORE[noun];
    const found = meaningOf(words.slice(length), index);
    if (found.entries.length) return { ...found, ...(kind ? { kind } : {}) };
  }
  if (PART.test(words[0]!)) {
    const found = known(meaningOf(words.slice(1), index));
    if (found.entries.length) return { ...found, part: true };
  }
  if (PART_AFTER.test(last)) {
    const found = known(meaningOf(words.slice(0, -1), index));
    if (found.entries.length) return { ...found, part: true };
  }
  return { entries: [] };
};

/** The same, of a name as it is written. */
export const meaningOfText = (name: string, index: PlaceIndex): Meaning => meaningOf(wordsOf(name), index);
