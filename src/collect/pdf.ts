/** A PDF → its text, by PDF.js: lines to paragraphs by the gaps between them, Arabic letters out of their printed forms. */
import { Failure } from '../model/index.ts';

export const PDF_EXTRACTOR = 'pdf.js 5 unpdf 1.7.0 marsad 1';

/** More pages than this are a book; a report is no book. */
const PAGES_LIMIT = 300;
/** A line this much farther from the one before it than its own height begins a paragraph. */
const PARAGRAPH_GAP = 1.7;

type Item = {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
};
type Line = { readonly text: string; readonly top: number; readonly height: number };

/** Letters in the shape that they have at the end or in the middle of a word, as old software printed them. */
const PRINTED_FORMS = /[\uFB50-\uFDFF\uFE70-\uFEFC\uFB00-\uFB06]+/g;

const isArabic = (text: string): boolean => /[\u0600-\u06FF\uFB50-\uFDFF\uFE70-\uFEFC]/.test(text);

/**
 * The words of a line. Printers lay Arabic down from the left, as the eye sees it, or in the order of reading; where a
 * piece stands on the page is the same in both. Numbers and Latin words within keep their own direction.
 */
const wordsOf = (items: readonly Item[]): string => {
  const letters = items.map(({ str }) => str).join('');
  const arabic = letters.match(/[\u0620-\u064A\uFB50-\uFDFF\uFE70-\uFEFC]/g)?.length ?? 0;
  if (arabic * 2 < (letters.match(/\p{L}/gu)?.length ?? 0) || arabic === 0) return letters;
  // The parts of a ligature stand at one place, the last first, and a blank of no width between them is none.
  const fromRight = items
    .filter(({ str, width }) => str !== ' ' || width > 0)
    .reverse()
    .sort((a, b) => (b.transform[4] ?? 0) - (a.transform[4] ?? 0));
  let text = '';
  let run: string[] = [];
  const flush = (): void => {
    // Blanks around a number belong to the Arabic on either side of it.
    const [start, end] = [
      run.findIndex((piece) => piece.trim() !== ''),
      run.findLastIndex((piece) => piece.trim() !== ''),
    ];
    text +=
      start < 0
        ? run.join('')
        : [...run.slice(0, start), ...run.slice(start, end + 1).reverse(), ...run.slice(end + 1)].join('');
    run = [];
  };
  for (const { str } of fromRight) {
    if (isArabic(str) || /^[^\p{L}\p{N}\s]+$/u.test(str)) {
      flush();
      text += str;
    } else run.push(str);
  }
  flush();
  return text;
};

const linesOf = (items: readonly Item[]): readonly Line[] => {
  const lines: Line[] = [];
  let [line, top, height]: [Item[], number, number] = [[], 0, 0];
  const flush = (): void => {
    const words = wordsOf(line).replace(/\s+/g, ' ').trim();
    if (words) lines.push({ text: words, top, height });
    [line, height] = [[], 0];
  };
  for (const item of items) {
    const at = item.transform[5] ?? 0;
    if (line.length > 0 && Math.abs(at - top) > Math.max(height, item.height) * 0.8) flush();
    if (line.length === 0) top = at;
    line.push(item);
    height = Math.max(height, item.height);
    if (item.hasEOL) flush();
  }
  flush();
  return lines;
};

const isClosed = (text: string): boolean => /[.!?؟…:]["'”’»)\]]*$/u.test(text);

/** Lines joined to paragraphs; a word that was cut at the end of a line is whole again. */
const paragraphsOf = (lines: readonly Line[]): string[] => {
  const paragraphs: string[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = paragraphs.length - 1;
    const gap = before ? Math.abs(before.top - line.top) : Number.POSITIVE_INFINITY;
    const sameSize = before !== undefined && Math.abs(before.height - line.height) < 1;
    if (before && sameSize && gap <= Math.max(line.height, 1) * PARAGRAPH_GAP) {
      const text = paragraphs[last] ?? '';
      paragraphs[last] =
        /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line.text) ? text.slice(0, -1) + line.text : `${text} ${line.text}`;
    } else paragraphs.push(line.text);
    before = line;
  }
  return paragraphs;
};

/**
 * The text of a PDF and the title that it states.
 * @throws Failure `locked`, `broken`, `empty`, `too-large`
 */
export const textOfPdf = async (
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly text: string; readonly title?: string }> => {
  // Loaded here: most reports are none, and it is large.
  const { getDocumentProxy } = await import('unpdf');
  const open = async () => {
    try {
      // It takes the bytes for itself; the capture's are not ours to give away.
      return await getDocumentProxy(bytes.slice(), { isEvalSupported: false, verbosity: 0 });
    } catch (error) {
      if ((error as Error).name === 'PasswordException')
        throw new Failure('locked', `${name} is locked with a password. Save it without one.`);
      throw new Failure('broken', `${name} is a broken PDF: it cannot be opened.`);
    }
  };
  const document = await open();
  try {
    if (document.numPages > PAGES_LIMIT)
      throw new Failure(
        'too-large',
        `${name} has ${document.numPages} pages; the limit is ${PAGES_LIMIT}. Cut it into single reports.`,
      );
    const paragraphs: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const [first, ...others] = paragraphsOf(linesOf(items.filter((item) => 'str' in item)));
      const last = paragraphs.at(-1);
      // A sentence goes on over the end of a page.
      if (first && last && !isClosed(last) && last.length > 60) paragraphs[paragraphs.length - 1] = `${last} ${first}`;
      else if (first) paragraphs.push(first);
      paragraphs.push(...others);
      page.cleanup();
    }
    const text = paragraphs.join('\n\n').replace(PRINTED_FORMS, (letters) => letters.normalize('NFKC'));
    if (!/\p{L}/u.test(text))
      throw new Failure(
        'empty',
        `${name} holds no text: it may be a scan. Marsad does not recognise letters in pictures.`,
      );
    const { info } = await document.getMetadata().catch(() => ({ info: {} }));
    const stated = (info as { readonly Title?: unknown }).Title;
    const title = typeof stated === 'string' && stated.trim().split(/\s+/).length >= 3 ? stated.trim() : undefined;
    return { text, ...(title && { title }) };
  } finally {
    await document.destroy();
  }
};
