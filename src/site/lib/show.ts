/** Small helpers between gated values and mark-up. */
import type { Language } from '../../model/index.ts';
import type { Name, PublicClaim, PublicSpeaker, PublicToll, Run } from '../../publish/types.ts';
import { words } from './words.ts';

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

export const otherOf = (language: Language): Language => (language === 'ar' ? 'en' : 'ar');

/** The runs as one plain text, for titles and descriptions. */
export const textOf = (runs: readonly Run[]): string =>
  runs
    .map((run) => run.text)
    .join('')
    .trim();

/** At most `length` characters, cut between words. */
export const shorten = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, text.lastIndexOf(' ', length - 1) || length - 1)}…`;

/** A toll's number in words: «7», «7–9», «at least 7». */
export const numberWords = (toll: PublicToll, language: Language): string => {
  if (toll.high === undefined) return `${words[language].atLeast} ${toll.low}`;
  return toll.low === toll.high ? `${toll.low}` : `${toll.low}–${toll.high}`;
};

/** Speakers and then the publisher, nearest first; where nobody is named, the publisher alone. */
export const chainOf = (claim: PublicClaim): readonly PublicSpeaker[] =>
  claim.publisher ? [...claim.speakers, claim.publisher] : claim.speakers;

/** A link inside the site; it keeps the reader's point of view («as=reader») where that was chosen. */
export const linkTo = (path: string, asReader: boolean): string => {
  if (!asReader) return path;
  const [before = '', hash] = path.split('#');
  return `${before}${before.includes('?') ? '&' : '?'}as=reader${hash === undefined ? '' : `#${hash}`}`;
};

/** JSON for a data block: nothing in it can end the script element or open a comment. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A name in the other language, where it has both, as a second title. */
export const twinOf = (
  name: Name,
  language: Language,
): { readonly text: string; readonly lang: Language; readonly dir: 'ltr' | 'rtl' } | undefined => {
  const lang = otherOf(language);
  const text = name[lang];
  return text !== undefined && name[language] !== undefined ? { text, lang, dir: directionOf(lang) } : undefined;
};

/** Degrees with three decimals (about a hundred metres), as `34.452, 40.919`; alike in every language. */
export const coordinates = (lat: number, lon: number): string => `${lat.toFixed(3)}, ${lon.toFixed(3)}`;
