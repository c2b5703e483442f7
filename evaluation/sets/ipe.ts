/** What police did in reports on the unrest in Gujarat, 2002: IndiaPoliceEvents (Halterman et al. 2021). */
import { idIn, jsonlFiles, maybeTextIn, textIn } from '../lines.ts';
import { claimsFor, factsOf, rulesOf } from '../maps.ts';
import type { EvaluationSet } from '../set.ts';
import { labelFigures } from './labelled.ts';

const rules = rulesOf('ipe.tsv');

/** Texts of 2002 that were read as Latin-1 once too often: â€œ is a quotation mark. */
const mended = (text: string): string =>
  text
    .replace(/â€(?:œ|\u009d)?/g, '"')
    .replace(/â€™|''/g, "'")
    .replace(/Â|Ã‚/g, ' ');

export const ipe: EvaluationSet = {
  name: 'ipe',
  asks: 'whether police killed, arrested, failed to act, used force, or did anything, for every document',
  input: 'id, text, date?',
  prediction: 'labels: [KILL | ARREST | FAIL | FORCE | ANY_ACTION]',
  original: {
    from: 'slanglab/IndiaPoliceEvents',
    url: 'https://github.com/slanglab/IndiaPoliceEvents',
    licence: 'none stated',
  },
  floor: { 'ipe.dev.docs': 53.8 },
  anchor: { 'ipe.dev.docs': { value: 75.2, whose: 'ConfliBERT, fine-tuned' } },
  answer: (line, context) => {
    const date = maybeTextIn(line, 'date');
    const text = mended(textIn(line, 'text'));
    const facts = factsOf(context.read({ id: idIn(line) ?? '-', text, ...(date ? { date } : {}) }), context);
    return {
      labels: [...new Set(rules.filter((rule) => claimsFor(rule, facts).length > 0).map(({ label }) => label))],
    };
  },
  files: (folder) => jsonlFiles(folder, 'ipe').filter(({ name }) => name.endsWith('.docs')),
  score: labelFigures('macro F1'),
};
