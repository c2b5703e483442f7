/** Regions of the world → points to show them at: data/places/regions.tsv over the shapes of world-atlas. */
import { createRequire } from 'node:module';
import { geoCentroid, geoContains, geoDistance } from 'd3-geo';
import type { GeometryObject, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { badData, expectColumns, listOf, need, type Table } from '../../src/load/index.ts';
import { type Point, rounded } from './divisions.ts';
import { type City, countryShapes } from './geo.ts';

const require = createRequire(import.meta.url);

type Land = Polygon & { readonly box: readonly [west: number, south: number, east: number, north: number] };

const boxOf = (ring: readonly (readonly number[])[]): Land['box'] => {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [x, y] of ring as readonly (readonly [number, number])[]) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
};

/** Single polygons of the land of the world, cut by no border: an island is one of them. */
const landPolygons = (): readonly Land[] => {
  const atlas = require('world-atlas/land-10m.json') as Topology<{ land: GeometryCollection }>;
  const shapes = feature(atlas, atlas.objects.land);
  return shapes.features.flatMap(({ geometry }) => {
    const land = geometry as Polygon | MultiPolygon;
    const parts = land.type === 'Polygon' ? [land.coordinates] : land.coordinates;
    return parts.map((coordinates): Land => ({ type: 'Polygon', coordinates, box: boxOf(coordinates[0]!) }));
  });
};

/** A coarse look first: nearly all of the thousands of polygons lie elsewhere. */
const isNear = ({ box: [west, south, east, north] }: Land, lon: number, lat: number): boolean =>
  west - 0.1 <= lon && lon <= east + 0.1 && south - 0.1 <= lat && lat <= north + 0.1;

/** A harbour that the simplified shore leaves in the water is taken for the land within this many radians (13 km). */
const SHORE = 0.002;
const shoreTo = ({ coordinates }: Polygon, lon: number, lat: number): number =>
  Math.min(...coordinates[0]!.map(([x, y]) => geoDistance([x!, y!], [lon, lat])));

const lengthOf = ({ coordinates }: Polygon): number => coordinates[0]!.length;

const middle = (shape: Parameters<typeof geoCentroid>[0]): Point => {
  const [lon, lat] = geoCentroid(shape);
  return { lat: rounded(lat), lon: rounded(lon) };
};

/**
 * Beyond this, in radians (800 km), the middle of a region is far from most of what lies in it: a continent is no point,
 * and is told without one.
 */
const WIDEST = 0.126;

/** @returns points by id, `place:africa` */
export const regionPoints = (table: Table, base: ReadonlyMap<number, City>): ReadonlyMap<string, Point> => {
  expectColumns(table, ['id', 'members', 'island']);
  const shapes = countryShapes();
  let land: readonly Land[] | undefined;
  return new Map(
    table.rows.flatMap((row): readonly (readonly [string, Point])[] => {
      const id = `place:${need(row, 'id')}`;
      const { island } = row.cells;
      if (island !== undefined) {
        const city = base.get(Number(island));
        if (!city) throw badData(row.where, `GeoNames ${island} is not in cities500`);
        const [lon, lat] = city.loc.coordinates;
        land ??= landPolygons();
        // The smallest first: an island in a bay lies in the box of the mainland too.
        const near = land.filter((polygon) => isNear(polygon, lon, lat)).sort((a, b) => lengthOf(a) - lengthOf(b));
        const own =
          near.find((polygon) => geoContains(polygon, [lon, lat])) ??
          near.find((polygon) => shoreTo(polygon, lon, lat) < SHORE);
        if (!own) throw badData(row.where, `${city.name} lies on no land of world-atlas`);
        return [[id, middle(own)]];
      }
      const members = listOf(row, 'members').map((code) => {
        const shape = shapes.get(code);
        if (!shape) throw badData(row.where, `world-atlas has no shape of «${code}»`);
        return shape.geometry;
      });
      if (members.length === 0) throw badData(row.where, 'a region needs members or an island');
      const whole = middle({ type: 'GeometryCollection', geometries: members as GeometryObject[] } as never);
      const wide = members.some((one) => geoDistance(geoCentroid(one as never), [whole.lon, whole.lat]) > WIDEST);
      return wide ? [] : [[id, whole]];
    }),
  );
};
