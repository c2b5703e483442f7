/** The one interface of the store. What it is given is checked against the nouns' schemas before it is written. */
import { and, arrayOverlaps, desc, eq, inArray, sql } from 'drizzle-orm';
import {
  type Capture,
  type Decision,
  decisionSchema,
  type EventRecord,
  Failure,
  type Reading,
} from '../model/index.ts';
import { openCustody } from './custody.ts';
import { openDatabase } from './database.ts';
import { type Facts, openFacts } from './facts.ts';
import { type Entry, type Kept, keepIn, writeRecords } from './keep.ts';
import { isLatest, type PlacesAbove, relist } from './listing.ts';
import type { MatchKnowledge } from './match.ts';
import { openPublicListing, type PublicListing } from './public-listing.ts';
import { openQueries, type Queries } from './queries.ts';
import { captures, decisions, readings, records, reports, settings } from './tables.ts';

export type KeptReport = Entry & { readonly addedAt: string };
export type Version = Pick<EventRecord, 'version' | 'madeAt' | 'by'>;

export type Store = Queries &
  Facts &
  PublicListing & {
    readonly kind: 'pglite' | 'postgresql';
    /** Keeps a capture's bytes, flushed to disk, before anybody reads them. */
    readonly keepBytes: (capture: Capture, bytes: Uint8Array) => Promise<void>;
    /** @throws Failure `capture-lost` or `capture-changed` */
    readonly bytesOf: (captureId: string) => Promise<Uint8Array>;
    /** Id of the report that these bytes became, if they were ever kept. */
    readonly reportOfCapture: (captureId: string) => Promise<string | undefined>;
    /** Writes capture, report, reading and records in one transaction. */
    readonly keep: (entry: Entry, knowledge: MatchKnowledge, now: string) => Promise<Kept>;
    /** Reports by id with their newest reading; unknown ids are left out. */
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
    /** Appends a record's next version. @throws Failure `version-taken` where somebody was quicker. */
    readonly append: (record: EventRecord) => Promise<void>;
    readonly decide: (decision: Decision) => Promise<void>;
    readonly decisionsOn: (recordId: string) => Promise<readonly Decision[]>;
    /** Grows with each write through this store: what was made of its contents before may be out of date. */
    readonly changes: () => number;
    readonly setting: (key: string) => Promise<unknown>;
    readonly set: (key: string, value: unknown) => Promise<void>;
    readonly close: () => Promise<void>;
  };

export type StoreOptions = {
  /** $MARSAD_HOME */
  readonly home: string;
  /** DATABASE_URL; without it the store is embedded, in the home. */
  readonly databaseUrl?: string;
  /** What lies in what, so that a province's list has its towns. `key` names it: with another, lists are made anew. */
  readonly places?: { readonly above: PlacesAbove; readonly key: string };
};

const bodies = (rows: readonly { readonly body: EventRecord }[]): readonly EventRecord[] => rows.map((row) => row.body);

/** True of PostgreSQL's «unique violation», however deep the driver wrapped it. */
const isTaken = (error: unknown): boolean => {
  for (let at = error; at instanceof Error; at = at.cause) if ((at as { code?: string }).code === '23505') return true;
  return false;
};

/** Stores open in this process, by a name that outlives a room bundled twice. */
const OPEN = Symbol.for('marsad.openStore');
const house = globalThis as { [OPEN]?: string };

/**
 * Opens the store. One process holds one: the caller holds the home's lock.
 * @throws Error where this process has a store open already: two on one folder would corrupt it.
 */
