import type { ParamMatcher } from '@sveltejs/kit';
import type { Language } from '../../model/index.ts';

export const match = ((param): param is Language => param === 'en' || param === 'ar') satisfies ParamMatcher;
