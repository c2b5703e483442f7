/** Which language a text is in, by its letters. Only English and Arabic are told apart: detectors fail on headlines. */

export type ScriptLanguage = 'en' | 'ar';

const ARABIC = /[\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/;
const LATIN = /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/;

/**
 * Language of a text: the script that most of its letters belong to.
 * @param fallback answer where the text has no letter of either script
 */
export const languageByScript = (text: string, fallback: ScriptLanguage = 'en'): ScriptLanguage => {
  let arabic = 0;
  let latin = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (LATIN.test(letter)) latin++;
    else if (ARABIC.test(letter)) arabic++;
  }
  if (arabic === latin) return fallback;
  return arabic > latin ? 'ar' : 'en';
};
