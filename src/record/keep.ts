/** One input's capture, report, reading and records → the tables, together or not at all. */
import { and, eq, or, sql } from 'drizzle-orm';
import {
  type Capture,
  captureSchema,
  type Reading,
  type Report,
  readingSchema,
  reportSchema,
  sha256Hex,
  type Terms,
} from '../model/index.ts';
import { type Copy, linkCopy } from './copies.ts';
import { type Database, lockRecords } from './database.ts';
import { refuseErased } from './erased.ts';
import { insertReading, type Joining, joinFirst } from './joining.ts';
import type { Matched } from './match.ts';
import { captures, reports } from './tables.ts';

/** One input before anybody has read it. */
export type Unread = {
  readonly capture: Capture;
  readonly report: Report;
  /** Terms for this report alone. */
  readonly terms?: Terms;
};
/** All that comes of one input, to be kept together or not at all. */
export type Entry = Unread & { readonly reading: Reading };

/** `held`: what the observatory had already; nothing but perhaps the capture is new. */
export type Kept = {
  readonly reportId: string;
  readonly held: boolean;
  /** The earlier report whose text it carries, if any. */
  readonly copy?: Copy;
} & Matched['made'];

/** Writes a report with its capture, unless it is held; nothing is read of it yet. */
const keepReport = async (database: Database, entry: Unread): Promise<Omit<Kept, keyof Matched['made']>> => {
  const capture = captureSchema.parse(entry.capture);
  const report = reportSchema.parse(entry.report);
  const textHash = sha256Hex(report.text);
  await lockRecords(database);
  await refuseErased(database, [capture.id, report.id]);
  await database.insert(captures).values({ id: capture.id, body: capture }).onConflictDoNothing();
  const same = await database
    .select({ id: reports.id })
    .from(reports)
    .where(
      or(
        eq(reports.id, report.id),
        // A page fetched again with other advertisements.
        report.url === undefined ? undefined : and(eq(reports.textHash, textHash), eq(reports.url, report.url)),
      ),
    );
  if (same[0]) {
    await refuseErased(database, [same[0].id]);
    await database.execute(
      sql`insert into report_captures (report_id, capture_id) values (${same[0].id}, ${capture.id}) on conflict do nothing`,
    );
    return { reportId: same[0].id, held: true };
  }
  await database.insert(reports).values({
    id: report.id,
    captureId: capture.id,
    textHash,
    url: report.url ?? null,
    terms: entry.terms ?? null,
    body: report,
  });
  const copy = await linkCopy(database, report);
  return { reportId: report.id, held: false, ...(copy && { copy }) };
};

const NOTHING = { claims: 0, records: 0, joined: 0 } as const;

/** Keeps a report that is to be read later, by whoever works. */
export const keepUnread = async (database: Database, entry: Unread): Promise<Kept> => ({
  ...(await keepReport(database, entry)),
  ...NOTHING,
});

export const keepIn = async (database: Database, entry: Entry, joining: Joining): Promise<Kept> => {
  const reading = readingSchema.parse(entry.reading);
  const kept = await keepReport(database, entry);
  if (kept.held) return { ...kept, ...NOTHING };
  await insertReading(database, reading);
  return { ...kept, ...(await joinFirst(database, { report: entry.report, reading }, joining)) };
};
