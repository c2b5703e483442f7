/** `npx tsx evaluation/tables/main.ts`: how much of our own tables is read right; wrong rows of the tuned half are printed. */
import { openContext } from '../context.ts';
import { scoreTables } from './tables.ts';

const { read } = await openContext();
const { scores, wrong } = scoreTables(read);
for (const { row, found } of wrong)
  console.log(`${row.table} ${row.where}\n  ${row.text}\n  wanted ${row.expected || '–'}\n  found  ${found || '–'}`);
for (const { table, half, right, rows } of scores)
  console.log(`${table}\t${half}\t${right} of ${rows}\t${((100 * right) / rows).toFixed(1)} %`);
