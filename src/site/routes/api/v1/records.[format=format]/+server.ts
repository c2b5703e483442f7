import { askOf } from '../../../../lib/ask.ts';
import { fileAnswer, publicView, unknownKey, wrong } from '../../../../lib/open/answer.ts';
import type { Format } from '../../../../lib/open/formats.ts';
import type { RequestHandler } from './$types';

/** Records as a file: all of them, or those that the address asks for with the same words as the search page. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const key = unknownKey(url.searchParams);
  if (key !== undefined)
    return wrong(400, 'unknown-key', `«${key}» asks nothing here. Use q, type, actor, place, modality, from, to.`);
  const { ask, wrong: mistakes } = askOf(url.searchParams);
  const [mistake] = mistakes;
  if (mistake)
    return mistake.kind === 'day'
      ? wrong(400, 'not-a-day', `«${mistake.value}» is no day. Write it as 2024-12-24.`)
      : wrong(400, 'not-a-value', `«${mistake.value}» is no modality. Use one of the words on /en/method#notation.`);
  return fileAnswer(locals.showcase, publicView(locals.view), ask, params.format as Format, locals.origin);
};
