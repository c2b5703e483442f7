/** The built site behind a plain HTTP server, with the made-up showcase in the slot. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Showcase } from '../../publish/pages.ts';
import type { Audience } from '../../publish/types.ts';
import { showcase } from './showcase.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export type Served = {
  readonly origin: string;
  /** Who everybody is taken for, from now on. */
  readonly setAudience: (audience: Audience) => void;
  readonly openSlot: (open: boolean) => void;
  readonly close: () => Promise<void>;
};

const SLOT = Symbol.for('marsad.house');

/** One page of each kind, below the language. */
export const PATHS = [
  '',
  '/reports/quiet',
  '/reports/market',
  '/records/dd44ee55ff66',
  '/method',
  '/codebook',
  '/codebook/posture',
  '/data',
  '/corrections',
  '/no-such-page',
];

/** The pages over many records: looked at in fewer modes, since they are built of the same parts. */
export const MORE_PATHS = [
  '/actors',
  '/actors/guards',
  '/places/place:qasr-al-nahr',
  '/posture/guards@place:qasr-al-nahr',
  '/places',
  '/timeline',
  '/search?q=nahr',
  '/records/dd44ee55ff66/embed',
];

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** @param more in place of what the showcase has. Serves `dist/site`, built first where it is not there (one build at a time, as the build sees to), on a free port of this machine. */
export const serveSite = async (more: Partial<Showcase> = {}): Promise<Served> => {
  let audience: Audience = 'public';
  const house = { showcase: { ...showcase, ...more }, audienceOf: () => audience };
  const openSlot = (open: boolean): void => {
    (globalThis as Record<symbol, unknown>)[SLOT] = open ? house : undefined;
  };
  openSlot(true);
  const file = new URL('../../../dist/site/handler.js', import.meta.url);
  if (!existsSync(file)) execFileSync(process.execPath, ['tools/build.mjs'], { cwd: ROOT, stdio: 'pipe' });
  const built = file.href;
  const { handler } = (await import(/* @vite-ignore */ built)) as { handler: Handler };
  const server = createServer((request, response) => handler(request, response, () => response.writeHead(404).end()));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setAudience: (next) => {
      audience = next;
    },
    openSlot,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};
