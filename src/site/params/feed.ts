import type { ParamMatcher } from '@sveltejs/kit';

export const match = ((param): param is 'xml' | 'json' => param === 'xml' || param === 'json') satisfies ParamMatcher;
