/** A backup → an empty store, of either kind. The file is checked whole before a row is written. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { extract } from 'tar-stream';
import { Failure } from '../model/index.ts';
import { BESIDE, FORMAT, type Manifest } from './backup.ts';
import { type Custody, openCustody } from './custody.ts';
import { type Database, openDatabase } from './database.ts';
import { headOf, noteHead, readHead } from './ledger.ts';

const damaged = (file: string, why: string): Failure =>
  new Failure('backup-damaged', `«${file}» is no whole backup of Marsad (${why}). Nothing was restored.`);

/** Calls `each` for all files of the tar, one after the other. */
const readTar = async (file: string, each: (name: string, content: Buffer) => void | Promise<void>): Promise<void> => {
  const tar = extract();
  const fed = pipeline(createReadStream(file), createGunzip(), tar);
  fed.catch(() => undefined);
  for await (const entry of tar) {
    const pieces: Buffer[] = [];
    for await (const piece of entry) pieces.push(piece);
    await each(entry.header.name, Buffer.concat(pieces));
  }
  await fed;
};

/** Reads the whole file and compares every part with SHA256SUMS. */
const check = async (file: string): Promise<Manifest> => {
  const found = new Map<string, string>();
  let [sums, manifest] = ['', ''];
  try {
    await readTar(file, (name, content) => {
      if (name === 'SHA256SUMS') sums = content.toString('utf8');
      else found.set(name, createHash('sha256').update(content).digest('hex'));
      if (name === 'manifest.json') manifest = content.toString('utf8');
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Failure('not-found', `There is no file «${file}». Check the path.`);
    throw damaged(file, message);
  }
  const told = sums.split('\n').filter(Boolean);
  if (told.length === 0) throw damaged(file, 'its end is missing');
  if (told.length !== found.size) throw damaged(file, 'it holds other files than its list');
  for (const line of told) {
    const [hash, name = ''] = line.split('  ');
    if (found.get(name) !== hash) throw damaged(file, `${name} is not what was written`);
  }
  const made = JSON.parse(manifest) as Manifest;
  if (made.format !== FORMAT)
    throw new Failure('backup-format', `«${file}» has format ${made.format}; this version of Marsad reads ${FORMAT}.`);
  return made;
};

const TABLES = [
  ['capture', 'captures'],
  ['report', 'reports'],
  ['reading', 'readings'],
  ['record', 'records'],
  ['decision', 'decisions'],
  ['correction', 'corrections'],
  ['release', 'releases'],
  ['erasure', 'erasures'],
] as const;
const COUNTED = ['reports', 'readings', 'records', 'decisions', 'corrections', 'releases', 'cases'];

/** One line of items/ → its row as JSON. The body's text is passed on as it stands, so that its digest stays. */
const rowOf = (line: string): { readonly kind: string; readonly row: string } => {
  const cells = line.split('\t');
  const [kind = '', , , columns = ''] = cells;
  return { kind, row: `${columns.slice(0, -1)}, "body": ${cells.at(-1)}}` };
};

const restoreIn = async (database: Database, custody: Custody, home: string, file: string): Promise<Manifest> => {
  if ((await headOf(database)).seq > 0)
    throw new Failure('not-empty', 'This observatory holds something already. Restore into an empty one.');
  const manifest = await check(file);
  await database.transaction(async (transaction) => {
    const tables = [...TABLES.map(([, table]) => table), 'ledger'];
    const insert = (table: string, rows: readonly string[]) =>
      transaction.execute(sql`
        insert into ${sql.raw(table)} overriding system value
        select made.* from jsonb_array_elements(${`[${rows.join(',')}]`}::jsonb) line,
          jsonb_populate_record(null::${sql.raw(table)}, line) made`);
    for (const table of tables) await transaction.execute(sql.raw(`alter table ${table} disable trigger user`));
    await transaction.execute(sql`delete from settings`);
    await readTar(file, async (name, content) => {
      const [folder, rest = ''] = name.split('/');
      const lines = content.toString('utf8').split('\n').filter(Boolean);
      if (folder === 'captures') await custody.keep(name.split('/').at(-1) ?? '', content);
      else if (folder === 'ledger') {
        const rows = lines.map((line) => {
          const [seq, kind, subject, digest, at, previous, hash] = line.split('\t');
          return JSON.stringify({ seq: Number(seq), kind, subject, digest, at, previous, hash });
        });
        await insert('ledger', rows);
      } else if (folder === 'items') {
        const items = lines.map(rowOf);
        for (const [kind, table] of TABLES) {
          const rows = items.filter((item) => item.kind === kind).map((item) => item.row);
          if (rows.length > 0) await insert(table, rows);
        }
      } else if (folder === 'beside' && lines.length > 0) {
        const table = rest.replace(/\.jsonl$/, '');
        if (BESIDE.includes(table)) await insert(table, lines);
      }
    });
    // Lists are made anew from what was restored.
    await transaction.execute(sql`delete from settings where key like 'index.%'`);
    for (const table of COUNTED)
      await transaction.execute(
        sql.raw(
          `select setval(pg_get_serial_sequence('${table}', 'seq'), greatest((select max(seq) from ${table}), 1))`,
        ),
      );
    for (const table of tables) await transaction.execute(sql.raw(`alter table ${table} enable trigger user`));
  });
  await noteHead(home, readHead(manifest.head));
  return manifest;
};

/**
 * Fills an empty store, which must not be open; the caller holds the home's lock.
 * @throws Failure `not-empty`, `not-found`, `backup-damaged` or `backup-format`; then nothing was written
 */
export const restore = async (
  { home, databaseUrl }: { readonly home: string; readonly databaseUrl?: string },
  file: string,
): Promise<Manifest> => {
  const opened = await openDatabase(home, databaseUrl);
  try {
    return await restoreIn(opened.database, openCustody(home), home, file);
  } finally {
    await opened.close();
  }
};
