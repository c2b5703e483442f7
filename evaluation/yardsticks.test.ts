/** Our scorers against those of the yardsticks, where these lie beside the checkout; elsewhere skipped. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Line } from './set.ts';
import { SETS } from './sets/index.ts';

const YARDSTICKS = path.join(import.meta.dirname, '../../shared/yardsticks');
const present = existsSync(YARDSTICKS);
if (!present) console.log('No ../shared/yardsticks: our scorers are not compared with theirs.');
const temporary = mkdtempSync(path.join(tmpdir(), 'marsad-score-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** What the yardsticks' scorer prints for the same predictions. */
const theirs = (scorer: string, gold: string, predictions: ReadonlyMap<string, Line>): string => {
  const file = path.join(temporary, `${scorer}.jsonl`);
  writeFileSync(file, [...predictions].map(([id, line]) => JSON.stringify({ id, ...line })).join('\n'));
  const args = [path.join(YARDSTICKS, `score/${scorer}.mjs`), path.join(YARDSTICKS, gold), file];
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout;
};

/** Predictions that are right, wrong and absent by turns, made from the gold itself. */
const SPOILED: Record<string, (line: Line, at: number) => Line | undefined> = {
  case21: (line, at) =>
    at % 5 === 0 ? undefined : { labels: at % 3 === 0 ? ['ARMED_CLASH'] : (line.gold as readonly string[]) },
  geo: (line, at) => {
    const places = line.gold as readonly { start: number; end: number; lat: number | null; lon: number | null }[];
    return {
      places: places.flatMap((place, n) => {
        const { start, end, lat, lon } = place;
        if ((n + at) % 4 === 0) return [];
        if ((n + at) % 4 === 1) return [{ start, end: end + 3, lat, lon }];
        return [
          { start, end, lat: lat === null ? null : lat + ((n + at) % 3) * 0.9, lon },
          { start: end, end: end + 2 },
        ];
      }),
    };
  },
  timex: (line, at) => {
    const times = line.gold as readonly { start: number; end: number; type: string; value: string }[];
    return {
      times: times.flatMap((time, n) => {
        if ((n + at) % 5 === 0) return [];
        if ((n + at) % 5 === 1) return [{ ...time, end: time.end + 2 }];
        if ((n + at) % 5 === 2) return [{ ...time, value: 'P1D', type: 'DURATION' }, time];
        return [time];
      }),
    };
  },
  muc4: (line, at) => {
    const templates = (line.gold ?? []) as readonly Readonly<Record<string, readonly { alts?: readonly string[] }[]>>[];
    const alts = (entries: readonly { alts?: readonly string[] }[] | undefined): unknown[] =>
      (entries ?? []).map((entry) => entry.alts?.[0]);
    return {
      templates: templates.flatMap((gold, n) => {
        if ((n + at) % 6 === 0) return [];
        const template = {
          type: (gold.type as unknown as readonly string[])[0],
          date: (n + at) % 3 === 0 ? '1989-01-01' : (gold.dates as unknown as readonly string[])[0],
          country: (gold.country as unknown as readonly string[])[0],
          places: (gold.places as unknown as readonly { name: string }[]).map(({ name }) => `${name} AREA`),
          stage: 'ACCOMPLISHED',
          weapon: alts(gold.instrId),
          perpCat: 'TERRORIST ACT',
          perpInd: alts(gold.perpInd).slice(1),
          perpOrg: alts(gold.perpOrg),
          physTarget: alts(gold.physTgt),
          victim: alts(gold.humName),
          victimNumber: [...alts(gold.humNumber), '3'],
          victimEffect: ['DEATH'],
        };
        return (n + at) % 6 === 1 ? [template, { ...template, type: 'ARSON' }] : [template];
      }),
    };
  },
  ipe: (line, at) => (at % 6 === 0 ? undefined : { labels: at % 4 === 0 ? ['FORCE', 'KILL'] : line.gold }),
  'arabic-assault': (line, at) => ({ labels: at % 7 === 0 ? ['ASSAULT'] : at % 5 === 0 ? [] : line.gold }),
  'arabic-protest': (line, at) => ({ labels: at % 7 === 0 ? ['PROTEST'] : at % 5 === 0 ? [] : line.gold }),
  plover: (line, at) => {
    const events = line.gold as readonly { event: string; source: readonly string[]; target: readonly string[] }[];
    if (at % 7 === 0) return undefined;
    if (at % 5 === 0) return { events: events.map((event) => ({ ...event, event: 'AGREE' })) };
    const [source, target] = [at % 3 === 0 ? ['nobody'] : undefined, at % 4 === 0 ? ['the town'] : undefined];
    const spoiled = events.map((event) => ({ ...event, ...(source && { source }), ...(target && { target }) }));
    return { events: at % 6 === 0 ? [...spoiled, ...spoiled] : spoiled };
  },
  'ecb-docs': (line, at) =>
    at % 9 === 0 ? undefined : { cluster: at % 4 === 0 ? `other ${at % 3}` : String(line.cluster) },
  pages: (line, at) => ({ text: (line.articleBody as string).slice(at * 7, 3000 + at * 20) }),
};

