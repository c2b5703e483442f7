/** Words of an annotation → the one stretch of the text that they are. */
import type { Language, Span } from '../../src/model/index.ts';
import { Fault } from './faults.ts';

const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** What Arabic writes together with the word that follows. */
const PROCLITICS = /^[وفبكل]{1,2}$/;

/** Whether a word begins at `at`, a proclitic before it allowed. */
const beginsWord = (text: string, at: number, language: Language): boolean => {
  if (at === 0 || !LETTER.test(text[at - 1]!) || !LETTER.test(text[at]!)) return true;
  if (language === 'en') return false;
  let from = at;
  while (from > 0 && LETTER.test(text[from - 1]!)) from -= 1;
  return PROCLITICS.test(text.slice(from, at));
};

const endsWord = (text: string, at: number): boolean =>
  at >= text.length || !LETTER.test(text[at]!) || !LETTER.test(text[at - 1]!);

/** Every stretch of `within` that is these words, on the bounds of words. */
export const allOf = (text: string, words: string, within: Span, language: Language): Span[] => {
  const found: Span[] = [];
  for (let at = text.indexOf(words, within.start); at !== -1; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (end > within.end) break;
    if (beginsWord(text, at, language) && endsWord(text, end)) found.push({ start: at, end });
  }
  return found;
};

/** `words #2` → the words and which of them. */
export const ordinalOf = (written: string): { readonly words: string; readonly nth?: number } => {
  const parts = /^(.*\S) #([1-9]\d?)$/su.exec(written);
  return parts === null ? { words: written } : { words: parts[1]!, nth: Number(parts[2]) };
};

/**
 * The stretch that `written` means: its words, `first … last`, or `words #2`; looked for in the narrowest of `scopes` that holds it.
 * @throws Fault where it is nowhere, or more than once
 */
export const spanOf = (text: string, written: string, scopes: readonly Span[], language: Language): Span => {
  const { words, nth } = ordinalOf(written);
  const [first, last] = words.includes(' … ') ? (words.split(' … ') as [string, string]) : [words];
  for (const scope of scopes) {
    const found = allOf(text, first, scope, language);
    if (found.length === 0) continue;
    if (nth === undefined && found.length > 1)
      throw new Fault(`«${first}» stands ${found.length} times there: write more of it, or «${first} #2».`);
    const start = found[(nth ?? 1) - 1];
    if (start === undefined) throw new Fault(`«${first}» stands only ${found.length} times there.`);
    if (last === undefined) return start;
    const end = allOf(text, last, { start: start.end, end: scope.end }, language)[0];
    if (end === undefined) throw new Fault(`«${last}» does not follow «${first}».`);
    return { start: start.start, end: end.end };
  }
  throw new Fault(`«${first}» is not in the text.`);
};

/** The lines that are not empty, without the blanks around them. */
export const linesOf = (text: string): Span[] => {
  const lines: Span[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at + (line.length - line.trimStart().length);
    if (line.trim() !== '') lines.push({ start, end: start + line.trim().length });
    at += line.length + 1;
  }
  return lines;
};

const STOP = /[.!?؟][”"»’)\]]*(?=\s|$)/gu;

/** The sentence that opens with `span`: to its first full stop, else to the end of the line. The stop is not part of it. */
export const sentenceFrom = (text: string, span: Span, line: Span): Span => {
  STOP.lastIndex = span.end;
  const stop = STOP.exec(text.slice(0, line.end));
  return { start: span.start, end: stop === null ? line.end : stop.index };
};

export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
