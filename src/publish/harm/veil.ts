/**
 * Names that must not leave, and where they stand in a text. Compared folded (case, diacritics, Arabic letter
 * variants, tatweel, hyphens), so that every spelling of the same name goes with it.
 */
import { fold } from '../../language/index.ts';
import type { Span } from '../../model/index.ts';

/** What stands in place of withheld words. */
export const WITHHELD = '[…]';

/** `names`: go wherever they stand. `parts`: single words of a private person's name, which may also be another's. */
export type Secrets = { readonly names: readonly string[]; readonly parts: readonly string[] };

export type Veil = {
  /** Spans of `text` to withhold, merged, in order. A part of a name is left where it lies in a `known` span. */
  readonly spansIn: (text: string, known?: readonly Span[]) => Span[];
  /** `text` with every name replaced by «[…]». `parts` too unless told otherwise. */
  readonly clean: (text: string, which?: 'all' | 'names') => string;
  readonly hides: (text: string) => boolean;
};

type Folded = { readonly text: string; readonly starts: readonly number[]; readonly ends: readonly number[] };

const LETTER = /^[\p{L}\p{N}]+$/u;
const SILENT = /^[\p{M}\p{Cf}\p{Cs}\u0640'’‘ʼʻʿʾ`´ء]$/u;
const MARK = /^[\p{M}\u0640]$/u;

/** Letters folded, everything between words one blank, each with its place in the unchanged text. */
export const foldWithPlaces = (text: string): Folded => {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const sign of text) {
    const end = at + sign.length;
    const form = SILENT.test(sign) ? '' : fold(sign);
    if (form !== '' && LETTER.test(form)) {
      folded += form;
      for (let i = 0; i < form.length; i++) {
        starts.push(at);
        ends.push(end);
      }
    } else if (!SILENT.test(sign)) {
      if (!folded.endsWith(' ')) {
        folded += ' ';
        starts.push(at);
        ends.push(end);
      }
    } else if (MARK.test(sign) && ends.length > 0) ends[ends.length - 1] = end;
    at = end;
  }
  return { text: folded, starts, ends };
};

// The home page looks at the same 200 reports for hundreds of records: their folded texts are kept, the oldest go.
const KEPT = 256;
const LONG_TEXT = 400;
const kept = new Map<string, Folded>();

const foldOnce = (text: string): Folded => {
  if (text.length < LONG_TEXT) return foldWithPlaces(text);
  const known = kept.get(text);
  if (known) return known;
  const folded = foldWithPlaces(text);
  const oldest = kept.keys().next();
  if (kept.size >= KEPT && !oldest.done) kept.delete(oldest.value);
  kept.set(text, folded);
  return folded;
};

/** Folded words of a name, parted by blanks. */
export const foldName = (name: string): string => foldWithPlaces(name).text.trim();

// Below this many letters a name is looked for as a whole word only (with what is written onto it: «و», «بـ», and the
// endings of the people from there), as shorter ones stand inside many others.
const LONG = 5;
const LATIN_ARTICLE = /^(?:al|el|ad|ar|as|ash|at|az|an) /;
const letters = (form: string): number => form.replaceAll(' ', '').length;

/** The forms that one name takes: with and without the Latin article, with the Arabic one after «لـ». */
const formsOf = (name: string): string[] => {
  const whole = foldName(name);
  if (letters(whole) < 2) return [];
  const bare = whole.replace(LATIN_ARTICLE, '');
  const forms = [whole];
  if (bare !== whole && letters(bare) > 2) forms.push(bare);
  if (whole.startsWith('ال')) forms.push(`لل${whole.slice(2)}`);
  return forms;
};

const patternOf = (form: string): RegExp => {
  const loose = form.replaceAll(' ', ' ?');
  return letters(form) >= LONG
    ? new RegExp(loose, 'gu')
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:[وف]?[بكل]?(?:ال)?)${loose}(?:s|ي|يه|يون|يين)?(?![\\p{L}\\p{N}])`, 'gu');
};

/** Merge spans that touch or overlap, or that only blanks, hyphens or an apostrophe part. */
export const mergeSpans = (text: string, spans: readonly Span[]): Span[] => {
  const merged: Span[] = [];
  for (const span of [...spans].filter((s) => s.end > s.start).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && (span.start <= last.end || /^[\s\-‐‑–'’]*$/u.test(text.slice(last.end, span.start))))
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
};

const inside = (span: Span, others: readonly Span[]): boolean =>
  others.some((other) => other.start <= span.start && span.end <= other.end);

/** A veil over these names. `exempt`: names that are public anyway, as the district that stands for its quarter. */
export const veilOver = (secrets: Secrets, exempt: readonly string[] = []): Veil => {
  const open = new Set(exempt.map(foldName));
  const compile = (names: readonly string[]): RegExp[] =>
    [...new Set(names.filter((name) => !open.has(foldName(name))).flatMap(formsOf))]
      .filter((form) => !open.has(form))
      .map(patternOf);
  const names = compile(secrets.names);
  const parts = compile(secrets.parts);

  const find = (folded: Folded, pattern: RegExp): Span[] =>
    [...folded.text.matchAll(pattern)].map((match) => {
      let start = match.index;
      let end = start + match[0].length;
      while (start > 0 && folded.text[start - 1] !== ' ') start--;
      while (end < folded.text.length && folded.text[end] !== ' ') end++;
      const article = /(?:^| )(?:al|el) $/.exec(folded.text.slice(Math.max(0, start - 4), start));
      if (article) start -= 3;
      return { start: folded.starts[start]!, end: folded.ends[end - 1]! };
    });

  const spansIn = (text: string, known: readonly Span[] = [], which: 'all' | 'names' = 'all'): Span[] => {
    if (names.length + parts.length === 0 || text === '') return [];
    const folded = foldOnce(text);
    const found = names.flatMap((pattern) => find(folded, pattern));
    if (which === 'all')
      found.push(...parts.flatMap((pattern) => find(folded, pattern)).filter((span) => !inside(span, known)));
    return mergeSpans(text, found);
  };
  return {
    spansIn: (text, known) => spansIn(text, known),
    clean: (text, which) => {
      let clean = '';
      let at = 0;
      for (const span of spansIn(text, [], which)) {
        clean += text.slice(at, span.start) + WITHHELD;
        at = span.end;
      }
      return clean + text.slice(at);
    },
    hides: (text) => spansIn(text).length > 0,
  };
};
