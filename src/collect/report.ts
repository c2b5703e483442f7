/** Capture → Report: the article as plain text, with what the mark-up and the giver say of it. Pure. */
import { type Capture, Failure, type Report, sha256Hex } from '../model/index.ts';
import { declaredEncoding, decode } from './decode.ts';
import { articleOf, EXTRACTOR, wordsOf } from './page/article.ts';
import type { PageLabels } from './page/labels.ts';

/** What the person who adds a report knows of it; goes before what the page says. */
export type Given = Pick<Report, 'title' | 'date' | 'language' | 'publisher' | 'citations'>;

const PLAIN = 'plain 1';

/** The same bytes by the same extractor are the same report. 16 hex digits: short enough to be typed. */
const idOf = (capture: Capture, extractor: string): string => sha256Hex(`${capture.id}\n${extractor}`).slice(0, 16);

const webAddress = (capture: Capture): string | undefined => {
  const address = capture.finalAddress ?? capture.address;
  return /^https?:/.test(address) ? address : undefined;
};

/**
 * The report in a capture.
 * @param labels what pages write beside articles, see `pageLabelsOf`
 * @throws Failure `empty` where no text is left without the mark-up.
 */
export const reportOf = (capture: Capture, bytes: Uint8Array, labels: PageLabels, given: Given = {}): Report => {
  const html = capture.mediaType.includes('html');
  const text = decode(bytes, declaredEncoding(capture.headers?.['content-type'], bytes));
  const url = webAddress(capture);
  const extractor = html ? EXTRACTOR : PLAIN;
  const article = html ? articleOf(text, labels, url) : undefined;
  const words = article ? wordsOf(article) : { text, hints: [] };
  if (!words.text.trim())
    throw new Failure('empty', `${capture.address.replace(/^file:/, '')} holds no text: there is nothing to read.`);
  const found: Given & Pick<Report, 'url' | 'stated'> = {
    ...(article?.title && { title: article.title }),
    ...(article?.date && { date: article.date }),
    ...(article?.language && { language: article.language }),
    ...(article?.url ? { url: article.url } : url && { url }),
    ...(article && Object.keys(article.stated).length > 0 && { stated: article.stated }),
  };
  return {
    id: idOf(capture, extractor),
    captureId: capture.id,
    extractor,
    ...found,
    ...given,
    text: words.text,
    ...(words.hints.length > 0 && { hints: words.hints }),
  };
};
