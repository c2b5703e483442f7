/** What is due for the gate, what was made of it, and what is not written because it changed meanwhile. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryOfRecord } from './entries.ts';
import { knowledge, strike } from './made.test-help.ts';
import { second } from './matched.test-help.ts';
import { openStore, type Store } from './store.ts';

const NOW = '2024-03-20T10:00:00.000Z';
const SOON = '2024-03-21T00:00:00.000Z';
const due = (kind: 'record' | 'report', now = NOW) => store.dueForRelease(kind, now, 100);

let home: string;
let store: Store;
const told = strike();
const other = second();
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'marsad-release-'));
  store = await openStore({ home });
  await store.keep(told, knowledge, NOW);
});
afterAll(async () => {
  await store.close();
  await rm(home, { recursive: true });
});

/** Releases what is due, as the gate's side does. */
const release = async (again?: string): Promise<void> => {
  const records = await due('record', '2030-01-01T00:00:00.000Z');
  const held = new Map((await store.records(records.map((one) => one.id))).map((record) => [record.id, record]));
  await store.releaseRecords(
    records.map(({ id, touched }) => ({
      id,
      touched,
      ...(held.get(id) && { entry: entryOfRecord(held.get(id) as never) }),
      ...(again && { againAt: again }),
      lines: { public: { id, shown: 'some' }, owner: { id, shown: 'all' } },
    })),
  );
};

describe('what lists show', () => {
  it('is due once it is kept, and not again once it is released', async () => {
    expect(await due('record')).toHaveLength(1);
    expect(await due('report')).toHaveLength(1);
    await release();
    expect(await due('record')).toEqual([]);
    const { ids, total } = await store.listRecords({ side: 'public' });
    expect(total).toBe(1);
    expect([...(await store.lines('record', 'public', [...ids, 'none'])).values()]).toEqual([
      { id: ids[0], shown: 'some' },
    ]);
    expect([...(await store.lines('record', 'owner', ids)).values()]).toEqual([{ id: ids[0], shown: 'all' }]);
  });

  it('goes when something it rests on changes, and what was made before that is not written', async () => {
    const [before] = (await store.listRecords({ side: 'public' })).ids;
    await store.keep(other, knowledge, NOW);
    expect(await store.listRecords({ side: 'public' })).toEqual({ ids: [], total: 0 });
    expect((await store.lines('record', 'owner', [before ?? ''])).size).toBe(0);
    const [late] = await due('record');
    // Gated, and meanwhile somebody decides.
    const record = await store.record(late?.id ?? '');
    if (!late || !record) throw new Error('nothing is due');
    await store.append({ ...record, version: record.version + 1, review: 'rejected', by: 'person' });
    await store.releaseRecords([{ ...late, entry: entryOfRecord(record), lines: { public: {}, owner: {} } }]);
    expect((await store.listRecords({ side: 'public' })).total).toBe(0);
    expect((await store.lines('record', 'public', [late.id])).size).toBe(0);
    expect(await due('record')).toHaveLength(1);
  });

  it('is due again when a delay ends', async () => {
    await release(SOON);
    expect(await due('record')).toEqual([]);
    expect(await due('record', SOON)).toHaveLength(1);
  });

  it('is gated anew, all of it, under another rule book', async () => {
    await release();
    await store.releaseUnder('other');
    expect((await store.listRecords({ side: 'public' })).total).toBe(0);
    expect(await due('record')).toHaveLength(1);
    await release();
    await store.releaseUnder('other');
    expect((await store.listRecords({ side: 'public' })).total).toBe(1);
  });

  it('holds nothing of what was erased', async () => {
    const ids = (await store.listRecords({ side: 'owner' })).ids;
    for (const id of [told.report.id, other.report.id]) await store.erase({ id, by: 'rana', why: 'terms', at: NOW });
    expect((await store.lines('record', 'owner', ids)).size + (await store.lines('record', 'public', ids)).size).toBe(
      0,
    );
    expect(await store.listRecords({ side: 'owner' })).toEqual({ ids: [], total: 0 });
    expect(await due('record', SOON)).toEqual([]);
  });
});
