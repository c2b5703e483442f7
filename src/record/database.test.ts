/** What the database itself promises, whoever asks it. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, startCluster } from '../../tools/postgres.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import * as tables from './tables.ts';

// Where there is none, store.test.ts says so, and fails where it must not be missing.
const cluster = await startCluster();
afterAll(async () => (cluster as Partial<Cluster>).stop?.());
const kinds = [
  { name: 'PGlite', url: undefined },
  ...('url' in cluster ? [{ name: 'PostgreSQL', url: cluster.url }] : []),
];

/** As many as there are, so that a new one need not be counted here. */
const journal = new URL('./migrations/meta/_journal.json', import.meta.url);
const migrations = (JSON.parse(readFileSync(journal, 'utf8')) as { entries: readonly unknown[] }).entries.length;

/** The database's own words, beneath those of the query builder. */
const reasonOf = async (query: Promise<unknown>): Promise<string> => {
  try {
    await query;
    return 'it was allowed';
  } catch (error) {
    return String(error instanceof Error && error.cause instanceof Error ? error.cause.message : error);
  }
};

describe.each(kinds)('the database on $name', ({ url }) => {
  let home: string;
  let opened: OpenDatabase;
  const rowsOf = async (query: string): Promise<Record<string, unknown>[]> =>
    ((await opened.database.execute(sql.raw(query))) as unknown as { rows: Record<string, unknown>[] }).rows;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'marsad-db-'));
    // A first start that was killed before it had ended leaves such a folder.
    await mkdir(join(home, 'db'));
    await writeFile(join(home, 'db', 'PG_VERSION'), '17\n');
    opened = await openDatabase(home, url);
    await rowsOf(`insert into captures (id, body) values ('c', '{}')`);
    await rowsOf(`insert into reports (id, capture_id, text_hash, body) values ('r', 'c', 'h', '{}')`);
    await rowsOf(`insert into readings (id, report_id, reader, body) values ('g', 'r', 'x', '{}')`);
    await rowsOf(
      `insert into records (id, version, type, places, reports, body, made_at) values ('e', 1, 't', '{}', '{}', '{}', now())`,
    );
    await rowsOf(`insert into decisions (id, record_id, version, body) values ('d', 'e', 1, '{}')`);
  });
  afterAll(async () => {
    await opened.close();
    await rm(home, { recursive: true });
  });

  const kept = ['captures', 'reports', 'readings', 'records', 'decisions'];
  it.each(kept)('refuses every change of %s', async (table) => {
    const refused = `${table} is append-only`;
    expect(await reasonOf(rowsOf(`update ${table} set body = '{"forged": true}'`))).toContain(refused);
    expect(await reasonOf(rowsOf(`delete from ${table}`))).toContain(refused);
    expect(await reasonOf(rowsOf(`truncate ${table} cascade`))).toContain('append-only');
    expect(await rowsOf(`select body from ${table}`)).toEqual([{ body: {} }]);
  });

  it('has one row for each version of a record', async () => {
    const again = `insert into records (id, version, type, places, reports, body, made_at) values ('e', 1, 't', '{}', '{}', '{}', now())`;
    expect(await reasonOf(rowsOf(again))).toMatch(/duplicate key|records_pkey/);
  });

  it('has the columns that the queries name', async () => {
    for (const table of Object.values(tables)) {
      const name = getTableName(table);
      const there = await rowsOf(`select column_name from information_schema.columns where table_name = '${name}'`);
      const columns = there.map((row) => row.column_name);
      for (const column of Object.values(getTableColumns(table))) expect(columns, name).toContain(column.name);
    }
  });

  it('counts in numbers', async () => {
    expect(await rowsOf('select count(*) as rows from captures')).toEqual([{ rows: 1 }]);
  });

  it('is migrated once, however often it is opened', async () => {
    expect(await rowsOf('select count(*)::int as done from drizzle.__drizzle_migrations')).toEqual([
      { done: migrations },
    ]);
  });

  it.skipIf(url)('sets a first start aside that was cut off, and deletes nothing', async () => {
    const aside = (await readdir(home)).find((name) => name.startsWith('db.broken-'));
    expect(existsSync(join(home, aside ?? '', 'PG_VERSION'))).toBe(true);
  });

  it.runIf(url)('is migrated by one of many that start at once', async () => {
    const all = await Promise.all([1, 2, 3].map(() => openDatabase(home, url)));
    await Promise.all(all.map((one) => one.close()));
    expect(await rowsOf('select count(*)::int as done from drizzle.__drizzle_migrations')).toEqual([
      { done: migrations },
    ]);
  });
});

describe('a PostgreSQL that cannot be used', () => {
  it('is one line, without its password', async () => {
    const failing = openDatabase(tmpdir(), 'postgres://user:secret@127.0.0.1:1/none');
    await expect(failing).rejects.toMatchObject({ code: 'database' });
    await expect(failing).rejects.not.toThrow(/secret/);
  });
});
