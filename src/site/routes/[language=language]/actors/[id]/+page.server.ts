import { error } from '@sveltejs/kit';
import { askOf } from '../../../../lib/ask.ts';
import { words } from '../../../../lib/words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { page } = askOf(url.searchParams).ask;
  const found = await locals.showcase.actor(params.id, locals.view, page === undefined ? {} : { page });
  if (!found) error(404, words[locals.view.language].notFoundTitle);
  return { found };
};
