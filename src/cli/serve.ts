/** `marsad serve` and `marsad demo`: the site over the open store, until somebody stops it. */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadSamples } from '../load/index.ts';
import { type Audience, Failure, type Observatory, type Showcase } from '../marsad/index.ts';
import { audienceOf, type Bound } from './audience.ts';
import { answerCommand } from './command-route.ts';
import { homeOf, openHome } from './home.ts';
import { say, warn, warnOf } from './output.ts';

export type ServeOptions = { readonly port: number; readonly host: string; readonly public: boolean };

/** Folder of the package: two above src/cli and dist/cli alike. */
const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
const siteFile = join(packageFolder, 'dist/site/handler.js');

type House = { readonly showcase: Showcase; readonly audienceOf: (request: IncomingMessage) => Audience };
type SiteHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The built site. It finds the observatory in the process-wide slot, so that no room exists twice. */
const loadSite = async (house: House, origin: string): Promise<SiteHandler> => {
  (globalThis as Record<symbol, unknown>)[Symbol.for('marsad.house')] = house;
  process.env.ORIGIN = origin;
  const site = (await import(/* @vite-ignore */ pathToFileURL(siteFile).href)) as { readonly handler: SiteHandler };
  return site.handler;
};

/** As many ports as are tried before the user is asked to name one. */
const PORTS_TRIED = 50;

/** Listens on the wanted port, or on the next that is free. */
const listen = async (server: Server, { port, host }: ServeOptions): Promise<number> => {
  for (let at = port; at < port + PORTS_TRIED && at <= 65_535; at += 1) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      const onError = (error: NodeJS.ErrnoException): void => {
        if (error.code === 'EADDRINUSE') resolve(true);
        else if (error.code === 'EACCES') reject(new Failure('port', `Port ${at} may not be used by this user.`));
        else reject(new Failure('host', `«${host}» cannot be listened on: ${error.message}.`));
      };
      server.once('error', onError);
      server.listen(at, host, () => {
        server.off('error', onError);
        resolve(false);
      });
    });
    if (!taken) return (server.address() as { readonly port: number }).port;
  }
  throw new Failure('port', `The ports from ${port} on are all taken. Name another with --port.`);
};

/** A name for `host` that works in a browser on this machine. */
const browserHost = (host: string): string =>
  ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host)
    ? 'localhost'
    : host.includes(':')
      ? `[${host}]`
      : host;

/** Where commands on this machine find the server; a server on every address is on the loopback, too. */
const commandHost = (host: string): string => {
  if (host === '0.0.0.0' || host === '::' || host === 'localhost') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
};

/** Resolves at the first Ctrl-C or end signal; the second ends at once, for whoever will not wait. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });

const checkSite = (): void => {
  if (!existsSync(siteFile)) throw new Failure('site-missing', 'The site is not built. Run «npm run build» first.');
};

export type Served = {
  /** Where a browser on this machine finds it. */
  readonly origin: string;
  readonly port: number;
  /** Ends listening; answers under way are finished by `closeAll`. */
  readonly stop: () => void;
  readonly closeAll: () => void;
};

/** The site and the commands over an open observatory, listening. */
export const serveSite = async (observatory: Observatory, options: ServeOptions): Promise<Served> => {
  const bound: { current?: Bound } = {};
  let site: SiteHandler | undefined;
  const server = createServer((request, response) => {
    if (answerCommand(observatory, request, response)) return;
    if (!site) response.writeHead(503, { 'retry-after': '1' }).end('Starting\n');
    else
      site(request, response, () => {
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
      });
  });
  const served = (origin: string, port: number): Served => ({
    origin,
    port,
    stop: () => {
      server.close();
      server.closeIdleConnections();
    },
    closeAll: () => server.closeAllConnections(),
  });
  try {
    const port = await listen(server, options);
    bound.current = { host: options.host, port, public: options.public };
    const origin = `http://${browserHost(options.host)}:${port}`;
    const house: House = {
      showcase: observatory.showcase,
      audienceOf: (request) => (bound.current ? audienceOf(bound.current, request) : 'public'),
    };
    site = await loadSite(house, origin);
    return served(origin, port);
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
};

/** Polls what is watched for as long as the observatory is open; its trouble is told and ends nothing else. */
const watchOn = (observatory: Observatory): void => {
  observatory.watching
    .run({
      onPolled: ({ address, failure }) => {
        if (failure) warn(`watching ${address}: ${failure.message}`);
      },
    })
    .catch(warnOf);
};

/** Serves until stopped; closes the store in any case. */
const serveUntilStopped = async (
  observatory: Observatory,
  options: ServeOptions,
  stopped: Promise<void>,
): Promise<void> => {
  let served: Served | undefined;
  try {
    served = await serveSite(observatory, options);
    const { origin, port } = served;
    if (options.port !== 0 && port !== options.port) warn(`port ${options.port} is taken; using ${port}.`);
    await observatory.announce(`http://${commandHost(options.host)}:${port}`);
    say(`${origin}/`);
    watchOn(observatory);
    await stopped;
  } finally {
    served?.stop();
    await observatory.close();
    served?.closeAll();
  }
};

/** `marsad serve` */
export const serve = async (options: ServeOptions): Promise<number> => {
  checkSite();
  const stopped = stopSignal();
  await serveUntilStopped(await openHome(), options, stopped);
  return 0;
};

/** One line that is written over on a terminal, and one line at the end elsewhere. */
const progress = (done: number, total: number): void => {
  const line = `reading the bundled reports: ${done} of ${total}`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === total ? '\n' : ''}`);
  else if (done === total) process.stderr.write(`${line}\n`);
};

/** `marsad demo` */
export const demo = async (options: ServeOptions): Promise<number> => {
  checkSite();
  const stopped = stopSignal();
  const samples = await loadSamples();
  const observatory = await openHome({ demo: true });
  if (!observatory.demo) {
    await observatory.close();
    const other = join(dirname(homeOf()), 'marsad-demo');
    throw new Failure(
      'not-a-demo',
      `${homeOf()} holds an observatory of your own; the demonstration does not mix with it. Show yours with «marsad serve», or name another folder: MARSAD_HOME=${other} marsad demo`,
    );
  }
  try {
    const inputs = samples.map(({ file, report: { id: _id, text: _text, ...given } }) => ({
      input: join(packageFolder, 'data/samples', file),
      given,
    }));
    progress(0, inputs.length);
    await observatory.add(inputs, (added, index) => {
      if ('failure' in added) warn(added.failure.message);
      progress(index + 1, inputs.length);
    });
  } catch (error) {
    await observatory.close();
    throw error;
  }
  await serveUntilStopped(observatory, options, stopped);
  return 0;
};
