/** The tables of data/sentences as look-ups. What is wrong in them is told at once, with the file to mend. */
import { fold } from '../../language/index.ts';
import { Failure, type Harm, type Language } from '../../model/index.ts';
import type { SentenceTables } from '../types.ts';

export type Gender = 'm' | 'f';

/** A common noun in both languages; plurals are absent where none is used. */
export type Noun = {
  readonly en: string;
  readonly enMany?: string;
  readonly ar: string;
  readonly arMany?: string;
  readonly gender: Gender;
  readonly people: boolean;
  /** Without an article it is the only one meant: «army», «governor». */
  readonly alone: boolean;
  /** Nobody's of those who use it: a hospital, but not a base. */
  readonly open: boolean;
};

/** An adjective; the Arabic forms are indefinite and in the nominative. */
export type Adjective = {
  readonly en: string;
  readonly ar: string;
  readonly arFeminine: string;
  readonly arPeople: string;
};

/** A row of events.tsv or frames.tsv: alternatives, still in the notation that `template.ts` reads. */
export type Row = Readonly<Record<'en' | 'enNoun' | 'ar' | 'arNoun', string>>;

export type TollWords = {
  readonly doing: Readonly<Record<Language, string>>;
  readonly done: Readonly<Record<Language, string>>;
  readonly differ: Readonly<Record<Language, string>>;
  readonly none: Readonly<Record<Language, string>>;
};

export type Phrasebook = {
  readonly event: (type: string, change: string | undefined) => Row | undefined;
  readonly frame: (name: string) => Row;
  readonly toll: (harm: Harm) => TollWords;
  /** By a form in lower case (English) or folded and without article (Arabic); `many`: it is a plural. */
  readonly noun: (language: Language, form: string) => { readonly noun: Noun; readonly many: boolean } | undefined;
  readonly adjective: (language: Language, form: string) => Adjective | undefined;
  /** Longest noun of the table, in words. */
  readonly longest: number;
  /** Gender of a name by its folded first word, where the table tells it. */
  readonly gender: (word: string) => Gender | undefined;
};

const fail = (file: string, text: string): never => {
  throw new Failure('sentence-table', `data/sentences/${file}: ${text}`);
};

/** «مسلحون» → «مسلحين», «عسكريون» → «عسكريين»; anything else has one form for all cases. */
export const oblique = (word: string): string =>
  /[\u0621-\u064a]{2,}ون$/u.test(word) ? `${word.slice(0, -2)}ين` : word;

const firstWord = (text: string, change: (word: string) => string): string => {
  const [first = '', ...rest] = text.split(' ');
  return [change(first), ...rest].join(' ');
};

const adjectiveOf = (row: Readonly<Record<string, string>>): Adjective => {
  const { en = '', ar = '' } = row;
  return {
    en,
    ar,
    arFeminine: row.ar_feminine || firstWord(ar, (word) => `${word}ة`),
    arPeople: row.ar_people || firstWord(ar, (word) => `${word}ون`),
  };
};

const nounOf = (row: Readonly<Record<string, string>>): Noun => {
  const { en = '', ar = '', gender } = row;
  if (en === '' || ar === '' || (gender !== 'm' && gender !== 'f'))
    fail('nouns.tsv', `«${en || ar}» needs both languages and a gender, m or f.`);
  return {
    en,
    ...(row.en_many ? { enMany: row.en_many } : {}),
    ar,
    ...(row.ar_many ? { arMany: row.ar_many } : {}),
    gender: gender as Gender,
    people: row.people === 'yes',
    alone: row.alone === 'the',
    open: row.public === 'yes',
  };
};

const rowOf = (row: Readonly<Record<string, string>>): Row => ({
  en: row.en ?? '',
  enNoun: row.en_noun ?? '',
  ar: row.ar ?? '',
  arNoun: row.ar_noun ?? '',
});

/**
 * @param tables rows of data/sentences
 * @param peoples names of peoples, as adjectives: «Israeli», «إسرائيلي»
 * @throws Failure `sentence-table` where a row cannot be meant
 */
export const phrasebookOf = (
  tables: SentenceTables,
  peoples: readonly { readonly en: readonly string[]; readonly ar: readonly string[] }[] = [],
): Phrasebook => {
  const events = new Map<string, Row>();
  for (const row of tables.events)
    for (const change of (row.change ?? '').split('|')) events.set(`${row.type} ${change}`, rowOf(row));
  const frames = new Map(tables.frames.map((row) => [row.name ?? '', rowOf(row)]));
  const tolls = new Map(tables.tolls.map((row) => [row.harm ?? '', row]));
  const nouns = { en: new Map<string, Named>(), ar: new Map<string, Named>() };
  type Named = { noun: Noun; many: boolean };
  const keep = (map: Map<string, Named>, form: string | undefined, noun: Noun, many: boolean): void => {
    if (form && !map.has(form)) map.set(form, { noun, many });
  };
  let longest = 1;
  for (const row of tables.nouns) {
    const noun = nounOf(row);
    // Where one form serves for both («headquarters»), it is read as the plural.
    keep(nouns.en, noun.enMany?.toLowerCase(), noun, true);
    keep(nouns.en, noun.en.toLowerCase(), noun, false);
    for (const form of noun.arMany
      ? [noun.arMany, firstWord(noun.arMany, oblique), noun.arMany.split(' ').map(oblique).join(' ')]
      : [])
      keep(nouns.ar, fold(form), noun, true);
    for (const form of [noun.ar, ...(noun.people ? [`${noun.ar}اً`, `${noun.ar}ا`] : [])])
      keep(nouns.ar, fold(form), noun, false);
    longest = Math.max(longest, noun.en.split(' ').length, noun.ar.split(' ').length);
  }
  const adjectives = { en: new Map<string, Adjective>(), ar: new Map<string, Adjective>() };
  const adjective = (one: Adjective): void => {
    if (!adjectives.en.has(one.en.toLowerCase())) adjectives.en.set(one.en.toLowerCase(), one);
    const forms = [one.ar, one.arFeminine, one.arPeople, firstWord(one.arPeople, oblique)];
    for (const form of [...forms, one.ar.replace(/ٍ/u, 'ي')].map(fold))
      if (!adjectives.ar.has(form)) adjectives.ar.set(form, one);
  };
  for (const row of tables.adjectives) adjective(adjectiveOf(row));
  for (const { en, ar } of peoples) if (en[0] && ar[0]?.endsWith('ي')) adjective(adjectiveOf({ en: en[0], ar: ar[0] }));
  const genders = new Map(tables.genders.map((row) => [fold(row.word ?? ''), row.gender === 'f' ? 'f' : 'm'] as const));
  return {
    event: (type, change) => events.get(`${type} ${change ?? ''}`),
    frame: (name) => frames.get(name) ?? fail('frames.tsv', `«${name}» is missing.`),
    toll: (harm) => {
      const row = tolls.get(harm) ?? fail('tolls.tsv', `«${harm}» is missing.`);
      const both = (kind: string): Record<Language, string> => ({
        en: row[`en_${kind}`] ?? '',
        ar: row[`ar_${kind}`] ?? '',
      });
      return {
        doing: both('doing'),
        done: both('done'),
        differ: both('differ'),
        none: { en: row.none_en ?? '', ar: row.none_ar ?? '' },
      };
    },
    noun: (language, form) => nouns[language].get(form),
    adjective: (language, form) => adjectives[language].get(form),
    longest,
    gender: (word) => genders.get(word),
  };
};
