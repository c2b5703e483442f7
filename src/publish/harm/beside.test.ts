import { describe, expect, it } from 'vitest';
import { withNameBeside } from './beside.ts';

describe('a name beside the noun of a protected facility', () => {
  it.each([
    ['They stood at the Fayruz checkpoint all day.', 'checkpoint', 'Fayruz checkpoint'],
    ['at the Al Zahra Red checkpoint', 'checkpoint', 'Al Zahra Red checkpoint'],
    ['a clinic of Umm Fayruz, he said', 'clinic', 'clinic of Umm Fayruz'],
    ['the hospital of the town', 'hospital', 'hospital of'],
    ['a school was hit', 'school', 'school'],
    ['of Fayruz\nschool fees', 'school', 'school'],
    ['عند حاجز الفيروز الجنوبي في البلدة', 'حاجز', 'حاجز الفيروز الجنوبي'],
    ['في المستشفى الكبير', 'المستشفى', 'المستشفى'],
    ['مدرسة تؤوي نازحين', 'مدرسة', 'مدرسة'],
    ['قرب مستشفى', 'مستشفى', 'مستشفى'],
  ])('%s: %s', (text, noun, expected) => {
    const start = text.indexOf(noun);
    const span = withNameBeside(text, { start, end: start + noun.length });
    expect(text.slice(span.start, span.end).replace(/ of$/, '')).toBe(expected.replace(/ of$/, ''));
  });
});
