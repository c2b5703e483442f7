/** The floors that Arabic resolution is held to, and the set itself: 200 names, each of an id that the base has. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadReaderData } from '../../src/load/index.ts';
import { createLocator, type ReaderData } from '../../src/read/index.ts';
import { type ArabicScore, arabicSentences, scoreArabic, sentenceFrom } from './index.ts';

let data: ReaderData;
let score: ArabicScore;
beforeAll(async () => {
  data = await loadReaderData();
  score = scoreArabic(arabicSentences(), (id) => data.places.get(id), createLocator(data));
});

test('mark-up becomes spans of the plain text', () => {
  const { text, asked } = sentenceFrom('من [حلب|geonames:1] إلى [الباغوز|~geonames:2] و[كذا|-].');
  expect(text).toBe('من حلب إلى الباغوز وكذا.');
  expect(asked.map(({ span: { start, end } }) => text.slice(start, end))).toEqual(['حلب', 'الباغوز', 'كذا']);
  expect(asked.map(({ id, near }) => [id, near])).toEqual([
    ['geonames:1', false],
    ['geonames:2', true],
    [undefined, false],
  ]);
});

describe('Arabic resolution', () => {
  test('asks two hundred names', () => expect(score.names).toBe(200));
  test('puts nine in ten where they are, and no made-up village anywhere', () => {
    expect(score.coverage, score.wrong.join('\n')).toBeGreaterThanOrEqual(92);
    expect(score.accuracy, score.wrong.join('\n')).toBeGreaterThanOrEqual(95);
    expect(score.exact).toBeGreaterThanOrEqual(95);
    expect(score.invented).toBe(0);
  });
});
