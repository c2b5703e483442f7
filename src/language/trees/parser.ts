/** Tagged words → tree: a network's scores (scores.ts), the best tree of them (eisner.ts), a relation for each of its arcs. */
import { createTreeSearch } from './eisner.ts';
import type { TaggedWord } from './features.ts';
import { decodeModels } from './model.ts';
import { createNetwork, type Network } from './scores.ts';

/** Heads are places counted from 1, 0 is the root; `upos` and `xpos` are the parser's own view of the tags. */
export type Tree = {
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
};

export type Parser = {
  /** The tree of a sentence; exactly one word hangs on the root. An empty sentence has an empty tree. */
  readonly parse: (words: readonly TaggedWord[]) => Tree;
  /** What multiplies: `wasm`, or `plain` JavaScript that finds the same trees more slowly. */
  readonly kind: 'wasm' | 'plain';
};

/**
 * Longest stretch that is searched as one, so that time stays linear; a longer «sentence» is a list or a broken text,
 * and falls into pieces.
 */
const MOST_WORDS = 160;
/** How the pieces hang together: what stands side by side without any other sign. */
const SIDE_BY_SIDE = 'parataxis';

/** Place, from `from` on, of the highest of `count` scores, those left aside that `allowed` refuses. */
const best = (scores: Float64Array, from: number, count: number, allowed?: (at: number) => boolean): number => {
  let found = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    if (scores[from + i]! <= highest || allowed?.(i) === false) continue;
    highest = scores[from + i]!;
    found = i;
  }
  return found;
};

/** Scores as logarithms of probabilities, so that those of several networks can be added. */
const normalise = (scores: Float64Array, from: number, count: number): void => {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = from; i < from + count; i++) highest = Math.max(highest, scores[i]!);
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += Math.exp(scores[i]! - highest);
  const off = highest + Math.log(sum);
  for (let i = from; i < from + count; i++) scores[i]! -= off;
};

/**
 * A parser of a trained model. A model file holds one network or several, whose probabilities are multiplied.
 * @param bytes contents of a model file
 * @param options `plain`: never WebAssembly, to test that both find the same
 * @throws Error where they are no parser model of this version
 */
export const createParser = (bytes: Uint8Array, options: { readonly plain?: boolean } = {}): Parser => {
  const models = decodeModels(bytes);
  const [{ relations, upos, xpos }] = models;
  const networks = models.map((model) => createNetwork(model, MOST_WORDS, options.plain === true));
  const trees = createTreeSearch(MOST_WORDS);
  const heads = new Int32Array(MOST_WORDS + 1);
  const root = relations.indexOf('root');
  const size = (MOST_WORDS + 1) * Math.max(MOST_WORDS + 1, relations.length, upos.length + xpos.length);
  const [all, own] = [new Float64Array(size), new Float64Array(size)];

  /** Scores of all networks together, in rows of the given widths one after the other. */
  const together = (
    n: number,
    widths: readonly number[],
    score: (network: Network, into: Float64Array) => void,
  ): void => {
    score(networks[0]!, all);
    if (networks.length === 1) return;
    const end = n * widths.reduce((sum, width) => sum + width, 0);
    const eachRow = (scores: Float64Array): void => {
      for (let at = 0, i = 0; at < end; at += widths[i % widths.length]!, i++)
        normalise(scores, at, widths[i % widths.length]!);
    };
    eachRow(all);
    for (const network of networks.slice(1)) {
      score(network, own);
      eachRow(own);
      for (let i = 0; i < end; i++) all[i]! += own[i]!;
    }
  };

  const parsePiece = (words: readonly TaggedWord[]): Tree => {
    const n = words.length;
    for (const network of networks) network.take(words);
    together(n, [upos.length, xpos.length], ({ scoreTags }, into) => scoreTags(into));
    const tags = upos.length + xpos.length;
    const ownUpos = words.map((_, word) => upos[best(all, word * tags, upos.length)]!);
    const ownXpos = words.map((_, word) => xpos[best(all, word * tags + upos.length, xpos.length)]!);
    // The root's own row is never read, but it is there.
    together(n + 1, [n + 1], ({ scoreArcs }, into) => scoreArcs(into));
    trees.search(all, n, heads);
    together(n, [relations.length], ({ scoreRelations }, into) => scoreRelations(heads, into));
    // The word under the root is `root`, and no other is.
    const relationOf = (word: number): string =>
      relations[
        heads[word + 1] === 0
          ? root
          : best(all, word * relations.length, relations.length, (relation) => relation !== root)
      ]!;
    return {
      heads: heads.slice(1, n + 1),
      relations: words.map((_, word) => relationOf(word)),
      upos: ownUpos,
      xpos: ownXpos,
    };
  };

  return {
    kind: networks[0]!.kind,
    parse: (words) => {
      if (words.length === 0) return { heads: new Int32Array(0), relations: [], upos: [], xpos: [] };
      if (words.length <= MOST_WORDS) return parsePiece(words);
      const pieces: Tree[] = [];
      for (let first = 0; first < words.length; first += MOST_WORDS)
        pieces.push(parsePiece(words.slice(first, first + MOST_WORDS)));
      return joined(pieces);
    },
  };
};

/** Pieces as one tree: the tops of the later ones hang on the top of the first. */
const joined = (pieces: readonly Tree[]): Tree => {
  const top = pieces[0]!.heads.indexOf(0) + 1;
  const heads: number[] = [];
  for (const piece of pieces) {
    const first = heads.length;
    for (const head of piece.heads) heads.push(head > 0 ? head + first : first > 0 ? top : 0);
  }
  const relations = pieces.flatMap((piece, index) =>
    piece.relations.map((relation, word) => (index > 0 && piece.heads[word] === 0 ? SIDE_BY_SIDE : relation)),
  );
  const [upos, xpos] = [pieces.flatMap((piece) => piece.upos), pieces.flatMap((piece) => piece.xpos)];
  return { heads: Int32Array.from(heads), relations, upos, xpos };
};
