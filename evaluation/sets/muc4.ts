/** Who did what to whom in Latin America, 1989 and 1990: the incident templates of the fourth Message Understanding Conference. */
import { idIn, jsonlFiles, textIn } from '../lines.ts';
import { type GoldTemplate, scoreTemplates, type Template } from '../score/muc4.ts';
import type { EvaluationSet, Line } from '../set.ts';
import { templatesOf } from './muc4/templates.ts';

/** Wires break their lines at 80 characters: a line that goes on is one with the next. The length stays the same. */
const unwrapped = (text: string): string => text.replace(/(\S)[ \t]*\n(?=[^\s-])/g, (all) => all.replace('\n', ' '));

const field = (name: string): string => `${name} F1`;
const SHOWN = ['date', 'victimNumber', 'victimEffect', 'victim', 'perpInd', 'perpOrg', 'physTarget', 'weapon'] as const;

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
    const text = unwrapped(textIn(line, 'text'));
    return { templates: templatesOf(read({ id: idIn(line) ?? '-', text, language: 'en' }), text) };
  },
  files: (folder) => jsonlFiles(folder, 'muc4full'),
  score: (gold, predictions) => {
    const documents = gold
      .filter((line) => line.hasKey === true)
      .map((line) => ({ id: String(line.id), templates: (line.gold ?? []) as readonly GoldTemplate[] }));
    const said = new Map(
      [...predictions].map(([id, line]: [string, Line]) => [id, (line.templates ?? []) as readonly Template[]]),
    );
    const { lenient, strict, fields } = scoreTemplates(documents, said);
    return [
      { metric: 'F1 of all fields', value: lenient, main: true },
      { metric: 'F1 of all fields, strict', value: strict },
      ...SHOWN.map((name) => ({ metric: field(name), value: fields[name] ?? 0 })),
    ];
  },
};
