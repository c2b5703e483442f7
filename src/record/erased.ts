/** What was erased stays out: of every answer, and of the door. */
import { sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { Failure } from '../model/index.ts';
import type { Database } from './database.ts';

/** True of a row that has a body still, and no tombstone. */
export const alive = (body: PgColumn) => sql`not (${body} ? 'erased')`;

type Rows<T> = { readonly rows: readonly T[] };

/** @throws Failure `erased` where a capture or a report with this id was erased: it is not taken in again. */
export const refuseErased = async (database: Database, ids: readonly string[]): Promise<void> => {
  const found = (await database.execute(
    sql`select subject, body from erasures where kind in ('capture', 'report') and subject = any(${sql.param([...ids])}::text[]) limit 1`,
  )) as unknown as Rows<{ readonly subject: string; readonly body: { readonly at: string; readonly why: string } }>;
  const [row] = found.rows;
  if (row)
    throw new Failure(
      'erased',
      `This was erased on ${row.body.at.slice(0, 10)} (${row.body.why}); it is not taken in again.`,
    );
};
