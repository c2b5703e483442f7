/** The one place where a value is declared fit to leave the house. A test greps that nobody else casts to Gated. */
import type { Gated } from '../types.ts';

/** The plain value behind a gated type: the brand is its only symbol key. */
type Bare<G> = { readonly [K in keyof G as K extends symbol ? never : K]: G[K] };

/** Declare `value` gated. To be called by the gate alone, on values that have passed every rule. */
export const stamp = <G extends Gated<object>>(value: Bare<G>): G => value as unknown as G;
