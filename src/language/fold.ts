/**
 * Folding: one spelling for what readers take as the same word. Happens on the side; offsets always stay
 * those of the unchanged text. Latin: case and diacritics go (Ālbū Kāmāl → albu kamal). Arabic: vowel signs and
 * tatweel go, hamza seats, alef forms, ta marbuta and alef maqsura fall together, presentation forms and
 * Arabic-Indic digits become plain.
 */

import { remember } from './memory.ts';

const PLAIN_ASCII = /^[\x21-\x7e]*$/;
// Marks, tatweel, direction and joining controls, and the many apostrophes of transliteration (ayn, hamza).
const DROPPED = /[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'’‘ʼʻʿʾ`´]/gu;
const ARABIC: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
  ء: '',
};
const ARABIC_LETTERS = /[أإآٱىیئؤةکء]/g;
// Letters that Unicode does not decompose.
const LATIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };
const LATIN_LETTERS = /[øłđıßæœ]/g;
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

const MOST_REMEMBERED = 40_000;
const LONGEST_REMEMBERED = 24;

/** Folded form of a word or a text. Pure; empty where nothing but marks was given. */
export const fold = (text: string): string => {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase().replaceAll("'", '').replaceAll('`', '');
  return text.length > LONGEST_REMEMBERED ? folded(text) : remembered.of(text);
};

const folded = (text: string): string =>
  text
    .replaceAll('´', '') // would become a blank and a mark
    .normalize('NFKC')
    .replace(ARABIC_LETTERS, (letter) => ARABIC[letter] ?? letter)
    .normalize('NFKD')
    .replace(DROPPED, '')
    .toLowerCase()
    .replace(LATIN_LETTERS, (letter) => LATIN[letter] ?? letter)
    .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));

// Folding Arabic costs eight passes.
const remembered = remember(folded, MOST_REMEMBERED);
