/**
 * The public's rows of the index. This room does not know what may leave: whoever stands at the gate (marsad) asks what
 * is due, has it gated, and hands back entries made of nothing else. Between a change and that, the thing is not listed.
 */
import { and, desc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm';
import { sha256Hex } from '../model/index.ts';
import { type Database, lockRecords } from './database.ts';
import type { RecordEntry, ReportEntry } from './entries.ts';
import { listRecordRows, listReportRows, type PlacesAbove } from './listing.ts';
import { type ListedKind, publicIndex, recordIndex, reportIndex, type Side } from './tables.ts';

/** Gated, at one moment. */
export type Released<T> = {
  readonly id: string;
  /** As it was when it was due: what changed since is not written, and stays due. */
  readonly touched: number;
  /** Absent where the gate let nothing out. */
  readonly entry?: T;
  /** ISO date-time at which the gate may answer otherwise; absent: never, if nothing changes. */
  readonly againAt?: string;
  /** What a list shows of it to each audience; absent where that may see nothing of it. */
  readonly lines: Readonly<Partial<Record<Side, unknown>>>;
};

export type Due = { readonly id: string; readonly touched: number };

export type PublicListing = {
  /** What has no line or public row, or one out of date at `now`: what changed last comes first. */
  readonly dueForRelease: (kind: ListedKind, now: string, limit: number) => Promise<readonly Due[]>;
  readonly releaseRecords: (made: readonly Released<RecordEntry>[]) => Promise<void>;
  readonly releaseReports: (made: readonly Released<ReportEntry>[]) => Promise<void>;
  /** Forgets all that was gated, where it was gated under another rule book. */
  readonly releaseUnder: (rules: string) => Promise<void>;
  /** Lines by id, as they were released for this side; those that are due are not there. */
  readonly lines: (kind: ListedKind, side: Side, ids: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;
};

/** Marks things of the owner's lists as due, whoever gates them next. */
const markDue = async (database: Database, kind: ListedKind, which: SQL): Promise<void> => {
  await database.execute(sql`
    insert into public_index (kind, id, digest, again_at, touched)
    select ${kind}, id, '', '-infinity'::timestamptz, nextval('index_order')
    from ${kind === 'record' ? recordIndex : reportIndex} where audience = 'owner' and ${which}
    on conflict (kind, id) do update set again_at = excluded.again_at, touched = excluded.touched`);
};

/** Marks what was just written as due. */
export const dueNow = (database: Database, kind: ListedKind, ids: readonly string[]): Promise<void> =>
  ids.length === 0 ? Promise.resolve() : markDue(database, kind, sql`id = any(${sql.param([...ids])}::text[])`);

/**
 * Takes what the gate let out of these reports, and of all records that rest on them, off the lists until they are gated
 * anew: what one telling withholds goes from all of them.
 */
export const unlistPublic = async (database: Database, reportIds: readonly string[]): Promise<void> => {
  if (reportIds.length === 0) return;
  const ids = sql`${sql.param([...reportIds])}::text[]`;
  const resting = sql`select id from record_index where audience = 'owner' and reports && ${ids}`;
  // A report of a record that is touched shows that record's claims, too.
  const beside = sql`select unnest(reports) from record_index where audience = 'owner' and reports && ${ids}`;
  for (const kind of ['record', 'report'] as const) {
    const touched = kind === 'record' ? sql`id in (${resting})` : sql`(id = any(${ids}) or id in (${beside}))`;
    const index = kind === 'record' ? recordIndex : reportIndex;
    await database.execute(sql`delete from ${index} where audience = 'public' and ${touched}`);
    await database.execute(sql`delete from listed_lines where kind = ${kind} and audience = 'owner' and ${touched}`);
    await markDue(database, kind, touched);
  }
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
    kind: ListedKind,
    all: readonly Released<T>[],
    write: (transaction: Database, entries: readonly T[]) => Promise<void>,
  ): Promise<void> => {
    if (all.length === 0) return;
    const index = kind === 'record' ? recordIndex : reportIndex;
    await database.transaction(async (transaction) => {
      // Whoever writes records waits until this is done, so that what is checked here stays so.
      await lockRecords(transaction);
      const before = await transaction
        .select({ ...getTableColumns(publicIndex), held: index.id })
        .from(publicIndex)
        .innerJoin(index, and(eq(index.id, publicIndex.id), eq(index.audience, 'owner')))
        .where(
          and(
            eq(publicIndex.kind, kind),
            inArray(
              publicIndex.id,
              all.map((one) => one.id),
            ),
          ),
        );
      const known = new Map(before.map((row) => [row.id, row]));
      const made = all.filter((one) => known.get(one.id)?.touched === one.touched);
      if (made.length === 0) return;
      const closed = made.filter((one) => !one.entry).map((one) => one.id);
      if (closed.length > 0)
        await transaction.delete(index).where(and(eq(index.audience, 'public'), inArray(index.id, closed)));
      await write(
        transaction,
        made.flatMap((one) => one.entry ?? []),
      );
      const rows = made.map((one) => {
        const old = known.get(one.id);
        const digest = digestOf(one.entry);
        // What the public sees no change in stays where it was in the list: its moving would tell of what is withheld.
        const stays = one.entry && old && old.seq !== null && old.digest === digest ? old.seq : null;
        return { id: one.id, digest, stays, again_at: one.againAt ?? null };
      });
      const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as due (id text, digest text, stays bigint, again_at timestamptz)`;
      if (rows.some((row) => row.stays !== null))
        await transaction.execute(sql`
          update ${index} listed set seq = due.stays from ${given}
          where listed.audience = 'public' and listed.id = due.id and due.stays is not null`);
      await transaction.execute(sql`
        update public_index set digest = due.digest, again_at = due.again_at, seq = coalesce(listed.seq, public_index.seq)
        from ${given} left join ${index} listed on listed.audience = 'public' and listed.id = due.id
        where public_index.kind = ${kind} and public_index.id = due.id`);
      const lines = made.flatMap(({ id, lines: bySide }) =>
        Object.entries(bySide).map(([audience, body]) => ({ audience, id, body })),
      );
      await transaction.execute(sql`
        insert into listed_lines (kind, audience, id, body)
        select ${kind}, audience, id, body
        from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line (audience text, id text, body jsonb)
        on conflict (kind, audience, id) do update set body = excluded.body`);
    });
  };
  return {
    dueForRelease: async (kind, now, limit) =>
      database
        .select({ id: publicIndex.id, touched: publicIndex.touched })
        .from(publicIndex)
        .where(and(eq(publicIndex.kind, kind), sql`${publicIndex.againAt} <= ${now}::timestamptz`))
        .orderBy(publicIndex.againAt, desc(publicIndex.touched))
        .limit(limit),
    releaseRecords: (made) =>
      release('record', made, (transaction, entries) => listRecordRows(transaction, 'public', entries, above)),
    releaseReports: (made) =>
      release('report', made, (transaction, entries) => listReportRows(transaction, 'public', entries, above)),
    releaseUnder: async (rules) => {
      const held = await database.execute(sql`select value #>> '{}' as rules from settings where key = ${RULES_KEY}`);
      const [row] = (held as unknown as { rows: { rules: string }[] }).rows;
      if (row?.rules === rules) return;
      await database.transaction(async (transaction) => {
        await lockRecords(transaction);
        await transaction.execute(sql`delete from record_index where audience = 'public'`);
        await transaction.execute(sql`delete from report_index where audience = 'public'`);
        await transaction.execute(sql`delete from listed_lines`);
        await transaction.execute(sql`
          update public_index
          set digest = '', seq = null, again_at = '-infinity', touched = nextval('index_order')`);
        await transaction.execute(sql`
          insert into settings (key, value) values (${RULES_KEY}, ${JSON.stringify(rules)}::jsonb)
          on conflict (key) do update set value = excluded.value`);
      });
    },
    lines: async (kind, side, ids) => {
      if (ids.length === 0) return new Map();
      // As one text, and the ids as one parameter: a front page asks for hundreds.
      const asked = await database.execute(sql`
        select json_agg(json_build_array(id, body))::text as lines from listed_lines
        where kind = ${kind} and audience = ${side} and id = any(${sql.param([...ids])}::text[])`);
      const [row] = (asked as unknown as { rows: { lines: string | null }[] }).rows;
      return new Map(JSON.parse(row?.lines ?? '[]') as [string, unknown][]);
    },
  };
};
