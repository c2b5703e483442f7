/** Sentences of a treebank → numbers, in batches whose rows lie by time. */
import {
  endingOf,
  letterGroupsOf,
  type Numbers,
  shapeOf,
  spelling,
  type TaggedWord,
  tagOf,
  UNKNOWN,
  type Vocabulary,
} from '../../trees/features.ts';
import type { Steps } from './cells.ts';
import { type Random, shuffled } from './random.ts';

/** A word with its tags as a tagger guesses them, its right tags, head (0 the root, else from 1) and relation. */
export type TreeWord = TaggedWord & {
  readonly head: number;
  readonly relation: string;
  readonly goldUpos: string;
  readonly goldXpos: string;
};
export type TreeSentence = readonly TreeWord[];

/** A sentence in numbers; a negative right answer is none. */
export type Example = {
  readonly length: number;
  readonly word: readonly number[];
  readonly ending: readonly number[];
  readonly letters: readonly (readonly number[])[];
  readonly shape: readonly number[];
  readonly tag: readonly number[];
  readonly head: readonly number[];
  readonly relation: readonly number[];
  readonly upos: readonly number[];
  readonly xpos: readonly number[];
};

export type Labels = {
  readonly relations: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
};

const counted = (texts: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

/** Those that occur so often, the most frequent first, else by code point. */
const frequent = (texts: Iterable<string>, least: number): string[] =>
  [...counted(texts)]
    .filter(([, count]) => count >= least)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([text]) => text);

/** Sub-relations that are rarer are learned as their relation. */
const LEAST_RELATION = 30;

/** Vocabulary and labels of a treebank, and how often each word of the vocabulary occurs. */
export const surveyOf = (
  sentences: readonly TreeSentence[],
): { readonly vocabulary: Vocabulary; readonly labels: Labels; readonly frequency: readonly number[] } => {
  const words = sentences.flat();
  const spelt = words.map(({ form }) => spelling(form));
  const word = frequent(spelt, 2);
  const counts = counted(spelt);
  const kept = new Set(
    frequent(
      words.map(({ relation }) => relation),
      LEAST_RELATION,
    ),
  );
  return {
    vocabulary: {
      word,
      ending: frequent(spelt.map(endingOf), 3),
      shape: frequent(
        words.map(({ form }) => shapeOf(form)),
        3,
      ),
      tag: frequent(words.map(tagOf), 2),
    },
    labels: {
      relations: frequent(
        words.map(({ relation }) => relationIn(kept, relation)),
        1,
      ),
      upos: frequent(
        words.map(({ goldUpos }) => goldUpos),
        1,
      ),
      xpos: frequent(
        words.map(({ goldXpos }) => goldXpos),
        1,
      ),
    },
    frequency: [0, ...word.map((text) => counts.get(text)!)],
  };
};

const relationIn = (kept: ReadonlySet<string>, relation: string): string =>
  kept.has(relation) ? relation : relation.split(':')[0]!;

export const examplesOf = (sentences: readonly TreeSentence[], numbers: Numbers, labels: Labels): Example[] => {
  const places = (texts: readonly string[]) => new Map(texts.map((text, i) => [text, i]));
  const [relations, upos, xpos] = [places(labels.relations), places(labels.upos), places(labels.xpos)];
  const kept = new Set(labels.relations);
  return sentences.map((sentence) => {
    const spelt = sentence.map(({ form }) => spelling(form));
    return {
      length: sentence.length,
      word: spelt.map((text) => numbers.word.get(text) ?? UNKNOWN),
      ending: spelt.map((text) => numbers.ending.get(endingOf(text)) ?? UNKNOWN),
      letters: spelt.map(letterGroupsOf),
      shape: sentence.map(({ form }) => numbers.shape.get(shapeOf(form)) ?? UNKNOWN),
      tag: sentence.map((word) => numbers.tag.get(tagOf(word)) ?? UNKNOWN),
      head: sentence.map(({ head }) => head),
      relation: sentence.map(({ relation }) => relations.get(relationIn(kept, relation)) ?? -1),
      upos: sentence.map(({ goldUpos }) => upos.get(goldUpos) ?? -1),
      xpos: sentence.map(({ goldXpos }) => xpos.get(goldXpos) ?? -1),
    };
  });
};

/** Sentences side by side, the longest first. */
export type Batch = {
  readonly examples: readonly Example[];
  readonly steps: Steps;
  readonly rows: number;
  /** Row of a word: `rowOf(sentence, word)`. */
  readonly rowOf: (sentence: number, word: number) => number;
  /** Row at which the same word lies when every sentence is read from its end. Its own inverse. */
  readonly mirror: Int32Array;
};

export const batchOf = (examples: readonly Example[]): Batch => {
  const sorted = [...examples].sort((a, b) => b.length - a.length);
  const steps = [0];
  const longest = sorted[0]!.length;
  for (let step = 0; step < longest; step++)
    steps.push(steps[step]! + sorted.filter(({ length }) => length > step).length);
  const rowOf = (sentence: number, word: number): number => steps[word]! + sentence;
  const rows = steps[longest]!;
  const mirror = new Int32Array(rows);
  sorted.forEach(({ length }, sentence) => {
    for (let word = 0; word < length; word++) mirror[rowOf(sentence, word)] = rowOf(sentence, length - 1 - word);
  });
  return { examples: sorted, steps, rows, rowOf, mirror };
};

/**
 * One pass over all examples in random order, sentences of like length together.
 * @param words about how many words a batch has
 */
export const batchesOf = (examples: readonly Example[], words: number, random: Random): Batch[] => {
  const order = shuffled(examples, random)
    .map((example) => ({ example, key: example.length + 6 * random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ example }) => example);
  const groups: Example[][] = [];
  let group: Example[] = [];
  let count = 0;
  for (const example of order) {
    group.push(example);
    count += example.length;
    if (count < words) continue;
    groups.push(group);
    group = [];
    count = 0;
  }
  if (group.length > 0) groups.push(group);
  return shuffled(groups, random).map(batchOf);
};
