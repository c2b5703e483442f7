/** What the movable map fetched → what it draws for a period. No browser in here. */
import type { PublicMapData, Site } from '../../../publish/pages.ts';

export type MapData = Pick<PublicMapData, 'sites' | 'records' | 'countries'>;

/** Days since 1970, both included. */
export type Period = { readonly from: number; readonly to: number };

const DAY = 86_400_000;

export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
export const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** From the first day on which anything may have happened to the last; `undefined` where nothing has a date. */
export const wholePeriod = ({ records }: MapData): Period | undefined => {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [, first, last] of records) {
    if (first !== null && first < from) from = first;
    if (last !== null && last > to) to = last;
  }
  return from <= to ? { from, to } : undefined;
};

export type Counted = { readonly records: number; readonly bySite: readonly number[] };

/**
 * Records that may have happened within the period, for each site.
 * @param period none: all of them, those without a date too
 */
export const countIn = ({ sites, records }: MapData, period: Period | undefined): Counted => {
  const bySite = sites.map(() => 0);
  let count = 0;
  for (const [places, from, to] of records) {
    if (period && (from === null || to === null || to < period.from || from > period.to)) continue;
    count += 1;
    for (const place of places) bySite[place] = (bySite[place] ?? 0) + 1;
  }
  return { records: count, bySite };
};

type Feature<G> = { readonly type: 'Feature'; readonly properties: Record<string, unknown>; readonly geometry: G };
type Collection<G> = { readonly type: 'FeatureCollection'; readonly features: readonly Feature<G>[] };
type Point = { readonly type: 'Point'; readonly coordinates: readonly [number, number] };
type Polygon = { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly [number, number])[])[] };

/** Kilometres: WGS 84 mean radius, as on the maps that the server draws. */
const EARTH_KM = 6371.009;
const CORNERS = 64;

/** A ring of points at a distance around a point, on the sphere. */
export const ringAround = ({
  lat,
  lon,
  km,
}: Pick<Site, 'lat' | 'lon' | 'km'>): readonly (readonly [number, number])[] => {
  const radians = Math.PI / 180;
  const angle = km / EARTH_KM;
  const y = lat * radians;
  const ring = Array.from({ length: CORNERS }, (_, corner): readonly [number, number] => {
    const bearing = (corner / CORNERS) * 2 * Math.PI;
    const north = Math.asin(Math.sin(y) * Math.cos(angle) + Math.cos(y) * Math.sin(angle) * Math.cos(bearing));
    const east = Math.atan2(
      Math.sin(bearing) * Math.sin(angle) * Math.cos(y),
      Math.cos(angle) - Math.sin(y) * Math.sin(north),
    );
    return [lon + east / radians, north / radians];
  });
  return [...ring, ring[0] as readonly [number, number]];
};

/** A name for the map's own letters: it knows no direction marks. */
const labelOf = (site: Site, language: 'en' | 'ar'): string =>
  site.name[language] ?? site.name.en ?? site.name.ar ?? '';

const collection = <G>(features: readonly Feature<G>[]): Collection<G> => ({ type: 'FeatureCollection', features });

export type Drawn = {
  /** Towns and points: they may be gathered into clusters. */
  readonly dots: Collection<Point>;
  /** Areas that a place may lie in, the largest first. */
  readonly areas: Collection<Polygon>;
  /** Where an area's name stands. */
  readonly areaNames: Collection<Point>;
  /** Outlines that are tinted. */
  readonly outlines: readonly string[];
};

/** What is drawn of the sites that have records. A whole country is its outline; where none is known, its ring. */
export const drawnOf = ({ sites }: MapData, { bySite }: Counted, language: 'en' | 'ar'): Drawn => {
  const marked = sites.flatMap((site, index) => {
    const records = bySite[index] ?? 0;
    return records > 0 ? [{ site, records, properties: { index, records, name: labelOf(site, language) } }] : [];
  });
  const point = ({ site, properties }: (typeof marked)[number]): Feature<Point> => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: [site.lon, site.lat] },
  });
  const areas = marked.filter(({ site }) => site.km > 0).sort((a, b) => b.site.km - a.site.km);
  return {
    dots: collection(marked.filter(({ site }) => site.km === 0).map(point)),
    areas: collection(
      areas
        .filter(({ site }) => site.outline === undefined)
        .map(({ site, properties }) => ({
          type: 'Feature',
          properties,
          geometry: { type: 'Polygon', coordinates: [ringAround(site)] },
        })),
    ),
    areaNames: collection(areas.map(point)),
    outlines: marked.flatMap(({ site }) => site.outline ?? []),
  };
};

/** The corner points of a box around all sites, their areas included; the whole world where there is none. */
export const boundsOf = (
  sites: readonly Site[],
): readonly [readonly [west: number, south: number], readonly [east: number, north: number]] => {
  if (sites.length === 0)
    return [
      [-150, -50],
      [170, 70],
    ];
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const site of sites) {
    // Half a degree of air around a town; a degree of latitude is about 111 km.
    const room = Math.max(0.5, Math.min(site.km, 300) / 111);
    west = Math.min(west, site.lon - room);
    east = Math.max(east, site.lon + room);
    south = Math.min(south, site.lat - room);
    north = Math.max(north, site.lat + room);
  }
  return [
    [west, Math.max(-80, south)],
    [east, Math.min(80, north)],
  ];
};
