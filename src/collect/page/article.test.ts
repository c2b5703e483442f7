/** Pages of four kinds of news site, each in both languages: what is the article, and what the page says of it. */
import { describe, expect, it } from 'vitest';
import { pageLabels } from '../labels.test-help.ts';
import { articleOf, wordsOf } from './article.ts';
import { isoOf, shownDay } from './dates.ts';
import { type PageKind, type Story, testPage } from './pages.test-help.ts';

const labels = pageLabels();
const LANGUAGES = ['en', 'ar'] as const;
const both = <T>(rows: readonly T[]): readonly (readonly [T, 'en' | 'ar'])[] =>
  rows.flatMap((row) => LANGUAGES.map((language) => [row, language] as const));
const articleFrom = (kind: PageKind, language: 'en' | 'ar') => {
  const { html, story } = testPage(kind, language);
  return { article: articleOf(html, labels, 'https://rayyan.example/now?utm=1'), story };
};
const furnitureOf = (story: Story): readonly string[] => [
  story.teaser,
  story.more,
  story.related,
  story.follow,
  story.tags,
  '©',
];

describe('the article of a page', () => {
  it.each(both<PageKind>(['network', 'weblog', 'agency', 'old']))(
    'of the kind %s in %s is its paragraphs, and no furniture',
    (kind, language) => {
      const { article, story } = articleFrom(kind, language);
      expect(article.title).toBe(story.title);
      for (const paragraph of story.paragraphs) expect(article.text).toContain(paragraph);
      for (const words of [...furnitureOf(story), story.caption, story.title])
        expect(article.text).not.toContain(words);
      expect(article.parts.some((part) => part.language !== language)).toBe(false);
    },
  );

  it.each(both<PageKind>(['network', 'weblog', 'agency', 'old']))(
    'of the kind %s in %s becomes a text whose hints lie on their words',
    (kind, language) => {
      const { article, story } = articleFrom(kind, language);
      const { text, hints } = wordsOf(article);
      const [headline, ...others] = hints;
      expect(text.slice(headline?.start, headline?.end)).toBe(story.title);
      for (const hint of others)
        expect(article.parts.map((part) => part.text)).toContain(text.slice(hint.start, hint.end));
    },
  );
});

describe('what a page says of its article', () => {
  it.each(LANGUAGES)('in JSON-LD, figures and lists (%s)', (language) => {
    const { article, story } = articleFrom('network', language);
    expect(article).toMatchObject({
      url: 'https://rayyan.example/news/2024/12/24/tal-rayyan',
      language,
      date: '2024-12-24T18:30:00+03:00',
    });
    expect(article.stated).toMatchObject({
      published: { value: '2024-12-24T18:30:00+03:00', origin: 'json-ld' },
      modified: { value: '2024-12-25T09:15:00+03:00', origin: 'json-ld' },
      bylines: [story.author],
      section: story.section,
      keyPoints: story.points,
      credits: [story.sources],
      pictures: [{ caption: `${story.caption} (${story.archive})`, credit: story.credit, archive: true }],
    });
  });

  it.each(LANGUAGES)('in the head and in the habits of blog software (%s)', (language) => {
    const { article, story } = articleFrom('weblog', language);
    expect(article.url).toBe('https://blog.example/archives/7');
    expect(article.stated).toMatchObject({
      published: { value: '2024-12-24T15:30:00+00:00', origin: 'meta' },
      modified: { value: '2024-12-25T06:15:00+00:00', origin: 'meta' },
      bylines: [story.author],
      section: story.section,
      corrections: [story.correction],
      pictures: [{ archive: true }],
    });
    expect(article.text).toContain(story.correction);
  });

  it.each(LANGUAGES)('where only readers see it (%s)', (language) => {
    const { article, story } = articleFrom('agency', language);
    expect(article.stated).toMatchObject({
      published: { value: '2024-12-24', origin: 'visible' },
      modified: { value: '2024-12-25', origin: 'visible' },
      bylines: [story.author],
      pictures: [{ caption: story.caption }],
    });
    expect(articleFrom('old', language).article.stated.published).toEqual({ value: '2024-12-24', origin: 'visible' });
  });

  it('of nothing but text is nothing', () => {
    expect(articleOf('<p>Jets struck Mayadin.</p>', labels).stated).toEqual({});
  });

  it('holds the article’s text where the page is drawn by scripts', () => {
    const body = 'Shells fell on the market of the town on Tuesday morning, the civil defence said. '.repeat(8).trim();
    const html = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: body })}</script><div id="app">Loading</div>`;
    expect(articleOf(html, labels).text).toBe(body);
  });
});

describe('dates', () => {
  it.each([
    ['2024-12-24T18:30:00+0300', '2024-12-24T18:30:00+03:00'],
    ['2024-12-24 18:30', '2024-12-24T18:30:00'],
    ['2024-12-24T18:30:00.123Z', '2024-12-24T18:30:00Z'],
    ['Tue, 24 Dec 2024 18:30:00 GMT', '2024-12-24T18:30:00Z'],
    ['2024-12-24', '2024-12-24'],
    ['2024-13-40', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('stated as «%s»', (stated, iso) => {
    expect(isoOf(stated)).toBe(iso);
  });

  it.each([
    ['Updated 10:01 pm PST, Tuesday, November 19, 2019', '2019-11-19'],
    ['24 December 2024', '2024-12-24'],
    ['Dec. 24, 2024', '2024-12-24'],
    ['13/4/2024', '2024-04-13'],
    ['2024/04/03', '2024-04-03'],
    ['الثلاثاء 24 كانون الأول/ديسمبر 2024', '2024-12-24'],
    ['٢٤ ديسمبر ٢٠٢٤', '2024-12-24'],
    ['نشر في: 3/4/2024', '2024-04-03'],
    ['آخر تحديث 24 كانون الأول (ديسمبر) 2024', '2024-12-24'],
    // Must stay silent: two dates in one, no date, no day, a day that is none.
    ['3/4/2024', undefined],
    ['Chapter 12 of 2024 pages', undefined],
    ['December 2024', undefined],
    ['31 شباط 2024', undefined],
    ['192.168.10.2024', undefined],
  ])('shown as «%s»', (line, day) => {
    expect(shownDay(line, labels)).toBe(day);
  });
});
