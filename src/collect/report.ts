/** Capture → Report: the article as plain text, with what the mark-up, the list that named it and the giver say of it. */
import { type Capture, Failure, type Report, sha256Hex } from '../model/index.ts';
import { declaredEncoding, decode } from './decode.ts';
import { mayBeList } from './kinds.ts';
import type { ListEntry } from './lists/entry.ts';
import { listOf } from './lists/index.ts';
import { articleOf, EXTRACTOR, wordsOf } from './page/article.ts';
import type { PageLabels } from './page/labels.ts';
import { PDF_EXTRACTOR, textOfPdf } from './pdf.ts';

/** What the person who adds a report knows of it; goes before what the page says. */
export type Given = Pick<Report, 'title' | 'date' | 'language' | 'publisher' | 'citations'> & {
  /** What a feed or sitemap says of it; stands in where the page says nothing. */
  readonly listed?: Pick<ListEntry, 'title' | 'published'>;
};

const PLAIN = 'plain 1';

/** The same bytes by the same extractor are the same report. 16 hex digits: short enough to be typed. */
const idOf = (capture: Capture, extractor: string): string => sha256Hex(`${capture.id}\n${extractor}`).slice(0, 16);

const webAddress = (capture: Capture): string | undefined => {
  const address = capture.finalAddress ?? capture.address;
  return /^https?:/.test(address) ? address : undefined;
};

type Extracted = { readonly extractor: string; readonly text: string } & Pick<
  Report,
  'title' | 'date' | 'language' | 'url' | 'hints' | 'stated'
>;

const fromPage = (html: string, labels: PageLabels, url: string | undefined): Extracted => {
  const article = articleOf(html, labels, url);
  const { text, hints } = wordsOf(article);
  return {
    extractor: EXTRACTOR,
    text,
    ...(article.title && { title: article.title }),
    ...(article.date && { date: article.date }),
    ...(article.language && { language: article.language }),
    ...(article.url && { url: article.url }),
    ...(hints.length > 0 && { hints }),
    ...(Object.keys(article.stated).length > 0 && { stated: article.stated }),
  };
};

const extracted = async (capture: Capture, bytes: Uint8Array, labels: PageLabels, name: string): Promise<Extracted> => {
  if (capture.mediaType === 'application/pdf') return { extractor: PDF_EXTRACTOR, ...(await textOfPdf(bytes, name)) };
  if (mayBeList(capture.mediaType) && listOf({ capture, bytes }))
    throw new Failure('is-list', `${name} is a list of reports, not one. «marsad add» adds those that it names.`);
  const text = decode(bytes, declaredEncoding(capture.headers?.['content-type'], bytes));
  return capture.mediaType.includes('html') ? fromPage(text, labels, webAddress(capture)) : { extractor: PLAIN, text };
};

/**
 * The report in a capture.
 * @param labels what pages write beside articles, see `pageLabelsOf`
 * @throws Failure `empty` where no text is left without the mark-up, `is-list` for a feed or sitemap, and those of textOfPdf
 */
export const reportOf = async (
  capture: Capture,
  bytes: Uint8Array,
  labels: PageLabels,
  { listed, ...given }: Given = {},
): Promise<Report> => {
  const name = capture.address.replace(/^file:/, '');
  const { extractor, text, ...found } = await extracted(capture, bytes, labels, name);
  if (!text.trim()) throw new Failure('empty', `${name} holds no text: there is nothing to read.`);
  const url = webAddress(capture);
  const published = listed?.published;
  const dated = found.date === undefined && published !== undefined;
  return {
    id: idOf(capture, extractor),
    captureId: capture.id,
    extractor,
    ...(listed?.title && { title: listed.title }),
    ...(url && { url }),
    ...found,
    ...(dated && {
      date: published,
      stated: { ...found.stated, published: { value: published, origin: 'feed' as const } },
    }),
    ...given,
    text,
  };
};
