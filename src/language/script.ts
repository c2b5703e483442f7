/** Which language a text is in, by its letters. Only English and Arabic are told apart: detectors fail on headlines. */

export type ScriptLanguage = 'en' | 'ar';

const ARABIC = /[\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/g;
const LATIN = /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/g;

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/**
 * Language of a text: the script that most of its letters belong to.
 * @param fallback answer where the text has no letter of either script
 */
export const languageByScript = (text: string, fallback: ScriptLanguage = 'en'): ScriptLanguage => {
  const arabic = count(text, ARABIC);
  const latin = count(text, LATIN);
  if (arabic === latin) return fallback;
  return arabic > latin ? 'ar' : 'en';
};
