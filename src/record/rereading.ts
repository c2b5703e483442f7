/** Reading apart from keeping: reports that wait for a reader, readings that wait to be joined, and people's corrections. */
import { and, asc, inArray, sql } from 'drizzle-orm';
import { type Correction, correctionSchema, type Reading, type Report, readingSchema } from '../model/index.ts';
import { type Database, lockRecords } from './database.ts';
import { alive } from './erased.ts';
import { correctionsOf, insertReading, joinReading } from './joining.ts';
import { type Kept, keepUnread, type Unread } from './keep.ts';
import type { PlacesAbove } from './listing.ts';
import type { MatchKnowledge } from './match.ts';
import { corrections, readings, reports } from './tables.ts';

export type Case = {
  readonly id: string;
  /** `reader-changed`: what a person settled or corrected is not read there any more. */
  readonly kind: string;
  readonly reportId?: string;
  readonly recordId?: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly addedAt: string;
};

export type Progress = {
  /** Reports held. */
  readonly reports: number;
  /** Of them, read by this reader. */
  readonly read: number;
  /** Readings that are not joined to the records yet. */
  readonly unmatched: number;
};

export type Rereading = {
  /** Keeps a report that is to be read later. */
  readonly keepUnread: (entry: Unread) => Promise<Kept>;
  /** Ids of reports that this reader has not read, longest held first; `skip`: those it could not. */
  readonly unread: (reader: string, limit: number, skip?: readonly string[]) => Promise<readonly string[]>;
  readonly texts: (reportIds: readonly string[]) => Promise<readonly Report[]>;
  /** Keeps readings beside those that are there; one that is there already stays as it is. */
  readonly keepReadings: (made: readonly Reading[]) => Promise<void>;
  /** Ids of newest readings that are not joined to the records yet, oldest first. */
  readonly unmatched: (limit: number) => Promise<readonly string[]>;
  /** Joins readings to the records, each whole or not at all; one that was joined before is left. */
  readonly match: (readingIds: readonly string[], knowledge: MatchKnowledge, now: string) => Promise<void>;
  readonly progress: (reader: string) => Promise<Progress>;
  /** Keeps what a person set, and brings the report's records up to it. */
  readonly correct: (correction: Correction, knowledge: MatchKnowledge, now: string) => Promise<void>;
  readonly correctionsOn: (reportId: string) => Promise<readonly Correction[]>;
  /** Open cases, oldest first. */
  readonly cases: (kind?: string) => Promise<readonly Case[]>;
  readonly closeCase: (
    id: string,
    closing: { readonly by: string; readonly at: string; readonly why?: string },
  ) => Promise<void>;
};

type Rows<T> = { readonly rows: readonly T[] };

/** @param written counts and notes what a write has changed */
export const openRereading = (
  database: Database,
  above: PlacesAbove,
  written: <T>(work: Promise<T>) => Promise<T>,
): Rereading => {
  const rowsOf = async <T>(query: ReturnType<typeof sql>): Promise<readonly T[]> =>
    ((await database.execute(query)) as unknown as Rows<T>).rows;
  return {
    keepUnread: (entry) => written(database.transaction((transaction) => keepUnread(transaction, entry))),
    unread: async (reader, limit, skip = []) =>
      (
        await database
          .select({ id: reports.id })
          .from(reports)
          .where(
            sql`not exists (select 1 from ${readings} where ${readings.reader} = ${reader} and ${readings.reportId} = ${reports.id})
              and not exists (select 1 from erasures where kind = 'report' and subject = ${reports.id})
              and not ${reports.id} = any(${sql.param([...skip])}::text[])`,
          )
          .orderBy(asc(reports.seq))
          .limit(limit)
      ).map((row) => row.id),
    texts: async (reportIds) =>
      reportIds.length === 0
        ? []
        : (
            await database
              .select({ body: reports.body })
              .from(reports)
              .where(and(inArray(reports.id, [...reportIds]), alive(reports.body)))
              .orderBy(reports.seq)
          ).map((row) => row.body),
    keepReadings: (made) =>
      written(
        database.transaction(async (transaction) => {
          await lockRecords(transaction);
          for (const reading of made) {
            const found = (await transaction.execute(sql`
              select id from reports where id = ${reading.id} and not body ? 'erased'
                and not exists (select 1 from readings where id = ${reading.readingId})`)) as unknown as Rows<unknown>;
            // Otherwise it was erased while it was read, or somebody else was quicker.
            if (found.rows.length > 0) await insertReading(transaction, readingSchema.parse(reading));
          }
        }),
      ),
    unmatched: async (limit) =>
      (
        await rowsOf<{ readonly id: string }>(sql`
          select readings.id from readings
          where not exists (select 1 from matched_readings where reading_id = readings.id)
            and not exists (select 1 from readings newer where newer.report_id = readings.report_id and newer.seq > readings.seq)
            and not exists (select 1 from erasures where kind = 'reading' and subject = readings.id)
          order by readings.seq limit ${limit}`)
      ).map((row) => row.id),
    match: async (readingIds, knowledge, now) => {
      for (const id of readingIds)
        await written(
          database.transaction(async (transaction) => {
            await lockRecords(transaction);
            const found = (await transaction.execute(sql`
              select body from readings where id = ${id} and not body ? 'erased'
                and not exists (select 1 from matched_readings where reading_id = ${id})`)) as unknown as Rows<{
              readonly body: Reading;
            }>;
            const [row] = found.rows;
            if (row) await joinReading(transaction, row.body, { knowledge, now, above });
          }),
        );
    },
    progress: async (reader) => {
      const [row] = await rowsOf<{ reports: number; read: number; unmatched: number }>(sql`
        select
          (select count(*) from reports where not exists (select 1 from erasures where kind = 'report' and subject = reports.id))::int as reports,
          (select count(distinct report_id) from readings where reader = ${reader}
            and not exists (select 1 from erasures where kind = 'reading' and subject = readings.id))::int as read,
          (select count(*) from readings where not exists (select 1 from matched_readings where reading_id = readings.id)
            and not exists (select 1 from readings newer where newer.report_id = readings.report_id and newer.seq > readings.seq)
            and not exists (select 1 from erasures where kind = 'reading' and subject = readings.id))::int as unmatched`);
      return row ?? { reports: 0, read: 0, unmatched: 0 };
    },
    correct: (given, knowledge, now) =>
      written(
        database.transaction(async (transaction) => {
          const body = correctionSchema.parse(given);
          await lockRecords(transaction);
          await transaction.insert(corrections).values({ id: body.id, reportId: body.reportId, body });
          const newest = (await transaction.execute(sql`
            select body from readings where report_id = ${body.reportId} and not body ? 'erased'
            order by seq desc limit 1`)) as unknown as Rows<{ readonly body: Reading }>;
          const [row] = newest.rows;
          if (row) await joinReading(transaction, row.body, { knowledge, now, above });
        }),
      ),
    correctionsOn: async (reportId) => (await correctionsOf(database, [reportId])).get(reportId) ?? [],
    cases: (kind) =>
      rowsOf<Case>(sql`
        select id, kind, report_id as "reportId", record_id as "recordId", body, added_at::text as "addedAt" from cases
        where not exists (select 1 from case_closings where case_id = cases.id) and (${kind ?? null}::text is null or kind = ${kind ?? null})
        order by seq`),
    closeCase: async (id, closing) => {
      await written(
        database.execute(
          sql`insert into case_closings (case_id, body) values (${id}, ${JSON.stringify(closing)}::jsonb) on conflict do nothing`,
        ),
      );
    },
  };
};
