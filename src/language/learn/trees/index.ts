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
 * Tried on the development parts of EWT and GUM. A learner's minutes go to the products of 128 cells; the tables cost
 * nothing but room.
 */
const LARGE: Settings = {
  seeds: [1],
  epochs: 12,
  batch: 320,
  rate: 0.0025,
  dropout: { input: 0.15, state: 0.1, layer: 0.3, side: 0.3 },
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

/**
 * A network that learns from a small treebank and from what others, which learned before it, make of a dozen times as much
 * text. Their mistakes differ from sentence to sentence and are not learned; what they agree with themselves in is. Tried on
 * every seventh sentence of Arabic PUD: one such network is better than the two that taught it, in half of the time.
 */
const PUPIL: Omit<Settings, 'seeds' | 'epochs'> = {
  ...SMALL,
  batch: 240,
  dropout: { input: 0.2, state: 0.15, layer: 0.3, side: 0.3 },
};
/** Teachers that learn from the first ones, to teach the last. */
const TEACHERS = { seeds: [21, 22], epochs: 6 };
const LAST = { seeds: [31], epochs: 10 };
/** How often the treebank's own sentences are shown for one time of the others. */
const TIMES = 4;

/** Words from which on a treebank is large. */
const MANY_WORDS = 100_000;

/**
 * A parser model for `createParser`. Deterministic; minutes for a small treebank, half an hour for a large one or a taught one.
 * @param sentences with tags as a tagger guesses them that has not seen the sentence, and with the right ones
 * @param onEpoch told after each pass which network it was for (its seed), which pass, and the mean loss of a word
 * @param taught sentences of other texts with the trees that a model finds in them, where there are such texts
 */
export const trainParser = (
  language: string,
  sentences: readonly TreeSentence[],
  onEpoch?: (network: number, epoch: number, loss: number) => void,
  taught?: (teacher: Uint8Array) => readonly TreeSentence[],
): Uint8Array => {
  const networks = (from: readonly TreeSentence[], { seeds, ...settings }: Settings): Uint8Array =>
    joinModels(
      seeds.map((seed) =>
        trainTrees(from, {
          ...settings,
          language,
          seed,
          ...(onEpoch && { onEpoch: (epoch, loss) => onEpoch(seed, epoch, loss) }),
        }),
      ),
    );
  const words = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const first = networks(sentences, words < MANY_WORDS ? SMALL : LARGE);
  if (taught === undefined) return first;
  const own = Array.from({ length: TIMES }, () => sentences).flat();
  const teachers = networks([...own, ...taught(first)], { ...PUPIL, ...TEACHERS });
  return networks([...own, ...taught(teachers)], { ...PUPIL, ...LAST });
};
