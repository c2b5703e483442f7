/**
 * What is asked of the store by lists, pages and searches: filters → ids in order, a total, and a cursor.
 *
 * **What is safe.** Each question names a `side`. The owner's rows hold everything, exact places and full texts too:
 * their answers are for the owner alone, also their totals, their order and whether there is a hit at all. The public's
 * rows were made from what the gate lets out (see marsad/public-index.ts), so nothing that it withholds can be found,
 * counted or sorted by. Either way answers are ids: what is shown of them is still fetched through the gate, which may
 * have closed something meanwhile (then it answers `undefined`, and the line is left out).
 */
import { and, arrayOverlaps, asc, desc, eq, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { Failure } from '../model/index.ts';
import type { Database } from './database.ts';
import { searchForm } from './entries.ts';
import { recordIndex, reportIndex, type Side } from './tables.ts';

type Filters = {
  readonly side: Side;
  /** Ids; one of several is enough. Of records: agents and targets. Of reports: whoever is named. */
  readonly actors?: readonly string[];
  /** Ids of places, and with them all that lie in them (province, district, country). */
  readonly places?: readonly string[];
  /** Ids of event types. */
  readonly types?: readonly string[];
  /** First parts of type ids: `violence`. */
  readonly families?: readonly string[];
  /** Ids of publishers. */
  readonly sources?: readonly string[];
  readonly languages?: readonly string[];
  /** ISO days. What may have happened (been issued) between them, both included; what has no day at all is left out. */
  readonly from?: string;
  readonly to?: string;
  /** Words to be found, as people type them: "quoted", or, -not. Either language. */
  readonly text?: string;
};

export type RecordQuery = Filters & {
  /** Ids of who says so. */
  readonly speakers?: readonly string[];
  readonly review?: readonly string[];
  readonly statuses?: readonly string[];
  readonly changes?: readonly string[];
  readonly modalities?: readonly string[];
  readonly background?: boolean;
  /** Ids of reports that the record rests on. */
  readonly reports?: readonly string[];
};
export type ReportQuery = Filters;

/**
 * `day`: latest event or issue first; `day-asc`: earliest first; `added`: what changed last first;
 * `relevance`: best hits first, of the RANKED latest ones; only with `text`, and then the default.
 */
export type Order = 'day' | 'day-asc' | 'added' | 'relevance';

export type Page = {
  /** 1 to 1000; 50 unless told. */
  readonly limit?: number;
  /** `next` of the page before, with the same question. */
  readonly cursor?: string;
  readonly order?: Order;
};

export type Listing = {
  readonly ids: readonly string[];
  /** Cursor of the next page; absent on the last. */
  readonly next?: string;
  /** Of all pages together. */
  readonly total: number;
};

export type RecordFacet = 'actor' | 'speaker' | 'place' | 'area' | 'type' | 'family' | 'source' | 'review' | 'month';
export type ReportFacet = 'actor' | 'place' | 'area' | 'type' | 'family' | 'source' | 'language' | 'month';
export type Count = { readonly key: string; readonly count: number };

export type Queries = {
  readonly listRecords: (query: RecordQuery & Page) => Promise<Listing>;
  readonly listReports: (query: ReportQuery & Page) => Promise<Listing>;
  /**
   * How many records of the question each value has, most first. `area` counts a place's records in all it lies in.
   * Months are `2024-03`, of the record's day, in their order.
   */
  readonly countRecords: (by: RecordFacet, query: RecordQuery, limit?: number) => Promise<readonly Count[]>;
  readonly countReports: (by: ReportFacet, query: ReportQuery, limit?: number) => Promise<readonly Count[]>;
};

/** Hits that are ranked and listed by relevance: a word that is everywhere ranks nothing. Ordered by day, all are listed. */
const RANKED = 1000;
const PAGE = 50;
const LARGEST_PAGE = 1000;

type Index = typeof recordIndex | typeof reportIndex;

/** Both languages' stems at once: who types «Mayadin» in an Arabic page means it no less. */
const tsquery = (text: string): SQL => {
  const plain = searchForm(text.replace(/[“”«»„]/g, '"'));
  return sql`(websearch_to_tsquery('english', ${plain}) || websearch_to_tsquery('arabic', ${plain}))`;
};

const dayOf = (day: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new Failure('query', `«${day}» is no day. A day is written as 2024-12-24.`);
  return day;
};

const anyOf = <T>(values: readonly T[] | undefined, condition: (values: T[]) => SQL | undefined): SQL | undefined =>
  values && values.length > 0 ? condition([...values]) : undefined;

const common = (index: Index, query: Filters): (SQL | undefined)[] => [
  eq(index.audience, query.side),
  anyOf(query.actors, (ids) => arrayOverlaps(index.actors, ids)),
  anyOf(query.places, (ids) => arrayOverlaps(index.placesWithin, ids)),
  query.from !== undefined ? gte(sql`coalesce(${index.latest}, ${index.earliest})`, dayOf(query.from)) : undefined,
  query.to !== undefined ? lte(sql`coalesce(${index.earliest}, ${index.latest})`, dayOf(query.to)) : undefined,
  query.text?.trim() ? sql`${index.words} @@ ${tsquery(query.text)}` : undefined,
];

const recordsWhere = (query: RecordQuery): SQL | undefined =>
  and(
    ...common(recordIndex, query),
    anyOf(query.types, (ids) => inArray(recordIndex.type, ids)),
    anyOf(query.families, (ids) => inArray(recordIndex.family, ids)),
    anyOf(query.sources, (ids) => arrayOverlaps(recordIndex.sources, ids)),
    anyOf(query.languages, (ids) => arrayOverlaps(recordIndex.languages, ids)),
    anyOf(query.speakers, (ids) => arrayOverlaps(recordIndex.speakers, ids)),
    anyOf(query.reports, (ids) => arrayOverlaps(recordIndex.reports, ids)),
    anyOf(query.review, (ids) => inArray(recordIndex.review, ids)),
    anyOf(query.statuses, (ids) => inArray(recordIndex.status, ids)),
    anyOf(query.changes, (ids) => inArray(recordIndex.change, ids)),
    anyOf(query.modalities, (ids) => inArray(recordIndex.modality, ids)),
    query.background === undefined ? undefined : eq(recordIndex.background, query.background),
  );

const reportsWhere = (query: ReportQuery): SQL | undefined =>
  and(
    ...common(reportIndex, query),
    anyOf(query.types, (ids) => arrayOverlaps(reportIndex.types, ids)),
    anyOf(query.families, (ids) => arrayOverlaps(reportIndex.families, ids)),
    anyOf(query.sources, (ids) => inArray(reportIndex.source, ids)),
    anyOf(query.languages, (ids) => inArray(reportIndex.language, ids)),
  );

const cursorSchema = z.tuple([z.union([z.string(), z.number()]), z.string()]);
const writeCursor = (value: string | number, id: string): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');
const readCursor = (cursor: string): readonly [string | number, string] => {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Failure('cursor', 'This page of the list does not exist. Begin at its first page.');
  }
};

