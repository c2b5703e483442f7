/** Which claim of the one reading is which claim of the other; the same for mentions. */
import type { Span } from '../../../src/model/index.ts';
import { type Marked, type MarkedClaim, overlap } from '../../annotate/index.ts';

type Mention = Marked['mentions'][number];

/** Pairs of indices, gold first; nobody is in two of them. The best pair is taken first, and of equals the first. */
const bestPairs = (
  candidates: readonly { readonly pair: readonly [number, number]; readonly worth: number }[],
): (readonly [number, number])[] => {
  const [golds, others] = [new Set<number>(), new Set<number>()];
  const pairs: (readonly [number, number])[] = [];
  const sorted = [...candidates].sort((a, b) => b.worth - a.worth || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
  for (const { pair } of sorted) {
    if (golds.has(pair[0]) || others.has(pair[1])) continue;
    golds.add(pair[0]);
    others.add(pair[1]);
    pairs.push(pair);
  }
  return pairs.sort((a, b) => a[0] - b[0]);
};

const likeness = (a: Span, b: Span): number => {
  const common = overlap(a, b);
  return common === 0 ? 0 : common / (a.end - a.start + b.end - b.start - common);
};

/** The type of the gold, one that it allows, or violence of a kind that the one of them leaves open. */
export const acceptable = (gold: MarkedClaim, type: string): boolean =>
  type === gold.type ||
  (gold.or?.includes(type) ?? false) ||
  (type.startsWith('violence.') &&
    gold.type.startsWith('violence.') &&
    (type === 'violence.attack' || gold.type === 'violence.attack'));

/** Claims are the same where their triggers overlap, or where half of the clause is shared and the type acceptable. */
export const claimPairs = (
  gold: readonly MarkedClaim[],
  other: readonly MarkedClaim[],
): (readonly [number, number])[] =>
  bestPairs(
    gold.flatMap((claim, g) =>
      other.flatMap((found, o) => {
        const touches = overlap(claim.trigger, found.trigger) > 0;
        const fits = acceptable(claim, found.type);
        const half = overlap(claim.quote, found.quote) * 2 >= claim.quote.end - claim.quote.start;
        if (!touches && !(half && fits)) return [];
        const worth = (fits ? 4 : 0) + (touches ? 2 : 0) + likeness(claim.quote, found.quote);
        return [{ pair: [g, o] as const, worth }];
      }),
    ),
  );

/** Mentions are the same where they are of one kind and overlap. */
export const mentionPairs = (gold: readonly Mention[], other: readonly Mention[]): (readonly [number, number])[] =>
  bestPairs(
    gold.flatMap((mention, g) =>
      other.flatMap((found, o) =>
        mention.kind === found.kind && overlap(mention, found) > 0
          ? [{ pair: [g, o] as const, worth: likeness(mention, found) }]
          : [],
      ),
    ),
  );
