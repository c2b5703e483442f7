/** One owner to a home, whoever died before. What two real processes do is in src/cli/process.test.ts. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownerOf, takeLock } from './lock.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'marsad-lock-'));
});
afterEach(() => rm(home, { recursive: true }));

const path = () => join(home, 'lock');
const leave = (owner: object) =>
  writeFile(
    path(),
    JSON.stringify({
      pid: 1,
      host: hostname(),
      startedAt: '2024-01-01T00:00:00.000Z',
      token: 'x'.repeat(43),
      ...owner,
    }),
  );
/** Number of a process that has ended. */
const deadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('a home', () => {
  it('has one owner, whom others can find but no other user can read', async () => {
    const lock = await takeLock(home);
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    await lock.announce('http://127.0.0.1:4173');
    expect(await ownerOf(home)).toMatchObject({
      pid: process.pid,
      address: 'http://127.0.0.1:4173',
      token: lock.token,
    });
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    const again: unknown = await takeLock(home).catch((error: unknown) => error);
    expect(again).toMatchObject({ code: 'in-use' });
    expect((again as Error).message).toMatch(
      new RegExp(
        `in use by process ${process.pid} since \\d{4}-.* UTC \\(it serves http://localhost:4173\\); wait for it, or stop it\\.$`,
      ),
    );
    await lock.release();
    expect(await ownerOf(home)).toBeUndefined();
    expect(await readdir(home)).toEqual([]);
    await (await takeLock(home)).release();
  });

  it.each<[string, () => object, boolean]>([
    ['a process that is no more', () => ({ pid: deadProcess() }), true],
    ['a process that runs', () => ({ pid: process.ppid }), false],
    [
      'a number that another process has by now',
      () => ({ pid: process.ppid, processStart: 'boot 1' }),
      process.platform === 'linux',
    ],
    ['another machine, lately', () => ({ pid: 1, host: 'elsewhere' }), false],
  ])('left by %s: taken over %s', async (_name, owner, taken) => {
    await leave(owner());
    const took = await takeLock(home).then(
      (lock) => lock.release().then(() => true),
      () => false,
    );
    expect(took).toBe(taken);
  });

  it('left by another machine that has not touched it for minutes is taken over', async () => {
    await leave({ host: 'elsewhere' });
    const long = new Date(Date.now() - 300_000);
    await utimes(path(), long, long);
    await (await takeLock(home)).release();
  });

  it('with a lock that says nothing is taken', async () => {
    await writeFile(path(), '{"pid": ');
    await (await takeLock(home)).release();
  });

  it('left by the dead goes to one of many that come at once', async () => {
    await leave({ pid: deadProcess() });
    const takers = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(home)));
    const winners = takers.flatMap((taker) => (taker.status === 'fulfilled' ? taker.value : []));
    expect(winners).toHaveLength(1);
    expect(await readFile(path(), 'utf8')).toContain(winners[0]?.token);
    await winners[0]?.release();
  });

  it('that somebody else has taken is not freed by the owner before', async () => {
    const lock = await takeLock(home);
    await leave({ pid: process.ppid });
    await lock.release();
    expect(await ownerOf(home)).toMatchObject({ pid: process.ppid });
  });
});
