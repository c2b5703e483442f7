/**
 * Blocks of what was taken for the article → its parts. Readability finds the container; what stands in it beside the
 * article (menus, teasers, sign-up boxes, lines of dates and names) is told by where a block stands, by its mark-up,
 * and by the labels of data/lexicons.
 */
import { languageByScript } from '../../language/index.ts';
import type { Language, PartKind } from '../../model/index.ts';
import type { Block } from './blocks.ts';
import { shownDay } from './dates.ts';
import type { PageLabels } from './labels.ts';

/** A block that stays. Without a kind it is running text. */
export type ArticlePart = {
  readonly text: string;
  readonly kind?: PartKind;
  readonly language: Language;
  readonly archive?: true;
  readonly correction?: true;
  /** A line of a caption that names whose picture it is. */
  readonly credit?: true;
};

export type Known = {
  readonly labels: PageLabels;
  readonly title?: string;
  /** Authors that the mark-up names. */
  readonly bylines: readonly string[];
};

const folded = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu)?.length ?? 0;
const isClosed = (text: string): boolean => /[.!?؟…:]["'”’»)\]]*$/u.test(text);

/** A sentence or more of running text: what an article is made of. The first may be as short as eight words. */
const isProse = (block: Block): boolean =>
  block.level === undefined &&
  block.zone === undefined &&
  block.linked < 0.8 &&
  isClosed(block.text) &&
  wordCount(block.text) >= 8;

const isArchive = (text: string, labels: PageLabels): boolean =>
  [...text.matchAll(/[([«"“]([^()[\]«»"“”]{2,40})[)\]»"”]/g)].some((match) => labels.is('archive', match[1] ?? '')) ||
  text.split(/[-–—:|/،,.()[\]]/).some((piece) => labels.is('archive', piece.trim()));

/** A line that is a link or a row of links: a menu, a teaser, «read also». */
const isLinks = (block: Block): boolean =>
  block.linked > 0.9 || (block.linked > 0.6 && !isClosed(block.text) && wordCount(block.text) < 25);

/** Address, counter or sign alone. */
const isNoise = (text: string): boolean => !/\p{L}{2}/u.test(text) || /^https?:\/\/\S+$/.test(text);

const isFurniture = (block: Block, labels: PageLabels): boolean => {
  const { text } = block;
  const words = wordCount(text);
  return (
    block.zone === 'aside' ||
    isNoise(text) ||
    /^©/.test(text) ||
    (words <= 40 && labels.marks('furniture', text)) ||
    (labels.marks('more', text) &&
      (block.linked > 0.4 || words <= 4 || /^[^\n]{0,40}[:：|]/.test(text)) &&
      words <= 40) ||
    isLinks(block)
  );
};

/** Whether a line is nothing but who wrote: a label with names, or the names that the mark-up gives. */
const isByline = (block: Block, { labels, bylines }: Known): boolean => {
  const words = wordCount(block.text);
  if (words > 20 || block.level === 1) return false;
  const text = folded(block.text);
  return (
    (block.zone === 'byline' && !(isClosed(block.text) && words > 10)) ||
    (words <= 14 && labels.marks('byline', block.text) && !isClosed(block.text)) ||
    bylines.some((name) => folded(name) !== '' && text.includes(folded(name)) && words <= wordCount(name) + 5)
  );
};

const isDateLine = (block: Block, { labels }: Known): boolean => {
  const words = wordCount(block.text);
  if (words > 16 || (isClosed(block.text) && words > 9)) return false;
  const labelled = labels.marks('published', block.text) || labels.marks('modified', block.text);
  return shownDay(block.text, labels) !== undefined && (labelled || block.zone === 'date' || words <= 12)
    ? true
    : (labelled || block.zone === 'date') && /\d/.test(block.text);
};

/** «Photo: …» in a line of its own, or a line that ends with it in brackets: the words of a picture. */
const isCreditLine = (text: string, labels: PageLabels): boolean => {
  if (wordCount(text) <= 12 && labels.marks('credit', text)) return true;
  const bracketed = /[([]([^()[\]]{3,120})[)\]]\.?$/.exec(text)?.[1];
  return bracketed !== undefined && wordCount(text) <= 80 && labels.marks('credit', bracketed);
};

/** Where the article ends: the first closing label («Related news») in the last part of it after which no more than scraps come. */
const endOf = (blocks: readonly Block[], labels: PageLabels): number => {
  const sizes = blocks.map((block) => (isProse(block) ? block.text.length : 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const [at, block] of blocks.entries()) {
    if (before > 0 && total - before <= total * 0.35 && wordCount(block.text) <= 8 && labels.marks('end', block.text))
      return at;
    before += sizes[at] ?? 0;
  }
  return blocks.length;
};

/** The block as it is. */
export const part = (block: Block, labels: PageLabels, kind?: PartKind): ArticlePart => ({
  text: block.text,
  ...(kind && { kind }),
  language: languageByScript(block.text),
  ...(kind === 'caption' && block.zone === 'credit' && { credit: true as const }),
  ...(kind === 'caption' && isArchive(block.text, labels) && { archive: true as const }),
  ...((block.zone === 'correction' ||
    (kind === undefined &&
      labels.marks('correction', block.text) &&
      /^[^\n]{0,60}[:：]|^\S+\s+\S+\s/.test(block.text))) &&
    kind === undefined && { correction: true as const }),
});

/** Before the first sentence: headline again, deck, key points, names, dates. */
const before = (block: Block, known: Known): ArticlePart | undefined => {
  const { labels, title } = known;
  const words = wordCount(block.text);
  if (title && folded(block.text) === folded(title)) return undefined;
  if (isDateLine(block, known)) return part(block, labels, 'page-date');
  if (isByline(block, known)) return part(block, labels, 'byline');
  if (isCreditLine(block.text, labels)) return part(block, labels, 'caption');
  if ((block.item || block.zone === 'key-points') && words >= 4 && !labels.is('key-points', block.text))
    return part(block, labels, 'key-point');
  if (words >= 8 && block.level !== 1) return part(block, labels, 'standfirst');
  return undefined;
};

/** After the last sentence: agencies, a correction, dates. Headings over nothing and scraps go. */
const after = (block: Block, known: Known): ArticlePart | undefined => {
  const { labels } = known;
  if (isDateLine(block, known)) return part(block, labels, 'page-date');
  if (labels.marks('contributed', block.text) || labels.marks('agencies', block.text))
    return part(block, labels, 'credit');
  if (isByline(block, known)) return part(block, labels, 'byline');
  if (isCreditLine(block.text, labels)) return part(block, labels, 'caption');
  return block.level === undefined && (isClosed(block.text) || block.item || block.quote)
    ? part(block, labels)
    : undefined;
};

const within = (block: Block, known: Known): ArticlePart | undefined => {
  const { labels } = known;
  if ((block.zone === 'date' || labels.marks('modified', block.text)) && isDateLine(block, known))
    return part(block, labels, 'page-date');
  if (block.zone === 'byline' && isByline(block, known)) return part(block, labels, 'byline');
  if (labels.is('key-points', block.text)) return undefined;
  if (block.zone === 'key-points') return part(block, labels, 'key-point');
  if (isCreditLine(block.text, labels) && (!isClosed(block.text) || /[)\]]\.?$/.test(block.text)))
    return part(block, labels, 'caption');
  if (wordCount(block.text) <= 40 && labels.marks('contributed', block.text)) return part(block, labels, 'credit');
  return part(block, labels, block.level ? 'heading' : block.quote ? 'quote' : undefined);
};

/**
 * The parts of an article, in reading order.
 * @param blocks of the container that Readability took for the article
 */
export const partsOf = (blocks: readonly Block[], known: Known): readonly ArticlePart[] => {
  const { labels } = known;
  const told = blocks.slice(0, endOf(blocks, labels)).filter((block) => !isFurniture(block, labels));
  const first = told.findIndex(isProse);
  const last = told.findLastIndex(isProse);
  const parts = told.map((block, at) => {
    if (block.zone === 'figure' || block.zone === 'caption' || block.zone === 'credit')
      return part(block, labels, 'caption');
    // A page without a closed sentence (a list, a table, a headline's worth) is kept as it is.
    if (first < 0) return before(block, known) ?? part(block, labels, block.level ? 'heading' : undefined);
    if (at < first) return before(block, known);
    return at > last ? after(block, known) : within(block, known);
  });
  return parts.filter((one) => one !== undefined);
};

const AROUND = { before: 25, above: 4, after: 6 };

/**
 * What belongs to the article but stands outside the container that Readability took: between headline and first
 * sentence (picture, names, dates, deck, key points), and right after the last (agencies, correction, dates).
 * @param page blocks of the whole page
 * @param parts of the container
 */
export const partsAround = (
  page: readonly Block[],
  parts: readonly ArticlePart[],
  known: Known,
): { readonly lead: readonly ArticlePart[]; readonly tail: readonly ArticlePart[] } => {
  const texts = new Set(parts.map((one) => one.text));
  const running = parts.filter((one) => one.kind === undefined);
  const first = page.findIndex((block) => block.text === running[0]?.text);
  if (first < 0) return { lead: [], tail: [] };
  const title = known.title && folded(known.title);
  const headline = page.slice(0, first).findLastIndex((block) => block.level === 1 || folded(block.text) === title);
  const last = page.findLastIndex((block) => block.text === running.at(-1)?.text);
  const isNew = (block: Block): boolean => !texts.has(block.text) && !isFurniture(block, known.labels);
  const isPicture = ({ zone }: Block): boolean => zone === 'figure' || zone === 'caption' || zone === 'credit';
  const lead =
    headline < 0 || first - headline > AROUND.before
      ? []
      : page
          .slice(Math.max(0, headline - AROUND.above), first)
          .filter((block, at) => isNew(block) && (at >= AROUND.above || !block.item))
          .map((block) => (isPicture(block) ? part(block, known.labels, 'caption') : before(block, known)));
  const rest = page.slice(last + 1, last + 1 + AROUND.after);
  const end = rest.findIndex((block) => block.level !== undefined || known.labels.marks('end', block.text));
  const tail = rest
    .slice(0, end < 0 ? undefined : end)
    .filter(isNew)
    .map((block) => after(block, known))
    .filter((one) => one?.kind === 'credit' || one?.kind === 'page-date' || one?.correction);
  return { lead: lead.filter((one) => one !== undefined), tail: tail.filter((one) => one !== undefined) };
};

/** Running text: what is left when page furniture, captions, names and dates are set aside. */
export const isText = ({ kind }: ArticlePart): boolean =>
  kind === undefined || kind === 'heading' || kind === 'quote' || kind === 'key-point';
