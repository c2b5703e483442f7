/**
 * A store in one file: a gzipped tar with the ledger, everything in custody, the bytes of the captures, and SHA256SUMS
 * last, so that a file that was cut off is known as such. It moves between the two stores, and can be checked by hand:
 * `tar xzf`, `sha256sum -c SHA256SUMS`, and the script verify.mjs in it, which needs no code of ours.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { pack as packTar } from 'tar-stream';
import { Failure } from '../model/index.ts';
import type { Custody } from './custody.ts';
import type { Database } from './database.ts';
import { type Head, headOf, writeHead } from './ledger.ts';

export const FORMAT = 1;

export type Manifest = {
  readonly format: number;
  /** Version of Marsad that made it. */
  readonly madeBy: string;
  readonly madeAt: string;
  /** `NUMBER:HASH` */
  readonly head: string;
  readonly captures: number;
};

export type BackupOptions = {
  /** Where to write it; a file there is replaced when the new one is whole. */
  readonly file: string;
  readonly madeBy: string;
  /** ISO date-time, UTC. */
  readonly now: string;
  /** The checking script, as text. */
  readonly script: string;
  readonly heads: readonly Head[];
  readonly onProgress?: (done: number, total: number) => void;
};

/** Tables beside custody that cannot be made again from it. */
export const BESIDE = [
  'settings',
  'report_captures',
  'report_shapes',
  'report_copies',
  'cases',
  'case_closings',
  'matched_readings',
];

/** Lines of the ledger to one file: the things of a batch lie in memory together. */
const BATCH = 250;

type Rows<T> = { readonly rows: readonly T[] };
type Line = {
  readonly line: string;
  readonly kind: string;
  readonly subject: string;
  readonly erased: boolean | null;
  readonly item: string | null;
};

const README = `A backup of an observatory kept with Marsad.

ledger/    one line for each thing ever taken in; each line carries the hash of the one before
items/     the things: kind, subject, whether erased, columns, content; the ledger's digest is the SHA-256 of the content
captures/  the bytes as they were fetched, each file named by its SHA-256
beside/    settings, links between copies, open cases
heads      heads of the ledger that were noted while it grew

To check it:    sha256sum -c SHA256SUMS
                node verify.mjs . --head NUMBER:HASH      (a head that was published)
To restore it:  marsad restore FILE                       (into an empty observatory, on either store)
`;

/**
 * @returns what it holds
 * @throws Failure `capture-lost` or `capture-changed` where bytes are not what was captured: see `marsad verify`
 */
export const backup = async (database: Database, custody: Custody, options: BackupOptions): Promise<Manifest> => {
  const { file, onProgress } = options;
  const rowsOf = async <T>(query: ReturnType<typeof sql>): Promise<readonly T[]> =>
    ((await database.execute(query)) as unknown as Rows<T>).rows;
  const head = await headOf(database);
  const temporary = `${file}.${process.pid}.part`;
  const tar = packTar();
  const written = pipeline(tar, createGzip(), createWriteStream(temporary, { mode: 0o600 }));
  // Told by the await below; until then it must not count as unhandled.
  written.catch(() => undefined);
  const sums: string[] = [];
  const add = (name: string, content: string | Uint8Array): Promise<void> => {
    const bytes = Buffer.from(content as string);
    if (name !== 'SHA256SUMS') sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
    return new Promise((resolve, reject) => {
      tar.entry({ name, mtime: new Date(options.now) }, bytes, (error) => (error ? reject(error) : resolve()));
      // A full disk ends the pipe, and then nobody calls back.
      written.catch(reject);
    });
  };
  try {
    await add('README.txt', README);
    await add('verify.mjs', options.script);
    let captures = 0;
    for (let from = 1; from <= head.seq; from += BATCH) {
      const to = Math.min(from + BATCH - 1, head.seq);
      const lines = await rowsOf<Line>(sql`
        select concat_ws(E'\t', ledger.seq, ledger.kind, ledger.subject, digest, at, previous, hash) as line,
          ledger.kind, ledger.subject, item.erased,
          concat_ws(E'\t', item.kind, item.subject, item.erased::int, item.columns::text, item.content) as item
        from ledger left join custody_items item on item.kind = ledger.kind and item.subject = ledger.subject
        where ledger.seq between ${from} and ${to} order by ledger.seq`);
      const name = `${String(from).padStart(9, '0')}.tsv`;
      const textOf = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');
      await add(`ledger/${name}`, textOf(lines.map((one) => one.line)));
      await add(`items/${name}`, textOf(lines.flatMap((one) => (one.erased === null ? [] : (one.item ?? [])))));
      for (const { kind, subject, erased } of lines) {
        if (kind !== 'capture' || erased !== false) continue;
        await add(`captures/${subject.slice(0, 2)}/${subject}`, await custody.bytes(subject));
        captures += 1;
      }
      onProgress?.(to, head.seq);
    }
    for (const table of BESIDE) {
      const rows = await rowsOf<{ readonly row: string }>(
        sql`select to_jsonb(beside)::text as row from ${sql.raw(table)} beside order by 1`,
      );
      await add(`beside/${table}.jsonl`, rows.map(({ row }) => `${row}\n`).join(''));
    }
    // Something that was erased while we read may lie in it: better no backup than one that holds it.
    const after = await rowsOf<{ readonly seq: number }>(
      sql`select seq from ledger where kind = 'erasure' and seq > ${head.seq} limit 1`,
    );
    if (after.length > 0)
      throw new Failure('backup', 'Something was erased while the backup was made, so it was given up. Make it again.');
    await add(
      'heads',
      options.heads
        .filter((one) => one.seq <= head.seq)
        .map((one) => `${writeHead(one)}\n`)
        .join(''),
    );
    const manifest: Manifest = {
      format: FORMAT,
      madeBy: options.madeBy,
      madeAt: options.now,
      head: writeHead(head),
      captures,
    };
    await add('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
    await add('SHA256SUMS', `${sums.join('\n')}\n`);
    tar.finalize();
    await written;
    const handle = await open(temporary, 'r');
    await handle.sync();
    await handle.close();
    await rename(temporary, file);
    return manifest;
  } catch (error) {
    tar.destroy();
    await written.catch(() => undefined);
    await rm(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EACCES' || code === 'ENOENT' || code === 'EROFS')
      throw new Failure('backup', `«${file}» cannot be written (${code}). Name another place.`);
    throw error;
  }
};
