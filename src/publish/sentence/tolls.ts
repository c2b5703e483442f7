/** Harm to people in a sentence: «, killing 7 military advisers, including 3 commanders», «، ما أدى إلى مقتل …». */
import type { Harm, Language } from '../../model/index.ts';
import type { PublicCount, PublicRecord, PublicToll } from '../types.ts';
import { words } from '../words/index.ts';
import { grouped } from '../words/words.ts';
import { genderOf, sayArabic } from './inflect-ar.ts';
import { sayEnglish } from './inflect-en.ts';
import { type NounPhrase, phraseIn, type Vocabulary } from './noun-phrase.ts';
import type { Party } from './party.ts';

type RecordToll = PublicRecord['tolls'][number];

/** Who is counted, as a phrase; where the words are not known, «people». */
const whoOf = ({ who }: PublicCount, vocabulary: Vocabulary): NounPhrase => {
  const said =
    who && ((who.en && phraseIn('en', who.en, vocabulary)) || (who.ar && phraseIn('ar', who.ar, vocabulary)));
  if (said && !said.of) return said;
  const person = vocabulary.book.noun('en', 'person');
  if (!person) throw new Error('data/sentences/nouns.tsv: «person» is missing.');
  return { noun: person.noun, many: true, definite: false, adjectives: [] };
};

const ofCount = (phrase: NounPhrase, count: number): NounPhrase => ({
  ...phrase,
  count,
  many: count !== 1,
  definite: false,
});

const english = (toll: PublicCount, phrase: NounPhrase): string => {
  const { low, high } = toll;
  if (high === undefined) return `at least ${sayEnglish(ofCount(phrase, low))}`;
  return high === low
    ? sayEnglish(ofCount(phrase, low))
    : `between ${grouped(low)} and ${sayEnglish(ofCount(phrase, high))}`;
};

const arabic = (toll: PublicCount, phrase: NounPhrase, how: 'nominative' | 'oblique'): string => {
  const { low, high } = toll;
  if (high === undefined) return `ما لا يقل عن ${sayArabic(ofCount(phrase, low), 'oblique')}`;
  if (high === low) return sayArabic(ofCount(phrase, low), how);
  return `ما بين ${grouped(low)} و${sayArabic(ofCount(phrase, high), 'oblique')}`;
};

/** A number of people as a party: «240 people were arrested». */
export const partyOfCount = (toll: PublicCount, vocabulary: Vocabulary): Party => {
  const phrase = whoOf(toll, vocabulary);
  const exact = toll.high === toll.low;
  return {
    en: { text: english(toll, phrase), plural: !(exact && toll.low === 1) },
    ar: {
      nominative: arabic(toll, phrase, 'nominative'),
      oblique: arabic(toll, phrase, 'oblique'),
      gender: exact ? genderOf(ofCount(phrase, toll.low)) : 'm',
      pronoun: 'هم',
    },
  };
};

const includingOf = (toll: PublicToll, vocabulary: Vocabulary): Record<Language, string> => {
  const parts = (toll.including ?? []).filter((part) => part.who !== undefined);
  if (parts.length === 0) return { en: '', ar: '' };
  const said = parts.map((part) => ({ part, phrase: whoOf(part, vocabulary) }));
  return {
    en: `, including ${words.en.and(said.map(({ part, phrase }) => english(part, phrase)))}`,
    ar: `، بينهم ${words.ar.and(said.map(({ part, phrase }) => arabic(part, phrase, 'nominative')))}`,
  };
};

/** One row a harm; two rows of one harm to the same people that no number fits both are two accounts. */
const byHarm = (tolls: readonly RecordToll[]): (readonly [Harm, readonly RecordToll[]])[] => {
  const groups = new Map<Harm, RecordToll[]>();
  for (const toll of tolls) groups.set(toll.harm, [...(groups.get(toll.harm) ?? []), toll]);
  return [...groups];
};

const range = (language: Language, { low, high }: PublicCount): string => words[language].range(low, high);

