/** Who did what to whom in Latin America, 1989 and 1990: the incident templates of the fourth Message Understanding Conference. */
import type { Report } from '../../src/model/index.ts';
import { idIn, jsonlFiles, textIn } from '../lines.ts';
import { type GoldTemplate, scoreTemplates, type Template } from '../score/muc4.ts';
import type { EvaluationSet, Line } from '../set.ts';
import { templatesOf } from './muc4/templates.ts';

// «BOGOTA, 7 FEB 89 (EFE) -- [TEXT] », whom the file came from before it.
const DATELINE = /^(\s*(?:\([^)]*\)\s*)?)([^\n[]{4,90}?--)(\s*(?:\[[^\]]{1,90}\]\s*)*)/;
const blank = (text: string): string => text.replace(/\S/g, ' ');

/**
 * Wires break their lines at 80 characters: a line that goes on is one with the next. Their dateline is a line of its
 * own. The length stays the same.
 */
export const wireReport = (id: string, written: string): Report => {
  const lines = written.replace(/(\S)[ \t]*\n(?=[^\s-])/g, (all) => all.replace('\n', ' '));
  const [, from = '', dateline = '', labels = ''] = DATELINE.exec(lines) ?? [];
  if (dateline === '' || labels.length < 2) return { id, text: lines, language: 'en' };
  const start = from.length;
  const head = `${blank(from)}${dateline}\n\n${blank(labels.slice(2))}`;
  return {
    id,
    text: head + lines.slice(head.length),
    language: 'en',
    hints: [{ kind: 'dateline', start, end: start + dateline.length }],
  };
};

const field = (name: string): string => `${name} F1`;
const SHOWN = [
  'date',
  'victimNumber',
  'victimEffect',
  'victim',
  'perpInd',
  'perpOrg',
  'orgConfidence',
  'stage',
  'physTarget',
  'weapon',
] as const;

export const muc4: EvaluationSet = {
  name: 'muc4',
  asks: 'incident templates: type, date, place, weapon, perpetrators, targets, victims, numbers, effects',
  input: 'id, text (upper case)',
  prediction:
    'templates: [{type, date?, country?, places, stage, weapon, weaponType, perpCat?, perpInd, perpOrg, orgConfidence?, physTarget, physEffect, victim, victimNumber, victimEffect}]',
  original: {
    from: 'the MUC-3 and MUC-4 archive, in xinyadu/grit_doc_event_entity',
    url: 'https://github.com/xinyadu/grit_doc_event_entity',
    licence: 'no licence text',
  },
  floor: { 'muc4full.dev': 33.5 },
  anchor: { 'muc4full.dev': { value: 50, whose: 'a fine-tuned 14-billion-parameter model, stricter metric' } },
  answer: (line, { read }) => {
    const report = wireReport(idIn(line) ?? '-', textIn(line, 'text'));
    return { templates: templatesOf(read(report), report.text) };
  },
  files: (folder) => jsonlFiles(folder, 'muc4full'),
  score: (gold, predictions) => {
    const documents = gold
      .filter((line) => line.hasKey === true)
      .map((line) => ({ id: String(line.id), templates: (line.gold ?? []) as readonly GoldTemplate[] }));
    const said = new Map(
      [...predictions].map(([id, line]: [string, Line]) => [id, (line.templates ?? []) as readonly Template[]]),
    );
    const { lenient, strict, fields, given } = scoreTemplates(documents, said);
    return [
      { metric: 'F1 of all fields', value: lenient, main: true },
      { metric: 'F1 of all fields, strict', value: strict },
      ...SHOWN.map((name) => ({ metric: field(name), value: fields[name] ?? 0 })),
      ...(['stage', 'orgConfidence'] as const).flatMap((name) => [
        { metric: `${name}, right where the incident is found`, value: given[name].right },
        { metric: `${name}, the same by the commonest value alone`, value: given[name].majority },
        { metric: `${name}, mean F1 of its values`, value: given[name].macro },
        { metric: `${name}, the same by the commonest value alone, mean F1`, value: given[name].majorityMacro },
      ]),
    ];
  },
};
