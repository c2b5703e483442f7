/**
 * Text → sentences of syntactic words with offsets into the unchanged text. A line is a paragraph, so that headlines and
 * bullets need no full stop; a line that breaks off in the middle of a sentence goes on in the next.
 */
import { sentencesOf } from '../sentences.ts';
import { type Token, tokenise } from '../tokens.ts';
import type { CliticCutter } from './clitics.ts';
import { englishCuts } from './english.ts';
import { wholeWords } from './whole.ts';

/** A syntactic word: `text.slice(start, end)`. */
export type WordSpan = { readonly start: number; readonly end: number };

export type WordSentence = {
  readonly start: number;
  readonly end: number;
  readonly words: readonly WordSpan[];
  /** Words `first` to `last`, counted from 0, that are written as one. */
  readonly joined: readonly { readonly first: number; readonly last: number }[];
};

const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;
// Broken lines: the next one goes on in lower case, and this one is no short headline that ends in a stop.
const GOES_ON = /^[^\S\n\r]*\p{Ll}/u;
const ENDS = /[.!?:؟…"”»)]\s*$/u;
const SHORTEST_BROKEN = 40;

/** Paragraphs as `[start, end)`. */
export const paragraphsOf = (text: string): [number, number][] => {
  const paragraphs: [number, number][] = [];
  let start = 0;
  let line = 0;
  const end = (at: number): void => {
    if (at > start) paragraphs.push([start, at]);
  };
  for (const match of text.matchAll(LINE_END)) {
    const next = match.index + match[0].length;
    const broken =
      match.index - line >= SHORTEST_BROKEN &&
      GOES_ON.test(text.slice(next, next + 20)) &&
      !ENDS.test(text.slice(Math.max(line, match.index - 10), match.index));
    line = next;
    if (broken) continue;
    end(match.index);
    start = next;
  }
  end(text.length);
  return paragraphs;
};

const ARABIC = /[\u0620-\u064a\ufb50-\ufdff\ufe70-\ufefc]/;
const POSSESSIVE = /^['’´`]s$/i;
const APOSTROPHE = /^['’]$/;

const cutsOf = (word: string, cutClitics: CliticCutter | undefined): readonly number[] =>
  ARABIC.test(word) ? (cutClitics?.(word) ?? []) : englishCuts(word);

/** «the militias' base»: an apostrophe after s, with no quotation open, belongs to the word before it. */
const endsPossessive = (text: string, tokens: readonly Token[], at: number, open: boolean): boolean => {
  const [before, here, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  return (
    APOSTROPHE.test(text.slice(here.start, here.end)) &&
    here.glued &&
    before?.kind === 'word' &&
    /s$/i.test(text.slice(before.start, before.end)) &&
    next !== undefined &&
    !next.glued &&
    !open
  );
};

/** Syntactic words of one sentence out of its tokens. */
const wordsIn = (text: string, tokens: readonly Token[], cutClitics: CliticCutter | undefined): WordSentence => {
  const words: WordSpan[] = [];
  const joined: { first: number; last: number }[] = [];
  let open = false;
  for (const [at, token] of tokens.entries()) {
    const written = text.slice(token.start, token.end);
    const possessive = token.glued && (POSSESSIVE.test(written) || endsPossessive(text, tokens, at, open));
    if (!possessive && APOSTROPHE.test(written)) open = !open && !token.glued;
    if (possessive && tokens[at - 1]?.kind === 'word') {
      const last = joined.at(-1);
      if (last && last.last === words.length - 1) last.last++;
      else joined.push({ first: words.length - 1, last: words.length });
    }
    const cuts = token.kind === 'word' ? cutsOf(written, cutClitics) : [];
    if (cuts.length > 0) joined.push({ first: words.length, last: words.length + cuts.length });
    for (let piece = 0; piece <= cuts.length; piece++)
      words.push({
        start: token.start + (piece === 0 ? 0 : cuts[piece - 1]!),
        end: piece === cuts.length ? token.end : token.start + cuts[piece]!,
      });
  }
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end, words, joined };
};

/**
 * Sentences of a text with their syntactic words, in order. Linear in the length of the text.
 * @param cutClitics cuts Arabic words; without it they stay as they are written
 */
export const wordSentences = (text: string, cutClitics?: CliticCutter): WordSentence[] =>
  paragraphsOf(text).flatMap(([start, end]) => {
    const tokens = wholeWords(text, tokenise(text, start, end));
    return sentencesOf(text, tokens).map(([first, after]) => wordsIn(text, tokens.slice(first, after), cutClitics));
  });

/** Syntactic words of one sentence that somebody else found; none where it has no token. */
export const wordsOfSentence = (text: string, tokens: readonly Token[], cutClitics?: CliticCutter): WordSentence => {
  const whole = wholeWords(text, tokens);
  return whole.length === 0 ? { start: 0, end: 0, words: [], joined: [] } : wordsIn(text, whole, cutClitics);
};

const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A word as written, without marks that nobody sees. */
export const formOf = (text: string, { start, end }: WordSpan): string => {
  const written = text.slice(start, end);
  return written.replace(UNSEEN, '') || written;
};
