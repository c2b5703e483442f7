/** An address → its bytes with all that evidence asks for, politely: in turn, by robots.txt, again where it may help. */
import type { LookupFunction } from 'node:net';
import { type Capture, Failure, sha256Hex } from '../../model/index.ts';
import type { Captured } from '../files.ts';
import { checkBytes } from '../kinds.ts';
import type { CollectSettings } from '../settings.ts';
import { SIZE_LIMIT, TIME_LIMIT, type World } from '../world.ts';
import { type Exchange, openConnections } from './exchange.ts';
import { addressFailure, mayHelpAgain, statusFailure } from './failures.ts';
import { openHosts } from './hosts.ts';
import { openRobots, type Rules } from './robots.ts';

export type FetchOptions = {
  /** Largest content in bytes, and longest wait for an answer in milliseconds. */
  readonly sizeLimit?: number;
  readonly timeLimit?: number;
  /** What a person decided: past robots.txt. It is kept with the capture. */
  readonly ignoreRobots?: boolean;
  /** How often it is tried in all, where trying again may help. */
  readonly tries?: number;
  /** Asks only for what is newer than this. */
  readonly since?: { readonly etag?: string; readonly lastModified?: string };
  /** Address that led to it. */
  readonly via?: string;
  readonly signal?: AbortSignal;
};

export type Fetched = { readonly unchanged: true } | ({ readonly unchanged: false } & Captured);

export type Net = {
  /** @throws Failure with one clear line */
  readonly fetch: (address: string, options?: FetchOptions) => Promise<Fetched>;
  /** What a site asks of robots. @throws Failure where it cannot be reached */
  readonly rulesFor: (address: string) => Promise<Rules>;
  /** Sends a body and gives the answer's: for services, not for pages. @throws Failure */
  readonly post: (
    address: string,
    what: { readonly body: Uint8Array; readonly type: string; readonly sizeLimit: number; readonly timeLimit: number },
  ) => Promise<Uint8Array>;
  /** Something that a page shows, for a browser that draws it. */
  readonly resource: (
    address: URL,
  ) => Promise<{ readonly status: number; readonly type?: string; readonly bytes: Uint8Array }>;
  readonly mayConnect: (address: URL) => boolean;
  readonly lookup: LookupFunction;
  readonly close: () => void;
};

/** As many hops as the Fetch standard allows is 20; a page that needs more than half of that is a loop. */
const REDIRECT_LIMIT = 10;
/** RFC 9309 2.5: robots.txt is read to 500 KiB. */
const ROBOTS_LIMIT = 500 * 1024;
/** Milliseconds before the second and third try. */
const BACK_OFF = [2_000, 10_000] as const;

const ACCEPT =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/pdf;q=0.9, text/plain;q=0.9, */*;q=0.1';

/** Name by which robots.txt speaks of us. */
const ROBOT = 'marsad';

const webAddress = (address: string): URL => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new Failure('bad-address', `«${address}» is no web address. Marsad fetches http and https.`);
  if (url.username || url.password)
    throw new Failure(
      'bad-address',
      `The address of ${url.host} holds a name or a password, which would be kept for ever. Leave them out.`,
    );
  url.hash = '';
  return url;
};

/** Seconds or a date, RFC 9110 10.2.3 → milliseconds. */
const retryAfter = (value: string | undefined, now: Date): number => {
  if (!value) return 0;
  const time = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isFinite(time) ? Math.max(0, time) : 0;
};

type Answer = { readonly exchange: Exchange; readonly bytes: Uint8Array; readonly wireBytes: number };

/**
 * @param tool name and version: `marsad 0.1.0`
 */
