import { error } from '@sveltejs/kit';
import type { PublicHome } from '../../../publish/types.ts';
import { words } from '../../lib/words.ts';
import type { PageServerLoad } from './$types';

/** As much as a front page holds; the rest is on the pages that follow. */
const REPORTS = 12;
const RECORDS = 14;
const NAMES = 12;

const slice = <T>(all: readonly T[], page: number, size: number): readonly T[] =>
  all.slice((page - 1) * size, page * size);

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = url.searchParams.get('page') ?? '1';
  const home: PublicHome = await locals.showcase.home(locals.view);
  const pages = Math.max(1, Math.ceil(home.reports.length / REPORTS), Math.ceil(home.records.length / RECORDS));
  const page = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0;
  if (page < 1 || page > pages) error(404, words[locals.view.language].notFoundTitle);
  return {
    page,
    pages,
    unreviewed: home.records.some((record) => record.review === 'machine-read'),
    reports: slice(home.reports, page, REPORTS),
    records: slice(home.records, page, RECORDS),
    places: home.places.slice(0, NAMES),
    actors: home.actors.slice(0, NAMES),
    map: home.map,
  };
};
