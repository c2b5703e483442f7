/** The letters of an Arabic word without vowel signs, tatweel and marks, each with its place in the word as written. */

export type Letters = {
  /** Presentation forms made plain, alef forms made one; hamza seats and ta marbuta stay. */
  readonly plain: string;
  /** Place of letter i in the word; letters of one ligature share it. */
  readonly at: readonly number[];
};

const MARK = /[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]/;
const ALEF = /[أإآٱ]/;

export const lettersOf = (word: string): Letters => {
  let plain = '';
  const at: number[] = [];
  for (let i = 0; i < word.length; i++) {
    const unit = word.charAt(i);
    if (MARK.test(unit)) continue;
    const spelt = ALEF.test(unit) ? 'ا' : FORMS.test(unit) ? unit.normalize('NFKC').replace(/[أإآٱ]/g, 'ا') : unit;
    for (let k = 0; k < spelt.length; k++) {
      if (MARK.test(spelt.charAt(k))) continue;
      plain += spelt.charAt(k);
      at.push(i);
    }
  }
  return { plain, at };
};
