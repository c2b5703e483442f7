/** The built site behind a plain HTTP server, with the made-up showcase in the slot. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
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

/** Serves `dist/site` on a free port of this machine. */
export const serveSite = async (): Promise<Served> => {
  let audience: Audience = 'public';
  const house = { showcase, audienceOf: () => audience };
  const openSlot = (open: boolean): void => {
    (globalThis as Record<symbol, unknown>)[SLOT] = open ? house : undefined;
  };
  openSlot(true);
  const built = new URL('../../../dist/site/handler.js', import.meta.url).href;
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
