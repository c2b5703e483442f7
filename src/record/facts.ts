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

type Row = readonly [
  seq: number,
  id: string,
  type: string,
  change: string | null,
  modality: string,
  review: string,
  actors: readonly string[],
  places: readonly string[],
  areas: readonly string[],
  earliest: string | null,
  latest: string | null,
  day: string,
];

/** Rows as one text: handed over one by one, they take four times as long (20,000 on the embedded store). */
const rowsOf = async (database: Database, side: Side, which?: SQL): Promise<readonly Row[]> => {
  const { seq, id, type, change, modality, review, actors, places, placesWithin, earliest, latest, day } = recordIndex;
  const columns = [seq, id, type, change, modality, review, actors, places, placesWithin, earliest, latest, day];
  const [row] = await database
    .select({ rows: sql<string | null>`json_agg(json_build_array(${sql.join(columns, sql`, `)}))::text` })
    .from(recordIndex)
    .where(and(eq(recordIndex.audience, side), which));
  return JSON.parse(row?.rows ?? '[]') as readonly Row[];
};

/** Makes equal texts one: ids and days are few, facts are many, and what is one is compared at once. */
const interned = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const one = known.get(text);
    if (one === undefined) known.set(text, text);
    return one ?? text;
  };
};

type OneOf = ReturnType<typeof interned>;

const factOf =
  (one: OneOf) =>
  ([, id, type, change, modality, review, actors, places, areas, earliest, latest, day]: Row): Fact => ({
    id,
    type: one(type),
    ...(change === null ? {} : { change: one(change) as Change }),
    modality: one(modality) as Modality,
    review: one(review) as EventRecord['review'],
    actors: actors.map(one),
    places: places.map(one),
    areas: areas.map(one),
    ...(earliest === null ? {} : { earliest: one(earliest) }),
    ...(latest === null ? {} : { latest: one(latest) }),
    day: one(day),
  });

/** `list` without what has gone or changed, and with `rows`: both are in order, so that one walk will do. */
const woven = ({ list, seqs }: Kept, rows: readonly Row[], gone: ReadonlySet<string>, one: OneOf): Kept => {
  const fresh = rows.map(factOf(one)).sort(inOrder);
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
  for (const [seq, id] of rows) now.set(id, seq);
  let seq = 0;
  for (const at of now.values()) seq = Math.max(seq, at);
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
  const one = interned();
  const kept = new Map<Side, Kept>();
  const looked = new Map<Side, { readonly changes: number; readonly at: number }>();
  const running = new Map<Side, Promise<readonly Fact[]>>();

  const readAll = async (side: Side): Promise<Kept> =>
    woven({ seqs: new Map(), seq: 0, list: [] }, await rowsOf(database, side), NONE, one);

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
    return woven(known, renewed, gone, one);
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
    const isWhole = ({ seq, list }: Kept): boolean => seq === newest && list.length === count;
    let taken = known ?? (await readAll(side));
    if (known && !isWhole(known)) {
      taken = woven(known, await rowsOf(database, side, gt(recordIndex.seq, known.seq)), NONE, one);
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
