/** The plane against d3-geo, which projects and clips on the sphere: the same areas, the same middles, at the date line and a pole, too. */
import { geoMercator, geoPath } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { countriesAt } from './atlas.ts';
import { type Box, easting, measured, northing, piecesIn, polygonsOf, ringsIn } from './plane.ts';

const windowAt = (lon: number, lat: number, halfWidth: number, halfHeight: number): Box => ({
  west: easting(lon) - halfWidth,
  east: easting(lon) + halfWidth,
  south: northing(lat) - halfHeight,
  north: northing(lat) + halfHeight,
});

describe('a country in a frame', () => {
  it.each([
    ['Syria', 38, 35, 900],
    ['Syria', 41, 37, 3000],
    ['Algeria', 5, 25, 2000],
    ['Russia', 90, 60, 800],
    ['Russia', 179, 66, 900],
    ['Russia', -178, 66, 900],
    ['Fiji', 179.5, -17, 4000],
    ['United States of America', -100, 49, 1500],
    ['Antarctica', 20, -78, 900],
    ['Canada', -80, 70, 500],
  ])('%s around %s, %s at scale %s', (name, lon, lat, scale) => {
    const country = countriesAt('50m').find((one) => one.english === name);
    if (!country) throw new Error(`no ${name}`);
    const [width, height] = [480, 320];
    const path = geoPath(
      geoMercator()
        .rotate([-lon, 0])
        .center([0, lat])
        .scale(scale)
        .translate([width / 2, height / 2])
        // Without it d3 bends long straight borders, such as the 49th parallel, into great circles.
        .precision(0)
        .clipExtent([
          [0, 0],
          [width, height],
        ]),
    );
    const found = measured(country.polygons, windowAt(lon, lat, width / 2 / scale, height / 2 / scale));
    expect(found.area * scale ** 2).toBeCloseTo(path.area(country.shape), -1.5);
    const [x, y] = path.centroid(country.shape);
    expect(width / 2 + scale * (found.x - easting(lon))).toBeCloseTo(x, 0);
    expect(height / 2 - scale * (found.y - northing(lat))).toBeCloseTo(y, 0);
  });
});

describe('cutting', () => {
  const [ring] = polygonsOf({
    type: 'Polygon',
    coordinates: [
      [
        [170, -10],
        [-170, -10],
        [-170, 10],
        [170, 10],
        [170, -10],
      ],
    ],
  }).flat();

  it.each([
    ['east of the date line', -175, 1],
    ['west of it', 175, 1],
    ['far from it', 0, 0],
  ])('finds a ring across the date line %s', (_where, lon, times) => {
    expect(ring && ringsIn(ring, windowAt(lon, 0, 0.2, 0.2))).toHaveLength(times);
  });

  it('takes of a line the pieces within, each as often as it comes in', () => {
    const zigzag = {
      points: Float64Array.from([-2, 0, 2, 0, 2, 0.5, -2, 0.5]),
      box: { west: -2, east: 2, south: 0, north: 0.5 },
    };
    expect(piecesIn(zigzag, { west: -1, south: -1, east: 1, north: 1 })).toEqual([
      [-1, 0, 1, 0],
      [1, 0.5, -1, 0.5],
    ]);
    expect(piecesIn(zigzag, { west: -1, south: 0.6, east: 1, north: 1 })).toEqual([]);
  });
});
