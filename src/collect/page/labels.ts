/** What pages write beside their articles («Read more», «تاريخ النشر»): tables of data/lexicons, compiled for look-up. */
import { fold } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';

export type LabelKind =
  | 'furniture'
  | 'more'
  | 'end'
  | 'byline'
  | 'contributed'
  | 'agencies'
  | 'published'
  | 'modified'
  | 'credit'
  | 'archive'
  | 'correction'
  | 'key-points';

export type PageLabels = {
  /** Whether the whole text is a label of this kind. */
  readonly is: (kind: LabelKind, text: string) => boolean;
  /** Whether the text is, opens with, or (where the table says so) ends with a label of this kind. */
  readonly marks: (kind: LabelKind, text: string) => boolean;
  /** The text without the label that opens it and what parts the two: «By Mona Salem» → «Mona Salem». */
  readonly after: (kind: LabelKind, text: string) => string | undefined;
  /** 1–12 for the name of a month in either language. */
  readonly month: (name: string) => number | undefined;
};

type Row = Readonly<Record<string, string>>;
type Tables = Readonly<Record<Language, Readonly<Record<string, readonly Row[]>>>>;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Folded words of a text, parted by one blank. */
const keyOf = (text: string): string =>
  (text.match(WORD) ?? [])
    .map(fold)
    .filter((word) => word !== '')
    .join(' ');

/** Longest label, in words. */
const LONGEST = 7;

/**
 * The labels of both languages together: an Arabic page has «Read more» too.
 * @param tables data/lexicons as packed: uses the tables `pages` (form, kind, where) and `months` (form, month)
 */
export const pageLabelsOf = (tables: Tables): PageLabels => {
  const labels = new Map<string, string>();
  const months = new Map<string, number>();
  for (const language of ['en', 'ar'] as const) {
    for (const { form = '', kind = '', where = 'whole' } of tables[language].pages ?? [])
      labels.set(`${kind} ${keyOf(form)}`, where);
    for (const { form = '', month } of tables[language].months ?? []) months.set(keyOf(form), Number(month));
  }
  const where = (kind: LabelKind, words: readonly string[]): string | undefined =>
    labels.get(`${kind} ${words.join(' ')}`);
  const wordsOf = (text: string): readonly string[] => keyOf(text.slice(0, 400)).split(' ');
  const opening = (kind: LabelKind, words: readonly string[]): number => {
    for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1)
      if (where(kind, words.slice(0, length)) === 'start') return length;
    return 0;
  };
  const closes = (kind: LabelKind, text: string): boolean => {
    const words = keyOf(text.slice(-120)).split(' ');
    return words.some((_, at) => where(kind, words.slice(at)) === 'end');
  };
  return {
    is: (kind, text) => text.length < 80 && where(kind, wordsOf(text)) !== undefined,
    marks: (kind, text) => {
      const words = wordsOf(text);
      return (text.length < 80 && where(kind, words) !== undefined) || opening(kind, words) > 0 || closes(kind, text);
    },
    after: (kind, text) => {
      const length = opening(kind, wordsOf(text));
      if (length === 0) return undefined;
      const matches = [...text.matchAll(WORD)];
      const last = matches[length - 1];
      return last && text.slice(last.index + last[0].length).replace(/^[\s:：.،,|/–—-]+/u, '');
    },
    month: (name) => months.get(keyOf(name)),
  };
};
