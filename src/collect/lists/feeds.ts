/** A feed (RSS, Atom, RDF, JSON Feed) → what it lists. Broken feeds give what can be told of them. */
import { parseFeed } from 'feedsmith';
import { isoOf } from '../page/dates.ts';
import { type ListEntry, undone } from './entry.ts';

type Raw = Readonly<Record<string, unknown>>;

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const rawIn = (value: unknown): readonly Raw[] => [value].flat().filter(isRaw);

const textIn = (value: unknown): string | undefined => {
  const text = isRaw(value) ? value.value : value;
  return typeof text === 'string' && text.trim() !== '' ? text.replace(/\s+/g, ' ').trim() : undefined;
};

/** Titles come as HTML now and then; what is shown of them is their words. */
const plain = (title: string | undefined): string | undefined =>
  undone((title ?? '').replace(/<[^<>]{0,300}>/g, ''))
    .replace(/\s+/g, ' ')
    .trim() || undefined;

/** The page that an entry stands for: of its links the one that is no enclosure and no feed. */
const linkOf = (entry: Raw): string | undefined => {
  const links = rawIn(entry.links);
  const page =
    links.find(
      ({ rel, type }) => (rel === undefined || rel === 'alternate') && !/xml|json|audio|video/.test(String(type ?? '')),
    ) ?? links.find(({ rel }) => rel === undefined || rel === 'alternate');
  const guid = isRaw(entry.guid) && entry.guid.isPermaLink !== false ? textIn(entry.guid) : undefined;
  const about = isRaw(entry.rdf) ? textIn(entry.rdf.about) : undefined;
  const candidates = [
    textIn(entry.link),
    textIn(page?.href),
    textIn(entry.url),
    textIn(entry.external_url),
    guid,
    about,
    textIn(entry.id),
  ];
  // An id is an address only where it looks like one.
  return candidates.find((address, at) => address !== undefined && (at < 4 || /^https?:\/\//i.test(address)));
};

const datesOf = (entry: Raw): { readonly published?: string; readonly updated?: string } => {
  const dc = isRaw(entry.dc) ? entry.dc : {};
  const terms = isRaw(entry.dcterms) ? entry.dcterms : {};
  const first = (...values: readonly unknown[]): string | undefined => {
    for (const value of values.flat()) {
      const iso = isoOf(textIn(value));
      if (iso) return iso;
    }
    return undefined;
  };
  const published = first(
    entry.pubDate,
    entry.published,
    entry.date_published,
    dc.dates,
    dc.date,
    terms.issued,
    terms.created,
  );
  const updated = first(entry.updated, entry.date_modified, terms.modified);
  return { ...(published ? { published } : updated && { published: updated }), ...(updated && { updated }) };
};

const entryOf = (raw: Raw, base: string): ListEntry | undefined => {
  const link = linkOf(raw);
  if (!link || !URL.canParse(link, base)) return undefined;
  const address = new URL(link, base);
  if (!/^https?:$/.test(address.protocol)) return undefined;
  address.hash = '';
  const title = plain(textIn(raw.title));
  return { address: address.href, ...(title && { title }), ...datesOf(raw) };
};

const entriesIn = (text: string, base: string): readonly ListEntry[] | undefined => {
  try {
    const { feed } = parseFeed(text) as { readonly feed: Raw };
    return rawIn(feed.items ?? feed.entries).flatMap((raw) => entryOf(raw, base) ?? []);
  } catch {
    // Not a feed, or one that is broken past reading as a whole: told apart below.
    return undefined;
  }
};

/** As many entries as are looked for one by one in a broken feed. */
const SALVAGED_LIMIT = 500;

/** The entries of a feed whose frame is broken, each read by itself; of one that is broken too, its address alone. */
const salvaged = (text: string, base: string): readonly ListEntry[] | undefined => {
  const starts = [...text.matchAll(/<(item|entry)(?=[\s>])/gi)].slice(0, SALVAGED_LIMIT);
  if (starts.length === 0 || !/<(?:rss|feed|rdf:RDF|channel)\b/i.test(text)) return undefined;
  return starts.flatMap((start, at) => {
    const name = start[1] ?? 'item';
    const rest = text.slice(start.index, starts[at + 1]?.index);
    const piece = rest.replace(new RegExp(`</${name}\\s*>[\\s\\S]*$`, 'i'), '');
    const whole =
      name.toLowerCase() === 'item'
        ? `<rss version="2.0"><channel><title>-</title>${piece}</item></channel></rss>`
        : `<feed xmlns="http://www.w3.org/2005/Atom"><title>-</title>${piece}</entry></feed>`;
    const found = entriesIn(whole, base);
    if (found?.[0]) return [found[0]];
    const link =
      /<link[^>]*?href\s*=\s*["']([^"']+)["']/i.exec(piece)?.[1] ??
      /<link[^>]*>\s*(?:<!\[CDATA\[)?\s*(https?:[^\s<\]]+)/i.exec(piece)?.[1];
    return entryOf({ link: link?.replaceAll('&amp;', '&') }, base) ?? [];
  });
};

/**
 * What a feed lists, in its order.
 * @param base address that relative links are meant from
 * @returns undefined where the text is no feed; an empty list where it is one and lists nothing
 */
export const feedEntries = (text: string, base: string): readonly ListEntry[] | undefined => {
  const whole = entriesIn(text, base);
  return whole && whole.length > 0 ? whole : (salvaged(text, base) ?? whole);
};
