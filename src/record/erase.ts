/**
 * Erasure: bytes and words go, of the report, its readings, and every version of every record that quotes it. What stays
 * is that there was something with this hash, when it was erased, by whom and why.
 */
import { rm } from 'node:fs/promises';
import { desc, sql } from 'drizzle-orm';
import { type EventRecord, Failure } from '../model/index.ts';
import { type Database, lockRecords } from './database.ts';
import { writeRecords } from './joining.ts';
import type { PlacesAbove } from './listing.ts';
import { records } from './tables.ts';
import { withoutReport } from './without.ts';

export type Erasure = {
  /** Id of a report, or of the capture that it was made from. */
  readonly id: string;
  readonly by: string;
  /** Danger to somebody, the law, terms of the source … It is kept, and must itself tell nothing. */
  readonly why: string;
  /** ISO date-time, UTC. */
  readonly at: string;
};

export type Erased = {
  readonly reportId: string;
  /** Of each kind, how many things were erased. */
  readonly counts: Readonly<Record<string, number>>;
  /** Records that went with it, and records that rest on other reports and have a version without it. */
  readonly records: { readonly gone: readonly string[]; readonly left: readonly string[] };
};

const TABLES: Readonly<Record<string, string>> = {
  capture: 'captures',
  report: 'reports',
  reading: 'readings',
  record: 'records',
  decision: 'decisions',
  correction: 'corrections',
};

type Rows<T> = { readonly rows: readonly T[] };

/** What lists hold of it: ids, words and lines. */
const LISTED = ['record_index', 'report_index', 'record_words', 'report_words', 'listed_lines'];

/** Everything that holds words of this report, as `custody_items` names it. */
const itemsOf = async (database: Database, reportId: string, captureIds: readonly string[]) => {
  const resting = sql`select id, version from records where reports && array[${reportId}] and not body ? 'erased'`;
  const found = (await database.execute(sql`
    select 'capture' as kind, id as subject from captures where id = any(${sql.param([...captureIds])}::text[])
    union all select 'report', ${reportId}
    union all select 'reading', id from readings where report_id = ${reportId}
    union all select 'correction', id from corrections where report_id = ${reportId}
    union all select 'record', id || '@' || version from (${resting}) resting
    union all select 'decision', decisions.id from decisions
      join (${resting}) resting on decisions.record_id = resting.id and decisions.version = resting.version
  `)) as unknown as Rows<{ readonly kind: string; readonly subject: string }>;
  return found.rows;
};

const capturesOf = async (database: Database, id: string): Promise<{ reportId: string; captureIds: string[] }> => {
  const found = (await database.execute(
    sql`select id, capture_id, body ? 'erased' as erased from reports where id = ${id} or capture_id = ${id} limit 1`,
  )) as unknown as Rows<{ readonly id: string; readonly capture_id: string; readonly erased: boolean }>;
  const [report] = found.rows;
  if (!report) throw new Failure('no-report', `There is no report and no capture «${id}». Its id is in its address.`);
  if (report.erased) throw new Failure('erased', `The report ${report.id} was erased before.`);
  const again = (await database.execute(
    sql`select capture_id from report_captures where report_id = ${report.id}`,
  )) as unknown as Rows<{ readonly capture_id: string }>;
  const captureIds = [...new Set([report.capture_id, ...again.rows.map((row) => row.capture_id)])];
  // A picture of the page shows its words.
  const pictures = (await database.execute(
    sql`select id from captures where body ->> 'pictureOf' = any(${sql.param(captureIds)}::text[])`,
  )) as unknown as Rows<{ readonly id: string }>;
  return { reportId: report.id, captureIds: [...captureIds, ...pictures.rows.map((row) => row.id)] };
};

/** Puts a tombstone in the place of each thing: the database lets nothing else through. */
const bury = async (
  database: Database,
  items: readonly { readonly kind: string; readonly subject: string }[],
  { by, why, at }: Erasure,
): Promise<void> => {
  const rows = items.map((item) => ({ ...item, id: `${item.kind}:${item.subject}`, body: { why, by, at } }));
  await database.execute(sql`
    insert into erasures (id, kind, subject, body)
    select id, kind, subject, body from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as item (id text, kind text, subject text, body jsonb)`);
  for (const kind of new Set(items.map((item) => item.kind))) {
    const table = sql.raw(TABLES[kind] ?? kind);
    const subject = kind === 'record' ? sql`${table}.id || '@' || ${table}.version` : sql`${table}.id`;
    const more = kind === 'report' ? sql`, url = null` : kind === 'record' ? sql`, places = '{}'` : sql``;
    await database.execute(sql`
      update ${table} set body = jsonb_build_object('erased', erasure.id)${more} from erasures erasure
      where erasure.kind = ${kind} and erasure.subject = ${subject} and not ${table}.body ? 'erased'`);
  }
};

/**
 * @param pathOf file of a capture's bytes
 * @throws Failure `no-report` or `erased`
 */
export const erase = async (
  database: Database,
  pathOf: (captureId: string) => string,
  above: PlacesAbove,
  erasure: Erasure,
): Promise<Erased> => {
  const done = await database.transaction(async (transaction) => {
    await lockRecords(transaction);
    const { reportId, captureIds } = await capturesOf(transaction, erasure.id);
    const items = await itemsOf(transaction, reportId, captureIds);
    const latest = (
      await transaction
        .selectDistinctOn([records.id], { body: records.body, reports: records.reports })
        .from(records)
        .where(
          sql`${records.id} in (select id from records where reports && array[${reportId}]) and not ${records.body} ? 'erased'`,
        )
        .orderBy(records.id, desc(records.version))
    ).map((row) => row.body);
    const next = latest.flatMap((record): EventRecord[] => {
      if (!record.claims.some((claim) => claim.reportId === reportId)) return [];
      const left = withoutReport(record, reportId);
      return left ? [{ ...left, by: 'machine', version: record.version + 1, madeAt: erasure.at }] : [];
    });
    await bury(transaction, items, erasure);
    const gone = latest
      .filter((record) => record.claims.every((claim) => claim.reportId === reportId))
      .map((record) => record.id);
    const goneIds = sql`${sql.param(gone)}::text[]`;
    await transaction.execute(
      sql`delete from record_index where id = any(${goneIds}) or reports && array[${reportId}]`,
    );
    await transaction.execute(sql`delete from report_index where id = ${reportId}`);
    await transaction.execute(
      sql`delete from public_index where (kind = 'record' and id = any(${goneIds})) or (kind = 'report' and id = ${reportId})`,
    );
    await transaction.execute(sql`delete from report_shapes where id = ${reportId}`);
    await writeRecords(transaction, next, above);
    const counts: Record<string, number> = {};
    for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
    return { reportId, captureIds, counts, records: { gone, left: next.map((record) => record.id) } };
  });
  const { captureIds, ...erased } = done;
  for (const id of captureIds) await rm(pathOf(id), { force: true });
  // Old rows lie in the tables' files until these are written anew.
  for (const table of [...Object.values(TABLES), ...LISTED]) await database.execute(sql.raw(`vacuum (full) ${table}`));
  return erased;
};
