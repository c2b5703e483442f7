/** Totals of lists: those that the database keeps for questions of one value, and others for as long as nothing changes. */
import { and, eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { type ListedKind, listedTotals, type Side } from './tables.ts';

export type Total = { readonly total: number; readonly more?: true };

/** A question without its page: filters by name. */
type Filters = Readonly<Record<string, unknown>> & { readonly side: Side };

/** Facets of the totals that the database keeps, by what a question calls them. */
const KEPT: Readonly<Record<string, string>> = {
  actors: 'actor',
  places: 'area',
  types: 'type',
  families: 'family',
  sources: 'source',
  speakers: 'speaker',
  review: 'review',
};

const askedIn = ({ side: _side, ...filters }: Filters): (readonly [string, unknown])[] =>
  Object.entries(filters).filter(
    ([, value]) =>
      value !== undefined &&
      !(typeof value === 'string' && value.trim() === '') &&
      !(Array.isArray(value) && value.length === 0),
  );

/** Whether a question has no filter at all. */
export const asksForAll = (filters: Filters): boolean => askedIn(filters).length === 0;

/** The total that is kept for a question with one value or none; `undefined` for any other. */
const keptTotal = (filters: Filters, kind: ListedKind): { facet: string; key: string } | undefined => {
  const asked = askedIn(filters);
  if (asked.length === 0) return { facet: 'all', key: '' };
  const [[name, value] = ['', undefined]] = asked;
  const facet = kind === 'report' && name === 'languages' ? 'language' : KEPT[name];
  if (asked.length > 1 || facet === undefined || !Array.isArray(value) || value.length !== 1) return undefined;
  return { facet, key: String(value[0]) };
};

/** Totals that are remembered between two changes of the store: every page of a list asks for the same. */
const TOTALS_KEPT = 200;

/** @param changes grows with each write: what was counted before it is counted anew */
export const openTotals = (database: Database, changes: () => number) => {
  const totals = new Map<string, Promise<Total>>();
  const lookUp = async (kind: ListedKind, side: Side, { facet, key }: { facet: string; key: string }) => {
    const rows = await database
      .select({ total: listedTotals.total })
      .from(listedTotals)
      .where(
        and(
          eq(listedTotals.kind, kind),
          eq(listedTotals.audience, side),
          eq(listedTotals.facet, facet),
          eq(listedTotals.key, key),
        ),
      );
    return { total: rows[0]?.total ?? 0 };
  };
  /** The total of a question, counted by `make` where nothing better is at hand. */
  return (
    kind: ListedKind,
    { limit: _limit, cursor: _cursor, order: _order, ...filters }: Filters,
    make: () => Promise<Total>,
  ): Promise<Total> => {
    const kept = keptTotal(filters as Filters, kind);
    if (kept) return lookUp(kind, filters.side, kept);
    const key = `${changes()} ${kind} ${JSON.stringify(filters)}`;
    const known = totals.get(key);
    if (known) return known;
    const made = make();
    totals.set(key, made);
    made.catch(() => totals.delete(key));
    for (const old of totals.keys()) if (totals.size > TOTALS_KEPT) totals.delete(old);
    return made;
  };
};
