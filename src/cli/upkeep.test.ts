/** The commands of upkeep as real processes of the built command, with a server and without. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../bin/marsad', import.meta.url));
let folder: string;
let server: ChildProcess | undefined;

const start = (home: string, ...args: readonly string[]) => {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: folder,
    env: { ...process.env, MARSAD_HOME: join(folder, home), DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  child.stderr.on('data', (piece) => {
    err += piece;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, out, err })),
  );
  return { child, ended };
};
const run = (home: string, ...args: readonly string[]) => start(home, ...args).ended;
const idIn = (out: string): string => /\/en\/reports\/(\w+)/.exec(out)?.[1] ?? 'none';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-upkeep-'));
  await writeFile(join(folder, 'a.txt'), 'Warplanes bombed the town of Mayadin on 2 March 2024, a monitor said.');
  await writeFile(join(folder, 'b.txt'), 'قصفت طائرات مدينة الميادين في 2 آذار/مارس 2024.');
});
afterAll(async () => {
  server?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('upkeep', () => {
  let head: string;
  let erasable: string;

  it('asks nothing of a home that is not there, and makes none', async () => {
    for (const args of [['verify'], ['backup', 'x.tar.gz'], ['erase', 'x', '--why', 'law', '--yes']]) {
      expect(await run('none', ...args)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('no observatory'),
      });
    }
    expect(await run('none', 'doctor')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^BAD {2}there is no observatory/m),
    });
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('verifies, saves and restores', async () => {
    const added = await run('one', 'add', 'a.txt', 'b.txt');
    expect(added.code).toBe(0);
    erasable = idIn(added.out);
    const verified = await run('one', 'verify');
    expect(verified).toMatchObject({ code: 0, err: '' });
    head = /^head (\S+)$/m.exec(verified.out)?.[1] ?? '';
    expect(verified.out).toMatch(/lines of the ledger, 2 captured files, 0 erased, 0 faults\n/);

    const saved = await run('one', 'backup', 'one.tar.gz');
    expect(saved).toMatchObject({ code: 0, out: expect.stringContaining(`head ${head}`) });
    const restored = await run('two', 'restore', 'one.tar.gz');
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining(`head ${head}`) });
  }, 240_000);

  it('goes through the server that has the home, and erases for good', async () => {
    const served = start('one', 'serve', '--port', '0');
    server = served.child;
    await new Promise<void>((resolve) => served.child.stdout.on('data', () => resolve()));
    expect(await run('one', 'erase', erasable, '--why', 'danger')).toMatchObject({ code: 2, out: '' });
    const erased = await run('one', 'erase', erasable, '--why', 'danger', '--by', 'rana', '--yes');
    expect(erased).toMatchObject({ code: 0, out: expect.stringContaining(`erased the report ${erasable}`) });
    const again = await run('one', 'add', 'a.txt');
    expect(again).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^marsad: .*erased on \d{4}-.*\(danger\).*\n$/),
    });
    const verified = await run('one', 'verify', '--head', head);
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining(`report ${erasable} was erased on`) });
    const looked = await run('one', 'doctor');
    expect(looked).toMatchObject({ code: 0, err: '' });
    expect(looked.out).toMatch(/in use by process \d+, which serves http/);
    expect(looked.out).toContain('held: 1 report,');
    served.child.kill('SIGINT');
    await served.ended;
    const files = await readdir(join(folder, 'one', 'captures'), { recursive: true });
    expect(files.filter((name) => /[0-9a-f]{64}$/.test(name))).toHaveLength(1);
  }, 240_000);
});
