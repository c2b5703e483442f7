/** A page's mark-up → the article in it: text with paragraph breaks, its parts, and what the page says of it. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { languageByScript } from '../../language/index.ts';
import type { Language, Picture, Report, Stated } from '../../model/index.ts';
import { type Block, blocksOf } from './blocks.ts';
import { shownDay } from './dates.ts';
import type { PageLabels } from './labels.ts';
import { type ArticlePart, isText, part, partsAround, partsOf } from './parts.ts';
import { type Marked, markedOf } from './stated.ts';

export type Article = {
  /** Running text of the article, paragraphs parted by an empty line; without headline, captions, names and dates. */
  readonly text: string;
  /** All that belongs to the article, in reading order. */
  readonly parts: readonly ArticlePart[];
  readonly title?: string;
  /** ISO date or date-time of first publication, as the page states it. */
  readonly date?: string;
  readonly language?: Language;
  /** The address that the page calls its own. */
  readonly url?: string;
  readonly stated: Stated;
};

/** Version of what turns mark-up into text: a new one means new texts, hence new reports. */
export const EXTRACTOR = 'readability 0.6.0 marsad 2';

/** The page's document; a fragment gets the frame that a browser would give it. */
const documentOf = (html: string): Document => {
  const framed = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(framed).document as unknown as Document;
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
  try {
    // Class names are kept: they say what is a caption, a credit, a box beside the article.
    const found = new Readability(document, { keepClasses: true, serializer: (node) => node }).parse();
    if (found?.content) {
      const blocks = blocksOf(found.content);
      return found.title ? { blocks, title: found.title.trim() } : { blocks };
    }
  } catch {
    // Readability throws on some trees that linkedom builds of broken pages; the page's plain text is still there.
  }
  return { blocks: [] };
};

