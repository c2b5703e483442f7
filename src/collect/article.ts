/** A page's mark-up → the article in it: text with paragraph breaks, title, date, language, address. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { LANGUAGES, type Language, type PartKind, type Report } from '../model/index.ts';
import { type Block, blocksOf } from './blocks.ts';

export type Article = {
  /** Body of the article, paragraphs parted by an empty line; without its headline. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly title?: string;
  /** ISO date or date-time, as the mark-up states it. */
  readonly date?: string;
  readonly language?: Language;
  /** The address that the page calls its own. */
  readonly url?: string;
};

/** Version of what turns mark-up into text: a new one means new texts, hence new reports. */
export const EXTRACTOR = 'readability 0.6.0 marsad 1';

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?/;

/** The page's document; a fragment gets the frame that a browser would give it. */
const documentOf = (html: string): Document => {
  const framed = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(framed).document as unknown as Document;
};

const attribute = (document: Document, selector: string, name: string): string | undefined =>
  document.querySelector(selector)?.getAttribute(name)?.trim() || undefined;

/** First value of `key` anywhere in the page's JSON-LD that belongs to something published. */
const fromJsonLd = (document: Document, key: string): string | undefined => {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let open: unknown[];
    try {
      open = [JSON.parse(script.textContent ?? '')];
    } catch {
      // Broken JSON-LD is common; the other hints remain.
      continue;
    }
    for (let seen = 0; open.length > 0 && seen < 1000; seen += 1) {
      const value = open.shift();
      if (Array.isArray(value)) open.push(...value);
      else if (value && typeof value === 'object') {
        const found = (value as Record<string, unknown>)[key];
        if (typeof found === 'string' && found) return found;
        open.push(...Object.values(value));
      }
    }
  }
  return undefined;
};

const DATE_HINTS: readonly (readonly [selector: string, attribute: string])[] = [
  ['meta[property="article:published_time"]', 'content'],
  ['meta[itemprop="datePublished"]', 'content'],
  ['[itemprop="datePublished"][datetime]', 'datetime'],
  ['meta[property="og:article:published_time"]', 'content'],
  ['meta[name="pubdate"]', 'content'],
  ['meta[name="parsely-pub-date"]', 'content'],
  ['meta[name="DC.date.issued"]', 'content'],
  ['meta[name="dc.date"]', 'content'],
  ['meta[name="date"]', 'content'],
  ['article time[datetime]', 'datetime'],
  ['time[datetime]', 'datetime'],
];

const dateOf = (document: Document): string | undefined => {
  const stated = [
    fromJsonLd(document, 'datePublished'),
    ...DATE_HINTS.map(([selector, name]) => attribute(document, selector, name)),
  ];
  for (const value of stated) {
    const iso = value?.match(ISO)?.[0];
    if (iso && !Number.isNaN(Date.parse(iso.slice(0, 10)))) return iso.replace(' ', 'T');
  }
  return undefined;
};

const languageOf = (document: Document): Language | undefined => {
  const tag =
    document.documentElement?.getAttribute('lang') ?? attribute(document, 'meta[property="og:locale"]', 'content');
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary);
};

const addressOf = (document: Document, url: string | undefined): string | undefined => {
  const own =
    attribute(document, 'link[rel="canonical"]', 'href') ?? attribute(document, 'meta[property="og:url"]', 'content');
  try {
    const address = own ? new URL(own, url) : undefined;
    return address && /^https?:$/.test(address.protocol) ? address.href : url;
  } catch {
    return url;
  }
};

/**
 * Deepest nesting that Readability is given. Its time grows with the square of it (100 levels 0.3 s, 400 levels 2 s on
 * an empty page), and the deepest of the public benchmark's pages has 51.
 */
const DEPTH_LIMIT = 150;

/** True where the tree is deeper than the limit. Walks without the call stack. */
const isTooDeep = (root: Element | null): boolean => {
  let level: readonly Element[] = root ? [root] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_LIMIT) return true;
    level = level.flatMap((element) => [...element.children]);
  }
  return false;
};

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * The headline as the page itself shows it: an h1 that the page's title repeats (and adds the site's name to), else the
 * one h1 of its article. A single word or two is a site's name, not a headline.
 */
const headlineOf = (document: Document, pageTitle: string | undefined): string | undefined => {
  const words = (element: Element): string => folded(element.textContent ?? '');
  const isHeadline = (text: string): boolean => text.split(' ').length >= 3;
  const all = [...document.querySelectorAll('h1')].map(words).filter(isHeadline);
  const repeated = all.find((text) => pageTitle !== undefined && folded(pageTitle).includes(text));
  if (repeated) return repeated;
  const inArticle = [...document.querySelectorAll('article h1')].map(words).filter(isHeadline);
  return inArticle.length === 1 ? inArticle[0] : undefined;
};

const extract = (document: Document): { readonly blocks: readonly Block[]; readonly title?: string } => {
  if (isTooDeep(document.documentElement)) return { blocks: [] };
  try {
    const found = new Readability(document).parse();
    if (found?.content) {
      const blocks = blocksOf(parseHTML(`<html><body>${found.content}</body></html>`).document.body);
      return found.title ? { blocks, title: found.title.trim() } : { blocks };
    }
  } catch {
    // Readability throws on some trees that linkedom builds of broken pages; the page's plain text is still there.
  }
  return { blocks: [] };
};

/**
 * The article of a page. Any string gives an answer: a page in which no article is found gives all its text.
 * @param url address of the page, for relative addresses in it; never fetched
 */
export const articleOf = (html: string, url?: string): Article => {
  const document = documentOf(html);
  const date = dateOf(document);
  const language = languageOf(document);
  const address = addressOf(document, url);
  const heading = attribute(document, 'meta[property="og:title"]', 'content');
  const pageTitle = document.querySelector('title')?.textContent?.trim() || undefined;
  const headline = headlineOf(document, pageTitle);
  const extracted = extract(document);
  // Readability empties the document that it is given, so what remains is read from a fresh one.
  const blocks = extracted.blocks.length > 0 ? extracted.blocks : blocksOf(documentOf(html).body);
  const title = headline ?? extracted.title ?? heading ?? pageTitle;
  return {
    text: blocks.map((block) => block.text).join('\n\n'),
    blocks,
    ...(title && { title: title.replace(/\s+/g, ' ') }),
    ...(date && { date }),
    ...(language && { language }),
    ...(address && { url: address }),
  };
};

type Hint = NonNullable<Report['hints']>[number];

/** The article as a report's text: headline first, then the blocks, with the mark-up's word on each as a hint. */
export const wordsOf = (article: Article): { readonly text: string; readonly hints: readonly Hint[] } => {
  // The headline stands once, though the article's mark-up may hold it again among its first blocks.
  const again = article.blocks.slice(0, 4).findIndex((block) => block.text === article.title);
  const parts: { readonly text: string; readonly kind?: PartKind }[] = [
    ...(article.title ? [{ text: article.title, kind: 'headline' as const }] : []),
    ...article.blocks.filter((_, i) => i !== again),
  ];
  const hints: Hint[] = [];
  let text = '';
  for (const part of parts) {
    if (text) text += '\n\n';
    if (part.kind) hints.push({ kind: part.kind, start: text.length, end: text.length + part.text.length });
    text += part.text;
  }
  return { text, hints };
};
