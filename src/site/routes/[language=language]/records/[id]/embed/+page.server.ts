import { error } from '@sveltejs/kit';
import { publicView } from '../../../../../lib/open/answer.ts';
import { words } from '../../../../../lib/words.ts';
import type { PageServerLoad } from './$types';

/** What stands in somebody else's page is public, whoever looks. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { language } = locals.view;
  const record = await locals.showcase.record(params.id, { ...publicView(locals.view), language });
  if (!record) error(404, words[language].notFoundTitle);
  return { record };
};
