/**
 * Trees mended by what is known of names. The Arabic parser hangs on the subject what follows it («شنت إسرائيل غارات»:
 * the raids on Israel); but a name is complete where its mention ends, so what comes after it is the verb's.
 */
import type { Found } from '../mentions/index.ts';
import type { Syntax } from '../syntax.ts';
import { isVerb } from '../tree.ts';

const isName = (m: Found): boolean =>
  m.kind === 'actor' || m.kind === 'person' || (m.kind === 'place' && m.of_ === 'country');

// Relations by which the parser takes what follows a name into it.
const TAKEN = /^(?:nmod|appos|amod|obl|flat)/;

/** @returns the same words, with heads and relations of an Arabic sentence mended */
export const mended = (syntax: Syntax, mentions: readonly Found[]): Syntax => {
  const names = mentions.filter(isName);
  const { words } = syntax;
  const moved = words.map((word, at) => {
    const head = word.head ?? 0;
    if (head === 0 || head - 1 >= at || !TAKEN.test(word.relation ?? '')) return word;
    const above = words[head - 1]!;
    const name = names.find((m) => m.first <= above.token && above.token < m.after);
    if (
      name === undefined ||
      word.token < name.after ||
      mentions.some((m) => m.kind === 'actor' && m !== name && m.first <= above.token && m.after > word.token)
    )
      return word;
    // Up to the verb that the name is subject or object of.
    let up = above;
    while ((up.head ?? 0) > 0 && up.token >= name.first && up.token < name.after) up = words[up.head! - 1]!;
    if (!isVerb(up, 'ar') || (up.token >= name.first && up.token < name.after)) return word;
    const cased = words.some((other) => other.head === at + 1 && other.relation === 'case');
    return { ...word, head: words.indexOf(up) + 1, relation: cased ? 'obl' : 'obj' };
  });
  return { ...syntax, words: moved };
};
