/** Quoted stretches of a paragraph: the marks of both scripts, straight ones in pairs, an open one to the paragraph's end. */
import type { Stretch, Words } from '../text.ts';

/** Tokens `[first, after)`, the marks among them. `open`: nothing closes it in its paragraph. */
export type Quote = Stretch & { readonly open: boolean };

const OPENING = new Set(['“', '«', '„', '‟']);
const CLOSING = new Set(['”', '»']);
const STRAIGHT = new Set(['"', '＂']);

/** Quotes of tokens `[first, after)`, in order, none in another. */
export const quotesIn = (words: Words, first: number, after: number): Quote[] => {
  const found: Quote[] = [];
  let open: number | undefined;
  for (let i = first; i < after; i++) {
    const token = words.tokens[i]!;
    if (token.kind !== 'punctuation') continue;
    const mark = words.text.slice(token.start, token.end);
    // Some agencies write two apostrophes.
    const next = words.tokens[i + 1];
    const doubled = /^['`’]$/.test(mark) && next?.glued === true && words.text.slice(next.start, next.end) === mark;
    const straight = STRAIGHT.has(mark) || doubled;
    if (OPENING.has(mark) || (straight && open === undefined)) {
      open ??= i;
      if (doubled) i++;
    } else if ((CLOSING.has(mark) || straight) && open !== undefined) {
      if (doubled) i++;
      found.push({ first: open, after: Math.min(i + 1, after), open: false });
      open = undefined;
    }
  }
  if (open !== undefined) found.push({ first: open, after, open: true });
  return found;
};
