/** Sources that are watched, over a real server, store and home: what is new, what changed, what fails, and how they fare. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectSettings, realWorld } from '../../collect/index.ts';
import { type Observatory, openObservatory } from '../index.ts';
import { addWatched, type Health, type Polled, removeWatched, sourcesHealth } from './index.ts';

let home: string;
let server: Server;
let site: string;
let observatory: Observatory;
let now = new Date('2024-12-24T10:00:00Z');
/** What the site serves just now; a test changes it. */
let wounded = 4;
let listed = [1, 2];
let broken = false;
const asked: { readonly url: string; readonly status: number }[] = [];

const page = (number: number): string =>
  number === 1
    ? `<html lang="en"><title>Shells on Tal Rayyan | Post</title><article><h1>Shells on Tal Rayyan</h1><p>Shells fell on the market of Tal Rayyan on Monday and ${wounded} people were wounded, the civil defence said.</p><p>The market was closed until the evening, and the road beside it, too, the council said.</p></article></html>`
    : `<html lang="ar"><title>قصف القرية ${number}</title><article><h1>قصف القرية رقم ${number}</h1><p>سقطت قذائف على القرية رقم ${number} صباح الاثنين وأصيب ثلاثة أشخاص، بحسب ما قاله الدفاع المدني.</p></article></html>`;

const feed = (): string =>
  `<rss version="2.0"><channel><title>Post</title>${listed
    .map(
      (number) => `<item><link>/page/${number}</link><pubDate>Mon, 2${number} Dec 2024 08:00:00 GMT</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'marsad-watch-'));
  await mkdir(join(home, 'drop'));
  await writeFile(join(home, 'drop', 'note.txt'), 'A shell wounded two people in Qarrah on Sunday, a monitor said.');
  server = createServer((request, response) => {
    const url = request.url ?? '';
    const answer = (status: number, headers: Record<string, string> = {}, body = ''): void => {
      asked.push({ url, status });
      response.writeHead(status, headers).end(body);
    };
    const html = { 'content-type': 'text/html; charset=utf-8' };
    if (url === '/robots.txt') return answer(404);
    if (url === '/feed') {
      if (broken) return answer(500);
      const etag = `"${listed.join('-')}"`;
      if (request.headers['if-none-match'] === etag) return answer(304);
      return answer(200, { 'content-type': 'application/rss+xml', etag }, feed());
    }
    if (url === '/front')
      return answer(
        200,
        html,
        '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>Front</body></html>',
      );
    const number = Number(/^\/page\/(\d)$/.exec(url)?.[1]);
    return number > 0 && number < 4 ? answer(200, html, page(number)) : answer(404);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  observatory = await openObservatory({
    home,
    collect: collectSettings({ MARSAD_ALLOW_ADDRESSES: '127.0.0.1', MARSAD_HOST_PAUSE: '0' }),
    world: { ...realWorld, now: () => now, wait: () => Promise.resolve() },
    readers: { size: 1 },
  });
});
afterAll(async () => {
  await observatory?.close();
  server?.closeAllConnections();
  server?.close();
  await rm(home, { recursive: true, force: true });
});

const pollAll = async (): Promise<readonly Polled[]> => {
  const polled: Polled[] = [];
  asked.length = 0;
  await observatory.watching.run({ once: true, onPolled: (one) => polled.push(one) });
  return polled;
};
const health = async (address: string): Promise<Health | undefined> =>
  (await sourcesHealth(home)).find((one) => one.address === address);
const pagesAsked = (): readonly string[] => asked.filter(({ url }) => url.startsWith('/page')).map(({ url }) => url);

