/**
 * `npm run bench:store -- [--reports 5000,20000,50000] [--database URL]`: what a report costs to keep as the store grows,
 * and how long questions take. On the embedded store in a temporary folder, or on a PostgreSQL that is empty. Prints a table
 * of medians and 95th percentiles in milliseconds, and ratios to the first row, which hold on a busy machine, too.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore, type Store } from '../../src/record/index.ts';
import * as world from './made.ts';

const { values } = parseArgs({
  options: { reports: { type: 'string', default: '5000,20000' }, database: { type: 'string' } },
});
const steps = values.reports.split(',').map(Number);
const QUESTIONS = 200;
/** Reports whose cost is one point of the curve: the last before each step. */
const WINDOW = 1000;

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

const home = await mkdtemp(join(tmpdir(), 'marsad-bench-'));
const store = await openStore({
  home,
  ...(values.database && { databaseUrl: values.database }),
  places: { above: world.above, key: 'bench' },
});
try {
  console.log(`store ${store.kind}, ${process.version}; milliseconds: median / 95th percentile`);
  let [kept, first] = [0, 0];
  for (const step of steps) {
    const costs: number[] = [];
    let own = 0;
    for (; kept < step; kept += 1) {
      const made = world.madeReport(kept);
      const before = ownTime();
      const cost = await timed(async () => {
        await store.keepBytes(made.capture, made.bytes);
        await store.keep(made, knowledge, '2024-06-01T00:00:00.000Z');
      });
      if (kept < step - WINDOW) continue;
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
      for (let asked = 0; asked < QUESTIONS; asked += 1) times.push(await timed(() => ask(store, random, ids)));
      const { median, p95 } = spreadOf(times);
      console.log(`  ${name.padEnd(9)} ${median.toFixed(1)} / ${p95.toFixed(1)}`);
    }
  }
  const start = performance.now();
  const verified = await store.verify();
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `\nverify: ${verified.items} lines and ${verified.files} files in ${seconds.toFixed(1)} s, ${verified.faults.length} faults`,
  );
} finally {
  await store.close();
  await rm(home, { recursive: true });
}
