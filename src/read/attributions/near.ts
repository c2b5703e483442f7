/** What lies near what: attributions by sentence, so that a long text costs as much for each of its sentences as a short one. */
import type { Span } from '../../model/index.ts';
import type { Words } from '../text.ts';
import type { Attribution } from './attribution.ts';

// A quote that goes on longer than this is looked at no further.
const FAR = 40;

/** Index of the sentence that holds a place of the text, or the last one before it. */
export const sentenceIndexAt = (words: Words, at: number): number => {
  let [low, high] = [0, words.sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (words.sentences[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
};

export type Near = {
  /** Attributions whose cue stands in the sentences of a span, in order. */
  readonly cuesIn: (span: Span) => readonly Attribution[];
  /** Attributions whose content reaches into the sentence at a place. */
  readonly over: (at: number) => readonly Attribution[];
};

export const nearOf = (words: Words, attributions: readonly Attribution[]): Near => {
  const cues: Attribution[][] = words.sentences.map(() => []);
  const contents: Attribution[][] = words.sentences.map(() => []);
  for (const attribution of attributions) {
    cues[attribution.sentence]!.push(attribution);
    const seen = new Set<number>();
    for (const { start, end } of attribution.content) {
      const first = sentenceIndexAt(words, start);
      for (let i = first; i < words.sentences.length && i - first <= FAR && words.sentences[i]!.start < end; i++)
        seen.add(i);
    }
    for (const i of seen) contents[i]!.push(attribution);
  }
  return {
    cuesIn: ({ start, end }) => {
      const first = sentenceIndexAt(words, start);
      const found: Attribution[] = [];
      for (let i = first; i < words.sentences.length && i - first <= FAR && words.sentences[i]!.start < end; i++)
        found.push(...cues[i]!);
      return found;
    },
    over: (at) => contents[sentenceIndexAt(words, at)] ?? [],
  };
};
