/** How an answer goes over the line: packed where the reader's side can unpack it, and not at all where it has it already. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);

/** Shorter answers are not worth packing: one packet holds them. */
const LEAST = 1200;
/** More would take twice as long for a twentieth less. */
const LEVEL = 5;
const WORDS = /^(?:text\/|application\/(?:json|jsonl|geo\+json|rss\+xml|feed\+json))/;

const packs = (request: Request): boolean =>
  (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .some((one) => /^\s*gzip\s*(?:;(?!\s*q=0(?:\.0*)?\s*$)|$)/.test(one));

/** Whether the reader's side has it, by the weak comparison of RFC 9110. */
const isHeld = (request: Request, tag: string): boolean => {
  const bare = (one: string): string => one.trim().replace(/^W\//, '');
  const held = request.headers.get('if-none-match');
  return held !== null && (held.trim() === '*' || held.split(',').some((one) => bare(one) === bare(tag)));
};

/** What may stay of an answer that is not sent again. */
const KEPT = ['cache-control', 'vary', 'access-control-allow-origin', 'cross-origin-resource-policy'];

/**
 * The answer as it is sent. A file that streams is packed as it streams and has no tag; anything else is tagged by what it
 * holds, so that it need not be sent again.
 * @param own whether it is for the owner alone: that is kept nowhere, and asked for anew each time
 */
export const sent = async (request: Request, response: Response, own: boolean): Promise<Response> => {
  const { headers, status, body } = response;
  if (status !== 200 || body === null || headers.has('content-encoding')) return response;
  if (!WORDS.test(headers.get('content-type') ?? '')) return response;
  headers.append('vary', 'accept-encoding');
  if (headers.has('content-disposition')) {
    if (!packs(request)) return response;
    headers.set('content-encoding', 'gzip');
    // The types of Node and of the web differ in name alone.
    return new Response(body.pipeThrough(new CompressionStream('gzip') as never), { status, headers });
  }
  const whole = Buffer.from(await response.arrayBuffer());
  if (!own) {
    const tag = headers.get('etag') ?? `"${createHash('sha256').update(whole).digest('base64url').slice(0, 22)}"`;
    headers.set('etag', tag);
    if (isHeld(request, tag)) {
      const kept = KEPT.flatMap((name) => {
        const value = headers.get(name);
        return value === null ? [] : [[name, value] as [string, string]];
      });
      return new Response(null, { status: 304, headers: [['etag', tag], ...kept] });
    }
  } else headers.delete('etag');
  if (whole.length < LEAST || !packs(request)) return new Response(whole, { status, headers });
  headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  const tag = headers.get('etag');
  // Packed, it holds the same, and is not the same bytes.
  if (tag && !tag.startsWith('W/')) headers.set('etag', `W/${tag}`);
  return new Response(await pack(whole, { level: LEVEL }), { status, headers });
};
