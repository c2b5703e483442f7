/** Tagged words → tree: a network's scores (scores.ts), the best tree of them (eisner.ts), a relation for each of its arcs. */
import { createTreeSearch } from './eisner.ts';
import type { TaggedWord } from './features.ts';
import { decodeModel } from './model.ts';
import { createNetwork } from './scores.ts';

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

/**
 * A parser of a trained model.
 * @param bytes contents of a model file
 * @param options `plain`: never WebAssembly, to test that both find the same
 * @throws Error where they are no parser model of this version
 */
export const createParser = (bytes: Uint8Array, options: { readonly plain?: boolean } = {}): Parser => {
  const model = decodeModel(bytes);
  const network = createNetwork(model, MOST_WORDS, options.plain === true);
  const trees = createTreeSearch(MOST_WORDS);
  const scores = new Float64Array((MOST_WORDS + 1) * (MOST_WORDS + 1));
  const heads = new Int32Array(MOST_WORDS + 1);

  const parsePiece = (words: readonly TaggedWord[]): Tree => {
    network.take(words);
    network.scoreArcs(scores);
    trees.search(scores, words.length, heads);
    return {
      heads: heads.slice(1, words.length + 1),
      relations: network.relationsOf(heads).map((relation) => model.relations[relation]!),
      upos: words.map((_, word) => model.upos[network.uposOf(word)]!),
      xpos: words.map((_, word) => model.xpos[network.xposOf(word)]!),
    };
  };

  return {
    kind: network.kind,
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
