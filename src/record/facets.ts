/** How many things of a question each value has: counts by facet. */
import { asc, desc, type SQL, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { recordIndex, reportIndex } from './tables.ts';

export type RecordFacet = 'actor' | 'speaker' | 'place' | 'area' | 'type' | 'family' | 'source' | 'review' | 'month';
export type ReportFacet = 'actor' | 'place' | 'area' | 'type' | 'family' | 'source' | 'language' | 'month';
export type Count = { readonly key: string; readonly count: number };

type Index = typeof recordIndex | typeof reportIndex;

const MONTH = (index: Index): SQL => sql`to_char(${index.day}, 'YYYY-MM')`;
const each = (column: SQL): SQL => sql`unnest(${column})`;

export const recordFacets = (by: RecordFacet): SQL =>
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

export const reportFacets = (by: ReportFacet): SQL =>
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

export const count = async (
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
