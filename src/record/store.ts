/** The one interface of the store. What it is given is checked against the nouns' schemas before it is written. */
import { and, arrayOverlaps, desc, eq, inArray, sql } from 'drizzle-orm';
import {
  type Capture,
  captureSchema,
  type Decision,
  decisionSchema,
  type EventRecord,
  eventRecordSchema,
  Failure,
  type Reading,
  type Report,
  readingSchema,
  reportSchema,
  sha256Hex,
  type Terms,
} from '../model/index.ts';
import { openCustody } from './custody.ts';
import { type Database, lockRecords, openDatabase } from './database.ts';
import { entryOfRecord, entryOfReport } from './entries.ts';
import { type Facts, openFacts } from './facts.ts';
import { listRecordRows, listReportRows, type PlacesAbove, relist } from './listing.ts';
import { type Matched, type MatchKnowledge, matchReading, placesOf } from './match.ts';
import { openQueries, type Queries } from './queries.ts';
import { captures, decisions, readings, records, reports, settings } from './tables.ts';

/** All that comes of one input, to be kept together or not at all. */
export type Entry = {
  readonly capture: Capture;
  readonly report: Report;
  readonly reading: Reading;
  /** Terms for this report alone. */
  readonly terms?: Terms;
};

/** `held`: what the observatory had already; nothing but perhaps the capture is new. */
export type Kept = { readonly reportId: string; readonly held: boolean } & Matched['made'];

export type KeptReport = Entry & { readonly addedAt: string };
export type Version = Pick<EventRecord, 'version' | 'madeAt' | 'by'>;

export type Store = Queries & Facts & {
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

const rowOf = (record: EventRecord): typeof records.$inferInsert => ({
  id: record.id,
  version: record.version,
  type: record.type,
  places: [...placesOf(record)],
  reports: [...new Set(record.claims.map((claim) => claim.reportId))],
  body: eventRecordSchema.parse(record),
  madeAt: record.madeAt,
});

/** True of the newest version of each record. */
const isLatest = sql`not exists (select 1 from ${records} newer where newer.id = ${records.id} and newer.version > ${records.version})`;

const bodies = (rows: readonly { readonly body: EventRecord }[]): readonly EventRecord[] => rows.map((row) => row.body);

/** Writes records with what they are listed by. */
const writeRecords = async (database: Database, made: readonly EventRecord[], above: PlacesAbove): Promise<void> => {
  if (made.length === 0) return;
  await database.insert(records).values(made.map(rowOf));
  await listRecordRows(database, 'owner', made.map(entryOfRecord), above);
};

const keepIn = async (
  database: Database,
  entry: Entry,
  { knowledge, now, above }: { readonly knowledge: MatchKnowledge; readonly now: string; readonly above: PlacesAbove },
): Promise<Kept> => {
  const capture = captureSchema.parse(entry.capture);
  const report = reportSchema.parse(entry.report);
  const reading = readingSchema.parse(entry.reading);
  const textHash = sha256Hex(report.text);
  await lockRecords(database);
  await database.insert(captures).values({ id: capture.id, body: capture }).onConflictDoNothing();
  const same = await database
    .select({ id: reports.id })
    .from(reports)
    .where(
      sql`${reports.id} = ${report.id} or (${reports.textHash} = ${textHash} and ${reports.url} is not distinct from ${report.url ?? null} and ${reports.url} is not null)`,
    );
  if (same[0]) return { reportId: same[0].id, held: true, claims: 0, records: 0, joined: 0 };
  await database.insert(reports).values({
    id: report.id,
    captureId: capture.id,
    textHash,
    url: report.url ?? null,
    terms: entry.terms ?? null,
    body: report,
  });
  await database
    .insert(readings)
    .values({ id: reading.readingId, reportId: report.id, reader: reading.reader, body: reading });
  const types = [...new Set(reading.claims.map((claim) => claim.type))];
  const places = [...new Set(reading.mentions.flatMap((mention) => mention.place?.id ?? []))];
  const known =
    types.length > 0 && places.length > 0
      ? await database
          .select({ body: records.body })
          .from(records)
          .where(and(inArray(records.type, types), arrayOverlaps(records.places, places), isLatest))
          .orderBy(records.seq)
      : [];
  const matched = matchReading({ report, reading, known: bodies(known), knowledge, now });
  await writeRecords(database, matched.records, above);
  await listReportRows(database, 'owner', [entryOfReport(report, reading, now)], above);
  return { reportId: report.id, held: false, ...matched.made };
};

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
  return {
    kind: opened.kind,
    changes: () => changes,
    ...openQueries(database, () => changes),
    ...openFacts(database),
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
    versions: async (id) =>
      (
        await database.select({ body: records.body }).from(records).where(eq(records.id, id)).orderBy(records.version)
      ).map(({ body }) => ({ version: body.version, madeAt: body.madeAt, by: body.by })),
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
