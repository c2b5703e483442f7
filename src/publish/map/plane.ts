/**
 * The Mercator plane. Outlines are laid out on it once, and each map cuts its frame out of them: projecting and clipping
 * them on the sphere anew took longer than all else on a page. Lengths are radians of the equator, north is up.
 */
import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';

export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

/** A line or a ring, as x, y, x, y …, and the box that it fits in. */
export type Line = { readonly points: Float64Array; readonly box: Box };

const RADIANS = Math.PI / 180;
/** Mercator runs to infinity at the poles: what lies nearer to one is laid here. Degrees. */
const FARTHEST = 89;

/** How far north of the equator a latitude (degrees) lies on the plane. */
export const northing = (lat: number): number =>
  Math.log(Math.tan(Math.PI / 4 + (Math.max(-FARTHEST, Math.min(FARTHEST, lat)) * RADIANS) / 2));

/** How far east of Greenwich a longitude (degrees) lies on the plane. */
export const easting = (lon: number): number => lon * RADIANS;

const TURN = 2 * Math.PI;

/** A line that crosses the date line goes on beyond it. A ring around a pole is closed along the edge of the plane. */
const lineOf = (positions: readonly Position[], ring: boolean): Line => {
  const points: number[] = [];
  let turns = 0;
  let before = 0;
  for (const [at, [lon = 0, lat = 0]] of positions.entries()) {
    const x = easting(lon);
    if (at > 0 && x - before > Math.PI) turns -= 1;
    else if (at > 0 && before - x > Math.PI) turns += 1;
    before = x;
    points.push(x + turns * TURN, northing(lat));
  }
  if (ring && turns !== 0) {
    const pole = northing(Math.sign(points[1] as number) * FARTHEST);
    points.push(points.at(-2) as number, pole, points[0] as number, pole);
  }
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at] as number, points[at + 1] as number];
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return { points: Float64Array.from(points), box };
};

/** The box that lines fit in together. */
export const boxAround = (lines: readonly Line[]): Box => ({
  west: Math.min(...lines.map(({ box }) => box.west)),
  south: Math.min(...lines.map(({ box }) => box.south)),
  east: Math.max(...lines.map(({ box }) => box.east)),
  north: Math.max(...lines.map(({ box }) => box.north)),
});

/** Rings of each polygon of a shape. */
export const polygonsOf = (shape: Polygon | MultiPolygon): readonly (readonly Line[])[] =>
  (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).map((rings) =>
    rings.map((ring) => lineOf(ring, true)),
  );

export const linesOf = (shape: MultiLineString): readonly Line[] =>
  shape.coordinates.map((line) => lineOf(line, false));

/** A line as often as it comes into the window: the plane repeats itself all around the earth. */
const SHIFTS = [0, -TURN, TURN] as const;
const meets = ({ box }: Line, window: Box, shift: number): boolean =>
  box.west + shift < window.east &&
  box.east + shift > window.west &&
  box.south < window.north &&
  box.north > window.south;

/** Cuts a ring along one side (Sutherland and Hodgman 1974). `axis`: 0 for x, 1 for y; `sign` 1 keeps what is above `edge`. */
const cutSide = (ring: readonly number[], axis: 0 | 1, edge: number, sign: 1 | -1): readonly number[] => {
  const cut: number[] = [];
  let [beforeX, beforeY] = [ring.at(-2) as number, ring.at(-1) as number];
  let before = sign * ((axis === 0 ? beforeX : beforeY) - edge);
  for (let at = 0; at < ring.length; at += 2) {
    const [x, y] = [ring[at] as number, ring[at + 1] as number];
    const here = sign * ((axis === 0 ? x : y) - edge);
    if (here >= 0 !== before >= 0) {
      const share = before / (before - here);
      if (axis === 0) cut.push(edge, beforeY + share * (y - beforeY));
      else cut.push(beforeX + share * (x - beforeX), edge);
    }
    if (here >= 0) cut.push(x, y);
    [beforeX, beforeY, before] = [x, y, here];
  }
  return cut;
};

/** What of a ring lies in the window: x, y, x, y …, once for each time that it comes into it. */
export const ringsIn = (ring: Line, window: Box): readonly (readonly number[])[] =>
  SHIFTS.flatMap((shift) => {
    if (!meets(ring, window, shift)) return [];
    const { box, points } = ring;
    let cut: readonly number[] = Array.from(points, (value, at) => (at % 2 === 0 ? value + shift : value));
    if (box.west + shift < window.west) cut = cutSide(cut, 0, window.west, 1);
    if (cut.length > 0 && box.east + shift > window.east) cut = cutSide(cut, 0, window.east, -1);
    if (cut.length > 0 && box.south < window.south) cut = cutSide(cut, 1, window.south, 1);
    if (cut.length > 0 && box.north > window.north) cut = cutSide(cut, 1, window.north, -1);
    return cut.length < 6 ? [] : [cut];
  });

/** What of one step of a line lies in the window, as shares of it (Liang and Barsky 1984). */
const stepIn = (x: number, y: number, toX: number, toY: number, window: Box): readonly [number, number] | undefined => {
  let [from, to] = [0, 1];
  for (const [way, room] of [
    [x - toX, x - window.west],
    [toX - x, window.east - x],
    [y - toY, y - window.south],
    [toY - y, window.north - y],
  ] as const) {
    if (way === 0) {
      if (room < 0) return undefined;
    } else if (way < 0) from = Math.max(from, room / way);
    else to = Math.min(to, room / way);
  }
  return from < to ? [from, to] : undefined;
};

/** The pieces of a line that lie in the window, each as x, y, x, y … */
export const piecesIn = (line: Line, window: Box): readonly (readonly number[])[] =>
  SHIFTS.flatMap((shift) => {
    if (!meets(line, window, shift)) return [];
    const { points } = line;
    const pieces: number[][] = [];
    let piece: number[] | undefined;
    for (let at = 2; at < points.length; at += 2) {
      const [x, y] = [(points[at - 2] as number) + shift, points[at - 1] as number];
      const [toX, toY] = [(points[at] as number) + shift, points[at + 1] as number];
      const found = stepIn(x, y, toX, toY, window);
      if (!found) {
        piece = undefined;
        continue;
      }
      const [from, to] = found;
      if (!piece || from > 0) {
        piece = [x + from * (toX - x), y + from * (toY - y)];
        pieces.push(piece);
      }
      piece.push(x + to * (toX - x), y + to * (toY - y));
      if (to < 1) piece = undefined;
    }
    return pieces;
  });

/** Area of polygons in the window, and the middle of it. Of a hole the ring runs the other way round. */
export const measured = (
  polygons: readonly (readonly Line[])[],
  window: Box,
): { readonly area: number; readonly x: number; readonly y: number } => {
  let [area, whole, x, y] = [0, 0, 0, 0];
  for (const polygon of polygons) {
    let own = 0;
    for (const ring of polygon)
      for (const cut of ringsIn(ring, window)) {
        let [beforeX, beforeY] = [cut.at(-2) as number, cut.at(-1) as number];
        for (let at = 0; at < cut.length; at += 2) {
          const [hereX, hereY] = [cut[at] as number, cut[at + 1] as number];
          const cross = beforeX * hereY - hereX * beforeY;
          own += cross;
          x += cross * (beforeX + hereX);
          y += cross * (beforeY + hereY);
          [beforeX, beforeY] = [hereX, hereY];
        }
      }
    area += Math.abs(own) / 2;
    whole += own;
  }
  return { area, x: x / (3 * whole), y: y / (3 * whole) };
};
