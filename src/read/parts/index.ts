/**
 * Lines → parts of a page: chrome, page date, key points, headline, caption, byline, body, credit. Plain text has lost
 * its mark-up, so the kind comes from what a line is (a whole date, a bullet, a label from the tables, a closed
 * sentence) and from where it stands: before the headline, between headline and body, in the body, after it.
 */
import { fold, wordsOf } from '../../language/index.ts';
import type { Language, Part, PartKind, Report } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import { type Line, linesOf } from './lines.ts';

export type PartTools = {
  readonly lexicons: Readonly<Record<Language, Lexicons>>;
  /** Whether the whole line is a date (with or without a label before it). */
  readonly isDate: (text: string, language: Language) => boolean;
  /** Whether a short line is a place or an outlet and a date: «صنعاء - 6 أيار/مايو 2025». */
  readonly isDateline: (text: string, language: Language) => boolean;
  /** Whether the words name a source of data/sources. */
  readonly isSource: (text: string) => boolean;
};

// Excerpts are cut by page software at about this length; a bullet as long without a full stop was cut off.
const EXCERPT_LEAST = 140;
// A date line has at most 16 tokens, of three pieces each («24.12.2024»): a paragraph need not be cut into words to tell.
const DATE_MOST_WORDS = 48;
const HEADLINE_MOST_WORDS = 30;
const CAPTION_MOST_WORDS = 30;

const labelled = (line: Line, tools: PartTools, kind: string): boolean =>
  ['en', 'ar'].some((language) =>
    tools.lexicons[language as Language].chrome.get(line.text).some((entry) => entry.kind === kind),
  );

/** First one to three words of a line are a label of this kind («By …», «Published: …»). */
const startsWith = (line: Line, tools: PartTools, kind: string): boolean => {
  const words = wordsOf(line.text).slice(0, 3);
  return words.some((_, i) =>
    tools.lexicons[line.language].chrome.get(words.slice(0, i + 1).join(' ')).some((entry) => entry.kind === kind),
  );
};

