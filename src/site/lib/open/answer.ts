/** Answers to programs: what may leave the house, in one shape, with errors of one clear line. */
import type { Ask, Showcase } from '../../../publish/pages.ts';
import type { RecordLine, View } from '../../../publish/types.ts';
import { type Format, type PageOf, WRITERS } from './formats.ts';

/** A file that is taken away is public, whoever takes it: the owner's exact view stays on the pages. */
export const publicView = (view: View): View => ({ ...view, audience: 'public', language: 'en' });

const OPEN = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } as const;

export const jsonAnswer = (value: unknown, status = 200): Response =>
  new Response(`${JSON.stringify(value)}\n`, {
    status,
    headers: { ...OPEN, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
  });

/** @param message one line that says what to do */
export const wrong = (status: 400 | 404, code: string, message: string): Response =>
  jsonAnswer({ error: { code, message } }, status);

export const addresses = (origin: string): PageOf => ({
  page: (id) => `${origin}/en/records/${id}`,
  data: (id) => `${origin}/api/v1/records/${id}.json`,
});

type Listing = { readonly lines: readonly RecordLine[]; readonly pages: number };

const listing = async (showcase: Showcase, view: View, ask: Ask): Promise<Listing | undefined> =>
  ask.text === undefined ? showcase.records(view, ask) : (await showcase.search(view, ask))?.records;

/** All records that are asked for, newest first, a page at a time: the next is fetched when this one has been taken. */
export const fileAnswer = async (
  showcase: Showcase,
  view: View,
  ask: Ask,
  format: Format,
  origin: string,
): Promise<Response> => {
  const writer = WRITERS[format];
  const pages = addresses(origin);
  const first = await listing(showcase, view, { ...ask, page: 1 });
  if (!first) return wrong(404, 'no-such-list', 'There is no such list.');
  const encoder = new TextEncoder();
  let page = 0;
  let written = false;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      page += 1;
      const { lines } = page === 1 ? first : ((await listing(showcase, view, { ...ask, page })) ?? { lines: [] });
      let text = page === 1 ? writer.begin : '';
      for (const line of lines) {
        const piece = writer.piece(line, !written, pages);
        written ||= piece !== '';
        text += piece;
      }
      if (page >= first.pages) text += writer.end;
      if (text !== '') controller.enqueue(encoder.encode(text));
      if (page >= first.pages) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      ...OPEN,
      'content-type': writer.mediaType,
      'content-disposition': `attachment; filename="marsad-records.${format}"`,
      'cache-control': 'no-cache',
    },
  });
};

/** Keys of an address that nobody would miss if they were left out in silence: they are told instead. */
const KEYS: ReadonlySet<string> = new Set(['q', 'type', 'actor', 'place', 'modality', 'from', 'to', 'as']);

export const unknownKey = (search: URLSearchParams): string | undefined =>
  [...search.keys()].find((key) => !KEYS.has(key));
