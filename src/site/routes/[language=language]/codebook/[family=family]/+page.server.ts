import { error } from '@sveltejs/kit';
import { type Family, inFamilies } from '../../../../lib/families.ts';
import { words } from '../../../../lib/words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
  const groups = inFamilies(locals.showcase.codebook?.() ?? []);
  const group = groups.find(({ family }) => family === params.family);
  if (!group) error(404, words[locals.view.language].notFoundTitle);
  return { family: params.family as Family, types: group.types, families: groups.map(({ family }) => family) };
};
