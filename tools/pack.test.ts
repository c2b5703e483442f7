import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  loadReaderData,
  type Manifest,
  MODEL_FILES,
  modelFilesOf,
  PACKED_FILES,
  parseTable,
} from '../src/load/index.ts';
import { LANGUAGES } from '../src/model/index.ts';
import type { ReaderData } from '../src/read/data.ts';
import { CHROMIUM_ARGS, findChromium } from './chromium.ts';
import { actorsOf, ambiguousOf, nationalitiesOf, sourcesOf } from './pack/people.ts';
import { type CheckedData, pack } from './pack.ts';

const root = path.join(import.meta.dirname, '..');
const messageOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
};

let folder: string;
let data: CheckedData & Pick<ReaderData, 'version' | 'hash'>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pack-'));
  data = await pack(root, path.join(folder, 'one'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('pack', () => {
  it('writes the same bytes for the same data', async () => {
    await pack(root, path.join(folder, 'two'));
    const names = (await readdir(path.join(folder, 'one'))).sort();
    const models = (await readdir(path.join(root, 'data/models'))).filter((name) => name.endsWith('.bin'));
    expect(names).toEqual([...models, 'manifest.json', 'names.tsv', 'places.tsv', 'reader.json'].sort());
    for (const name of names) {
      const [one, two] = await Promise.all(['one', 'two'].map((at) => readFile(path.join(folder, at, name))));
      expect(one!.equals(two!), name).toBe(true);
    }
  });

  it('names version, size and sum of every file, and one hash of all', async () => {
    const text = (name: string): Promise<Buffer> => readFile(path.join(folder, 'one', name));
    const manifest = JSON.parse(String(await text('manifest.json'))) as Manifest;
    const lines: string[] = [];
    for (const [name, { sha256, bytes }] of Object.entries(manifest.files)) {
      const content = await text(name);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect(content.length).toBe(bytes);
      lines.push(`${name} ${sha256}\n`);
    }
    expect(manifest.hash).toBe(createHash('sha256').update(lines.join('')).digest('hex'));
    expect(manifest.version).toBe(
      (JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }).version,
    );
  });

  it('is loaded back as it was read', async () => {
    const loaded = await loadReaderData(path.join(folder, 'one'));
    const { models, ...read } = { ...loaded, places: [...loaded.places] };
    expect(read).toEqual(data);
    for (const language of LANGUAGES)
      for (const [kind, name] of Object.entries(modelFilesOf(language)))
        expect(
          (await readFile(path.join(root, 'data/models', name))).equals(models[language][kind as 'words' | 'trees']!),
        ).toBe(true);
  });

  it('gives each place, actor and source an id of its own, and no parent that is not there', () => {
    const ids = new Set(data.places.map((place) => place.id));
    expect(ids.size).toBe(data.places.length);
    expect(data.places.filter((place) => place.parent && !ids.has(place.parent)).map((place) => place.id)).toEqual([]);
    const actors = new Set(data.actors.map((actor) => actor.id));
    expect(actors.size).toBe(data.actors.length);
    expect(data.actors.find(({ id }) => id === 'police-cl')).toMatchObject({
      country: 'CL',
      role: 'police',
      parent: 'interior-ministry-cl',
    });
    for (const { id, years } of data.actors)
      if (years?.from && years.to) expect(years.from, id).toBeLessThanOrEqual(years.to);
    expect(data.sources.find((source) => source.id === 'marsad-samples')).toMatchObject({
      terms: 'full',
      kind: 'observatory',
    });
    expect(data.sources.filter((source) => source.terms !== 'quotes').map((source) => source.id)).toEqual([
      'marsad-samples',
    ]);
  });

  // A browser takes seconds to start, so it looks at the packed files of this run.
  const browser = findChromium();
  it.skipIf(!browser)('is read in a browser to the same values', async () => {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        lib: { entry: path.join(root, 'src/load/unpack.ts'), formats: ['iife'], name: 'unpack' },
      },
    });
    const bundle = (Array.isArray(built) ? built[0]! : built) as { output: readonly { code?: string }[] };
    const files = Object.fromEntries(
      await Promise.all(
        PACKED_FILES.map(async (name) => [name, await readFile(path.join(folder, 'one', name), 'utf8')] as const),
      ),
    );
    const chrome = await chromium.launch({ executablePath: browser!, args: [...CHROMIUM_ARGS] });
    try {
      const page = await chrome.newPage();
      await page.addScriptTag({ content: bundle.output[0]!.code! });
      const seen = await page.evaluate(
        async (given) => {
          const read = (
            globalThis as unknown as { unpack: { readerDataFrom(files: object, models: object): ReaderData } }
          ).unpack;
          const models = Object.fromEntries(given.models.map((name) => [name, new Uint8Array()]));
          const { models: _, ...seen } = read.readerDataFrom(given.files, models);
          const value = JSON.stringify({ ...seen, places: [...seen.places] });
          let sum = 0;
          for (let at = 0; at < value.length; at++) sum = (Math.imul(sum, 31) + value.charCodeAt(at)) | 0;
          return { length: value.length, sum };
        },
        { files, models: MODEL_FILES },
      );
      const { models: _, ...loaded } = await loadReaderData(path.join(folder, 'one'));
      const value = JSON.stringify({ ...loaded, places: [...loaded.places] });
      let sum = 0;
      for (let at = 0; at < value.length; at++) sum = (Math.imul(sum, 31) + value.charCodeAt(at)) | 0;
      expect(seen).toEqual({ length: value.length, sum });
    } finally {
      await chrome.close();
    }
  });
});

