/**
 * Attributions against gold ones, in words of the text: each role's words over the whole document, and attributions
 * matched by their content (half of the words of both shared), then right where source and cue fit too.
 */
import { type Scores, scoresOf } from './f1.ts';

export type Pieces = readonly (readonly [start: number, end: number])[];
export type RolePieces = { readonly source: Pieces; readonly cue: Pieces; readonly content: Pieces };
export type AttributedText = {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly RolePieces[];
};

export const ROLES = ['source', 'cue', 'content'] as const;
type Role = (typeof ROLES)[number];
type WordSets = Readonly<Record<Role, ReadonlySet<number>>>;

// From this share of common words on two spans are the same.
const SAME = 0.5;

const wordSpans = (text: string): (readonly [number, number])[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => [match.index, match.index + match[0].length] as const);

const wordsIn = (spans: readonly (readonly [number, number])[], pieces: Pieces): Set<number> => {
  const found = new Set<number>();
  for (const [start, end] of pieces)
    for (let i = spans.findIndex((span) => span[1] > start); i >= 0 && i < spans.length && spans[i]![0] < end; i++)
      found.add(i);
  return found;
};

const jaccard = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  if (a.size === 0 && b.size === 0) return 1;
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common);
};

const union = (all: readonly WordSets[], role: Role): Set<number> => new Set(all.flatMap((each) => [...each[role]]));

/** @returns scores of every role's words, and of attributions with source, cue and content together; each 0–1. */
export const scoreAttributions = (
  gold: readonly AttributedText[],
  predictions: ReadonlyMap<string, readonly RolePieces[]>,
): { readonly roles: Readonly<Record<Role, Scores>>; readonly content: Scores; readonly linked: Scores } => {
  const counts = Object.fromEntries(ROLES.map((role) => [role, { right: 0, predicted: 0, gold: 0 }])) as Record<
    Role,
    { right: number; predicted: number; gold: number }
  >;
  let [matched, linked, predicted, expected] = [0, 0, 0, 0];
  for (const { id, text, attributions } of gold) {
    const spans = wordSpans(text);
    const sets = (all: readonly RolePieces[]): WordSets[] =>
      all.map((each) => ({
        source: wordsIn(spans, each.source),
        cue: wordsIn(spans, each.cue),
        content: wordsIn(spans, each.content),
      }));
    const [golds, found] = [sets(attributions), sets(predictions.get(id) ?? [])];
    for (const role of ROLES) {
      const [g, p] = [union(golds, role), union(found, role)];
      counts[role].gold += g.size;
      counts[role].predicted += p.size;
      counts[role].right += [...p].filter((word) => g.has(word)).length;
    }
    expected += golds.length;
    predicted += found.length;
    const pairs = golds
      .flatMap((g, i) =>
        g.content.size === 0 ? [] : found.map((p, j) => ({ i, j, worth: jaccard(g.content, p.content) })),
      )
      .filter(({ worth }) => worth >= SAME)
      .sort((a, b) => b.worth - a.worth);
    const [usedGold, usedFound] = [new Set<number>(), new Set<number>()];
    for (const { i, j } of pairs) {
      if (usedGold.has(i) || usedFound.has(j)) continue;
      usedGold.add(i);
      usedFound.add(j);
      matched += 1;
      const [g, p] = [golds[i]!, found[j]!];
      const cue = g.cue.size === 0 || [...g.cue].some((word) => p.cue.has(word));
      if (cue && jaccard(g.source, p.source) >= SAME) linked += 1;
    }
  }
  const roles = Object.fromEntries(
    ROLES.map((role) => [role, scoresOf(counts[role].right, counts[role].predicted, counts[role].gold)]),
  ) as Record<Role, Scores>;
  return {
    roles,
    content: scoresOf(matched, predicted, expected),
    linked: scoresOf(linked, predicted, expected),
  };
};
