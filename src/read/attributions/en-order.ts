/** Who speaks in English, by the order of words: where commas and quotation marks tell more than a tree. */
import { childrenBy, parentOf, type Range, reach, relationOf, type Tree } from '../tree.ts';

const form = (tree: Tree, word: number): string => tree.words[word]!.form.toLowerCase();

export const QUOTE = /^(?:["“”«»]|''|'|’)$/;

/** Whether a quotation mark stands between a word and a verb behind it: then it is of what is said. */
export const isQuoted = (tree: Tree, subject: number, verb: number): boolean => {
  for (let i = subject + 1; i < verb; i++) if (QUOTE.test(tree.words[i]!.form)) return true;
  return false;
};

const isNoun = (tree: Tree, word: number): boolean => /^(?:NOUN|PROPN|PRON)$/.test(tree.words[word]?.upos ?? '');

const commasIn = (tree: Tree, word: number): number =>
  tree.words.slice(tree.low[word]!, tree.high[word]! + 1).filter((each) => each.form === ',').length;

/** «…, says governor»: a verb behind a comma, and nothing but a noun behind the verb. */
export const invertedSubject = (tree: Tree, verb: number): number | undefined => {
  if (!/^[,—–]$/.test(tree.words[verb - 1]?.form ?? '') || !/^VB[DPZ]$/.test(tree.words[verb]!.xpos ?? ''))
    return undefined;
  const subjects = childrenBy(tree, verb, 'nsubj').filter((c) => c < verb && !isQuoted(tree, c, verb));
  const before = subjects.length > 0;
  // «The mayor, himself wounded in the raid, told the radio»: a subject with its apposition stands before.
  if (subjects.some((c) => tree.high[c] === verb - 1 && commasIn(tree, c) > 1)) return undefined;
  for (let i = verb + 1; i < Math.min(tree.words.length, verb + 8); i++)
    // «The agency, citing medics, said children were killed»: who speaks stands before, and the noun has its own verb.
    if (before && relationOf(tree, i) === 'nsubj' && parentOf(tree, i) !== verb) return undefined;
    else if (isNoun(tree, i) && tree.low[i] === verb + 1 && !/^(?:it|he|she|they|we|i)$/.test(form(tree, verb + 1)))
      return i;
  return undefined;
};

const GROUP = /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|CCONJ|ADP|PART)$/;
const WITHIN = /^(?:in|of|for|at|with|from|to|on)$/;

/**
 * «…, a police officer said.», «…, witnesses and medics said.»: the nouns between the last comma and a verb that closes the
 * sentence, whatever a parser hangs them on.
 */
export const closingGroup = (tree: Tree, verb: number): Range | undefined => {
  const next = tree.words[verb + 1];
  const closes = next === undefined || next.upos === 'PUNCT' || /^(?:on|late|early|in)$/i.test(next.form);
  if (!closes || !/^VB[DPZ]$/.test(tree.words[verb]!.xpos ?? '')) return undefined;
  let from = verb;
  while (from > 0 && tree.words[from - 1]!.form !== ',') {
    from--;
    const { upos, form: word } = tree.words[from]!;
    // «who spoke on condition of anonymity» describes the noun before it.
    const described = /^(?:VERB|AUX|SCONJ|ADV)$/.test(upos ?? '');
    if (described ? !isRelative(tree, from) : !GROUP.test(upos ?? '')) return undefined;
    if (upos === 'ADP' && from === verb - 1 && !WITHIN.test(word.toLowerCase())) return undefined;
  }
  const opens = tree.words[from];
  // Enough stands before the comma to be a clause, and the group opens with a noun of its own.
  if (from < 3 || from >= verb || tree.words[from - 1]!.form !== ',' || /^(?:CCONJ|ADP)$/.test(opens!.upos ?? ''))
    return undefined;
  for (let i = from; i < verb; i++) if (isNoun(tree, i)) return hasVerb(tree, from - 1) ? [from, verb - 1] : undefined;
  return undefined;
};

const hasVerb = (tree: Tree, before: number): boolean =>
  tree.words.slice(0, before).some(({ upos, xpos }) => upos === 'VERB' || /^VB/.test(xpos ?? ''));

/** Whether a word stands behind a relative pronoun of the last commaless stretch. */
const isRelative = (tree: Tree, word: number): boolean => {
  for (let i = word; i > 0 && tree.words[i]!.form !== ','; i--)
    if (/^(?:who|which)$/.test(tree.words[i]!.form.toLowerCase())) return isNoun(tree, i - 1);
  return false;
};

// A name with its title and office is hardly longer.
const LONG = 12;

/** «…,” said X» and «…,” X said»: what stands between the quote and its verb, whatever a parser hangs it on. */
export const besideQuote = (tree: Tree, verb: number): Range | undefined => {
  const noun = (i: number): boolean => /^(?:NOUN|PROPN|PRON)$/.test(tree.words[i]?.upos ?? '');
  if (QUOTE.test(tree.words[verb - 1]?.form ?? '')) {
    for (let i = verb + 1; i < Math.min(tree.words.length, verb + 6); i++)
      if (noun(i) && tree.low[i] === verb + 1) return reach(tree, i);
    return undefined;
  }
  for (let i = verb - 1; i >= 0 && verb - i <= LONG; i--)
    if (QUOTE.test(tree.words[i]!.form)) return i + 1 < verb ? [i + 1, verb - 1] : undefined;
  return undefined;
};
