import type { ParamMatcher } from '@sveltejs/kit';
import { FORMATS, type Format } from '../lib/open/formats.ts';

export const match = ((param): param is Format => FORMATS.some((one) => one === param)) satisfies ParamMatcher;
