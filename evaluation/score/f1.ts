/** Precision, recall and their harmonic mean. A division by nothing is 0, as in the usual scorers. */
export type Scores = { readonly precision: number; readonly recall: number; readonly f1: number };

/** From the number of right, predicted and gold items; each result 0–1. */
export const scoresOf = (right: number, predicted: number, gold: number): Scores => {
  const precision = predicted === 0 ? 0 : right / predicted;
  const recall = gold === 0 ? 0 : right / gold;
  return { precision, recall, f1: harmonic(precision, recall) };
};

export const harmonic = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
