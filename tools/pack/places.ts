/** Countries, curated places and the base → one list of places. */

import { geoDistance } from 'd3-geo';
import { fold } from '../../src/language/index.ts';
import { badData, expectColumns, listOf, need, oneOf, type Table, type TableRow } from '../../src/load/index.ts';
import type { PlaceEntry, PlaceKind } from '../../src/read/data.ts';
import { unitedStates } from './counties.ts';
import { divisionKey, divisionPoints, divisionsOf, type Point, shapesOf } from './divisions.ts';
import { baseCities, type City, countryPoints, kindOf, seatOf } from './geo.ts';
import { foldName, sameName, spellingsOf } from './names.ts';
import { byId, checkParents, countryOf } from './people.ts';
import { regionPoints } from './regions.ts';

export const PLACE_KINDS = [
  'country',
  'province',
  'district',
  'town',
  'village',
  'quarter',
  'crossing',
  'base',
  'facility',
  'river',
  'road',
  'desert',
  'region',
] as const satisfies readonly PlaceKind[];

/** Kinds that are the place that GeoNames has; any other kind is only shown at it. */
const SETTLED: readonly PlaceKind[] = ['town', 'village', 'quarter'];

/** As a person would bear it: «Al Aḩmad» is Ahmad. */
const bareOf = (name: string): string => fold(name).replace(/^(?:a[lrsdntz]|el)[ -]|^ال/, '');

type Names = ReadonlyMap<number, string>;

/** A table of names by GeoNames id (names.ar.tsv). */
const namesOf = (table: Table): Names =>
  new Map(table.rows.map((row) => [Number(need(row, 'geonames')), need(row, table.columns[1]!)]));

const unique = (names: readonly (string | undefined)[], but: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(names.filter((name): name is string => name !== undefined && !but.includes(name))),
];

/** Points by id: a country's code, or `place:` and the id of a curated row. */
const pointsOf = (table: Table): ReadonlyMap<string, Point> => {
  expectColumns(table, ['id', 'lat', 'lon']);
  return new Map(
    table.rows.map((row) => [need(row, 'id'), { lat: Number(need(row, 'lat')), lon: Number(need(row, 'lon')) }]),
  );
};

const EARTH = 6371;
/**
 * Beyond this distance, in km, the largest polygon is not what people mean by the country (Borneo for Indonesia, Russia cut
 * at the 180th degree), and the Factbook's conventional point goes before it. The bound was chosen on development data.
 */
const APART = 270;

/** Measured where the shape is one piece, conventional where it is not. */
const countryPoint = (middle: Point | undefined, told: Point | undefined): Point | undefined => {
  if (!middle || !told) return middle ?? told;
  return geoDistance([middle.lon, middle.lat], [told.lon, told.lat]) * EARTH > APART ? told : middle;
};

const countriesOf = (table: Table, told: ReadonlyMap<string, Point>): readonly PlaceEntry[] => {
  expectColumns(table, ['code', 'en', 'ar', 'aliases_en', 'aliases_ar', 'people_en', 'people_ar']);
  const points = countryPoints();
  const seen = new Set<string>();
  return table.rows.map((row) => {
    const code = countryOf(row, 'code') ?? need(row, 'code');
    if (seen.has(code)) throw badData(row.where, `the country «${code}» stands twice`);
    seen.add(code);
    const middle = points.get(code);
    const point = countryPoint(middle && { lat: middle[1], lon: middle[0] }, told.get(code));
    return {
      id: `country:${code}`,
      kind: 'country',
      en: need(row, 'en'),
      ar: need(row, 'ar'),
      aliases: [...listOf(row, 'aliases_en'), ...listOf(row, 'aliases_ar')],
      country: code,
      ...point,
      population: 0,
      curated: true,
    };
  });
};

