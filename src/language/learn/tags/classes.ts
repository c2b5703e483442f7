/** Classes of words that training has seen often: which tags they take, and whether one of them is usual. */
import type { UdSentence } from '../../conllu.ts';
import { hashOf } from '../../hash.ts';
import { plainForm } from '../../tags/words.ts';

// A tag that one in 33 of a word's uses has is part of its class; rarer ones are mostly slips of the annotators.
const COUNTS_FROM = 0.03;
// From here on the commonest tag counts as the usual one.
const USUAL_FROM = 0.6;
const MOST_CLASSES = 255;

export type WordClasses = {
  /** Ascending hashes of the plain forms of the words that have a class, and its number for each. */
  readonly words: Uint32Array;
  readonly classes: Uint8Array;
  /** How often each plain form was seen, by its hash. */
  readonly counts: ReadonlyMap<number, number>;
};

/** @param seen how often a word must be seen to be known well */
export const learnClasses = (sentences: readonly UdSentence[], seen: number): WordClasses => {
  const uses = new Map<number, Map<string, number>>();
  for (const { words } of sentences) {
    for (const { form, upos = 'X' } of words) {
      const word = hashOf(plainForm(form));
      const tags = uses.get(word) ?? new Map<string, number>();
      uses.set(word, tags.set(upos, (tags.get(upos) ?? 0) + 1));
    }
  }
  const counts = new Map<number, number>();
  const named: [number, string][] = [];
  const sizes = new Map<string, number>();
  for (const [word, tags] of uses) {
    const total = [...tags.values()].reduce((sum, count) => sum + count, 0);
    counts.set(word, total);
    if (total < seen) continue;
    const taken = [...tags].filter(([, count]) => count / total > COUNTS_FROM).sort((a, b) => b[1] - a[1]);
    const [usual = 'X', most = 0] = taken[0] ?? [];
    const all = taken.map(([tag]) => tag).sort();
    const name = `${most / total > USUAL_FROM ? usual : ''}:${all.join(',')}`;
    named.push([word, name]);
    sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const common = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_CLASSES);
  const numbers = new Map(common.map(([name], at) => [name, at + 1]));
  const kept = named.filter(([, name]) => numbers.has(name)).sort((a, b) => a[0] - b[0]);
  return {
    words: Uint32Array.from(kept, ([word]) => word),
    classes: Uint8Array.from(kept, ([, name]) => numbers.get(name)!),
    counts,
  };
};
