/** Which of CASE 2021’s thirty event types a snippet reports, by a table from our claims to theirs. */
import { idIn, jsonlFiles, textIn } from '../lines.ts';
import { claimsFor, factsOf, rulesOf } from '../maps.ts';
import { scoreLabels } from '../score/case21.ts';
import type { EvaluationSet } from '../set.ts';

const rules = rulesOf('case21.tsv');

export const case21: EvaluationSet = {
  name: 'case21',
  asks: 'which of 30 event types a snippet reports',
  input: 'id, text',
  prediction: 'labels: [TYPE], one label',
  original: {
    from: 'emerging-welfare/case-2021-shared-task, task 2',
    url: 'https://github.com/emerging-welfare/case-2021-shared-task',
    licence: 'none stated',
  },
  floor: { 'case21.dev': 46 },
  anchor: { 'case21.dev': { value: 77.1, whose: 'best of the shared task, on its whole test set' } },
  answer: (line, context) => {
    const facts = factsOf(context.read({ id: idIn(line) ?? '-', text: textIn(line, 'text') }), context);
    const found = rules.flatMap((rule) => {
      const first = Math.min(...claimsFor(rule, facts).map(({ trigger }) => trigger.start));
      return first === Infinity ? [] : [{ label: rule.label, rank: Number(rule.rank?.[0] ?? 0), first }];
    });
    // The sort keeps the order of rows that tie.
    const [best] = found.toSorted((a, b) => a.rank - b.rank || a.first - b.first);
    return { labels: [best?.label ?? 'OTHER'] };
  },
  files: (folder) => jsonlFiles(folder, 'case21'),
  score: (gold, predictions) => {
    const first = (value: unknown): string | undefined => (Array.isArray(value) ? (value[0] as string) : undefined);
    const wanted = gold.map((line) => ({ id: String(line.id), label: first(line.gold) ?? '' }));
    const said = new Map([...predictions].map(([id, line]) => [id, first(line.labels)]));
    const { weightedF1, macroF1, accuracy } = scoreLabels(wanted, said);
    return [
      { metric: 'weighted F1', value: weightedF1, main: true },
      { metric: 'macro F1', value: macroF1 },
      { metric: 'accuracy', value: accuracy },
    ];
  },
};
