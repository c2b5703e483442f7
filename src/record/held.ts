/** What is held, as it was kept: reports with their readings, records with their versions. Erased things are not there. */
import { and, arrayOverlaps, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Decision, EventRecord, Reading } from '../model/index.ts';
import { type Copy, copiesOf } from './copies.ts';
import type { Database } from './database.ts';
import { alive, refuseErased } from './erased.ts';
import { correctionsOf } from './joining.ts';
import type { Entry } from './keep.ts';
import { layer } from './layer.ts';
import { captures, decisions, readings, recordIndex, records, reportCopies, reports } from './tables.ts';

export type KeptReport = Entry & {
  readonly addedAt: string;
  /** The first report that was kept of its text, where that is another. */
  readonly origin?: string;
};
export type Version = Pick<EventRecord, 'version' | 'madeAt' | 'by'>;

export type Held = {
  /** Id of the report that these bytes became, if they were ever kept. */
  readonly reportOfCapture: (captureId: string) => Promise<string | undefined>;
  /** Reports by id with their newest reading, as people have corrected it; unknown ids are left out. */
  readonly reports: (ids: readonly string[]) => Promise<readonly KeptReport[]>;
  /** Newest first. */
  readonly reportIds: (limit: number) => Promise<readonly string[]>;
  readonly readings: (reportId: string) => Promise<readonly Reading[]>;
  /** A record's version, or its latest. */
  readonly record: (id: string, version?: number) => Promise<EventRecord | undefined>;
  readonly versions: (id: string) => Promise<readonly Version[]>;
  /** Latest versions, in the order of the ids; unknown ones are left out. */
  readonly records: (ids: readonly string[]) => Promise<readonly EventRecord[]>;
  readonly versionsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Version[]>>;
  /** Latest versions, newest first. */
  readonly latestRecords: (limit: number) => Promise<readonly EventRecord[]>;
  /** Latest versions of the records that rest on claims of these reports. */
  readonly recordsOf: (reportIds: readonly string[]) => Promise<readonly EventRecord[]>;
  readonly decisionsOn: (recordId: string) => Promise<readonly Decision[]>;
  readonly decisionsOf: (recordIds: readonly string[]) => Promise<ReadonlyMap<string, readonly Decision[]>>;
  /** Other reports that carry the same text, or one lightly rewritten, in the order in which they came. */
  readonly copiesOf: (reportId: string) => Promise<readonly Copy[]>;
};

const bodies = (rows: readonly { readonly body: EventRecord }[]): readonly EventRecord[] => rows.map((row) => row.body);

/** The owner's row of a record names its newest version. */
const newest = and(
  eq(recordIndex.audience, 'owner'),
  eq(recordIndex.id, records.id),
  eq(recordIndex.version, records.version),
);

export const openHeld = (database: Database): Held => {
  const versionsOf: Held['versionsOf'] = async (ids) => {
    const all = new Map<string, Version[]>(ids.map((id) => [id, []]));
    if (ids.length === 0) return all;
    const rows = await database
      .select({
        id: records.id,
        version: records.version,
        madeAt: sql<string>`${records.body}->>'madeAt'`,
        by: sql<Version['by']>`${records.body}->>'by'`,
      })
      .from(records)
      .where(and(inArray(records.id, [...ids]), alive(records.body)))
      .orderBy(records.version);
    for (const { id, ...version } of rows) all.get(id)?.push(version);
    return all;
  };
  const decisionsOf: Held['decisionsOf'] = async (recordIds) => {
    const all = new Map<string, Decision[]>(recordIds.map((id) => [id, []]));
    if (recordIds.length === 0) return all;
    const rows = await database
      .select({ recordId: decisions.recordId, body: decisions.body })
      .from(decisions)
      .where(and(inArray(decisions.recordId, [...recordIds]), alive(decisions.body)))
      .orderBy(decisions.seq);
    for (const { recordId, body } of rows) all.get(recordId)?.push(body);
    return all;
  };
  return {
    reportOfCapture: async (captureId) => {
      const rows = await database.select({ id: reports.id }).from(reports).where(eq(reports.captureId, captureId));
      if (rows[0]) await refuseErased(database, [captureId, rows[0].id]);
      return rows[0]?.id;
    },
    reports: async (ids) => {
      if (ids.length === 0) return [];
      const rows = await database
        .selectDistinctOn([reports.id], {
          capture: captures.body,
          report: reports.body,
          reading: readings.body,
          terms: reports.terms,
          origin: reportCopies.origin,
          addedAt: sql<string>`to_char(${sql.raw('reports.added_at')} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
        })
        .from(reports)
        .innerJoin(captures, eq(captures.id, reports.captureId))
        .innerJoin(readings, eq(readings.reportId, reports.id))
        .leftJoin(reportCopies, eq(reportCopies.id, reports.id))
        .where(and(inArray(reports.id, [...ids]), alive(reports.body), alive(readings.body)))
        .orderBy(reports.id, desc(readings.seq));
      const set = await correctionsOf(database, ids);
      return rows.map(({ terms, reading, origin, ...row }) => ({
        ...row,
        reading: layer(reading, set.get(row.report.id) ?? []).reading,
        ...(terms && { terms }),
        ...(origin && { origin }),
      }));
    },
    reportIds: async (limit) =>
      (
        await database
          .select({ id: reports.id })
          .from(reports)
          .where(sql`not exists (select 1 from erasures where kind = 'report' and subject = ${reports.id})`)
          .orderBy(desc(reports.seq))
          .limit(limit)
      ).map((row) => row.id),
    readings: async (reportId) =>
      (
        await database
          .select({ body: readings.body })
          .from(readings)
          .where(and(eq(readings.reportId, reportId), alive(readings.body)))
          .orderBy(readings.seq)
      ).map((row) => row.body),
    record: async (id, version) => {
      const wanted = version === undefined ? eq(records.id, id) : and(eq(records.id, id), eq(records.version, version));
      const rows = await database
        .select({ body: records.body })
        .from(records)
        .where(and(wanted, alive(records.body)))
        .orderBy(desc(records.version))
        .limit(1);
      return rows[0]?.body;
    },
    versions: async (id) => (await versionsOf([id])).get(id) ?? [],
    versionsOf,
    records: async (ids) => {
      if (ids.length === 0) return [];
      const rows = await database
        .selectDistinctOn([records.id], { body: records.body })
        .from(records)
        .where(and(inArray(records.id, [...ids]), alive(records.body)))
        .orderBy(records.id, desc(records.version));
      const byId = new Map(rows.map(({ body }) => [body.id, body]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    latestRecords: async (limit) =>
      bodies(
        await database
          .select({ body: records.body })
          .from(recordIndex)
          .innerJoin(records, newest)
          .orderBy(desc(recordIndex.seq))
          .limit(limit),
      ),
    recordsOf: async (reportIds) =>
      reportIds.length === 0
        ? []
        : bodies(
            await database
              .select({ body: records.body })
              .from(recordIndex)
              .innerJoin(records, newest)
              .where(arrayOverlaps(recordIndex.reports, [...reportIds]))
              .orderBy(records.seq),
          ),
    decisionsOn: async (recordId) => (await decisionsOf([recordId])).get(recordId) ?? [],
    decisionsOf,
    copiesOf: (reportId) => copiesOf(database, reportId),
  };
};
