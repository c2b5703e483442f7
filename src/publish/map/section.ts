/** Which piece of the earth a map begins with: where most of what is told lies, not the box around everything. */
import { geoDistance } from 'd3-geo';
import type { Site } from './sites.ts';

/** Kilometres: WGS 84 mean radius (2a + b) / 3 of the ellipsoid's axes 6378.137 and 6356.752. */
export const EARTH_KM = 6371.009;

/** Places no farther apart than this fit on one map that still shows which town is which. Marsad's own choice. */
const ONE_MAP_KM = 2600;
/** How far around its heart a map of a region reaches: half of the same. */
const REACH_KM = ONE_MAP_KM / 2;
/** So few places are all shown, however far apart: a record of two countries is about both. */
const FEW = 4;
/** A region that holds this share of what is told is what the map is about; else it is about all of it. */
const MOST = 0.6;

const kmBetween = (a: Site, b: Site): number => geoDistance([a.lon, a.lat], [b.lon, b.lat]) * EARTH_KM;

const recordsOf = (sites: readonly Site[]): number => sites.reduce((sum, site) => sum + site.records, 0);

/**
 * The sites that a map is drawn around: all of them where they are few or lie near each other; else those of the region that holds
 * most of the records, if there is one; else all again. Whole countries have no say where anything finer is told: the
 * middle of a large country is a point that nothing happened at.
 * @param sites not empty
 */
export const sectionOf = (sites: readonly Site[]): readonly Site[] => {
  const finer = sites.filter((site) => site.precision !== 'country');
  const all = finer.length > 0 ? finer : sites;
  if (all.length <= FEW) return all;
  const around = (heart: Site): readonly Site[] => all.filter((site) => kmBetween(heart, site) <= REACH_KM);
  let best: readonly Site[] = [];
  let most = 0;
  for (const heart of all) {
    const near = around(heart);
    const records = recordsOf(near);
    if (records > most) [best, most] = [near, records];
  }
  return most >= MOST * recordsOf(all) ? best : all;
};
