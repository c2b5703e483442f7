/**
 * Words that describe somebody or a building, understood as noun, number and adjectives, so that they can be said in
 * the other language. Only where every word is in the tables: words that are half understood stay as they are.
 */
import { fold } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import type { Name } from '../types.ts';
import type { Adjective, Noun, Phrasebook } from './phrasebook.ts';

export type NounPhrase = {
  readonly noun: Noun;
  /** `count` persons or things, where a number was said. */
  readonly count?: number;
  readonly many: boolean;
  readonly definite: boolean;
  /** In the order of English. */
  readonly adjectives: readonly Adjective[];
  /** «leaders of foreign militias», «قادة الميليشيات», «Hezbollah operatives». */
  readonly of?: NounPhrase | Name;
  /** `of` stands before the noun in English: «militia leaders». */
  readonly compound?: true;
};

/** What a phrase is understood with: the tables, and names of actors and countries by their words. */
export type Vocabulary = { readonly book: Phrasebook; readonly named: (words: string) => Name | undefined };

export const isPhrase = (of: NounPhrase | Name): of is NounPhrase => 'noun' in of;

const NUMBERS = 'one two three four five six seven eight nine ten'.split(' ');
const ARTICLES = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her', 'these', 'those', 'this', 'that', 'some']);
const DEFINITE = new Set(['the', 'these', 'those', 'this', 'that']);

/** The longest noun that the words end with. */
const nounAtEnd = (words: readonly string[], { book }: Vocabulary) => {
  for (let length = Math.min(book.longest, words.length); length > 0; length -= 1) {
    const found = book.noun('en', words.slice(-length).join(' ').toLowerCase());
    if (found) return { ...found, length };
  }
  return undefined;
};

const english = (text: string, vocabulary: Vocabulary): NounPhrase | undefined => {
  const [before = '', ...after] = text.split(/ of /);
  let words = before.split(/\s+/).filter((word) => word !== '');
  let definite = false;
  if (words[0] && ARTICLES.has(words[0].toLowerCase())) {
    definite = DEFINITE.has(words[0].toLowerCase());
    words = words.slice(1);
  }
  let count: number | undefined;
  const number = words[0]?.toLowerCase() ?? '';
  if (NUMBERS.includes(number)) count = NUMBERS.indexOf(number) + 1;
  else if (/^\d{1,6}$/.test(number)) count = Number(number);
  if (count !== undefined) words = words.slice(1);
  const head = nounAtEnd(words, vocabulary);
  if (!head) return undefined;
  const many = count === undefined ? head.many : count > 1;
  const adjectives: Adjective[] = [];
  let of: NounPhrase | Name | undefined;
  let compound: true | undefined;
  let rest = words.slice(0, -head.length);
  while (rest.length > 0) {
    const adjective = vocabulary.book.adjective('en', rest[0]!.toLowerCase());
    if (adjective) {
      adjectives.push(adjective);
      rest = rest.slice(1);
      continue;
    }
    // What is left is a name or a noun that the head belongs to.
    const modifier = nounAtEnd(rest, vocabulary);
    const name = vocabulary.named(rest.join(' '));
    if (name) of = name;
    else if (modifier && modifier.length === rest.length)
      of = { noun: modifier.noun, many: many && modifier.noun.arMany !== undefined, definite: false, adjectives: [] };
    else return undefined;
    compound = true;
    rest = [];
  }
  if (after.length > 0) {
    if (of) return undefined;
    const owner = after.join(' of ');
    of = vocabulary.named(owner) ?? english(owner, vocabulary);
    if (!of) return undefined;
  }
  return {
    noun: head.noun,
    ...(count === undefined ? {} : { count }),
    many,
    definite,
    adjectives,
    ...(of ? { of } : {}),
    ...(compound ? { compound } : {}),
  };
};

const bare = (word: string): string => word.replace(/^ال/u, '');
/** «قواتها» → «قوات»: whose they are, the sentence tells. */
const unowned = (word: string): string => word.replace(/(?:هما|هم|هن|ها|ه)$/u, '');

const arabic = (text: string, vocabulary: Vocabulary): NounPhrase | undefined => {
  const { book, named } = vocabulary;
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const nounAt = (length: number) => {
    const plain = words.slice(0, length).map(bare).join(' ');
    return book.noun('ar', plain) ?? (length === 1 ? book.noun('ar', unowned(plain)) : undefined);
  };
  for (let length = Math.min(book.longest, words.length); length > 0; length -= 1) {
    const head = nounAt(length);
    if (!head) continue;
    const definite = words[0]!.startsWith('ال') && book.noun('ar', words[0]!) === undefined;
    const adjectives: Adjective[] = [];
    let rest = words.slice(length);
    while (rest.length > 0) {
      const whole =
        book.adjective('ar', rest.slice(0, 2).join(' ')) ?? book.adjective('ar', rest.slice(0, 3).join(' '));
      const one = whole ?? book.adjective('ar', bare(rest[0]!));
      if (!one) break;
      // The last adjective stands nearest to the noun in English.
      adjectives.unshift(one);
      rest = rest.slice(whole ? whole.ar.split(' ').length : 1);
    }
    let of: NounPhrase | Name | undefined;
    if (rest.length > 0) {
      if (definite || adjectives.length > 0) return undefined;
      const owner = rest.join(' ');
      of = named(owner) ?? arabic(owner, vocabulary);
      if (!of) return undefined;
    }
    return { noun: head.noun, many: head.many, definite, adjectives, ...(of ? { of } : {}) };
  }
  return undefined;
};

/** The phrase that words of a report make; `undefined` where a word of them is not known. */
export const phraseIn = (language: Language, text: string, vocabulary: Vocabulary): NounPhrase | undefined =>
  language === 'en' ? english(text.trim(), vocabulary) : arabic(text.trim(), vocabulary);