describe('faults in the tables of actors, sources and names', () => {
  const head = 'id\ten\tkind\tparent\tcountry\taliases_en\n';
  const actors = (rows: string) => () => actorsOf([parseTable('data/actors/x.tsv', head + rows)]);
  const bad: readonly (readonly [string, () => unknown, string])[] = [
    [
      'an id twice',
      actors('a\tA\tmonitor\na\tB\tmonitor\n'),
      'data/actors/x.tsv:3: the id «a» stands already at data/actors/x.tsv:2',
    ],
    [
      'an id in capitals',
      actors('A b\tA\tmonitor\n'),
      'data/actors/x.tsv:2: the id «A b» is not lower-case-with-hyphens',
    ],
    ['no name', actors('a\t\tmonitor\n'), 'data/actors/x.tsv:2: «en» is empty'],
    [
      'a parent that is not there',
      actors('a\tA\tmonitor\tb\n'),
      'data/actors/x.tsv:2: the parent «b» is not in the tables',
    ],
    [
      'parents in a loop',
      actors('a\tA\tmonitor\tb\nb\tB\tmonitor\ta\n'),
      'data/actors/x.tsv:2: the parents of «a» go round in a loop, by «a»',
    ],
    [
      'a country that is none',
      actors('a\tA\tmonitor\t\tZZ\n'),
      'data/actors/x.tsv:2: «ZZ» is no ISO 3166-1 alpha-2 code',
    ],
    ['an alias twice', actors('a\tA\tmonitor\t\t\tx|x\n'), 'data/actors/x.tsv:2: «aliases_en» says «x» twice'],
    [
      'an empty alias',
      actors('a\tA\tmonitor\t\t\tx|\n'),
      'data/actors/x.tsv:2: «aliases_en» has an empty or padded part',
    ],
    [
      'terms that are none',
      () => sourcesOf([parseTable('s.tsv', 'id\ten\tar\tkind\tlanguages\tterms\na\tA\tأ\toutlet\ten\tfree\n')]),
      's.tsv:2: terms: Invalid option: expected one of "full"|"quotes"|"link"',
    ],
    [
      'a careful name twice',
      () => ambiguousOf(parseTable('n.tsv', 'name\treason\trule\nOf\tword\tskip\nOf\tword\tskip\n')),
      'n.tsv:3: «Of» stands already at n.tsv:2',
    ],
  ];
  it.each(bad)('refuses %s', (_, act, message) => {
    expect(messageOf(act)).toBe(message);
  });

  it('gives an Arabic people its endings, and a broken plural none', () => {
    const table = parseTable('c.tsv', 'code\tpeople_en\tpeople_ar\nIR\tIranian|Iranians\tإيراني\nTR\tTurk\tأتراك\n');
    const [iran, turkey] = nationalitiesOf(table);
    expect(iran).toMatchObject({ country: 'IR', en: ['Iranian', 'Iranians'] });
    expect(iran!.ar).toEqual(expect.arrayContaining(['إيراني', 'إيرانية', 'إيرانيون', 'إيرانيين']));
    expect(turkey!.ar).toEqual(['أتراك']);
  });
});
