/**
 * Whether an Arabic sentence reports an assault, or a protest: the hard sentences of the Arabic PLOVER gold standard. A
 * claim of violence is not enough for the first: the annotators wanted one new, plain assault of the sentence's own, which
 * a linear model tells better (data/models/ar.assault.md).
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readLinear, scoreLinear } from '../../src/language/index.ts';
import { idIn, jsonlFiles, textIn } from '../lines.ts';
import { claimsFor, factsOf, rulesOf } from '../maps.ts';
import type { Context, EvaluationSet } from '../set.ts';
import { featuresOf } from './arabic/features.ts';
import { labelFigures } from './labelled.ts';

const rules = rulesOf('arabic.tsv');

const MODEL = path.join(import.meta.dirname, '../../data/models/ar.assault.tsv');

type Reports = (text: string, id: string, context: Context) => boolean;

const setOf = (
  name: string,
  label: string,
  floor: number,
  reports: Reports,
  learnedFrom: readonly string[] = [],
): EvaluationSet => ({
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
  learned: (file) => (learnedFrom.includes(file) ? [] : undefined),
  anchor: {},
  answer: (line, context) => ({
    labels: reports(textIn(line, 'text'), idIn(line) ?? '-', context) ? [label] : [],
  }),
  files: (folder) => jsonlFiles(folder, `gsr.ar.${name}`),
  score: labelFigures(`${label} F1`),
});

let model: ReturnType<typeof readLinear> | undefined;

export const arabicAssault = setOf(
  'assault',
  'ASSAULT',
  29.5,
  (text) => {
    model ??= readLinear(readFileSync(MODEL, 'utf8'));
    return scoreLinear(model, featuresOf(text)).yes;
  },
  ['gsr.ar.assault.dev'],
);

export const arabicProtest = setOf('protest', 'PROTEST', 12.9, (text, id, context) => {
  const facts = factsOf(context.read({ id, text, language: 'ar' }), context);
  return rules.some((rule) => rule.label === 'PROTEST' && claimsFor(rule, facts).length > 0);
});
