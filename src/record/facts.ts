/**
 * All records of one side in a few ids and days each, for maps, charts and counts that look at every record at once.
 * Kept in memory, as reading 20,000 rows takes longer than a page may; what has changed since is read anew.
 */
import { and, desc, eq, gt, sql } from 'drizzle-orm';
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

type Kept = { readonly byId: Map<string, Fact>; seq: number; list: readonly Fact[] };

const inOrder = (a: Fact, b: Fact): number =>
  a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const rowsAfter = async (database: Database, side: Side, seq: number) =>
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
    .where(and(eq(recordIndex.audience, side), gt(recordIndex.seq, seq)))
    .orderBy(desc(recordIndex.seq));

type Row = Awaited<ReturnType<typeof rowsAfter>>[number];

const factOf = ({ seq: _, change, modality, review, earliest, latest, ...row }: Row): Fact => ({
  ...row,
  ...(change === null ? {} : { change: change as Change }),
  modality: modality as Modality,
  review: review as EventRecord['review'],
  ...(earliest === null ? {} : { earliest }),
  ...(latest === null ? {} : { latest }),
});

export const openFacts = (database: Database): Facts => {
  const kept = new Map<Side, Kept>();
  const running = new Map<Side, Promise<readonly Fact[]>>();

  const read = async (side: Side): Promise<readonly Fact[]> => {
    const rows = await database
      .select({ count: sql<number>`count(*)::int`, seq: sql<string | null>`max(${recordIndex.seq})` })
      .from(recordIndex)
      .where(eq(recordIndex.audience, side));
    const [count, newest] = [rows[0]?.count ?? 0, Number(rows[0]?.seq ?? 0)];
    const known = kept.get(side);
    if (known && known.seq === newest && known.list.length === count) return known.list;
    const take = async (from: Kept): Promise<Kept> => {
      for (const row of await rowsAfter(database, side, from.seq)) {
        from.byId.set(row.id, factOf(row));
        from.seq = Math.max(from.seq, row.seq);
      }
      from.list = [...from.byId.values()].sort(inOrder);
      return from;
    };
    let taken = await take(known ?? { byId: new Map(), seq: 0, list: [] });
    // Something was taken away: which, only a look at all of them tells.
    if (taken.list.length !== count && known) taken = await take({ byId: new Map(), seq: 0, list: [] });
    kept.set(side, taken);
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
