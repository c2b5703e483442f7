import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  corrections: (await locals.showcase.corrections?.(locals.view)) ?? [],
});
