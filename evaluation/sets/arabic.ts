/** Whether an Arabic sentence reports an assault, or a protest: the hard sentences of the Arabic PLOVER gold standard. */
import { idIn, jsonlFiles, textIn } from '../lines.ts';
import { claimsFor, factsOf, rulesOf } from '../maps.ts';
import type { EvaluationSet } from '../set.ts';
import { labelFigures } from './labelled.ts';

const rules = rulesOf('arabic.tsv');

const setOf = (name: string, label: string, floor: number): EvaluationSet => ({
  name: `arabic-${name}`,
  asks: `whether an Arabic sentence reports ${name === 'assault' ? 'an assault' : 'a protest'}`,
  input: 'id, text',
  prediction: `labels: [${label}] where it does, [] where not`,
  original: {
    from: 'openeventdata/arabic_event_gsr',
    url: 'https://github.com/openeventdata/arabic_event_gsr',
    licence: 'MIT',
  },
  floor: { [`gsr.ar.${name}.dev`]: floor },
  anchor: {},
  answer: (line, context) => {
    const text = textIn(line, 'text');
    const facts = factsOf(context.read({ id: idIn(line) ?? '-', text, language: 'ar' }), context);
    return { labels: rules.some((rule) => rule.label === label && claimsFor(rule, facts).length > 0) ? [label] : [] };
  },
  files: (folder) => jsonlFiles(folder, `gsr.ar.${name}`),
  score: labelFigures(`${label} F1`),
});

export const arabicAssault = setOf('assault', 'ASSAULT', 29.5);
export const arabicProtest = setOf('protest', 'PROTEST', 12.9);
