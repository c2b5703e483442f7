/** The finer outlines of the countries around some places, for a map that is moved: all of them would weigh as much as its library. */
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { countriesAt, topologyAt } from './atlas.ts';
import { easting, northing } from './plane.ts';

export type Outlines = Topology<{ countries: GeometryCollection }>;

type Arcs = readonly (number | Arcs)[];

/** The same nesting with each arc under its new number; an arc drawn backwards keeps its sign. */
const renumbered = (arcs: Arcs, numberOf: (arc: number) => number): Arcs =>
  arcs.map((arc) =>
    typeof arc === 'number' ? (arc < 0 ? ~numberOf(~arc) : numberOf(arc)) : renumbered(arc, numberOf),
  );

/** Degrees around the places: what lies farther is hardly looked at from so near. */
const AROUND = 3;

/**
 * Outlines at 1:50 million of the countries that come near these points, as a topology of their own.
 * Empty where there are no points.
 */
export const outlinesNear = (points: readonly { readonly lat: number; readonly lon: number }[]): Outlines => {
  const topology = topologyAt('50m');
  const near = countriesAt('50m').map(({ box: { west, south, east, north } }) =>
    points.some(
      ({ lat, lon }) =>
        easting(lon + AROUND) > west &&
        easting(lon - AROUND) < east &&
        northing(lat + AROUND) > south &&
        northing(lat - AROUND) < north,
    ),
  );
  const numbers = new Map<number, number>();
  const arcs: Outlines['arcs'] = [];
  const numberOf = (arc: number): number => {
    const known = numbers.get(arc);
    if (known !== undefined) return known;
    numbers.set(arc, arcs.length);
    return arcs.push(topology.arcs[arc] as Outlines['arcs'][number]) - 1;
  };
  const geometries = topology.objects.countries.geometries.flatMap((shape, at) => {
    if (!near[at] || !('arcs' in shape)) return [];
    return [{ type: shape.type, id: shape.id, arcs: renumbered(shape.arcs, numberOf) } as unknown as GeometryObject];
  });
  return {
    type: 'Topology',
    ...(topology.transform ? { transform: topology.transform } : {}),
    objects: { countries: { type: 'GeometryCollection', geometries } },
    arcs,
  };
};
