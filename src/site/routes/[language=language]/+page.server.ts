import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ home: await locals.showcase.home(locals.view) });
