/** One input's capture, report, reading and records → the tables, together or not at all. */
import { and, arrayOverlaps, between, eq, inArray, or, sql } from 'drizzle-orm';
import {
  type Capture,
  captureSchema,
  type EventRecord,
  eventRecordSchema,
  type Reading,
  type Report,
  readingSchema,
  reportSchema,
  sha256Hex,
  type Terms,
} from '../model/index.ts';
import { type Database, lockRecords } from './database.ts';
import { entryOfRecord, entryOfReport } from './entries.ts';
import { listRecordRows, listReportRows, type PlacesAbove } from './listing.ts';
import { type Matched, type MatchKnowledge, matchReading, placesOf } from './match.ts';
import { unlistPublic } from './public-listing.ts';
import { captures, readings, recordIndex, records, reports } from './tables.ts';

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

const rowOf = (record: EventRecord): typeof records.$inferInsert => ({
  id: record.id,
  version: record.version,
  type: record.type,
  places: [...placesOf(record)],
  reports: [...new Set(record.claims.map((claim) => claim.reportId))],
  body: eventRecordSchema.parse(record),
  madeAt: record.madeAt,
});

/** Writes records with what they are listed by. */
export const writeRecords = async (
  database: Database,
  made: readonly EventRecord[],
  above: PlacesAbove,
): Promise<void> => {
  if (made.length === 0) return;
  await database.insert(records).values(made.map(rowOf));
  await listRecordRows(database, 'owner', made.map(entryOfRecord), above);
  await unlistPublic(database, [...new Set(made.flatMap((one) => one.claims.map((claim) => claim.reportId)))]);
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
  const days = [...new Set(reading.claims.flatMap(({ time }) => time.earliest ?? []))];
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
        or(...days.map((day) => between(recordIndex.earliest, shifted(day, -NEAR), shifted(day, NEAR)))),
      ),
    )
    .orderBy(records.seq);
  return rows.map((row) => row.body);
};

export const keepIn = async (
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
  const known = await recordsNear(database, reading);
  const matched = matchReading({ report, reading, known, knowledge, now });
  await writeRecords(database, matched.records, above);
  await listReportRows(database, 'owner', [entryOfReport(report, reading, now)], above);
  return { reportId: report.id, held: false, ...matched.made };
};
