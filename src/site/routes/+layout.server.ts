import type { LayoutServerLoad } from './$types';

// Reading pages carry no framework code.
export const csr = false;
export const trailingSlash = 'never';

export const load: LayoutServerLoad = ({ locals }) => ({
  language: locals.view.language,
  audience: locals.view.audience,
  asReader: locals.asReader,
  origin: locals.origin,
  today: locals.view.now.slice(0, 10),
  about: locals.showcase.about(),
});
