/** Words of the interface, by language. A language without one of them does not compile. */
import type { Language } from '../../model/index.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';

export const words: Record<Language, Words> = { en, ar };
export type { Numerals, Words } from './words.ts';
