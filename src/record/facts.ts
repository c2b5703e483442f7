/**
 * All records of one side in a few ids and days each, for maps, charts and counts that look at every record at once.
 * Kept in memory, as reading 20,000 rows takes longer than a page may; what has changed since is read anew.
 */
import { and, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { Change, EventRecord, Modality } from '../model/index.ts';
import type { Database } from './database.ts';
import { recordIndex, type Side } from './tables.ts';

export type Fact = {
  readonly id: string;
  readonly type: string;
  readonly change?: Change;
  readonly modality: Modality;
  readonly review: EventRecord['review'];
  readonly actors: readonly string[];
  readonly places: readonly string[];
  /** `places` and all that they lie in. */
  readonly areas: readonly string[];
  /** ISO days */
  readonly earliest?: string;
  readonly latest?: string;
  /** By which lists are ordered, newest first. */
  readonly day: string;
};

export type Facts = {
  /**
   * Newest first. The same array for as long as nothing has changed, so that what was made of it can be kept by it.
   * @param side the owner's hold everything, the public's only what the gate lets out
   */
  readonly facts: (side: Side) => Promise<readonly Fact[]>;
};

type Kept = { readonly seqs: ReadonlyMap<string, number>; readonly seq: number; readonly list: readonly Fact[] };

const inOrder = (a: Fact, b: Fact): number =>
  a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const rowsOf = async (database: Database, side: Side, which?: SQL) =>
  database
    .select({
      seq: recordIndex.seq,
      id: recordIndex.id,
      type: recordIndex.type,
      change: recordIndex.change,
      modality: recordIndex.modality,
      review: recordIndex.review,
      actors: recordIndex.actors,
      places: recordIndex.places,
      areas: recordIndex.placesWithin,
      earliest: recordIndex.earliest,
      latest: recordIndex.latest,
      day: recordIndex.day,
    })
    .from(recordIndex)
    .where(and(eq(recordIndex.audience, side), which));

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const factOf = ({ seq: _, change, modality, review, earliest, latest, ...row }: Row): Fact => ({
  ...row,
  ...(change === null ? {} : { change: change as Change }),
  modality: modality as Modality,
  review: review as EventRecord['review'],
  ...(earliest === null ? {} : { earliest }),
  ...(latest === null ? {} : { latest }),
});

/** `list` without what has gone or changed, and with `rows`: both are in order, so that one walk will do. */
const woven = ({ list, seqs }: Kept, rows: readonly Row[], gone: ReadonlySet<string>): Kept => {
  const fresh = rows.map(factOf).sort(inOrder);
  const renewed = new Set(fresh.map((fact) => fact.id));
  const made: Fact[] = [];
  let at = 0;
  for (const fact of list) {
    if (gone.has(fact.id) || renewed.has(fact.id)) continue;
    for (let next = fresh[at]; next && inOrder(next, fact) < 0; next = fresh[at]) {
      made.push(next);
      at += 1;
    }
    made.push(fact);
  }
  made.push(...fresh.slice(at));
  const now = new Map(seqs);
  for (const id of gone) now.delete(id);
  for (const row of rows) now.set(row.id, row.seq);
  let seq = 0;
  for (const one of now.values()) seq = Math.max(seq, one);
  return { seqs: now, seq, list: made };
};

/** For as long as this, milliseconds, what other processes may have written is not looked for. */
const TRUSTED = 2000;
/** Rows that are asked for by their ids; of more, all are read. */
const FEW = 2000;
const NONE: ReadonlySet<string> = new Set();

/**
 * @param changes grows with each write of this process
 * @param alone whether no other process can write
 */
export const openFacts = (database: Database, changes: () => number, alone: boolean): Facts => {
  const kept = new Map<Side, Kept>();
  const looked = new Map<Side, { readonly changes: number; readonly at: number }>();
  const running = new Map<Side, Promise<readonly Fact[]>>();

  const readAll = async (side: Side): Promise<Kept> =>
    woven({ seqs: new Map(), seq: 0, list: [] }, await rowsOf(database, side), NONE);

  /** Something was taken away, or came back to where it was: which, only a look at all ids tells. */
  const compared = async (side: Side, known: Kept): Promise<Kept> => {
    const rows = await database
      .select({ id: recordIndex.id, seq: recordIndex.seq })
      .from(recordIndex)
      .where(eq(recordIndex.audience, side));
    const there = new Map(rows.map((row) => [row.id, row.seq]));
    const gone = new Set([...known.seqs.keys()].filter((id) => !there.has(id)));
    const other = rows.filter((row) => known.seqs.get(row.id) !== row.seq).map((row) => row.id);
    if (other.length > FEW) return readAll(side);
    const renewed = other.length > 0 ? await rowsOf(database, side, inArray(recordIndex.id, other)) : [];
    return woven(known, renewed, gone);
  };

  const read = async (side: Side): Promise<readonly Fact[]> => {
    const known = kept.get(side);
    const before = looked.get(side);
    if (known && before?.changes === changes() && (alone || Date.now() - before.at < TRUSTED)) return known.list;
    const now = { changes: changes(), at: Date.now() };
    const asked = await database.execute(sql`
      select (select max(seq) from record_index where audience = ${side}) as seq,
        (select total from listed_totals
          where kind = 'record' and audience = ${side} and facet = 'all' and key = '') as count`);
    const [row] = (asked as unknown as { rows: { seq: unknown; count: unknown }[] }).rows;
    const [count, newest] = [Number(row?.count ?? 0), Number(row?.seq ?? 0)];
    const isWhole = (one: Kept): boolean => one.seq === newest && one.list.length === count;
    let taken = known ?? (await readAll(side));
    if (known && !isWhole(known)) {
      taken = woven(known, await rowsOf(database, side, gt(recordIndex.seq, known.seq)), NONE);
      if (!isWhole(taken)) taken = await compared(side, taken);
    }
    kept.set(side, taken);
    looked.set(side, now);
    return taken.list;
  };

  return {
    facts: (side) => {
      const under = running.get(side);
      if (under) return under;
      const reading = read(side).finally(() => running.delete(side));
      running.set(side, reading);
      return reading;
    },
  };
};
