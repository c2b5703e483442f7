/**
 * Texts → which of them tell of the same happening, without reading them: names, numbers and rare words that they share.
 * For sources that repeat each other in other words; that two records are one is match.ts's to say.
 */
import { tokenise } from '../language/index.ts';

// Chosen on the training documents of ECB+: names and numbers tell two look-alikes apart, the lead says what it is about.
const WEIGHT = { name: 2, number: 3, lead: 3 } as const;
const LEAD = 40;
/** Mean likeness (cosine, 0–1) of the texts of two groups above which they are one story. */
const ALIKE = 0.18;

type Vector = ReadonlyMap<string, number>;

const countsOf = (text: string): Vector => {
  const counts = new Map<string, number>();
  let opens = true;
  let words = 0;
  for (const { kind, norm, capital } of tokenise(text)) {
    if (kind === 'punctuation') {
      opens ||= /^[.!?؟]$/.test(norm);
      continue;
    }
    const weight =
      (words < LEAD ? WEIGHT.lead : 1) *
      (kind === 'number' ? WEIGHT.number : 1) *
      (capital && !opens ? WEIGHT.name : 1);
    counts.set(norm, (counts.get(norm) ?? 0) + weight);
    opens = false;
    words++;
  }
  return counts;
};

/** Unit vectors: a word weighs more the oftener it stands in the text and the fewer texts have it. */
const vectorsOf = (texts: readonly string[]): Vector[] => {
  const all = texts.map(countsOf);
  const having = new Map<string, number>();
  for (const counts of all) for (const word of counts.keys()) having.set(word, (having.get(word) ?? 0) + 1);
  return all.map((counts) => {
    const raw = [...counts].map(
      ([word, count]) => [word, Math.log(1 + count) * Math.log((texts.length + 1) / having.get(word)!)] as const,
    );
    const length = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(raw.map(([word, weight]) => [word, weight / length]));
  });
};

const likeness = (a: Vector, b: Vector): number => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of few) sum += weight * (many.get(word) ?? 0);
  return sum;
};

/**
 * Groups texts by story: the two groups that are most alike on average become one, until none are alike enough.
 * Cubic in the number of texts: meant for a day's or a week's reports, not for an archive.
 * @returns for each text the number of its story, counted from 0 by first appearance
 */
export const storiesOf = (texts: readonly { readonly text: string }[]): number[] => {
  const vectors = vectorsOf(texts.map(({ text }) => text));
  const near = vectors.map((a) => Float64Array.from(vectors, (b) => likeness(a, b)));
  const groups = new Map(texts.map((_, at) => [at, [at]]));
  for (;;) {
    let best: { one: number; other: number; alike: number } | undefined;
    const open = [...groups.keys()];
    for (const [at, one] of open.entries()) {
      const row = near[one]!;
      for (let next = at + 1; next < open.length; next++) {
        const alike = row[open[next]!]!;
        if (alike > (best?.alike ?? ALIKE)) best = { one, other: open[next]!, alike };
      }
    }
    if (best === undefined) break;
    const [one, other] = [groups.get(best.one)!, groups.get(best.other)!];
    for (const third of open) {
      const mean =
        (one.length * near[best.one]![third]! + other.length * near[best.other]![third]!) / (one.length + other.length);
      near[best.one]![third] = mean;
      near[third]![best.one] = mean;
    }
    groups.set(best.one, [...one, ...other]);
    groups.delete(best.other);
  }
  const storyOf = new Map<number, number>();
  for (const [story, members] of [...groups.values()].entries())
    for (const member of members) storyOf.set(member, story);
  return texts.map((_, at) => storyOf.get(at)!);
};
