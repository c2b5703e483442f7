/** A text cut into pieces, some of them exchanged, perhaps in another order: where each stretch of the old text went. */
import type { Span } from '../../src/model/index.ts';

export type Edit = Span & { readonly text: string };

/** A stretch of the old text and what stands for it in the new one. */
type Piece = { readonly old: Span; readonly now: Span; readonly edited: boolean };

export type Rewritten = {
  readonly text: string;
  /** Where a stretch went; undefined where it does not lie together any more. */
  readonly at: (span: Span) => Span | undefined;
};

/** @param edits that do not overlap; @param blocks stretches that cover the text, in their new order */
export const rewritten = (
  text: string,
  edits: readonly Edit[],
  blocks: readonly Span[] = [{ start: 0, end: text.length }],
): Rewritten => {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let now = '';
  const put = (old: Span, words: string, edited: boolean): void => {
    pieces.push({ old, now: { start: now.length, end: now.length + words.length }, edited });
    now += words;
  };
  for (const block of blocks) {
    let at = block.start;
    for (const edit of sorted.filter(({ start, end }) => start >= block.start && end <= block.end)) {
      put({ start: at, end: edit.start }, text.slice(at, edit.start), false);
      put(edit, edit.text, true);
      at = edit.end;
    }
    put({ start: at, end: block.end }, text.slice(at, block.end), false);
  }
  // An offset between two pieces belongs to the one that follows for a start, to the one before for an end.
  const start = (offset: number): number | undefined => {
    const piece = pieces.find(({ old }) => offset >= old.start && offset < old.end);
    return piece && (piece.edited ? piece.now.start : piece.now.start + offset - piece.old.start);
  };
  const end = (offset: number): number | undefined => {
    const piece = pieces.find(({ old }) => offset > old.start && offset <= old.end);
    return piece && (piece.edited ? piece.now.end : piece.now.start + offset - piece.old.start);
  };
  return {
    text: now,
    at: (span) => {
      const [from, to] = [start(span.start), end(span.end)];
      return from === undefined || to === undefined || to <= from ? undefined : { start: from, end: to };
    },
  };
};
