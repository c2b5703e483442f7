/** Country outlines of Natural Earth (world-atlas on npm), read once. */
import { createRequire } from 'node:module';
import { geoArea, geoCentroid } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import countries from 'i18n-iso-countries';
import { feature, merge, mesh } from 'topojson-client';
import type { Polygon as Area, GeometryCollection, MultiPolygon as Ring, Topology } from 'topojson-specification';
import type { Language } from '../../model/index.ts';
import { type Box, boxAround, type Line, linesOf, polygonsOf } from './plane.ts';

type Shape = Feature<Polygon | MultiPolygon, { readonly name: string }>;

/** A country on the plane, with the box that it fits in, so that those far from a map need not be looked at. */
export type Country = {
  readonly shape: Shape;
  readonly polygons: readonly (readonly Line[])[];
  readonly box: Box;
  /** ISO 3166-1 numeric; absent for a few that the base draws and the standard does not hold. */
  readonly numeric?: string;
  readonly english: string;
  /** Which one of the base it is. */
  readonly at: number;
};

// `import … with { type: 'json' }` warns on Node 20; require reads the same files without a word.
const require = createRequire(import.meta.url);

/** Outlines for maps of one country or a few, and coarser ones for wider maps. */
export type Detail = '50m' | '110m';

type Outlines = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** The base as it comes: outlines that share their borders. */
export const topologyAt = (detail: Detail): Outlines => require(`world-atlas/countries-${detail}.json`) as Outlines;

const read: Partial<Record<Detail, readonly Country[]>> = {};

export const countriesAt = (detail: Detail): readonly Country[] => {
  const known = read[detail];
  if (known) return known;
  const topology = topologyAt(detail);
  const shapes = feature(topology, topology.objects.countries).features as readonly Shape[];
  const all = shapes.map((shape, at) => {
    const polygons = polygonsOf(shape.geometry);
    return {
      shape,
      polygons,
      box: boxAround(polygons.flat()),
      at,
      ...(shape.id === undefined ? {} : { numeric: String(shape.id) }),
      english: shape.properties.name,
    };
  });
  read[detail] = all;
  return all;
};

export type Land = { readonly land: readonly (readonly Line[])[]; readonly borders: readonly Line[] };

/** Lands that are kept: maps of one region show the same countries. */
const LANDS = 64;
const lands = new Map<string, Land>();

/** The land of these countries as one shape, and the borders between them as one line: none is told twice. */
export const landOf = (detail: Detail, countries: readonly Country[]): Land => {
  const key = `${detail} ${countries.map(({ at }) => at).join(' ')}`;
  const known = lands.get(key);
  if (known) return known;
  const topology = topologyAt(detail);
  const geometries = countries.map(({ at }) => topology.objects.countries.geometries[at]) as (Area | Ring)[];
  const made = {
    land: polygonsOf(merge(topology, geometries)),
    borders: linesOf(
      mesh(topology, { type: 'GeometryCollection', geometries } as GeometryCollection, (one, other) => one !== other),
    ),
  };
  lands.set(key, made);
  for (const old of lands.keys()) if (lands.size > LANDS) lands.delete(old);
  return made;
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

/** ISO 3166-1 numeric of an alpha-2 code, as outlines are numbered by. */
export const numericOf = (alpha2: string): string | undefined => countries.alpha2ToNumeric(alpha2);

/** Is this the country of an ISO 3166-1 alpha-2 code? */
export const isCountry = (country: Country, alpha2: string): boolean =>
  country.numeric !== undefined && numericOf(alpha2) === country.numeric;

export type CountryLabel = { readonly name: string; readonly lat: number; readonly lon: number };

const labels: Partial<Record<Language, readonly CountryLabel[]>> = {};

/** Names of countries, each in the middle of its largest piece; the largest first. */
export const countryLabels = (language: Language): readonly CountryLabel[] => {
  labels[language] ??= countriesAt('110m')
    .flatMap((country) => {
      const name = countryName(country, language);
      const { geometry } = country.shape;
      const pieces = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(
        (coordinates) => ({ type: 'Polygon', coordinates }) as const,
      );
      const [largest] = pieces.map((piece) => ({ piece, area: geoArea(piece) })).sort((a, b) => b.area - a.area);
      if (!name || !largest) return [];
      const [lon, lat] = geoCentroid(largest.piece);
      return [{ name, lat: Math.round(lat * 100) / 100, lon: Math.round(lon * 100) / 100, area: largest.area }];
    })
    .sort((a, b) => b.area - a.area)
    .map(({ area: _, ...label }) => label);
  return labels[language];
};
