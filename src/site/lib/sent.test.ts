/** How answers go over the line: packed or not, tagged or not, and not at all. */
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sent } from './sent.ts';

const LONG = 'تقرير report '.repeat(400);
const ask = (headers: Record<string, string> = {}): Request => new Request('http://house.example/en', { headers });
const answer = (text = LONG, headers: Record<string, string> = {}, status = 200): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
const textOf = async (response: Response): Promise<string> => {
  const body = Buffer.from(await response.arrayBuffer());
  return (response.headers.get('content-encoding') === 'gzip' ? gunzipSync(body) : body).toString('utf8');
};

describe('an answer', () => {
  it.each<[string, string | undefined, Response, boolean]>([
    ['where it can be unpacked', 'gzip, br', answer(), true],
    ['by weight', 'br;q=1, gzip;q=0.5', answer(), true],
    ['not where it is refused', 'gzip;q=0', answer(), false],
    ['not where nothing is said', undefined, answer(), false],
    ['not where it is short', 'gzip', answer('short'), false],
    ['not a picture', 'gzip', answer(LONG, { 'content-type': 'image/png' }), false],
    ['not one that is packed', 'gzip', answer(LONG, { 'content-encoding': 'br' }), false],
    ['a file as it streams', 'gzip', answer(LONG, { 'content-disposition': 'attachment; filename="a.csv"' }), true],
  ])('is packed %s', async (_where, accepts, given, packed) => {
    const response = await sent(ask(accepts === undefined ? {} : { 'accept-encoding': accepts }), given, false);
    expect(response.headers.get('content-encoding') === 'gzip').toBe(packed);
    if (packed) expect(await textOf(response)).toBe(LONG);
    if (packed) expect(response.headers.get('vary')).toBe('accept-encoding');
  });

  it('is tagged by what it holds, and not sent again to whoever holds it', async () => {
    const first = await sent(ask(), answer(), false);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    for (const held of [tag, `W/${tag}`, `"other", W/${tag}`, '*']) {
      const again = await sent(
        ask({ 'if-none-match': held, 'accept-encoding': 'gzip' }),
        answer(LONG, { 'cache-control': 'no-cache' }),
        false,
      );
      expect([again.status, await again.text(), again.headers.get('cache-control')]).toEqual([304, '', 'no-cache']);
    }
    for (const [text, held] of [
      [`${LONG}.`, tag],
      [LONG, '"other"'],
    ] as const)
      expect((await sent(ask({ 'if-none-match': held }), answer(text), false)).status).toBe(200);
  });

  it('keeps a tag that it has, weak where it is packed', async () => {
    const packed = await sent(ask({ 'accept-encoding': 'gzip' }), answer(LONG, { etag: '"a"' }), false);
    expect(packed.headers.get('etag')).toBe('W/"a"');
  });

  it('of the owner has no tag, and a mistake is sent as it is', async () => {
    const own = await sent(ask({ 'if-none-match': '*' }), answer(LONG, { etag: '"a"' }), true);
    expect([own.status, own.headers.get('etag')]).toEqual([200, null]);
    const lost = answer(LONG, {}, 404);
    expect(await sent(ask({ 'accept-encoding': 'gzip' }), lost, false)).toBe(lost);
  });
});
