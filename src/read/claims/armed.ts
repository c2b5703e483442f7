/** Who carries arms: what tells an airstrike from a strike on a tennis court. */
import type { Found } from '../mentions/index.ts';

export const ARMED_KINDS = new Set([
  'armed',
  'state-forces',
  'rebel-group',
  'political-militia',
  'identity-militia',
  'external-forces',
  'alliance',
]);

export const isArmed = (mention: Found): boolean =>
  (mention.kind === 'actor' && ARMED_KINDS.has(mention.of_ ?? '')) || mention.kind === 'weapon';
