import { askOf, queryOf } from '../../../lib/ask.ts';
import { publicView } from '../../../lib/open/answer.ts';
import { jsonFeedOf, rssOf } from '../../../lib/open/feed.ts';
import { nameIn, words } from '../../../lib/words.ts';
import type { RequestHandler } from './$types';

/** RSS 2.0 or JSON Feed of the newest records; of a kind, an actor or a place where the address asks for it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { language } = locals.view;
  const { text: _, page: __, ...ask } = askOf(url.searchParams).ask;
  const view = { ...publicView(locals.view), language };
  const [found, offers] = [await locals.showcase.records(view, ask), (await locals.showcase.search(view, ask))?.offers];
  const names = [
    offers?.types.find(({ id }) => id === ask.type)?.name,
    offers?.actors.find(({ id }) => id === ask.actor)?.name,
    offers?.places.find(({ id }) => id === ask.place)?.name,
  ].flatMap((name) => (name ? [nameIn(name, language).text] : []));
  const name = locals.showcase.about().name[language];
  const feed = {
    title: [name, ...names].join(' · '),
    about: words[language].motto,
    language,
    origin: locals.origin,
    home: `${locals.origin}/${language}${names.length > 0 ? `/timeline${queryOf(ask)}` : ''}`,
    self: `${locals.origin}${url.pathname}${queryOf(ask)}`,
    lines: found?.lines ?? [],
  };
  const [body, type] =
    params.kind === 'xml' ? [rssOf(feed), 'application/rss+xml'] : [jsonFeedOf(feed), 'application/feed+json'];
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    },
  });
};
