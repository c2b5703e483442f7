/** What the movable map draws: no dot for an area, no count of what lies outside the period, no world for one speck. */
import { describe, expect, it } from 'vitest';
import { boundsOf, countIn, dayNumber, dayOf, drawnOf, type MapData, ringAround, wholePeriod } from './data.ts';
import { outlineOf, unbroken } from './outline.ts';

const site = (id: string, km: number, lat: number, lon: number, more = {}) => ({
  id,
  name: { en: id, ar: `م ${id}` },
  lat,
  lon,
  precision: km === 0 ? ('town' as const) : ('district' as const),
  km,
  ...more,
});

const data: MapData = {
  sites: [
    site('town', 0, 34, 40),
    site('district', 25, 35, 41),
    site('land', 250, 33, 44, { outline: '368', precision: 'country' }),
  ],
  records: [
    [[0], 100, 100],
    [[0, 1], 90, 120],
    [[2], 200, 200],
    [[0], null, null],
  ],
  countries: [],
};

describe('a period', () => {
  it('is known by its first and last day', () => {
    expect(wholePeriod(data)).toEqual({ from: 90, to: 200 });
    expect(wholePeriod({ ...data, records: [[[0], null, null]] })).toBeUndefined();
    expect(dayOf(dayNumber('2024-02-29'))).toBe('2024-02-29');
  });
  it.each([
    ['all', undefined, 4, [3, 1, 1]],
    ['what may lie in it', { from: 115, to: 130 }, 1, [1, 1, 0]],
    ['nothing', { from: 130, to: 140 }, 0, [0, 0, 0]],
    ['its last day', { from: 120, to: 120 }, 1, [1, 1, 0]],
  ])('%s', (_what, period, records, bySite) => {
    expect(countIn(data, period)).toEqual({ records, bySite });
  });
});

describe('what is drawn', () => {
  const drawn = drawnOf(data, countIn(data, undefined), 'ar');
  it('has dots for towns alone, rings for areas, outlines for countries, in its language', () => {
    expect(drawn.dots.features.map((one) => one.properties)).toEqual([{ index: 0, records: 3, name: 'م town' }]);
    expect(drawn.areas.features.map((one) => one.properties.name)).toEqual(['م district']);
    expect(drawn.outlines).toEqual(['368']);
    expect(drawn.areaNames.features).toHaveLength(2);
  });
  it('holds nothing of what has no record in the period', () => {
    const none = drawnOf(data, countIn(data, { from: 130, to: 140 }), 'en');
    expect([none.dots, none.areas, none.areaNames].map((one) => one.features.length)).toEqual([0, 0, 0]);
    expect(none.outlines).toEqual([]);
  });
});

describe('shapes', () => {
  it('a ring is as far as it says, on the sphere', () => {
    // 25 km of a meridian: 6371.009 km a radian.
    const [north] = ringAround({ lat: 60, lon: 10, km: 25 });
    expect(north?.[0]).toBeCloseTo(10, 6);
    expect(((north?.[1] ?? 0) - 60) * (Math.PI / 180) * 6371.009).toBeCloseTo(25, 3);
  });
  it('a ring across the date line is one piece', () => {
    expect(
      unbroken(
        [
          [179, 1],
          [-179, 1],
          [-178, 0],
          [179, 1],
        ].map((point) => point as [number, number]),
      ),
    ).toEqual([
      [179, 1],
      [181, 1],
      [182, 0],
      [179, 1],
    ]);
    expect(
      outlineOf({ type: 'Feature', id: '643', properties: {}, geometry: { type: 'Polygon', coordinates: [[]] } }),
    ).toMatchObject({
      properties: { number: '643' },
      geometry: { type: 'MultiPolygon', coordinates: [[[]]] },
    });
  });
  it('a box holds its sites with their areas, and the whole world where there is none', () => {
    expect(boundsOf([site('a', 0, 34, 40), site('b', 0, 36, 37)])).toEqual([
      [36.5, 33.5],
      [40.5, 36.5],
    ]);
    expect(boundsOf([])).toEqual([
      [-150, -50],
      [170, 70],
    ]);
  });
});
