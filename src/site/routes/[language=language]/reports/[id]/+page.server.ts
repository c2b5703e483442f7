import { error } from '@sveltejs/kit';
import { words } from '../../../../lib/words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const report = await locals.showcase.report(params.id, locals.view);
  if (!report) error(404, words[locals.view.language].notFoundTitle);
  return { report };
};
