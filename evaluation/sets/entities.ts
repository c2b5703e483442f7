/**
 * Sets that ask for every name and its kind, each in kinds of its own: re3d, ANERcorp, Wojood. A layer of the model of
 * names marks each as its annotators do; src/read/mentions/marks.ts says which of our kinds of mention its kinds are.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonlFiles, textIn } from '../lines.ts';
import { type Entity, scoreEntities } from '../score/entities.ts';
import type { EvaluationSet, Figure, Line } from '../set.ts';

const entitiesIn = (value: unknown): Entity[] =>
  (Array.isArray(value) ? (value as Line[]) : []).map(({ start, end, type }) => ({
    start: Number(start),
    end: Number(end),
    type: String(type),
  }));

/** How many of a set's kinds have their own line among the figures. */
const SHOWN = 4;

const MODELS = path.join(import.meta.dirname, '../../data/models');

/**
 * The figures of a model's card for a file that it has learned from since: measuring it again would measure memory.
 * @returns nothing for a file that it never saw
 */
const figuresOfCard = (card: string, file: string): readonly Figure[] | undefined => {
  const text = readFileSync(path.join(MODELS, card), 'utf8');
  if (!text.includes(`| \`${file}.jsonl\` |`)) return undefined;
  const [, scores = ''] = text.split('## Scores');
  const [row] = scores.split('\n').filter((line) => line.startsWith('|') && line.includes(`${file}.jsonl `));
  const [part = '', , value] = (row ?? '')
    .split('|')
    .slice(1)
    .map((cell) => cell.trim());
  if (value === undefined) return [];
  const all = part === `${file}.jsonl`;
  return [
    { metric: all ? 'F1, learned without it' : 'F1 of a part, learned without it', value: Number(value), main: true },
  ];
};

const entitySet = (
  set: Pick<EvaluationSet, 'name' | 'asks' | 'original' | 'floor' | 'anchor'> & { readonly card: string },
): EvaluationSet => ({
  ...set,
  input: 'id, text',
  prediction: 'entities: [{start, end, type}]',
  answer: (line, { mark }) => ({
    entities: mark(textIn(line, 'text'), set.name).map(({ start, end, kind }) => ({ start, end, type: kind })),
  }),
  files: (folder) => jsonlFiles(folder, set.name),
  learned: (file) => figuresOfCard(set.card, file),
  score: (gold, predictions) => {
    const documents = gold.map((line) => ({ id: String(line.id), entities: entitiesIn(line.gold) }));
    const found = new Map([...predictions].map(([id, line]) => [id, entitiesIn(line.entities)]));
    const { exact, spans, types } = scoreEntities(documents, found);
    return [
      { metric: 'F1', value: exact, main: true },
      { metric: 'F1 of spans alone', value: spans },
      ...types.slice(0, SHOWN).map(([type, value]) => ({ metric: `${type} F1`, value })),
    ];
  },
});

export const re3d = entitySet({
  name: 're3d',
  asks: 'organisations, persons, places, weapons, platforms, quantities, times … of reports on Syria and Iraq',
  card: 'en.names.md',
  original: {
    from: 'dstl/re3d, in the split of eventdata/ConfliBERT',
    url: 'https://github.com/dstl/re3d',
    licence: 'by folder: OGL, public domain, CC BY, CC BY-SA; lines of BBC Online CC BY-NC, and so never learned from',
  },
  floor: { 're3d.dev': 43 },
  anchor: { 're3d.dev': { value: 68.4, whose: 'fine-tuned ConfliBERT, learned from all lines' } },
});

export const anercorp = entitySet({
  name: 'anercorp',
  asks: 'persons, places, organisations and other names of Arabic news',
  card: 'ar.names.md',
  original: {
    from: 'ANERcorp in the CAMeL split',
    url: 'https://github.com/manelAffi/Random-Bi-GRU-CRF-for-ANER-Task-AnerCorp',
    licence: 'CC BY-SA 4.0',
  },
  floor: { 'anercorp.train': 48.8 },
  anchor: { 'anercorp.train': { value: 83, whose: 'CAMeL Tools, on its test part' } },
});

export const wojood = entitySet({
  name: 'wojood',
  asks: 'names, roles, times and numbers of Arabic texts, in 21 kinds, the outermost of nested ones',
  card: 'ar.names.md',
  original: {
    from: 'sample of Wojood in SinaLab/ArabicNER',
    url: 'https://github.com/SinaLab/ArabicNER',
    licence: 'MIT repository',
  },
  floor: {},
  anchor: {},
});
