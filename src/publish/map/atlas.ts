/** Country outlines of Natural Earth (world-atlas on npm), read once. */
import { createRequire } from 'node:module';
import type { GeoPermissibleObjects } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import countries from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Language } from '../../model/index.ts';

type Shape = Feature<Polygon | MultiPolygon, { readonly name: string }>;

/** A country with the box that it fits in, so that those far from a map need not be projected. */
export type Country = {
  readonly shape: GeoPermissibleObjects;
  /** ISO 3166-1 numeric; absent for a few that the base draws and the standard does not hold. */
  readonly numeric?: string;
  readonly english: string;
  readonly box: readonly [west: number, south: number, east: number, north: number];
};

// `import … with { type: 'json' }` warns on Node 20; require reads the same files without a word.
const require = createRequire(import.meta.url);

/** Outlines for maps of one country or a few, and coarser ones for wider maps. */
export type Detail = '50m' | '110m';

const read: Partial<Record<Detail, readonly Country[]>> = {};

export const countriesAt = (detail: Detail): readonly Country[] => {
  const known = read[detail];
  if (known) return known;
  const topology = require(`world-atlas/countries-${detail}.json`) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const shapes = feature(topology, topology.objects.countries).features as readonly Shape[];
  const all = shapes.map((shape) => ({
    shape,
    ...(shape.id === undefined ? {} : { numeric: String(shape.id) }),
    english: shape.properties.name,
    box: boxOf(shape),
  }));
  read[detail] = all;
  return all;
};

const boxOf = ({ geometry }: Shape): Country['box'] => {
  let [west, south, east, north] = [180, 90, -180, -90];
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  for (const ring of rings)
    for (const [lon = 0, lat = 0] of ring) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  return [west, south, east, north];
};

let hasArabic = false;

/** Name of a country in a language; the base's own English name, the ISO list's Arabic one. */
export const countryName = (country: Country, language: Language): string | undefined => {
  if (language === 'en') return country.english;
  if (!hasArabic) {
    countries.registerLocale(require('i18n-iso-countries/langs/ar.json'));
    hasArabic = true;
  }
  return country.numeric ? countries.getName(country.numeric, 'ar') : undefined;
};

/** Is this the country of an ISO 3166-1 alpha-2 code? */
export const isCountry = (country: Country, alpha2: string): boolean =>
  country.numeric !== undefined && countries.alpha2ToNumeric(alpha2) === country.numeric;
