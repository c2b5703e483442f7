/**
 * Learns a tagger: multinomial logistic regression for each word given the tags before it, by stochastic gradient
 * steps of AdaGrad (Duchi et al. 2011) with dropout of features, which is worth more here than a perceptron's margin.
 * The tags before are those that the model itself gives, so that it learns to live with its mistakes.
 */
import type { UdSentence } from '../../conllu.ts';
import type { Tag, TagModel } from '../../tags/model.ts';
import { createViewer } from '../../tags/sentence.ts';
import { createTagger, type Tagger } from '../../tags/tagger.ts';
import { ALONE, FEATURES, keysAfterTags, keysAlone, keysTogether, MARGIN, MOST_KEYS } from '../../tags/templates.ts';
import { ATTRIBUTES, CLASS, FORM, WORD } from '../../tags/words.ts';
import { randomOf, shuffle } from '../random.ts';
import { learnClasses } from './classes.ts';
import { createWeights } from './weights.ts';

export type TagOptions = {
  readonly epochs: number;
  /** First step; it falls to a tenth of this. */
  readonly step: number;
  /** Share of the features that a word goes without each time. */
  readonly dropout: number;
  /** Weights that are kept in the end. */
  readonly entries: number;
  readonly seed: number;
  /** Uses from which on a word is known well. */
  readonly seen: number;
};

export const TAG_OPTIONS: TagOptions = { epochs: 4, step: 0.1, dropout: 0.5, entries: 1_200_000, seed: 1, seen: 3 };

// A word seen this often or less goes without its name half of the time, as words that were never seen do.
const RARE = 3;
const RARE_DROPOUT = 0.5;
const UNKNOWN = 7;
// A gradient smaller than this is not worth its time.
const LEAST_GRADIENT = 0.002;

const tagsOf = (sentences: readonly UdSentence[]): { tags: Tag[]; numbers: Uint8Array[] } => {
  const known = new Map<string, number>();
  const tags: Tag[] = [];
  const numbers = sentences.map(({ words }) =>
    Uint8Array.from(words, ({ upos = 'X', xpos }) => {
      const name = `${upos}\t${xpos ?? ''}`;
      let number = known.get(name);
      if (number === undefined) {
        number = tags.length;
        known.set(name, number);
        tags.push({ upos, ...(xpos !== undefined && { xpos }) });
      }
      return number;
    }),
  );
  if (tags.length > 255) throw new RangeError(`a tagger can tell 255 tags apart; these sentences have ${tags.length}`);
  return { tags, numbers };
};

/** Learns the weights of a tagger from words with UPOS and XPOS. Deterministic. */
export const learnTags = (sentences: readonly UdSentence[], options: Partial<TagOptions> = {}): TagModel => {
  const { epochs, step, dropout, entries, seed, seen } = { ...TAG_OPTIONS, ...options };
  const { tags, numbers } = tagsOf(sentences);
  const { words, classes, counts } = learnClasses(sentences, seen);
  const forms = sentences.map((sentence) => sentence.words.map(({ form }) => form));
  const classAt = new Map(Array.from(words, (word, at) => [word, classes[at]!] as const));
  const viewer = createViewer((word) => classAt.get(word) ?? 0);
  const count = tags.length;
  const table = createWeights(count);
  const random = randomOf(seed);
  const keys = new Uint32Array(FEATURES);
  const part = new Uint32Array(MOST_KEYS);
  const rows = new Int32Array(FEATURES);
  const scores = new Float32Array(count);

  /** Keys of the features of word i that the dropout leaves. */
  const featuresAt = (attributes: Uint32Array, i: number, last: number, before: number): number => {
    const at = (i + MARGIN) * ATTRIBUTES;
    let n = 0;
    const take = (some: number): void => {
      for (let k = 0; k < some; k++) if (random() >= dropout) keys[n++] = part[k]!;
    };
    for (let row = 0; row < ALONE.length; row++)
      take(keysAlone(row, attributes, at + ALONE[row]![0] * ATTRIBUTES, part));
    take(keysTogether(attributes, at, part));
    take(keysAfterTags(attributes, at, last, before, part));
    return n;
  };

  /** Probabilities of the tags into `scores`; answers with the likeliest. */
  const predict = (n: number): number => {
    scores.fill(0);
    for (let k = 0; k < n; k++) rows[k] = table.row(keys[k]!) * count;
    const weights = table.weights();
    for (let k = 0; k < n; k++) for (let y = 0, w = rows[k]!; y < count; y++, w++) scores[y]! += weights[w]!;
    let best = 0;
    for (let y = 0; y < count; y++) if (scores[y]! > scores[best]!) best = y;
    const most = scores[best]!;
    let sum = 0;
    for (let y = 0; y < count; y++) {
      scores[y] = Math.exp((scores[y]! - most) / (1 - dropout));
      sum += scores[y]!;
    }
    for (let y = 0; y < count; y++) scores[y]! /= sum;
    return best;
  };

  const learn = (n: number, gold: number, rate: number): void => {
    const weights = table.weights();
    const squares = table.squares();
    for (let y = 0; y < count; y++) {
      const gradient = (y === gold ? 1 : 0) - scores[y]!;
      if (gradient < LEAST_GRADIENT && gradient > -LEAST_GRADIENT) continue;
      for (let k = 0; k < n; k++) {
        const at = rows[k]! + y;
        squares[at]! += gradient * gradient;
        weights[at]! += (rate * gradient) / Math.sqrt(squares[at]! + 0.1);
      }
    }
  };

  const order = Int32Array.from(sentences.keys());
  const total = epochs * numbers.reduce((sum, row) => sum + row.length, 0);
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { attributes } = viewer.look(forms[at]!);
      const gold = numbers[at]!;
      for (let i = 0; i < gold.length; i++) {
        const from = (i + MARGIN) * ATTRIBUTES;
        if (counts.get(attributes[from + WORD]!)! > RARE || random() >= RARE_DROPOUT) continue;
        attributes[from + WORD] = UNKNOWN;
        attributes[from + FORM] = UNKNOWN;
        attributes[from + CLASS] = 0;
      }
      let last = count;
      let before = count;
      for (let i = 0; i < gold.length; i++) {
        const n = featuresAt(attributes, i, last, before);
        const best = predict(n);
        learn(n, gold[i]!, step * (1 - (0.9 * done++) / total));
        before = last;
        last = best;
      }
    }
  }
  return { tags, words, classes, weights: table.prune(entries) };
};

/** A tagger learned from words with UPOS and XPOS. Deterministic. */
export const trainTagger = (sentences: readonly UdSentence[], options: Partial<TagOptions> = {}): Tagger =>
  createTagger(learnTags(sentences, options));

/**
 * The sentences with tags as a tagger gives them that never saw the sentence: what a parser should be trained on.
 * Sentence i is in part i mod `folds`; each part is tagged by a tagger learned from the others.
 */
export const jackknifeTags = (
  sentences: readonly UdSentence[],
  folds: number,
  options: Partial<TagOptions> = {},
): UdSentence[] => {
  const tagged: UdSentence[] = [...sentences];
  for (let fold = 0; fold < folds; fold++) {
    const { tag } = trainTagger(
      sentences.filter((_, at) => at % folds !== fold),
      options,
    );
    for (let at = fold; at < sentences.length; at += folds) {
      const sentence = sentences[at]!;
      const tags = tag(sentence.words.map(({ form }) => form));
      const words = sentence.words.map(({ upos: _upos, xpos: _xpos, ...word }, i) => ({ ...word, ...tags[i]! }));
      tagged[at] = { ...sentence, words };
    }
  }
  return tagged;
};
