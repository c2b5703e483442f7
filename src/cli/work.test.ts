/** Two real processes of `marsad work` on one PostgreSQL: what waits is read once, whoever is quicker, and none is left out. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Cluster, startCluster } from '../../tools/postgres.ts';

const run = promisify(execFile);
const command = fileURLToPath(new URL('../../bin/marsad', import.meta.url));
const TOWNS = ['Mayadin', 'Raqqa', 'Homs', 'Idlib', 'Hama'];
/** Reports: four jobs of 25. */
const REPORTS = 100;

// Where there is none, src/record/store.test.ts says so, and fails where it must not be missing.
const cluster = await startCluster();
const url = 'url' in cluster ? cluster.url : '';

let folder: string;
let env: NodeJS.ProcessEnv;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-workers-'));
  env = { ...process.env, MARSAD_HOME: join(folder, 'home'), DATABASE_URL: url };
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await (cluster as Partial<Cluster>).stop?.();
  await rm(folder, { recursive: true, force: true });
});

const marsad = (...args: readonly string[]) => run(process.execPath, [command, ...args], { cwd: folder, env });

/** A worker as on a machine of its own, and all it said so far. */
const startWorker = () => {
  const child = spawn(process.execPath, [command, 'work', '--threads', '1'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  let out = '';
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  const countOf = (verb: string): number =>
    [...out.matchAll(new RegExp(`^${verb} (\\d+)`, 'gm'))].reduce((sum, match) => sum + Number(match[1]), 0);
  return { child, ended, countOf, ready: () => out.includes('working as') };
};

describe.skipIf(!url)('two workers', () => {
  it('read every report once, and leave none out', async () => {
    expect(existsSync(join(command, '../../dist/cli/index.js')), 'run «npm run build» first').toBe(true);
    const names = await Promise.all(
      Array.from({ length: REPORTS }, async (_, at) => {
        const [town, day] = [TOWNS[at % TOWNS.length], 1 + Math.floor(at / TOWNS.length)];
        const text = `Warplanes bombed the town of ${town} on ${day} April 2024, witness ${at} said.`;
        await writeFile(join(folder, `${at}.txt`), text);
        return `${at}.txt`;
      }),
    );
    const workers = [startWorker(), startWorker()];
    const sum = (verb: string): number => workers.reduce((all, worker) => all + worker.countOf(verb), 0);
    const wait = (until: () => void) => vi.waitFor(until, { timeout: 60_000, interval: 100 });
    // Both are there before anything waits, and make the queues of a new database at the same time.
    await wait(() => expect(workers.every((worker) => worker.ready())).toBe(true));
    await marsad('add', '--workers', ...names);
    await wait(() => expect(sum('joined')).toBeGreaterThanOrEqual(REPORTS));
    for (const { child } of workers) child.kill('SIGTERM');
    expect(await Promise.all(workers.map((worker) => worker.ended))).toEqual([0, 0]);

    expect({ read: sum('read'), joined: sum('joined') }).toEqual({ read: REPORTS, joined: REPORTS });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(`
      with latest as (select distinct on (id) body from records order by id, version desc),
      claims as (select claim ->> 'reportId' as report from latest, jsonb_array_elements(body -> 'claims') claim)
      select (select count(*)::int from reports) as reports,
        (select count(distinct report_id)::int from readings) as read,
        (select count(*)::int from readings) as readings,
        (select count(*)::int from matched_readings) as joined,
        (select count(distinct report)::int from claims) as recorded,
        (select count(*)::int from claims) as claims`);
    await client.end();
    const [all, once] = [REPORTS, REPORTS];
    expect(rows).toEqual([{ reports: all, read: all, readings: once, joined: all, recorded: all, claims: once }]);
    await expect(marsad('verify')).resolves.toBeDefined();
  }, 200_000);
});