/** What a page is ordered by, and how the cursor's value is compared with it. */
const keyOf = (index: Index, order: Order, text: string | undefined): { readonly by: SQL; readonly up: boolean } => {
  if (order === 'added') return { by: sql`${index.seq}`, up: false };
  if (order !== 'relevance' || !text?.trim()) return { by: sql`${index.day}`, up: order === 'day-asc' };
  // As an integer, so that a cursor meets it exactly.
  return { by: sql`(1e6 * ts_rank(${index.words}, ${tsquery(text)}))::int`, up: false };
};

type Row = { readonly id: string; readonly at: string | number };

const list = async (
  database: Database,
  index: Index,
  where: SQL | undefined,
  { limit = PAGE, cursor, order, text, side }: Page & Filters,
  totals: (make: () => Promise<number>) => Promise<number>,
): Promise<Listing> => {
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE)
    throw new Failure('query', `A page has 1 to ${LARGEST_PAGE} lines, not ${limit}.`);
  const ranked = text?.trim() && (order ?? 'relevance') === 'relevance';
  const { by, up } = keyOf(index, order ?? (ranked ? 'relevance' : 'day'), text);
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const beyond = (key: SQL, id: SQL): SQL | undefined => {
    if (!after) return undefined;
    const [value, last] = after;
    const typed = typeof value === 'number' ? sql`${value}::bigint` : sql`${value}::date`;
    return or(up ? sql`${key} > ${typed}` : sql`${key} < ${typed}`, and(sql`${key} = ${typed}`, sql`${id} > ${last}`));
  };
  const total = await totals(async () => {
    const rows = await database.select({ rows: sql<number>`count(*)::int` }).from(index).where(where);
    return rows[0]?.rows ?? 0;
  });
  let rows: readonly Row[];
  if (ranked) {
    const hits = database
      .select({ id: index.id, at: by.as('at') })
      .from(index)
      .where(where)
      .orderBy(desc(index.day), asc(index.id))
      .limit(RANKED)
      .as('hits');
    rows = (await database
      .select({ id: hits.id, at: hits.at })
      .from(hits)
      .where(beyond(sql`${hits.at}`, sql`${hits.id}`))
      .orderBy(desc(hits.at), asc(hits.id))
      .limit(limit + 1)) as readonly Row[];
  } else {
    rows = (await database
      .select({ id: index.id, at: order === 'added' ? index.seq : index.day })
      .from(index)
      .where(and(where, eq(index.audience, side), beyond(by, sql`${index.id}`)))
      .orderBy(up ? asc(by) : desc(by), asc(index.id))
      .limit(limit + 1)) as readonly Row[];
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    ids: page.map((row) => row.id),
    total,
    ...(last && rows.length > limit && { next: writeCursor(last.at, last.id) }),
  };
};