export const openStore = async ({ home, databaseUrl, places }: StoreOptions): Promise<Store> => {
  if (house[OPEN] !== undefined) throw new Error(`this process has the store of ${house[OPEN]} open already`);
  house[OPEN] = home;
  const opened = await openDatabase(home, databaseUrl).catch((error: unknown) => {
    delete house[OPEN];
    throw error;
  });
  const { database } = opened;
  const above = places?.above ?? (() => []);
  await relist(database, above, places?.key ?? '').catch(async (error: unknown) => {
    await opened.close().finally(() => delete house[OPEN]);
    throw error;
  });
  const custody = openCustody(home);
  let closing: Promise<void> | undefined;
  let changes = 0;
  const changed = <T>(value: T): T => {
    changes += 1;
    return value;
  };
  const versionsOf: Store['versionsOf'] = async (ids) => {
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
      .where(inArray(records.id, [...ids]))
      .orderBy(records.version);
    for (const { id, ...version } of rows) all.get(id)?.push(version);
    return all;
  };
  const publicListing = openPublicListing(database, above);
  return {
    kind: opened.kind,
    changes: () => changes,
    ...openQueries(database, () => changes),
    ...openFacts(database),
    ...publicListing,
    releaseRecords: async (made) => changed(await publicListing.releaseRecords(made)),
    releaseReports: async (made) => changed(await publicListing.releaseReports(made)),
    keepBytes: (capture, bytes) => custody.keep(capture.id, bytes),
    bytesOf: custody.bytes,
    reportOfCapture: async (captureId) => {
      const rows = await database.select({ id: reports.id }).from(reports).where(eq(reports.captureId, captureId));
      return rows[0]?.id;
    },
    keep: async (entry, knowledge, now) =>
      changed(await database.transaction((transaction) => keepIn(transaction, entry, { knowledge, now, above }))),
    reports: async (ids) => {
      if (ids.length === 0) return [];
      const rows = await database
        .selectDistinctOn([reports.id], {
          capture: captures.body,
          report: reports.body,
          reading: readings.body,
          terms: reports.terms,
          addedAt: sql<string>`to_char(${sql.raw('reports.added_at')} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
        })
        .from(reports)
        .innerJoin(captures, eq(captures.id, reports.captureId))
        .innerJoin(readings, eq(readings.reportId, reports.id))
        .where(inArray(reports.id, [...ids]))
        .orderBy(reports.id, desc(readings.seq));
      return rows.map(({ terms, ...row }) => (terms ? { ...row, terms } : row));
    },
    reportIds: async (limit) =>
      (await database.select({ id: reports.id }).from(reports).orderBy(desc(reports.seq)).limit(limit)).map(
        (row) => row.id,
      ),
    readings: async (reportId) =>
      (
        await database
          .select({ body: readings.body })
          .from(readings)
          .where(eq(readings.reportId, reportId))
          .orderBy(readings.seq)
      ).map((row) => row.body),
    record: async (id, version) => {
      const wanted = version === undefined ? eq(records.id, id) : and(eq(records.id, id), eq(records.version, version));
      const rows = await database
        .select({ body: records.body })
        .from(records)
        .where(wanted)
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
        .where(inArray(records.id, [...ids]))
        .orderBy(records.id, desc(records.version));
      const byId = new Map(rows.map(({ body }) => [body.id, body]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    latestRecords: async (limit) =>
      bodies(
        await database
          .select({ body: records.body })
          .from(records)
          .where(isLatest)
          .orderBy(desc(records.seq))
          .limit(limit),
      ),
    recordsOf: async (reportIds) =>
      reportIds.length === 0
        ? []
        : bodies(
            await database
              .select({ body: records.body })
              .from(records)
              .where(and(arrayOverlaps(records.reports, [...reportIds]), isLatest))
              .orderBy(records.seq),
          ),
    append: async (record) => {
      await database
        .transaction((transaction) => writeRecords(transaction, [record], above))
        .catch((error: unknown) => {
          if (!isTaken(error)) throw error;
          throw new Failure(
            'version-taken',
            `Record ${record.id} has a version ${record.version} already. Load it again.`,
          );
        });
      changed(undefined);
    },
    decide: async (decision) => {
      const body = decisionSchema.parse(decision);
      await database.insert(decisions).values({ id: body.id, recordId: body.recordId, version: body.version, body });
      changed(undefined);
    },
    decisionsOn: async (recordId) =>
      (
        await database
          .select({ body: decisions.body })
          .from(decisions)
          .where(eq(decisions.recordId, recordId))
          .orderBy(decisions.seq)
      ).map((row) => row.body),
    setting: async (key) => (await database.select().from(settings).where(eq(settings.key, key)))[0]?.value,
    set: async (key, value) => {
      await database
        .insert(settings)
        .values({ key, value })
        .onConflictDoUpdate({ target: settings.key, set: { value } });
      changed(undefined);
    },
    close: () => {
      closing ??= opened.close().finally(() => delete house[OPEN]);
      return closing;
    },
  };
};
