/**
 * One request and its answer, with all that evidence asks for: what was sent, what came back, from which address, under
 * which certificate. Node's own client is used because it tells these of the very connection that carried the answer.
 */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Capture, Failure } from '../../model/index.ts';
import type { World } from '../world.ts';
import { inMegabytes } from '../world.ts';
import { type Allowance, guarded, isPublic, literalOf, refused } from './addresses.ts';

export type Exchange = {
  readonly status: number;
  readonly statusText: string;
  /** By lower-case name; without cookies, which name the visit and not the page. */
  readonly headers: Readonly<Record<string, string>>;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly http: string;
  readonly remoteAddress?: string;
  readonly certificate?: NonNullable<Capture['certificate']>;
  /**
   * The content, decompressed, and how many bytes carried it.
   * @param limit largest content; what passes it is stopped there, however small it came
   * @throws Failure `too-large`, `cut-off`
   */
  readonly body: (limit: number) => Promise<{ readonly bytes: Uint8Array; readonly wireBytes: number }>;
  /** Ends it without its body. */
  readonly discard: () => void;
};

export type Connections = {
  /** Asks; with a body, POST. */
  readonly send: (
    address: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
    body?: Uint8Array,
  ) => Promise<Exchange>;
  /** Whether the host may be connected to, as far as its name alone tells. */
  readonly mayConnect: (address: URL) => boolean;
  /** The look-up that gives only addresses that may be asked. */
  readonly lookup: LookupFunction;
  readonly close: () => void;
};

const headersOf = (message: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(message.headers).flatMap(([name, value]) =>
      value === undefined || name === 'set-cookie' ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

const certificateOf = (socket: unknown): Exchange['certificate'] => {
  const certificate = (socket as Partial<TLSSocket>).getPeerCertificate?.();
  if (!certificate?.fingerprint256) return undefined;
  const nameOf = (name: object | undefined): string =>
    Object.entries(name ?? {})
      .map(([key, value]) => `${key}=${value}`)
      .join(', ');
  return {
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    validFrom: new Date(certificate.valid_from).toISOString(),
    validTo: new Date(certificate.valid_to).toISOString(),
  };
};

/** The stream without its compressions, in the order that undoes them. Two at most: more are made to exhaust. */
const decompressed = (message: IncomingMessage, address: URL): Readable => {
  const codings = (message.headers['content-encoding'] ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > 2)
    throw new Failure('too-large', `${address.href} is compressed ${codings.length} times over: no page is.`);
  return codings.reverse().reduce<Readable>((stream, coding) => {
    const next =
      coding === 'gzip' || coding === 'x-gzip'
        ? createGunzip()
        : coding === 'deflate'
          ? createInflate()
          : coding === 'br'
            ? createBrotliDecompress()
            : undefined;
    if (!next)
      throw new Failure('media-type', `${address.href} is compressed as «${coding}», which Marsad does not read.`);
    stream.once('error', (error) => next.destroy(error));
    return stream.pipe(next);
  }, message);
};

const tooLarge = (address: URL, size: string, limit: number): Failure =>
  new Failure(
    'too-large',
    `${address.href} is ${size}; the limit is ${inMegabytes(limit)}. Cut it into single reports.`,
  );

const readBody = async (message: IncomingMessage, address: URL, limit: number) => {
  const announced = Number(message.headers['content-length'] ?? 0);
  if (announced > limit) {
    message.destroy();
    throw tooLarge(address, inMegabytes(announced), limit);
  }
  const pieces: Uint8Array[] = [];
  let [size, wireBytes] = [0, 0];
  try {
    const stream = decompressed(message, address);
    message.on('data', (piece: Uint8Array) => {
      wireBytes += piece.length;
    });
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > limit) throw tooLarge(address, `more than ${inMegabytes(limit)}`, limit);
      pieces.push(piece);
    }
  } catch (error) {
    message.destroy();
    const { code = '' } = error as NodeJS.ErrnoException;
    // Half a page read as if it were whole would be worse than none.
    if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'Z_BUF_ERROR')
      throw new Failure(
        'cut-off',
        `${address.href} was cut off after ${wireBytes}${announced ? ` of ${announced}` : ''} bytes. Try again later.`,
      );
    if (code.startsWith('Z_') || code.startsWith('ERR__ERROR') || code.startsWith('ERR_BROTLI'))
      throw new Failure('cut-off', `${address.href} is broken: its compression cannot be undone.`);
    throw error;
  }
  return { bytes: new Uint8Array(Buffer.concat(pieces)), wireBytes };
};

/** Bytes that are quicker read than a new connection is made. */
const SMALL = 16_384;

/** Connections that go only where it is allowed, kept open for a host's next request. */
export const openConnections = ({ lookup }: Pick<World, 'lookup'>, allowed: Allowance): Connections => {
  const open = guarded(lookup, allowed);
  const options = { keepAlive: true, maxSockets: 4, maxFreeSockets: 64, timeout: 15_000, lookup: open };
  const mayConnect = ({ hostname }: URL): boolean => {
    const literal = literalOf(hostname);
    return !literal || isPublic(literal) || allowed(literal);
  };
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
  return {
    mayConnect,
    lookup: open,
    send: async (address, requestHeaders, signal, body) => {
      if (!mayConnect(address)) throw refused(address.hostname, literalOf(address.hostname) ?? address.hostname);
      const message = await new Promise<IncomingMessage>((resolve, reject) => {
        const { request } = address.protocol === 'https:' ? https : http;
        const agent = agents[address.protocol as keyof typeof agents];
        // Errors after the answer has begun are told by its body.
        request(address, { agent, headers: requestHeaders, signal, method: body ? 'POST' : 'GET' })
          .once('response', resolve)
          .on('error', reject)
          .end(body);
      });
      const { remoteAddress } = message.socket;
      if (remoteAddress && !isPublic(remoteAddress) && !allowed(remoteAddress)) {
        message.destroy();
        throw refused(address.hostname, remoteAddress);
      }
      message.on('error', () => undefined);
      const certificate = certificateOf(message.socket);
      return {
        status: message.statusCode ?? 0,
        statusText: message.statusMessage ?? '',
        headers: headersOf(message),
        requestHeaders: { host: address.host, ...requestHeaders },
        http: message.httpVersion,
        ...(remoteAddress && { remoteAddress }),
        ...(certificate && { certificate }),
        body: (limit) => readBody(message, address, limit),
        // What little is left is read, so that the connection stays of use; much of it is not waited for.
        discard: () =>
          void (Number(message.headers['content-length'] ?? (message.statusCode === 304 ? 0 : SMALL + 1)) <= SMALL
            ? message.resume()
            : message.destroy()),
      };
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
};
