import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences.ts';

describe('two versions of a text', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['the same', 'a\n\nb', 'a\n\nb', []],
    ['with another number of blank lines', 'a\n\nb', 'a\nb\n', []],
    ['with a paragraph more', 'a\n\nb', 'a\n\nc\n\nb', ['added c']],
    ['with a paragraph less', 'a\n\nb', 'b', ['removed a']],
    ['with a number put right', 'خمسة جرحى\n\nb', 'أربعة جرحى\n\nb', ['removed خمسة جرحى', 'added أربعة جرحى']],
  ])('%s', (_how, before, after, expected) => {
    expect(differencesOf(before, after).map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected);
  });

  it('does not take long where nothing is the same', () => {
    const from = performance.now();
    const lines = (letter: string): string => Array.from({ length: 3000 }, (_, at) => `${letter}${at}`).join('\n');
    expect(differencesOf(lines('a'), lines('b')).length).toBe(4000);
    expect(performance.now() - from).toBeLessThan(10_000);
  });
});
