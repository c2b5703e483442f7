import { error } from '@sveltejs/kit';
import { relatedTo } from '../../../../lib/related.ts';
import { type Tag, tagsOf } from '../../../../lib/tags.ts';
import { words } from '../../../../lib/words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const report = await locals.showcase.report(params.id, locals.view);
  if (!report) error(404, words[locals.view.language].notFoundTitle);
  // The front page is kept for the hour: what it knows of other reports costs nothing more.
  const { reports } = await locals.showcase.home(locals.view);
  const tags = tagsOf(report);
  const ids = (of: readonly Tag[]): readonly string[] => of.flatMap(({ id }) => id ?? []);
  const [actors, places] = [
    await locals.showcase.there('actor', ids(tags.actors), locals.view),
    await locals.showcase.there('place', ids(tags.places), locals.view),
  ];
  return { report, related: relatedTo(report.id, reports), linked: { actors, places } };
};
