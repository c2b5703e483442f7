/**
 * A world of small news sites on this machine, one host for each feed, with the faults that the real one has. Runs as a
 * process of its own (`tsx evaluation/soak/site.ts FEEDS PAGES`), so that its memory is not the collector's; prints its port.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What a page or feed does. The codes are those that a collector may give as its reason; none: it has to be kept. */
export const FAULTS = {
  none: [],
  slow: [],
  'busy at first': [],
  'reset at first': [],
  compressed: [],
  'windows-1256': [],
  'shorter than announced': ['cut-off'],
  'longer than announced': [],
  reset: ['unreachable', 'cut-off'],
  hangs: ['timeout'],
  'server error': ['busy'],
  gone: ['gone'],
  endless: ['too-large'],
  bomb: ['too-large'],
  'broken compression': ['cut-off'],
  picture: ['media-type'],
  empty: ['empty'],
  inward: ['private-address'],
  circle: ['redirects'],
  forbidden: ['robots'],
} as const satisfies Record<string, readonly string[]>;
export type Fault = keyof typeof FAULTS;

const PAGE_FAULTS = (Object.keys(FAULTS) as Fault[]).filter((fault) => fault !== 'none');

/** One page in five has a fault, each kind as often as the next; `hangs` is rarer, because each costs its time limit. */
export const pageFault = (page: number): Fault => {
  if (page % 5 !== 2) return 'none';
  const fault = PAGE_FAULTS[Math.floor(page / 5) % PAGE_FAULTS.length] ?? 'none';
  return fault === 'hangs' && page % 500 > 200 ? 'slow' : fault;
};

export type FeedFault = 'none' | 'cut off' | 'ampersand' | 'atom' | 'server error' | 'reset';
/** `server error` and `reset`: nothing of this feed can be had, and the collector has to say so. */
export const feedFault = (feed: number): FeedFault =>
  feed % 10 !== 3
    ? 'none'
    : ((['cut off', 'ampersand', 'atom', 'server error', 'reset'] as const)[Math.floor(feed / 10) % 5] ?? 'none');

export const feedOf = (page: number, feeds: number): number => page % feeds;
export const hostOf = (feed: number): string => `feed-${feed}.soak.example`;
export const pagePath = (page: number): string =>
  pageFault(page) === 'forbidden' ? `/private/${page}` : `/page/${page}`;

const MENU = Array.from({ length: 120 }, (_, at) => `<li><a href="/s/${at}">Section ${at}</a></li>`).join('');

/** A page of some 30 KB, in one of the two languages, that says something of its own. */
const pageOf = (page: number): string => {
  const arabic = page % 2 === 0;
  const dead = (page % 9) + 2;
  const day = (page % 27) + 1;
  const told = arabic
    ? [
        `قتل ${dead} أشخاص في قصف على القرية رقم ${page} يوم ${day} كانون الأول 2024، بحسب ما قاله الدفاع المدني.`,
        'وقال مسؤول محلي إن الطريق الرئيسي أغلق حتى المساء، وإن فرق الإسعاف نقلت المصابين إلى مشفى المدينة.',
        `وأضاف أن ${dead + 3} منازل تضررت، وأن الأهالي نزحوا إلى قرى مجاورة.`,
      ]
    : [
        `Shelling of village ${page} killed ${dead} people on ${day} December 2024, the civil defence said.`,
        'A local official said that the main road was closed until the evening and that the wounded were taken to the hospital of the city.',
        `He added that ${dead + 3} houses were damaged and that people fled to villages nearby.`,
      ];
  const title = arabic ? `قصف القرية رقم ${page}` : `Shelling of the village number ${page}`;
  const filler = `<script>var x${page}="${'x'.repeat(12_000)}"</script>`;
  return `<!doctype html><html lang="${arabic ? 'ar' : 'en'}"><head><meta charset="utf-8"><title>${title} | Soak</title>${filler}
<script type="application/ld+json">{"@type":"NewsArticle","headline":"${title}","datePublished":"2024-12-${String(day).padStart(2, '0')}T10:00:00+03:00"}</script></head>
<body><nav><ul>${MENU}</ul></nav><article><h1>${title}</h1>${told.map((text) => `<p>${text}</p>`).join('')}</article><aside><ul>${MENU}</ul></aside></body></html>`;
};

