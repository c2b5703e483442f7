/**
 * `npm run bench:store -- [--reports 5000,50000] [--database URL] [--home FOLDER]`: what a report costs to keep as the store grows, and how
 * long questions take. The first reports are kept one by one, up to FULL; from there on the store is grown by copies of
 * itself (grow.ts), and the last of each step are kept one by one again, to be measured. On the embedded store in a temporary
 * folder (or in one that stays, and is gone on with), or on a PostgreSQL that is empty. Prints a table of medians and 95th percentiles in milliseconds, and ratios to the
 * first row, which hold on a busy machine, too.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore, type Store } from '../../src/record/index.ts';
import { grow } from './grow.ts';
import * as world from './made.ts';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000,5000,50000' },
    database: { type: 'string' },
    home: { type: 'string' },
  },
});
const steps = values.reports.split(',').map(Number);
const QUESTIONS = 200;
/** Reports whose cost is one point of the curve: the last before each step. */
const WINDOW = 300;
/** As many are kept one by one at the start: what the rest is copied from. */
const FULL = 5000;

const knowledge = { actorName: (id: string) => ({ en: id }), placeKind: () => 'town' };
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
const spreadOf = (times: readonly number[]) => {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95) };
};
/** Milliseconds of this process's own work: the embedded store runs in it, and what else the machine does counts not. */
const ownTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** What a question costs: the embedded store's own time, or by the clock where a server answers. */
const cost = async (work: () => Promise<unknown>): Promise<number> => {
  if (values.database) return timed(work);
  const before = ownTime();
  await work();
  return ownTime() - before;
};

const verify = async (): Promise<void> => {
  const start = performance.now();
  const { items, files, faults } = await store.verify();
  const seconds = (performance.now() - start) / 1000;
  console.log(`\nverify: ${items} lines and ${files} files in ${seconds.toFixed(1)} s, ${faults.length} faults`);
};

type Question = (store: Store, random: () => number, ids: readonly string[]) => Promise<unknown>;
const side = 'owner' as const;
const QUESTIONS_ASKED: Readonly<Record<string, Question>> = {
  record: (store, random, ids) => store.record(ids[Math.floor(random() * ids.length)] ?? ''),
  list: (store, random) => store.listRecords({ side, types: [world.typeOf(Math.floor(random() * 12))], limit: 20 }),
  newest: (store) => store.listRecords({ side, order: 'added', limit: 20 }),
  place: (store, random) =>
    store.listRecords({ side, places: [world.placeId(world.skewed(random, world.PLACES))], limit: 20 }),
  province: (store, random) =>
    store.listRecords({ side, places: [world.provinceId(Math.floor(random() * 60))], limit: 20 }),
  actor: (store, random) =>
    store.listRecords({ side, actors: [world.actorId(world.skewed(random, world.ACTORS))], limit: 20 }),
  days: (store, random) => {
    const from = world.dayOf(Math.floor(random() * 1900));
    return store.listRecords({ side, from, to: from, order: 'day-asc', limit: 20 });
  },
  search: (store, random) =>
    store.listReports({
      side,
      text: [1, 2].map(() => world.searchWord(random() < 0.5 ? 'en' : 'ar', random)).join(' or '),
      limit: 20,
    }),
};

const home = values.home ?? (await mkdtemp(join(tmpdir(), 'marsad-bench-')));
const open = () =>
  openStore({
    home,
    ...(values.database && { databaseUrl: values.database }),
    places: { above: world.above, key: 'bench' },
  });
let store = await open();

/** Grows the closed store to as many times what it holds. */
const multiply = async (times: number): Promise<void> => {
  await store.close();
  if (values.database) {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: values.database });
    await client.connect();
    await grow(client, times - 1);
    await client.query('analyze');
    await client.end();
  } else {
    const { PGlite } = await import('@electric-sql/pglite');
    const client = await PGlite.create({ dataDir: join(home, 'db') });
    await grow(client as never, times - 1);
    await client.close();
  }
  store = await open();
};

try {
  console.log(`store ${store.kind}, ${process.version}; milliseconds: median / 95th percentile`);
  let held = (await store.listReports({ side, limit: 1 })).total;
  let [kept, first] = [held, 0];
  for (const step of steps) {
    const costs: number[] = [];
    let own = 0;
    if (step > FULL) {
      const times = Math.floor((step - WINDOW) / held);
      const start = performance.now();
      // Copies have no bytes to be compared with.
      if (times > 1 && held <= FULL) await verify();
      if (times > 1) await multiply(times);
      held *= Math.max(1, times);
      console.log(`\ngrown to ${held} reports in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
    for (const last = kept + step - held; kept < last; kept += 1) {
      const made = world.madeReport(kept);
      const before = ownTime();
      const cost = await timed(async () => {
        await store.keepBytes(made.capture, made.bytes);
        await store.keep(made, knowledge, '2024-06-01T00:00:00.000Z');
      });
      held += 1;
      if (held <= step - WINDOW) continue;
      costs.push(cost);
      own += ownTime() - before;
    }
    const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
    const ownMean = own / costs.length;
    first ||= ownMean;
    const { total } = await store.listRecords({ side, limit: 1 });
    console.log(`\n${step} reports, ${total} records`);
    const ratio = (ownMean / first).toFixed(2);
    console.log(
      `  keep      ${ownMean.toFixed(2)} of own time a report, ${ratio} × the first step; ${mean.toFixed(2)} by the clock`,
    );
    const { ids } = await store.listRecords({ side, limit: 1000, order: 'added' });
    for (const [name, ask] of Object.entries(QUESTIONS_ASKED)) {
      const random = world.randomOf(step);
      const times: number[] = [];
      for (let asked = 0; asked < QUESTIONS; asked += 1) times.push(await cost(() => ask(store, random, ids)));
      const { median, p95 } = spreadOf(times);
      console.log(`  ${name.padEnd(9)} ${median.toFixed(1)} / ${p95.toFixed(1)}`);
    }
  }
} finally {
  await store.close();
  if (!values.home) await rm(home, { recursive: true });
}
