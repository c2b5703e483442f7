/** The cues of an English sentence, and what every kind of cue asks of the tree. */
import type { CueWord, Hit, Lexicons } from '../lexicon/index.ts';
import type { Sentence, Words } from '../text.ts';
import { childrenBy, parentOf, type Range, reach, type Tree } from '../tree.ts';

/** An attribution in words of its sentence, counted from 0. */
export type Drawn = {
  readonly head: number;
  readonly source: readonly Range[];
  /** Words that its pronoun stands for. */
  readonly meant?: Range;
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  readonly sense: string;
  readonly frame: string;
  readonly lemma: string;
  /** «…, saying that», «…, according to»: set beside the clause that it stands in, not under it. */
  readonly aside?: boolean;
};

export type Cue = { readonly at: number; readonly last: number; readonly values: readonly CueWord[] };

export const cuesIn = (words: Words, sentence: Sentence, tree: Tree, lexicon: Lexicons): Cue[] => {
  const cues: Cue[] = [];
  for (let token = sentence.first; token < sentence.after; token++) {
    const hit: Hit<CueWord> | undefined = lexicon.cues.at(words.tokens, token, 'en');
    if (!hit || hit.after > sentence.after) continue;
    const [at, last] = [tree.wordAt(hit.first), tree.wordAt(hit.after - 1)];
    if (at < 0 || last < 0) continue;
    cues.push({ at, last: Math.max(at, last), values: hit.values });
    if (hit.after - hit.first > 1) token = hit.after - 1;
  }
  return cues;
};

/** Content behind one of the prepositions, and the preposition's words. */
export const behind = (
  tree: Tree,
  word: number,
  preps: readonly string[],
): { content: Range; prep: number } | undefined => {
  for (const child of childrenBy(tree, word, 'obl', 'nmod', 'advcl', 'acl', 'obj', 'ccomp', 'xcomp')) {
    if (child < word) continue;
    const prep = childrenBy(tree, child, 'case', 'mark').find((c) => preps.includes(tree.words[c]!.form.toLowerCase()));
    if (prep === undefined || prep > child) continue;
    const [from, to] = reach(tree, child);
    const start = Math.max(from, prep + 1);
    if (start <= to) return { content: [start, to], prep };
  }
  // «…, referring to the truce»: where a parser takes the participle for a preposition, the noun holds both.
  const next = tree.words[word + 1];
  if (next && preps.includes(next.form.toLowerCase())) {
    const noun = parentOf(tree, word + 1);
    if (noun !== undefined && noun > word + 1) return { content: [word + 2, tree.high[noun]!], prep: word + 1 };
  }
  return undefined;
};

export const infinitive = (tree: Tree, word: number): number | undefined =>
  childrenBy(tree, word, 'xcomp', 'ccomp', 'advcl', 'acl', 'csubj').find(
    (c) => c > word && childrenBy(tree, c, 'mark').some((m) => tree.words[m]!.form.toLowerCase() === 'to'),
  );

export const has = (cue: Cue, pos: string, ...frames: readonly string[]): CueWord | undefined =>
  cue.values.find((v) => v.pos === pos && frames.includes(v.frame));
