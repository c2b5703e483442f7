/** Outlines as SVG paths of few letters: points nearer than the eye sees are left out, and each is told from the one before. */
import { type GeoPermissibleObjects, type GeoProjection, geoPath } from 'd3-geo';

/** Pixels of the drawing: a line that turns within less looks the same without the turn. */
const LEAST = 0.7;

const told = (value: number): string => {
  const rounded = Math.round(value * 10) / 10;
  return `${rounded < 0 ? '' : ' '}${rounded}`.replace(/(?<!\d)0\./, '.');
};

/** Draws a shape; an empty text where nothing of it lies in the frame. */
export const outlineWith = (projection: GeoProjection): ((shape: GeoPermissibleObjects) => string) => {
  let path = '';
  let [x, y] = [0, 0];
  let points = 0;
  let begun = '';
  const pen = {
    beginPath: () => undefined,
    moveTo: (toX: number, toY: number) => {
      [x, y, points] = [Math.round(toX * 10) / 10, Math.round(toY * 10) / 10, 0];
      begun = `M${x} ${y}`;
    },
    lineTo: (toX: number, toY: number) => {
      const [dx, dy] = [toX - x, toY - y];
      if (Math.abs(dx) < LEAST && Math.abs(dy) < LEAST) return;
      if (points === 0) path += `${begun}l`;
      const [stepX, stepY] = [Math.round(dx * 10) / 10, Math.round(dy * 10) / 10];
      path += `${told(stepX)}${told(stepY)}`;
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
