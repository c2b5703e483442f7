import { error } from '@sveltejs/kit';
import { askOf } from '../../../lib/ask.ts';
import { words } from '../../../lib/words.ts';
import type { PageServerLoad } from './$types';

const NONE = { lines: [], page: 1, pages: 1 } as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { page } = askOf(url.searchParams).ask;
  const { corrections } = locals.showcase;
  const found = corrections ? await corrections(locals.view, page) : NONE;
  if (!found) error(404, words[locals.view.language].notFoundTitle);
  return { corrections: found };
};
