import type { ParamMatcher } from '@sveltejs/kit';
import { FAMILIES } from '../lib/families.ts';

export const match = ((param) => FAMILIES.some((family) => family === param)) satisfies ParamMatcher;
