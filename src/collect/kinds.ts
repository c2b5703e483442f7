/** What kind of thing some bytes are: by what came with them, and by how they begin. */
import { extname } from 'node:path';
import { Failure } from '../model/index.ts';
import { isBinary } from './decode.ts';

const BY_ENDING: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.pdf': 'application/pdf',
};

/** What can be turned into text, or is a list of addresses. */
const READABLE =
  /^(?:text\/(?:html|plain|markdown|xml)|application\/(?:xhtml\+xml|pdf|xml|rss\+xml|atom\+xml|rdf\+xml|json|feed\+json|ld\+json))$/;

/** Said of what nobody looked at; the bytes say more. */
const UNSAID = /^(?:application\/(?:octet-stream|x-download|force-download|gzip|x-gzip)|binary\/octet-stream)?$/;

/** What the first bytes say of a file that is no text. */
const SIGNATURES: readonly (readonly [name: string, start: string])[] = [
  ['a ZIP archive or Office document', 'PK\x03\x04'],
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
];

const openingOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 512));

/** By its first letters, with or without a byte order mark before them. */
const sniffed = (bytes: Uint8Array): string => {
  const opening = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart();
  if (/^<(?:!doctype html|html)\b/i.test(opening)) return 'text/html';
  if (/^(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b/is.test(opening))
    return 'application/xml';
  return 'text/plain';
};

/**
 * The media type of some bytes.
 * @param declared Content-Type that came with them
 * @throws Failure `empty`, `binary`, `media-type`
 */
export const checkBytes = (name: string, bytes: Uint8Array, declared?: string): string => {
  if (bytes.length === 0) throw new Failure('empty', `${name} is empty: there is nothing to read.`);
  const opening = openingOf(bytes.subarray(0, 8));
  if (opening.startsWith('%PDF-')) return 'application/pdf';
  // Sitemaps are published compressed; what is in it is seen when it is undone.
  if (opening.startsWith('\x1f\x8b') && /\.xml\.gz(?:$|\?)/i.test(name)) return 'application/gzip';
  const said = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!UNSAID.test(said) && !READABLE.test(said))
    throw new Failure('media-type', `${name} is ${said}. Marsad reads HTML pages, plain text, PDF and feeds.`);
  const known = SIGNATURES.find(([, start]) => opening.startsWith(start));
  if (known || isBinary(bytes))
    throw new Failure(
      'binary',
      `${name} is ${known ? known[0] : 'a binary file'}, not text. Marsad reads plain text, HTML and PDF; save it as one of these.`,
    );
  if (said === 'application/pdf') throw new Failure('binary', `${name} calls itself a PDF and is none.`);
  if (!UNSAID.test(said)) return said;
  return (
    BY_ENDING[extname(name.replace(/[?#].*$/, '')).toLowerCase()]?.replace('application/pdf', 'text/plain') ??
    sniffed(bytes)
  );
};

/** Whether a capture may be a list of addresses (feed, sitemap) rather than a report. */
export const mayBeList = (mediaType: string): boolean =>
  /xml|json|gzip/.test(mediaType) && mediaType !== 'application/xhtml+xml';
