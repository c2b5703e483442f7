/**
 * A reading → the records: joined to those that are held, or made anew; and for a report that was read before, or that a
 * person has corrected, the next versions of what rests on it.
 */
import { and, arrayOverlaps, between, eq, inArray, or, sql } from 'drizzle-orm';
import {
  type Correction,
  type EventRecord,
  eventRecordSchema,
  type Reading,
  type RecordClaim,
  type Report,
  sha256Hex,
} from '../model/index.ts';
import { anchorOf } from './compose.ts';
import type { Database } from './database.ts';
import { entryOfRecord, entryOfReport } from './entries.ts';
import { alive } from './erased.ts';
import { layer } from './layer.ts';
import { listRecordRows, listReportRows, type PlacesAbove } from './listing.ts';
import { type Matched, type MatchKnowledge, matchReading, placesOf } from './match.ts';
import { dueNow, unlistPublic } from './public-listing.ts';
import { rematch } from './rematch.ts';
import { corrections, readings, recordIndex, records, reports } from './tables.ts';

export type Joining = { readonly knowledge: MatchKnowledge; readonly now: string; readonly above: PlacesAbove };

const rowOf = (record: EventRecord): typeof records.$inferInsert => ({
  id: record.id,
  version: record.version,
  type: record.type,
  places: [...placesOf(record)],
  reports: [...new Set(record.claims.map((claim) => claim.reportId))],
  body: eventRecordSchema.parse(record),
  madeAt: record.madeAt,
});

const reportsOf = (made: readonly EventRecord[]): readonly string[] => [
  ...new Set(made.flatMap((one) => one.claims.map((claim) => claim.reportId))),
];

const insertRecords = async (database: Database, made: readonly EventRecord[], above: PlacesAbove): Promise<void> => {
  if (made.length === 0) return;
  await database.insert(records).values(made.map(rowOf));
  await listRecordRows(database, 'owner', made.map(entryOfRecord), above);
  await dueNow(
    database,
    'record',
    made.map((record) => record.id),
  );
};

/** Writes records with what they are listed by. */
export const writeRecords = async (
  database: Database,
  made: readonly EventRecord[],
  above: PlacesAbove,
): Promise<void> => {
  await insertRecords(database, made, above);
  await unlistPublic(database, reportsOf(made));
};

/** Days by which bounds of one happening may lie apart (match.ts asks no more than seven): farther ones need no look. */
const NEAR = 8;
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Latest versions of the records that a reading's claims may be about: of their types, at their places, in their days.
 * What matching would refuse at the first look is not fetched, so that a report costs the same in a full store.
 */
const recordsNear = async (database: Database, reading: Reading): Promise<readonly EventRecord[]> => {
  const types = [...new Set(reading.claims.map((claim) => claim.type))];
  const places = [...new Set(reading.mentions.flatMap((mention) => mention.place?.id ?? []))];
  const days = [...new Set(reading.claims.flatMap(({ time }) => time.latest ?? []))];
  if (types.length === 0 || places.length === 0 || days.length === 0) return [];
  const rows = await database
    .select({ body: records.body })
    .from(recordIndex)
    .innerJoin(records, and(eq(records.id, recordIndex.id), eq(records.version, recordIndex.version)))
    .where(
      and(
        eq(recordIndex.audience, 'owner'),
        inArray(recordIndex.type, types),
        arrayOverlaps(recordIndex.places, places),
        // Day by day: a report that looks back on 2011 needs nothing of the years between.
        or(...days.map((day) => between(recordIndex.latest, shifted(day, -NEAR), shifted(day, NEAR)))),
      ),
    )
    .orderBy(records.seq);
  return rows.map((row) => row.body);
};

export const insertReading = async (database: Database, reading: Reading): Promise<void> => {
  await database
    .insert(readings)
    .values({ id: reading.readingId, reportId: reading.id, reader: reading.reader, body: reading });
};

