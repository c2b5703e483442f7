import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, cpuRatio } from '../../tools/any-text.ts';
import { tokenise, wordsOf } from './tokens.ts';

/** The words as written: what a reader of the Reading sees. */
const written = (text: string): string[] => tokenise(text).map((token) => text.slice(token.start, token.end));

const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  // English
  ['words and a full stop', 'Two men died.', ['Two', 'men', 'died', '.']],
  ['abbreviation with dots', 'The U.S. Navy', ['The', 'U.S.', 'Navy']],
  ['possessive', "Hamas's attack, Iran’s reply", ['Hamas', "'s", 'attack', ',', 'Iran', '’s', 'reply']],
  ['possessive of a plural', "the militias' base", ['the', 'militias', "'", 'base']],
  ['apostrophe inside a name', "Sana'a and Ra’s al-Ayn", ["Sana'a", 'and', 'Ra', '’s', 'al', '-', 'Ayn']],
  ['apostrophes that were typed for one', 'Sana´a, Ta`iz', ['Sana´a', ',', 'Ta`iz']],
  ['number with commas', '13,000 people', ['13,000', 'people']],
  ['number at the end of a clause', 'In 2024, 7 died.', ['In', '2024', ',', '7', 'died', '.']],
  ['decimal', '3.5 km', ['3.5', 'km']],
  ['hyphens', 'Iran-backed', ['Iran', '-', 'backed']],
  ['letters and digits', 'SY24 and Su-24', ['SY24', 'and', 'Su', '-', '24']],
  ['day as an ordinal', 'the 7th', ['the', '7', 'th']],
  ['combining marks stay with their letter', 'a\u0304lbu kamal', ['a\u0304lbu', 'kamal']],
  ['an emoji is one thing', 'a 😀 b', ['a', '😀', 'b']],
  // Arabic
  ['كلمات ونقطة', 'قُتل رجلان.', ['قُتل', 'رجلان', '.']],
  ['joined words stay joined', 'وبالقذائف', ['وبالقذائف']],
  ['tatweel', 'قـــتل', ['قـــتل']],
  ['Arabic comma and question mark', 'أين، ومتى؟', ['أين', '،', 'ومتى', '؟']],
  ['Eastern digits', '١٣٬٠٠٠ شخص', ['١٣٬٠٠٠', 'شخص']],
  ['guillemets', '«صار خاليًا»', ['«', 'صار', 'خاليًا', '»']],
  ['a Latin name inside', 'منصة SY24 قالت', ['منصة', 'SY24', 'قالت']],
  ['direction marks are no words', '\u200fدمشق\u200e، \u2067حلب\u2069', ['دمشق', '،', 'حلب']],
  ['a day with slashes', '7/10/2023', ['7', '/', '10', '/', '2023']],
  // Neither
  ['nothing', '', []],
  ['only blanks', ' \n\t\u00a0', []],
];

describe('tokenise', () => {
  it.each(ROWS)('%s: %s', (_, text, words) => expect(written(text)).toEqual(words));

  it('points into the text it was given, not into the piece that it cut', () => {
    const text = 'Aleppo. Two men died in حلب today.';
    const tokens = tokenise(text, 8, 30);
    expect(tokens.map((t) => text.slice(t.start, t.end))).toEqual(['Two', 'men', 'died', 'in', 'حلب', 'to']);
    expect(tokens.map((t) => t.norm)).toEqual(['two', 'men', 'died', 'in', 'حلب', 'to']);
  });

  it('says what is glued, what a capital begins, and what is a word, a number or a mark', () => {
    const flags = (text: string) => tokenise(text).map((t) => [t.norm, t.kind, t.capital, t.glued]);
    expect(flags('The U.S. hit 13 bases-')).toEqual([
      ['the', 'word', true, false],
      ['us', 'word', true, false],
      ['hit', 'word', false, false],
      ['13', 'number', false, false],
      ['bases', 'word', false, false],
      ['-', 'punctuation', false, true],
    ]);
    expect(flags('قصفت 13 قاعدة.')).toEqual([
      ['قصفت', 'word', false, false],
      ['13', 'number', false, false],
      ['قاعده', 'word', false, false],
      ['.', 'punctuation', false, true],
    ]);
  });

  it('keeps order and bounds, holds no blanks, and is never empty, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(token.norm).not.toBe('');
          expect(text.slice(token.start, token.end)).not.toMatch(/\s/);
          last = token.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no letter and no digit out, for any text', () => {
    const rest = (text: string) => text.replace(/[^\p{L}\p{Nd}]/gu, '');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(rest(written(text).join(' '))).toBe(rest(text));
      }),
      { numRuns: 300 },
    );
  });

  it('cuts a lone half of a pair off as a thing of its own', () => {
    expect(written('a\ud800b \udc00')).toEqual(['a', '\ud800', 'b', '\udc00']);
  });

  it.each([
    ['brackets', '('],
    ['letters', 'a'],
    ['abbreviations', 'U.S.'],
    ['apostrophes', "a'"],
    ['numbers', '1,'],
    ['marks', '\u064e'],
    ['كلمات', 'قصفت '],
  ])('costs as much for each letter in a long text as in a short one: %s', (_, unit) => {
    expect(cpuRatio((n) => tokenise(unit.repeat(n)), 20_000)).toBeLessThan(3);
  });
});

describe('wordsOf', () => {
  it.each([
    ['Deir ez-Zor', ['deir', 'ez', 'zor']],
    ['Al-Bukamal', ['al', 'bukamal']],
    ['  Two  words ', ['two', 'words']],
    ['دير الزور', ['دير', 'الزور']],
    ['«الأنباء»', ['الانبا']],
    ['!', []],
  ])('%s', (phrase, words) => expect(wordsOf(phrase)).toEqual(words));

  it('takes its short way to the same words, for any plain phrase', () => {
    const plain = fc.array(fc.stringMatching(/^[A-Za-z]{1,8}$/), { minLength: 1 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(plain, (phrase) => {
        expect(wordsOf(phrase)).toEqual(tokenise(phrase).map((t) => t.norm));
      }),
    );
  });
});
