/** What the pages say of themselves to machines: it parses, says what search engines ask for, and leads somewhere. That nothing withheld is in it, the crawl of src/cli/leak.test.ts sees to. */
import { describe, expect, it } from 'vitest';
import { openSite } from './testing/open.ts';
import { MORE_PATHS, PATHS } from './testing/serve.ts';

const { site, text } = openSite();

type Node = { readonly '@type'?: string; readonly '@id'?: string } & Readonly<Record<string, unknown>>;

const BLOCK = /<script type="application\/ld\+json">(.*?)<\/script>/gs;

const graphOf = (html: string): readonly Node[] => {
  const blocks = [...html.matchAll(BLOCK)].map(([, block]) => JSON.parse(block ?? '') as Record<string, unknown>);
  expect(blocks).toHaveLength(1);
  expect(blocks[0]?.['@context']).toBe('https://schema.org');
  return blocks[0]?.['@graph'] as readonly Node[];
};

/** Every node of a graph, those within others too, and every address that one of them holds. */
const within = (value: unknown): { readonly nodes: readonly Node[]; readonly texts: readonly string[] } => {
  if (typeof value === 'string') return { nodes: [], texts: [value] };
  if (typeof value !== 'object' || value === null) return { nodes: [], texts: [] };
  const inside = Object.values(value).map(within);
  const own = !Array.isArray(value) ? [value as Node] : [];
  return {
    nodes: [...own, ...inside.flatMap(({ nodes }) => nodes)],
    texts: inside.flatMap(({ texts }) => texts),
  };
};

/**
 * What a type must and should say. Article, Breadcrumb and Dataset: Google's lists
 * (https://developers.google.com/search/docs/appearance/structured-data/ and `article`, `breadcrumb`, `dataset`);
 * `image` of an article is left out where no picture is kept. The others: what schema.org has of them and readers ask for.
 */
const ASKED: Readonly<Record<string, { readonly must: readonly string[]; readonly should: readonly string[] }>> = {
  NewsArticle: {
    must: ['headline', 'author', 'publisher', 'inLanguage'],
    should: ['dateModified', 'articleSection', 'contentLocation', 'publishingPrinciples', 'backstory', 'hasPart'],
  },
  BreadcrumbList: { must: ['itemListElement'], should: [] },
  ListItem: { must: ['position', 'name', 'item'], should: [] },
  Claim: { must: ['text'], should: ['name', 'version', 'inLanguage'] },
  CorrectionComment: { must: ['dateCreated'], should: ['text', 'url'] },
  Dataset: {
    must: ['name', 'description'],
    should: ['creator', 'distribution', 'identifier', 'isAccessibleForFree', 'keywords', 'license', 'url'],
  },
  DataDownload: { must: ['contentUrl'], should: ['encodingFormat'] },
  DefinedTermSet: { must: ['name'], should: ['description', 'inLanguage'] },
  NewsMediaOrganization: {
    must: ['name', 'url'],
    should: ['publishingPrinciples', 'correctionsPolicy', 'unnamedSourcesPolicy', 'actionableFeedbackPolicy'],
  },
  WebSite: { must: ['name', 'url'], should: ['potentialAction'] },
  Organization: { must: ['name'], should: [] },
  Place: { must: ['name'], should: [] },
};

const KINDS = [...PATHS, ...MORE_PATHS, '/map'].filter(
  (path) => path !== '/no-such-page' && !path.endsWith('/embed') && !path.startsWith('/search'),
);

