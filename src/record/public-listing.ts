/**
 * The public's rows of the index. This room does not know what may leave: whoever stands at the gate (marsad) asks what
 * is due, has it gated, and hands back entries made of nothing else. Between a change and that, the thing is not listed.
 */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { sha256Hex } from '../model/index.ts';
import type { Database } from './database.ts';
import type { RecordEntry, ReportEntry } from './entries.ts';
import { listRecordRows, listReportRows, type PlacesAbove } from './listing.ts';
import { publicIndex, recordIndex, reportIndex } from './tables.ts';

/** Gated, at one moment. */
export type Released<T> = {
  readonly id: string;
  /** Absent where the gate let nothing out. */
  readonly entry?: T;
  /** ISO date-time at which the gate may answer otherwise; absent: never, if nothing changes. */
  readonly againAt?: string;
};

export type PublicListing = {
  /** Ids whose public row is missing or out of date at `now`, newest first. */
  readonly dueForRelease: (kind: 'record' | 'report', now: string, limit: number) => Promise<readonly string[]>;
  readonly releaseRecords: (made: readonly Released<RecordEntry>[]) => Promise<void>;
  readonly releaseReports: (made: readonly Released<ReportEntry>[]) => Promise<void>;
  /** Forgets all public rows where they were made under another rule book. */
  readonly releaseUnder: (rules: string) => Promise<void>;
};

/**
 * Takes the public rows of these reports, and of all records that rest on them, off the lists until they are gated anew:
 * what one telling withholds goes from all of them.
 */
export const unlistPublic = async (database: Database, reportIds: readonly string[]): Promise<void> => {
  if (reportIds.length === 0) return;
  const ids = sql`${sql.param([...reportIds])}::text[]`;
  const resting = sql`select id from record_index where audience = 'owner' and reports && ${ids}`;
  // A report of a record that is touched shows that record's claims, too.
  const beside = sql`select unnest(reports) from record_index where audience = 'owner' and reports && ${ids}`;
  const touched = (kind: 'record' | 'report') =>
    kind === 'record' ? sql`id in (${resting})` : sql`(id = any(${ids}) or id in (${beside}))`;
  await database.execute(sql`delete from record_index where audience = 'public' and ${touched('record')}`);
  await database.execute(sql`delete from report_index where audience = 'public' and ${touched('report')}`);
  for (const kind of ['record', 'report'] as const)
    await database.execute(
      sql`update public_index set again_at = '-infinity' where kind = ${kind} and ${touched(kind)}`,
    );
};

const RULES_KEY = 'index.public';

type Entry = RecordEntry | ReportEntry;

/** What tells whether anything public has changed; the version grows with what is withheld, too. */
const digestOf = (entry: Entry | undefined): string => {
  if (!entry) return '';
  const { version: _version, readingId: _reading, ...shown } = entry as RecordEntry & ReportEntry;
  return sha256Hex(JSON.stringify(shown));
};

export const openPublicListing = (database: Database, above: PlacesAbove): PublicListing => {
  const release = async <T extends Entry>(
    kind: 'record' | 'report',
    made: readonly Released<T>[],
    write: (transaction: Database, entries: readonly T[]) => Promise<void>,
  ): Promise<void> => {
    if (made.length === 0) return;
    const ids = made.map((one) => one.id);
    const index = kind === 'record' ? recordIndex : reportIndex;
    await database.transaction(async (transaction) => {
      const before = await transaction
        .select()
        .from(publicIndex)
        .where(and(eq(publicIndex.kind, kind), inArray(publicIndex.id, ids)));
      const known = new Map(before.map((row) => [row.id, row]));
      await transaction.delete(index).where(and(eq(index.audience, 'public'), inArray(index.id, ids)));
      await write(
        transaction,
        made.flatMap((one) => one.entry ?? []),
      );
      // What the public sees no change in stays where it was in the list: its moving would tell of what is withheld.
      for (const { id, entry } of made) {
        const old = known.get(id);
        if (entry && old && old.seq !== null && old.digest === digestOf(entry))
          await transaction
            .update(index)
            .set({ seq: old.seq })
            .where(and(eq(index.audience, 'public'), eq(index.id, id)));
      }
      const rows = made.map((one) => ({ id: one.id, digest: digestOf(one.entry), again_at: one.againAt ?? null }));
      await transaction.execute(sql`
        insert into public_index (kind, id, digest, seq, again_at)
        select ${kind}, due.id, due.digest, listed.seq, due.again_at
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as due (id text, digest text, again_at timestamptz)
        left join ${index} listed on listed.audience = 'public' and listed.id = due.id
        on conflict (kind, id) do update
          set digest = excluded.digest, seq = coalesce(excluded.seq, public_index.seq), again_at = excluded.again_at`);
    });
  };
  return {
    dueForRelease: async (kind, now, limit) => {
      const index = kind === 'record' ? recordIndex : reportIndex;
      const rows = await database
        .select({ id: index.id })
        .from(index)
        .leftJoin(publicIndex, and(eq(publicIndex.kind, kind), eq(publicIndex.id, index.id)))
        .where(
          and(
            eq(index.audience, 'owner'),
            sql`(${publicIndex.id} is null or ${publicIndex.againAt} <= ${now}::timestamptz)`,
          ),
        )
        .orderBy(sql`${index.seq} desc`)
        .limit(limit);
      return rows.map((row) => row.id);
    },
    releaseRecords: (made) =>
      release('record', made, (transaction, entries) => listRecordRows(transaction, 'public', entries, above)),
    releaseReports: (made) =>
      release('report', made, (transaction, entries) => listReportRows(transaction, 'public', entries, above)),
    releaseUnder: async (rules) => {
      const held = await database.execute(sql`select value #>> '{}' as rules from settings where key = ${RULES_KEY}`);
      const [row] = (held as unknown as { rows: { rules: string }[] }).rows;
      if (row?.rules === rules) return;
      await database.transaction(async (transaction) => {
        await transaction.execute(sql`delete from record_index where audience = 'public'`);
        await transaction.execute(sql`delete from report_index where audience = 'public'`);
        await transaction.execute(sql`delete from public_index`);
        await transaction.execute(sql`
          insert into settings (key, value) values (${RULES_KEY}, ${JSON.stringify(rules)}::jsonb)
          on conflict (key) do update set value = excluded.value`);
      });
    },
  };
};