describe('a feed that is watched', () => {
  it('is put on the list without a store or a lock', async () => {
    const [watched] = await addWatched(home, [{ address: `${site}/feed`, every: 3600 }], now);
    expect(watched).toMatchObject({ every: 3600, limit: 50 });
    expect(await health(`${site}/feed`)).toMatchObject({ status: 'new', missing: [] });
  });

  it('gives its reports, each once, the newest first', async () => {
    const [polled] = await pollAll();
    expect(polled?.added.map((added) => added.input)).toEqual([`${site}/page/2`, `${site}/page/1`]);
    expect(polled?.added.every((added) => 'reportId' in added && !added.held)).toBe(true);
    expect(await health(`${site}/feed`)).toMatchObject({
      status: 'ok',
      kind: 'feed',
      reports: 2,
      nextAt: '2024-12-24T11:00:00.000Z',
    });
  });

  it('is not asked again for what it gave', async () => {
    const [polled] = await pollAll();
    expect(polled).toMatchObject({ unchanged: true, added: [] });
    expect(asked.map(({ url, status }) => `${url} ${status}`)).toEqual(['/feed 304']);
  });

  it('gives what is new, and tells what it cannot give', async () => {
    listed = [1, 2, 3, 9];
    const [polled] = await pollAll();
    expect(pagesAsked()).toEqual(['/page/9', '/page/3']);
    expect(polled?.added.find((added) => 'failure' in added)).toMatchObject({ failure: { code: 'gone' } });
    expect((await health(`${site}/feed`))?.missing).toMatchObject([
      { address: `${site}/page/9`, code: 'gone', tries: 1 },
    ]);
    // What is gone is gone: it is not asked for again.
    await pollAll();
    expect(pagesAsked()).toEqual([]);
  });

  it('is asked more seldom while it fails, and says why', async () => {
    broken = true;
    listed = [1];
    for (const _ of [1, 2]) await pollAll();
    expect(await health(`${site}/feed`)).toMatchObject({
      status: 'failing',
      failures: 2,
      failure: { code: 'busy', message: expect.stringContaining('answered 500') },
      nextAt: '2024-12-24T14:00:00.000Z',
      reports: 3,
    });
    broken = false;
    await pollAll();
    expect(await health(`${site}/feed`)).toMatchObject({ status: 'ok', failures: 0 });
  });
});

describe('a page that is watched', () => {
  it('is captured anew where it changed, linked to what it was', async () => {
    await removeWatched(home, [`${site}/feed`]);
    await addWatched(home, [{ address: `${site}/page/1` }], now);
    const [first] = await pollAll();
    expect(first?.added).toMatchObject([{ held: true }]);
    wounded = 7;
    now = new Date('2024-12-25T10:00:00Z');
    const [second] = await pollAll();
    const added = second?.added[0];
    expect(added).toMatchObject({ held: false, previous: { added: 1, removed: 1 } });
    expect(await health(`${site}/page/1`)).toMatchObject({ kind: 'page', status: 'ok', missing: [] });
  });

  it('that names a feed is watched by its feed', async () => {
    await removeWatched(home, [`${site}/page/1`]);
    listed = [1, 2, 3];
    await addWatched(home, [{ address: `${site}/front` }], now);
    const [polled] = await pollAll();
    expect(polled?.added).toHaveLength(3);
    expect(await health(`${site}/front`)).toMatchObject({ kind: 'feed', feed: `${site}/feed` });
  });
});

describe('a folder that is watched', () => {
  it('gives each file once, and again where it changed', async () => {
    await removeWatched(home, [`${site}/front`]);
    await addWatched(home, [{ address: join(home, 'drop') }], now);
    expect((await pollAll())[0]?.added).toMatchObject([{ held: false }]);
    expect((await pollAll())[0]?.added).toEqual([]);
    await writeFile(
      join(home, 'drop', 'note.txt'),
      'A shell wounded three people in Qarrah on Sunday, the monitor said later.',
    );
    expect((await pollAll())[0]?.added).toMatchObject([{ held: false }]);
  });

  it('that went away is told', async () => {
    await rm(join(home, 'drop'), { recursive: true });
    expect((await pollAll())[0]).toMatchObject({ failure: { code: 'not-found' } });
  });
});

describe('the list', () => {
  it('refuses what is no address, and says what is not on it', async () => {
    await expect(addWatched(home, [{ address: 'ftp://example.org/' }], now)).rejects.toMatchObject({
      code: 'bad-address',
    });
    await expect(removeWatched(home, ['nowhere'])).rejects.toMatchObject({ code: 'not-watched' });
  });

  it('leaves no half of a file behind, and says where one is broken', async () => {
    const files = await readdir(join(home, 'watch'), { recursive: true });
    expect(files.filter((name) => name.endsWith('.part'))).toEqual([]);
    await writeFile(join(home, 'watch', 'list.json'), '[{"id": 3}]');
    await expect(sourcesHealth(home)).rejects.toMatchObject({
      code: 'watch-list',
      message: expect.stringContaining('list.json'),
    });
  });
});
