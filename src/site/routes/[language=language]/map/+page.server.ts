import { askOf } from '../../../lib/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = askOf(url.searchParams);
  const { text: _text, page: _page, ...ask } = asked.ask;
  return { found: await locals.showcase.map(locals.view, ask), asked: { ...asked, ask } };
};
