import { error } from '@sveltejs/kit';
import { askOf } from '../../../lib/ask.ts';
import { words } from '../../../lib/words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const index = await locals.showcase.actors(locals.view, askOf(url.searchParams).ask.page);
  if (!index) error(404, words[locals.view.language].notFoundTitle);
  return { index };
};
