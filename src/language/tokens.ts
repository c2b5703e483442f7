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

// In order: abbreviation with dots (U.S.); number with separators; word (letters, marks, inner digits, inner
// apostrophe, inner joining and direction marks, never trailing ones); possessive 's is cut off by the word's lookahead; anything else one code point at a time.
const TOKEN =
  /(?<abbreviation>(?:\p{L}\.){2,})|(?<number>\p{Nd}+(?:[.,٫٬]\p{Nd}+)*)|(?<word>[\p{L}\p{M}\u0640](?:[\p{L}\p{M}\p{Nd}\u0640]|[\u200c-\u200f]+(?=[\p{L}\p{M}\p{Nd}\u0640])|['’ʼʻʿʾ`´](?!s(?![\p{L}\p{Nd}]))(?=\p{L}))*)|(?<possessive>['’]s(?![\p{L}\p{Nd}]))|(?<other>[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])/gu;
const UPPER = /^\p{Lu}/u;

/** Tokens of `text[start, end)`, in order. Linear in the length of the text. */
export const tokenise = (text: string, start = 0, end = text.length): Token[] => {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN.source, 'gu');
  const piece = text.slice(start, end);
  let last = 0;
  for (const match of piece.matchAll(pattern)) {
    const from = match.index;
    const to = from + match[0].length;
    const groups = match.groups ?? {};
    const isWord = groups.word !== undefined || groups.abbreviation !== undefined;
    const folded = fold(match[0]);
    const norm = groups.abbreviation ? folded.replaceAll('.', '') : groups.possessive ? "'s" : folded || match[0];
    tokens.push({
      start: start + from,
      end: start + to,
      norm,
      kind: isWord ? 'word' : groups.number ? 'number' : 'punctuation',
      capital: isWord && UPPER.test(match[0]),
      glued: from === last && from > 0,
    });
    last = to;
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
