/** Labels without overlap: each takes the first free spot around its mark, or is left out. */

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Label = {
  readonly text: string;
  /** Baseline start for `start`, middle for `middle`, end for `end`. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
};

// Mean advance of a letter in ems: IBM Plex Sans and its Arabic, measured roughly high so that labels keep clear.
const EM = 0.56;

/** Width in pixels that a text will take, near enough to keep labels apart: fonts are the reader's. */
export const widthOf = (text: string, size: number): number =>
  [...text.replace(/[\u2066-\u2069\p{M}]/gu, '')].length * size * EM;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** A frame into which labels are put one after the other. Marks and notes are taken first. */
export const labelFrame = (
  width: number,
  height: number,
): {
  readonly take: (box: Box) => void;
  /** Around a mark of radius `r`: beside it, above, below. */
  readonly beside: (text: string, at: readonly [number, number], r: number, size: number) => Label | undefined;
  /** Centred on a point or a little above or below it, with air around. */
  readonly centred: (text: string, at: readonly [number, number], size: number) => Label | undefined;
} => {
  const taken: Box[] = [];
  const MARGIN = 4;
  const fits = (box: Box): boolean =>
    box.x >= MARGIN &&
    box.y >= MARGIN &&
    box.x + box.width <= width - MARGIN &&
    box.y + box.height <= height - MARGIN &&
    !taken.some((other) => overlap(box, other));
  const tryOne = (
    text: string,
    size: number,
    x: number,
    y: number,
    anchor: Label['anchor'],
    air = 0,
  ): Label | undefined => {
    const wide = widthOf(text, size);
    const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
    const box = { x: left - air, y: y - size - air, width: wide + 2 * air, height: size * 1.3 + 2 * air };
    if (!fits(box)) return undefined;
    taken.push(box);
    return { text, x, y, anchor };
  };
  return {
    take: (box) => taken.push(box),
    beside: (text, [x, y], r, size) => {
      const gap = r + 5;
      const drop = size * 0.35;
      const diagonal = gap * 0.72;
      return (
        tryOne(text, size, x + gap, y + drop, 'start') ??
        tryOne(text, size, x - gap, y + drop, 'end') ??
        tryOne(text, size, x, y - gap, 'middle') ??
        tryOne(text, size, x, y + gap + size * 0.8, 'middle') ??
        tryOne(text, size, x + diagonal, y - diagonal, 'start') ??
        tryOne(text, size, x - diagonal, y - diagonal, 'end') ??
        tryOne(text, size, x + diagonal, y + diagonal + size * 0.8, 'start') ??
        tryOne(text, size, x - diagonal, y + diagonal + size * 0.8, 'end')
      );
    },
    centred: (text, [x, y], size) => {
      const drop = size * 0.35;
      return (
        tryOne(text, size, x, y + drop, 'middle', 5) ??
        tryOne(text, size, x, y + drop - 26, 'middle', 5) ??
        tryOne(text, size, x, y + drop + 26, 'middle', 5)
      );
    },
  };
};
