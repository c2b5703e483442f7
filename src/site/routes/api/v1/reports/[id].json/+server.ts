import { jsonAnswer, publicView, wrong } from '../../../../../lib/open/answer.ts';
import type { RequestHandler } from './$types';

/** One report as its page shows it to everybody: its claims with their words, its capture, and as much text as its terms allow. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const report = await locals.showcase.report(params.id, publicView(locals.view));
  if (!report) return wrong(404, 'no-such-report', 'No report that may be shown has this id.');
  const { map: _drawing, ...told } = report;
  return jsonAnswer({ ...told, page: `${locals.origin}/en/reports/${params.id}` });
};
