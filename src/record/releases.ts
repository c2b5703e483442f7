/** Editions as they were released: what was in them, and how long the ledger was then. */
import { sql } from 'drizzle-orm';
import { type Edition, editionSchema, Failure } from '../model/index.ts';
import { type Database, lockRecords } from './database.ts';
import { type Head, headOf, readHead, writeHead } from './ledger.ts';
import { records, releases } from './tables.ts';

export type Released = {
  readonly edition: Edition;
  /** The ledger's last line before it: whoever has the edition can tell whether anything before it was changed. */
  readonly head: Head;
};

/** Each edition once, of versions that are held. @throws Failure `edition-taken` or `no-record` */
export const noteRelease = (database: Database, given: Edition): Promise<Head> =>
  database.transaction(async (transaction) => {
    const edition = editionSchema.parse(given);
    const id = `${edition.date}-${edition.number}`;
    await lockRecords(transaction);
    const there = await transaction.execute(sql`select 1 from ${releases} where id = ${id}`);
    if ((there as unknown as { rows: unknown[] }).rows.length > 0)
      throw new Failure(
        'edition-taken',
        `Edition ${id} was released already; what was released stays. Take the next number.`,
      );
    const missing = (await transaction.execute(sql`
      select wanted.id, wanted.version
      from jsonb_to_recordset(${JSON.stringify(edition.records)}::jsonb) as wanted (id text, version integer)
      where not exists (select 1 from ${records} where id = wanted.id and version = wanted.version)
      limit 1`)) as unknown as { readonly rows: readonly { readonly id: string; readonly version: number }[] };
    const [lost] = missing.rows;
    if (lost) throw new Failure('no-record', `There is no version ${lost.version} of record ${lost.id}.`);
    const head = await headOf(transaction);
    await transaction.insert(releases).values({ id, body: { edition, head: writeHead(head) } });
    return head;
  });

export const releasesOf = async (database: Database): Promise<readonly Released[]> => {
  const rows = await database.select({ body: releases.body }).from(releases).orderBy(releases.seq);
  return rows.map(({ body }) => ({ edition: body.edition, head: readHead(body.head) }));
};
