/** A tree of mark-up → its text, block by block, with what the mark-up says of each block. */
import type { PartKind } from '../model/index.ts';

export type Block = { readonly text: string; readonly kind?: PartKind };

/** The few properties of a DOM node that are used, so that this file needs no DOM. */
type TreeNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<unknown>;
};

// U+E000 (private use) stands for a line break until the block is whole; the page's own are dropped.
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'BUTTON', 'FORM', 'IFRAME', 'OBJECT']);
const INLINE = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD MARK Q RP RT RUBY S SAMP SMALL SPAN STRIKE ' +
    'STRONG SUB SUP TIME TT U VAR WBR'
  ).split(' '),
);
const KINDS: Readonly<Record<string, PartKind>> = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  FIGCAPTION: 'caption',
  BLOCKQUOTE: 'quote',
};

const tidy = (text: string): string =>
  text
    .replace(/[ \t\r\n\f\u00A0]+/g, ' ')
    .replace(/\uE000\s*/g, '\n')
    .replace(/ +\n/g, '\n')
    .trim();

/**
 * Blocks in reading order. White space is folded as a browser would; a single line break stays one, two break the block.
 * Walks with its own stack: pages nest deeper than the call stack allows.
 */
export const blocksOf = (root: unknown): readonly Block[] => {
  const blocks: Block[] = [];
  let words = '';
  const kinds: (PartKind | undefined)[] = [undefined];
  const flush = (): void => {
    for (const text of words.split(/\uE000\s*\uE000[\s\uE000]*/).map(tidy)) {
      const kind = kinds.at(-1);
      if (text) blocks.push(kind ? { text, kind } : { text });
    }
    words = '';
  };
  type Step = { readonly node: TreeNode } | { readonly close: 'block' | 'cell' };
  const stack: Step[] = [{ node: root as TreeNode }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    if ('close' in step) {
      if (step.close === 'cell') words += ' ';
      else {
        flush();
        kinds.pop();
      }
      continue;
    }
    const { node } = step;
    if (node.nodeType === 3) words += (node.textContent ?? '').replaceAll('\uE000', '');
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) continue;
    const name = node.nodeName.toUpperCase();
    if (SILENT.has(name)) continue;
    if (name === 'BR') {
      words += '\uE000';
      continue;
    }
    if (name === 'TD' || name === 'TH') stack.push({ close: 'cell' });
    else if (!INLINE.has(name)) {
      flush();
      kinds.push(KINDS[name] ?? kinds.at(-1));
      stack.push({ close: 'block' });
    }
    for (const child of [...node.childNodes].reverse()) stack.push({ node: child as TreeNode });
  }
  flush();
  return blocks;
};
