import { describe, expect, it } from 'vitest';
import { languageByScript } from './script.ts';

const ROWS: readonly (readonly [string, 'en' | 'ar', string])[] = [
  ['Israel struck Damascus.', 'en', 'English'],
  ['قصفت إسرائيل دمشق.', 'ar', 'Arabic'],
  ['قصفت طائرات F-16 مطار دمشق الدولي', 'ar', 'Arabic with a Latin name inside'],
  ['The paper Al-Hayat (الحياة) said so.', 'en', 'English with an Arabic name inside'],
  ['Ālbū Kāmāl', 'en', 'letters with marks'],
  ['\ufee1\ufe8e\ufedf', 'ar', 'presentation forms'],
  ['استهدف 12,000 2024 15:30', 'ar', 'digits do not count'],
  ['حرب!', 'ar', 'four letters'],
];

describe('languageByScript', () => {
  it.each(ROWS)('%s → %s (%s)', (text, language) => expect(languageByScript(text)).toBe(language));

  it.each(['', '2024 - 7', '…', '😀'])('«%s» has no letters: the fallback decides', (text) => {
    expect([languageByScript(text, 'en'), languageByScript(text, 'ar'), languageByScript(text)]).toEqual([
      'en',
      'ar',
      'en',
    ]);
  });
});
