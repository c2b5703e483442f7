/** Treebank → parser model: deterministic for the same sentences, seed and settings. */
import { numbersOf } from '../../trees/features.ts';
import { batchesOf, examplesOf, surveyOf, type TreeSentence } from './batches.ts';
import { createArena } from './floats.ts';
import { createNetwork, type Dropout, denseOf, learnBatch, modelOf, type Shape } from './network.ts';
import { createAdam } from './parameters.ts';
import { createRandom } from './random.ts';

export type TreeTraining = {
  readonly language: string;
  readonly epochs: number;
  readonly seed: number;
  readonly shape: Shape;
  readonly dropout: Dropout;
  /** Words of a batch, about. */
  readonly batch: number;
  /** Step length of Adam until half of the way; then it falls to nothing. */
  readonly rate: number;
  /** Told after each epoch; the model is made only when asked for. */
  readonly onEpoch?: (epoch: number, loss: number, model: () => Uint8Array) => void;
};

/** Longer sentences cost much and teach little. */
const LONGEST = 120;
/** Steps until the rate is reached, of a short training its tenth part. */
const WARM_UP = 200;
const ARENA = 512 * 1024 * 1024;

/** @returns the bytes of a model file, see trees/model.ts */
export const trainTrees = (sentences: readonly TreeSentence[], training: TreeTraining): Uint8Array => {
  const { seed, epochs, rate } = training;
  const random = createRandom(seed);
  const learned = sentences.filter((sentence) => sentence.length > 0 && sentence.length <= LONGEST);
  const { vocabulary, labels, frequency } = surveyOf(learned);
  const arena = createArena(ARENA);
  const network = createNetwork(arena, random, training.shape, vocabulary, labels);
  const adam = createAdam(denseOf(network), Object.values(network.tables));
  const examples = examplesOf(learned, numbersOf(vocabulary), labels);
  const mark = arena.mark();
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const batches = batchesOf(examples, training.batch, random);
    const all = batches.length * epochs;
    let loss = 0;
    for (const batch of batches) {
      loss += learnBatch(arena, network, batch, frequency, training.dropout, random);
      arena.release(mark);
      step += 1;
      const done = step / all;
      adam.step(rate * Math.min(1, step / Math.min(WARM_UP, all / 10), 2 * (1 - done) + 1e-3));
    }
    training.onEpoch?.(epoch, loss / batches.length, () => modelOf(network, training.language));
  }
  return modelOf(network, training.language);
};
