/**
 * `npm run soak [-- --kills 20 --on pglite|postgresql]`: kills the command (-9) in the middle of adding reports, again and again, on each store, and
 * then looks: whatever it had said is added must be there, once, and the ledger must agree. Needs `npm run build`.
 * In: how many kills, and on which store (both unless named). Out: a line a store, exit code 1 where anything was lost or doubled.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../src/record/index.ts';
import { startCluster } from './postgres.ts';

const COMMAND = path.join(import.meta.dirname, '../bin/marsad');
/** Reports to a round: more than are added before the kill. */
const ROUND = 40;
const TOWNS = ['Mayadin', 'Al-Bukamal', 'Deir ez-Zor', 'Raqqa', 'Idlib', 'Homs'];

const textOf = (round: number, at: number): string =>
  at % 2 === 0
    ? `Warplanes bombed the town of ${TOWNS[at % TOWNS.length]} on ${1 + (round % 27)} March 2024, witness ${round}-${at} said. Two people were killed.`
    : `قصفت طائرات مدينة الميادين في ${1 + (round % 27)} آذار/مارس 2024، بحسب الشاهد ${round}-${at}. وقتل شخصان.`;

type Counts = {
  readonly acknowledged: number;
  readonly kills: number;
  readonly lost: number;
  readonly doubled: number;
  readonly faults: number;
};

const start = (args: readonly string[], env: NodeJS.ProcessEnv, cwd: string): ChildProcess =>
  spawn(process.execPath, [COMMAND, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Adds the round's files and kills the command after some of them; what it said until then is returned. */
const addAndKill = (names: readonly string[], after: number, env: NodeJS.ProcessEnv, cwd: string) =>
  new Promise<{ readonly ids: readonly string[]; readonly killed: boolean }>((resolve) => {
    const child = start(['add', ...names], env, cwd);
    let [out, killed] = ['', false];
    const idsIn = () => [...out.matchAll(/^\/en\/reports\/(\w+) {2}.*\n/gm)].map((match) => match[1] ?? '');
    child.stdout?.on('data', (piece) => {
      out += piece;
      if (killed || idsIn().length < after) return;
      killed = true;
      // Not between two reports, where nothing is under way.
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 40);
    });
    child.on('close', () => resolve({ ids: idsIn(), killed }));
  });

/** Soaks one store. */
export const soak = async (kills: number, databaseUrl: string | undefined): Promise<Counts> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'marsad-soak-'));
  const home = path.join(folder, 'home');
  const env = { MARSAD_HOME: home, DATABASE_URL: databaseUrl ?? '' };
  const acknowledged = new Set<string>();
  let done = 0;
  try {
    await mkdir(home);
    for (let round = 0; round < kills; round += 1) {
      const names = Array.from({ length: ROUND }, (_, at) => `r${round}-${at}.txt`);
      await Promise.all(names.map((name, at) => writeFile(path.join(folder, name), textOf(round, at))));
      const { ids, killed } = await addAndKill(names, 1 + Math.floor(Math.random() * 12), env, folder);
      for (const id of ids) acknowledged.add(id);
      if (killed) done += 1;
      console.error(
        `round ${round + 1} of ${kills}: ${ids.length} acknowledged${killed ? ', killed' : ', not killed'}`,
      );
    }
    const store = await openStore({ home, ...(databaseUrl && { databaseUrl }) });
    try {
      const ids = await store.reportIds(1_000_000);
      const held = new Set(ids);
      const whole = new Set((await store.reports([...acknowledged])).map((one) => one.report.id));
      const lost = [...acknowledged].filter((id) => !held.has(id) || !whole.has(id)).length;
      let doubled = ids.length - held.size;
      for (const id of ids) if ((await store.readings(id)).length !== 1) doubled += 1;
      const claims = (await store.latestRecords(1_000_000)).flatMap((record) =>
        record.claims.map((claim) => `${claim.reportId} ${claim.claimId}`),
      );
      doubled += claims.length - new Set(claims).size;
      const { faults } = await store.verify();
      return { acknowledged: acknowledged.size, kills: done, lost, doubled, faults: faults.length };
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { kills: { type: 'string', default: '20' }, on: { type: 'string' } } });
  if (!existsSync(path.join(COMMAND, '../../dist/cli/index.js'))) throw new Error('run «npm run build» first');
  const cluster = await startCluster();
  if ('missing' in cluster) console.log(`PostgreSQL is left out: ${cluster.missing}`);
  try {
    const stores = [
      { name: 'PGlite', url: undefined },
      ...('url' in cluster ? [{ name: 'PostgreSQL', url: cluster.url }] : []),
    ];
    for (const { name, url } of stores) {
      if (values.on && values.on !== name.toLowerCase()) continue;
      const { acknowledged, kills, lost, doubled, faults } = await soak(Number(values.kills), url);
      console.log(
        `${name}: ${kills} kills, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${faults} faults of custody`,
      );
      if (lost + doubled + faults > 0 || kills === 0) process.exitCode = 1;
    }
  } finally {
    if ('stop' in cluster) await cluster.stop();
  }
};

await main();
