/** One handle over both stores: PGlite in this process, or a PostgreSQL server by its address. */
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { Failure } from '../model/index.ts';

/** The shared base of both drivers: rooms write their queries once. */
export type Database = PgDatabase<PgQueryResultHKT>;
export type OpenDatabase = {
  readonly database: Database;
  readonly kind: 'pglite' | 'postgresql';
  readonly close: () => Promise<void>;
};

/** The build copies this folder beside the compiled file. */
const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * How questions are planned, on both stores. Every question that is asked often has an index; what a planner does not know
 * is that a look at a row may open its words or its band hashes, so that reading all of them seems cheap to it.
 */
const PLANNING = "set enable_seqscan = off; set random_page_cost = 1.1; set jit = off; set work_mem = '32MB'";

/** Written once the first migration is through: a folder without it is a first start that was cut off. */
const READY = 'db.ready';

const openEmbedded = async (home: string): Promise<OpenDatabase> => {
  const dataDir = join(home, 'db');
  const ready = join(home, READY);
  await mkdir(home, { recursive: true });
  // Nothing in it was ever acknowledged, but a folder of the user is not ours to delete.
  if (existsSync(dataDir) && !existsSync(ready)) await rename(dataDir, `${dataDir}.broken-${Date.now()}`);
  // Loaded here, not above: with PostgreSQL, or without a store at all, nobody waits for its 10 MB of WebAssembly.
  const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ]);
  const client = await PGlite.create({ dataDir });
  const database = drizzle(client);
  try {
    await migrate(database, { migrationsFolder });
    await client.exec(PLANNING);
    if (!existsSync(ready)) await writeFile(ready, 'The store in db/ is whole.\n');
  } catch (error) {
    await client.close();
    throw error;
  }
  return { database: database as unknown as Database, kind: 'pglite', close: () => client.close() };
};

/** Any number that nothing else in the database uses: one process at a time migrates. */
const MIGRATION_LOCK = 7_277_003;

const openServer = async (address: string): Promise<OpenDatabase> => {
  const [{ default: pg }, { drizzle }, { migrate }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ]);
  // int8 arrives as a string, since it may pass 2^53; our counters do not. Set for the whole process, because drizzle
  // asks the library's own table of parsers and none that a pool brings.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    connectionString: address,
    max: 4,
    onConnect: async (client) => {
      await client.query(PLANNING);
    },
  });
  // A server that goes away while a connection idles must not end the process; the next query says so.
  pool.on('error', () => undefined);
  try {
    const client = await pool.connect();
    try {
      const version = await client.query<{ server_version_num: string }>('show server_version_num');
      if (Number(version.rows[0]?.server_version_num) < 150_000)
        throw new Failure(
          'database-too-old',
          'DATABASE_URL names a PostgreSQL older than 15. Marsad needs 15 or newer.',
        );
      await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await migrate(drizzle(client), { migrationsFolder });
      await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    if (error instanceof Failure) throw error;
    // The address holds a password: it is not repeated.
    const reason = error instanceof Error ? error.message || (error as { code?: string }).code : String(error);
    throw new Failure('database', `The database of DATABASE_URL cannot be used: ${reason}`);
  }
  return { database: drizzle(pool) as unknown as Database, kind: 'postgresql', close: () => pool.end() };
};

/**
 * Opens the database and brings it to the newest schema.
 * @param home folder of the observatory; the embedded store lies in its `db`
 * @param address PostgreSQL, as in DATABASE_URL; without one, the embedded store
 */
export const openDatabase = (home: string, address?: string): Promise<OpenDatabase> =>
  address ? openServer(address) : openEmbedded(home);

/** Any number that nothing else in the database uses: one report at a time is matched against the records. */
const MATCHING_LOCK = 7_277_004;

/** Holds back other writers of records until this transaction ends. */
export const lockRecords = (transaction: Database): Promise<unknown> =>
  transaction.execute(sql`select pg_advisory_xact_lock(${MATCHING_LOCK})`);
