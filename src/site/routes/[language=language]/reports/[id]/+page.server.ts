import { error } from '@sveltejs/kit';
import { relatedTo } from '../../../../lib/related.ts';
import { words } from '../../../../lib/words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const report = await locals.showcase.report(params.id, locals.view);
  if (!report) error(404, words[locals.view.language].notFoundTitle);
  // The front page is kept for the hour: what it knows of other reports costs nothing more.
  const { reports } = await locals.showcase.home(locals.view);
  return { report, related: relatedTo(report.id, reports) };
};