/** Corrections of these reports, in the order in which they were made. */
export const correctionsOf = async (
  database: Database,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Correction[]>> => {
  const all = new Map<string, Correction[]>();
  if (reportIds.length === 0) return all;
  const rows = await database
    .select({ body: corrections.body })
    .from(corrections)
    .where(and(inArray(corrections.reportId, [...reportIds]), alive(corrections.body)))
    .orderBy(corrections.seq);
  for (const { body } of rows) all.set(body.reportId, [...(all.get(body.reportId) ?? []), body]);
  return all;
};

const restingOn = async (database: Database, reportId: string): Promise<readonly EventRecord[]> => {
  const rows = await database
    .select({ body: records.body })
    .from(recordIndex)
    .innerJoin(records, and(eq(records.id, recordIndex.id), eq(records.version, recordIndex.version)))
    .where(and(eq(recordIndex.audience, 'owner'), arrayOverlaps(recordIndex.reports, [reportId])))
    .orderBy(records.seq);
  return rows.map((row) => row.body);
};

/** Where the claims stand that records name: in the readings that they name. */
const anchorsBefore = async (database: Database, resting: readonly EventRecord[], reportId: string) => {
  const named = resting.flatMap((record) => record.claims.filter((claim) => claim.reportId === reportId));
  const ids = [...new Set(named.map((claim) => claim.readingId))];
  const rows =
    ids.length === 0
      ? []
      : await database.select({ body: readings.body }).from(readings).where(inArray(readings.id, ids));
  const byId = new Map(rows.map(({ body }) => [body.readingId, body]));
  return (claim: RecordClaim) => {
    const claims = byId.get(claim.readingId)?.claims;
    const found = claims?.find((one) => one.id === claim.claimId);
    return claims && found && anchorOf(claims, found);
  };
};

/** Opens a case for a person, once: the same case again is the same. */
export const openCase = (
  database: Database,
  kind: string,
  { reportId, recordId, ...body }: { readonly reportId: string; readonly recordId?: string } & Record<string, unknown>,
): Promise<unknown> => {
  const id = sha256Hex(JSON.stringify([kind, reportId, recordId, body])).slice(0, 16);
  return database.execute(sql`
    insert into cases (id, kind, report_id, record_id, body)
    values (${id}, ${kind}, ${reportId}, ${recordId ?? null}, ${JSON.stringify(body)}::jsonb) on conflict do nothing`);
};

/** A record that once lost its last claim has versions already: one made of the same claim again goes on from them. */
const continued = async (database: Database, made: readonly EventRecord[]): Promise<readonly EventRecord[]> => {
  const ids = made.filter((record) => record.version === 1).map((record) => record.id);
  if (ids.length === 0) return made;
  const rows = await database
    .select({ id: records.id, version: sql<number>`max(${records.version})` })
    .from(records)
    .where(inArray(records.id, ids))
    .groupBy(records.id);
  const last = new Map(rows.map((row) => [row.id, Number(row.version)]));
  return made.map((record) =>
    record.version === 1 && last.has(record.id) ? { ...record, version: (last.get(record.id) ?? 0) + 1 } : record,
  );
};

/** What joining comes to, written down: the records' next versions, the lists, and that this reading is joined. */
const writeJoined = async (
  database: Database,
  { report, reading }: { readonly report: Report; readonly reading: Reading },
  made: readonly EventRecord[],
  { now, above }: Joining,
): Promise<Matched['made']> => {
  await insertRecords(database, made, above);
  await listReportRows(database, 'owner', [entryOfReport(report, reading, now)], above);
  await dueNow(database, 'report', [report.id]);
  await database.execute(
    sql`insert into matched_readings (reading_id) values (${reading.readingId}) on conflict do nothing`,
  );
  const fresh = made.filter((record) => record.version === 1).length;
  return { claims: reading.claims.length, records: fresh, joined: made.length - fresh };
};

/** Joins the first reading of a report that was just kept: nothing rests on it, and nobody has corrected it. */
export const joinFirst = async (
  database: Database,
  read: { readonly report: Report; readonly reading: Reading },
  joining: Joining,
): Promise<Matched['made']> => {
  const { knowledge, now } = joining;
  const known = (await recordsNear(database, read.reading)).filter((one) => !one.withdrawn && !one.mergedInto);
  const { records: made } = matchReading({ ...read, known, knowledge, now });
  // Nothing public speaks of what is new; what was joined is gated anew, with all that it rests on.
  await unlistPublic(database, reportsOf(made.filter((record) => record.version > 1)));
  return writeJoined(database, read, made, joining);
};

/** Joins a kept reading, with what people have corrected, to the records. Doing so again changes nothing. */
export const joinReading = async (database: Database, read: Reading, joining: Joining): Promise<Matched['made']> => {
  const { knowledge, now } = joining;
  const [held] = await database.select({ body: reports.body }).from(reports).where(eq(reports.id, read.id));
  if (!held) throw new Error(`reading ${read.readingId} is of no report that is held`);
  const report: Report = held.body;
  const { reading, lost, anchors } = layer(read, (await correctionsOf(database, [report.id])).get(report.id) ?? []);
  const resting = await restingOn(database, report.id);
  const { records: next, changed } = rematch({
    report,
    reading,
    knowledge,
    anchors,
    resting,
    known: await recordsNear(database, reading),
    anchorBefore: await anchorsBefore(database, resting, report.id),
    now,
  });
  const made = await continued(database, next);
  await unlistPublic(database, [report.id, ...reportsOf(made)]);
  for (const { recordId, version, claim } of changed)
    await openCase(database, 'reader-changed', {
      reportId: report.id,
      recordId,
      version,
      readingId: reading.readingId,
      claimId: claim.claimId,
      quote: { start: claim.quote.start, end: claim.quote.end },
    });
  for (const { id } of lost)
    await openCase(database, 'reader-changed', { reportId: report.id, readingId: reading.readingId, correctionId: id });
  return writeJoined(database, { report, reading }, made, joining);
};
