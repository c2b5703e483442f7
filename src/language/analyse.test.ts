/** The models that ship, through the door. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyText, cpuRatio } from '../../tools/any-text.ts';
import { analysedConllu, createLanguage, type Language, readConllu } from './index.ts';

const models = path.join(import.meta.dirname, '../../data/models');
const bytesOf = (name: string): Uint8Array => readFileSync(path.join(models, name));
const LANGUAGES = ['en', 'ar'] as const;

/** Only the words: the parser has tests of its own. */
let languages: Readonly<Record<(typeof LANGUAGES)[number], Language>>;
beforeAll(() => {
  languages = {
    en: createLanguage({ words: bytesOf('en.words.bin') }),
    ar: createLanguage({ words: bytesOf('ar.words.bin') }),
  };
});

/** `form/lemma/UPOS` of each word. */
const told = (language: 'en' | 'ar', text: string): string =>
  languages[language]
    .analyse(text)
    .map(({ words }) => words.map(({ form, lemma, upos }) => `${form}/${lemma}/${upos}`).join(' '))
    .join(' | ');

describe('analyse', () => {
  it.each([
    ['The soldiers were leaving.', 'The/the/DET soldiers/soldier/NOUN were/be/AUX leaving/leave/VERB ././PUNCT'],
    ['They didn’t say why.', 'They/they/PRON did/do/AUX n’t/not/PART say/say/VERB why/why/ADV ././PUNCT'],
    [
      "Syria's army struck 13,000 homes",
      "Syria/Syria/PROPN 's/'s/PART army/army/NOUN struck/strike/VERB 13,000/13000/NUM homes/home/NOUN",
    ],
  ])('%s', (text, words) => expect(told('en', text)).toBe(words));

  // What 600 sentences teach of tags is no sure thing; what is cut and written must hold.
  it.each([
    ['قال الرئيس إنه سيعود.', 'قال الرئيس إن ه س يعود .'],
    ['وفي المدينة، عاد ٧ رجال', 'و في المدينة ، عاد ٧ رجال'],
    ['للجيش وبالقرية', 'ل لجيش و ب القرية'],
  ])('%s', (text, words) => {
    const [sentence] = languages.ar.analyse(text);
    expect(sentence!.words.map(({ form }) => form).join(' ')).toBe(words);
  });

  it('knows Arabic signs and digits, though its treebank writes others', () => {
    const [sentence] = languages.ar.analyse('قال: «عاد ٧ رجال، ثم رحلوا»؟');
    const tags = new Map(sentence!.words.map(({ form, upos }) => [form, upos]));
    for (const sign of ['«', '»', '،', '؟', ':']) expect(tags.get(sign), sign).toBe('PUNCT');
    expect(tags.get('٧')).toBe('NUM');
  });

  it('tells features', () => {
    const [sentence] = languages.en.analyse('She was walking home.');
    expect(sentence!.words[1]!.feats).toContain('Tense=Past');
    expect(sentence!.words[2]!.feats).toContain('VerbForm=');
    const [arabic] = languages.ar.analyse('قالت الوزيرة');
    expect(arabic!.words[0]!.feats).toContain('Gender=Fem');
  });

  it.each(LANGUAGES)('keeps places, order and every letter, whatever the text, and says the same again: %s', (name) => {
    const language = languages[name];
    const rest = (text: string) => text.replace(/[^\p{L}\p{Nd}]/gu, '');
    fc.assert(
      fc.property(anyText, (text) => {
        const sentences = language.analyse(text);
        let last = 0;
        let all = '';
        for (const { start, end, words, joined } of sentences) {
          expect([words[0]!.start, words.at(-1)!.end]).toEqual([start, end]);
          for (const { start, end, form, lemma, upos } of words) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect([form, lemma, upos]).not.toContain('');
            all += `${text.slice(start, end)} `;
            last = end;
          }
          for (const { first, last } of joined) expect(words[last - 1] && last > first).toBe(true);
        }
        expect(rest(all)).toBe(rest(text));
        expect(language.analyse(text)).toEqual(sentences);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['en', 'a'],
    ['en', '('],
    ['en', '\ud800'],
    ['en', 'It fell. '],
    ['en', 'no end, '],
    ['ar', 'وبالقرية '],
    ['ar', '\u064e'],
    ['ar', 'و'],
  ] as const)('costs as much for each letter of a long text as of a short one: %s %j', (name, unit) => {
    expect(cpuRatio((n) => languages[name].analyse(unit.repeat(n)), 1_000)).toBeLessThan(3);
  });

  it('ends with a line of a million letters and ten thousand brackets', () => {
    for (const name of LANGUAGES)
      for (const text of ['x'.repeat(1_000_000), '['.repeat(10_000), 'ل'.repeat(100_000)])
        expect(languages[name].analyse(text).length).toBeGreaterThan(0);
  });
});

describe('analysedConllu', () => {
  it('can be read again, with the words written as one and the places', () => {
    const text = 'They don’t know. ودمشق';
    const [first] = languages.en.analyse(text);
    const [sentence] = readConllu(analysedConllu(text, first!, { id: 7, offset: 100 }));
    expect(sentence!.comments).toEqual(['# sent_id = 7', '# text = They don’t know.']);
    expect(sentence!.ranges).toEqual([{ first: 2, last: 3, form: 'don’t', misc: 'start_char=105|end_char=110' }]);
    expect(sentence!.words.map(({ misc }) => misc)).toEqual([
      'start_char=100|end_char=104',
      'start_char=105|end_char=107',
      'start_char=107|end_char=110',
      'SpaceAfter=No|start_char=111|end_char=115',
      'start_char=115|end_char=116',
    ]);
  });
});

describe('the shipped models', () => {
  it('are refused where they are something else', () => {
    expect(() => createLanguage({ words: Uint8Array.of(1, 2, 3) })).toThrow(RangeError);
    expect(() => createLanguage({ words: bytesOf('en.words.bin').subarray(0, 1000) })).toThrow('too early');
  });

  it.each(LANGUAGES)('have their cards: %s', (name) => {
    expect(existsSync(path.join(models, `${name}.words.md`))).toBe(true);
  });
});
