/** TIMEX3: spans and normalised values, as in TempEval-3: relaxed spans overlap; a value counts on a relaxed span. */
import { scoresOf } from './f1.ts';

export type Timex = { readonly start: number; readonly end: number; readonly type: string; readonly value: string };
export type TimexDocument = { readonly id: string; readonly times: readonly Timex[] };

/** F1 of each, 0–100: exact spans, overlapping ones, those with the right type, those with the right value. */
export type TimexScores = {
  readonly strict: number;
  readonly relaxed: number;
  readonly type: number;
  readonly value: number;
};

export const scoreTimes = (
  gold: readonly TimexDocument[],
  predicted: ReadonlyMap<string, readonly Timex[]>,
): TimexScores => {
  const total = { gold: 0, predicted: 0, strict: 0, relaxed: 0, type: 0, value: 0 };
  for (const document of gold) {
    const found = predicted.get(document.id) ?? [];
    total.gold += document.times.length;
    total.predicted += found.length;
    const taken = new Set<number>();
    for (const wanted of document.times) {
      // A prediction answers one gold expression: the same span, else the first that overlaps and is still free.
      let at = found.findIndex((time, i) => !taken.has(i) && time.start === wanted.start && time.end === wanted.end);
      if (at >= 0) total.strict += 1;
      else at = found.findIndex((time, i) => !taken.has(i) && time.start < wanted.end && time.end > wanted.start);
      if (at < 0) continue;
      taken.add(at);
      total.relaxed += 1;
      if (found[at]!.type === wanted.type) total.type += 1;
      if (found[at]!.value === wanted.value) total.value += 1;
    }
  }
  const f1 = (right: number): number => 100 * scoresOf(right, total.predicted, total.gold).f1;
  return { strict: f1(total.strict), relaxed: f1(total.relaxed), type: f1(total.type), value: f1(total.value) };
};
