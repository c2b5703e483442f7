/** The families of the code book, in its order. The site takes no values from other rooms, so they stand here, too; a test compares them. */
import type { EventType } from '../../model/index.ts';

export const FAMILIES = ['violence', 'posture', 'control', 'politics', 'harm', 'assessment'] as const;
export type Family = (typeof FAMILIES)[number];

/** Event types by family, each in the order of its ids. */
export const inFamilies = (
  types: readonly EventType[],
): readonly { readonly family: Family; readonly types: readonly EventType[] }[] =>
  FAMILIES.map((family) => ({
    family,
    types: types.filter(({ id }) => id.startsWith(`${family}.`)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  })).filter((group) => group.types.length > 0);

/** Address of a type's full entry. */
export const entryOf = (type: string, language: string): string =>
  `/${language}/codebook/${type.split('.', 1)[0]}#${type}`;
