/**
 * Upkeep that a PostgreSQL server does by itself and the embedded store has nobody for: what is dead is cleared away, and
 * the planner learns how common each value is, without which it takes a list of many for one of few.
 */
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** Tables whose rows are replaced. */
const REPLACED = ['record_index', 'report_index', 'record_words', 'report_words', 'public_index'].concat(
  'listed_lines',
  'listed_totals',
);
/** Tables whose rows stay as they are: nothing in them is dead. */
const KEPT = ['captures', 'reports', 'readings', 'records', 'report_shapes', 'report_copies', 'ledger'];
/** Growth since the last time, as a factor of a table's pages, and the least that is worth it. */
const GROWN = 1.5;
const FEWEST_PAGES = 30;

/** Learns anew of tables that have grown much. Cheap where none has. */
export const keepStatistics = async (database: Database): Promise<void> => {
  const grown = (await database.execute(sql`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname in ${[...REPLACED, ...KEPT]}
      and pg_relation_size(oid) / 8192 > greatest(${GROWN}::real * relpages, ${FEWEST_PAGES}::real)`)) as unknown as {
    readonly rows: readonly { readonly name: string }[];
  };
  for (const { name } of grown.rows)
    await database.execute(sql.raw(REPLACED.includes(name) ? `vacuum (analyze) ${name}` : `analyze ${name}`));
};
