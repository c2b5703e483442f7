/** F1 of each label over items that bear any number of them, and their mean: IndiaPoliceEvents and yes/no questions. */
import { scoresOf } from './f1.ts';

export type Labelled = { readonly id: string; readonly labels: readonly string[] };

/** All 0–100. Labels are those that the gold bears; a missing prediction bears none. */
export const scoreLabelSets = (
  gold: readonly Labelled[],
  predicted: ReadonlyMap<string, readonly string[]>,
): { readonly macroF1: number; readonly byLabel: Readonly<Record<string, number>> } => {
  const labels = [...new Set(gold.flatMap((item) => item.labels))].sort();
  const byLabel: Record<string, number> = {};
  for (const label of labels) {
    let [right, said, wanted] = [0, 0, 0];
    for (const { id, labels: own } of gold) {
      const is = own.includes(label);
      const claimed = predicted.get(id)?.includes(label) ?? false;
      if (is && claimed) right += 1;
      if (claimed) said += 1;
      if (is) wanted += 1;
    }
    byLabel[label] = 100 * scoresOf(right, said, wanted).f1;
  }
  const sum = Object.values(byLabel).reduce((total, value) => total + value, 0);
  return { macroF1: labels.length === 0 ? 0 : sum / labels.length, byLabel };
};
