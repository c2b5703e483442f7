/**
 * A form as models know it: treebanks write one comma, one kind of digits and plain letters, texts do not. Words of Latin
 * letters stay as they are.
 */

const OTHERWISE =
  /[،؛؟٪٫٬«»\u0660-\u0669\u06f0-\u06f9\ufb50-\ufdff\ufe70-\ufefc\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const SIGNS: Readonly<Record<string, string>> = {
  '،': ',',
  '؛': ';',
  '؟': '?',
  '٪': '%',
  '٫': '.',
  '٬': ',',
  '«': '"',
  '»': '"',
};

/** The form in the spelling of the treebanks; never empty where the form is not. */
export const spelt = (form: string): string => {
  if (!OTHERWISE.test(form)) return form;
  const plain = form
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\ufb50-\ufdff\ufe70-\ufefc]+/g, (letters) => letters.normalize('NFKC'))
    .replace(/[،؛؟٪٫٬«»]/g, (sign) => SIGNS[sign]!)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  return plain || form;
};
