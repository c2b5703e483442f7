import { error } from '@sveltejs/kit';
import { askOf } from '../../../../lib/ask.ts';
import { intervalWords } from '../../../../lib/dates.ts';
import { words } from '../../../../lib/words.ts';
import type { RequestHandler } from './$types';

/** The newest records of one place, for the movable map's own list: as few words as it shows. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { ask } = askOf(url.searchParams);
  const { language } = locals.view;
  const { text: _, page: __, ...narrow } = ask;
  const found = ask.place === undefined ? undefined : await locals.showcase.site(ask.place, locals.view, narrow);
  if (!found) error(404, words[language].notFoundTitle);
  const { lines, total } = found.records;
  return new Response(
    JSON.stringify({
      total,
      lines: lines.map(({ id, sentence, time, modality, label }) => ({
        id,
        sentence: sentence[language],
        when: intervalWords(time, language),
        modality,
        label: label[language],
      })),
    }),
    { headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' } },
  );
};
