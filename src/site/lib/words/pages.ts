/** Words of the pages over many records, written for each language. */
import type { Language } from '../../../model/index.ts';
import { ar } from './pages.ar.ts';
import { en } from './pages.en.ts';
import type { PageWords } from './shape.ts';

export const pageWords: Readonly<Record<Language, PageWords>> = { en, ar };

/** What an actor or a place is, in words; nothing of a country, whose name says it. */
export const kindWords = (kind: string | undefined, language: Language): string | undefined =>
  kind === undefined || kind === 'country' ? undefined : (pageWords[language].kinds[kind] ?? kind);
