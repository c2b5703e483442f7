import { error } from '@sveltejs/kit';
import type { Pages } from '../../../../../publish/pages.ts';
import type { View } from '../../../../../publish/types.ts';
import { relatedTo } from '../../../../lib/related.ts';
import { tagsOf } from '../../../../lib/tags.ts';
import { words } from '../../../../lib/words.ts';
import type { PageServerLoad } from './$types';

/** A page of an actor or a place is there where records are of it; claims name others, too. These pages are kept, as is the index. */
const withPages = async (
  kind: 'actor' | 'place',
  ids: readonly (string | undefined)[],
  pages: Pick<Pages, 'actor' | 'place' | 'actors' | 'places'>,
  view: View,
): Promise<readonly string[]> => {
  const listed = new Set((await pages[`${kind}s`](view))?.lines.map(({ id }) => id));
  const found = await Promise.all(
    ids.map(async (id) => (id !== undefined && (listed.has(id) || (await pages[kind](id, view, {}))) ? [id] : [])),
  );
  return found.flat();
};

export const load: PageServerLoad = async ({ locals, params }) => {
  const report = await locals.showcase.report(params.id, locals.view);
  if (!report) error(404, words[locals.view.language].notFoundTitle);
  // The front page is kept for the hour: what it knows of other reports costs nothing more.
  const { reports } = await locals.showcase.home(locals.view);
  const tags = tagsOf(report);
  const [actors, places] = [
    await withPages(
      'actor',
      tags.actors.map(({ id }) => id),
      locals.showcase,
      locals.view,
    ),
    await withPages(
      'place',
      tags.places.map(({ id }) => id),
      locals.showcase,
      locals.view,
    ),
  ];
  return { report, related: relatedTo(report.id, reports), linked: { actors, places } };
};
