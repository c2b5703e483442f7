/** Outlines as SVG paths of few letters: points nearer than the eye sees are left out, and each is told from the one before. */
import { type GeoPermissibleObjects, type GeoProjection, geoPath } from 'd3-geo';

/** Units of a path in one pixel of the drawing: whole numbers need no point, and a quarter of a pixel is not seen. */
export const UNITS = 4;
/** Units that a line must turn within to be told: less than a pixel of the drawing looks the same without the turn. */
const LEAST = 3.6;

const told = (value: number): string => (value < 0 ? String(value) : ` ${value}`);

/** Draws a shape, in units (see UNITS); an empty text where nothing of it lies in the frame. */
export const outlineWith = (projection: GeoProjection): ((shape: GeoPermissibleObjects) => string) => {
  let path = '';
  let [x, y] = [0, 0];
  let points = 0;
  let begun = '';
  const pen = {
    beginPath: () => undefined,
    moveTo: (toX: number, toY: number) => {
      [x, y, points] = [Math.round(toX * UNITS), Math.round(toY * UNITS), 0];
      begun = `M${x}${told(y)}`;
    },
    lineTo: (toX: number, toY: number) => {
      const [dx, dy] = [toX * UNITS - x, toY * UNITS - y];
      if (Math.abs(dx) < LEAST && Math.abs(dy) < LEAST) return;
      const [stepX, stepY] = [Math.round(dx), Math.round(dy)];
      path += `${points === 0 ? `${begun}l${stepX}` : told(stepX)}${told(stepY)}`;
      // From where the pen really stands, so that roundings do not add up.
      x += stepX;
      y += stepY;
      points += 1;
    },
    closePath: () => {
      if (points > 0) path += 'z';
    },
    arc: () => undefined,
  };
  const draw = geoPath(projection, pen);
  return (shape) => {
    path = '';
    draw(shape);
    return path;
  };
};
