/** Learns a table of endings: the smallest one that gives each word its commonest value. */
import { type EndingModel, endingKey, LONGEST_ENDING, wordKey } from '../forms/endings.ts';

/** One use of a word: its plain form, its tag and what it had. */
export type Use = { readonly plain: string; readonly tag: number; readonly value: string };

type Counts = Map<string, number>;

const commonest = (counts: Counts): [string, number] => {
  let best: [string, number] = ['', 0];
  for (const [value, count] of counts)
    if (count > best[1] || (count === best[1] && value < best[0])) best = [value, count];
  return best;
};

/** Uses of each word with its tag, and its commonest value. */
const typesOf = (uses: Iterable<Use>): { key: number; plain: string; tag: number; value: string }[] => {
  const words = new Map<number, { plain: string; tag: number; counts: Counts }>();
  for (const { plain, tag, value } of uses) {
    const key = wordKey(plain, tag);
    const word = words.get(key) ?? { plain, tag, counts: new Map() };
    words.set(key, word);
    word.counts.set(value, (word.counts.get(value) ?? 0) + 1);
  }
  return [...words].map(([key, { plain, tag, counts }]) => ({ key, plain, tag, value: commonest(counts)[0] }));
};

// So many words must share an ending of three letters or more before it tells anything.
const LEAST_WORDS = 2;

/**
 * A table of endings, with exceptions where they mislead.
 * @param known uses that the table shall hold word by word, and take no endings from
 */
export const learnEndings = (uses: Iterable<Use>, known: Iterable<Use> = []): EndingModel => {
  // Each word counts once, so that «was» does not speak for all words in «s».
  const types = typesOf(uses);
  const kept = new Map<number, string>();
  const answer = (plain: string, tag: number, longest: number): string | undefined => {
    for (let length = Math.min(longest, plain.length); length >= 0; length--) {
      const value = kept.get(endingKey(plain, length, tag));
      if (value !== undefined) return value;
    }
    return undefined;
  };
  for (let length = 0; length <= LONGEST_ENDING; length++) {
    const counted = new Map<number, { plain: string; tag: number; counts: Counts }>();
    for (const { plain, tag, value } of types) {
      if (plain.length < length) continue;
      const key = endingKey(plain, length, tag);
      const ending = counted.get(key) ?? { plain, tag, counts: new Map() };
      counted.set(key, ending);
      ending.counts.set(value, (ending.counts.get(value) ?? 0) + 1);
    }
    for (const [key, { plain, tag, counts }] of counted) {
      const [value, most] = commonest(counts);
      if (length >= 3 && most < LEAST_WORDS) continue;
      if (value !== answer(plain, tag, length - 1)) kept.set(key, value);
    }
  }
  const exceptions = types.filter(({ plain, tag, value }) => answer(plain, tag, LONGEST_ENDING) !== value);
  return modelOf(
    [...exceptions, ...typesOf(known)].map(({ key, value }) => [key, value]),
    [...kept],
  );
};

const modelOf = (words: [number, string][], endings: [number, string][]): EndingModel => {
  const uses: Counts = new Map();
  for (const [, value] of [...words, ...endings]) uses.set(value, (uses.get(value) ?? 0) + 1);
  // The commonest first: their numbers take one byte.
  const values = [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
  if (values.length > 0xffff) throw new RangeError(`${values.length} different values are too many for a table`);
  const numbers = new Map(values.map((value, at) => [value, at]));
  const sorted = (pairs: [number, string][]) => pairs.sort((a, b) => a[0] - b[0]);
  const [byWord, byEnding] = [sorted(words), sorted(endings)];
  return {
    values,
    words: Uint32Array.from(byWord, ([key]) => key),
    wordValues: Uint16Array.from(byWord, ([, value]) => numbers.get(value)!),
    endings: Uint32Array.from(byEnding, ([key]) => key),
    endingValues: Uint16Array.from(byEnding, ([, value]) => numbers.get(value)!),
  };
};
