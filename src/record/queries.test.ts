/** Lists, counts and search, the same on both stores. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, startCluster } from '../../tools/postgres.ts';
import { day, knowledge, make, strike, town } from './made.test-help.ts';
import type { RecordQuery, ReportQuery } from './queries.ts';
import { openStore, type Store } from './store.ts';

const cluster = await startCluster();
afterAll(async () => (cluster as Partial<Cluster>).stop?.());
const stores = [
  { name: 'PGlite', url: undefined },
  ...('url' in cluster ? [{ name: 'PostgreSQL', url: cluster.url }] : []),
];

const NOW = '2024-03-20T10:00:00.000Z';
const MAYADIN = 'geonames:168859';
const above = (id: string) => (id === MAYADIN ? ['place:province', 'country:SY'] : []);

const made = {
  strike: strike(),
  arabic: make({
    text: 'أغارت طائرات على مستودعات في مدينة الميادين.\nقالت المقاومة إن القصف أصاب المدرسة.',
    publisher: 'enab',
    mentions: {
      m1: { words: 'الميادين', kind: 'place', place: town(MAYADIN, 'Mayadin') },
      m2: { words: 'المقاومة', actor: 'sohr' },
    },
    claims: {
      c1: {
        quote: 'أغارت طائرات على مستودعات في مدينة الميادين',
        trigger: 'أغارت',
        places: ['m1'],
        time: day('2024-03-12'),
        speakers: [{ mention: 'm2', cue: { start: 0, end: 1 } }],
      },
    },
  }),
  siege: make({
    text: 'Besieged civilians ran out of bread in Idlib, residents said.',
    publisher: 'levant',
    mentions: { m1: { words: 'Idlib', kind: 'place', place: town('place:idlib', 'Idlib') } },
    claims: {
      c1: {
        type: 'control.siege',
        quote: 'Besieged civilians ran out of bread in Idlib',
        trigger: 'Besieged',
        places: ['m1'],
        status: 'ongoing',
        time: { earliest: '2024-03-01', latest: '2024-03-31', precision: 'month', basis: 'stated' },
      },
    },
  }),
  undated: make({
    text: 'The army denied that a truce was near.',
    mentions: { m1: { words: 'The army', actor: 'army' } },
    claims: {
      c1: {
        type: 'politics.ceasefire',
        quote: 'The army denied that a truce was near',
        trigger: 'truce',
        agents: ['m1'],
        modality: 'denied',
        time: { precision: 'bounded', basis: 'report' },
      },
    },
  }),
};
type Name = keyof typeof made;

describe.each(stores)('questions to the store on $name', ({ url }) => {
  let home: string;
  let store: Store;
  const recordOf = new Map<string, Name>();
  const open = (key = 'one') => openStore({ home, ...(url && { databaseUrl: url }), places: { above, key } });
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'marsad-queries-'));
    store = await open();
    for (const [name, one] of Object.entries(made)) {
      await store.keep(one, knowledge, NOW);
      for (const record of await store.recordsOf([one.report.id])) recordOf.set(record.id, name as Name);
    }
  });
  afterAll(async () => {
    await store.close();
    await rm(home, { recursive: true });
  });
  const records = async (query: Omit<RecordQuery, 'side'> & { order?: 'day' | 'day-asc' | 'added' }) => {
    const { ids, total } = await store.listRecords({ side: 'owner', ...query });
    expect(total).toBe(ids.length);
    return ids.map((id) => recordOf.get(id));
  };
  const reports = async (query: Omit<ReportQuery, 'side'>) => {
    const { ids } = await store.listReports({ side: 'owner', ...query });
    return ids.map((id) => Object.entries(made).find(([, one]) => one.report.id === id)?.[0]);
  };

  it.each<[string, Omit<RecordQuery, 'side'>, Name[]]>([
    ['an actor', { actors: ['us-forces'] }, ['strike']],
    ['one of two actors', { actors: ['us-forces', 'army'] }, ['undated', 'strike']],
    ['who says so', { speakers: ['sohr'] }, ['arabic', 'strike']],
    ['a place', { places: [MAYADIN] }, ['arabic', 'strike']],
    ['the province around a place', { places: ['place:province'] }, ['arabic', 'strike']],
    ['the country', { places: ['country:SY'], types: ['control.siege'] }, []],
    ['types', { types: ['control.siege', 'politics.ceasefire'] }, ['siege', 'undated']],
    ['a family', { families: ['violence'] }, ['arabic', 'strike']],
    ['a source', { sources: ['levant'] }, ['siege', 'strike']],
    ['a status', { statuses: ['ongoing'] }, ['siege']],
    ['a modality', { modalities: ['denied'] }, ['undated']],
    ['a language', { languages: ['ar'] }, ['arabic']],
    ['days that its bounds meet', { from: '2024-03-10', to: '2024-03-15' }, ['siege', 'arabic']],
    ['an open end', { from: '2024-03-13' }, ['siege']],
    ['all together', { actors: ['us-forces'], places: ['country:SY'], to: '2024-03-02', text: 'jets' }, ['strike']],
    ['nothing that is there', { actors: ['nobody'] }, []],
    ['an empty list of actors, which is no question', { actors: [], families: ['control'] }, ['siege']],
  ])('lists records by %s', async (_name, query, expected) => {
    expect(await records({ order: 'day', ...query })).toEqual(expected);
  });

  it('lists them by day either way, and by what came last', async () => {
    expect(await records({ order: 'day-asc' })).toEqual(['strike', 'arabic', 'undated', 'siege']);
    expect(await records({ order: 'added' })).toEqual(['undated', 'siege', 'arabic', 'strike']);
  });

  it.each<[string, Name[]]>([
    ['warehouses', []],
    ['civilian', ['siege']],
    ['"ran out" bread', ['siege']],
    ['bread -idlib', []],
    ['truce or bread', ['siege', 'undated']],
    ['الميادين', ['arabic']],
    ['مستودع', ['arabic']],
    ['المُقاوَمة', ['arabic']],
    ['أغارت', ['arabic']],
    ["'); drop table reports; --", []],
    ['«»', []],
  ])('finds reports by the words %s', async (text, expected) => {
    expect((await reports({ text })).sort()).toEqual(expected);
  });

  it('finds records by the words of their claims and the names in them', async () => {
    expect(await records({ text: 'United States' })).toEqual(['strike']);
    expect(await records({ text: 'طائرات' })).toEqual(['arabic']);
    expect(await records({ text: 'المدرسة' })).toEqual([]);
  });

  it('lists reports by actor, place, type, source and language', async () => {
    expect(await reports({ actors: ['sohr'] })).toEqual(['strike', 'arabic'].reverse());
    expect(await reports({ places: ['place:province'], types: ['violence.airstrike'] })).toHaveLength(2);
    expect(await reports({ sources: ['levant'] })).toHaveLength(2);
    expect(await reports({ languages: ['ar'] })).toEqual(['arabic']);
    expect(await reports({ families: ['control'] })).toEqual(['siege']);
  });

  it.each(['day', 'day-asc', 'added', 'relevance'] as const)('goes through all pages by %s', async (order) => {
    const text = order === 'relevance' ? 'bread or truce or jets or الميادين' : undefined;
    const question = { side: 'owner', order, ...(text && { text }) } as const;
    const whole = await store.listReports({ ...question, limit: 100 });
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await store.listReports({ ...question, limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.ids);
      expect(page.total).toBe(4);
      cursor = page.next;
      if (!cursor) break;
    }
    expect(seen).toEqual(whole.ids);
    expect(new Set(seen).size).toBe(4);
  });

  it('counts by each thing that can be asked for', async () => {
    const by = (facet: Parameters<Store['countRecords']>[0]) => store.countRecords(facet, { side: 'owner' });
    expect(await by('actor')).toEqual([
      { key: 'army', count: 1 },
      { key: 'us-forces', count: 1 },
    ]);
    expect(await by('place')).toEqual([
      { key: MAYADIN, count: 2 },
      { key: 'place:idlib', count: 1 },
    ]);
    expect(await by('area')).toContainEqual({ key: 'country:SY', count: 2 });
    expect(await by('family')).toContainEqual({ key: 'violence', count: 2 });
    expect(await by('month')).toEqual([{ key: '2024-03', count: 4 }]);
    expect(await store.countReports('language', { side: 'owner' })).toEqual([
      { key: 'en', count: 3 },
      { key: 'ar', count: 1 },
    ]);
    expect(await store.countRecords('type', { side: 'owner', places: [MAYADIN] }, 1)).toEqual([
      { key: 'violence.airstrike', count: 2 },
    ]);
  });

  it('keeps totals that are what counting finds', async () => {
    const facets = [
      ['actor', 'actors'],
      ['area', 'places'],
      ['type', 'types'],
      ['family', 'families'],
      ['source', 'sources'],
    ] as const;
    for (const [facet, filter] of facets) {
      const [ofRecords, ofReports] = [
        await store.countRecords(facet, { side: 'owner' }),
        await store.countReports(facet, { side: 'owner' }),
      ];
      expect(ofRecords.length).toBeGreaterThan(0);
      for (const { key, count } of ofRecords)
        expect((await store.listRecords({ side: 'owner', [filter]: [key], limit: 1 })).total, key).toBe(count);
      for (const { key, count } of ofReports)
        expect((await store.listReports({ side: 'owner', [filter]: [key], limit: 1 })).total, key).toBe(count);
    }
  });

  it('answers the public with nothing that no gate has let out', async () => {
    expect(await store.listRecords({ side: 'public' })).toEqual({ ids: [], total: 0 });
    expect(await store.listReports({ side: 'public', text: 'bread' })).toEqual({ ids: [], total: 0 });
    expect(await store.countRecords('area', { side: 'public' })).toEqual([]);
  });

  it('says what is wrong with a question', async () => {
    const ask = (query: object) => store.listRecords({ side: 'owner', ...query });
    await expect(ask({ from: 'May' })).rejects.toMatchObject({ code: 'query' });
    await expect(ask({ limit: 0 })).rejects.toMatchObject({ code: 'query' });
    await expect(ask({ cursor: 'x' })).rejects.toMatchObject({ code: 'cursor' });
  });

  it('lists everything anew where places are known otherwise', async () => {
    const before = await store.listRecords({ side: 'owner', order: 'added' });
    await store.close();
    store = await openStore({
      home,
      ...(url && { databaseUrl: url }),
      places: { above: (id) => (id === 'place:idlib' ? ['place:north'] : []), key: 'two' },
    });
    expect(await records({ places: ['place:north'] })).toEqual(['siege']);
    expect(await records({ places: ['place:province'] })).toEqual([]);
    expect((await store.listReports({ side: 'owner' })).total).toBe(4);
    expect(await store.listRecords({ side: 'owner', order: 'added' })).toEqual(before);
  });
});
