/** The piece of the earth that a drawn map shows, and how it lies on the paper. */
import { type GeoPermissibleObjects, type GeoProjection, geoCircle, geoMercator } from 'd3-geo';
import { type Country, countriesAt } from './atlas.ts';
import { LEAST, outlineOf } from './outline.ts';
import { type Box, easting, type Line, measured, northing, piecesIn, ringsIn } from './plane.ts';
import { EARTH_KM } from './section.ts';
import type { Site } from './sites.ts';

export type Size = { readonly width: number; readonly height: number };

/** Of the whole drawing, pixels. */
export const SIZE: Size = { width: 480, height: 320 };
/** Room around the marks, pixels. */
const PADDING = 36;
/** Outlines are cut this far outside the frame, so that the cut itself is not seen. */
const BLEED = 12;
/**
 * No map shows less than this across: nearer, the reader no longer sees which country it is, and borders of a base at
 * 1:50 million are wrong by more than the eye forgives.
 */
const LEAST_KM = 460;
/** The whole earth, a little less than its girth. */
const MOST_KM = 38_000;

export type Frame = {
  readonly size: Size;
  readonly lon: number;
  readonly lat: number;
  readonly projection: GeoProjection;
  /** What of the plane is drawn, and what the reader sees of that. */
  readonly window: Box;
  readonly seen: Box;
  /** Pixels of a point of the plane. */
  readonly place: (x: number, y: number) => readonly [number, number];
  /** Pixels of a radian. */
  readonly scale: number;
  /** Kilometres across the frame at its middle. */
  readonly km: number;
};

const degrees = (km: number): number => (km / EARTH_KM) * (180 / Math.PI);

/** Middle of longitudes that may lie on both sides of the date line. */
const middleLon = (sites: readonly Site[]): number => {
  const radians = sites.map((site) => (site.lon * Math.PI) / 180);
  const x = radians.reduce((sum, lon) => sum + Math.cos(lon), 0);
  const y = radians.reduce((sum, lon) => sum + Math.sin(lon), 0);
  return (Math.atan2(y, x) * 180) / Math.PI;
};

/** Pixels of a Mercator map's radian at which so many kilometres lie across it, at a latitude. */
const scaleFor = (km: number, lat: number, { width }: Size): number =>
  (width * EARTH_KM * Math.cos((lat * Math.PI) / 180)) / km;

/** A frame around a point, so many kilometres wide. */
export const frameAt = (lon: number, lat: number, km: number, size: Size): Frame => {
  const { width, height } = size;
  const scale = scaleFor(km, lat, size);
  const [x, y] = [easting(lon), northing(lat)];
  // Once around the earth and no further, or it would be drawn twice.
  const around = (bleed: number): Box => ({
    west: x - Math.min(Math.PI, (width / 2 + bleed) / scale),
    east: x + Math.min(Math.PI, (width / 2 + bleed) / scale),
    south: y - (height / 2 + bleed) / scale,
    north: y + (height / 2 + bleed) / scale,
  });
  const projection = geoMercator()
    .rotate([-lon, 0])
    .center([0, lat])
    .scale(scale)
    .translate([width / 2, height / 2]);
  const place = (toX: number, toY: number) => [width / 2 + scale * (toX - x), height / 2 - scale * (toY - y)] as const;
  return { size, lon, lat, projection, window: around(BLEED), seen: around(0), place, scale, km };
};

/** Wider than this the coarser outlines are enough. */
export const COARSE_KM = 2200;
const leastOf = ({ km }: Frame): number => (km > COARSE_KM ? LEAST.wide : LEAST.near);

/** Polygons cut to the frame, as a path. */
export const filled = (frame: Frame, polygons: readonly (readonly Line[])[]): string =>
  polygons
    .flatMap((rings) => rings.flatMap((ring) => ringsIn(ring, frame.window)))
    .map((ring) => outlineOf(ring, frame.place, true, leastOf(frame)))
    .join('');

/** Lines cut to the frame, as a path. */
export const drawn = (frame: Frame, lines: readonly Line[]): string =>
  lines
    .flatMap((line) => piecesIn(line, frame.window))
    .map((piece) => outlineOf(piece, frame.place, false, leastOf(frame)))
    .join('');

/** Square pixels of a country in the frame, and the middle of them. */
export const areaIn = (
  { window, place, scale }: Frame,
  { polygons }: Country,
): { readonly area: number; readonly at: readonly [number, number] } => {
  const { area, x, y } = measured(polygons, window);
  return { area: area * scale ** 2, at: place(x, y) };
};

/** West, south, east and north of a frame; east beyond 180 where it reaches over the date line. */
export const boxOf = ({ projection, size }: Frame): readonly [number, number, number, number] => {
  const [west, north] = projection.invert?.([0, 0]) ?? [-180, 80];
  const [east, south] = projection.invert?.([size.width, size.height]) ?? [180, -80];
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return [rounded(west), rounded(south), rounded(east < west ? east + 360 : east), rounded(north)];
};

/** Whether a point of the drawing lies within the frame. */
export const holds = ({ size }: Frame, [x, y]: readonly [number, number]): boolean =>
  x >= 0 && y >= 0 && x <= size.width && y <= size.height;

/** Countries of which something may lie in the frame. */
export const near = ({ seen }: Frame, all: readonly Country[]): readonly Country[] =>
  all.filter(({ box: { west, south, east, north } }) => {
    if (south >= seen.north || north <= seen.south) return false;
    return [0, -2 * Math.PI, 2 * Math.PI].some((turn) => west + turn < seen.east && east + turn > seen.west);
  });

/** The frame that holds these sites and at least one border or coast, so that the reader sees which country it is. */
export const frameFor = (sites: readonly Site[]): Frame => {
  const { width, height } = SIZE;
  const mean = middleLon(sites);
  const shapes: GeoPermissibleObjects[] = sites.map((site) =>
    geoCircle()
      .center([site.lon, site.lat])
      .radius(degrees(Math.max(site.km, 5)))(),
  );
  const wide = geoMercator().rotate([-mean, 0]);
  wide.fitExtent(
    [
      [PADDING, PADDING],
      [width - PADDING, height - PADDING],
    ],
    { type: 'GeometryCollection', geometries: shapes as never },
  );
  const [lon, lat] = wide.invert?.([width / 2, height / 2]) ?? [mean, sites[0]?.lat ?? 0];
  const fitted = (width / wide.scale()) * EARTH_KM * Math.cos((lat * Math.PI) / 180);
  let km = Math.min(MOST_KM * Math.cos((lat * Math.PI) / 180), Math.max(LEAST_KM, fitted));
  const full = (width + 2 * BLEED) * (height + 2 * BLEED);
  for (;;) {
    const frame = frameAt(lon, lat, km, SIZE);
    const unbroken = near(frame, countriesAt('50m')).some((country) => areaIn(frame, country).area > 0.97 * full);
    if (!unbroken || km >= 2500) return frame;
    km *= 1.4;
  }
};
