/** Feeds of all kinds, whole and broken, and sitemaps: what they list. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Capture, sha256Hex } from '../../model/index.ts';
import { feedsNamedBy, listOf } from './index.ts';

const list = (
  content: string | Uint8Array,
  mediaType = 'application/xml',
  address = 'https://rayyan.example/feed/',
) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const capture: Capture = {
    id: sha256Hex(bytes),
    address,
    fetchedAt: '',
    mediaType,
    bytes: bytes.length,
    collector: 'test',
  };
  return listOf({ capture, bytes });
};
const rss = (items: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Post</title>${items}</channel></rss>`;
const item = (number: number, more = ''): string =>
  `<item><title>Report ${number}</title><link>https://rayyan.example/${number}</link>${more}</item>`;
const addresses = (content: string | Uint8Array, mediaType?: string, address?: string) =>
  list(content, mediaType, address)?.entries.map((entry) => entry.address);
const one = ['https://rayyan.example/1'];
const two = ['https://rayyan.example/1', 'https://rayyan.example/2'];

describe('a feed', () => {
  it.each<[string, string, string?]>([
    ['RSS 2.0', rss(item(1))],
    [
      'RSS 0.91',
      '<rss version="0.91"><channel><title>T</title><item><title>A</title><link>https://rayyan.example/1</link></item></channel></rss>',
    ],
    ['RSS whose address is its guid', rss('<item><title>A</title><guid>https://rayyan.example/1</guid></item>')],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>urn:1</id><title>A</title><link rel="enclosure" href="/film.mp4"/><link href="/1"/></entry></feed>',
    ],
    [
      'Atom without its namespace',
      '<feed><title>T</title><entry><title>A</title><link href="https://rayyan.example/1"/></entry></feed>',
    ],
    [
      'RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel><item rdf:about="https://rayyan.example/1"><title>A</title></item></rdf:RDF>',
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'T',
        items: [{ id: '1', url: '/1', title: 'A' }],
      }),
      'application/feed+json',
    ],
    ['RSS that its server calls HTML’s cousin', rss(item(1)), 'text/xml'],
  ])('%s', (_kind, content, mediaType) => {
    expect(addresses(content, mediaType)).toEqual(one);
    expect(list(content, mediaType)?.kind).toBe('feed');
  });

  it('says what it says of an entry', () => {
    const dated = item(1, '<pubDate>Tue, 24 Dec 2024 18:30:00 +0300</pubDate>').replace(
      'Report 1',
      'قصف &lt;b&gt;السوق&lt;/b&gt; &amp;amp; البلدة',
    );
    expect(list(rss(dated))?.entries[0]).toMatchObject({
      title: 'قصف السوق & البلدة',
      published: '2024-12-24T18:30:00+03:00',
    });
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/1"/><published>2024-12-24T18:30:00Z</published><updated>2024-12-25T08:00:00Z</updated></entry></feed>';
    expect(list(atom)?.entries[0]).toMatchObject({
      published: '2024-12-24T18:30:00Z',
      updated: '2024-12-25T08:00:00Z',
    });
  });

  it('gives the newest first, and each address once', () => {
    const day = (number: number): string => item(number, `<pubDate>2${number} Dec 2024 10:00:00 GMT</pubDate>`);
    expect(addresses(rss(day(1) + day(3) + day(2) + day(3)))).toEqual(
      [3, 2, 1].map((number) => `https://rayyan.example/${number}`),
    );
  });
});

describe('a broken feed gives what can be told of it', () => {
  const windows1256 = (text: string): Uint8Array => {
    const table = new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1256').decode(new Uint8Array([byte])), byte]),
    );
    return new Uint8Array([...text].map((letter) => table.get(letter) ?? 63));
  };
  it.each<[string, string, readonly string[]]>([
    [
      'an ampersand that is none',
      rss('<item><title>A & B</title><link>https://rayyan.example/1?a=1&b=2</link></item>'),
      ['https://rayyan.example/1?a=1&b=2'],
    ],
    ['a byte order mark and blank lines before it', `\uFEFF\n\n ${rss(item(1))}`, one],
    ['a warning of the server before it', `Warning: mysql_connect() failed\n${rss(item(1))}`, one],
    ['entities of HTML', rss(item(1).replace('Report', 'A&nbsp;&laquo;B&raquo;')), one],
    ['cut off in the second entry', rss(item(1) + item(2)).slice(0, -25), two],
    ['an element that nobody closed', rss(`<item><title>A<link>https://rayyan.example/1</link></item>${item(2)}`), two],
    ['no channel', `<rss version="2.0">${item(1)}${item(2)}</rss>`, two],
    ['another document after it', `${rss(item(1))}<script>track()</script>`, one],
    [
      'capital letters',
      '<RSS VERSION="2.0"><CHANNEL><ITEM><LINK>https://rayyan.example/1</LINK></ITEM></CHANNEL></RSS>',
      one,
    ],
    ['white space in its addresses', rss('<item><link>\n   https://rayyan.example/1\n  </link></item>'), one],
    ['relative addresses', rss('<item><link>/1</link></item>'), one],
    ['an entry without an address', rss(`<item><title>A</title></item>${item(2)}`), ['https://rayyan.example/2']],
    [
      'an address of another scheme',
      rss(`<item><link>javascript:alert(1)</link></item><item><link>file:///etc/passwd</link></item>${item(2)}`),
      ['https://rayyan.example/2'],
    ],
    ['nothing in it', rss(''), []],
    ['a date that is none', rss(item(1, '<pubDate>yesterday</pubDate>')), one],
  ])('%s', (_fault, content, expected) => {
    expect(addresses(content)).toEqual(expected);
  });

  it('in windows-1256', () => {
    const arabic = rss(item(1).replace('Report 1', 'قصف السوق')).replace('utf-8', 'windows-1256');
    expect(list(windows1256(arabic))?.entries[0]?.title).toBe('قصف السوق');
  });

  it.each([
    ['a page', '<!doctype html><html><body><p>Text</p></body></html>', 'text/html'],
    ['JSON of another kind', '{"a": 1}', 'application/json'],
    ['words', 'Shells fell on the market.', 'text/plain'],
    ['an XML document of another kind', '<?xml version="1.0"?><note><item>1</item></note>', 'application/xml'],
  ])('but %s is none', (_kind, content, mediaType) => expect(list(content, mediaType)).toBeUndefined());
});

describe('a document that is made to exhaust its reader', () => {
  it('does not put in entities that it defines itself', () => {
    const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${lol}<!ENTITY file SYSTEM "file:///etc/hostname">]>`;
    const from = performance.now();
    const feed = list(bomb + rss(item(1).replace('Report 1', '&l9; &file;')).replace(/<\?xml.*?\?>/, ''));
    const map = list(`${bomb}<urlset><url><loc>https://rayyan.example/1?&l9;&file;</loc></url></urlset>`);
    expect(feed?.entries[0]?.title).not.toMatch(/lol|root|localhost/);
    expect(map?.entries[0]?.address).not.toMatch(/lol/);
    // Expanded, it would have a thousand million letters.
    expect(performance.now() - from).toBeLessThan(5000);
  });

  it.each([
    ['a feed', `<rss version="2.0"><channel>${'<a>'.repeat(50_000)}`],
    ['a sitemap', `<urlset>${'<url>'.repeat(50_000)}`],
  ])('is not followed down: %s', (_kind, content) => {
    expect(() => list(content)).toThrow(/nests more than 200 levels deep/);
  });

  it('is stopped where it is compressed', () => {
    const bomb = gzipSync(new Uint8Array(60 * 1024 * 1024).fill(32));
    expect(() => list(bomb, 'application/gzip')).toThrow(/more than 50\.0 MB when it is undone/);
    expect(() => list(new Uint8Array([0x1f, 0x8b, 1, 2, 3]), 'application/gzip')).toThrow(/broken/);
  });

  it('does not take long where it is strange', () => {
    const from = performance.now();
    for (const strange of [
      '<item>'.repeat(40_000),
      '<![CDATA['.repeat(40_000),
      '<!--'.repeat(40_000),
      '<a '.repeat(100_000),
      '&'.repeat(400_000),
    ])
      try {
        list(`<rss version="2.0"><channel>${strange}`);
      } catch (error) {
        expect(error).toMatchObject({ code: 'too-deep' });
      }
    expect(performance.now() - from).toBeLessThan(20_000);
  });
});

describe('a sitemap', () => {
  const map =
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://rayyan.example/1?a=1&amp;b=2</loc><lastmod>2024-12-24</lastmod><news:news><news:publication_date>2024-12-24T18:30:00+03:00</news:publication_date><news:title>قصف السوق</news:title></news:news></url><url><loc>/2</loc><lastmod>2024-12-25T10:00:00Z</lastmod></url></urlset>';
  it('lists pages, with what it says of news', () => {
    expect(list(map)).toEqual({
      kind: 'sitemap',
      entries: [
        { address: 'https://rayyan.example/2', updated: '2024-12-25T10:00:00Z' },
        {
          address: 'https://rayyan.example/1?a=1&b=2',
          title: 'قصف السوق',
          published: '2024-12-24T18:30:00+03:00',
          updated: '2024-12-24',
        },
      ],
      sitemaps: [],
    });
  });
  it('is read compressed', () => {
    expect(addresses(gzipSync(map), 'application/gzip', 'https://rayyan.example/sitemap.xml.gz')).toHaveLength(2);
  });
  it('may list further sitemaps', () => {
    const index = '<sitemapindex><sitemap><loc>https://rayyan.example/a.xml</loc></sitemap></sitemapindex>';
    expect(list(index)).toMatchObject({ entries: [], sitemaps: [{ address: 'https://rayyan.example/a.xml' }] });
  });
  it('gives what can be told of it where it is cut off', () => {
    expect(addresses(map.slice(0, -60))).toContain('https://rayyan.example/1?a=1&b=2');
  });
});

describe('the feeds that a page names', () => {
  it('are found in its head', () => {
    const html =
      '<head><link rel="alternate" type="application/rss+xml" href="/feed/"><link href=\'/comments/feed/\' type="application/rss+xml" rel="alternate"><link rel="alternate" hreflang="ar" href="/ar"><link rel=stylesheet href=/a.css></head>';
    expect(feedsNamedBy(html, 'https://rayyan.example/')).toEqual(['https://rayyan.example/feed/']);
  });
});
