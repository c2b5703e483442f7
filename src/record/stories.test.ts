import { describe, expect, test } from 'vitest';
import { storiesOf } from './stories.ts';

const stories = (...texts: string[]): number[] => storiesOf(texts.map((text) => ({ text })));

const QUAKE = [
  'An earthquake of magnitude 6.2 shook Belmora on Tuesday and levelled the village of Tarn, killing 14 people.',
  'Fourteen people died when a quake of magnitude 6.2 hit Belmora. The village of Tarn was levelled on Tuesday.',
];
const OTHER_QUAKE = [
  'An earthquake of magnitude 5.1 shook Sorrel island on Friday; 3 people were hurt and a pier fell into the sea.',
  'A pier fell into the sea on Sorrel island when an earthquake of magnitude 5.1 hit on Friday. 3 people were hurt.',
];
const ARABIC = [
  'قصفت المدفعية بلدة السرو مساء الأحد وسقط 7 قتلى.',
  'سقط 7 قتلى في قصف مدفعي على بلدة السرو مساء الأحد.',
];

describe('stories', () => {
  test('two tellings of one happening are one, two quakes are two, in both languages', () => {
    const found = stories(QUAKE[0]!, OTHER_QUAKE[0]!, ARABIC[0]!, QUAKE[1]!, OTHER_QUAKE[1]!, ARABIC[1]!);
    expect(found).toEqual([0, 1, 2, 0, 1, 2]);
  });
  test.each([
    ['no text', [], []],
    ['one text', ['A fire.'], [0]],
    ['empty texts have nothing in common', ['', ''], [0, 1]],
  ])('%s', (_name, texts, expected) => expect(stories(...texts)).toEqual(expected));
});
