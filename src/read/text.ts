/** The report's text as words: tokens of every part in one row, cut into sentences. */
import { sentencesOf, type Token, tokenise } from '../language/index.ts';
import type { Language, Part } from '../model/index.ts';

export type Sentence = {
  readonly index: number;
  /** Index of its part. */
  readonly part: number;
  readonly language: Language;
  readonly start: number;
  readonly end: number;
  /** Tokens `[first, after)` of the report's row. */
  readonly first: number;
  readonly after: number;
};

export type Words = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Sentence that a token belongs to. */
  readonly sentenceAt: (token: number) => Sentence;
  /** Parts that are in capitals throughout, by index: their tokens are cased as usual, their text is not. */
  readonly shouted: readonly boolean[];
};

// A «sentence» longer than this is a list or a broken text; cutting it keeps every later step linear.
const MOST_TOKENS = 250;

const bounded = (cuts: readonly [number, number][]): [number, number][] =>
  cuts.flatMap(([first, after]) => {
    const pieces: [number, number][] = [];
    for (let at = first; at < after; at += MOST_TOKENS) pieces.push([at, Math.min(after, at + MOST_TOKENS)]);
    return pieces;
  });

/** Cuts every part into tokens and sentences. Page furniture is cut too, so that nothing of the text is lost to search. */
export const wordsOfParts = (text: string, parts: readonly Part[]): Words => {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const owner: number[] = [];
  parts.forEach((part, partIndex) => {
    const own = tokenise(text, part.start, part.end);
    const base = tokens.length;
    for (const token of own) tokens.push(token);
    const cuts: [number, number][] =
      part.kind === 'body' || part.kind === 'key-point' || part.kind === 'standfirst'
        ? sentencesOf(text, own)
        : own.length
          ? [[0, own.length]]
          : [];
    for (const [first, after] of bounded(cuts)) {
      const sentence: Sentence = {
        index: sentences.length,
        part: partIndex,
        language: part.language,
        start: own[first]!.start,
        end: own[after - 1]!.end,
        first: base + first,
        after: base + after,
      };
      sentences.push(sentence);
      for (let i = first; i < after; i++) owner.push(sentence.index);
    }
  });
  return {
    text,
    tokens,
    sentences,
    sentenceAt: (token) => sentences[owner[token]!]!,
    shouted: parts.map(() => false),
  };
};

/**
 * Offset in the unchanged text after `cut` folded letters of an Arabic word: vowel signs and tatweel between them
 * count for nothing.
 */
export const startAfterCut = (text: string, token: Token, cut: number): number => {
  let at = token.start;
  for (let left = cut; left > 0 && at < token.end; at++) {
    if (!/[\p{M}\u0640]/u.test(text.charAt(at))) left--;
  }
  while (at < token.end && /[\p{M}\u0640]/u.test(text.charAt(at))) at++;
  return at;
};

/** A stretch of tokens, `[first, after)`. */
export type Stretch = { readonly first: number; readonly after: number };

/** Whether any of the stretches holds the token. */
export const holds = (stretches: readonly Stretch[], token: number): boolean =>
  stretches.some(({ first, after }) => first <= token && token < after);

/** What belongs to each sentence, by its index, in the order given. */
export const bySentence = <T>(words: Words, items: readonly T[], sentenceOf: (item: T) => number): T[][] => {
  const groups: T[][] = words.sentences.map(() => []);
  for (const item of items) groups[sentenceOf(item)]!.push(item);
  return groups;
};

/** What `make` gives for a sentence, made once: for the words of one report. */
export const oncePerSentence = <T extends object>(make: (sentence: Sentence) => T): ((sentence: Sentence) => T) => {
  const made = new Map<number, T>();
  return (sentence) => {
    let known = made.get(sentence.index);
    if (known === undefined) {
      known = make(sentence);
      made.set(sentence.index, known);
    }
    return known;
  };
};
