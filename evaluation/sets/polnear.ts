/** Who says what in news on politics: source, cue and content of every attribution, as PolNeAR marks them. */
import type { Attribution } from '../../src/read/index.ts';
import { jsonlFiles, textIn } from '../lines.ts';
import { type Pieces, ROLES, type RolePieces, scoreAttributions } from '../score/attributions.ts';
import type { EvaluationSet, Line } from '../set.ts';

/**
 * What PolNeAR counts: nothing inside another one's words, and no mere act («try», «prepare»), whose table row makes no
 * speaker either.
 */
const counts = ({ nested, sense }: Attribution): boolean => !nested && sense !== 'act';

const pieces = (spans: Attribution['source']): Pieces => spans.map(({ start, end }) => [start, end] as const);

const rolesIn = (value: unknown): RolePieces[] =>
  (Array.isArray(value) ? (value as Line[]) : []).map(
    (each) => Object.fromEntries(ROLES.map((role) => [role, (each[role] ?? []) as Pieces])) as RolePieces,
  );

export const polnear: EvaluationSet = {
  name: 'polnear',
  asks: 'source, cue and content of every attribution',
  input: 'id, text',
  prediction: 'attributions: [{source, cue, content}], each a list of [start, end]',
  original: {
    from: 'PolNeAR, networkdynamics/PolNeAR',
    url: 'https://github.com/networkdynamics/PolNeAR',
    licence: 'none stated',
  },
  floor: { 'polnear.dev': 33.1 },
  anchor: {},
  answer: (line, { speech }) => ({
    attributions: speech(textIn(line, 'text'))
      .attributions.filter(counts)
      .map(({ source, cue, content }) => ({ source: pieces(source), cue: pieces(cue), content: pieces(content) })),
  }),
  // Its training part is what the rules were tuned on, and ten times as long.
  files: (folder) => jsonlFiles(folder, 'polnear').filter(({ name }) => name !== 'polnear.train'),
  score: (gold, predictions) => {
    const texts = gold.map((line) => ({
      id: String(line.id),
      text: String(line.text),
      attributions: rolesIn(line.gold),
    }));
    const found = new Map([...predictions].map(([id, line]) => [id, rolesIn(line.attributions)]));
    const { roles, content, linked } = scoreAttributions(texts, found);
    const mean = ROLES.reduce((sum, role) => sum + roles[role].f1, 0) / ROLES.length;
    return [
      { metric: 'mean word F1 of the three roles', value: 100 * mean, main: true },
      ...ROLES.map((role) => ({ metric: `word F1, ${role}`, value: 100 * roles[role].f1 })),
      { metric: 'attribution F1, content', value: 100 * content.f1 },
      { metric: 'attribution F1, source, cue and content together', value: 100 * linked.f1 },
    ];
  },
};