/** All that a sentence says of tolls. `happened`: the event is told as a fact, so that its harm can follow from it. */
export const tollsAfter = (
  tolls: readonly RecordToll[],
  vocabulary: Vocabulary,
  happened: boolean,
): Readonly<Record<Language, string>> => {
  const [said, apart] = [
    { en: [] as string[], ar: [] as string[] },
    { en: [] as string[], ar: [] as string[] },
  ];
  let counted = 0;
  for (const [harm, rows] of byHarm(tolls)) {
    const told = vocabulary.book.toll(harm);
    const distinct = [...new Map(rows.map((row) => [JSON.stringify([row.low, row.high, row.who]), row])).values()];
    const [first] = distinct;
    if (!first) continue;
    if (first.low === 0 && first.high === 0 && distinct.length === 1) {
      for (const language of ['en', 'ar'] as const) apart[language].push(told.none[language]);
      continue;
    }
    if (distinct.length > 1 && new Set(distinct.map((row) => JSON.stringify(row.who))).size === 1) {
      apart.en.push(`${told.differ.en}: ${distinct.map((row) => range('en', row)).join(' or ')}`);
      apart.ar.push(`${told.differ.ar}: ${distinct.map((row) => range('ar', row)).join(' أو ')}`);
      continue;
    }
    for (const row of distinct) {
      const phrase = whoOf(row, vocabulary);
      const including = includingOf(row, vocabulary);
      // «killing 7 people and injuring at least 3»: people are named once.
      const short = row.who === undefined && counted > 0 && row.low > 1;
      counted += 1;
      const number = short ? words.en.range(row.low, row.high) : english(row, phrase);
      said.en.push(
        happened
          ? `${told.doing.en} ${number}${including.en}`
          : `${english(row, phrase)} ${told.done.en}${including.en}`,
      );
      said.ar.push(`${told.doing.ar} ${arabic(row, phrase, 'oblique')}${including.ar}`);
    }
  }
  // A list within a list is parted by commas.
  const parted = said.en.some((text) => text.includes(', including '));
  const join = (language: Language): string =>
    parted ? said[language].join(language === 'en' ? ', and ' : '، و') : words[language].and(said[language]);
  const en = said.en.length === 0 ? '' : `${happened ? ',' : ';'} ${join('en')}`;
  const ar = said.ar.length === 0 ? '' : `${happened ? '، ما أدى إلى' : '؛ مع'} ${join('ar')}`;
  return {
    en: en + apart.en.map((text) => `; ${text}`).join(''),
    ar: ar + apart.ar.map((text) => `؛ ${text}`).join(''),
  };
};

/** Tolls as the happening itself: «7 people were killed and 3 were injured», «قُتل 7 أشخاص وأُصيب 3 أشخاص». */
export const tollsAsClause = (
  tolls: readonly RecordToll[],
  vocabulary: Vocabulary,
  where: Readonly<Record<Language, string>>,
): Readonly<Record<Language, string>> | undefined => {
  const groups = byHarm(tolls);
  if (groups.length === 0 || groups.some(([, rows]) => rows.length > 1 || (rows[0]!.low === 0 && rows[0]!.high === 0)))
    return undefined;
  const said = { en: [] as string[], ar: [] as string[] };
  const parted = groups.some(([, rows]) => rows[0]!.including !== undefined);
  for (const [harm, rows] of groups) {
    const row = rows[0]!;
    const told = vocabulary.book.toll(harm);
    const party = partyOfCount(row, vocabulary);
    const including = includingOf(row, vocabulary);
    const short = row.who === undefined && said.en.length > 0 && row.low > 1;
    const number = short ? words.en.range(row.low, row.high) : party.en.text;
    // Where the parts of a sum follow, the place comes before them.
    const there = (language: Language): string =>
      parted && said[language].length === 0 && where[language] !== '' ? ` ${where[language]}` : '';
    said.en.push(`${number} ${party.en.plural ? 'were' : 'was'} ${told.done.en}${there('en')}${including.en}`);
    const [he = '', she = he] = told.done.ar.split('/');
    said.ar.push(`${party.ar.gender === 'f' ? she : he} ${party.ar.nominative}${there('ar')}${including.ar}`);
  }
  if (parted) return { en: said.en.join(', and '), ar: said.ar.join('، و') };
  const after = (text: string, language: Language): string =>
    [text, where[language]].filter((one) => one !== '').join(' ');
  return { en: after(words.en.and(said.en), 'en'), ar: after(words.ar.and(said.ar), 'ar') };
};
