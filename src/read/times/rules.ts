/** A rule of time, in the shape that both grammars have. */
import type { Issued } from '../../model/index.ts';
import type { Range } from './calendar.ts';
import { maskOf } from './line.ts';

/** What a rule makes of its words: a TIMEX3 value, and the days where they are known. */
export type Told = {
  readonly value: string;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly range?: Partial<Range> & Pick<Range, 'precision'>;
  readonly basis: 'stated' | 'implied';
  /** Converted from the Hijri calendar. */
  readonly calendar?: 'hijri';
};

/** Where an expression stands: what it may be counted from, and what is said around it. */
export type At = {
  readonly issued?: Issued;
  /** Value of the last day, month or year that the report told of before this place. */
  readonly told?: string;
  /** Value of the last quarter of a year that the report told of. */
  readonly quarter?: string;
  /** When the verb beside it is, as far as the words say that stand so many words before it. */
  readonly tense: (reach?: number) => 'past' | 'future' | undefined;
  /** Whether the verb beside it looks ahead. */
  readonly ahead: () => boolean;
};

export type Groups = Readonly<Record<string, string | undefined>>;

export type TimeRule = {
  readonly id: string;
  /** Tags that a line must hold for the rule to be tried. */
  readonly mask: number;
  readonly pattern: RegExp;
  readonly value: (groups: Groups, at: At) => Told | undefined;
};

export type TimeRules = { readonly absolute: readonly TimeRule[]; readonly relative: readonly TimeRule[] };

/**
 * @param tags first letters of the tags that the pattern cannot do without
 * @param pattern over units joined by one blank; a named group `lead` is asked for but not part of the expression
 */
export const rulesFor =
  (language: string) =>
  (id: string, tags: string, pattern: string, value: TimeRule['value']): TimeRule => ({
    id: `times/${language}/${id}`,
    mask: maskOf(tags),
    pattern: new RegExp(`(?<=^| )${pattern}(?= |$)`, 'g'),
    value,
  });
