/**
 * Trees mended by what is known of words and names. A form that the tables know only as a verb's is one («أطفأت»), though
 * the tagger, which learned from another kind of text, takes it for a noun. The Arabic parser hangs on the subject what follows it («شنت إسرائيل غارات»:
 * the raids on Israel); but a name is complete where its mention ends, so what comes after it is the verb's.
 */
import { fold } from '../../language/index.ts';
import type { Lexicons, Phrases } from '../lexicon/index.ts';
import type { Found } from '../mentions/index.ts';
import type { Syntax } from '../syntax.ts';
import type { Words } from '../text.ts';
import { isVerb } from '../tree.ts';

const isName = (m: Found): boolean =>
  m.kind === 'actor' || m.kind === 'person' || (m.kind === 'place' && m.of_ === 'country');

// Relations by which the parser takes what follows a name into it.
const TAKEN = /^(?:nmod|appos|amod|obl|flat)/;

/** Whether the tables know a written word as a verb and as nothing else. */
const isVerbAlone = ({ text, tokens }: Words, at: number, lexicon: Lexicons, behindSubject: boolean): boolean => {
  const { norm, start } = tokens[at]!;
  // As it is written: ألغت has no article.
  if (text.startsWith('ال', start) || lexicon.isNoun(norm)) return false;
  const hits = [lexicon.triggers, lexicon.changes, lexicon.harm, lexicon.support, lexicon.operators].flatMap(
    (table) => {
      const hit = (table as Phrases<{ readonly pos: string; readonly kind: string; readonly lemma: string }>).at(
        tokens,
        at,
        'ar',
      );
      return hit && hit.after === at + 1 && !/[بلك]/.test(hit.clitics) ? [hit] : [];
    },
  );
  // The bare past of «he» is written like many a noun and name (قاتل, حرر): an ending or a prefix must show.
  return (
    hits.length > 0 &&
    hits.every(({ values, key }) =>
      values.every(({ pos, lemma }) => pos === 'v' && (behindSubject || key !== fold(lemma))),
    )
  );
};

/** @returns the same words, with tags, heads and relations of an Arabic sentence mended */
export const mended = (syntax: Syntax, mentions: readonly Found[], all: Words, lexicon: Lexicons): Syntax => {
  const names = mentions.filter(isName);
  const words = syntax.words.map((word, at) => {
    if (isVerb(word, 'ar') || syntax.wordAt(word.token) !== at || !/^(?:NOUN|ADJ|PROPN|X|ADV|ADP)$/.test(word.upos))
      return word;
    const held = mentions.some((m) => m.first <= word.token && word.token < m.after);
    // «إن الجيش دمر مستودعا»: behind إن and its subject stands a verb.
    const behindSubject = names.some(
      (m) => m.after === word.token && /^[وفبل]?ان$/.test(all.tokens[m.first - 1]?.norm ?? ''),
    );
    return !held && isVerbAlone(all, word.token, lexicon, behindSubject)
      ? { ...word, upos: 'VERB', xpos: 'VBC' }
      : word;
  });
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
