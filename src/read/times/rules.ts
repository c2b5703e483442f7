/** A rule of time, in the shape that both grammars have. */
import type { Issued, TimeValue } from '../../model/index.ts';

/** Where a relative expression is counted from. */
export type Anchor = { readonly issued?: Issued };

export type TimeRule = {
  readonly id: string;
  /** Over folded words joined by one blank; words from the tables as named groups. */
  readonly pattern: RegExp;
  readonly value: (
    groups: Readonly<Record<string, string | undefined>>,
    anchor: Anchor,
  ) => TimeValue | 'unresolved' | undefined;
};

export type TimeRules = { readonly absolute: readonly TimeRule[]; readonly relative: readonly TimeRule[] };