const windows1256 = (() => {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1256').decode(new Uint8Array([byte])), byte]),
  );
  return (text: string): Buffer => Buffer.from([...text].map((letter) => table.get(letter) ?? 63));
})();

const serve = (feeds: number, pages: number): void => {
  const tried = new Map<string, number>();
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
  const html = { 'content-type': 'text/html; charset=utf-8' };
  const feedPage = (feed: number, response: ServerResponse, request: IncomingMessage): unknown => {
    const fault = feedFault(feed);
    if (fault === 'server error') return response.writeHead(500).end();
    if (fault === 'reset') return request.socket.destroy();
    const own = Array.from({ length: Math.ceil(pages / feeds) }, (_, at) => feed + at * feeds).filter(
      (page) => page < pages,
    );
    const atom = own.map((page) => `<entry><link href="${pagePath(page)}"/><id>urn:${page}</id></entry>`).join('');
    const rss = own
      .map(
        (page) => `<item><title>${fault === 'ampersand' ? 'A & B' : page}</title><link>${pagePath(page)}</link></item>`,
      )
      .join('');
    const text =
      fault === 'atom'
        ? `<feed xmlns="http://www.w3.org/2005/Atom">${atom}</feed>`
        : `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>${rss}</channel></rss>`;
    return response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(fault === 'cut off' ? text.slice(0, -20) : text);
  };
  const page = (number: number, request: IncomingMessage, response: ServerResponse): unknown => {
    const fault = pageFault(number);
    const key = `${number}`;
    const times = (tried.get(key) ?? 0) + 1;
    tried.set(key, times);
    const body = Buffer.from(pageOf(number));
    switch (fault) {
      case 'slow':
        return setTimeout(() => response.writeHead(200, html).end(body), 1500);
      case 'busy at first':
        return times === 1 ? response.writeHead(503).end() : response.writeHead(200, html).end(body);
      case 'reset at first':
        return times === 1 ? request.socket.destroy() : response.writeHead(200, html).end(body);
      case 'compressed':
        return response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(body));
      case 'windows-1256':
        return response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(windows1256(body.toString().replace('utf-8', 'windows-1256')));
      case 'shorter than announced':
        response.writeHead(200, { ...html, 'content-length': body.length + 5000 }).write(body);
        return setTimeout(() => request.socket.destroy(), 20);
      case 'longer than announced':
        // Written past Node's own check: the header says less than there is.
        request.socket.write(
          `HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: ${body.length}\r\n\r\n`,
        );
        request.socket.write(body);
        return request.socket.end('and more that nobody announced');
      case 'reset':
        return request.socket.destroy();
      case 'hangs':
        return undefined;
      case 'server error':
        return response.writeHead(500).end();
      case 'gone':
        return response.writeHead(410).end();
      case 'endless': {
        response.writeHead(200, html);
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
          response.once('drain', more);
        };
        return more();
      }
      case 'bomb':
        return response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bomb);
      case 'broken compression':
        return response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(body);
      case 'picture':
        return response.writeHead(200, { 'content-type': 'image/jpeg' }).end(body);
      case 'empty':
        return response.writeHead(200, html).end();
      case 'inward':
        return response.writeHead(302, { location: 'http://10.0.0.1/' }).end();
      case 'circle':
        return response.writeHead(302, { location: request.url ?? '/' }).end();
      default:
        return response.writeHead(200, html).end(body);
    }
  };
  const server = createServer((request, response) => {
    response.on('error', () => undefined);
    const feed = Number(/^feed-(\d+)\./.exec(request.headers.host ?? '')?.[1]);
    const number = Number(/^\/(?:page|private)\/(\d+)$/.exec(request.url ?? '')?.[1]);
    if (request.url === '/robots.txt')
      response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /private/\n');
    else if (request.url === '/feed') feedPage(feed, response, request);
    else if (Number.isInteger(number) && number < pages) page(number, request, response);
    else response.writeHead(404).end();
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  serve(Number(process.argv[2]), Number(process.argv[3]));
