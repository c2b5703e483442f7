/** A capture that is a list of addresses (feed, sitemap) → what it lists. */
import { gunzipSync } from 'node:zlib';
import { Failure } from '../../model/index.ts';
import { declaredEncoding, decode } from '../decode.ts';
import type { Captured } from '../files.ts';
import { mayBeList } from '../kinds.ts';
import { inMegabytes } from '../world.ts';
import type { ListEntry } from './entry.ts';
import { feedEntries } from './feeds.ts';
import { sitemapOf } from './sitemaps.ts';

export type { ListEntry } from './entry.ts';

export type List = {
  readonly kind: 'feed' | 'sitemap';
  /** Newest first, where dates are stated. */
  readonly entries: readonly ListEntry[];
  /** Further sitemaps that it names. */
  readonly sitemaps: readonly ListEntry[];
};

/** The sitemap protocol's own limit for one file, undone. */
const UNZIPPED_LIMIT = 50 * 1024 * 1024;
/** Deeper than any feed is; past it a document is made to exhaust its reader. */
const NESTING_LIMIT = 200;

const unzipped = (bytes: Uint8Array, name: string): Uint8Array => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: UNZIPPED_LIMIT });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Failure('too-large', `${name} is more than ${inMegabytes(UNZIPPED_LIMIT)} when it is undone.`);
    throw new Failure('cut-off', `${name} is broken: its compression cannot be undone.`);
  }
};

/** True where elements lie in one another deeper than the limit; CDATA and comments hold no elements. */
const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (const [tag] of text.matchAll(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<\/?[A-Za-z][^<>]*>/g)) {
    if (tag.startsWith('<!') || tag.endsWith('/>')) continue;
    depth = tag.startsWith('</') ? Math.max(0, depth - 1) : depth + 1;
    if (depth > NESTING_LIMIT) return true;
  }
  return false;
};

const newestFirst = (entries: readonly ListEntry[]): readonly ListEntry[] => {
  const seen = new Map<string, ListEntry>();
  for (const entry of entries) if (!seen.has(entry.address)) seen.set(entry.address, entry);
  const dayOf = ({ updated, published }: ListEntry): number => Date.parse(updated ?? published ?? '') || 0;
  // A list without dates keeps its own order.
  return [...seen.values()].sort((a, b) => dayOf(b) - dayOf(a));
};

/**
 * @returns undefined where the capture is no list
 * @throws Failure `too-large`, `cut-off`, `too-deep` where it is made to exhaust, or broken
 */
export const listOf = ({ capture, bytes }: Captured): List | undefined => {
  const name = capture.finalAddress ?? capture.address;
  if (
    !mayBeList(capture.mediaType) &&
    !/^\s*(?:<\?xml|<rss|<feed|<rdf)/i.test(new TextDecoder().decode(bytes.subarray(0, 200)))
  )
    return undefined;
  const content = unzipped(bytes, name);
  const declared = /<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/i.exec(
    new TextDecoder('latin1').decode(content.subarray(0, 200)),
  )?.[1];
  const text = decode(content, declaredEncoding(capture.headers?.['content-type'], content) ?? declared);
  if (!/^\s*[[{]/.test(text.slice(0, 200)) && isTooDeep(text))
    throw new Failure('too-deep', `${name} nests more than ${NESTING_LIMIT} levels deep: no feed does.`);
  const sitemap = sitemapOf(text, name);
  if (sitemap)
    return { kind: 'sitemap', entries: newestFirst(sitemap.entries), sitemaps: newestFirst(sitemap.sitemaps) };
  const entries = feedEntries(text, name);
  return entries && { kind: 'feed', entries: newestFirst(entries), sitemaps: [] };
};

/** The feeds that a page names in its head, as browsers would offer them. */
export const feedsNamedBy = (html: string, base: string): readonly string[] =>
  [...html.slice(0, 500_000).matchAll(/<link\b[^>]*>/gi)].flatMap(([tag]) => {
    const value = (name: string): string | undefined =>
      new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)?.slice(1).find(Boolean);
    if (!/\balternate\b/i.test(value('rel') ?? '') || !/(?:rss|atom|feed)\+(?:xml|json)/i.test(value('type') ?? ''))
      return [];
    const address = value('href')?.replaceAll('&amp;', '&');
    return address && URL.canParse(address, base) && !/comments/i.test(address) ? [new URL(address, base).href] : [];
  });
