import { describe, expect, it } from 'vitest';
import { cliticReadings } from './clitics.ts';
import { fold } from './fold.ts';

/** Each reading as «joined words + rest». */
const readings = (word: string): string[] =>
  cliticReadings(fold(word)).map(({ clitics, norm }) => (clitics === '' ? norm : `${clitics}+${norm}`));

// Each row: a word as written, the reading that must be among its readings, and why.
const OFFERED: readonly (readonly [string, string, string])[] = [
  ['دمشق', 'دمشق', 'the word itself'],
  ['ودمشق', 'و+دمشق', 'and'],
  ['فقصفت', 'ف+قصفت', 'then'],
  ['بدمشق', 'ب+دمشق', 'in'],
  ['لدمشق', 'ل+دمشق', 'to'],
  ['كدمشق', 'ك+دمشق', 'like'],
  ['وبدمشق', 'وب+دمشق', 'and in'],
  ['للجيش', 'ل+الجيش', 'to, with the article whose alef is not written'],
  ['وللجيش', 'ول+الجيش', 'and to the'],
  ['بالجيش', 'ب+الجيش', 'the article stays with its word'],
  ['سيقصف', 'س+يقصف', 'will'],
  ['وستقصف', 'وس+تقصف', 'and will'],
  ['وزير', 'وزير', 'minister is not «and zir», which the tables decide'],
];

// Each row: a word and a reading that must not be offered.
const NOT: readonly (readonly [string, string, string])[] = [
  ['سوريا', 'س+وريا', 'the future only before a present'],
  ['دمشق', 'د+مشق', 'no joined word'],
  ['بي', 'ب+ي', 'less than two letters are no word'],
];

describe('cliticReadings', () => {
  it.each(OFFERED)('%s → %s (%s)', (word, reading) => expect(readings(word)).toContain(reading));
  it.each(NOT)('%s never → %s (%s)', (word, reading) => expect(readings(word)).not.toContain(reading));

  it('offers the unsplit word first', () => {
    for (const word of ['والجيش', 'للجيش', 'وزير']) expect(readings(word)[0]).toBe(fold(word));
  });

  it('says how many folded letters were taken, so that the rest can be found in the text', () => {
    for (const word of ['ودمشق', 'وبدمشق', 'بالجيش', 'وستقصف']) {
      for (const { norm, cut } of cliticReadings(fold(word))) expect(fold(word).slice(cut)).toBe(norm);
    }
    // The article's alef is put back: one letter more than stands there.
    const article = cliticReadings('للجيش').find((r) => r.norm === 'الجيش');
    expect(article).toMatchObject({ cut: 1, clitics: 'ل' });
  });

  it('offers a handful, however long the word', () => {
    for (const word of ['و'.repeat(10_000), 'ل'.repeat(10_000), 'وبلسي'.repeat(2_000)])
      expect(cliticReadings(word).length).toBeLessThan(10);
  });
});
