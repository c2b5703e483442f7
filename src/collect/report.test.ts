/** Bytes → text, mark-up → article. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Capture, reportSchema, sha256Hex } from '../model/index.ts';
import { decode } from './decode.ts';
import { pageLabels } from './labels.test-help.ts';
import { articleOf as articleIn, wordsOf } from './page/article.ts';
import { reportOf as reportIn } from './report.ts';

const labels = pageLabels();
const articleOf = (html: string, url?: string) => articleIn(html, labels, url);
const reportOf = (of: Capture, bytes: Uint8Array, given = {}) => reportIn(of, bytes, labels, given);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Text in a code page that TextEncoder does not write: looked up in what TextDecoder reads. */
const inCodePage = (label: string, text: string): Uint8Array => {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(label).decode(new Uint8Array([byte])), byte]),
  );
  return new Uint8Array([...text].map((letter) => table.get(letter) ?? 63));
};
const utf16 = (text: string, big: boolean): Uint8Array => {
  const units = [...`\uFEFF${text}`].map((letter) => letter.charCodeAt(0));
  return new Uint8Array(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};

describe('encodings', () => {
  const arabic = 'قصفت طائرات حربية مستودعا في مدينة الميادين بريف دير الزور';
  it.each<[string, Uint8Array, string, string?]>([
    ['UTF-8', utf8(arabic), arabic],
    ['UTF-8 with a mark', utf8(`\uFEFF${arabic}`), arabic],
    ['UTF-16, little end first', utf16(arabic, false), arabic],
    ['UTF-16, big end first', utf16(arabic, true), arabic],
    ['windows-1256, not declared', inCodePage('windows-1256', arabic), arabic],
    [
      'windows-1252, not declared',
      inCodePage('windows-1252', 'Le général a été tué à Alep'),
      'Le général a été tué à Alep',
    ],
    ['ISO-8859-6, declared', inCodePage('iso-8859-6', arabic), arabic, 'iso-8859-6'],
    ['UTF-8 that a page declares to be windows-1256', utf8(arabic), arabic, 'windows-1256'],
    ['an encoding that nobody knows', utf8('plain'), 'plain', 'x-unknown'],
    ['one broken byte in UTF-8', new Uint8Array([...utf8(arabic), 0xff]), `${arabic}\uFFFD`],
  ])('%s', (_name, bytes, text, declared) => {
    expect(decode(bytes, declared)).toBe(text);
  });
});

const page = `<!doctype html><html lang="ar-SY"><head><title>Site | Strike on Mayadin</title>
<link rel="canonical" href="/news/7"><meta property="article:published_time" content="2024-12-25T08:00:00Z">
<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","datePublished":"2024-12-24T18:30:00+03:00"}]}</script>
<script type="application/ld+json">{broken</script></head><body><nav><a href="/">Home</a> <a href="/war">War</a></nav>
<article><h1>Strike on Mayadin</h1><figure><img src="x.jpg"><figcaption>Archive photo of the town</figcaption></figure>
${'<p>American jets struck a <b>depot</b> in Mayadin on Tuesday, a monitor said, and four people, two of them guards, were killed there.</p>'.repeat(3)}
<h2>What is known</h2><p>First line,<br>second line, which goes on for a while so that it counts as text of the article.</p>
<blockquote><p>We heard three blasts, one after the other, and then nothing for an hour.</p></blockquote>
<script>alert("no")</script></article><footer>All rights reserved</footer></body></html>`;

const article = articleOf(page, 'https://example.org/a?utm=1');
describe('a page', () => {
  it('gives its article and what the mark-up says of it', () => {
    expect(article).toMatchObject({
      date: '2024-12-24T18:30:00+03:00',
      language: 'ar',
      url: 'https://example.org/news/7',
    });
    expect(article.title).toContain('Strike on Mayadin');
    expect(article.text).toContain('struck a depot in Mayadin');
    expect(article.text).toContain('First line,\nsecond line');
    expect(article.text).not.toMatch(/alert|rights reserved|Home/);
  });

  it('becomes a report whose hints lie on their words', () => {
    const { text, hints } = wordsOf(article);
    const said = Object.fromEntries(hints.map((hint) => [hint.kind, text.slice(hint.start, hint.end)]));
    expect(said).toMatchObject({
      headline: article.title,
      caption: 'Archive photo of the town',
      heading: 'What is known',
      quote: expect.stringContaining('three blasts'),
    });
  });

  it.each([
    ['a fragment', '<p>Jets struck Mayadin.</p>', 'Jets struck Mayadin.'],
    ['a few words', '<html><body>Jets struck Mayadin.</body></html>', 'Jets struck Mayadin.'],
    ['unclosed mark-up', '<div><p>Jets <b>struck<p>Mayadin', 'Jets struck'],
    ['no body', '<html><head><title>x</title></head></html>', ''],
    ['nothing', '', ''],
    ['mark-up of another kind', '<?xml version="1.0"?><feed/>', ''],
    ['a table', '<table><tr><td>Mayadin</td><td>4</td></tr></table>', 'Mayadin 4'],
    ['entities', '<p>a&nbsp;b &amp; c &#1575;</p>', 'a b & c ا'],
  ])('%s does not stop it', (_name, html, text) => {
    expect(articleOf(html).text).toContain(text);
  });

  it('nests as deep as it likes', () => {
    expect(articleOf(`${'<div>'.repeat(5000)}Jets struck Mayadin.${'</div>'.repeat(5000)}`).text).toContain(
      'Jets struck',
    );
  });
});

describe('a report', () => {
  const capture = (text: string, mediaType: string): [Capture, Uint8Array] => [
    { id: sha256Hex(text), address: 'file:a', fetchedAt: '', mediaType, bytes: text.length, collector: 'marsad test' },
    utf8(text),
  ];

  it('of plain text is the text, unchanged', async () => {
    const text = '  First line \r\n\n second\tline\n';
    const report = reportSchema.parse(
      await reportOf(...capture(text, 'text/plain'), { publisher: 'levant', title: 'First' }),
    );
    expect(report).toMatchObject({ text, publisher: 'levant', title: 'First', captureId: sha256Hex(text) });
    expect(report).not.toHaveProperty('hints');
  });

  it('of a page takes what its giver says before what the page says', async () => {
    const report = await reportOf(...capture(page, 'text/html'), { date: '2024-12-23' });
    expect(report).toMatchObject({ date: '2024-12-23', language: 'ar' });
    expect(report.text.startsWith(report.title ?? '?')).toBe(true);
  });

  it('has an id of its bytes and its extractor', async () => {
    const id = async (text: string, mediaType: string) => (await reportOf(...capture(text, mediaType))).id;
    expect(await id('a b', 'text/plain')).toBe(await id('a b', 'text/plain'));
    expect(await id('a b', 'text/html')).not.toBe(await id('a b', 'text/plain'));
  });

  it('takes from the feed that named it what its page does not say', async () => {
    const listed = { title: 'Shells on the market', published: '2024-12-24T18:30:00Z' };
    const silent = await reportOf(...capture('<p>Shells fell on the market.</p>', 'text/html'), { listed });
    expect(silent).toMatchObject({ title: listed.title, date: listed.published });
    expect(silent.stated).toEqual({ published: { value: listed.published, origin: 'feed' } });
    const speaking = await reportOf(...capture(page, 'text/html'), { listed });
    expect(speaking).toMatchObject({ title: article.title, date: '2024-12-24T18:30:00+03:00' });
  });

  it('is not what a feed is', async () => {
    const feed =
      '<rss version="2.0"><channel><title>T</title><item><link>http://a.example/1</link></item></channel></rss>';
    await expect(reportOf(...capture(feed, 'application/xml'))).rejects.toMatchObject({ code: 'is-list' });
  });

  it.each([
    ['white space', ' \n\t', 'text/plain'],
    ['mark-up alone', '<html><body><img src="a.png"></body></html>', 'text/html'],
  ])('of %s is empty', async (_name, text, mediaType) => {
    await expect(reportOf(...capture(text, mediaType))).rejects.toThrow(/holds no text/);
  });

  it.each([
    [
      'the page’s title repeats it with the site’s name',
      '<title>A strike on Mayadin | The Page</title><body><h1>A strike on Mayadin</h1>',
    ],
    [
      'it is the one h1 of the article',
      '<title>Mayadin – The Page</title><body><h1>The Page</h1><article><h1>A strike on Mayadin</h1>',
    ],
  ])('has the headline that the page shows: %s', async (_why, head) => {
    const html = `<html>${head}<p>Warplanes struck the town on Monday, residents said, and two houses burned.</p></html>`;
    const { text, title } = await reportOf(...capture(html, 'text/html'));
    expect(title).toBe('A strike on Mayadin');
    expect(text.split('A strike on Mayadin')).toHaveLength(2);
  });

  it('has no letter that a database cannot keep', async () => {
    const { text } = await reportOf(...capture('<p>a&#xD800;b&#0;c\u0000d</p>', 'text/html'));
    expect(text).toMatch(/^a.+b.+c/);
    expect(text).not.toMatch(/\p{Surrogate}|[^\P{Cc}\s]/u);
  });
});

const pages = new URL('../../../shared/yardsticks/pages/', import.meta.url);
describe('the public benchmark of pages', () => {
  it.skipIf(!existsSync(pages))('gives every page an article (where the benchmark is beside the repository)', () => {
    for (const name of readdirSync(pages)
      .filter((file) => file.endsWith('.html.gz'))
      .slice(0, 12))
      expect(articleOf(gunzipSync(readFileSync(new URL(name, pages))).toString()).text.length, name).toBeGreaterThan(
        200,
      );
  });
});
