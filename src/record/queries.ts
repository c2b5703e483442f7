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
import { type Count, count, type RecordFacet, type ReportFacet, recordFacets, reportFacets } from './facets.ts';
import { type ListedKind, recordIndex, recordWords, reportIndex, reportWords, type Side } from './tables.ts';
import { asksForAll, openTotals, type Total } from './totals.ts';

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
  /** Of all pages together; of a search, up to the MOST_COUNTED hits that are counted. */
  readonly total: number;
  /** There are more than `total`. */
  readonly more?: true;
};

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
/** Hits of a search that are counted: a word that is in every second report needs no number, and counting costs each a look. */
const MOST_COUNTED = 10_000;
const PAGE = 50;
const LARGEST_PAGE = 1000;

type Index = typeof recordIndex | typeof reportIndex;
type Found = typeof recordWords | typeof reportWords;

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

/** What may have happened between two days; in words that records' own index of spans knows. */
const between = (index: Index, { from, to }: Filters): (SQL | undefined)[] => {
  if (from === undefined && to === undefined) return [];
  const { earliest, latest } = index;
  const span = sql`daterange(least(${earliest}, ${latest}), greatest(${earliest}, ${latest}), '[]')`;
  const asked = sql`daterange(${from === undefined ? null : dayOf(from)}::date, ${to === undefined ? null : dayOf(to)}::date, '[]')`;
  return [
    sql`coalesce(${earliest}, ${latest}) is not null`,
    from !== undefined && to !== undefined ? sql`${span} && ${asked}` : undefined,
    from !== undefined ? gte(sql`coalesce(${latest}, ${earliest})`, from) : undefined,
    to !== undefined ? lte(sql`coalesce(${earliest}, ${latest})`, to) : undefined,
    // The day that rows are ordered by is their last.
    from !== undefined ? gte(index.day, from) : undefined,
  ];
};

