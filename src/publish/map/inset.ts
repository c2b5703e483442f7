/** A small map in a corner of the large one: on which wider piece of the earth that lies. */
import type { Language } from '../../model/index.ts';
import { countriesAt, isCountry, landOf } from './atlas.ts';
import { boxOf, drawn, type Frame, filled, frameAt, near, type Size } from './frame.ts';
import type { Box } from './labels.ts';
import { UNITS } from './outline.ts';

/** Pixels of the large drawing. */
const SIZE: Size = { width: 92, height: 68 };
const EDGE = 8;
/** A map wider than this shows by itself where it lies. */
const WIDEST_KM = 1500;
/** The inset is so many times wider, and no narrower than this. */
const TIMES = 6;
const LEAST_KM = 3600;
/** Marks keep so far off it, pixels. */
const AIR = 16;

export type Inset = { readonly svg: string; readonly box: Box };

/**
 * The inset of a frame, in the first corner that no mark needs; nothing where the frame is wide, or all corners are taken.
 * @param marks points of the drawing
 * @param countries ISO 3166-1 alpha-2 of those that the map is about: they are tinted
 */
export const insetOf = (
  frame: Frame,
  marks: readonly (readonly [number, number])[],
  countries: readonly string[],
  language: Language,
): Inset | undefined => {
  if (frame.km > WIDEST_KM) return undefined;
  const { width, height } = frame.size;
  const left = EDGE;
  const right = width - SIZE.width - EDGE;
  const bottom = height - SIZE.height - EDGE;
  // In the corner where a reader's eye comes last; the lower one of the scale bar stays free.
  const corners = (language === 'ar' ? [left, right] : [right, left]).map((x) => [x, EDGE] as const);
  const corner = [...corners, [right, bottom] as const].find(
    ([x, y]) =>
      !marks.some(
        ([markX, markY]) =>
          markX > x - AIR && markX < x + SIZE.width + AIR && markY > y - AIR && markY < y + SIZE.height + AIR,
      ),
  );
  if (!corner) return undefined;
  const [x, y] = corner;
  const wider = frameAt(frame.lon, frame.lat, Math.max(LEAST_KM, frame.km * TIMES), SIZE);
  const around = near(wider, countriesAt('110m'));
  const { land, borders } = landOf('110m', around);
  const [west, south, east, north] = boxOf(frame);
  const [fromX, fromY] = wider.projection([west, north]) ?? [0, 0];
  const [toX, toY] = wider.projection([east, south]) ?? [0, 0];
  const round = (value: number): number => Math.round(value * 10) / 10;
  const tinted = around.filter((country) => countries.some((code) => isCountry(country, code)));
  const svg = [
    `<svg x="${x}" y="${y}" width="${SIZE.width}" height="${SIZE.height}" viewBox="0 0 ${SIZE.width} ${SIZE.height}">`,
    `<rect width="${SIZE.width}" height="${SIZE.height}" fill="var(--map-sea, #dfe6e8)"/>`,
    `<g transform="scale(${1 / UNITS})"><path d="${filled(wider, land)}" fill="var(--map-land, #f4f0e6)"/>`,
    `<path d="${tinted.map((country) => filled(wider, country.polygons)).join('')}" fill="var(--map-mark, #a4491d)" fill-opacity=".3"/>`,
    `<path d="${drawn(wider, borders)}" fill="none" stroke="var(--map-border, #9a917f)" stroke-width="${0.5 * UNITS}"/></g>`,
    `<path d="M${round(fromX)} ${round(fromY)}H${round(toX)}V${round(toY)}H${round(fromX)}Z" fill="none" stroke="var(--map-label, #1c1a17)" stroke-width="1.3"/>`,
    `<rect width="${SIZE.width}" height="${SIZE.height}" fill="none" stroke="var(--map-border, #9a917f)" stroke-width="1.5"/>`,
    '</svg>',
  ].join('');
  return { svg, box: { x: x - 4, y: y - 4, width: SIZE.width + 8, height: SIZE.height + 8 } };
};
