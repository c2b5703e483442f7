/** Treebank → parser model, with the settings that were found to serve. */
import { joinModels } from '../../trees/model.ts';
import type { TreeSentence } from './batches.ts';
import { type TreeTraining, trainTrees } from './train.ts';

export type { TreeSentence, TreeWord } from './batches.ts';

type Settings = Omit<TreeTraining, 'language' | 'seed' | 'onEpoch'> & {
  /** One network for each; together they judge better than any of them, and take as many times longer. */
  readonly seeds: readonly number[];
};

/**
 * Tried on the development parts of EWT and GUM: wider states and more dropout need more than ten epochs to pay.
 * A learner's minute goes to the products of 128 cells; the tables cost nothing but room.
 */
const LARGE: Settings = {
  seeds: [1],
  epochs: 10,
  batch: 320,
  rate: 0.0025,
  dropout: { input: 0.15, state: 0.1, layer: 0.25, side: 0.25 },
  shape: {
    tables: { word: 80, ending: 24, letters: 40, shape: 8, tag: 32 },
    layers: 2,
    cells: 128,
    arc: 128,
    label: 40,
  },
};

/** Tried on a hundred sentences of Arabic PUD: little to learn from wants small vectors, much dropout, and a second opinion. */
const SMALL: Settings = {
  seeds: [11, 12],
  epochs: 40,
  batch: 120,
  rate: 0.0025,
  dropout: { input: 0.25, state: 0.25, layer: 0.4, side: 0.4 },
  shape: { tables: { word: 64, ending: 24, letters: 32, shape: 8, tag: 32 }, layers: 2, cells: 96, arc: 96, label: 40 },
};

/** Words from which on a treebank is large. */
const MANY_WORDS = 100_000;

/**
 * A parser model for `createParser`. Deterministic; minutes for a small treebank, half an hour for a large one.
 * @param sentences with tags as a tagger guesses them that has not seen the sentence, and with the right ones
 * @param onEpoch told after each pass which network it was for, which pass, and the mean loss of a word
 */
export const trainParser = (
  language: string,
  sentences: readonly TreeSentence[],
  onEpoch?: (network: number, epoch: number, loss: number) => void,
): Uint8Array => {
  const words = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const { seeds, ...settings } = words < MANY_WORDS ? SMALL : LARGE;
  const networks = seeds.map((seed, network) =>
    trainTrees(sentences, {
      ...settings,
      language,
      seed,
      ...(onEpoch && { onEpoch: (epoch, loss) => onEpoch(network + 1, epoch, loss) }),
    }),
  );
  return joinModels(networks);
};
