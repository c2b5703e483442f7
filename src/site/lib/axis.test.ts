/** Bars and areas over an axis. */
import { expect, it } from 'vitest';
import { areaPath, barsPath } from './axis.ts';

it.each([
  ['nothing', [0, 0], [0, 0], ''],
  ['one bin', [0, 1], [0, 0], 'M11 10V0H19V10H11z'],
  ['two bins alike are one outline', [1, 1], [0, 0], 'M1 10V0H19V10H1z'],
  ['a step up', [1, 2], [0, 0], 'M1 10V5H10V0H19V10H1z'],
  ['on what is sure', [1, 1], [0, 1], 'M1 10V5H10V0H19V5H10V10H1z'],
  ['a gap', [1, 0, 1], [0, 0, 0], 'M1 10V0H9V10H1zM21 10V0H29V10H21z'],
] as const)('%s', (_name, values, below, path) => {
  const high = Math.max(1, ...values.map((value, at) => value + (below[at] ?? 0)));
  expect(areaPath(values, below, high, 10)).toBe(path);
});

it('draws a bar for what is sure', () => {
  expect(barsPath([0, 2], 2, 10)).toBe('M15 10v-10');
});
