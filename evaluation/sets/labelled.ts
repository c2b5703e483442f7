/** What sets of yes/no labels share: the gold of a line, and F1 of each label with their mean. */
import { scoreLabelSets } from '../score/labels.ts';
import type { EvaluationSet, Figure } from '../set.ts';

const labelsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((label) => typeof label === 'string') : [];

/** @param main how the mean is called: the figure that floor and anchor speak of */
export const labelFigures =
  (main: string): EvaluationSet['score'] =>
  (gold, predictions): readonly Figure[] => {
    const { macroF1, byLabel } = scoreLabelSets(
      gold.map((line) => ({ id: String(line.id), labels: labelsIn(line.gold) })),
      new Map([...predictions].map(([id, line]) => [id, labelsIn(line.labels)])),
    );
    const each = Object.entries(byLabel).map(([label, value]) => ({ metric: `${label} F1`, value }));
    return [{ metric: main, value: macroF1, main: true }, ...(each.length > 1 ? each : [])];
  };
