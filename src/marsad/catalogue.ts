/**
 * Lists, counts and search for a view: the question goes to the rows that this audience may see, and nowhere else. The
 * answers are ids for the gate; a `total` or a count may be shown as it is, for it counts nothing that is withheld.
 */
import type { View } from '../publish/index.ts';
import type { Queries, RecordQuery, ReportQuery } from '../record/index.ts';
import type { PublicIndex } from './public-index.ts';

type Asked<Q> = Omit<Q, 'side'>;
type For<F> = F extends (query: infer Q) => infer A ? (query: Asked<Q>, view: View) => A : never;

export type Catalogue = {
  readonly listRecords: For<Queries['listRecords']>;
  readonly listReports: For<Queries['listReports']>;
  readonly countRecords: (
    by: Parameters<Queries['countRecords']>[0],
    query: Asked<RecordQuery>,
    view: View,
    limit?: number,
  ) => ReturnType<Queries['countRecords']>;
  readonly countReports: (
    by: Parameters<Queries['countReports']>[0],
    query: Asked<ReportQuery>,
    view: View,
    limit?: number,
  ) => ReturnType<Queries['countReports']>;
};

/** Things gated before an answer, where some are due: enough for a report just added, too few to be waited for. */
const AT_ONCE = 20;

export const openCatalogue = (queries: Queries, publicIndex: PublicIndex): Catalogue => {
  const sideOf = async ({ audience, now }: View) => {
    if (audience === 'owner') return { side: 'owner' } as const;
    // What is still due after these is not listed yet, rather than listed wrongly.
    if ((await publicIndex.refresh(now, AT_ONCE)) === AT_ONCE) publicIndex.refreshSoon(() => now);
    return { side: 'public' } as const;
  };
  return {
    listRecords: async (query, view) => queries.listRecords({ ...query, ...(await sideOf(view)) }),
    listReports: async (query, view) => queries.listReports({ ...query, ...(await sideOf(view)) }),
    countRecords: async (by, query, view, limit) =>
      queries.countRecords(by, { ...query, ...(await sideOf(view)) }, limit),
    countReports: async (by, query, view, limit) =>
      queries.countReports(by, { ...query, ...(await sideOf(view)) }, limit),
  };
};
