/** The world → Capture: a file or an address, as the bytes that it gave. Each thing that goes wrong is one clear line. */
import { basename, extname, resolve } from 'node:path';
import { type Capture, Failure, sha256Hex } from '../model/index.ts';
import { isBinary } from './decode.ts';
import { inMegabytes, realWorld, SIZE_LIMIT, TIME_LIMIT, type World } from './world.ts';

export type Captured = { readonly capture: Capture; readonly bytes: Uint8Array };

export type CaptureOptions = {
  /** Name and version of the tool that collects: `marsad 0.1.0`. */
  readonly collector: string;
  readonly world?: World;
  /** Largest input in bytes. */
  readonly sizeLimit?: number;
  /** Longest wait for an address, milliseconds. */
  readonly timeLimit?: number;
};

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
};

/** What can be turned into text, by media type. */
const READABLE = /^(?:text\/(?:html|plain|markdown)|application\/xhtml\+xml)$/;

const isAddress = (input: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(input);

const tooLarge = (name: string, size: string, limit: number): Failure =>
  new Failure('too-large', `${name} is ${size}; the limit is ${inMegabytes(limit)}. Cut it into single reports.`);

/** What the first bytes say of a file that is no text. */
const SIGNATURES: readonly (readonly [name: string, start: string])[] = [
  ['a PDF', '%PDF'],
  ['a ZIP archive or Office document', 'PK\x03\x04'],
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['compressed (gzip)', '\x1f\x8b'],
];

const checkBytes = (name: string, bytes: Uint8Array): void => {
  if (bytes.length === 0) throw new Failure('empty', `${name} is empty: there is nothing to read.`);
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const known = SIGNATURES.find(([, start]) => head.startsWith(start));
  if (known || isBinary(bytes))
    throw new Failure(
      'binary',
      `${name} is ${known ? known[0] : 'a binary file'}, not text. Marsad reads plain text and HTML; save it as one of these.`,
    );
};

const captureOf = (bytes: Uint8Array, rest: Omit<Capture, 'id' | 'bytes'>): Captured => ({
  capture: { id: sha256Hex(bytes), bytes: bytes.length, ...rest },
  bytes,
});

const fromFile = async (path: string, options: Required<CaptureOptions>): Promise<Captured> => {
  const { world, sizeLimit } = options;
  const full = resolve(path);
  let size: number;
  try {
    const found = await world.stat(full);
    if (found.isDirectory()) throw new Failure('is-folder', `${path} is a folder. Name the files in it: ${path}/*`);
    if (!found.isFile()) throw new Failure('not-a-file', `${path} is no ordinary file.`);
    size = found.size;
  } catch (error) {
    throw fileFailure(path, error);
  }
  // Asked before reading: a film must not be loaded into memory only to be refused.
  if (size > sizeLimit) throw tooLarge(path, inMegabytes(size), sizeLimit);
  const bytes = await world.readFile(full).catch((error: unknown) => {
    throw fileFailure(path, error);
  });
  return captureOfBytes(bytes, path, options);
};

/**
 * Bytes that are already at hand, as a capture: of a file, or of standard input.
 * @param name path or words for it; its ending, else the first bytes, say what it is
 * @throws Failure `empty`, `binary`
 */
export const captureOfBytes = (
  bytes: Uint8Array,
  name: string,
  { collector, world = realWorld }: Pick<CaptureOptions, 'collector' | 'world'>,
): Captured => {
  checkBytes(name, bytes);
  const opening = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart();
  const mediaType =
    MEDIA_TYPES[extname(name).toLowerCase()] ??
    (/^<(?:!doctype html|html)\b/i.test(opening) ? 'text/html' : 'text/plain');
  return captureOf(bytes, {
    address: `file:${basename(name)}`,
    fetchedAt: world.now().toISOString(),
    mediaType,
    collector,
  });
};

const fileFailure = (path: string, error: unknown): unknown => {
  if (!(error instanceof Error) || !('code' in error) || error instanceof Failure) return error;
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return new Failure('not-found', `There is no file «${path}». Check the path.`);
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return new Failure('no-access', `${path} may not be read by this user.`);
  return error;
};

/** Why an address could not be fetched, in words. Codes are those of Node's network layer. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the name could not be looked up; is this machine online?',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  ETIMEDOUT: 'it did not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it did not answer',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
};

const addressFailure = (address: string, error: unknown, timeLimit: number): Failure => {
  if (error instanceof Failure) return error;
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return new Failure('timeout', `${address} took longer than ${timeLimit / 1000} s. Try again later.`);
  const cause =
    error instanceof Error ? ((error.cause as { code?: string; message?: string } | undefined) ?? error) : {};
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const reason = REASONS[code] ?? (code || (cause as { message?: string }).message || String(error));
  return new Failure('unreachable', `${address} cannot be reached: ${reason}.`);
};

/** The body, read piece by piece so that a download that passes the limit stops there. */
const bodyOf = async (response: Response, address: string, limit: number): Promise<Uint8Array> => {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > limit) {
    await response.body?.cancel();
    throw tooLarge(address, inMegabytes(announced), limit);
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.length;
    // Leaving the loop cancels the stream.
    if (size > limit) throw tooLarge(address, `more than ${inMegabytes(limit)}`, limit);
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
};

/** As many hops as the Fetch standard allows is 20; a page that needs more than half of that is a loop. */
const REDIRECT_LIMIT = 10;

const follow = async (address: string, options: Required<CaptureOptions>, signal: AbortSignal) => {
  const redirects: string[] = [];
  for (let at = address; ; ) {
    const response = await options.world.fetch(at, {
      redirect: 'manual',
      signal,
      headers: {
        // Says who asks and that one person wanted this one page.
        'user-agent': `${options.collector.replace(' ', '/')} (fetches single pages for a reader)`,
        accept: 'text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1',
      },
    });
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (!next) return { response, at, redirects };
    await response.body?.cancel();
    if (redirects.length === REDIRECT_LIMIT)
      throw new Failure('redirects', `${address} redirects more than ${REDIRECT_LIMIT} times.`);
    at = new URL(next, at).href;
    if (!/^https?:/.test(at)) throw new Failure('redirects', `${address} redirects to ${at}, which is no web page.`);
    redirects.push(at);
  }
};

const fromAddress = async (address: string, options: Required<CaptureOptions>): Promise<Captured> => {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new Failure('bad-address', `«${address}» is no web address. Marsad fetches http and https.`);
  const signal = AbortSignal.timeout(options.timeLimit);
  try {
    const { response, at, redirects } = await follow(address, options, signal);
    if (!response.ok) {
      await response.body?.cancel();
      throw new Failure(
        'http-status',
        `${address} answered ${response.status} ${response.statusText}`.trim().concat('.'),
      );
    }
    const declared = response.headers.get('content-type') ?? '';
    const mediaType = declared.split(';')[0]?.trim().toLowerCase() || 'text/html';
    if (!READABLE.test(mediaType)) {
      await response.body?.cancel();
      throw new Failure('media-type', `${address} is ${mediaType}. Marsad reads HTML pages and plain text.`);
    }
    const bytes = await bodyOf(response, address, options.sizeLimit);
    checkBytes(address, bytes);
    // A cookie identifies the visit, not the page.
    const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie'));
    return captureOf(bytes, {
      address,
      ...(at !== address && { finalAddress: at }),
      ...(redirects.length > 0 && { redirects }),
      fetchedAt: options.world.now().toISOString(),
      mediaType,
      status: response.status,
      headers,
      collector: options.collector,
    });
  } catch (error) {
    throw addressFailure(address, error, options.timeLimit);
  }
};

/**
 * Fetches one input: an http(s) address, or the path of a file.
 * @throws Failure with one clear line: not-found, is-folder, empty, binary, too-large, bad-address, unreachable, timeout,
 * redirects, http-status, media-type, no-access.
 */
export const captureInput = (input: string, options: CaptureOptions): Promise<Captured> => {
  const filled = { world: realWorld, sizeLimit: SIZE_LIMIT, timeLimit: TIME_LIMIT, ...options };
  return isAddress(input) ? fromAddress(input, filled) : fromFile(input, filled);
};
