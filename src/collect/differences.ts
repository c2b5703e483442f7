/** Two versions of a text → what the later one added and removed, paragraph by paragraph. */
import { diffArrays } from 'diff';

export type Difference = { readonly kind: 'added' | 'removed'; readonly text: string };

/** Longer texts are compared up to here, in paragraphs: no article has more, and the time grows with the square. */
const PARAGRAPHS_LIMIT = 2000;

const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, PARAGRAPHS_LIMIT);

/** In the order of the texts; nothing where they say the same. A changed paragraph is one removed and one added. */
export const differencesOf = (before: string, after: string): readonly Difference[] =>
  diffArrays(paragraphsOf(before), paragraphsOf(after)).flatMap(({ added, removed, value }) =>
    added || removed ? value.map((text) => ({ kind: added ? ('added' as const) : ('removed' as const), text })) : [],
  );
