/** The locator map: what it marks, what it says, and what may never be in it. */
import { describe, expect, it } from 'vitest';
import type { PublicPlace } from '../types.ts';
import { drawMap } from './index.ts';
import { labelFrame } from './labels.ts';
import { RADIUS_KM } from './sites.ts';

/** Around the point of Ālbū Kāmāl in GeoNames (174448). */
const place = (more: Partial<PublicPlace> = {}): PublicPlace => ({
  name: { en: 'Al-Bukamal', ar: 'البوكمال' },
  lat: 34.45226,
  lon: 40.91854,
  precision: 'town',
  country: 'SY',
  role: 'at',
  ...more,
});

describe('drawMap', () => {
  it('draws nothing where no place has a point', () => {
    const { lat: _, lon: __, ...pointless } = place();
    expect(drawMap([], 'en')).toBeUndefined();
    expect(drawMap([pointless], 'en')).toBeUndefined();
    expect(drawMap([place({ lat: Number.NaN })], 'en')).toBeUndefined();
    expect(drawMap([place({ lat: 89.9 })], 'en')).toBeUndefined();
  });

  it.each([
    ['en', 'Al-Bukamal', 'Syria', '100 km', 'disputed'],
    ['ar', 'البوكمال', 'سوريا', '100 كم', 'متنازع'],
  ] as const)('labels the place, its country and the scale in %s', (language, name, country, scale, disputed) => {
    const { svg, words } = drawMap([place()], language)!;
    for (const text of [name, country, scale]) expect(svg).toContain(text);
    expect(words).toContain(name);
    expect(words).toContain(disputed);
    expect(svg).toContain('role="img"');
    expect(svg).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/);
  });

  it.each([
    ['town', 0],
    ['district', 1],
    ['province', 1],
    ['region', 1],
    ['between', 1],
  ] as const)('marks %s as %i area(s)', (precision, areas) => {
    const { svg } = drawMap([place({ precision })], 'en')!;
    const [, rings, dots] = /fill-opacity=".18"[^>]*>(.*?)<\/g><g[^>]*>(.*?)<\/g>/.exec(svg) ?? [];
    expect([rings?.match(/<circle/g)?.length ?? 0, dots?.match(/<circle/g)?.length ?? 0]).toEqual([areas, 1 - areas]);
  });

  it('tints a country instead of pinning its middle', () => {
    const { svg } = drawMap([place({ precision: 'country' })], 'en')!;
    expect(svg).not.toContain('<circle');
    expect(svg).toContain('fill-opacity=".14"');
  });

  it('breaks the edge of what the gate made coarser', () => {
    expect(drawMap([place({ precision: 'district', coarsened: true })], 'en')!.svg).toContain('stroke-dasharray');
    expect(drawMap([place({ precision: 'district' })], 'en')!.svg).not.toContain('stroke-dasharray');
  });

  it('keeps rings in the order of what they stand for', () => {
    const order = ['town', 'district', 'between', 'province', 'region', 'country'] as const;
    const sizes = order.map((precision) => RADIUS_KM[precision]);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });

  it('escapes what a name could smuggle in, and refers to nothing outside', () => {
    const { svg } = drawMap([place({ name: { en: '</title><script>x</script>"\'&\u0000' } })], 'en')!;
    expect(svg).not.toMatch(/<script|href|url\(|@import|\bon\w+=/);
    expect(svg).not.toContain('\u0000');
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toContain('http');
  });

  it.each([
    ['over the date line', [place({ lon: 179.5, lat: -16 }), place({ lon: -179.5, lat: -17 })]],
    ['in the far north', [place({ lat: 83 })]],
    ['far apart', [place({ lon: -100 }), place({ lon: 100 })]],
    ['the same twice', [place(), place()]],
  ])('draws places %s', (_name, places) => {
    const { svg } = drawMap(places, 'en')!;
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg.length).toBeLessThan(20_000);
  });

  it('draws the same bytes again', () => {
    expect(drawMap([place()], 'ar')).toEqual(drawMap([place()], 'ar'));
  });
});

describe('labelFrame', () => {
  it('puts no label over another, and leaves out what finds no room', () => {
    const frame = labelFrame(200, 60);
    const labels = Array.from({ length: 30 }, () => frame.beside('Somewhere', [100, 30], 4, 12)).filter(Boolean);
    expect(labels.length).toBeGreaterThan(1);
    expect(labels.length).toBeLessThan(9);
    expect(new Set(labels.map((label) => `${label!.x} ${label!.y}`)).size).toBe(labels.length);
  });
});

describe('the piece that a map shows', () => {
  const levant = [
    ...[0, 1, 2, 3].map((at) =>
      place({ lat: 34 + at / 4, lon: 40 + at / 4, name: { en: `East ${at}`, ar: `شرق ${at}` } }),
    ),
    place({ lat: 33.5, lon: 36.3, name: { en: 'West', ar: 'غرب' } }),
  ];
  const far = place({ lat: 9, lon: -79.5, country: 'PA', name: { en: 'Far away', ar: 'بعيد' } });
  const marks = (svg: string): number => (svg.match(/<circle/g) ?? []).length;

  it.each([
    ['en', 'Outside it: Far away.'],
    ['ar', 'خارجها: بعيد.'],
  ] as const)('%s: is the region that holds most; what lies outside is named, not dropped', (language, told) => {
    const map = drawMap([...levant.map((one) => ({ ...one, records: 20 })), { ...far, records: 2 }], language)!;
    expect(marks(map.svg)).toBe(5);
    expect(map.words).toContain(told);
    const [west, south, east, north] = map.box!;
    expect(west).toBeLessThan(36.3);
    expect(east).toBeGreaterThan(40.75);
    expect(east - west).toBeLessThan(12);
    expect(south).toBeLessThan(33.5);
    expect(north).toBeGreaterThan(34.75);
  });

  it.each([
    ['no region holds most', [...levant, { ...far, records: 6 }], 6],
    ['the places are few', [...levant.slice(0, 3), far], 4],
  ] as const)('is all of it where %s', (_name, places, all) => {
    const map = drawMap(places, 'en')!;
    expect(marks(map.svg)).toBe(all);
    expect(map.words).not.toContain('Outside');
  });

  it('is not moved by the middle of a country', () => {
    const russia = place({ lat: 60, lon: 100, country: 'RU', precision: 'country', name: { en: 'Russia' } });
    const [west, , east] = drawMap([...levant, { ...russia, records: 50 }], 'en')!.box!;
    expect(east - west).toBeLessThan(12);
    expect(drawMap([russia], 'en')!.words).not.toContain('Outside');
  });

  it('keeps its marks within its edges, over the date line too', () => {
    const map = drawMap([place({ lon: 179.5, lat: -16 }), place({ lon: -179.5, lat: -17 })], 'en')!;
    expect(marks(map.svg)).toBe(2);
    expect(map.box![2]).toBeGreaterThan(180);
  });

  it('has a small map of its surroundings in a corner that no mark needs, unless it is wide itself', () => {
    const inset = (svg: string): number => svg.split('<svg').length - 2;
    expect(inset(drawMap([place()], 'en')!.svg)).toBe(1);
    expect(inset(drawMap([place(), far], 'en')!.svg)).toBe(0);
  });
});
