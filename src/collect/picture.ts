/**
 * A page → its picture, as a Chromium that is found on this machine draws it. The browser reaches the world through a
 * proxy of ours alone, so that what the page loads is held to the same addresses as everything else.
 */
import { spawn } from 'node:child_process';
import { access, constants, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Capture, Failure, sha256Hex } from '../model/index.ts';
import type { Net } from './fetch/net.ts';
import type { Captured } from './files.ts';
import type { World } from './world.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Wide as a desktop; as high as a long article with its head. */
const WINDOW = '1280,3600';
const DRAWING_LIMIT = 40_000;

/** CHROMIUM_PATH, else the first of the usual names on PATH. */
const findBrowser = async (): Promise<string | undefined> => {
  const given = process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = given ? [given] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of candidates)
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return path;
  return undefined;
};

type Proxy = { readonly port: number; readonly close: () => void };

/** Passes on what goes to addresses that may be asked, and answers 403 to the rest. */
const openProxy = async (net: Net): Promise<Proxy> => {
  const open = new Set<Socket>();
  const held = (socket: Socket): Socket => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    return socket;
  };
  const server = createServer((request, response) => {
    // Plain HTTP comes with its whole address.
    const url = URL.canParse(request.url ?? '') ? new URL(request.url ?? '') : undefined;
    if (url?.protocol !== 'http:' || request.method !== 'GET') return response.writeHead(403).end();
    net.resource(url).then(
      ({ status, type, bytes }) => response.writeHead(status, type ? { 'content-type': type } : {}).end(bytes),
      () => response.writeHead(502).end(),
    );
  });
  server.on('connection', held);
  server.on('connect', (request, client: Socket, head) => {
    const url = URL.canParse(`https://${request.url}`) ? new URL(`https://${request.url}`) : undefined;
    const refuse = (): void => void client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    if (!url || !net.mayConnect(url)) return refuse();
    const upstream = held(
      connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 443), lookup: net.lookup }),
    );
    upstream.once('error', refuse).once('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
};

const draw = (browser: string, address: string, proxy: number, folder: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      browser,
      [
        '--headless',
        // Containers lack the rights for Chromium's own sandbox; the profile is empty and thrown away.
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--hide-scrollbars',
        '--disable-background-networking',
        '--disable-component-update',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--proxy-server=http://127.0.0.1:${proxy}`,
        // Without it, addresses of this machine would go past the proxy.
        '--proxy-bypass-list=<-loopback>',
        `--window-size=${WINDOW}`,
        '--virtual-time-budget=8000',
        `--screenshot=${join(folder, 'page.png')}`,
        address,
      ],
      { stdio: 'ignore', timeout: DRAWING_LIMIT, killSignal: 'SIGKILL' },
    );
    child.once('error', reject);
    child.once('exit', () => resolve());
  });

/**
 * The picture of a page, as a capture of its own. The page is asked for anew, by the browser: the picture shows it as it
 * was a moment after the capture.
 * @throws Failure `no-browser`, `no-picture`
 */
export const pictureOf = async (page: Capture, net: Net, { now }: World): Promise<Captured> => {
  const browser = await findBrowser();
  if (!browser) throw new Failure('no-browser', 'No Chromium was found for pictures of pages. Set CHROMIUM_PATH.');
  const folder = await mkdtemp(join(tmpdir(), 'marsad-picture-'));
  const proxy = await openProxy(net);
  const askedAt = now().toISOString();
  try {
    await draw(browser, page.finalAddress ?? page.address, proxy.port, folder);
    const bytes = new Uint8Array(
      await readFile(join(folder, 'page.png')).catch(() => {
        throw new Failure('no-picture', `${page.address} could not be drawn.`);
      }),
    );
    const capture: Capture = {
      id: sha256Hex(bytes),
      address: page.finalAddress ?? page.address,
      askedAt,
      fetchedAt: now().toISOString(),
      mediaType: 'image/png',
      bytes: bytes.length,
      pictureOf: page.id,
      collector: page.collector,
      ...(page.tool && { tool: page.tool }),
    };
    return { capture, bytes };
  } finally {
    proxy.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};
