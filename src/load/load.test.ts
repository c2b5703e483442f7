import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../model/index.ts';
import { type PlaceEntry, placeTableFrom, type ReaderData } from '../read/index.ts';
import {
  gateKnowledge,
  loadHarmTable,
  loadReaderData,
  loadSamples,
  PACK_FORMAT,
  packedFilesOf,
  readerDataFrom,
} from './index.ts';

const place = (id: string, kind: PlaceEntry['kind'], more: Partial<PlaceEntry> = {}): PlaceEntry => ({
  id,
  kind,
  aliases: [],
  population: 0,
  ...more,
});

const places: readonly PlaceEntry[] = [
  place('country:SY', 'country', { en: 'Syria', ar: 'سوريا', country: 'SY', lat: 35.02, lon: 38.49 }),
  place('place:p', 'province', { en: 'P', parent: 'country:SY', country: 'SY', lat: -1, lon: 0.5 }),
  place('place:d', 'district', { en: 'D', ar: 'د', parent: 'place:p', country: 'SY' }),
  place('geonames:7', 'town', { en: 'T', aliases: ['T1', 'ت'], parent: 'place:d', lat: 0, lon: 0, population: 9 }),
  place('place:q', 'quarter', { ar: 'ق', parent: 'geonames:7' }),
  place('place:desert', 'desert', { en: 'Desert', parent: 'country:SY' }),
  place('place:loop', 'quarter', { en: 'Loop', parent: 'place:loop' }),
];
const bytes = (value: number): Uint8Array => new Uint8Array([value]);
const data: ReaderData = {
  version: '1.2.3',
  hash: 'abc',
  ontology: [],
  lexicons: { en: { words: [{ form: 'a' }] }, ar: {} },
  actors: [{ id: 'a', names: { en: 'A', ar: 'أ' }, aliases: { en: ['AA'], ar: [] }, kind: 'monitor' }],
  nationalities: [],
  ambiguous: [],
  sources: [],
  places: placeTableFrom(places),
  models: {
    en: { words: bytes(1), trees: bytes(2), names: bytes(5) },
    ar: { words: bytes(3), trees: bytes(4), names: bytes(6) },
  },
};
const manifest = (format: number): string => JSON.stringify({ format, version: '1.2.3', hash: 'abc', files: {} });
const files = { ...packedFilesOf({ ...data, places }), 'manifest.json': manifest(PACK_FORMAT) };

const models = {
  'en.words.bin': bytes(1),
  'en.trees.bin': bytes(2),
  'ar.words.bin': bytes(3),
  'ar.trees.bin': bytes(4),
  'en.names.bin': bytes(5),
  'ar.names.bin': bytes(6),
};

const NO_SENTENCES = { events: [], frames: [], nouns: [], adjectives: [], genders: [], tolls: [] };

describe('the packed form', () => {
  it('gives back what was packed, a point at 0° and a missing name too', () => {
    const read = readerDataFrom(files, models);
    expect({ ...read, places: [...read.places] }).toEqual({ ...data, places });
  });
  it('says what is missing or of another format, and what to do', () => {
    expect(() => readerDataFrom({ ...files, 'places.tsv': undefined } as never, models)).toThrow(
      /lacks places.tsv.*npm run build/,
    );
    expect(() => readerDataFrom(files, { ...models, 'ar.trees.bin': undefined } as never)).toThrow(
      /lacks ar.trees.bin.*npm run build/,
    );
    expect(() => readerDataFrom({ ...files, 'manifest.json': manifest(99) }, models)).toThrow(
      /format 99.*npm run build/,
    );
    expect(() => readerDataFrom({ ...files, 'reader.json': '{' }, models)).toThrow(/broken in reader.json/);
  });
});

describe('files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'load-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('asks for a build where nothing was packed', async () => {
    await expect(loadReaderData(folder)).rejects.toMatchObject({
      name: 'Failure',
      code: 'data-missing',
      message: expect.stringContaining('run `npm run build` first'),
    });
  });
  it('reads a folder of packed files', async () => {
    for (const [name, text] of Object.entries({ ...files, ...models })) await writeFile(path.join(folder, name), text);
    const read = await loadReaderData(folder);
    expect({ ...read, places: [...read.places] }).toEqual({ ...data, places });
  });
  it('reads the bundled reports, each with its citations and the id of its text', async () => {
    const samples = await loadSamples();
    expect(samples.length).toBeGreaterThanOrEqual(8);
    for (const { report } of samples) {
      expect(report.id).toBe(sha256Hex(report.text));
      expect(report.publisher).toBe('marsad-samples');
      expect(report.citations).not.toHaveLength(0);
    }
  });
  it('says which row of the list of samples is wrong', async () => {
    await writeFile(path.join(folder, 'samples.yaml'), '- file: ../etc.txt\n  language: en\n');
    await expect(loadSamples(folder)).rejects.toThrow(/^samples.yaml: 0\./);
  });
  it('reads the harm table, and refuses to do without', async () => {
    expect((await loadHarmTable()).length).toBeGreaterThan(0);
    await expect(loadHarmTable(path.join(folder, 'none.tsv'))).rejects.toMatchObject({ code: 'harm-missing' });
  });
});

