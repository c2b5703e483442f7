/** A store that was filled before lists had tables of their own (0101_listing): brought up to date, it lists what it held. */
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle as overServer } from 'drizzle-orm/node-postgres';
import { migrate as migrateServer } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as overEmbedded } from 'drizzle-orm/pglite';
import { migrate as migrateEmbedded } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, startCluster } from '../../tools/postgres.ts';
import { type Database, openDatabase } from './database.ts';
import { entryOfRecord } from './entries.ts';
import { knowledge, make, strike } from './made.test-help.ts';
import { openStore, type Store } from './store.ts';

const NOW = '2024-03-03T10:00:00.000Z';
const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
const LISTING = '0101_listing';

// Where there is none, store.test.ts says so, and fails where it must not be missing.
const cluster = await startCluster();
const stores = [
  { name: 'PGlite', url: undefined },
  ...('url' in cluster ? [{ name: 'PostgreSQL', url: cluster.url }] : []),
];

const told = [
  strike(),
  strike({ text: 'Struck: a depot in Mayadin by American jets, says a monitor', publisher: 'enab' }),
  make({ text: 'هدوء في إدلب، بحسب السكان.', url: 'https://example.org/هدوء' }),
];

/** What was in a store before 0101; the words of lists stood in the lists then. */
const HELD = [
  'captures',
  'reports',
  'readings',
  'records',
  'decisions',
  'matched_readings',
  'report_shapes',
  'report_copies',
  'ledger',
  'settings',
  'public_index',
];
const LISTS = [
  ['record_index', 'record_words'],
  ['report_index', 'report_words'],
] as const;

type Rows = ReadonlyMap<string, string>;
let folder: string;
let before: string;
let rows: Rows;
let expected: unknown;

const owner = { side: 'owner' } as const;
const listsOf = async (store: Store): Promise<unknown> => ({
  records: await store.listRecords(owner),
  reports: await store.listReports({ ...owner, order: 'added' }),
  actor: await store.listRecords({ ...owner, actors: ['us-forces'] }),
  place: await store.listRecords({ ...owner, places: ['geonames:168859'] }),
  nowhere: await store.listRecords({ ...owner, places: ['geonames:1'] }),
  source: await store.listReports({ ...owner, sources: ['enab'] }),
  english: await store.listRecords({ ...owner, text: 'depot' }),
  arabic: await store.listReports({ ...owner, text: 'هدوء' }),
  types: await store.countRecords('type', owner),
  sources: await store.countReports('source', owner),
  head: await store.head(),
});

const rowsOf = async (database: Database): Promise<Rows> => {
  const all = async (query: string): Promise<string> => {
    const answer = (await database.execute(
      sql.raw(`select coalesce(jsonb_agg(row), '[]')::text as rows from (${query}) row`),
    )) as unknown as {
      readonly rows: readonly { readonly rows: string }[];
    };
    return answer.rows[0]?.rows ?? '[]';
  };
  const held = new Map<string, string>();
  for (const table of HELD) held.set(table, await all(`select * from ${table}`));
  for (const [list, words] of LISTS)
    held.set(list, await all(`select list.*, found.words from ${list} list join ${words} found using (audience, id)`));
  return held;
};

/** Makes a store as it was before 0101, with the rows in it, where the newest code will look for it. */
const makeOlder = async (home: string, url: string | undefined): Promise<void> => {
  const fill = async (database: Database): Promise<void> => {
    // Rows as they stand, ledger and all: nothing is to be noted, or refused, a second time.
    await database.transaction(async (transaction) => {
      await transaction.execute(sql`set local session_replication_role = replica`);
      for (const [table, content] of rows)
        await transaction.execute(sql`
          insert into ${sql.raw(table)} overriding system value
          select * from jsonb_populate_recordset(null::${sql.raw(table)}, ${content}::jsonb)`);
      for (const table of ['reports', 'readings', 'records'])
        await transaction.execute(
          sql.raw(`select setval(pg_get_serial_sequence('${table}', 'seq'), (select max(seq) from ${table}))`),
        );
      await transaction.execute(
        sql`select setval('index_order', greatest((select max(seq) from record_index), (select max(seq) from report_index)))`,
      );
    });
  };
  if (url) {
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    const database = overServer(pool);
    await migrateServer(database, { migrationsFolder: before });
    await fill(database as unknown as Database);
    await pool.end();
    return;
  }
  const client = await PGlite.create({ dataDir: join(home, 'db') });
  const database = overEmbedded(client);
  await migrateEmbedded(database, { migrationsFolder: before });
  await fill(database as unknown as Database);
  await client.close();
  await writeFile(join(home, 'db.ready'), '');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-older-'));
  before = join(folder, 'migrations');
  await cp(MIGRATIONS, before, { recursive: true });
  const journal = join(before, 'meta/_journal.json');
  const whole = JSON.parse(readFileSync(journal, 'utf8')) as { entries: readonly { readonly tag: string }[] };
  const entries = whole.entries.slice(
    0,
    whole.entries.findIndex((entry) => entry.tag === LISTING),
  );
  expect(entries.length).toBeGreaterThan(0);
  await writeFile(journal, JSON.stringify({ ...whole, entries }));

  const home = join(folder, 'now');
  const store = await openStore({ home });
  for (const one of told) await store.keep(one, knowledge, NOW);
  for (const { id, touched } of await store.dueForRelease('record', NOW, 100)) {
    const record = await store.record(id);
    if (record)
      await store.releaseRecords([{ id, touched, entry: entryOfRecord(record), lines: { public: {}, owner: {} } }]);
  }
  expected = await listsOf(store);
  await store.close();
  const { database, close } = await openDatabase(home);
  rows = await rowsOf(database);
  await close();
});
afterAll(async () => {
  await (cluster as Partial<Cluster>).stop?.();
  await rm(folder, { recursive: true });
});

describe.each(stores)('a store on $name from before there were lists of words, totals and lines', ({ name, url }) => {
  let store: Store;
  beforeAll(async () => {
    const home = await mkdtemp(join(folder, name));
    await makeOlder(home, url);
    store = await openStore({ home, ...(url && { databaseUrl: url }) });
  });
  afterAll(() => store?.close());

  it('lists, counts and finds what it held', async () => {
    expect(await listsOf(store)).toEqual(expected);
    expect(expected).toMatchObject({
      records: { total: 1 },
      reports: { total: 3 },
      actor: { total: 1 },
      nowhere: { total: 0 },
      english: { ids: [expect.any(String)] },
      arabic: { ids: [told[2]?.report.id] },
    });
    expect((await store.verify()).faults).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ fault: 'altered' })]),
    );
  });

  it('has everything gated once more, since its lines are not made yet', async () => {
    expect(await store.dueForRelease('record', NOW, 100)).toHaveLength(1);
    expect(await store.dueForRelease('report', NOW, 100)).toHaveLength(3);
  });

  it('goes on from there: totals follow what is added', async () => {
    await store.keep(make({ text: 'A convoy entered Mayadin.', publisher: 'enab' }), knowledge, NOW);
    expect((await store.listReports({ ...owner, sources: ['enab'] })).total).toBe(2);
    expect((await store.listReports(owner)).total).toBe(4);
    expect((await store.listReports({ ...owner, text: 'convoy' })).total).toBe(1);
  });
});
