import { askOf } from '../../../../lib/ask.ts';
import type { RequestHandler } from './$types';

/** What the movable map draws, for as long as there are dates: the period is chosen on the map itself. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { text: _, page: __, from: ___, to: ____, ...ask } = askOf(url.searchParams).ask;
  return new Response(JSON.stringify(await locals.showcase.mapData(locals.view, ask)), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
  });
};
