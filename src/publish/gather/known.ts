/** What gathering asks of the tables. Only ids that stand in a view's own facts are asked for. */
import type { Bilingual } from '../../model/index.ts';
import type { Counted } from '../pages.ts';
import type { Name, PublicPlace } from '../types.ts';

export type Known = {
  readonly actor: (id: string) => Name | undefined;
  readonly actorKind: (id: string) => { readonly kind: string; readonly parent?: string } | undefined;
  readonly place: (id: string) => PublicPlace | undefined;
  /** What a place lies in, nearest first. */
  readonly above: (id: string) => readonly PublicPlace[];
  readonly type: (id: string) => { readonly label: Bilingual; readonly definition: Bilingual };
};

/** Counts with names; what has none is left out. */
export const named = (
  found: readonly (readonly [string, number])[],
  nameOf: (id: string) => Name | undefined,
): Counted[] =>
  found.flatMap(([id, records]) => {
    const name = nameOf(id);
    return name ? [{ id, name, records }] : [];
  });