/** Row → the city that its `geonames` names, checked by name: a wrong id must not pass. */
const cityOf = (row: TableRow, base: ReadonlyMap<number, City>): City | undefined => {
  const id = row.cells.geonames;
  if (id === undefined) return undefined;
  const city = base.get(Number(id));
  if (!city) throw badData(row.where, `GeoNames ${id} is not in cities500`);
  // A district is named for its seat: «Al-Bukamal District».
  const names = [need(row, 'en'), ...listOf(row, 'aliases_en')].map((name) => name.replace(/ District$/, ''));
  if (!sameName(city.name, names))
    throw badData(row.where, `GeoNames ${id} is «${city.name}» (${city.country}), which the row does not name`);
  const country = countryOf(row);
  if (country && country !== city.country)
    throw badData(row.where, `GeoNames ${id} lies in ${city.country}, the row says ${country}`);
  return city;
};

const point = (city: City): { lat: number; lon: number } => ({
  lat: city.loc.coordinates[1],
  lon: city.loc.coordinates[0],
});

const CURATED_COLUMNS = ['aliases_en', 'aliases_ar', 'parent', 'country', 'geonames', 'admin1', 'note'];

/** The tables of data/places. */
export type PlaceTables = {
  readonly countries: Table;
  readonly curated: readonly Table[];
  readonly divisions: Table;
  readonly arabic: Table;
  /** Given names, folded: a spelling that is one is not taken over. */
  readonly persons: ReadonlySet<string>;
  /** Points of divisions, and divisions that are not GeoNames' first level. */
  readonly shapes: Table;
  /** Points of countries and oceans. */
  readonly world: Table;
  /** Abbreviations of divisions. */
  readonly short: Table;
  /** What regions of the world are made of. */
  readonly regions: Table;
};

