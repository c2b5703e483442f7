/**
 * How a form becomes its lemma, written so that many words share it.
 * Latin: `l3|ies` lower case, three letters off, «ies» on; `k` keeps the case.
 * Arabic: root and pattern. Letters that are never part of an affix are numbered: `مُ1َا2ِ3` from any form with three.
 */

// Letters of roots alone; ب ف ك are clitics too, but those are words of their own here.
const ROOT_LETTERS = /[بثجحخدذرزشصضطظعغفقك]/g;
const ARABIC = /[\u0621-\u064a]/;
const FIRST_NUMBER = 0x2460; // ①: no form holds it by chance, and it is one unit

/** What the root letters of an Arabic form leave of it, with numbers in their places. */
export const patternOf = (plain: string): string => {
  let number = 0;
  return plain.replace(ROOT_LETTERS, () => String.fromCharCode(FIRST_NUMBER + number++));
};

/** The lemma with the root letters of the form replaced by their numbers, or undefined where they do not return in order. */
const arabicScript = (plain: string, lemma: string): string | undefined => {
  const roots = plain.match(ROOT_LETTERS) ?? [];
  let next = 0;
  const script = lemma.replace(ROOT_LETTERS, (letter) =>
    letter === roots[next] ? String.fromCharCode(FIRST_NUMBER + next++) : letter,
  );
  return next === roots.length && !ROOT_LETTERS.test(script) ? script : undefined;
};

/** The script that makes `lemma` of `form` (plain: as plainForm gives it). */
export const scriptOf = (form: string, plain: string, lemma: string): string => {
  if (ARABIC.test(plain)) return `=${arabicScript(plain, lemma) ?? lemma}`;
  const lower = form.toLowerCase();
  const keeps = lemma !== lemma.toLowerCase();
  const base = keeps ? form : lower;
  let shared = 0;
  while (shared < base.length && shared < lemma.length && base[shared] === lemma[shared]) shared++;
  return `${keeps ? 'k' : 'l'}${base.length - shared}|${lemma.slice(shared)}`;
};

/** The lemma that a script makes of a form, or undefined where the form is too short for it. */
export const applyScript = (script: string, form: string, plain: string): string | undefined => {
  if (script.startsWith('=')) {
    const roots = plain.match(ROOT_LETTERS) ?? [];
    let whole = true;
    const lemma = script.slice(1).replace(/[\u2460-\u24ff]/g, (sign) => {
      const letter = roots[sign.charCodeAt(0) - FIRST_NUMBER];
      if (letter === undefined) whole = false;
      return letter ?? '';
    });
    return whole ? lemma : undefined;
  }
  const bar = script.indexOf('|');
  const off = Number(script.slice(1, bar));
  const base = script.startsWith('k') ? form : form.toLowerCase();
  return off > base.length ? undefined : base.slice(0, base.length - off) + script.slice(bar + 1);
};
