/** Outlines as the movable map wants them: on a plane without end, where a country across the date line is one piece. */
import type { Feature, Geometry, MultiPolygon, Polygon, Position } from 'geojson';

export type Collection = { readonly type: 'FeatureCollection'; readonly features: readonly Feature[] };

/** ISO 3166-1 numeric. It runs around the pole, which this projection does not have; no report is set there. */
export const ANTARCTICA = '010';

/** A ring whose longitudes go on beyond 180 instead of jumping to the other side. */
export const unbroken = (ring: readonly Position[]): Position[] => {
  let turns = 0;
  let before = ring[0]?.[0] ?? 0;
  return ring.map(([lon = 0, lat = 0]) => {
    if (lon - before > 180) turns -= 360;
    else if (before - lon > 180) turns += 360;
    before = lon;
    return [lon + turns, lat];
  });
};

/** A country with its number as a property, since the library keeps no ids that are words. */
export const outlineOf = ({ geometry, id }: Feature<Geometry | null>): Feature => {
  const shape = geometry as Polygon | MultiPolygon;
  const pieces = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return {
    type: 'Feature',
    properties: { number: id },
    geometry: { type: 'MultiPolygon', coordinates: pieces.map((rings) => rings.map(unbroken)) },
  };
};
