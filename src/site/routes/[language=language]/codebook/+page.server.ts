import { FAMILIES } from '../../../lib/families.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  const types = locals.showcase.codebook?.() ?? [];
  return {
    families: FAMILIES.map((family) => ({
      family,
      types: types.filter(({ id }) => id.startsWith(`${family}.`)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    })).filter((group) => group.types.length > 0),
  };
};
