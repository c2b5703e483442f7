/**
 * `npm run train -- assault FILE… [--out FOLDER]`: Arabic sentences with their labels → data/models/ar.assault.tsv and its
 * card. Only the files named here may be learned from.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { featuresOf } from '../../evaluation/index.ts';
import {
  crossScores,
  f1At,
  type Grouped,
  type LinearModel,
  scoreLinear,
  trainLinear,
  writeLinear,
} from '../../src/language/index.ts';
import { Failure } from '../../src/model/index.ts';

/** MIT: openeventdata/arabic_event_gsr. The second file holds the spans of events: each sentence in it reports one. */
export const PERMITTED_SENTENCES: readonly string[] = ['gsr.ar.assault.dev.jsonl', 'gsr.ar.spans.dev.jsonl'];

const SOURCE = 'https://github.com/openeventdata/arabic_event_gsr';
const FOLDS = 10;
const TOP = 30;

type Item = Grouped & { readonly text: string };

/** Sentences of one document are learned from together or measured together: they repeat each other. */
const groupOf = (id: string): number =>
  createHash('sha1')
    .update(id.replace(/[-_]\d+$/, ''))
    .digest()[1]!;

const itemsIn = async (file: string): Promise<{ sha256: string; items: Item[] }> => {
  const name = path.basename(file);
  if (!PERMITTED_SENTENCES.includes(name))
    throw new Failure(
      'not-permitted',
      `${name} may not be learned from: this model comes from ${PERMITTED_SENTENCES.join(', ')} alone.`,
    );
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure('no-sentences', `${file} cannot be read: give the path of a file of JSON lines.`);
  });
  const spans = name.startsWith('gsr.ar.spans');
  const items = text
    .split('\n')
    .filter(Boolean)
    .flatMap((line, at): Item[] => {
      const { id, text: sentence, gold, event } = JSON.parse(line);
      if (typeof id !== 'string' || typeof sentence !== 'string')
        throw new Failure('bad-sentences', `${name}:${at + 1} has no id or no text.`);
      if (spans && event !== 'ASSAULT') return [];
      const yes = spans || (Array.isArray(gold) && gold.includes('ASSAULT'));
      return [{ text: sentence.trim(), features: featuresOf(sentence), yes, group: groupOf(id), extra: spans }];
    });
  return { sha256: createHash('sha256').update(text).digest('hex'), items };
};

const GRID = Array.from({ length: 61 }, (_, at) => (at - 40) / 20);

/** Neighbours on each side that a threshold is judged with: one peak of a few sentences is chance. */
const AROUND = 4;

const bestThreshold = (items: readonly Item[], scores: readonly (number | undefined)[]): number => {
  const f1 = GRID.map((threshold) => f1At(items, scores, threshold));
  const smooth = GRID.map((_, at) => {
    const near = f1.slice(Math.max(0, at - AROUND), at + AROUND + 1);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
  return GRID[smooth.indexOf(Math.max(...smooth))]!;
};

/** F1 over all, each half answered with the threshold that is best on the other. */
const honestF1 = (items: readonly Item[], scores: readonly (number | undefined)[]): number => {
  const half = (n: number) => scores.map((score, at) => (items[at]!.group % 2 === n ? score : undefined));
  const [even, odd] = [half(0), half(1)];
  const [forEven, forOdd] = [bestThreshold(items, odd), bestThreshold(items, even)];
  const moved = scores.map((score, at) =>
    score === undefined ? undefined : score - (items[at]!.group % 2 === 0 ? forEven : forOdd),
  );
  return f1At(items, moved, 0);
};

const cardOf = (
  model: LinearModel,
  bytes: string,
  files: readonly (readonly [name: string, sha256: string, items: number])[],
  f1: number,
  command: string,
): string => {
  const heaviest = [...model.weights].toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, TOP);
  return [
    '# Assault, ar',
    '',
    `${Buffer.byteLength(bytes).toLocaleString('en')} bytes, SHA-256 \`${createHash('sha256').update(bytes).digest('hex')}\`.`,
    'Licence of the model: MIT, as the sentences that its weights are learned from.',
    '',
    'Whether an Arabic sentence reports an assault in the sense of PLOVER: a linear model over words, letters and what stands',
    'beside words of violence. Each line of the file is a feature and its weight, heaviest first; `w` is a word, `s` a word without',
    'article and joined words, `c` letters (`^`, `$` its ends), `v` a word of violence, `vx` one with a neighbour, `vw` a neighbour',
    'before (-1) or behind (1) one, `vp` its place in the sentence, `vv` two together, `nv` how many.',
    '',
    '## Learned from',
    '',
    '| file | what | licence | sentences | SHA-256 of the file |',
    '| --- | --- | --- | --- | --- |',
    ...files.map(
      ([name, sha256, items]) =>
        `| \`${name}\` | [Arabic PLOVER gold standard](${SOURCE}) | MIT | ${items} | \`${sha256.slice(0, 16)}…\` |`,
    ),
    '',
    '## Scores',
    '',
    `F1 of «reports an assault», ${FOLDS} folds, sentences of one document together, the threshold of each half chosen on the other: ${f1.toFixed(1)}.`,
    'Features were chosen with a look at these folds.',
    '',
    '## Heaviest',
    '',
    heaviest.map(([name, weight]) => `\`${name}\` ${weight.toFixed(2)}`).join(' · '),
    '',
    '## Made by',
    '',
    '```sh',
    command,
    '```',
    '',
  ].join('\n');
};

/** @returns the F1 of its folds. @throws Failure where a file is not permitted or not readable */
export const trainAssault = async (files: readonly string[], out: string): Promise<number> => {
  const read = await Promise.all(files.map(itemsIn));
  const measured = new Set(read.flatMap(({ items }) => items.filter(({ extra }) => !extra).map(({ text }) => text)));
  const items = read.flatMap((file) => file.items.filter(({ extra, text }) => !extra || !measured.has(text)));
  const scores = crossScores(items, FOLDS);
  const learned = trainLinear(items);
  const threshold = bestThreshold(items, scores);
  const heavy = [...learned.weights].filter(([, weight]) => Math.abs(weight) >= 0.03);
  const model = { ...learned, threshold, weights: new Map(heavy) };
  const text = writeLinear(model);
  await mkdir(out, { recursive: true });
  await writeFile(path.join(out, 'ar.assault.tsv'), text);
  const f1 = honestF1(items, scores);
  const names = files.map((file) => path.basename(file));
  const command = `npm run train -- assault ${names.join(' ')}`;
  const rows = read.map(({ sha256, items: own }, at) => [names[at]!, sha256, own.length] as const);
  await writeFile(path.join(out, 'ar.assault.md'), cardOf(model, text, rows, f1, command));
  const fitted = items.filter(({ features, yes }) => scoreLinear(model, features).yes === yes).length;
  console.error(
    `assault: F1 ${f1.toFixed(1)} in ${FOLDS} folds, threshold ${threshold}, ${fitted} of ${items.length} fitted`,
  );
  return f1;
};
