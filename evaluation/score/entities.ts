/** Names with their kinds: a name counts where both ends and the kind are right, as conlleval and seqeval count. */
import type { Span } from '../../src/model/index.ts';
import { scoresOf } from './f1.ts';

export type Entity = Span & { readonly type: string };

export type EntityScores = {
  /** F1 0–100 of exact spans with the right kind, and of exact spans whatever the kind. */
  readonly exact: number;
  readonly spans: number;
  /** F1 by kind of the gold, the most frequent first. */
  readonly types: readonly (readonly [type: string, f1: number])[];
};

const keyOf = ({ start, end, type }: Entity): string => `${start}:${end}:${type}`;
const spanOf = ({ start, end }: Entity): string => `${start}:${end}`;

export const scoreEntities = (
  gold: readonly { readonly id: string; readonly entities: readonly Entity[] }[],
  predicted: ReadonlyMap<string, readonly Entity[]>,
): EntityScores => {
  const all = { right: 0, spans: 0, predicted: 0, gold: 0 };
  const types = new Map<string, { right: number; predicted: number; gold: number }>();
  const of = (type: string) => {
    const counts = types.get(type) ?? { right: 0, predicted: 0, gold: 0 };
    types.set(type, counts);
    return counts;
  };
  for (const { id, entities } of gold) {
    // The same name said twice counts once.
    const found = [...new Map((predicted.get(id) ?? []).map((entity) => [keyOf(entity), entity])).values()];
    const keys = new Set(entities.map(keyOf));
    const spans = new Set(entities.map(spanOf));
    all.gold += entities.length;
    all.predicted += found.length;
    for (const { type } of entities) of(type).gold++;
    for (const entity of found) {
      of(entity.type).predicted++;
      if (spans.has(spanOf(entity))) all.spans++;
      if (!keys.has(keyOf(entity))) continue;
      all.right++;
      of(entity.type).right++;
    }
  }
  const f1 = (right: number, said: number, wanted: number): number => 100 * scoresOf(right, said, wanted).f1;
  return {
    exact: f1(all.right, all.predicted, all.gold),
    spans: f1(all.spans, all.predicted, all.gold),
    types: [...types]
      .filter(([, counts]) => counts.gold > 0)
      .sort((a, b) => b[1].gold - a[1].gold || (a[0] < b[0] ? -1 : 1))
      .map(([type, { right, predicted: said, gold: wanted }]) => [type, f1(right, said, wanted)] as const),
  };
};