/** Right names, names that end too late, names of another kind, and none, by turns. */
const spoiledNames = (line: Line, at: number): Line => {
  const names = line.gold as readonly { start: number; end: number; type: string }[];
  return {
    entities: names.flatMap((name, n) => {
      if ((n + at) % 4 === 0) return [];
      if ((n + at) % 4 === 1) return [{ ...name, end: name.end + 2 }];
      if ((n + at) % 4 === 2) return [{ ...name, type: names[0]!.type }, name, name];
      return [name];
    }),
  };
};
for (const set of ['re3d', 'anercorp', 'wojood']) SPOILED[set] = spoiledNames;

/** Which numbers of their output are our figures. */
const CASES = [
  { set: 'case21', scorer: 'case21', metric: 'weighted F1', theirs: /SCORE ([\d.]+)/ },
  { set: 'case21', scorer: 'case21', metric: 'macro F1', theirs: /macro-F1 ([\d.]+)/ },
  { set: 'geo', scorer: 'geo', metric: 'recognition F1', theirs: /recognition exact .* F1 ([\d.]+)/ },
  { set: 'geo', scorer: 'geo', metric: 'accuracy at 161 km', theirs: /all-gold .* Acc@161 ([\d.]+)/ },
  { set: 'geo', scorer: 'geo', metric: 'end-to-end F1 at 161 km', theirs: /end-to-end@161km .* F1 ([\d.]+)/ },
  { set: 're3d', scorer: 'ner', metric: 'F1', theirs: /SCORE ([\d.]+)/ },
  { set: 're3d', scorer: 'ner', metric: 'Organisation F1', theirs: /^Organisation .* F1 ([\d.]+)/m },
  { set: 'anercorp', scorer: 'ner', metric: 'F1', theirs: /SCORE ([\d.]+)/ },
  { set: 'wojood', scorer: 'ner', metric: 'F1 of spans alone', theirs: /span-only .* F1 ([\d.]+)/ },
  { set: 'timex', scorer: 'timex', metric: 'value F1', theirs: /SCORE ([\d.]+)/ },
  { set: 'timex', scorer: 'timex', metric: 'span F1, exact', theirs: /strict span .* F1 ([\d.]+)/ },
  { set: 'timex', scorer: 'timex', metric: 'span F1, overlapping', theirs: /relaxed span .* F1 ([\d.]+)/ },
  { set: 'timex', scorer: 'timex', metric: 'type F1', theirs: /type \(relaxed\) .* F1 ([\d.]+)/ },
  { set: 'muc4', scorer: 'muc4full', metric: 'F1 of all fields', theirs: /SCORE ([\d.]+)/ },
  { set: 'muc4', scorer: 'muc4full', metric: 'F1 of all fields, strict', theirs: /ALL FIELDS strict .* F1 ([\d.]+)/ },
  { set: 'muc4', scorer: 'muc4full', metric: 'victimNumber F1', theirs: /victimNumber .* F1 ([\d.]+)/ },
  { set: 'muc4', scorer: 'muc4full', metric: 'date F1', theirs: /^date .* F1 ([\d.]+)/m },
  { set: 'ipe', scorer: 'cls', metric: 'macro F1', theirs: /SCORE ([\d.]+)/ },
  { set: 'ipe', scorer: 'cls', metric: 'FAIL F1', theirs: /^FAIL .* F1 ([\d.]+)/m },
  { set: 'arabic-assault', scorer: 'cls', metric: 'ASSAULT F1', theirs: /SCORE ([\d.]+)/ },
  { set: 'arabic-protest', scorer: 'cls', metric: 'PROTEST F1', theirs: /SCORE ([\d.]+)/ },
  { set: 'plover', scorer: 'gsr-en', metric: 'event class F1', theirs: /SCORE ([\d.]+)/ },
  { set: 'plover', scorer: 'gsr-en', metric: 'class and source F1', theirs: /^class\+source .* F1 ([\d.]+)/m },
  {
    set: 'plover',
    scorer: 'gsr-en',
    metric: 'class, source and target F1',
    theirs: /^class\+source\+target .* F1 ([\d.]+)/m,
  },
  { set: 'ecb-docs', scorer: 'clusters', metric: 'B³ F1', theirs: /^B3 .* F1 ([\d.]+)/m },
  { set: 'ecb-docs', scorer: 'clusters', metric: 'F1 over pairs', theirs: /^pairwise .* F1 ([\d.]+)/m },
  { set: 'pages', scorer: 'pages', metric: '4-shingle F1', theirs: /SCORE ([\d.]+)/ },
];

describe.skipIf(!present)('our figures equal the yardsticks’', () => {
  test.each(CASES)('$set: $metric', ({ set: name, scorer, metric, theirs: pattern }) => {
    const set = SETS.find((known) => known.name === name)!;
    const files = set.files(YARDSTICKS);
    expect(files.length).toBeGreaterThan(0);
    for (const { name: file, lines } of files) {
      const predictions = new Map<string, Line>();
      for (const [at, line] of lines.entries()) {
        const spoiled = SPOILED[name]!(line, at);
        if (spoiled) predictions.set(String(line.id), spoiled);
      }
      const gold = name === 'pages' ? 'pages/ground-truth.json' : `dev/${file}.jsonl`;
      const printed = pattern.exec(theirs(scorer, gold, predictions))?.[1];
      const ours = set.score(lines, predictions).find((figure) => figure.metric === metric)?.value;
      expect(ours?.toFixed(2)).toBe(printed);
      expect(Number(printed)).toBeGreaterThan(1);
      expect(Number(printed)).toBeLessThan(99);
    }
  });
});
