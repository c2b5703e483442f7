import { publicView } from '../../../lib/open/answer.ts';
import type { PageServerLoad } from './$types';

/** Examples are made of what is here, so that each of them answers with something. */
export const load: PageServerLoad = async ({ locals }) => {
  const view = publicView(locals.view);
  const [found, home, offers] = [
    await locals.showcase.records(view, {}),
    await locals.showcase.home(view),
    (await locals.showcase.search(view, {}))?.offers,
  ];
  return {
    total: found?.total ?? 0,
    record: found?.lines[0]?.id,
    day: found?.lines.flatMap(({ time }) => time.latest ?? time.earliest ?? [])[0],
    modality: found?.lines.find(({ modality }) => modality !== 'asserted')?.modality ?? 'asserted',
    report: home.reports[0]?.id,
    type: offers?.types[0]?.id,
    actor: offers?.actors[0]?.id,
    place: offers?.places[0],
  };
};