const isArchive = (line: Line, tools: PartTools): boolean => {
  const bracketed = [...line.text.matchAll(/[([«"]([^()[\]«»"]{2,40})[)\]»"]/g)].map((match) => match[1] ?? '');
  const ends = line.text.split(/[-–—:|/،,]/).map((piece) => piece.trim());
  return [...bracketed, ...ends].some((piece) =>
    [...tools.lexicons.en.chrome.get(piece), ...tools.lexicons.ar.chrome.get(piece)].some((e) => e.kind === 'archive'),
  );
};

const isCredit = (line: Line, tools: PartTools): boolean => {
  if (line.closed || line.words > 12) return false;
  const pieces = line.text
    .split(/\s*[-–—+/|&،,]\s*|\s+(?:and|و)\s+|^\((?=.*\)$)|\)$/u)
    .filter((piece) => piece.trim() !== '');
  const known = pieces.filter(
    (piece) =>
      tools.isSource(piece) ||
      [...tools.lexicons.en.chrome.get(piece), ...tools.lexicons.ar.chrome.get(piece)].some(
        (e) => e.kind === 'agencies',
      ),
  );
  return known.length > 0 && known.length * 2 >= pieces.length;
};

const isChrome = (line: Line, tools: PartTools): boolean => {
  if (labelled(line, tools, 'chrome')) return true;
  const pieces = line.text.split(/\s*[|•·»›>/\t]\s*|\s{2,}/).filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.every((piece) => wordsOf(piece).length <= 3) && !line.closed;
};

const same = (a: Line, b: Line): boolean => fold(a.text) === fold(b.text);

/** Index of the headline among the lines, or -1. */
const headlineIndex = (
  lines: readonly Line[],
  kinds: readonly (PartKind | undefined)[],
  title: string | undefined,
): number => {
  const free = lines.flatMap((line, i) => (kinds[i] === undefined && !line.bullet ? [{ line, i }] : []));
  if (title !== undefined) {
    const wanted = fold(title.trim());
    const given = free.find(({ line }) => fold(line.text) === wanted);
    if (given) return given.i;
  }
  const bullets = lines.filter((line) => line.bullet);
  const repeated = free.find(({ line }) => bullets.some((bullet) => same(bullet, line)));
  if (repeated) return repeated.i;
  const first = free.find(({ line }) => line.words >= 3 || line.closed);
  if (!first || first.line.closed || first.line.words > HEADLINE_MOST_WORDS) return -1;
  // A lone line is a sentence that somebody forgot to close, not a headline over nothing.
  return free.length > 1 ? first.i : -1;
};

/**
 * Parts of a report, in the order of the text: one per paragraph, bullet and line of furniture.
 * Hints that mark-up gave win over everything seen here.
 */
export const partsOf = (report: Report, language: Language, tools: PartTools): Part[] => {
  const lines = linesOf(report.text, language);
  const kinds: (PartKind | undefined)[] = lines.map((line) => {
    const hint = report.hints?.find((h) => h.start < line.end && h.end > line.start);
    if (hint) return hint.kind;
    if (line.bullet) return undefined;
    if (line.words <= DATE_MOST_WORDS && tools.isDate(line.text, line.language)) return 'page-date';
    // Before furniture: the stroke of «6 أيار/مايو 2025» looks like a menu's.
    if (!line.closed && line.words <= 10 && tools.isDateline(line.text, line.language)) return 'dateline';
    if (isChrome(line, tools)) return 'chrome';
    return undefined;
  });
  const headline = kinds.includes('headline') ? kinds.indexOf('headline') : headlineIndex(lines, kinds, report.title);
  if (headline >= 0) kinds[headline] = 'headline';

  let bodyAt = lines.findIndex(
    (line, i) => i > headline && kinds[i] === undefined && !line.bullet && line.closed && line.words >= 6,
  );
  if (bodyAt < 0) bodyAt = lines.findIndex((line, i) => i > headline && kinds[i] === undefined && line.words >= 8);
  let lastBody = lines.length - 1;
  while (
    lastBody > bodyAt &&
    kinds[lastBody] !== 'body' &&
    !(lines[lastBody]!.closed && !isCredit(lines[lastBody]!, tools))
  )
    lastBody--;

  lines.forEach((line, i) => {
    if (kinds[i] !== undefined) return;
    const inBody = bodyAt >= 0 && i >= bodyAt;
    if (line.bullet) kinds[i] = inBody && i <= lastBody ? 'body' : 'key-point';
    else if (isCredit(line, tools) && (i > lastBody || i < bodyAt)) kinds[i] = 'credit';
    else if (!line.closed && line.words <= 8 && startsWith(line, tools, 'byline')) kinds[i] = 'byline';
    else if (!inBody && headline >= 0 && i > headline) {
      const caption = isArchive(line, tools) || startsWith(line, tools, 'caption') || line.language !== language;
      if (caption && line.words <= CAPTION_MOST_WORDS) kinds[i] = 'caption';
      else kinds[i] = line.words >= 5 ? 'standfirst' : 'chrome';
    } else if (!inBody) kinds[i] = line.words >= 12 || line.closed ? 'standfirst' : 'chrome';
    else if (i > lastBody) kinds[i] = line.words <= 6 && !line.closed ? 'chrome' : 'body';
    else if (isArchive(line, tools) && line.words <= CAPTION_MOST_WORDS) kinds[i] = 'caption';
    else kinds[i] = !line.closed && line.words <= 10 ? 'heading' : 'body';
  });
  // Nothing but furniture would leave a short note unread: what is left over is body then.
  if (!kinds.some((kind) => kind === 'body' || kind === 'headline' || kind === 'key-point')) {
    lines.forEach((line, i) => {
      if (kinds[i] === 'chrome' && line.words >= 3 && !isChrome(line, tools)) kinds[i] = 'body';
      else if (kinds[i] === 'standfirst') kinds[i] = 'body';
    });
  }

  return lines.map((line, i) => {
    const kind = kinds[i] ?? 'body';
    const cut = kind === 'key-point' && !line.closed && line.text.length >= EXCERPT_LEAST;
    return {
      kind,
      start: line.start,
      end: line.end,
      language: line.language,
      ...(kind === 'caption' && isArchive(line, tools) ? { archive: true as const } : {}),
      ...(cut || /(…|\.\.\.)$/.test(line.text) ? { truncated: true as const } : {}),
    };
  });
};
