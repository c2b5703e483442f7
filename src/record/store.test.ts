/** One contract, two stores: whatever holds of the embedded one holds of PostgreSQL. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, startCluster } from '../../tools/postgres.ts';
import type { EventRecord } from '../model/index.ts';
import { knowledge, make, strike } from './made.test-help.ts';
import { openStore, type Store } from './store.ts';

const NOW = '2024-03-03T10:00:00.000Z';
const cluster = await startCluster();
const reachable = 'url' in cluster ? cluster : undefined;
afterAll(async () => (cluster as Partial<Cluster>).stop?.());

describe('PostgreSQL for the contract', () => {
  it('is there, where the checks of a change run', ({ skip }) => {
    const why = 'missing' in cluster ? cluster.missing : '';
    if (why && !process.env.CI) skip(`the PostgreSQL half did not run: ${why}`);
    expect(why).toBe('');
  });
});

const none = { agents: [], targets: [], places: [], toll: [], speakers: [] };
const onDay = { earliest: '2024-05-09', latest: '2024-05-09', precision: 'day', basis: 'stated' } as const;
const mayadin = {
  m1: {
    words: 'Mayadin',
    kind: 'place' as const,
    place: { id: 'geonames:168859', name: {}, precision: 'town' as const, score: 1 },
  },
};

const stores = [{ name: 'PGlite', url: undefined }, ...(reachable ? [{ name: 'PostgreSQL', url: reachable.url }] : [])];

describe.each(stores)('the store on $name', ({ url }) => {
  let home: string;
  let store: Store;
  const open = () => openStore({ home, ...(url && { databaseUrl: url }) });
  const keep = async (made: ReturnType<typeof make>) => {
    await store.keepBytes(made.capture, made.bytes);
    return store.keep(made, knowledge, NOW);
  };
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'marsad-store-'));
    store = await open();
  });
  afterAll(async () => {
    await store.close();
    await rm(home, { recursive: true });
  });

  const first = strike();

  it('keeps capture, report, reading and records, and gives each back as it was', async () => {
    const kept = await keep(first);
    expect(kept).toEqual({ reportId: first.report.id, held: false, claims: 1, records: 1, joined: 0 });
    const [held] = await store.reports([first.report.id, 'unknown']);
    expect(held).toMatchObject({ capture: first.capture, report: first.report, reading: first.reading });
    expect(await store.bytesOf(first.capture.id)).toEqual(first.bytes);
    expect(await store.reportOfCapture(first.capture.id)).toBe(first.report.id);
    expect(await store.reportOfCapture('0'.repeat(64))).toBeUndefined();
    const [record] = await store.recordsOf([first.report.id]);
    expect(record).toMatchObject({ version: 1, type: 'violence.airstrike', madeAt: NOW });
    expect(await store.record(record?.id ?? '')).toEqual(record);
  });

  it('counts what is written, not what is read', async () => {
    const before = store.changes();
    await store.latestRecords(10);
    expect(store.changes()).toBe(before);
    await keep(strike({ text: 'Jets struck nowhere.', mentions: {} }, none));
    expect(store.changes()).toBeGreaterThan(before);
  });

  it('holds the same bytes once', async () => {
    expect(await keep(first)).toMatchObject({ reportId: first.report.id, held: true, records: 0 });
    expect(await store.readings(first.report.id)).toHaveLength(1);
    expect(await store.recordsOf([first.report.id])).toHaveLength(1);
  });

  it('holds a page once that was fetched again with other advertisements', async () => {
    const page = strike(
      { text: 'Jets struck Mayadin, a monitor said.', url: 'https://example.org/1', mentions: {} },
      none,
    );
    await keep(page);
    const again = { ...page.capture, id: 'f'.repeat(64) };
    const kept = await store.keep(
      { capture: again, report: { ...page.report, id: 'again', captureId: again.id }, reading: page.reading },
      knowledge,
      NOW,
    );
    expect(kept).toMatchObject({ reportId: page.report.id, held: true });
    expect(await store.reportOfCapture(again.id)).toBeUndefined();
  });

  it('keeps copies of one text and links them to the first', async () => {
    const text = (site: string) =>
      `Shells fell on the market of a town on Monday morning, the agency said. Rescue workers were digging at noon, and the hospital asked for blood. Printed by ${site}.`;
    const told = ['one', 'two', 'three'].map((site) => make({ text: text(site), publisher: site }));
    const kept: Awaited<ReturnType<typeof keep>>[] = [];
    for (const one of told) kept.push(await keep(one));
    const [first, second, third] = told.map((one) => one.report.id);
    expect(kept[0]?.copy).toBeUndefined();
    expect(kept[1]?.copy).toMatchObject({ of: first, origin: first });
    expect(kept[2]?.copy).toMatchObject({ origin: first });
    expect((await store.copiesOf(second ?? '')).map((copy) => copy.reportId).sort()).toEqual([first, third].sort());
    expect(await store.copiesOf('none')).toEqual([]);
  });

  it('writes a joined record as a new version and keeps the old', async () => {
    const other = strike({ text: 'Struck: a depot in Mayadin by American jets, says a monitor', publisher: 'enab' });
    expect(await keep(other)).toMatchObject({ records: 0, joined: 1 });
    const [record] = await store.recordsOf([other.report.id]);
    expect(record).toMatchObject({ version: 2 });
    expect(record?.claims).toHaveLength(2);
    expect((await store.versions(record?.id ?? '')).map((one) => one.version)).toEqual([1, 2]);
    expect((await store.record(record?.id ?? '', 1))?.claims).toHaveLength(1);
    expect((await store.latestRecords(10)).filter((one) => one.id === record?.id)).toHaveLength(1);
  });

  it('keeps a decision with what it makes of the record, or neither', async () => {
    const [record] = (await store.latestRecords(1)) as [EventRecord];
    const next = { ...record, version: record.version + 1, review: 'confirmed', by: 'person' } as const;
    const decision = {
      id: 'd-next',
      recordId: record.id,
      version: record.version,
      act: 'confirm',
      by: 'rana',
      at: NOW,
    } as const;
    await store.decide(decision, [next]);
    expect(await store.record(record.id)).toEqual(next);
    const again = store.decide({ ...decision, id: 'd-late' }, [next]);
    await expect(again).rejects.toMatchObject({ code: 'version-taken' });
    expect((await store.decisionsOn(record.id)).map((one) => one.id)).toEqual(['d-next']);
  });

  it('notes an edition once, of versions that are held, with the head before it', async () => {
    const [record] = (await store.latestRecords(1)) as [EventRecord];
    const head = await store.head();
    // Some captures of this suite have no bytes.
    const { faults } = await store.verify([head]);
    const edition = {
      date: '2024-04-01',
      number: 1,
      codebook: '1',
      licence: 'CC-BY-4.0',
      records: [{ id: record.id, version: record.version }],
      checksums: { 'records.jsonl': 'a'.repeat(64) },
    };
    expect(await store.release(edition)).toEqual(head);
    expect((await store.head()).seq).toBe(head.seq + 1);
    expect(await store.releases()).toEqual([{ edition, head }]);
    await expect(store.release(edition)).rejects.toMatchObject({ code: 'edition-taken' });
    const unknown = { ...edition, number: 2, records: [{ id: record.id, version: 99 }] };
    await expect(store.release(unknown)).rejects.toMatchObject({ code: 'no-record' });
    expect((await store.verify([head])).faults).toEqual(faults);
  });

  it('writes all of a report or nothing', async () => {
    const broken = strike({ text: 'Jets struck Mayadin again, a monitor said.', mentions: {} }, none);
    const bad = { ...broken, reading: { ...broken.reading, readingId: first.reading.readingId } };
    await expect(store.keep(bad, knowledge, NOW)).rejects.toThrow();
    expect(await store.reports([broken.report.id])).toEqual([]);
    expect(await store.reportIds(10)).not.toContain(broken.report.id);
    expect(await keep(broken)).toMatchObject({ held: false });
  });

  it('refuses what is no noun', async () => {
    const odd = strike({ text: 'Odd.', mentions: {} }, none);
    await expect(store.keep({ ...odd, capture: { ...odd.capture, id: 'short' } }, knowledge, NOW)).rejects.toThrow();
  });

  it('has one of two that append the same version', async () => {
    const [record] = await store.recordsOf([first.report.id]);
    if (!record) throw new Error('no record');
    const next = { ...record, version: record.version + 1, madeAt: NOW };
    const results = await Promise.allSettled([store.append(next), store.append(next)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect((lost as PromiseRejectedResult).reason).toMatchObject({ code: 'version-taken' });
  });

  it('joins reports that come at once one after the other', async () => {
    const tell = (word: string) =>
      strike({ text: `${word} struck Mayadin`, mentions: mayadin }, { ...none, places: ['m1'], time: onDay });
    const [a, b] = [tell('Planes'), tell('Drones')];
    await Promise.all([keep(a), keep(b)]);
    const [record] = await store.recordsOf([a.report.id]);
    expect(record?.claims.map((claim) => claim.reportId).sort()).toEqual([a.report.id, b.report.id].sort());
  });

  it('keeps decisions and settings', async () => {
    const [record] = await store.recordsOf([first.report.id]);
    const decision = { id: 'd1', recordId: record?.id ?? '', version: 1, act: 'confirm' as const, by: 'rana', at: NOW };
    await store.decide(decision);
    expect(await store.decisionsOn(record?.id ?? '')).toContainEqual(decision);
    await expect(store.decide({ ...decision, id: 'd2', version: 99 })).rejects.toThrow();
    expect(await store.setting('demo')).toBeUndefined();
    await store.set('demo', true);
    const before = store.changes();
    await store.set('demo', false);
    expect(await store.setting('demo')).toBe(false);
    expect(store.changes()).toBeGreaterThan(before);
  });

  it('says when the bytes of a capture are no longer what was captured', async () => {
    await writeFile(join(home, 'captures', first.capture.id.slice(0, 2), first.capture.id), 'changed');
    await expect(store.bytesOf(first.capture.id)).rejects.toMatchObject({ code: 'capture-changed' });
    await expect(store.bytesOf('0'.repeat(64))).rejects.toMatchObject({ code: 'capture-lost' });
  });

  it('is one to a process, and has everything when it is opened again', async () => {
    await expect(open()).rejects.toThrow('open already');
    const before = await store.latestRecords(100);
    await store.close();
    store = await open();
    expect(await store.latestRecords(100)).toEqual(before);
  });
});
