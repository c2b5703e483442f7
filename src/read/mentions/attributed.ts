/** Whoever a report lets speak and no table knows («a local resistance committee said»): the source of an attribution is a mention. */
import type { Attribution } from '../attributions/index.ts';
import type { Sentence, Stretch, Words } from '../text.ts';

// Longer than this it is a clause, or a name with all that is told of it.
const LONG = 8;
const SAID = new Set(['say', 'speak', 'deny', 'warn', 'threaten', 'accuse', 'ask']);
// Nobody, or somebody else's words.
const EMPTY =
  /^(?:he|she|it|they|we|i|you|who|which|that|this|these|those|one|some|many|others|everyone|nobody|another|there|what|her|him|them|us|هو|هي|هم|هذا|هذه|ذلك|احد|كل|بعض|من|ما|الذي|التي|الذين)$/;

export type FoundSource = Stretch & { readonly sentence: Sentence; readonly start: number; readonly end: number };

/** Sources of a sentence's attributions that none of `others` touches. */
export const attributedIn = (
  words: Words,
  sentence: Sentence,
  attributions: readonly Attribution[],
  others: readonly Stretch[],
): FoundSource[] => {
  const { tokens } = words;
  const found: FoundSource[] = [];
  for (const { source, sense, frame, sentence: at, carried } of attributions) {
    const [span] = source;
    if (at !== sentence.index || carried || span === undefined || !SAID.has(sense) || frame === 'object') continue;
    let first = sentence.first;
    while (first < sentence.after && tokens[first]!.end <= span.start) first++;
    let after = first;
    // An apposition or a relative clause behind a comma tells more of the same one.
    while (after < sentence.after && tokens[after]!.start < span.end && tokens[after]!.norm !== ',') after++;
    const stretch = { first, after };
    if (after === first || after - first > LONG || EMPTY.test(tokens[first]!.norm) || tokens[first]!.kind !== 'word')
      continue;
    const touches = ({ first: a, after: b }: Stretch): boolean => a < stretch.after && b > stretch.first;
    if (others.some(touches) || found.some(touches)) continue;
    found.push({
      sentence,
      first,
      after,
      start: Math.max(span.start, tokens[first]!.start),
      end: tokens[after - 1]!.end,
    });
  }
  return found;
};
