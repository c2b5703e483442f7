/** Text → tokens with offsets into the unchanged text. Works alike for both scripts. */
import { fold } from './fold.ts';

export type Token = {
  readonly start: number;
  readonly end: number;
  /** Folded form: what tables are matched against. */
  readonly norm: string;
  readonly kind: 'word' | 'number' | 'punctuation';
  /** First letter is an upper-case letter (never so in Arabic). */
  readonly capital: boolean;
  /** No white space stands before it. */
  readonly glued: boolean;
};

// What stands between tokens, then, in order: abbreviation with dots (U.S.); number with separators; word (letters, marks, inner digits, inner
// apostrophe, inner joining and direction marks, never trailing ones); possessive 's is cut off by the word's lookahead; anything else one code point at a time.
const TOKEN =
  /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*(?:(?:\p{L}\.){2,}|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|[\p{L}\p{M}\u0640](?:[\p{L}\p{M}\p{Nd}\u0640]|[\u200c-\u200f]+(?=[\p{L}\p{M}\p{Nd}\u0640])|['’ʼʻʿʾ`´](?!s(?![\p{L}\p{Nd}]))(?=\p{L}))*|['’]s(?![\p{L}\p{Nd}])|[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])/uy;
const BETWEEN = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const UPPER = /^\p{Lu}/u;
const LETTER = /^[\p{L}\p{M}\u0640]/u;
const DIGIT = /^\p{Nd}/u;
const POSSESSIVE = /^['’]s$/;

const kindOf = (form: string): Token['kind'] =>
  LETTER.test(form) ? 'word' : DIGIT.test(form) ? 'number' : 'punctuation';

/** Tokens of `text[start, end)`, in order. Linear in the length of the text. */
export const tokenise = (text: string, start = 0, end = text.length): Token[] => {
  const tokens: Token[] = [];
  const piece = text.slice(start, end);
  let last = 0;
  // `test` with a place to begin at makes nothing, which a match of this many tokens would.
  TOKEN.lastIndex = 0;
  while (TOKEN.test(piece)) {
    const to = TOKEN.lastIndex;
    let from = last;
    while (BETWEEN.test(piece.charAt(from))) from++;
    const form = piece.slice(from, to);
    const kind = kindOf(form);
    const folded = fold(form);
    const abbreviation = kind === 'word' && form.includes('.');
    tokens.push({
      start: start + from,
      end: start + to,
      norm: abbreviation ? folded.replaceAll('.', '') : POSSESSIVE.test(form) ? "'s" : folded || form,
      kind,
      capital: kind === 'word' && UPPER.test(form),
      glued: from === last && from > 0,
    });
    last = to;
    TOKEN.lastIndex = to;
  }
  return tokens;
};

// Most names of the world's places: nothing in them that tokens treat in a way of their own (digits, dots, 's).
const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/;
const SIMPLE = /^[\p{L}\p{M}\u0640\s-]+$/u;
const WORDS = /[\p{L}\p{Nd}]+/gu;

/** Folded words of a name or a phrase, as tables are indexed: hyphens and other punctuation fall away. */
export const wordsOf = (phrase: string): string[] =>
  PLAIN.test(phrase)
    ? phrase.toLowerCase().split(' ')
    : SIMPLE.test(phrase)
      ? (fold(phrase).match(WORDS) ?? [])
      : tokenise(phrase)
          .filter((token) => token.kind !== 'punctuation')
          .map((token) => token.norm);
