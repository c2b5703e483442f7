/**
 * The ledger's head, and where it is noted outside the database. A chain alone does not show that its tail was cut off;
 * whoever holds an older head does. So each head is written to a plain file in the home, and editions carry theirs.
 */
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { Failure } from '../model/index.ts';
import type { Database } from './database.ts';

/** The ledger's last line: `seq` lines lead to `hash`. */
export type Head = { readonly seq: number; readonly hash: string };

export const EMPTY_HEAD: Head = { seq: 0, hash: '0'.repeat(64) };

/** `12:ab…`: as it is printed, published, and typed back. */
export const writeHead = ({ seq, hash }: Head): string => `${seq}:${hash}`;

/** @throws Failure `head` where it is none */
export const readHead = (text: string): Head => {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (!seq || !hash)
    throw new Failure(
      'head',
      `«${text}» is no head of a ledger. It is written as NUMBER:HASH, as «marsad verify» prints.`,
    );
  return { seq: Number(seq), hash };
};

export const headOf = async (database: Database): Promise<Head> => {
  const found = (await database.execute(sql`select seq, hash from ledger order by seq desc limit 1`)) as unknown as {
    readonly rows: readonly Head[];
  };
  const [row] = found.rows;
  return row ? { seq: Number(row.seq), hash: row.hash } : EMPTY_HEAD;
};

const pathOf = (home: string): string => join(home, 'ledger.heads');

/** Notes a head in the home; a line is short enough to be written whole. */
export const noteHead = (home: string, head: Head): Promise<void> =>
  appendFile(pathOf(home), `${writeHead(head)}\n`, { mode: 0o600 });

/** Heads that were noted here; a last line cut off by a crash says nothing. */
export const notedHeads = async (home: string): Promise<readonly Head[]> => {
  const text = await readFile(pathOf(home), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(line) ?? [];
    return seq && hash ? [{ seq: Number(seq), hash }] : [];
  });
};
