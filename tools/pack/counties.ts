/** States and counties of the United States: names and shapes of the Census Bureau, in the npm package us-atlas. */
import { createRequire } from 'node:module';
import { geoCentroid } from 'd3-geo';
import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { PlaceEntry } from '../../src/read/data.ts';
import { divisionKey, type Point, rounded } from './divisions.ts';

const require = createRequire(import.meta.url);
type Atlas = Topology<{
  states: GeometryCollection<{ name: string }>;
  counties: GeometryCollection<{ name: string }>;
}>;

type Shape = { readonly fips: string; readonly name: string; readonly point: Point };

const shapesOf = (kind: 'states' | 'counties'): readonly Shape[] => {
  const atlas = require('us-atlas/counties-10m.json') as Atlas;
  return feature(atlas, atlas.objects[kind]).features.map((shape) => {
    const [lon, lat] = geoCentroid(shape as GeoJSON.Feature<Polygon | MultiPolygon>);
    return { fips: String(shape.id), name: shape.properties.name, point: { lat: rounded(lat), lon: rounded(lon) } };
  });
};

// What the Bureau calls the counties of these states; Alaska's differ one by one.
const LOUISIANA = '22';
const ALASKA = '02';
/** States end here; territories follow. */
const LAST_STATE = 56;
// Cities that are no part of any county: places of the base already. By the Bureau's codes, as us-atlas has them.
const INDEPENDENT = /^(?:11001|24510|29510|32510|51[5-8]\d\d)$/;

/** Counties by `SY.07`-like key and code of the county (`US.OH.049`), and the points of the states. */
export type UnitedStates = {
  readonly counties: ReadonlyMap<string, PlaceEntry>;
  readonly states: ReadonlyMap<string, Point>;
};

/**
 * @param nameOf name of a state by its code in the base (`OH` → Ohio)
 * @param idOf id of the state that a county lies in
 */
export const unitedStates = (
  codes: ReadonlyMap<string, string>,
  idOf: (key: string) => string | undefined,
): UnitedStates => {
  const states = new Map<string, Point>();
  const byFips = new Map<string, string>();
  for (const { fips, name, point } of shapesOf('states')) {
    const code = codes.get(name);
    if (code === undefined) continue;
    byFips.set(fips, code);
    states.set(divisionKey('US', code), point);
  }
  const counties = new Map<string, PlaceEntry>();
  for (const { fips, name, point } of shapesOf('counties')) {
    const code = byFips.get(fips.slice(0, 2));
    if (code === undefined || Number(fips.slice(0, 2)) > LAST_STATE || INDEPENDENT.test(fips)) continue;
    const parent = idOf(divisionKey('US', code));
    if (parent === undefined) continue;
    const nouns = fips.startsWith(LOUISIANA)
      ? ['Parish']
      : fips.startsWith(ALASKA)
        ? ['Borough', 'Census Area']
        : ['County'];
    counties.set(`${divisionKey('US', code)}.${fips.slice(2)}`, {
      id: `place:us-county-${fips}`,
      kind: 'district',
      en: `${name} ${nouns[0]}`,
      aliases: [
        ...(nouns.includes('County') ? [`${name} Co.`] : nouns.slice(1).map((noun) => `${name} ${noun}`)),
        // «De Soto» is DeSoto in the newspapers.
        ...(/^(?:De|La|Le) \p{Lu}/u.test(name) ? [`${name.replace(' ', '')} ${nouns[0]}`] : []),
      ],
      parent,
      country: 'US',
      ...point,
      population: 0,
    });
  }
  return { counties, states };
};
