import type { RequestHandler } from './$types';

/** Finer outlines around the places on record, for a map that is looked at from near. */
export const GET: RequestHandler = async ({ locals }) =>
  new Response(JSON.stringify(await locals.showcase.outlines(locals.view)), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
  });
