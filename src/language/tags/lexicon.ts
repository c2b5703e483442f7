/**
 * What a dictionary says of a word: which kinds of word it, or what it may be an inflection of, can be. English rules of
 * inflection; for a language without a dictionary every answer is «nothing known».
 */
import { hashOf } from '../hash.ts';
import { tableOf } from './table.ts';

/** Ascending hashes of lemmas in lower case, and their kinds as sums of the numbers below. */
export type Lexicon = { readonly lemmas: Uint32Array; readonly kinds: Uint8Array };

export const NOUN = 1;
export const VERB = 2;
export const ADJECTIVE = 4;
export const ADVERB = 8;
/** Written with a capital: a name by itself, or a part of one. */
export const NAME = 16;
export const PART_OF_NAME = 32;

const PLURAL = 64;
const THIRD_PERSON = 128;
const PAST = 256;
const GERUND = 512;
const COMPARED = 1024;
const FROM_ADJECTIVE = 2048;

export const NO_LEXICON: Lexicon = { lemmas: new Uint32Array(0), kinds: new Uint8Array(0) };

const LONGEST = 40;

/** Answers with one number for all that is known of a plain form; 0 for nothing. */
export const createLexicon = (lexicon: Lexicon): ((plain: string) => number) => {
  if (lexicon.lemmas.length === 0) return () => 0;
  const table = tableOf(lexicon.lemmas);
  const kindsOf = (word: string): number => {
    const at = word.length > 1 ? table.find(hashOf(word)) : -1;
    return at < 0 ? 0 : lexicon.kinds[at]!;
  };
  return (plain) => {
    if (plain.length > LONGEST) return 0;
    let known = kindsOf(plain);
    const stem = (off: number, end: string, kind: number, as: number): void => {
      if (kindsOf(plain.slice(0, plain.length - off) + end) & kind) known |= as;
    };
    const doubled = (off: number): boolean => plain.at(-off - 1) === plain.at(-off - 2);
    if (plain.endsWith('s')) {
      for (const [kind, as] of [
        [NOUN, PLURAL],
        [VERB, THIRD_PERSON],
      ] as const) {
        stem(1, '', kind, as);
        if (plain.endsWith('es')) stem(2, '', kind, as);
        if (plain.endsWith('ies')) stem(3, 'y', kind, as);
      }
    } else if (plain.endsWith('ed')) {
      stem(1, '', VERB, PAST);
      stem(2, '', VERB, PAST);
      if (doubled(2)) stem(3, '', VERB, PAST);
      if (plain.endsWith('ied')) stem(3, 'y', VERB, PAST);
    } else if (plain.endsWith('ing')) {
      stem(3, '', VERB, GERUND);
      stem(3, 'e', VERB, GERUND);
      if (doubled(3)) stem(4, '', VERB, GERUND);
    } else if (plain.endsWith('er')) {
      stem(2, '', ADJECTIVE, COMPARED);
      stem(1, '', ADJECTIVE, COMPARED);
    } else if (plain.endsWith('ly')) stem(2, '', ADJECTIVE, FROM_ADJECTIVE);
    return known;
  };
};
