/** A sitemap, with or without news, or an index of sitemaps → the addresses in it. */
import { XMLParser } from 'fast-xml-parser';
import { isoOf } from '../page/dates.ts';
import { type ListEntry, undone } from './entry.ts';

export type Sitemap = { readonly entries: readonly ListEntry[]; readonly sitemaps: readonly ListEntry[] };

/** No entities but XML's own five: what a document defines itself is never put in. */
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  isArray: (name) => name === 'url' || name === 'sitemap',
});

type Raw = Readonly<Record<string, unknown>>;
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null;
const rawIn = (value: unknown): readonly Raw[] => [value].flat().filter(isRaw);

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? undone(value.trim()) : undefined;

/** The protocol's own limit for one file. */
const LIMIT = 50_000;

const entryOf = (raw: Raw, base: string): ListEntry | undefined => {
  const location = textIn(raw.loc);
  if (!location || !URL.canParse(location, base)) return undefined;
  const address = new URL(location, base);
  if (!/^https?:$/.test(address.protocol)) return undefined;
  address.hash = '';
  const news = isRaw(raw.news) ? raw.news : {};
  const title = textIn(news.title);
  const published = isoOf(textIn(news.publication_date));
  const updated = isoOf(textIn(raw.lastmod));
  return {
    address: address.href,
    ...(title && { title }),
    ...(published && { published }),
    ...(updated && { updated }),
  };
};

/** @returns undefined where the text is no sitemap */
export const sitemapOf = (text: string, base: string): Sitemap | undefined => {
  if (!/<(?:\w+:)?(?:urlset|sitemapindex)\b/i.test(text.slice(0, 4000))) return undefined;
  try {
    const root = parser.parse(text.replace(/<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>/gi, '')) as Raw;
    const of = (list: unknown): readonly ListEntry[] =>
      rawIn(list)
        .slice(0, LIMIT)
        .flatMap((raw) => entryOf(raw, base) ?? []);
    const [set, index] = [rawIn(root.urlset)[0], rawIn(root.sitemapindex)[0]];
    return { entries: of(set?.url), sitemaps: of(index?.sitemap) };
  } catch {
    // What is broken past reading still names its addresses.
    const entries = [...text.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/gi)]
      .slice(0, LIMIT)
      .flatMap((match) => entryOf({ loc: match[1] }, base) ?? []);
    return { entries, sitemaps: [] };
  }
};