export const openNet = (tool: string, settings: CollectSettings, world: World): Net => {
  const connections = openConnections(world, settings.allowed);
  const hosts = openHosts(world, settings.limits);
  const userAgent = `${tool.replace(' ', '/')} (${settings.contact ? `+${settings.contact}` : 'collects reports for documentation and journalism'})`;

  /** One address, in its host's turn. A redirect is an answer without a body. */
  const ask = (
    url: URL,
    pause: number | undefined,
    limit: number,
    time: number,
    more: Readonly<Record<string, string>>,
    stop?: AbortSignal,
  ): Promise<Answer> =>
    hosts.turn(
      url.host,
      async () => {
        stop?.throwIfAborted();
        const limits = AbortSignal.timeout(time);
        const signal = stop ? AbortSignal.any([limits, stop]) : limits;
        const headers = { 'user-agent': userAgent, accept: ACCEPT, 'accept-encoding': 'gzip, deflate, br', ...more };
        const exchange = await connections.send(url, headers, signal);
        if (exchange.status < 200 || exchange.status >= 300) {
          exchange.discard();
          const asked = retryAfter(exchange.headers['retry-after'], world.now());
          if (asked > 0) hosts.rest(url.host, asked);
          return { exchange, bytes: new Uint8Array(), wireBytes: 0 };
        }
        return { exchange, ...(await exchange.body(limit)) };
      },
      pause,
    );

  const nextOf = ({ status, headers }: Exchange, at: URL): URL | undefined => {
    const location = status >= 300 && status < 400 ? headers.location : undefined;
    if (location === undefined) return undefined;
    if (!URL.canParse(location, at.href) || !/^https?:$/.test(new URL(location, at.href).protocol))
      throw new Failure('redirects', `${at.href} redirects to «${location}», which is no web page.`);
    return webAddress(new URL(location, at.href).href);
  };

  const robots = openRobots(
    ROBOT,
    async (address) => {
      let url = new URL(address);
      for (let hop = 0; hop <= 5; hop += 1) {
        const { exchange, bytes } = await ask(url, 0, ROBOTS_LIMIT, TIME_LIMIT, {}).catch((error: unknown) => {
          // Longer than anybody reads: as if there were none beyond that. Anything else is the site's silence.
          if (error instanceof Failure && error.code === 'too-large')
            return { exchange: { status: 404, headers: {} } as Exchange, bytes: new Uint8Array() };
          throw error;
        });
        const next = nextOf(exchange, url);
        if (!next) return { status: exchange.status, text: new TextDecoder().decode(bytes) };
        url = next;
      }
      return { status: 404, text: '' };
    },
    world,
  );

  const permission = async (
    url: URL,
    ignore: boolean,
  ): Promise<{ readonly said: Capture['robots']; readonly pause?: number }> => {
    if (ignore) return { said: 'ignored' };
    const rules = await robots.rulesFor(url);
    if (!rules.allows(url.href))
      throw new Failure(
        'robots',
        `${url.href}: the site asks robots to leave it alone (robots.txt). Where you may take it all the same: --ignore-robots.`,
      );
    return { said: 'allowed', ...(rules.pause > settings.limits.pause && { pause: rules.pause }) };
  };

  const once = async (address: string, options: FetchOptions): Promise<Fetched> => {
    const first = webAddress(address);
    const { sizeLimit = SIZE_LIMIT, timeLimit = TIME_LIMIT, since, via, signal } = options;
    const askedAt = world.now().toISOString();
    const redirects: string[] = [];
    const more = {
      ...(since?.etag && { 'if-none-match': since.etag }),
      ...(since?.lastModified && { 'if-modified-since': since.lastModified }),
    };
    let left = timeLimit;
    for (let at = first; ; ) {
      const { said, pause } = await permission(at, options.ignoreRobots === true);
      const from = performance.now();
      const { exchange, bytes, wireBytes } = await ask(
        at,
        pause,
        sizeLimit,
        Math.max(1, Math.ceil(left)),
        more,
        signal,
      );
      left -= performance.now() - from;
      if (exchange.status === 304 && since) return { unchanged: true };
      const next = nextOf(exchange, at);
      if (next) {
        if (redirects.length === REDIRECT_LIMIT)
          throw new Failure('redirects', `${address} redirects more than ${REDIRECT_LIMIT} times.`);
        redirects.push(next.href);
        at = next;
        continue;
      }
      if (exchange.status < 200 || exchange.status >= 300) throw statusFailure(address, exchange);
      const mediaType = checkBytes(address, bytes, exchange.headers['content-type']);
      const capture: Capture = {
        id: sha256Hex(bytes),
        address: first.href,
        ...(at !== first && { finalAddress: at.href }),
        ...(redirects.length > 0 && { redirects }),
        askedAt,
        fetchedAt: world.now().toISOString(),
        mediaType,
        bytes: bytes.length,
        ...(wireBytes !== bytes.length && { wireBytes }),
        status: exchange.status,
        http: exchange.http,
        headers: exchange.headers,
        requestHeaders: exchange.requestHeaders,
        ...(exchange.remoteAddress && { remoteAddress: exchange.remoteAddress }),
        ...(exchange.certificate && { certificate: exchange.certificate }),
        ...(said && { robots: said }),
        ...(via && { via }),
        collector: settings.collector ?? tool,
        tool: { name: `${tool} node ${process.versions.node}`, settings: settings.hash },
      };
      return { unchanged: false, capture, bytes };
    }
  };

  return {
    fetch: async (address, options = {}) => {
      const { tries = 1, timeLimit = TIME_LIMIT } = options;
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(address, options);
        } catch (error) {
          const failure = addressFailure(address, error, timeLimit);
          if (attempt >= tries || options.signal?.aborted || !mayHelpAgain(failure)) throw failure;
          await world.wait(BACK_OFF[attempt - 1] ?? BACK_OFF[1], options.signal);
        }
      }
    },
    post: async (address, { body, type, sizeLimit, timeLimit }) => {
      try {
        const headers = { 'user-agent': userAgent, 'content-type': type, 'content-length': String(body.length) };
        const exchange = await connections.send(webAddress(address), headers, AbortSignal.timeout(timeLimit), body);
        if (exchange.status === 200) return (await exchange.body(sizeLimit)).bytes;
        exchange.discard();
        throw statusFailure(address, exchange);
      } catch (error) {
        throw addressFailure(address, error, timeLimit);
      }
    },
    resource: async (address) => {
      const headers = { 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br' };
      const exchange = await connections.send(address, headers, AbortSignal.timeout(TIME_LIMIT));
      const type = exchange.headers['content-type'];
      const { bytes } = await exchange.body(SIZE_LIMIT);
      return { status: exchange.status, ...(type && { type }), bytes };
    },
    mayConnect: connections.mayConnect,
    lookup: connections.lookup,
    rulesFor: (address) => robots.rulesFor(webAddress(address)),
    close: connections.close,
  };
};
