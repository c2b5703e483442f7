/**
 * Weighted F1 of single labels: F1 of each gold label, weighted by how often the label is gold. It is the ranking
 * figure of CASE 2021, task 2 (Haneczok et al. 2021, «Fine-grained Event Classification in News-like Text Snippets»).
 */
import { scoresOf } from './f1.ts';

export type Labelled = { readonly id: string; readonly label: string };

/** All 0–100. A missing prediction is a wrong one. */
export const scoreLabels = (
  gold: readonly Labelled[],
  predicted: ReadonlyMap<string, string | undefined>,
): { readonly weightedF1: number; readonly macroF1: number; readonly accuracy: number } => {
  const labels = new Map<string, { right: number; predicted: number; gold: number }>();
  for (const { label } of gold) labels.set(label, { right: 0, predicted: 0, gold: 0 });
  for (const { id, label } of gold) {
    const said = predicted.get(id);
    labels.get(label)!.gold += 1;
    if (said === label) labels.get(label)!.right += 1;
    const counted = said === undefined ? undefined : labels.get(said);
    if (counted !== undefined) counted.predicted += 1;
  }
  let weighted = 0;
  let macro = 0;
  let right = 0;
  for (const counts of labels.values()) {
    const { f1 } = scoresOf(counts.right, counts.predicted, counts.gold);
    weighted += f1 * counts.gold;
    macro += f1;
    right += counts.right;
  }
  const n = gold.length || 1;
  return { weightedF1: (100 * weighted) / n, macroF1: (100 * macro) / (labels.size || 1), accuracy: (100 * right) / n };
};