/** The words of a caption and the credit that it ends with, where a label or a bracket parts the two. */
const pictureOf = (text: string, archive: boolean, labels: PageLabels): Picture => {
  const whole = labels.after('credit', text);
  const [caption, credit] =
    whole !== undefined && text.length < 120
      ? [undefined, whole]
      : (() => {
          const ends =
            /^(.*?)[\s([{|–—-]*(?:credit|photo(?:graph)?(?: by)?|image|source|تصوير|المصدر|مصدر الصورة)\s*[:：]\s*([^:()]{2,80})\)?\.?$/is.exec(
              text,
            );
          return ends ? [ends[1]?.trim(), ends[2]?.trim()] : [text, undefined];
        })();
  return { ...(caption && { caption }), ...(credit && { credit }), ...(archive && { archive: true as const }) };
};

/** What the visible page adds to what the mark-up stated. */
const seen = (parts: readonly ArticlePart[], { stated }: Marked, labels: PageLabels): Stated => {
  const of = (kind: ArticlePart['kind']): readonly string[] =>
    parts.filter((part) => part.kind === kind).map((part) => part.text);
  const days = of('page-date').flatMap((line) => {
    const value = shownDay(line, labels);
    return value ? [{ value, modified: labels.marks('modified', line) }] : [];
  });
  const shown = (modified: boolean) => {
    const found = days.find((day) => day.modified === modified);
    return found && { value: found.value, origin: 'visible' as const };
  };
  const published = stated.published ?? shown(false);
  const modified = stated.modified ?? shown(true);
  const bylines = stated.bylines ?? of('byline').flatMap((line) => labels.after('byline', line) ?? line);
  const keyPoints = of('key-point');
  const credits = [...(stated.credits ?? []), ...of('credit')];
  const corrections = [
    ...(stated.corrections ?? []),
    ...parts.filter((part) => part.correction).map((part) => part.text),
  ];
  const captions = parts
    .filter((part) => part.kind === 'caption')
    .map((part) =>
      part.credit
        ? { credit: labels.after('credit', part.text) ?? part.text }
        : pictureOf(part.text, part.archive === true, labels),
    );
  // A credit in a line of its own belongs to the caption before it.
  const pictures = captions.reduce<Picture[]>((joined, picture) => {
    const previous = joined.at(-1);
    if (!picture.caption && previous?.caption && !previous.credit)
      joined[joined.length - 1] = { ...previous, ...picture };
    else joined.push(picture);
    return joined;
  }, []);
  const standfirst = stated.standfirst ?? of('standfirst')[0];
  return {
    ...stated,
    ...(published && { published }),
    ...(modified && { modified }),
    ...(bylines.length > 0 && { bylines }),
    ...(standfirst && { standfirst }),
    ...(keyPoints.length > 0 && { keyPoints }),
    ...(credits.length > 0 && { credits: [...new Set(credits)] }),
    ...(corrections.length > 0 && { corrections: [...new Set(corrections)] }),
    ...(pictures.length > 0 ? { pictures } : stated.pictures && { pictures: stated.pictures }),
  };
};

const textOf = (parts: readonly ArticlePart[]): string =>
  parts
    .filter(isText)
    .map((part) => part.text)
    .join('\n\n');

/** The text that the mark-up carries, where the page draws its article with scripts and shows next to nothing without. */
const bodyParts = (body: string): readonly ArticlePart[] =>
  body
    .replace(/<[^>]{1,200}>/g, '\n')
    .split('\n')
    .map(folded)
    .filter((text) => text !== '')
    .map((text) => ({ text, language: languageByScript(text) }));

/**
 * The article of a page. Any string gives an answer: a page in which no article is found gives all its text.
 * @param labels what pages write beside articles, see `pageLabelsOf`
 * @param url address of the page, for relative addresses in it; never fetched
 */
export const articleOf = (html: string, labels: PageLabels, url?: string): Article => {
  const document = documentOf(html);
  const marked = markedOf(document, labels, url);
  const headline = headlineOf(document, marked.pageTitle);
  const tooDeep = isTooDeep(document.documentElement);
  const page = tooDeep ? [] : blocksOf(document.documentElement);
  const extracted = tooDeep ? { blocks: [] } : extract(document);
  // A tree too deep for Readability is taken as it is.
  const blocks = [extracted.blocks, page].find((some) => some.length > 0) ?? blocksOf(document.documentElement);
  const title = headline ?? extracted.title ?? marked.title ?? marked.pageTitle;
  const known = { labels, bylines: marked.stated.bylines ?? [], ...(title && { title }) };
  const found = partsOf(blocks, known);
  const around = partsAround(page, found, known);
  const drawn = marked.body !== undefined && marked.body.length > 400 && textOf(found).length * 2 < marked.body.length;
  const told = drawn ? bodyParts(marked.body ?? '') : [...around.lead, ...found, ...around.tail];
  // Nothing but furniture would leave a short note unread.
  const parts = told.some(isText) ? told : blocks.map((block) => part(block, labels));
  const stated = seen(parts, marked, labels);
  return {
    text: textOf(parts),
    parts,
    ...(title && { title: folded(title) }),
    ...(stated.published && { date: stated.published.value }),
    ...(marked.language && { language: marked.language }),
    ...(marked.address && { url: marked.address }),
    stated,
  };
};

type Hint = NonNullable<Report['hints']>[number];

/** The article as a report's text: headline first, then its parts, with the mark-up's word on each as a hint. */
export const wordsOf = (article: Article): { readonly text: string; readonly hints: readonly Hint[] } => {
  const parts: readonly ArticlePart[] = [
    ...(article.title
      ? [{ text: article.title, kind: 'headline' as const, language: languageByScript(article.title) }]
      : []),
    // The headline stands once, though the article's mark-up may hold it again.
    ...article.parts.filter((part) => part.text !== article.title),
  ];
  const hints: Hint[] = [];
  let text = '';
  for (const { text: words, kind, language, archive } of parts) {
    if (text) text += '\n\n';
    if (kind)
      hints.push({ kind, start: text.length, end: text.length + words.length, language, ...(archive && { archive }) });
    text += words;
  }
  return { text, hints };
};