/** The tables of data/places and cities500 → all places: countries, divisions, curated ones, then the base. */
export const placesOf = (tables: PlaceTables): readonly PlaceEntry[] => {
  const { countries: countryTable, curated } = tables;
  const arabic = namesOf(tables.arabic);
  for (const table of curated) expectColumns(table, ['id', 'kind', 'en', 'ar'], CURATED_COLUMNS);
  const cities = baseCities();
  const base = new Map(cities.map((city) => [city.cityId, city]));
  const told = new Map([...pointsOf(tables.world), ...regionPoints(tables.regions, base)]);
  const countries = countriesOf(countryTable, told);
  const countryIds = new Set(countries.map((country) => country.id));
  const rows = byId(curated);
  checkParents(rows);
  const middles = divisionPoints(cities);

  const finalId = new Map<string, string>();
  const provinces = new Map<string, string>();
  for (const [id, row] of rows) {
    const kind = oneOf(row, 'kind', PLACE_KINDS);
    const city = cityOf(row, base);
    finalId.set(id, city && SETTLED.includes(kind) ? `geonames:${city.cityId}` : `place:${id}`);
    if (row.cells.admin1 === undefined) continue;
    const key = divisionKey(need(row, 'country'), row.cells.admin1);
    if (!middles.has(key)) throw badData(row.where, `the base has no place with admin-1 code ${key}`);
    if (provinces.has(key)) throw badData(row.where, `the admin-1 code ${key} stands twice`);
    if (city && city.adminCode !== row.cells.admin1)
      throw badData(row.where, `the seat ${city.name} has admin-1 code ${city.adminCode}, the row ${row.cells.admin1}`);
    provinces.set(key, `place:${id}`);
  }
  const parentOf = (row: TableRow): string => {
    const { parent } = row.cells;
    const id = parent === undefined ? undefined : parent.startsWith('country:') ? parent : finalId.get(parent);
    return id ?? `country:${need(row, 'country')}`;
  };
  expectColumns(tables.short, ['country', 'code', 'short']);
  const abbreviations = new Map(
    tables.short.rows.map((row) => [divisionKey(need(row, 'country'), need(row, 'code')), listOf(row, 'short')]),
  );
  const shortOf = (key: string): readonly string[] | undefined => abbreviations.get(key);
  const states = new Map(
    tables.divisions.rows.flatMap(({ cells }) => (cells.country === 'US' ? [[cells.en!, cells.code!]] : [])),
  );
  const { counties, states: statePoints } = unitedStates(
    states,
    (key) => `place:admin1-${key.toLowerCase().replace('.', '-')}`,
  );
  const shapes = shapesOf(tables.shapes);
  const divisions = divisionsOf(
    tables.divisions,
    new Map([...middles, ...shapes.points, ...statePoints]),
    provinces,
    shortOf,
  );
  const above = (city: City): string => {
    const key = divisionKey(city.country, city.adminCode);
    const county = counties.get(`${key}.${city.secondCode}`)?.id;
    return county ?? provinces.get(key) ?? divisions.get(key)?.id ?? `country:${city.country}`;
  };
  const countryAbove = (row: TableRow): string | undefined => {
    const own = countryOf(row);
    const { parent } = row.cells;
    if (own || !parent) return own;
    return parent.startsWith('country:') ? parent.slice('country:'.length) : countryAbove(rows.get(parent)!);
  };

  const taken = new Set<number>();
  const chosen = [...rows].map(([id, row]): PlaceEntry => {
    const kind = oneOf(row, 'kind', PLACE_KINDS);
    const city = cityOf(row, base);
    const settled = city !== undefined && SETTLED.includes(kind);
    if (settled) {
      if (taken.has(city.cityId)) throw badData(row.where, `GeoNames ${city.cityId} stands at two rows`);
      taken.add(city.cityId);
    }
    const en = need(row, 'en');
    const ar = need(row, 'ar');
    const country = city?.country ?? countryAbove(row);
    const unparented = row.cells.parent === undefined;
    const parent = settled && unparented ? above(city) : unparented && !country ? undefined : parentOf(row);
    if (parent?.startsWith('country:') && !countryIds.has(parent))
      throw badData(row.where, `the parent «${parent}» is not in countries.tsv`);
    return {
      id: finalId.get(id)!,
      kind,
      en,
      ar,
      aliases: unique(
        [
          ...listOf(row, 'aliases_en'),
          ...(settled ? [city.name, city.altName || undefined] : []),
          ...listOf(row, 'aliases_ar'),
          ...(settled ? [arabic.get(city.cityId), ...spellingsOf(city)] : []),
        ],
        [en, ar],
      ),
      ...(row.cells.admin1 && country && { code: divisionKey(country, row.cells.admin1) }),
      ...(parent && { parent }),
      ...(country && { country }),
      ...(city
        ? point(city)
        : row.cells.admin1 && country
          ? middles.get(divisionKey(country, row.cells.admin1))
          : told.get(finalId.get(id)!)),
      population: settled ? city.population : 0,
      ...(settled && seatOf(city) !== undefined && { seat: seatOf(city)! }),
      curated: true,
    };
  });

  // A spelling in a list of all languages goes before neither a country nor a city: «Chile» is no town of Turkey.
  const reserved = new Set(
    [
      ...countries.flatMap(({ en, ar, aliases }) => [en, ar, ...aliases]),
      ...[...divisions.values()].flatMap(({ en }) => [en]),
      ...cities.filter(({ population }) => population >= 100_000).map(({ name }) => name),
    ].flatMap((name) => (name ? [foldName(name)] : [])),
  );
  const spellings = (city: City): readonly string[] =>
    spellingsOf(city).filter((name) => !reserved.has(foldName(name)) && !tables.persons.has(bareOf(name)));

  const rest = cities
    .filter((city) => !taken.has(city.cityId))
    .map((city): PlaceEntry => {
      const ar = arabic.get(city.cityId);
      const parent = above(city);
      return {
        id: `geonames:${city.cityId}`,
        kind: kindOf(city),
        en: city.name,
        ...(ar && { ar }),
        aliases: unique([city.altName || undefined, ...spellings(city)], [city.name, ar]),
        ...(countryIds.has(parent) || !parent.startsWith('country:') ? { parent } : {}),
        country: city.country,
        ...point(city),
        population: city.population,
        ...(seatOf(city) !== undefined && { seat: seatOf(city)! }),
      };
    });
  return [...countries, ...divisions.values(), ...counties.values(), ...shapes.districts, ...chosen, ...rest];
};
