/** Real processes of the built command on one home: one at a time, the others through it, nothing acknowledged lost. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../bin/marsad', import.meta.url));
const built = ['cli/index.js', 'site/handler.js', 'reader/manifest.json', 'record/migrations/meta/_journal.json'];

let folder: string;
let home: string;
let homes = 0;
const running = new Set<ChildProcess>();

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };
type Started = {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  readonly says: (words: RegExp) => Promise<RegExpMatchArray>;
};

/** Starts the command; `says` waits for words on standard output, and fails where it ends without them. */
const start = (...args: readonly string[]): Started => {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: folder,
    env: { ...process.env, MARSAD_HOME: home, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (piece) => {
    out += piece;
  });
  child.stderr?.on('data', (piece) => {
    err += piece;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code, out, err });
    });
  });
  const says = (words: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const found = out.match(words);
        if (found) resolve(found);
      };
      child.stdout?.on('data', look);
      child.on('close', () => reject(new Error(`it ended without saying ${words}: ${out}${err}`)));
      look();
    });
  return { child, ended, says };
};

const ADDRESS = /^(http:\/\/localhost:(\d+))\/$/m;
const reportsOf = (out: string): string[] =>
  [...out.matchAll(/^\/en\/reports\/(\w+)/gm)].map((match) => match[1] ?? '');
const report = async (
  name: string,
  text = `Warplanes bombed the town of Mayadin, the ${name} said on 2 March 2024.`,
) => {
  await writeFile(join(folder, name), text);
  return name;
};