const MONTH = (index: Index): SQL => sql`to_char(${index.day}, 'YYYY-MM')`;
const each = (column: SQL): SQL => sql`unnest(${column})`;

const recordFacets = (by: RecordFacet): SQL =>
  ({
    actor: each(sql`${recordIndex.actors}`),
    speaker: each(sql`${recordIndex.speakers}`),
    place: each(sql`${recordIndex.places}`),
    area: each(sql`${recordIndex.placesWithin}`),
    source: each(sql`${recordIndex.sources}`),
    type: sql`${recordIndex.type}`,
    family: sql`${recordIndex.family}`,
    review: sql`${recordIndex.review}`,
    month: MONTH(recordIndex),
  })[by];

const reportFacets = (by: ReportFacet): SQL =>
  ({
    actor: each(sql`${reportIndex.actors}`),
    place: each(sql`${reportIndex.places}`),
    area: each(sql`${reportIndex.placesWithin}`),
    type: each(sql`${reportIndex.types}`),
    family: each(sql`${reportIndex.families}`),
    source: sql`${reportIndex.source}`,
    language: sql`${reportIndex.language}`,
    month: MONTH(reportIndex),
  })[by];

const count = async (
  database: Database,
  index: Index,
  value: SQL,
  where: SQL | undefined,
  { byKey, limit }: { readonly byKey: boolean; readonly limit: number },
): Promise<readonly Count[]> => {
  const values = database
    .select({ key: value.as('key') })
    .from(index)
    .where(where)
    .as('values');
  const rows = await database
    .select({ key: sql<string>`${values.key}`, count: sql<number>`count(*)::int` })
    .from(values)
    .where(sql`${values.key} is not null`)
    .groupBy(values.key)
    .orderBy(...(byKey ? [asc(values.key)] : [desc(sql`count(*)`), asc(values.key)]))
    .limit(limit);
  return rows;
};

/** Totals that are remembered between two changes of the store: every page of a list asks for the same. */
const TOTALS_KEPT = 200;

/** @param changes grows with each write: what was counted before it is counted anew */
export const openQueries = (database: Database, changes: () => number): Queries => {
  const totals = new Map<string, Promise<number>>();
  const remember = (kind: string, { limit: _limit, cursor: _cursor, order: _order, ...query }: RecordQuery & Page) => {
    const key = `${changes()} ${kind} ${JSON.stringify(query)}`;
    return (make: () => Promise<number>): Promise<number> => {
      const known = totals.get(key);
      if (known) return known;
      const made = make();
      totals.set(key, made);
      made.catch(() => totals.delete(key));
      for (const old of totals.keys()) if (totals.size > TOTALS_KEPT) totals.delete(old);
      return made;
    };
  };
  return {
    listRecords: async (query) => list(database, recordIndex, recordsWhere(query), query, remember('records', query)),
    listReports: async (query) => list(database, reportIndex, reportsWhere(query), query, remember('reports', query)),
    countRecords: (by, query, limit = 100) =>
      count(database, recordIndex, recordFacets(by), recordsWhere(query), { byKey: by === 'month', limit }),
    countReports: (by, query, limit = 100) =>
      count(database, reportIndex, reportFacets(by), reportsWhere(query), { byKey: by === 'month', limit }),
  };
};
