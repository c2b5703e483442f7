import type { Handle, HandleServerError } from '@sveltejs/kit';
import type { Language } from '../model/index.ts';
import { openHouse } from './lib/house.ts';
import { sent } from './lib/sent.ts';

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const CLOSED = `The observatory is not open: this site was started without one. Start it with «marsad serve».
المرصد غير مفتوح: شُغّل هذا الموقع من دونه. شغّله بالأمر «marsad serve».
`;

const languageOf = (path: string): Language | undefined => /^\/(en|ar)(?:\/|$)/.exec(path)?.[1] as Language | undefined;

/** The faces that every page of a language is set in: fetched along with the styles, so that no line moves when they come. */
const FACES: Readonly<Record<Language, RegExp>> = {
  en: /(?:newsreader-latin-[46]00|ibm-plex-sans-latin-400|mark-[67]00)/,
  ar: /(?:naskh-arabic-[47]00|ibm-plex-sans-arabic-arabic-400|mark-[67]00)/,
};

/** adapter-node takes https for granted; a server on the machine itself speaks http, and absolute links must say so. */
const originOf = (url: URL, request: { socket?: { encrypted?: boolean } } | undefined): string =>
  process.env.ORIGIN ?? (request && !request.socket?.encrypted ? `http://${url.host}` : url.origin);

export const handle: Handle = async ({ event, resolve }) => {
  const house = openHouse();
  if (!house)
    return new Response(CLOSED, { status: 503, headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' } });

  const request = event.platform?.req;
  const asReader = event.url.searchParams.get('as') === 'reader';
  const language = languageOf(event.url.pathname);
  const owner = request !== undefined && house.audienceOf(request) === 'owner';

  event.locals.showcase = house.showcase;
  event.locals.asReader = owner && asReader;
  event.locals.origin = originOf(event.url, request as never);
  event.locals.view = {
    audience: owner && !asReader ? 'owner' : 'public',
    language: language ?? 'en',
    now: new Date().toISOString(),
  };
  if (language) event.locals.language = language;

  const faces = FACES[language ?? 'en'];
  const response = await resolve(event, {
    preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && faces.test(path)),
    transformPageChunk: ({ html }) =>
      html
        .replace('%marsad.lang%', language ?? 'en')
        .replace('%marsad.dir%', language === 'ar' ? 'rtl' : 'ltr')
        // The framework's marks for its browser half, which our pages do not load: a seventh of a long page.
        .replace(/<!--[\w[\]!-]*?-->/g, ''),
  });
  for (const [name, value] of Object.entries(HEADERS))
    if (!response.headers.has(name)) response.headers.set(name, value);
  // Made to stand in other pages, and nothing but that.
  if (event.url.pathname.endsWith('/embed')) {
    const policy = response.headers.get('content-security-policy');
    if (policy)
      response.headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
    response.headers.set('cross-origin-resource-policy', 'cross-origin');
  }
  // What only the owner may see must not stay in a cache that others read; others ask whether theirs is still the newest.
  if (owner) response.headers.set('cache-control', 'private, no-store');
  else if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-cache');
  return sent(event.request, response, owner);
};

/** A wrong address is the reader's and needs no log; anything else is ours, and the reader is told no detail of it. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status !== 404) console.error(`${event.request.method} ${event.url.pathname}:`, error);
  return { message };
};
