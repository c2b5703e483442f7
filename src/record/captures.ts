/** Captures as evidence: kept before anybody reads them, found again by their address, walked through for an export. */
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { type Capture, captureSchema } from '../model/index.ts';
import type { Custody } from './custody.ts';
import type { Database } from './database.ts';
import { refuseErased } from './erased.ts';
import { captures, reports } from './tables.ts';

export type Captures = {
  /**
   * Keeps a capture's bytes, flushed to disk, and then what is known of it, so that nothing that arrived is lost to a
   * reader that trips over it. What is held already stays as it is. @throws Failure `erased`
   */
  readonly keepCapture: (capture: Capture, bytes: Uint8Array) => Promise<void>;
  readonly capture: (id: string) => Promise<Capture | undefined>;
  /** The newest capture that was asked for at this address, and the report that it became. */
  readonly captureAt: (
    address: string,
  ) => Promise<{ readonly capture: Capture; readonly reportId?: string } | undefined>;
  /** Captures in the order of their ids, after this one; none that was erased. */
  readonly captures: (after: string, limit: number) => Promise<readonly Capture[]>;
};

/** The picture of a page has its address, too. */
const isOriginal = sql`not jsonb_exists(${captures.body}, 'pictureOf')`;
const isHeld = sql`not jsonb_exists(${captures.body}, 'erased')`;

export const openCaptures = (database: Database, custody: Custody): Captures => ({
  keepCapture: async (capture, bytes) => {
    const body = captureSchema.parse(capture);
    // What was erased does not come back because its page is still there.
    await refuseErased(database, [capture.id]);
    await custody.keep(capture.id, bytes);
    await database.insert(captures).values({ id: capture.id, body }).onConflictDoNothing();
  },
  capture: async (id) =>
    (
      await database
        .select({ body: captures.body })
        .from(captures)
        .where(and(eq(captures.id, id), isHeld))
    )[0]?.body,
  captureAt: async (address) => {
    const rows = await database
      .select({ body: captures.body, reportId: reports.id })
      .from(captures)
      .leftJoin(reports, eq(reports.captureId, captures.id))
      .where(and(sql`${captures.body} ->> 'address' = ${address}`, isHeld, isOriginal))
      .orderBy(desc(sql`captures.added_at`))
      .limit(1);
    const [row] = rows;
    return row && { capture: row.body, ...(row.reportId && { reportId: row.reportId }) };
  },
  captures: async (after, limit) =>
    (
      await database
        .select({ body: captures.body })
        .from(captures)
        .where(and(gt(captures.id, after), isHeld))
        .orderBy(asc(captures.id))
        .limit(limit)
    ).map((row) => row.body),
});
