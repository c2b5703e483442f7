/**
 * The whole way out, crawled: reports with planted secrets go in by the real observatory, every page of the built site
 * comes out by the real server, and no secret may be in any of them, in whatever spelling. Needs `npm run build`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { realWorld } from '../collect/index.ts';
import { fold } from '../language/index.ts';
import { loadSamples } from '../load/index.ts';
import { type Added, type Observatory, openObservatory, type Terms } from '../marsad/index.ts';
import { type Served, serveSite } from './serve.ts';

const NOW = new Date('2030-06-20T12:00:00.000Z');

// A quarter that no table knows, a village that one does, under two of its names, a hospital, a checkpoint, a person.
const ENGLISH = `Strike on Lazaward Hospital in the Zumurrud neighborhood kills teacher Yaqut Almasi

  • Families flee the Zumurrud neighborhood and the village of Gharanij

  • Teacher Yaqut Almasi dies at the Fayruz checkpoint

3 June 2030

A street in the Zumurrud neighborhood (archive)

A strike hit the Lazaward Hospital in the Zumurrud neighborhood of Deir ez-Zor on 2 June 2030, killing the teacher Yaqut Almasi, the Syrian Observatory for Human Rights said.

Gunmen arrested the brother of the teacher Yaqut Almasi at the Fayruz checkpoint in the village of Gharanij on 2 June 2030. ALMASI was 30. Gránij is near Deir ez-Zor, ZUMURRUD too.

Agencies - from Zumurrud
`;
const ARABIC = `غارة على مستشفى اللازورد في حي الزمرد

  • أهالي حي الزمرد وقرية غرانيج ينزحون

  • اعتقال المعلم سمير العقيقي

3 حزيران/يونيو 2030

شارع في حي الزمرّد (أرشيف)

أصابت غارة مستشفى اللازورد في حي الزمــرد بمدينة دير الزور في 2 حزيران/يونيو 2030، بحسب المرصد السوري لحقوق الإنسان.

واعتقل مسلحون المعلّم سمير العقيقي عند حاجز الفيروز في قرية غرانيج في 2 حزيران/يونيو 2030.

وكالات - الزمرد
`;
const SECRETS = [
  ...['zumurrud', 'lazaward', 'gharanij', 'granij', 'fayruz', 'almasi'],
  ...['زمرد', 'لازورد', 'غرانيج', 'فيروز', 'العقيقي'],
];

/** Bundled reports beside the planted ones: all of them make the crawl four times as long and hold nothing planted. */
const SAMPLES = 3;

/** Words of reports by their age: what is delayed is told by a fruit that stands nowhere else. */
const AGED = [
  {
    word: 'kumquat',
    text: 'Militias deployed fighters beside the kumquat trees of Mayadin on 15 June 2030.',
    open: false,
  },
  { word: 'tamarind', text: 'Warplanes bombed a tamarind farm in Mayadin on 20 June 2030.', open: false },
  {
    word: 'persimmon',
    text: 'Militias deployed fighters beside the persimmon trees of Mayadin on 5 June 2030.',
    open: true,
  },
  { word: 'medlar', text: 'Warplanes bombed a medlar farm in Mayadin on 15 June 2030.', open: true },
] as const;

/** `forms`: head and body with letters and digits alone, with their mark-up and without. */
type Page = { readonly path: string; readonly status: number; readonly all: string; readonly forms: readonly string[] };

