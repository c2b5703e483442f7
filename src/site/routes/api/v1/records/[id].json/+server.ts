import { addresses, jsonAnswer, publicView, wrong } from '../../../../../lib/open/answer.ts';
import type { RequestHandler } from './$types';

/** One record with all that it rests on: its claims, their words, who says so, and the captures. `?version=N` an older one. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const asked = url.searchParams.get('version');
  if (asked !== null && !/^[1-9]\d{0,6}$/.test(asked))
    return wrong(400, 'not-a-version', `«${asked}» is no version. Versions are numbers from 1.`);
  const record = await locals.showcase.record(
    params.id,
    publicView(locals.view),
    asked === null ? undefined : Number(asked),
  );
  if (!record) return wrong(404, 'no-such-record', 'No record that may be shown has this id and version.');
  const { map: _drawing, ...told } = record;
  return jsonAnswer({ ...told, page: addresses(locals.origin).page(params.id) });
};