describe.each(['en', 'ar'] as const)('%s: structured data', (language) => {
  it.each(KINDS)('of %s', async (path) => {
    const page = `${site().origin}/${language}${path}`;
    const html = await text(`/${language}${path}`);
    const graph = graphOf(html);
    const { nodes, texts } = within(graph);
    for (const node of nodes) {
      const asked = node['@type'] === undefined ? undefined : ASKED[node['@type']];
      if (!asked || Object.keys(node).every((key) => key.startsWith('@'))) continue;
      for (const property of asked.must) expect(node, `${node['@type']} must say ${property}`).toHaveProperty(property);
      if (graph.includes(node))
        for (const property of asked.should) {
          // A report that was never corrected has no date of change.
          if (property === 'dateModified' && path === '/reports/market') continue;
          expect(node, `${node['@type']} should say ${property}`).toHaveProperty(property);
        }
      for (const [key, value] of Object.entries(node)) {
        expect(value, `${node['@type']} ${key}`).not.toBe('');
        expect(value, `${node['@type']} ${key}`).not.toBeUndefined();
      }
    }

    // The way to the page: from the front page, each step once, the page itself last.
    const way = graph.find((node) => node['@type'] === 'BreadcrumbList');
    if (path === '') expect(way).toBeUndefined();
    else {
      const steps = way?.itemListElement as readonly Node[];
      expect(steps.map(({ position }) => position)).toEqual(steps.map((_, at) => at + 1));
      expect(steps[0]?.item).toBe(`${site().origin}/${language}`);
      expect(decodeURIComponent(String(steps.at(-1)?.item))).toBe(decodeURIComponent(page));
    }

    // Every address of ours answers, and what it points at within a page is there.
    const known = new Map<string, string>([[page, html]]);
    const ids = new Set(nodes.flatMap((node) => (Object.keys(node).length > 1 ? [node['@id']] : [])));
    for (const told of new Set([...texts, ...nodes.flatMap((node) => node['@id'] ?? [])])) {
      if (!told.startsWith(site().origin) && !told.startsWith('#')) continue;
      if (told.includes('{')) continue;
      const { href, hash, origin, pathname, search } = new URL(told, page);
      const address = origin + pathname + search;
      if (!known.has(address)) {
        const answer = await fetch(address);
        expect(answer.status, told).toBe(200);
        known.set(address, await answer.text());
      }
      if (hash && !ids.has(href) && !told.endsWith('#observatory'))
        expect(known.get(address), told).toContain(`id="${decodeURIComponent(hash.slice(1))}"`);
    }
  });

  it('of a report: an article with its claims, each with its speaker, its span of time and its corrections', async () => {
    const graph = graphOf(await text(`/${language}/reports/quiet`));
    const article = graph.find((node) => node['@type'] === 'NewsArticle');
    expect(article).toMatchObject({
      inLanguage: 'en',
      dateModified: '2024-12-26T09:30:00Z',
      temporalCoverage: '2024-04-01/2024-04-30',
      image: { '@type': 'ImageObject', inLanguage: 'ar' },
      correction: [{ '@type': 'CorrectionComment', dateCreated: '2024-12-26T09:30:00Z' }],
      sdPublisher: { '@id': `${site().origin}/${language}#observatory` },
    });
    // Issued between two days: no day is claimed.
    expect(article).not.toHaveProperty('datePublished');
    const claims = article?.hasPart as readonly Node[];
    // One of nine is told again more fully.
    expect(claims).toHaveLength(8);
    // «A rescuer» may be anybody; the monitor is in the tables.
    expect(claims.find((claim) => claim['@id'] === '#c3')?.author).toEqual([
      language === 'en' ? 'a rescuer' : 'مسعف',
      { '@type': 'Organization', name: language === 'en' ? 'the River Monitor' : 'مرصد النهر' },
    ]);
  });

  it('of a record: a claim that rests on claims, with its correction; nothing is rated true or false', async () => {
    const html = await text(`/${language}/records/dd44ee55ff66`);
    const graph = graphOf(html);
    expect(graph.find((node) => node['@type'] === 'Claim')).toMatchObject({
      '@id': `${site().origin}/${language}/records/dd44ee55ff66`,
      temporalCoverage: '2024-12-21',
      version: 2,
      appearance: expect.arrayContaining([expect.objectContaining({ '@type': 'Claim' })]),
      correction: [expect.objectContaining({ '@type': 'CorrectionComment' })],
    });
    expect(html).not.toMatch(/ClaimReview|reviewRating/);
  });
});
