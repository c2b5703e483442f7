/** Outlines as SVG paths of few letters: points nearer than the eye sees are left out, and each is told from the one before. */

/** Units of a path in one pixel of the drawing: whole numbers need no point, and a quarter of a pixel is not seen. */
export const UNITS = 4;
/**
 * Units that a line must turn within to be told: less than a pixel of the drawing looks the same without the turn. On a
 * wide map, which shows where on earth it is and no more, half as much again.
 */
export const LEAST = { near: 3.6, wide: 5.6 } as const;

const told = (value: number): string => (value < 0 ? String(value) : ` ${value}`);

/**
 * One line in units (see UNITS); an empty text where it is too short to be seen.
 * @param points x, y, x, y …, as `place` puts them into pixels of the drawing
 * @param closed whether it goes back to where it begins
 */
export const outlineOf = (
  points: readonly number[],
  place: (x: number, y: number) => readonly [number, number],
  closed: boolean,
  least: number = LEAST.near,
): string => {
  let path = '';
  let [x, y] = [0, 0];
  for (let at = 0; at < points.length; at += 2) {
    const [toX, toY] = place(points[at] as number, points[at + 1] as number);
    if (at === 0) {
      [x, y] = [Math.round(toX * UNITS), Math.round(toY * UNITS)];
      continue;
    }
    const [dx, dy] = [toX * UNITS - x, toY * UNITS - y];
    if (Math.abs(dx) < least && Math.abs(dy) < least) continue;
    const [stepX, stepY] = [Math.round(dx), Math.round(dy)];
    path += `${path === '' ? `M${x}${told(y)}l${stepX}` : told(stepX)}${told(stepY)}`;
    // From where the pen really stands, so that roundings do not add up.
    x += stepX;
    y += stepY;
  }
  return path === '' || !closed ? path : `${path}z`;
};
