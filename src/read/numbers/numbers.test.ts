import { expect, it } from 'vitest';
import { tokenise } from '../../language/index.ts';
import { loadReaderData } from '../../load/index.ts';
import type { Language } from '../../model/index.ts';
import { compileLexicon } from '../lexicon/index.ts';
import { numberAt } from './index.ts';

const data = await loadReaderData();
const lexicons = { en: compileLexicon('en', data.lexicons.en), ar: compileLexicon('ar', data.lexicons.ar) };

/** The first number of a text as `low..high`, with how many tokens it takes; `-` where there is none. */
const first = (language: Language, text: string): string => {
  const tokens = tokenise(text);
  for (let i = 0; i < tokens.length; i++) {
    const found = numberAt(tokens, i, tokens.length, lexicons[language]);
    if (found) return `${found.low}${found.high === undefined ? '+' : ''} ${found.after - i}`;
  }
  return '-';
};

it.each([
  ['en', '7 men', '7 1'],
  ['en', '1,200 men', '1200 1'],
  ['en', 'twenty-one men', '21 3'],
  ['en', 'twenty one men', '21 2'],
  ['en', 'one hundred and twenty men', '120 4'],
  ['en', 'two thousand five hundred men', '2500 4'],
  ['en', '1.5 million people', '1500000 2'],
  ['en', 'two dozen men', '24 2'],
  ['en', 'dozens of men', '24+ 2'],
  ['en', 'hundreds of thousands of men', '200000+ 4'],
  ['en', 'three and two more', '3 1'],
  ['en', 'five and eight others', '5 1'],
  ['en', '7.10.2023', '-'],
  ['en', 'men and women', '-'],
  ['ar', 'سبعة رجال', '7 1'],
  ['ar', '٧ رجال', '7 1'],
  ['ar', 'و12 رجلاً', '12 1'],
  ['ar', 'واحد وعشرون رجلاً', '21 2'],
  ['ar', 'سبعة عشر رجلاً', '17 2'],
  ['ar', 'مئة وخمسة وعشرون رجلاً', '125 3'],
  ['ar', 'ثلاثمئة وخمسون رجلاً', '350 2'],
  ['ar', 'ثلاثة آلاف رجل', '3000 2'],
  ['ar', '12 ألف رجل', '12000 2'],
  ['ar', '27 ألفاً', '27000 2'],
  ['ar', 'ألفا رجل', '2000 1'],
  ['ar', 'عشرات الآلاف من الرجال', '20000+ 2'],
  ['ar', 'خمسة وثلاثة', '5 1'],
  ['ar', 'رجال ونساء', '-'],
] as const)('%s %s → %s', (language, text, expected) => expect(first(language, text)).toBe(expected));
