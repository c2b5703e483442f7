import { error } from '@sveltejs/kit';
import { askOf } from '../../../lib/ask.ts';
import { words } from '../../../lib/words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = askOf(url.searchParams);
  const { text: _, ...ask } = asked.ask;
  const found = await locals.showcase.timeline(locals.view, ask);
  if (!found) error(404, words[locals.view.language].notFoundTitle);
  return { found, asked: { ...asked, ask } };
};
