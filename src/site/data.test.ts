/** What programs get: files of records, one record, feeds, an embedded record; every example of the data page answers. */
import { parse } from 'csv-parse/sync';
import { parseFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { COLUMNS, csvCell } from './lib/open/formats.ts';
import { openSite } from './testing/open.ts';

const { site } = openSite();

const get = async (path: string) => {
  const response = await fetch(site().origin + path);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('records as files', () => {
  it('CSV: the columns that the data page tells, in their order, whatever stands in a cell', async () => {
    const { headers, text } = await get('/api/v1/records.csv');
    expect(headers.get('content-type')).toContain('text/csv');
    // Decoding takes the byte order mark away.
    const rows = parse(text, { bom: true }) as string[][];
    expect(rows[0]).toEqual([...COLUMNS]);
    expect(rows.length).toBeGreaterThan(9);
    const record = Object.fromEntries(COLUMNS.map((column, at) => [column, rows[1]?.[at]]));
    expect(record).toMatchObject({ id: 'dd44ee55ff66', type: 'violence.shelling', places_ar: 'قصر النهر' });
    expect(record.data).toBe(`${site().origin}/api/v1/records/dd44ee55ff66.json`);
  });

  it.each([
    ['plain', 'plain'],
    ['a "word", and\nanother', '"a ""word"", and\nanother"'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+1', `'+1`],
    ['مرصد، النهر', 'مرصد، النهر'],
    [-12.5, '-12.5'],
    [undefined, ''],
  ] as const)('a cell %j is written %j', (value, written) => {
    expect(csvCell(value)).toBe(written);
  });

  it('JSON Lines: a record a line, in both languages', async () => {
    const { text } = await get('/api/v1/records.jsonl');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({
      id: 'dd44ee55ff66',
      sentence: { en: expect.any(String), ar: expect.any(String) },
    });
    expect(new Set(lines.map(({ id }) => id)).size).toBeGreaterThan(3);
  });

  it('GeoJSON: a collection, also where nothing has a point', async () => {
    const { headers, text } = await get('/api/v1/records.geojson');
    expect(headers.get('content-type')).toContain('application/geo+json');
    expect(JSON.parse(text)).toMatchObject({ type: 'FeatureCollection', features: expect.any(Array) });
    expect(JSON.parse((await get('/api/v1/records.geojson?type=violence.nothing')).text).features).toEqual([]);
  });

  it('is what everybody may see, also where the owner asks', async () => {
    const open = await get('/api/v1/reports/quiet.json');
    site().setAudience('owner');
    try {
      const own = await get('/api/v1/reports/quiet.json');
      expect(own.text).toBe(open.text);
      expect(JSON.parse(own.text)).toMatchObject({ fullText: false, heldBack: 0 });
      expect(own.headers.get('cache-control')).toBe('private, no-store');
    } finally {
      site().setAudience('public');
    }
  });

  it.each([
    ['/api/v1/records.csv?from=yesterday', 400, 'not-a-day'],
    ['/api/v1/records.csv?modality=shouted', 400, 'not-a-value'],
    ['/api/v1/records.csv?colour=red', 400, 'unknown-key'],
    ['/api/v1/records/none.json', 404, 'no-such-record'],
    ['/api/v1/records/dd44ee55ff66.json?version=first', 400, 'not-a-version'],
    ['/api/v1/reports/none.json', 404, 'no-such-report'],
  ])('%s is answered with %i %s', async (path, status, code) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual({ error: { code, message: expect.stringMatching(/^\S.*\.$/) } });
  });
});

describe('one record', () => {
  it('has its claims with their words, who says so, and the captures', async () => {
    const record = JSON.parse((await get('/api/v1/records/dd44ee55ff66.json')).text);
    expect(record.claims[0]).toMatchObject({
      quote: expect.any(Array),
      speakers: expect.any(Array),
      capture: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(record.map).toBeUndefined();
  });

  it('may stand in another page, and no other page of ours may', async () => {
    const { headers, text } = await get('/ar/records/dd44ee55ff66/embed');
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(text).not.toContain('<script');
    expect(text).toContain(`<link rel="canonical" href="${site().origin}/ar/records/dd44ee55ff66"`);
    expect((await get('/ar/records/dd44ee55ff66')).headers.get('content-security-policy')).toContain(
      "frame-ancestors 'none'",
    );
  });
});

describe('feeds', () => {
  it.each(['en', 'ar'])('%s: RSS and JSON Feed tell the same records', async (language) => {
    const rss = parseFeed((await get(`/${language}/feed.xml`)).text);
    const json = JSON.parse((await get(`/${language}/feed.json`)).text);
    if (rss.format !== 'rss') throw new Error(rss.format);
    const items = rss.feed.items ?? [];
    expect(items.length).toBeGreaterThan(3);
    expect(items.map((item) => item.link)).toEqual(json.items.map((item: { url: string }) => item.url));
    expect(rss.feed.language).toBe(language);
  });
});

describe('the data page', () => {
  it.each(['en', 'ar'])('%s: every address on it answers', async (language) => {
    const { text } = await get(`/${language}/data`);
    const addresses = [...text.matchAll(/href="(\/(?:api|(?:en|ar)\/feed)[^"]*)"/g)].map(([, path]) =>
      (path ?? '').replaceAll('&amp;', '&'),
    );
    expect(addresses.length).toBeGreaterThan(12);
    for (const path of new Set(addresses)) {
      const answer = await get(path);
      expect(answer.status, path).toBe(200);
      expect(answer.text.trim(), path).not.toBe('');
    }
    for (const column of COLUMNS) expect(text).toContain(`>${column}</code>`);
  });
});
