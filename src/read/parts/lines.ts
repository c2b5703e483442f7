/** Text → lines: what was one paragraph, bullet or line of furniture on the page. */
import { languageByScript } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';

export type Line = {
  /** Without bullet and outer white space. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly bullet: boolean;
  /** Ends as a sentence does. */
  readonly closed: boolean;
  readonly words: number;
  readonly language: Language;
};

const BULLET = /^[\s\u200e\u200f]*[•‣▪●◦·*–-][\s\u00a0]+(?=\S)/u;
const CLOSED = /[.!?؟…:][\s"'”’»)\]]*$/u;
const WORD = /[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}'’-]*/gu;

const lineOf = (text: string, start: number, end: number, fallback: Language): Line | undefined => {
  const raw = text.slice(start, end);
  const bullet = BULLET.exec(raw)?.[0].length ?? 0;
  const lead = bullet + (/^\s*/.exec(raw.slice(bullet))?.[0].length ?? 0);
  const trimmed = raw.slice(lead).trimEnd();
  if (trimmed === '') return undefined;
  return {
    start: start + lead,
    end: start + lead + trimmed.length,
    text: trimmed,
    bullet: bullet > 0,
    closed: CLOSED.test(trimmed.slice(-8)),
    words: trimmed.match(WORD)?.length ?? 0,
    language: languageByScript(trimmed, fallback),
  };
};

// A text that was wrapped by a mail program or an editor breaks lines at about 72 to 80 characters.
const WRAP_LEAST = 50;
const WRAP_MOST = 100;

/**
 * Lines of a text, empty ones left out. Lines that a wrapped text file broke in mid-sentence are joined again:
 * neighbours without an empty line between them, the first of wrapping length and not closed, the second not a bullet
 * and going on in lower case (or, in Arabic, as long as the first).
 */
export const linesOf = (text: string, language: Language): Line[] => {
  const lines: Line[] = [];
  // Arabic has no lower case to tell a broken line by: only a text whose every line is short was broken by a program.
  const lengths = text.split('\n').map((line) => line.length);
  const hardWrapped = lengths.filter((n) => n >= WRAP_LEAST).length >= 5 && lengths.every((n) => n <= WRAP_MOST);
  let previousEnd = -1;
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const line = lineOf(text, match.index, match.index + match[0].length, language);
    if (line === undefined) continue;
    const before = lines.at(-1);
    const adjacent = before !== undefined && /^\r?\n?$/.test(text.slice(previousEnd, match.index));
    const length = before ? before.end - Math.max(before.start, text.lastIndexOf('\n', before.end - 1) + 1) : 0;
    const wrapped =
      adjacent &&
      before !== undefined &&
      !before.closed &&
      !line.bullet &&
      length >= WRAP_LEAST &&
      length <= WRAP_MOST &&
      (/^\p{Ll}/u.test(line.text) || (line.language === 'ar' && before.language === 'ar' && hardWrapped));
    if (wrapped && before)
      lines[lines.length - 1] = { ...lineOf(text, before.start, line.end, language)!, bullet: before.bullet };
    else lines.push(line);
    previousEnd = match.index + match[0].length;
  }
  return lines;
};