const decoded = (text: string): string =>
  text
    .replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'))
    .replace(/\\u([0-9a-f]{4})/gi, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#x([0-9a-f]+);/gi, (_all, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_all, code) => String.fromCodePoint(Number(code)));

/** Letters and digits alone, folded: no spelling, mark-up or blank parts a word. */
const dense = (text: string): string => fold(decoded(text)).replace(/[^\p{L}\p{N}]+/gu, '');

const holds = ({ forms }: Page, word: string): boolean => forms.some((form) => form.includes(dense(word)));

const fetched = async (origin: string, path: string): Promise<Page> => {
  const response = await fetch(origin + path, { redirect: 'manual' });
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const all = `${headers}\n${await response.text()}`;
  // What was asked for is not what is told: a page names its own address, and its twin's in the other language.
  const own = path.replace(/^\/(?:en|ar)(?=\/.{3})/, '');
  const told = own.length > 4 ? all.replaceAll(own, '').replaceAll(own.replaceAll('&', '&amp;'), '') : all;
  return { path, status: response.status, all, forms: [dense(told), dense(told.replace(/<[^>]*>/g, ''))] };
};

/** Every page that links lead to from `start`, and the first version of every record. */
const crawl = async (origin: string, start: readonly string[]): Promise<readonly Page[]> => {
  const seen = new Set<string>(start);
  const queue = [...seen];
  const pages: Page[] = [];
  const walk = async (): Promise<void> => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      const page = await fetched(origin, path);
      pages.push(page);
      const links = [...page.all.matchAll(/(?:href|src|action)="([^"]+)"|^location: (.+)$/gm)].map(([, link, moved]) =>
        (link ?? moved ?? '').replaceAll('&amp;', '&'),
      );
      if (/^\/en\/records\/\w+$/.test(path)) links.push(`${path}?version=1`);
      for (const link of links) {
        if (!URL.canParse(link, origin + path)) continue;
        const url = new URL(link, origin + path);
        const next = url.pathname + url.search;
        // Links to itself may name another port: the site was first served on one.
        if (!/^(?:localhost|127\.0\.0\.1)$/.test(url.hostname) || /\.(?:woff2?|css|js|png|ico)$/.test(url.pathname))
          continue;
        // A part of the records as JSON Lines holds what its other formats do.
        if (/\/records\.(?:csv|geojson)$/.test(url.pathname) && url.search !== '') continue;
        // The owner's look through the public's eyes is what the public gets: crawled below.
        if (!seen.has(next) && url.searchParams.get('as') !== 'reader') {
          seen.add(next);
          queue.push(next);
        }
      }
    }
  };
  await walk();
  return pages;
};

const START = [
  '/',
  '/en',
  '/ar',
  '/robots.txt',
  '/en/none',
  '/ar/reports/none',
  '/en/records/none',
  '/en?page=999',
  '/en?as=reader',
  ...['en', 'ar'].flatMap((language) =>
    ['map', 'map/data.json', 'timeline', 'actors', 'places', 'search?q=Mayadin'].map((page) => `/${language}/${page}`),
  ),
  // A province that reports name, and with it whatever lies in it.
  '/en/timeline?place=place:deir-ez-zor-governorate',
  '/en/map/site.json?place=geonames:170794',
];

let home: string;
let observatory: Observatory;
let added: readonly Added[];
let owner: readonly Page[];
let outside: readonly Page[];

const served = async <T>(open: boolean, use: (served: Served) => Promise<T>): Promise<T> => {
  const server = await serveSite(observatory, { port: 0, host: '127.0.0.1', public: open });
  try {
    return await use(server);
  } finally {
    server.stop();
    server.closeAll();
  }
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'marsad-leak-'));
  observatory = await openObservatory({ home, demo: true, world: { ...realWorld, now: () => NOW } });
  // The site asks the machine for the time, everything below it asks the world.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  const folder = join(home, 'in');
  await mkdir(folder);
  const input = async (name: string, text: string, terms: Terms) => {
    await writeFile(join(folder, name), text);
    return { input: join(folder, name), given: { date: '2030-06-03' }, terms };
  };
  const inputs = [];
  for (const terms of ['full', 'quotes', 'link'] as const) {
    inputs.push(await input(`lazaward-hospital-gharanij-${terms}.txt`, `${ENGLISH}\nSet ${terms}.\n`, terms));
    inputs.push(await input(`مستشفى-اللازورد-الزمرد-${terms}.txt`, `${ARABIC}\nSet ${terms}.\n`, terms));
  }
  for (const { word, text } of AGED) {
    const date = text.match(/\d+(?= June)/)?.[0]?.padStart(2, '0');
    inputs.push({ ...(await input(`${word}.txt`, text, 'full')), given: { date: `2030-06-${date}` } });
  }
  for (const { file, report } of (await loadSamples()).slice(0, SAMPLES)) {
    const { id: _id, text, ...given } = report;
    await writeFile(join(folder, file), text);
    inputs.push({ input: join(folder, file), given });
  }
  added = await observatory.add(inputs);
  owner = await served(false, ({ port }) => crawl(`http://127.0.0.1:${port}`, START));
  // The public tries every address that the owner has, too.
  const addresses = [...new Set([...START, ...owner.map((page) => page.path)])];
  outside = await served(true, ({ port }) => crawl(`http://127.0.0.1:${port}`, addresses));
}, 400_000);

