/** Tokens of a paragraph → sentences: where a full stop ends one, and where it does not. */
import type { Token } from './tokens.ts';

// Folded: the ellipsis is three dots there.
const STOP = new Set(['.', '!', '?', '؟', '...', '۔', '।']);
const CLOSING = new Set(['"', '”', '’', "'", '»', ')', ']', '״']);
// A full stop after these does not end a sentence (folded forms).
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof gen maj col capt lt sgt brig adm sen rep gov st jr sr vs etc no nos fig approx dept inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec mt ft al'.split(
    ' ',
  ),
);

/**
 * Sentences as `[first, afterLast]` indexes into the tokens.
 * @param text the unchanged text that the tokens point into
 */
export const sentencesOf = (text: string, tokens: readonly Token[]): [number, number][] => {
  const sentences: [number, number][] = [];
  let first = 0;
  // Where nobody wrote a capital, a small letter opens a sentence as well.
  const cased = tokens.some(({ capital }) => capital);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || !STOP.has(token.norm)) continue;
    let after = i + 1;
    while (
      after < tokens.length &&
      tokens[after]?.glued &&
      (STOP.has(tokens[after]!.norm) || CLOSING.has(tokens[after]!.norm))
    ) {
      after++;
    }
    const next = tokens[after];
    const previous = tokens[i - 1];
    if (next?.glued) continue; // inside an address, a file name, a number
    if (token.norm === '.' && previous?.kind === 'word' && token.glued) {
      const initial = previous.capital && previous.end - previous.start === 1;
      if (initial || (ABBREVIATIONS.has(previous.norm) && next && next.kind !== 'punctuation')) continue;
    }
    if (cased && next?.kind === 'word' && !next.capital && /\p{Ll}/u.test(text.charAt(next.start))) continue;
    sentences.push([first, after]);
    first = after;
    i = after - 1;
  }
  if (first < tokens.length) sentences.push([first, tokens.length]);
  return sentences;
};
