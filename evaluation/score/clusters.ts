/**
 * Which items belong together: B-cubed (Bagga and Baldwin 1998, «Algorithms for Scoring Coreference Chains»), each item
 * scored by how far its predicted cluster and its gold cluster are one, and F1 over pairs.
 */
import { harmonic } from './f1.ts';

export type Clustered = { readonly id: string; readonly cluster: string };

const groups = (keys: readonly string[]): Map<string, number[]> => {
  const found = new Map<string, number[]>();
  for (const [at, key] of keys.entries()) {
    const own = found.get(key);
    if (own) own.push(at);
    else found.set(key, [at]);
  }
  return found;
};

const pairs = (n: number): number => (n * (n - 1)) / 2;

/** All 0–100. An item without a prediction is a cluster of its own. */
export const scoreClusters = (
  gold: readonly Clustered[],
  predicted: ReadonlyMap<string, string | undefined>,
): { readonly bCubed: number; readonly precision: number; readonly recall: number; readonly pairs: number } => {
  const wanted = gold.map(({ cluster }) => cluster);
  const said = gold.map(({ id }) => {
    const cluster = predicted.get(id);
    return cluster === undefined ? `alone ${id}` : `in ${cluster}`;
  });
  const both = groups(wanted.map((cluster, at) => JSON.stringify([cluster, said[at]])));
  const [byGold, bySaid] = [groups(wanted), groups(said)];
  let [precision, recall, right] = [0, 0, 0];
  for (const members of both.values()) {
    const first = members[0]!;
    precision += members.length ** 2 / bySaid.get(said[first]!)!.length;
    recall += members.length ** 2 / byGold.get(wanted[first]!)!.length;
    right += pairs(members.length);
  }
  const n = gold.length || 1;
  const pairsOf = (all: Map<string, number[]>): number =>
    [...all.values()].reduce((sum, members) => sum + pairs(members.length), 0);
  const [saidPairs, goldPairs] = [pairsOf(bySaid), pairsOf(byGold)];
  const pairF1 = harmonic(saidPairs === 0 ? 0 : right / saidPairs, goldPairs === 0 ? 0 : right / goldPairs);
  return {
    bCubed: 100 * harmonic(precision / n, recall / n),
    precision: (100 * precision) / n,
    recall: (100 * recall) / n,
    pairs: 100 * pairF1,
  };
};