describe('gateKnowledge', () => {
  const knowledge = gateKnowledge(data, [], false, NO_SENTENCES);
  const above: readonly (readonly [string, 'district' | 'province' | 'country', string | undefined])[] = [
    ['place:q', 'district', 'place:d'],
    ['place:q', 'province', 'place:p'],
    ['place:q', 'country', 'country:SY'],
    ['geonames:7', 'district', 'place:d'],
    ['place:d', 'district', 'place:d'],
    ['place:desert', 'district', 'place:desert'],
    ['place:desert', 'country', 'country:SY'],
    ['place:loop', 'district', undefined],
    ['place:none', 'country', undefined],
  ];
  it.each(above)('above %s, %s: %s', (id, precision, expected) => {
    expect(knowledge.placeAbove(id, precision)?.id).toBe(expected);
  });
  it('gives the coarse place with its own point and what it lies in, and no finer word', () => {
    expect(knowledge.placeAbove('place:q', 'province')).toEqual({
      id: 'place:p',
      name: { en: 'P' },
      lat: -1,
      lon: 0.5,
      country: 'SY',
      admin: [],
      precision: 'province',
      score: 1,
    });
    expect(knowledge.placeAbove('place:q', 'district')).toMatchObject({ admin: ['P'], precision: 'district' });
  });
  it('knows every name of a place, aliases too', () => {
    expect(knowledge.placeNames?.('geonames:7')).toEqual(['T', 'T1', 'ت']);
    expect(knowledge.placeNames?.('place:q')).toEqual(['ق']);
    expect(knowledge.placeNames?.('place:none')).toEqual([]);
  });
  it('knows names and kinds', () => {
    expect(knowledge.actorName('a')).toEqual({ en: 'A', ar: 'أ' });
    expect(knowledge.placeKind('place:q')).toBe('quarter');
    expect(knowledge.placeKind('place:none')).toBeUndefined();
  });
});

describe('states as actors', () => {
  const actor = (id: string, kind: string, parent?: string) => ({
    ...{ id, kind, names: { en: id }, aliases: { en: [], ar: [] }, country: 'SY' },
    ...(parent && { parent }),
  });
  const knowledge = gateKnowledge(
    {
      ...data,
      nationalities: [{ country: 'SY', en: ['Syrian', 'Syrians'], ar: ['سوري', 'سوريون', 'سورية'] }],
      actors: [
        actor('army', 'state-forces', 'ministry'),
        actor('ministry', 'institution', 'alliance'),
        actor('alliance', 'alliance'),
        actor('rivals', 'institution'),
        actor('militia', 'political-militia', 'army'),
      ],
    },
    [],
    false,
    NO_SENTENCES,
  );
  it.each([
    ['Syrian', true],
    ['the Syrians', true],
    ['SYRIANS', true],
    ['السورية', true],
    ['وسوريون', true],
    ['للسوريون', true],
    ['Syria', false],
    ['Atlantean', false],
    ['', false],
  ])('«%s» stands for one: %s', (words, found) => {
    expect(knowledge.stateOf(words)).toBe(found ? 'country:SY' : undefined);
  });
  it.each([
    ['army', 'country:SY'],
    ['ministry', 'country:SY'],
    ['country:SY', 'country:SY'],
    ['alliance', undefined],
    ['rivals', undefined],
    ['militia', undefined],
  ])('behind %s: %s', (id, state) => {
    expect(knowledge.stateBehind(id)).toBe(state);
  });
  it('are named as their country', () => {
    expect(knowledge.actorName('country:SY')).toEqual({ en: 'Syria', ar: 'سوريا' });
    expect(knowledge.actorName('country:XX')).toBeUndefined();
    expect(knowledge.actorName('place:d')).toBeUndefined();
  });
});
