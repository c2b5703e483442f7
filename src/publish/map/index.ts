/**
 * A small locator map, drawn on the server as SVG: land, borders, the places as dots or, where they are known only so
 * far, as areas. Colours are CSS variables of the page; no script, no link, no font of its own.
 */
import type { Language } from '../../model/index.ts';
import type { PublicMap } from '../types.ts';
import { type Country, countriesAt, countryName, isCountry, landOf } from './atlas.ts';
import { areaIn, boxOf, COARSE_KM, drawn, type Frame, filled, frameFor, holds, near, SIZE as PAPER } from './frame.ts';
import { insetOf } from './inset.ts';
import { type Label, labelFrame } from './labels.ts';
import { UNITS } from './outline.ts';
import { sectionOf } from './section.ts';
import { type Site, sitesOf, type Told } from './sites.ts';
import { type MapWords, mapWords } from './words.ts';

const { width: WIDTH, height: HEIGHT } = PAPER;
const LABELS = 8;
/** Square pixels of a country that a map must show to be a map of it. */
const LEAST_LAND = 60;
/** Pixels of the drawing, which a phone shows at three quarters of its size. */
const SIZE = { place: 14.5, country: 12, note: 11.5 } as const;

const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    // Not allowed in XML, however they are written.
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ');

const number = (value: number): string => String(Math.round(value * 10) / 10);

/** What labels of one kind share is told once, by the group around them. */
const LOOKS = {
  place: `font-size="${SIZE.place}" font-weight="600"`,
  country: `font-size="${SIZE.country}" fill-opacity=".62"`,
  note: `font-size="${SIZE.note}" fill-opacity=".8"`,
} as const;

const textOf = (label: Label): string =>
  `<text x="${number(label.x)}" y="${number(label.y)}"${label.anchor === 'start' ? '' : ` text-anchor="${label.anchor}"`}>${escaped(label.text)}</text>`;

const labelled = (kind: keyof typeof LOOKS, labels: readonly Label[]): string =>
  labels.length === 0 ? '' : `<g ${LOOKS[kind]}>${labels.map(textOf).join('')}</g>`;

/** Half the frame's width holds the bar at most, a fifth where a round number allows. */
const scaleBar = (frame: Frame, words: MapWords): { line: string; label: Label; width: number } => {
  const perKm = WIDTH / frame.km;
  const steps = [10, 20, 50, 100, 200, 500, 1000, 2000];
  const km = steps.find((step) => step * perKm >= WIDTH * 0.12) ?? steps.at(-1)!;
  const width = km * perKm;
  const y = HEIGHT - 12;
  const line =
    `<path d="M12,${y - 5}V${y}H${number(12 + width)}V${y - 5}" fill="none" ` +
    'stroke="var(--map-label, #1c1a17)" stroke-width="1.2"/>';
  return { line, label: { text: words.km(km), x: 12 + width + 6, y: y + 1, anchor: 'start' }, width: width + 60 };
};

const markOf = (site: Site, frame: Frame): { svg: string; at: readonly [number, number]; r: number } | undefined => {
  const at = frame.projection([site.lon, site.lat]);
  if (!at) return undefined;
  if (site.km === 0) {
    const r = 4.5;
    return { svg: `<circle cx="${number(at[0])}" cy="${number(at[1])}" r="${r}"/>`, at, r };
  }
  // A ring smaller than this would be read as a dot, that is as a town.
  const r = Math.max(11, (site.km * WIDTH) / frame.km);
  // Broken where the gate made it coarser, or where the place lies between two: the edge itself is not known.
  const dash = site.coarsened || site.precision === 'between' ? ' stroke-dasharray="4 3"' : '';
  return { svg: `<circle cx="${number(at[0])}" cy="${number(at[1])}" r="${number(r)}"${dash}/>`, at, r };
};

/** Maps that are kept: a drawing takes longer than all else on a page, and many records share a place. */
const KEPT = 256;
const kept = new Map<string, PublicMap>();

/**
 * A map of these places with its words, or nothing where none has a point.
 * @param language of labels and words.
 */
export const drawMap = (places: readonly Told[], language: Language): PublicMap | undefined => {
  const sites = sitesOf(places, language);
  if (sites.length === 0) return undefined;
  const key = `${language} ${JSON.stringify(sites)}`;
  const known = kept.get(key);
  if (known) return known;
  const map = drawnMap(sites, language);
  kept.set(key, map);
  for (const old of kept.keys()) if (kept.size > KEPT) kept.delete(old);
  return map;
};

