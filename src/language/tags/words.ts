/**
 * What the tagger sees of one word, whatever stands around it: its forms, ends and shape, each as a 32-bit hash.
 * Words come again and again, so each type is looked at once.
 */
import { hashOf, mix } from '../hash.ts';

/** Places of the attributes of one word. */
export const FORM = 0; // as written
export const WORD = 1; // lower case, digits alike, without Arabic vowel signs
export const SHAPE = 2;
export const CLASS = 3; // what a lexicon says of it
export const SUFFIX = 4; // of 1 to 5 letters: SUFFIX … SUFFIX + 4
export const PREFIX = 9; // of 1 to 4 letters: PREFIX … PREFIX + 3
export const CASING = 13; // 0 no letter with a case, 1 lower, 2 capital first, 3 all capitals, 4 other
export const PLACE = 14; // first in its sentence or not, and how that sentence is cased
export const ATTRIBUTES = 15;

const SUFFIXES = 5;
const PREFIXES = 4;
const LONGEST_SHAPE = 10;

const MARKS = /[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const ALEFS = /[أإآٱ]/g;
const NOT_LATIN = /[^\x20-\x7e]/;

/** The form under which a word is known: case, digits, vowel signs and the seats of hamza do not count. */
export const plainForm = (form: string): string => {
  const lower = form.toLowerCase().replace(/\p{Nd}/gu, '0');
  if (!NOT_LATIN.test(lower)) return lower;
  return (
    lower
      .replace(/[’‘ʼ`´]/g, "'")
      .replace(/[“”«»]/g, '"')
      .replace(MARKS, '')
      .replace(ALEFS, 'ا') || lower
  );
};

const UPPER = 1;
const LOWER = 2;
const DIGIT = 3;
const LETTER = 4;

const kindOf = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (code < 128) {
    if (code >= 97 && code <= 122) return LOWER;
    if (code >= 65 && code <= 90) return UPPER;
    return code >= 48 && code <= 57 ? DIGIT : 0;
  }
  const letter = text.charAt(at);
  const lower = letter.toLowerCase();
  if (letter !== lower) return UPPER;
  if (letter !== letter.toUpperCase()) return LOWER;
  return /\p{Nd}/u.test(letter) ? DIGIT : /\p{L}/u.test(letter) ? LETTER : 0;
};

/** Attributes of a word into `out` from `at` on. `classOf` answers for the hash of a plain form. */
export const attributesOf = (form: string, out: Uint32Array, at: number, classOf: (word: number) => number): void => {
  const plain = plainForm(form);
  out[at + FORM] = hashOf(form);
  const word = hashOf(plain);
  out[at + WORD] = word;
  let shape = 17;
  let length = 0;
  let last = -1;
  let run = 0;
  let uppers = 0;
  let lowers = 0;
  for (let i = 0; i < form.length && length < LONGEST_SHAPE; i++) {
    const kind = kindOf(form, i);
    if (kind === UPPER) uppers++;
    else if (kind === LOWER) lowers++;
    const sign = kind === 0 ? form.charCodeAt(i) + 16 : kind;
    run = sign === last ? run + 1 : 1;
    last = sign;
    // One, two, or more of a kind.
    if (run > 2) continue;
    shape = mix(shape, sign);
    length++;
  }
  out[at + SHAPE] = shape;
  const first = form.length > 0 ? kindOf(form, 0) : 0;
  out[at + CASING] =
    uppers + lowers === 0 ? 0 : uppers === 0 ? 1 : first === UPPER && uppers === 1 ? 2 : lowers === 0 ? 3 : 4;
  out[at + CLASS] = classOf(word);
  // An end as long as the word is the word.
  for (let n = 1; n <= SUFFIXES; n++)
    out[at + SUFFIX + n - 1] = n < plain.length ? hashOf(plain, plain.length - n) : mix(word, 1);
  for (let n = 1; n <= PREFIXES; n++) out[at + PREFIX + n - 1] = n < plain.length ? hashOf(plain, 0, n) : mix(word, 2);
};
