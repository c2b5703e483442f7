import { describe, expect, it } from 'vitest';
import { fold, tokenise } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import { formsOf } from './inflect.ts';
import { createPhrases } from './phrases.ts';

const forms = (language: Language, pos: string, form: string, irregular: readonly string[] = []): string[] =>
  formsOf(language, pos, form, irregular).map((f) => f.form);

// Each row: language, part of speech, the row's form, its irregular ones, forms that must be among its forms.
const INFLECTED: readonly (readonly [Language, string, string, readonly string[], readonly string[]])[] = [
  ['en', 'v', 'attack', [], ['attack', 'attacked', 'attacks', 'attacking']],
  ['en', 'v', 'stop', [], ['stopped', 'stopping', 'stops']],
  ['en', 'v', 'seize', [], ['seized', 'seizing', 'seizes']],
  ['en', 'v', 'occupy', [], ['occupied', 'occupies', 'occupying']],
  ['en', 'v', 'pull out', [], ['pulled out', 'pulling out', 'pulls out']],
  ['en', 'v', 'strike', ['struck'], ['strike', 'struck', 'strikes', 'striking']],
  ['en', 'n', 'airstrike', [], ['airstrike', 'airstrikes']],
  ['en', 'n', 'base', [], ['bases']],
  ['en', 'n', 'militia', [], ['militias']],
  ['en', 'n', 'child', [], ['children']],
  ['en', 'n', 'gunman', [], ['gunmen']],
  ['en', 'n', 'army', [], ['armies']],
  ['en', 'x', 'at least', [], ['at least']],
  ['ar', 'v', 'قصف', ['يقصف'], ['قصف', 'قصفت', 'قصفوا', 'يقصف', 'تقصف', 'يقصفون', 'قصفها']],
  ['ar', 'v', 'نفى', ['ينفي'], ['نفي', 'نفت', 'نفوا', 'ينفي', 'تنفي']],
  ['ar', 'n', 'غارة', ['غارات'], ['غاره', 'الغاره', 'غارات', 'الغارات', 'غارتين', 'غارته']],
  ['ar', 'n', 'مقر', ['مقرات'], ['مقر', 'المقر', 'مقرات', 'المقرات', 'مقره', 'مقراتها']],
  ['ar', 'n', 'نقطة تفتيش', [], ['نقطه تفتيش', 'النقطه التفتيش']],
];

describe('inflection', () => {
  it.each(INFLECTED)('%s %s %s', (language, pos, form, irregular, expected) => {
    expect(forms(language, pos, form, irregular)).toEqual(expect.arrayContaining([...expected]));
  });

  it('lists what is irregular in place of the rule’s', () => {
    expect(forms('en', 'v', 'strike', ['struck'])).not.toContain('striked');
  });
});

describe('phrases', () => {
  const table = createPhrases<string>();
  for (const phrase of ['army', 'army base', 'Deir ez-Zor', 'الجيش', 'جيش الاحتلال', 'وزير', 'دير الزور'])
    table.add(phrase, fold(phrase));

  const found = (text: string, language: Language): string[] => {
    const tokens = tokenise(text);
    return tokens.flatMap((_, i) => {
      const hit = table.at(tokens, i, language);
      return hit ? [`${hit.clitics}${hit.clitics ? '+' : ''}${hit.values[0]}`] : [];
    });
  };

  it.each([
    ['The army left.', 'en', ['army']],
    ['The army base fell.', 'en', ['army base']],
    ['ARMY', 'en', ['army']],
    ['They left Deir ez-Zor.', 'en', ['deir ez-zor']],
    ['They left Deir Ez Zor.', 'en', ['deir ez-zor']],
    ['army, base', 'en', ['army']],
    ['قصف جيش الاحتلال دير الزور', 'ar', ['جيش الاحتلال', 'دير الزور']],
    ['وجيش الاحتلال', 'ar', ['و+جيش الاحتلال']],
    ['للجيش', 'ar', ['ل+الجيش']],
    ['قال وزير', 'ar', ['وزير']],
    ['الجَيـش', 'ar', ['الجيش']],
  ] as const)('%s', (text, language, expected) => expect(found(text, language)).toEqual(expected));

  it('that are the same but for spelling are one', () => {
    const twice = createPhrases<number>();
    twice.add('غارة', 1);
    twice.add('غاره', 2);
    twice.add('غارة', 1);
    expect(twice.get('غـارة')).toEqual([1, 2]);
    expect(twice.size()).toBe(1);
  });
});