/** All but the words. */
const common = (index: Index, query: Filters): (SQL | undefined)[] => [
  eq(index.audience, query.side),
  anyOf(query.actors, (ids) => arrayOverlaps(index.actors, ids)),
  anyOf(query.places, (ids) => arrayOverlaps(index.placesWithin, ids)),
  ...between(index, query),
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

type Row = { readonly id: string; readonly at: string | number };
type Asked = {
  readonly kind: ListedKind;
  readonly index: Index;
  readonly found: Found;
  /** All that is asked but the words; `plain`: nothing of that but the side. */
  readonly where: SQL | undefined;
  readonly plain: boolean;
};

/** The words alone, of one side: the planner takes the index of that side for it. */
const wordsMatch = (found: Found, { side, text = '' }: Filters): SQL =>
  sql`${found.audience} = ${sql.raw(`'${side}'`)} and ${found.words} @@ ${tsquery(text)}`;

/** Everything asked, as a condition on the index. */
const whole = ({ index, found, where }: Asked, query: Filters): SQL | undefined =>
  query.text?.trim()
    ? and(where, sql`${index.id} in (select ${found.id} from ${found} where ${wordsMatch(found, query)})`)
    : where;

const countAll = async (database: Database, asked: Asked, query: Filters): Promise<Total> => {
  const { index, found, plain } = asked;
  if (!query.text?.trim()) {
    const rows = await database.select({ rows: sql<number>`count(*)::int` }).from(index).where(asked.where);
    return { total: rows[0]?.rows ?? 0 };
  }
  const hits = plain
    ? sql`select 1 from ${found} where ${wordsMatch(found, query)}`
    : sql`select 1 from ${index} where ${whole(asked, query)}`;
  const answer = await database.execute(
    sql`select count(*)::int as hits from (${hits} limit ${MOST_COUNTED + 1}) counted`,
  );
  const hitsFound = (answer as unknown as { rows: { hits: number }[] }).rows[0]?.hits ?? 0;
  return hitsFound > MOST_COUNTED ? { total: MOST_COUNTED, more: true } : { total: hitsFound };
};

const list = async (
  database: Database,
  asked: Asked,
  query: Page & Filters,
  totals: ReturnType<typeof openTotals>,
): Promise<Listing> => {
  const { index, found, where, plain } = asked;
  const { limit = PAGE, cursor, order, text } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE)
    throw new Failure('query', `A page has 1 to ${LARGEST_PAGE} lines, not ${limit}.`);
  const ranked = text?.trim() && (order ?? 'relevance') === 'relevance';
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const up = order === 'day-asc';
  const beyond = (key: SQL, id: SQL): SQL | undefined => {
    if (!after) return undefined;
    const [value, last] = after;
    const typed = typeof value === 'number' ? sql`${value}::bigint` : sql`${value}::date`;
    return or(up ? sql`${key} > ${typed}` : sql`${key} < ${typed}`, and(sql`${key} = ${typed}`, sql`${id} > ${last}`));
  };
  const total = await totals(asked.kind, query, () => countAll(database, asked, query));
  let rows: readonly Row[];
  if (ranked) {
    const hits = database
      .select({ id: found.id, words: found.words })
      .from(found)
      .where(
        and(
          wordsMatch(found, query),
          plain ? undefined : sql`exists (select 1 from ${index} where ${and(eq(index.id, found.id), where)})`,
        ),
      )
      .orderBy(desc(found.day), asc(found.id))
      .limit(RANKED)
      .as('hits');
    // As an integer, so that a cursor meets it exactly.
    const ranks = database
      .select({ id: hits.id, at: sql<number>`(1e6 * ts_rank(${hits.words}, ${tsquery(text ?? '')}))::int`.as('at') })
      .from(hits)
      .as('ranks');
    rows = (await database
      .select({ id: ranks.id, at: ranks.at })
      .from(ranks)
      .where(beyond(sql`${ranks.at}`, sql`${ranks.id}`))
      .orderBy(desc(ranks.at), asc(ranks.id))
      .limit(limit + 1)) as readonly Row[];
  } else {
    const by = order === 'added' ? sql`${index.seq}` : sql`${index.day}`;
    rows = (await database
      .select({ id: index.id, at: order === 'added' ? index.seq : index.day })
      .from(index)
      .where(and(whole(asked, query), beyond(by, sql`${index.id}`)))
      .orderBy(up ? asc(by) : desc(by), asc(index.id))
      .limit(limit + 1)) as readonly Row[];
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    ids: page.map((row) => row.id),
    ...total,
    ...(last && rows.length > limit && { next: writeCursor(last.at, last.id) }),
  };
};

/** @param changes grows with each write: what was counted before it is counted anew */
export const openQueries = (database: Database, changes: () => number): Queries => {
  const totals = openTotals(database, changes);
  const isPlain = ({ text: _text, limit: _limit, cursor: _cursor, order: _order, ...filters }: RecordQuery & Page) =>
    asksForAll(filters);
  const ofRecords = (query: RecordQuery & Page): Asked => ({
    kind: 'record',
    index: recordIndex,
    found: recordWords,
    where: recordsWhere(query),
    plain: isPlain(query),
  });
  const ofReports = (query: ReportQuery & Page): Asked => ({
    kind: 'report',
    index: reportIndex,
    found: reportWords,
    where: reportsWhere(query),
    plain: isPlain(query),
  });
  return {
    listRecords: async (query) => list(database, ofRecords(query), query, totals),
    listReports: async (query) => list(database, ofReports(query), query, totals),
    countRecords: (by, query, limit = 100) =>
      count(database, recordIndex, recordFacets(by), whole(ofRecords(query), query), { byKey: by === 'month', limit }),
    countReports: (by, query, limit = 100) =>
      count(database, reportIndex, reportFacets(by), whole(ofReports(query), query), { byKey: by === 'month', limit }),
  };
};