const drawnMap = (sites: readonly Site[], language: Language): PublicMap => {
  const words = mapWords[language];
  const frame = frameFor(sectionOf(sites));
  const detail = frame.km > COARSE_KM ? '110m' : '50m';
  const countries = near(frame, countriesAt(detail));
  const labels = labelFrame(WIDTH, HEIGHT);
  const tinted = (country: Country): boolean =>
    sites.some((site) => site.precision === 'country' && site.country && isCountry(country, site.country));

  const tints: string[] = [];
  const spots: { name: string; area: number; holds: boolean; at: readonly [number, number] }[] = [];
  for (const country of countries) {
    if (tinted(country)) tints.push(filled(frame, country.polygons));
    const name = countryName(country, language);
    const { area, at } = areaIn(frame, country);
    // A sliver at the edge needs no name.
    const holds = sites.some((site) => site.country !== undefined && isCountry(country, site.country));
    if (name && area > (holds ? 300 : 2500)) spots.push({ name, area, holds, at });
  }

  const bar = scaleBar(frame, words);
  labels.take({ x: 0, y: HEIGHT - 32, width: bar.width + 16, height: 32 });
  const marks = sites
    .filter((site) => site.precision !== 'country' || !countries.some(tinted))
    .flatMap((site) => {
      const mark = markOf(site, frame);
      return mark && holds(frame, mark.at) ? [{ ...mark, site }] : [];
    });
  // A country is there where any of it is.
  const shown = sites.filter(
    (site) =>
      marks.some((mark) => mark.site === site) ||
      (site.precision === 'country' &&
        countries.some((one) => site.country && isCountry(one, site.country) && areaIn(frame, one).area > LEAST_LAND)),
  );
  const codes = [...new Set(marks.flatMap(({ site }) => site.country ?? []))];
  const inset = insetOf(
    frame,
    marks.map((mark) => mark.at),
    codes,
    language,
  );
  if (inset) labels.take(inset.box);
  for (const { at, site } of marks)
    if (site.km === 0) labels.take({ x: at[0] - 6, y: at[1] - 6, width: 12, height: 12 });
  const placeLabels = marks
    .slice(0, LABELS)
    .map(({ at, r, site }) => labels.beside(site.name, at, r, SIZE.place))
    .filter((label): label is Label => label !== undefined);
  const countryLabels = spots
    .sort((a, b) => Number(b.holds) - Number(a.holds) || b.area - a.area)
    .slice(0, LABELS)
    .map((spot) => labels.centred(spot.name, spot.at, SIZE.country))
    .filter((label): label is Label => label !== undefined);
  // Areas below dots, so that a town within a district stays visible.
  const rings = [...marks].filter(({ site }) => site.km > 0).sort((a, b) => b.r - a.r);
  const dots = marks.filter(({ site }) => site.km === 0);
  const { land, borders } = landOf(detail, countries);
  const edge = `stroke="var(--map-border, #9a917f)" stroke-width="${(frame.km > COARSE_KM ? 0.6 : 1) * UNITS}"`;

  const told = words.all(
    shown,
    sites.filter((site) => !shown.includes(site)),
  );
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" lang="${language}" direction="ltr">`,
    `<title>${escaped(words.title(shown))}</title><desc>${escaped(told)}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="var(--map-sea, #dfe6e8)"/>`,
    `<g stroke-linejoin="round" transform="scale(${1 / UNITS})"><path d="${filled(frame, land)}" fill="var(--map-land, #f4f0e6)" ${edge}/>`,
    tints.length > 0 ? `<path d="${tints.join('')}" fill="var(--map-mark, #a4491d)" fill-opacity=".14"/>` : '',
    `<path d="${drawn(frame, borders)}" fill="none" ${edge}/></g>`,
    `<g fill="var(--map-mark, #a4491d)" fill-opacity=".18" stroke="var(--map-mark, #a4491d)" stroke-width="1.4">${rings.map((mark) => mark.svg).join('')}</g>`,
    `<g fill="var(--map-mark, #a4491d)" stroke="var(--map-land, #f4f0e6)" stroke-width="1.5">${dots.map((mark) => mark.svg).join('')}</g>`,
    `<g fill="var(--map-label, #1c1a17)" stroke="var(--map-land, #f4f0e6)" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`,
    labelled('country', countryLabels),
    labelled('place', placeLabels),
    labelled('note', [bar.label]),
    `</g>${bar.line}${inset?.svg ?? ''}`,
    '</svg>',
  ].join('');
  return { svg, words: told, box: boxOf(frame) };
};