beforeAll(async () => {
  const missing = built.filter((file) => !existsSync(join(command, '../../dist', file)));
  if (missing.length > 0) throw new Error(`run «npm run build» first: dist/${missing.join(', dist/')} is missing`);
  folder = await mkdtemp(join(tmpdir(), 'marsad-cli-'));
  // The first start of a store takes seconds: it is made once, and each test gets a copy.
  home = join(folder, 'first');
  const { code, err } = await start('add', await report('first.txt')).ended;
  if (code !== 0) throw new Error(err);
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
const freshHome = async (): Promise<void> => {
  homes += 1;
  home = join(folder, `home-${homes}`);
  await cp(join(folder, 'first'), home, { recursive: true });
};

describe('one home', () => {
  it('is served by one process; other commands go through it; Ctrl-C gives it free', async () => {
    await freshHome();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const port = String((taken.address() as { port: number }).port);
    const server = start('serve', '--port', port);
    const [, site = ''] = await server.says(ADDRESS);
    taken.close();
    expect(site).not.toBe(`http://localhost:${port}`);

    const second = await start('serve', '--port', '0').ended;
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(
      new RegExp(
        `^marsad: .* is in use by process ${server.child.pid} since .* \\(it serves ${site}\\); wait for it, or stop it\\.\n$`,
      ),
    );

    const added = await start('add', await report('through.txt'), 'nowhere.txt', 'first.txt').ended;
    expect(added).toMatchObject({ code: 1, err: 'marsad: There is no file «nowhere.txt». Check the path.\n' });
    expect(added.out).toContain('first.txt: already held');
    const [id] = reportsOf(added.out);
    expect((await fetch(`${site}/en/reports/${id}`)).status).toBe(200);
    expect((await fetch(`${site}/en/reports/none`)).status).toBe(404);

    const lock = JSON.parse(await readFile(join(home, 'lock'), 'utf8')) as { token: string; address: string };
    const post = (token: string) =>
      fetch(`${lock.address}/.marsad/command`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: '{"inputs":[]}',
      });
    expect((await post(`${lock.token}x`)).status).toBe(404);
    expect((await post('')).status).toBe(404);
    expect(await (await post(lock.token)).text()).toBe('{"done":true}\n');

    server.child.kill('SIGINT');
    expect(await server.ended).toMatchObject({ code: 0 });
    expect(existsSync(join(home, 'lock'))).toBe(false);
    expect((await start('add', 'through.txt').ended).out).toContain('already held');
  });

  it('goes to one of several that come at once, and holds what each of them has said is added', async () => {
    await freshHome();
    const names = await Promise.all(['a.txt', 'b.txt', 'c.txt'].map((name) => report(name)));
    const all = await Promise.all(names.map((name) => start('add', name).ended));
    for (const { code, out, err } of all) {
      if (code === 0) expect(reportsOf(out)).toHaveLength(1);
      else expect(err).toMatch(/^marsad: .* is in use by process \d+ since .*\n$/);
    }
    expect(all.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
    const acknowledged = names.filter((_name, at) => all[at]?.code === 0);
    const again = await start('add', ...acknowledged).ended;
    expect(again.out.match(/already held/g)).toHaveLength(acknowledged.length);
  });

  it('whose owner was killed in the middle loses nothing that was acknowledged', async () => {
    await freshHome();
    const names = await Promise.all(Array.from({ length: 30 }, (_, at) => report(`many-${at}.txt`)));
    const adding = start('add', ...names);
    await adding.says(/many-4\.txt/);
    adding.child.kill('SIGKILL');
    const { out } = await adding.ended;
    const acknowledged = names.filter((name) => out.includes(`${name}:`));
    expect(acknowledged.length).toBeGreaterThanOrEqual(5);
    expect(existsSync(join(home, 'lock'))).toBe(true);

    const again = await start('add', ...acknowledged).ended;
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(reportsOf(again.out)).toEqual(reportsOf(out).slice(0, acknowledged.length));
    expect(again.out.match(/already held/g)).toHaveLength(acknowledged.length);
  });

  it('that holds an observatory of one’s own is no demonstration', async () => {
    await freshHome();
    const { code, err } = await start('demo', '--port', '0').ended;
    expect(code).toBe(1);
    expect(err).toMatch(/^marsad: .*holds an observatory of your own.*MARSAD_HOME=.* marsad demo\n$/);
    expect(existsSync(join(home, 'lock'))).toBe(false);
  });
});

describe('the command', () => {
  it.each([
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/, /^$/],
    [['--help'], 0, /add.*\n[\s\S]*serve/, /^$/],
    [['schema', 'reading'], 0, /"\$schema"/, /^$/],
    [['schema', 'dream'], 2, /^$/, /^marsad: .*dream.*\n$/],
    [['add'], 2, /^$/, /^marsad: missing required argument/],
    [['add', 'x', '--terms', 'free'], 2, /^$/, /full, quotes, link/],
    [['add', 'x', '--date', 'yesterday'], 2, /^$/, /2024-12-24/],
    [['serve', '--port', '70000'], 2, /^$/, /port/],
    [['dream'], 2, /^$/, /unknown command/],
    [[], 2, /^$/, /Usage/],
  ])('%j ends with %i', async (args, code, out, err) => {
    home = join(folder, 'untouched');
    const ended = await start(...args).ended;
    expect(ended).toMatchObject({ code, out: expect.stringMatching(out), err: expect.stringMatching(err) });
    expect(existsSync(home)).toBe(false);
  });

  it('adds what it can of a list, one line for each', async () => {
    await freshHome();
    await mkdir(join(folder, 'inner'), { recursive: true });
    await writeFile(join(folder, 'film.bin'), new Uint8Array([0, 1, 2]));
    const { code, out, err } = await start(
      'add',
      'inner',
      await report('empty.txt', ''),
      'film.bin',
      await report('good.txt'),
      'http://127.0.0.1:1/',
    ).ended;
    expect(code).toBe(1);
    expect(out).toMatch(
      /^\/en\/reports\/\w{16} {2}good\.txt: \d+ claims?, \d+ new records?(, \d+ joined)?(, the text of \/en\/reports\/\w+)?\n$/,
    );
    expect(err.split('\n').filter(Boolean)).toHaveLength(4);
  });
});
