/** A little language of our own, and a network small enough to learn it in a moment. */
import type { TreeSentence, TreeWord } from './batches.ts';
import { createRandom } from './random.ts';
import type { TreeTraining } from './train.ts';

const word = (form: string, upos: string, head: number, relation: string): TreeWord => ({
  form,
  upos,
  xpos: upos,
  goldUpos: upos,
  goldXpos: upos.slice(0, 1),
  head,
  relation,
});

const NOUNS = ['army', 'rebels', 'convoy', 'town', 'militia', 'bridge', 'village', 'force'];
const VERBS = ['shelled', 'left', 'entered', 'closed', 'guards', 'took'];

/** «the army shelled the town .», with or without each article. */
export const sentencesOf = (count: number, seed: number): TreeSentence[] => {
  const random = createRandom(seed);
  const one = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  return Array.from({ length: count }, () => {
    const [first, second] = [random() < 0.5 ? 1 : 0, random() < 0.5 ? 1 : 0];
    const verb = first + 2;
    const object = verb + second + 1;
    return [
      ...(first ? [word('the', 'DET', 2, 'det')] : []),
      word(one(NOUNS), 'NOUN', verb, 'nsubj'),
      word(one(VERBS), 'VERB', 0, 'root'),
      ...(second ? [word('the', 'DET', object, 'det')] : []),
      word(one(NOUNS), 'NOUN', verb, 'obj'),
      word('.', 'PUNCT', verb, 'punct'),
    ];
  });
};

export const SMALL: Omit<TreeTraining, 'epochs'> = {
  language: 'en',
  seed: 3,
  batch: 40,
  rate: 0.01,
  dropout: { input: 0, state: 0, layer: 0, side: 0 },
  shape: { tables: { word: 8, ending: 8, letters: 8, shape: 8, tag: 8 }, layers: 2, cells: 8, arc: 8, label: 8 },
};
