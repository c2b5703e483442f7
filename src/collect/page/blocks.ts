/** A tree of mark-up → its text, block by block, with what the mark-up says of each block. */

/** What the mark-up around a block says that it is. `aside`: beside the article, not of it. */
export type Zone = 'aside' | 'figure' | 'caption' | 'credit' | 'date' | 'byline' | 'key-points' | 'correction';

export type Block = {
  readonly text: string;
  /** 1–6 for a heading. */
  readonly level?: number;
  readonly quote?: true;
  /** Item of a list. */
  readonly item?: true;
  readonly zone?: Zone;
  /** Share of its letters that are links, 0–1. */
  readonly linked: number;
};

/** The few properties of a DOM node that are used, so that this file needs no DOM. */
type TreeNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<unknown>;
  getAttribute?(name: string): string | null;
};

// Private use: U+E000 stands for a line break until the block is whole, U+E001 and U+E002 for where a link begins and
// ends; the page's own are dropped.
const OWN = /[\uE000-\uE002]/g;
const SILENT = new Set(
  'HEAD TITLE SCRIPT STYLE NOSCRIPT TEMPLATE SVG BUTTON FORM IFRAME OBJECT SELECT TEXTAREA AUDIO VIDEO'.split(' '),
);
const INLINE = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RP RT RUBY S SAMP SMALL SPAN ' +
    'STRIKE STRONG SUB SUP TIME TT U VAR WBR'
  ).split(' '),
);

/** Zones by the words of class and id. Habits of page software, the same in all languages. First match wins. */
const ZONES: readonly (readonly [Zone, RegExp])[] = [
  [
    'key-points',
    /key-?(?:points?|facts|takeaways)|takeaways|highlights|story-?summary|article-?summary|bullet-?points/,
  ],
  ['correction', /correction|clarification|editors?-?note/],
  [
    'credit',
    /(?:photo|image|picture|img|media|caption|figure)[-_]*(?:credit|copyright|source|by\b|author)|(?:^|[\s_-])credits?(?:$|[\s_-])|copyright/,
  ],
  ['caption', /caption|(?:image|photo|picture|img)[-_]*(?:desc|text|title|info)|gallery|slideshow|wp-?caption/],
  [
    'aside',
    new RegExp(
      'newsletter|sign-?up|subscri|promo|related|recommend|read-?(?:more|also|next)|more-?(?:stories|news|from|on)|' +
        'most-?(?:read|popular|viewed)|(?:^|[\\s_-])shar(?:e|ing)|social|comment|disqus|author-?(?:bio|box|info|card|desc|about)|' +
        'about-?(?:the-?)?author|(?:^|[\\s_-])bio(?:$|[\\s_-])|(?:^|[\\s_-])tags?(?:$|[\\s_-])|tag-?(?:list|cloud)|breadcrumb|' +
        'advert|(?:^|[\\s_-])ads?(?:$|[\\s_-])|sponsor|outbrain|taboola|carousel|swiper|(?:^|[\\s_-])rail(?:$|[\\s_-])|cookie|paywall|trending|teaser|(?:^|[\\s_-])nav|' +
        'toolbar|skip-?link|print-?only|screen-?reader|visually-?hidden|sr-only|(?:^|[\\s_-])widget|disclaimer|' +
        'inline-?(?:links?|promo)|story-?(?:links|list)|see-?also|(?:^|\\s)(?:is-)?hidden(?:$|\\s)',
    ),
  ],
  ['byline', /byline|(?:^|[\s_-])authors?(?:$|[\s_-]|-?name)|(?:^|[\s_-])writer|post-?author|article-?author/],
  [
    'date',
    /(?:^|[\s_-])(?:date|time|timestamp|datetime|posted(?:-?on)?|published|updated|pubdate|dateline)(?:$|[\s_-])|(?:publish|post|entry|article|update|modified)-?(?:date|time|meta)/,
  ],
];

/** A zone is a part of a page: what holds more of its text than this is the page itself, whatever it is called. */
const ZONE_SHARE: Readonly<Partial<Record<Zone, number>>> = { 'key-points': 0.5, aside: 0.3 };
/** Longest caption, credit, byline or date, in letters; a longer one is a body with a strange name. */
const ZONE_LENGTH = 900;

/** Measuring what an element holds walks all of it; a page that nests named elements without end must not make that quadratic. */
type Measure = { left: number };

