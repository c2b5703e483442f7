/**
 * `npm run soak [-- FEEDS PAGES]`: by default 500 feeds and 2,000 pages, with a temporary PostgreSQL where one is found, else
 * the embedded store. Exit 1 where something is wrong, or where the collecting process passes its memory with PostgreSQL.
 */
import { startCluster } from '../../src/record/postgres.test-help.ts';
import { soak } from './run.ts';

/** Megabytes that the whole collecting process may take. The embedded store is not held to it: it needs more by itself. */
const LIMIT = 600;

const [feeds = 500, pages = 2000] = process.argv
  .slice(2)
  .filter((argument) => /^\d+$/.test(argument))
  .map(Number);
const cluster = process.argv.includes('--embedded')
  ? { missing: 'the embedded store was asked for' }
  : await startCluster();
const url = 'url' in cluster ? cluster.url : undefined;
const result = await soak(feeds, pages, (line) => console.error(line), url).finally(async () => {
  if ('stop' in cluster) await cluster.stop();
});
console.log(JSON.stringify({ ...result, store: url ? 'postgresql' : 'embedded', wrong: result.wrong.length }));
for (const line of result.wrong.slice(0, 50)) console.log(line);
process.exit(result.wrong.length > 0 || (url && result.megabytes > LIMIT) ? 1 : 0);