afterAll(async () => {
  vi.useRealTimers();
  await observatory?.close();
  await rm(home, { recursive: true, force: true });
});

/** Paths of the pages that hold a word; what was asked for is not what is told. */
const pathsWith = (pages: readonly Page[], word: string): readonly string[] =>
  pages.filter((page) => holds(page, word)).map((page) => page.path);

describe('every page', () => {
  it('was crawled with what it says of itself to machines', () => {
    for (const kind of ['NewsArticle', 'Claim', 'BreadcrumbList'])
      expect(
        outside.filter((page) => page.all.includes('ld+json') && page.all.includes(`"@type":"${kind}"`)).length,
        kind,
      ).toBeGreaterThan(2);
  });

  it('was crawled: reports, records and the front page, in both languages', () => {
    expect(added.filter((one) => 'failure' in one)).toEqual([]);
    for (const pages of [owner, outside])
      for (const kind of [
        /^\/en\/actors\/\w/,
        /^\/ar\/places\/\w/,
        /^\/en\?page=2/,
        /^\/ar\?page=2/,
        /^\/en\/reports\/\w/,
        /^\/ar\/records\/\w/,
        /\?version=1/,
        /^\/en\/codebook$/,
        /^\/ar\/corrections$/,
      ])
        expect(
          pages.filter((page) => page.status === 200 && kind.test(page.path)).length,
          String(kind),
        ).toBeGreaterThan(0);
    const failed = [...owner, ...outside].filter((page) => page.status >= 500).map((page) => page.path);
    expect(failed).toEqual([]);
  });

  it.each(SECRETS)('for the public holds no «%s»', (secret) => {
    expect(pathsWith(outside, secret)).toEqual([]);
  });

  it.each(SECRETS)('of the owner together hold «%s»', (secret) => {
    expect(pathsWith(owner, secret).length).toBeGreaterThan(0);
  });
});

describe('a search', () => {
  const answer = (pages: ReadonlyMap<string, Page>, word: string): string => {
    const page = pages.get(word);
    // The words that were asked for stand in the answer; nothing else may tell them from words that nobody wrote.
    return (page?.all ?? '')
      .split('\n')
      .slice(-1)
      .join('')
      .replaceAll(encodeURIComponent(word), '')
      .replaceAll(word, '');
  };

  it.each(['en', 'ar'])('in %s for what is withheld finds as much as one for nonsense', async (language) => {
    const words = ['qqqqqq', ...SECRETS];
    const found = new Map<string, Page>();
    await served(true, async ({ port }) => {
      for (const word of words)
        found.set(word, await fetched(`http://127.0.0.1:${port}`, `/${language}/search?q=${encodeURIComponent(word)}`));
    });
    for (const word of words) expect(found.get(word)?.status, word).toBe(200);
    const links = (word: string): number =>
      [...answer(found, word).matchAll(/\/(?:records|reports|actors|places)\/\w/g)].length;
    for (const word of SECRETS) expect(links(word), word).toBe(links('qqqqqq'));
  });

  it('for what is public finds it', () => {
    const page = outside.find(({ path }) => path === '/en/search?q=Mayadin');
    expect(page?.all).toMatch(/\/en\/records\/\w/);
  });
});

describe('what is delayed', () => {
  it.each(AGED)('$word: public $open', ({ word, open }) => {
    expect(pathsWith(owner, word).length).toBeGreaterThan(0);
    expect(pathsWith(outside, word).length > 0).toBe(open);
  });
});

describe('what is public', () => {
  it('is there: the veil is no wall', () => {
    const reports = added.slice(0, 6).flatMap((one) => ('reportId' in one ? [one.reportId] : []));
    for (const id of reports) {
      const page = outside.find(({ path }) => path === `/en/reports/${id}`);
      expect(page?.status).toBe(200);
    }
    expect(pathsWith(outside, 'Syrian Observatory for Human Rights').length).toBeGreaterThan(0);
  });
});
