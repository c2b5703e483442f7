/** From store to store through one file, and the file checked by a script that knows nothing of ours. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, startCluster } from '../../tools/postgres.ts';
import { knowledge, make, strike } from './made.test-help.ts';
import { restore } from './restore.ts';
import { openStore, type Store } from './store.ts';

const run = promisify(execFile);
const NOW = '2024-03-03T10:00:00.000Z';
const script = fileURLToPath(new URL('../../bin/verify-custody.mjs', import.meta.url));
const cluster = await startCluster();

const told = [
  strike(),
  strike({ text: 'Struck: a depot in Mayadin by American jets, says a monitor', publisher: 'enab' }),
  make({ text: 'هدوء في إدلب،\tبحسب «السكان».\nولا إصابات.', url: 'https://example.org/هدوء' }),
  make({ text: 'Gone.' }),
];

let folder: string;
let home: string;
let file: string;
let before: unknown;
const contentOf = async (store: Store): Promise<unknown> => ({
  reports: await store.reports(told.map((one) => one.report.id)),
  records: await store.latestRecords(100),
  lists: await store.listReports({ side: 'owner', order: 'added' }),
  head: await store.head(),
  verified: await store.verify(),
  demo: await store.setting('demo'),
});
const fill = async (store: Store): Promise<void> => {
  for (const one of told) {
    await store.keepBytes(one.capture, one.bytes);
    await store.keep(one, knowledge, NOW);
  }
  await store.set('demo', true);
  await store.erase({ id: told[3]?.report.id ?? '', by: 'rana', why: 'terms', at: NOW });
};
/** What the script says, and whether it found a fault. */
const check = async (...args: string[]): Promise<{ readonly out: string; readonly code: number }> =>
  run(process.execPath, [script, ...args]).then(
    ({ stdout }) => ({ out: stdout, code: 0 }),
    (error: { readonly stdout: string; readonly code: number }) => ({ out: error.stdout, code: error.code }),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-backup-'));
  home = join(folder, 'one');
  file = join(folder, 'backup.tar.gz');
  const store = await openStore({ home });
  await fill(store);
  before = await contentOf(store);
  const made = await store.backup({ file, madeBy: 'marsad test', now: NOW, script: await readFile(script, 'utf8') });
  expect(made).toMatchObject({ captures: 3, format: 1 });
  await store.close();
});
afterAll(async () => {
  await (cluster as Partial<Cluster>).stop?.();
  await rm(folder, { recursive: true });
});

describe('a backup', () => {
  it.each([
    ['PGlite', undefined],
    ['PostgreSQL', 'url' in cluster ? cluster.url : 'none'],
  ])('is restored into an empty store on %s with everything as it was', async (name, url) => {
    if (url === 'none') return expect(process.env.CI).toBeUndefined();
    const options = { home: join(folder, name), ...(url && { databaseUrl: url }) };
    await restore(options, file);
    const store = await openStore(options);
    try {
      expect(await contentOf(store)).toEqual(before);
      // It goes on from there.
      await store.keep(make({ text: 'Later.' }), knowledge, NOW);
      expect((await store.verify()).faults).toEqual([{ fault: 'missing', kind: 'bytes', subject: expect.anything() }]);
    } finally {
      await store.close();
    }
    await expect(restore(options, file)).rejects.toMatchObject({ code: 'not-empty' });
  });

  it.skipIf(!('url' in cluster))('goes from PostgreSQL to PGlite and back, with everything as it was', async () => {
    const address = 'url' in cluster ? cluster.url : '';
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    for (const name of ['origin', 'again']) await client.query(`create database ${name}`);
    await client.end();
    const optionsOf = (name: string, server: boolean) => ({
      home: join(folder, `to-${name}`),
      ...(server && { databaseUrl: address.replace(/postgres$/, name) }),
    });
    const backupOf = async (store: Store, name: string): Promise<string> => {
      const to = join(folder, `${name}.tar.gz`);
      await store.backup({ file: to, madeBy: 'marsad test', now: NOW, script: await readFile(script, 'utf8') });
      return to;
    };
    const origin = await openStore(optionsOf('origin', true));
    await fill(origin);
    const held = await contentOf(origin);
    expect(origin.kind).toBe('postgresql');
    let from = await backupOf(origin, 'origin');
    await origin.close();
    for (const [name, server, kind] of [
      ['embedded', false, 'pglite'],
      ['again', true, 'postgresql'],
    ] as const) {
      await restore(optionsOf(name, server), from);
      const store = await openStore(optionsOf(name, server));
      try {
        expect(store.kind).toBe(kind);
        expect(await contentOf(store)).toEqual(held);
        expect((await store.verify()).faults).toEqual([]);
        from = await backupOf(store, name);
      } finally {
        await store.close();
      }
    }
  });

  it('that was cut off, changed or is none is refused before anything is written', async () => {
    const whole = await readFile(file);
    const home = join(folder, 'three');
    const bad = async (name: string, bytes: Uint8Array) => {
      await writeFile(join(folder, name), bytes);
      return restore({ home }, join(folder, name));
    };
    await expect(bad('cut', whole.subarray(0, whole.length - 200))).rejects.toMatchObject({ code: 'backup-damaged' });
    const changed = Buffer.from(whole);
    changed[Math.floor(whole.length / 2)] = (changed[Math.floor(whole.length / 2)] ?? 0) ^ 1;
    await expect(bad('changed', changed)).rejects.toMatchObject({ code: 'backup-damaged' });
    await expect(bad('none', Buffer.from('hello'))).rejects.toMatchObject({ code: 'backup-damaged' });
    await expect(restore({ home }, join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'not-found' });
    expect(existsSync(join(home, 'captures'))).toBe(false);
  });

  it('is checked by a script without our code, which finds what was done to it', async () => {
    const copy = join(folder, 'copy');
    await mkdir(copy);
    await run('tar', ['xzf', file, '-C', copy]);
    await run('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: copy });
    const head = (JSON.parse(await readFile(join(copy, 'manifest.json'), 'utf8')) as { head: string }).head;
    const whole = await check(copy, '--head', head);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.out).toMatch(/^erased\treport\t\w+\t2024-03-03\S+\tterms$/m);
    expect(whole.out).toContain(`0 faults; head ${head}`);

    const change = async (path: string, from: string | RegExp, to: string) => {
      const text = await readFile(join(copy, path), 'utf8');
      expect(text).toMatch(from);
      await writeFile(join(copy, path), text.replace(from, to));
      const { out, code } = await check(copy, '--head', head);
      await writeFile(join(copy, path), text);
      expect(code).toBe(1);
      return out;
    };
    const [items = ''] = await readdir(join(copy, 'items'));
    expect(await change(`items/${items}`, 'هدوء في', 'قصف في')).toContain(`altered\treport\t${told[2]?.report.id}`);
    expect(await change(`items/${items}`, /^reading\t.*\n/m, '')).toContain('missing\treading');
    expect(await change(`ledger/${items}`, /capture/, 'reading')).toContain('chain\t');
    expect(await change(`ledger/${items}`, /.*\n$/, '')).toContain(`cut\thead\t${head}`);
    const [capture] = told.map((one) => one.capture.id);
    expect(await change(`captures/${capture?.slice(0, 2)}/${capture}`, /a/, 'b')).toContain(
      `altered\tbytes\t${capture}`,
    );
    await rm(join(copy, 'captures', capture?.slice(0, 2) ?? '', capture ?? ''));
    expect((await check(copy)).out).toContain(`missing\tbytes\t${capture}`);
    expect((await check('/nowhere')).code).toBe(2);
  });
});
