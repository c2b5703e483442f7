/** Event classes of a sentence, with and without who did it and to whom; names meet where one holds the other. */
import { scoresOf } from './f1.ts';

export type CodedEvent = {
  readonly event: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
};
export type Coded = { readonly id: string; readonly events: readonly CodedEvent[] };

const meet = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length === 0 && b.length === 0) return true;
  return a.some((one) =>
    b.some((other) => {
      const [x, y] = [one.toLowerCase(), other.toLowerCase()];
      return x.includes(y) || y.includes(x);
    }),
  );
};

/** Micro F1, 0–100: of the class, with the source too, with both. */
export const scoreEvents = (
  gold: readonly Coded[],
  predicted: ReadonlyMap<string, readonly CodedEvent[]>,
): { readonly event: number; readonly source: number; readonly both: number } => {
  let [wanted, said, event, source, both] = [0, 0, 0, 0, 0];
  for (const { id, events } of gold) {
    const own = predicted.get(id) ?? [];
    wanted += events.length;
    said += own.length;
    const used = new Set<number>();
    for (const one of events) {
      let best: { at: number; parties: number } | undefined;
      for (const [at, other] of own.entries()) {
        if (used.has(at) || other.event !== one.event) continue;
        const first = meet(one.source, other.source);
        const parties = first ? (meet(one.target, other.target) ? 2 : 1) : 0;
        if (best === undefined || parties > best.parties) best = { at, parties };
      }
      if (best === undefined) continue;
      used.add(best.at);
      event += 1;
      if (best.parties > 0) source += 1;
      if (best.parties > 1) both += 1;
    }
  }
  const f1 = (right: number): number => 100 * scoresOf(right, said, wanted).f1;
  return { event: f1(event), source: f1(source), both: f1(both) };
};
