import { inFamilies } from '../../../lib/families.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ families: inFamilies(locals.showcase.codebook?.() ?? []) });
