/** What others bear witness to: a time stamp that OpenSSL itself checks, and a browser's picture that reaches nothing private. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../tools/chromium.ts';
import { type Capture, sha256Hex } from '../model/index.ts';
import { openNet } from './fetch/net.ts';
import { pictureOf } from './picture.ts';
import { collectSettings } from './settings.ts';
import { timestampOf } from './timestamp.ts';
import { witnessed } from './witness.ts';
import { realWorld } from './world.ts';

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
})();
if (!hasOpenssl) console.warn('Time stamps are not tested: there is no openssl.');

let folder: string;
let server: Server;
let site: string;
const asked: string[] = [];
const openssl = (...args: readonly string[]): string =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString();

const CONFIG = `[tsa]
default_tsa = one
[one]
serial = ${'$'}ENV::HOME_OF_TEST/serial
signer_cert = ${'$'}ENV::HOME_OF_TEST/tsa.pem
signer_key = ${'$'}ENV::HOME_OF_TEST/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-witness-'));
  if (hasOpenssl) {
    writeFileSync(join(folder, 'tsa.cnf'), CONFIG);
    writeFileSync(join(folder, 'serial'), '01\n');
    openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      'tsa.key',
      '-out',
      'tsa.pem',
      '-days',
      '2',
      '-subj',
      '/CN=Test authority',
      '-addext',
      'extendedKeyUsage=critical,timeStamping',
    );
  }
  server = createServer(async (request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/tsa') {
      writeFileSync(join(folder, 'query.tsq'), await buffer(request));
      execFileSync('openssl', ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr'], {
        cwd: folder,
        stdio: 'ignore',
        env: { ...process.env, HOME_OF_TEST: folder },
      });
      return response
        .writeHead(200, { 'content-type': 'application/timestamp-reply' })
        .end(readFileSync(join(folder, 'reply.tsr')));
    }
    if (request.url === '/refuses') return response.end(Buffer.from('30053003020102', 'hex'));
    if (request.url === '/talks') return response.end('good morning');
    if (request.url === '/page')
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          '<body style="background:#fff"><img src="/seen.png"><img src="http://127.0.0.2:9/secret"><img src="http://[::1]:9/secret"><h1>Tal Rayyan</h1></body>',
        );
    return response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = collectSettings({ MARSAD_ALLOW_ADDRESSES: '127.0.0.1', MARSAD_HOST_PAUSE: '0' });
const net = openNet('marsad test', settings, realWorld);
afterAll(() => net.close());
const id = sha256Hex('Shells fell on the market.');
const captured = (more: Partial<Capture> = {}) => ({
  capture: {
    id,
    address: `${site}/page`,
    fetchedAt: '2024-12-24T10:00:00Z',
    mediaType: 'text/html',
    bytes: 26,
    collector: 'test',
    ...more,
  },
  bytes: new TextEncoder().encode('Shells fell on the market.'),
});

describe('a time stamp', () => {
  it.skipIf(!hasOpenssl)('is a token that OpenSSL verifies over the hash of the capture', async () => {
    const stamp = await timestampOf(id, `${site}/tsa`, net, realWorld);
    expect(stamp.authority).toBe(`${site}/tsa`);
    writeFileSync(join(folder, 'token.tst'), Buffer.from(stamp.token, 'base64'));
    const said = openssl('ts', '-verify', '-digest', id, '-in', 'token.tst', '-token_in', '-CAfile', 'tsa.pem');
    expect(said).toContain('Verification: OK');
    expect(() =>
      openssl('ts', '-verify', '-digest', sha256Hex('other'), '-in', 'token.tst', '-token_in', '-CAfile', 'tsa.pem'),
    ).toThrow();
  });

  it.each(['/refuses', '/talks', '/nothing'])('that is none is refused (%s)', async (path) => {
    await expect(timestampOf(id, `${site}${path}`, net, realWorld)).rejects.toMatchObject({ name: 'Failure' });
  });

  it('that cannot be had does not lose the capture', async () => {
    const wanted = { ...settings, timestamps: `${site}/nothing` };
    const kept = await witnessed(captured(), {
      settings: wanted,
      world: realWorld,
      net,
      keep: () => Promise.resolve(),
    });
    expect(kept.capture).toEqual(captured().capture);
  });
});

describe.skipIf(!findChromium())('a picture of a page', () => {
  it('is drawn by a browser that reaches nothing that we may not', async () => {
    asked.length = 0;
    const { capture, bytes } = await pictureOf(captured().capture, net, realWorld);
    expect(Buffer.from(bytes.subarray(1, 4)).toString()).toBe('PNG');
    expect(capture).toMatchObject({ id: sha256Hex(bytes), mediaType: 'image/png', pictureOf: id });
    expect(asked).toEqual(expect.arrayContaining(['/page', '/seen.png']));
  });

  it('is kept beside its page', async () => {
    const kept: Capture[] = [];
    const wanted = { ...settings, pictures: true };
    const { capture } = await witnessed(captured(), {
      settings: wanted,
      world: realWorld,
      net,
      keep: async (one) => void kept.push(one),
    });
    expect(kept).toHaveLength(1);
    expect(capture.picture).toBe(kept[0]?.id);
  });
});