const zoneOf = (node: TreeNode, name: string, total: number, measure: Measure): Zone | undefined => {
  if (name === 'FIGCAPTION') return 'caption';
  if (name === 'FIGURE') return 'figure';
  const named = `${node.getAttribute?.('class') ?? ''} ${node.getAttribute?.('id') ?? ''}`.trim();
  const zone: Zone | undefined =
    name === 'ASIDE' || name === 'NAV' || name === 'FOOTER'
      ? 'aside'
      : named === ''
        ? undefined
        : ZONES.find(([, words]) => words.test(named.toLowerCase()))?.[0];
  if (zone === undefined || measure.left <= 0) return undefined;
  const length = (node.textContent ?? '').length;
  measure.left -= length;
  const share = ZONE_SHARE[zone];
  return share === undefined ? (length <= ZONE_LENGTH ? zone : undefined) : length <= share * total ? zone : undefined;
};

const tidy = (text: string): string =>
  text
    .replace(/[ \t\r\n\f\u00A0]+/g, ' ')
    .replace(/\uE000\s*/g, '\n')
    .replace(/ +\n/g, '\n')
    .trim();

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Takes the marks of links out of a stretch, and says how much of it they held. `inside`: it begins within one. */
const unlink = (
  marked: string,
  inside: boolean,
): { readonly text: string; readonly linked: number; readonly open: boolean } => {
  if (!inside && !marked.includes('\uE001')) return { text: marked, linked: 0, open: false };
  let open = inside;
  let text = '';
  let held = 0;
  for (const piece of marked.split(/([\uE001\uE002])/)) {
    if (piece === '\uE001') open = true;
    else if (piece === '\uE002') open = false;
    else {
      text += piece;
      if (open) held += letters(piece);
    }
  }
  const all = letters(text);
  return { text, linked: all === 0 ? 0 : held / all, open };
};

type Frame = { readonly level?: number; readonly quote?: true; readonly item?: true; readonly zone?: Zone };

const frameOf = (above: Frame, name: string, zone: Zone | undefined): Frame => {
  const level = /^H[1-6]$/.test(name) ? Number(name[1]) : above.level;
  // The nearest word counts, but what lies in something beside the article stays beside it.
  const inner = above.zone === 'aside' ? above.zone : (zone ?? above.zone);
  return {
    ...(level !== undefined && { level }),
    ...((name === 'BLOCKQUOTE' || above.quote) && { quote: true as const }),
    ...((name === 'LI' || (above.item && name !== 'TABLE')) && { item: true as const }),
    ...(inner !== undefined && { zone: inner }),
  };
};

/**
 * Blocks in reading order. White space is folded as a browser would; a single line break stays one, two break the block.
 * Walks with its own stack: pages nest deeper than the call stack allows.
 */
export const blocksOf = (root: unknown): readonly Block[] => {
  const blocks: Block[] = [];
  const total = ((root as TreeNode).textContent ?? '').length;
  const measure: Measure = { left: total * 20 };
  let words = '';
  const frames: Frame[] = [{}];
  const flush = (): void => {
    if (words === '') return;
    let open = false;
    for (const stretch of words.split(/\uE000\s*\uE000[\s\uE000]*/)) {
      const found = unlink(stretch, open);
      open = found.open;
      const text = tidy(found.text);
      if (text) blocks.push({ text, ...frames.at(-1), linked: found.linked });
    }
    // A link may hold whole blocks: it is still open in the next one.
    words = open ? '\uE001' : '';
  };
  type Step = { readonly node: TreeNode } | { readonly close: 'block' | 'cell' | 'link' };
  const stack: Step[] = [{ node: root as TreeNode }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    if ('close' in step) {
      if (step.close === 'cell') words += ' ';
      else if (step.close === 'link') words += '\uE002';
      else {
        flush();
        frames.pop();
      }
      continue;
    }
    const { node } = step;
    if (node.nodeType === 3) words += (node.textContent ?? '').replace(OWN, '');
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) continue;
    const name = node.nodeName.toUpperCase();
    if (SILENT.has(name)) continue;
    if (name === 'BR') {
      words += '\uE000';
      continue;
    }
    if (name === 'TD' || name === 'TH') stack.push({ close: 'cell' });
    else if (name === 'A') {
      words += '\uE001';
      stack.push({ close: 'link' });
    } else {
      const zone = node.nodeType === 1 ? zoneOf(node, name, total, measure) : undefined;
      // An inline stretch with a name of its own (a credit within a caption) becomes a block; a sentence's does not.
      if (!INLINE.has(name) || (zone !== undefined && zone !== 'key-points')) {
        flush();
        frames.push(frameOf(frames.at(-1) ?? {}, name, zone));
        stack.push({ close: 'block' });
      }
    }
    for (const child of [...node.childNodes].reverse()) stack.push({ node: child as TreeNode });
  }
  flush();
  return blocks;
};
