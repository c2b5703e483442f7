/** What comes in, and the one line for each thing that does not. */
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureSchema, Failure, sha256Hex } from '../model/index.ts';
import { captureInput } from './capture.ts';
import { collectSettings } from './settings.ts';
import { realWorld } from './world.ts';

const now = new Date('2024-12-24T10:00:00Z');
// The test's own server is on this machine, which has to be allowed.
const settings = collectSettings({
  MARSAD_ALLOW_ADDRESSES: '127.0.0.1',
  MARSAD_HOST_PAUSE: '0',
  MARSAD_CONTACT: 'desk@example.org',
});
const options = { collector: 'marsad test', settings, world: { ...realWorld, now: () => now } };
let folder: string;
let server: Server;
let site: string;
let hung = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-collect-'));
  await Promise.all([
    writeFile(join(folder, 'report.txt'), 'Jets struck Mayadin.'),
    writeFile(join(folder, 'page.txt'), '<!DOCTYPE html><p>Jets struck Mayadin.'),
    writeFile(join(folder, 'empty.txt'), ''),
    writeFile(join(folder, 'film.txt'), new Uint8Array([80, 0, 0, 12, 200, 0])),
    writeFile(join(folder, 'paper.zip'), new Uint8Array([80, 75, 3, 4, 20, 0, 0, 0])),
    writeFile(join(folder, 'large.txt'), ''),
    mkdir(join(folder, 'inner')),
  ]);
  await truncate(join(folder, 'large.txt'), 50 * 1024 * 1024);
  server = createServer((request, response) => {
    const send = (status: number, headers: Record<string, string>, body: string | Uint8Array = '') =>
      response.writeHead(status, headers).end(body);
    const html = { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'visit=1' };
    switch (request.url) {
      case '/robots.txt':
        return send(200, { 'content-type': 'text/plain' }, 'User-agent: *\nDisallow: /private/\n');
      case '/zipped':
        return send(200, { ...html, 'content-encoding': 'gzip' }, gzipSync('<p>Shells fell on the market.'));
      case '/bomb':
        return send(200, { ...html, 'content-encoding': 'gzip' }, gzipSync(new Uint8Array(64 * 1024 * 1024)));
      case '/bombs':
        return send(
          200,
          { ...html, 'content-encoding': 'gzip, gzip' },
          gzipSync(gzipSync(new Uint8Array(64 * 1024 * 1024))),
        );
      case '/onion':
        return send(200, { ...html, 'content-encoding': 'gzip, gzip, gzip' }, 'x');
      case '/garbled':
        return send(200, { ...html, 'content-encoding': 'gzip' }, 'this is not gzip');
      case '/half':
        response.writeHead(200, { ...html, 'content-length': '500' }).write('<p>Half');
        return setTimeout(() => response.destroy(), 20);
      case '/busy':
        return send(503, { 'retry-after': '1' });
      case '/private/page':
        return send(200, html, 'x');
      case '/inward':
        return send(302, { location: 'http://10.0.0.1/' });
      case '/onto-itself':
        return send(302, { location: 'http://[::1]/' });
      case '/page':
        return send(200, html, `<p>${request.headers['user-agent']}</p>`);
      case '/moved':
        return send(301, { location: '/again' });
      case '/again':
        return send(302, { location: '/page' });
      case '/circle':
        return send(302, { location: '/circle' });
      case '/away':
        return send(302, { location: 'file:///etc/passwd' });
      case '/gone':
        return send(404, {});
      case '/image':
        return send(200, { 'content-type': 'image/png' }, 'x');
      case '/announced':
        return response.writeHead(200, { ...html, 'content-length': String(99 * 1024 * 1024) }).flushHeaders();
      case '/endless': {
        response.writeHead(200, html);
        const more = (): void => {
          if (!response.destroyed && response.write('x'.repeat(65_536))) setImmediate(more);
          else response.once('drain', more);
        };
        return more();
      }
      case '/nothing':
        return send(200, html);
      default:
        // Never answers.
        hung += 1;
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

describe('a file', () => {
  it('is kept as its bytes, under their hash, without the folder of the collector', async () => {
    const { capture, bytes } = await captureInput(join(folder, 'report.txt'), options);
    expect(captureSchema.parse(capture)).toEqual({
      id: sha256Hex('Jets struck Mayadin.'),
      address: 'file:report.txt',
      fetchedAt: '2024-12-24T10:00:00.000Z',
      mediaType: 'text/plain',
      bytes: 20,
      collector: 'marsad test',
    });
    expect(new TextDecoder().decode(bytes)).toBe('Jets struck Mayadin.');
  });

  it('is HTML by its name or by its first words', async () => {
    expect((await captureInput(join(folder, 'page.txt'), options)).capture.mediaType).toBe('text/html');
  });

  it.each([
    ['nowhere.txt', 'not-found', /no file .*nowhere\.txt/],
    ['report.txt/x', 'not-found', /no file/],
    ['inner', 'is-folder', /is a folder/],
    ['empty.txt', 'empty', /is empty/],
    ['film.txt', 'binary', /a binary file, not text/],
    ['paper.zip', 'binary', /a ZIP archive/],
    ['large.txt', 'too-large', /is 50\.0 MB; the limit is 10\.0 MB/],
  ])('%s fails in one line', async (name, code, words) => {
    const failure: unknown = await captureInput(join(folder, name), options).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code, message: expect.stringMatching(words) });
    expect((failure as Failure).message).not.toContain('\n');
  });

  it('is not read where it is too large', async () => {
    const readFile = () => Promise.reject(new Error('it was read'));
    const world = { ...realWorld, readFile };
    await expect(captureInput(join(folder, 'large.txt'), { ...options, world })).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});

describe('an address', () => {
  it('is kept with what the server said, but no cookie, and says who asks', async () => {
    const { capture, bytes } = await captureInput(`${site}/page`, options);
    expect(captureSchema.parse(capture)).toMatchObject({
      address: `${site}/page`,
      status: 200,
      mediaType: 'text/html',
    });
    expect(capture.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8' });
    expect(capture.headers).not.toHaveProperty('set-cookie');
    expect(capture).not.toHaveProperty('finalAddress');
    expect(new TextDecoder().decode(bytes)).toContain('marsad/test (+desk@example.org)');
    // What evidence asks for beside the bytes.
    expect(capture).toMatchObject({
      askedAt: now.toISOString(),
      http: '1.1',
      remoteAddress: '127.0.0.1',
      robots: 'allowed',
      requestHeaders: { host: new URL(site).host, 'user-agent': 'marsad/test (+desk@example.org)' },
      tool: { name: `marsad test node ${process.versions.node}`, settings: settings.hash },
    });
  });

  it('is kept as its content, however it was carried', async () => {
    const { capture, bytes } = await captureInput(`${site}/zipped`, options);
    expect(new TextDecoder().decode(bytes)).toBe('<p>Shells fell on the market.');
    expect(capture).toMatchObject({ id: sha256Hex(bytes), headers: { 'content-encoding': 'gzip' } });
    expect(capture.wireBytes).not.toBe(capture.bytes);
  });

  it('is asked for past robots.txt where a person decided so, and that is kept', async () => {
    const { capture } = await captureInput(`${site}/private/page`, { ...options, ignoreRobots: true });
    expect(capture.robots).toBe('ignored');
  });

  it('keeps the way that it was led', async () => {
    const { capture } = await captureInput(`${site}/moved`, options);
    expect(capture).toMatchObject({
      address: `${site}/moved`,
      finalAddress: `${site}/page`,
      redirects: [`${site}/again`, `${site}/page`],
    });
  });

  it.each([
    ['/circle', 'redirects'],
    ['/away', 'redirects'],
    ['/gone', 'gone'],
    ['/busy', 'busy'],
    ['/half', 'cut-off'],
    ['/garbled', 'cut-off'],
    ['/bomb', 'too-large'],
    ['/bombs', 'too-large'],
    ['/onion', 'too-large'],
    ['/inward', 'private-address'],
    ['/onto-itself', 'private-address'],
    ['/private/page', 'robots'],
    ['/image', 'media-type'],
    ['/announced', 'too-large'],
    ['/endless', 'too-large'],
    ['/nothing', 'empty'],
    ['/silent', 'timeout'],
  ])('%s fails as %s, in one line', async (path, code) => {
    const failure: unknown = await captureInput(`${site}${path}`, {
      ...options,
      timeLimit: path === '/silent' ? 1500 : 20_000,
    }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'Failure', code });
    expect((failure as Failure).message).toContain(path);
    expect((failure as Failure).message).not.toContain('\n');
    if (path === '/silent') expect(hung).toBe(1);
  });

  it.each([
    ['http://127.0.0.1:1/', 'unreachable'],
    ['http://nowhere.invalid/', 'unreachable'],
    ['ftp://example.org/report', 'bad-address'],
    ['https://', 'bad-address'],
  ])('%s fails as %s', async (address, code) => {
    await expect(captureInput(address, options)).rejects.toMatchObject({ name: 'Failure', code });
  });
});
