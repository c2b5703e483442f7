/** Workers on a PostgreSQL: reports that were kept unread are read, joined and released by them; done twice, it is done once. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, startCluster } from '../../tools/postgres.ts';
import { type Observatory, openObservatory, openWorker } from './index.ts';

const cluster = await startCluster();
afterAll(async () => (cluster as Partial<Cluster>).stop?.());
const url = 'url' in cluster ? cluster.url : '';

let home: string;
let observatory: Observatory;
const told = async (task: Parameters<Observatory['task']>[0]): Promise<{ well: boolean; lines: readonly string[] }> => {
  const lines: string[] = [];
  const well = await observatory.task(task, (line) => lines.push(line));
  return { well, lines };
};
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'marsad-work-test-'));
});
afterAll(async () => {
  await observatory?.close();
  await rm(home, { recursive: true, force: true });
});

describe.skipIf(!url)('reports left to workers', () => {
  it('wait until somebody works, and are read once', async () => {
    observatory = await openObservatory({ home, databaseUrl: url, demo: true });
    const inputs = await Promise.all(
      ['Mayadin', 'Raqqa', 'Homs'].map(async (town) => {
        const input = join(home, `${town}.txt`);
        await writeFile(input, `Warplanes bombed the town of ${town} on 2 March 2024, the monitor said.`);
        return { input };
      }),
    );
    const added = await observatory.add(inputs, undefined, { workers: true });
    expect(added.map((one) => 'waiting' in one && one.waiting)).toEqual([true, true, true]);
    expect((await told({ name: 'jobs' })).lines[0]).toMatch(/^0 of 3 reports are read/);
    expect((await told({ name: 'jobs' })).lines).toContain('read: 1 waiting, 0 under way, 0 done, 0 failed');
    // Somebody sends the same again: it is told, and not done.
    expect((await told({ name: 'reread', workers: true })).lines[0]).toContain('waiting already');
    await observatory.close();

    let worker: Awaited<ReturnType<typeof openWorker>> | undefined;
    await new Promise<void>((resolve, reject) => {
      const say = (line: string) => {
        if (line.startsWith('joined')) resolve();
      };
      openWorker(url, say, { size: 1 }).then((opened) => {
        worker = opened;
      }, reject);
    });
    await worker?.stop();

    observatory = await openObservatory({ home, databaseUrl: url });
    expect((await told({ name: 'jobs' })).lines.join('\n')).toMatch(
      /^3 of 3 reports are read by marsad [\s\S]* 0 readings wait[\s\S]*read: 0 waiting, 0 under way, 1 done, 0 failed/,
    );
    const view = { audience: 'owner', language: 'en', now: '2026-01-01T00:00:00.000Z' } as const;
    const before = await observatory.catalogue.listRecords({}, view);
    expect(before.total).toBe(3);
    // And once more, here: there is nothing left to do, and nothing is done twice.
    expect(await told({ name: 'reread', workers: false })).toMatchObject({ well: true });
    expect(await observatory.catalogue.listRecords({}, view)).toEqual(before);
    expect((await told({ name: 'verify', heads: [] })).well).toBe(true);
  });

  it('are not left to workers that cannot be there', async () => {
    await observatory.close();
    const other = await mkdtemp(join(tmpdir(), 'marsad-work-test-'));
    const embedded = await openObservatory({ home: other });
    try {
      await expect(embedded.add([{ input: 'x.txt' }], undefined, { workers: true })).rejects.toMatchObject({
        code: 'no-workers',
      });
      expect(await embedded.task({ name: 'reread', workers: false }, () => undefined)).toBe(true);
    } finally {
      await embedded.close();
      await rm(other, { recursive: true });
    }
  });
});
