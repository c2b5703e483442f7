import { error } from '@sveltejs/kit';
import { words } from '../../../../lib/words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = url.searchParams.get('version');
  // A version that is no number names no page; it must not fall back to the newest in silence.
  if (asked !== null && !/^[1-9]\d{0,6}$/.test(asked)) error(404, words[locals.view.language].notFoundTitle);
  const record = await locals.showcase.record(params.id, locals.view, asked === null ? undefined : Number(asked));
  if (!record) error(404, words[locals.view.language].notFoundTitle);
  return { record };
};
