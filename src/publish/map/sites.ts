/** Places → what a map marks: one site a point, with the size of the area that its precision leaves open. */
import type { Language, PlacePrecision } from '../../model/index.ts';
import { nameFor } from '../sentence/names.ts';
import type { PublicPlace } from '../types.ts';

/**
 * Radius in km of the ring that stands for a place known only so far.
 * - point, town: no ring, as at the scale of these maps a town is a dot.
 * - province 65: a circle as large as the mean province of Syria, 185,734 km² (its outline in world-atlas 50m, measured
 *   with d3-geo) by 14 first-order divisions (distinct admin-1 codes in GeoNames).
 * - district 25, between 40, region 130: Marsad's own choice, so that the rings stand in the order of their sizes;
 *   no file at hand gives outlines of districts.
 * - country: the country itself is tinted; the ring is only for one whose outline is not known.
 */
export const RADIUS_KM: Readonly<Record<PlacePrecision, number>> = {
  point: 0,
  town: 0,
  district: 25,
  between: 40,
  province: 65,
  region: 130,
  country: 250,
};

export type Site = {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly precision: PlacePrecision;
  readonly country?: string;
  readonly km: number;
  readonly coarsened: boolean;
  readonly records: number;
};

/** Mercator runs to infinity at the poles: nothing nearer to one is drawn. */
const NORTHERNMOST = 84;

/** A place with the number of records that name it; one, unless told. */
export type Told = PublicPlace & { readonly records?: number };

/** Sites of all places that have a point, those named most often first; one for each point and precision. */
export const sitesOf = (places: readonly Told[], language: Language): Site[] => {
  const sites = new Map<string, Site>();
  for (const place of places) {
    const { lat, lon, precision, country } = place;
    if (lat === undefined || lon === undefined || !(Math.abs(lat) <= NORTHERNMOST) || !Number.isFinite(lon)) continue;
    const key = `${lat} ${lon} ${RADIUS_KM[precision]}`;
    const known = sites.get(key);
    sites.set(key, {
      name: nameFor(place.name, language),
      lat,
      lon,
      precision,
      ...(country ? { country } : {}),
      km: RADIUS_KM[precision],
      ...known,
      coarsened: (known?.coarsened ?? false) || place.coarsened === true,
      records: (known?.records ?? 0) + (place.records ?? 1),
    });
  }
  return [...sites.values()].sort((a, b) => b.records - a.records);
};
