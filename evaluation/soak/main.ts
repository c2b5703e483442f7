/**
 * `npm run soak:collect [-- FEEDS PAGES]`: by default 500 feeds and 2,000 pages, into the PostgreSQL of DATABASE_URL (an empty one),
 * else into an embedded store. Exit 1 where something is wrong, or where with PostgreSQL the memory passes its limit.
 */
import { soak } from './run.ts';

/** Megabytes that the whole collecting process may take. The embedded store is not held to it: it needs more by itself. */
const LIMIT = 600;

const [feeds = 500, pages = 2000] = process.argv.slice(2).map(Number);
const { DATABASE_URL: url } = process.env;
const result = await soak(feeds, pages, (line) => console.error(line), url);
console.log(JSON.stringify({ ...result, store: url ? 'postgresql' : 'embedded', wrong: result.wrong.length }));
for (const line of result.wrong.slice(0, 50)) console.log(line);
process.exit(result.wrong.length > 0 || (url && result.megabytes > LIMIT) ? 1 : 0);
