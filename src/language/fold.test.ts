import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

// Each row: what it is, spellings that must fall together, their one folded form.
const TOGETHER: readonly (readonly [string, readonly string[], string])[] = [
  // English and transliteration
  ['case', ['Mosul', 'MOSUL', 'mosul'], 'mosul'],
  ['diacritics', ['Ālbū Kāmāl', 'Albu Kamal', 'a\u0304lbu\u0304 ka\u0304ma\u0304l'], 'albu kamal'],
  ['letters that Unicode does not decompose', ['Łódź', 'Lodz'], 'lodz'],
  ['dotless i', ['Diyarbakır', 'Diyarbakir'], 'diyarbakir'],
  ['apostrophes of every shape', ["Sana'a", 'Sana’a', 'Sanaʻa', 'Sanaʿa', 'Sana`a', 'Sana´a', 'Sanaa'], 'sanaa'],
  ['full-width letters', ['ＩＲＧＣ', 'irgc'], 'irgc'],
  ['ligatures', ['ﬁghters', 'fighters'], 'fighters'],
  // Arabic
  ['vowel signs', ['دِمَشْق', 'دمشق'], 'دمشق'],
  ['tatweel', ['دمـــشق', 'دمشق'], 'دمشق'],
  ['alef forms', ['أحمد', 'إحمد', 'آحمد', 'ٱحمد', 'احمد'], 'احمد'],
  ['alef maqsura and Persian yeh', ['على', 'علي', 'علی'], 'علي'],
  ['ta marbuta', ['غارة', 'غاره'], 'غاره'],
  ['Persian kaf', ['کردستان', 'كردستان'], 'كردستان'],
  ['hamza on its seats', ['مسؤول', 'مسوول'], 'مسوول'],
  ['hamza on yeh', ['طائرة', 'طايرة'], 'طايره'],
  ['hamza by itself', ['مساء', 'مسا'], 'مسا'],
  ['combining hamza', ['ا\u0654حمد', 'أحمد'], 'احمد'],
  ['presentation forms', ['\ufee1\ufe8e\ufedf\ufeb4\ufedf\ufe8e', 'مالسلا'], 'مالسلا'],
  ['the lam-alef ligature', ['\ufefb', 'لا'], 'لا'],
  ['the name of God as one letter', ['\ufdf2', 'الله'], 'الله'],
  ['Eastern digits', ['٢٠٢٤', '2024'], '2024'],
  ['Persian digits', ['۲۰۲۴', '2024'], '2024'],
  ['direction marks', ['\u200fدمشق\u200e', '\u202bدمشق\u202c', '\u2067دمشق\u2069'], 'دمشق'],
  ['a byte order mark', ['\ufeffدمشق'], 'دمشق'],
];

// Each row: words that must stay apart.
const APART: readonly (readonly [string, string, string])[] = [
  ['English words', 'strike', 'strikes'],
  ['digits', '7', '71'],
  ['Arabic roots', 'قتل', 'قتال'],
  ['article', 'جيش', 'الجيش'],
  ['a letter that only looks alike', 'حي', 'حى\u0627'],
];

describe('fold', () => {
  it.each(TOGETHER)('%s', (_, spellings, one) => {
    expect(spellings.map(fold)).toEqual(spellings.map(() => one));
  });

  it.each(APART)('keeps apart: %s', (_, a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  it('gives nothing where nothing but marks was given', () => {
    expect(fold('\u064e\u0640\u200f')).toBe('');
  });

  it('of what is folded is the same again, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), arabic), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });

  it('does not trip over halves of a pair', () => {
    expect(fold('a\ud800b')).toBe('a\ud800b');
    expect(fold('\udc00ق')).toBe('\udc00ق');
  });
});

const arabic = fc.string({ unit: fc.constantFrom(...'ءأإآئؤةىيكـَُّْابتثجحخدذرزسشصضطظعغفقلمنهو٠٩ﷲ\u0654\u0653') });
