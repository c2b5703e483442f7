import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, cpuRatio } from '../../../tools/any-text.ts';
import { cuttingsOf } from './clitics.ts';
import { formOf, paragraphsOf, wordSentences } from './index.ts';
import { lettersOf } from './letters.ts';

/** Words with | between sentences, + where words are written as one. */
const cut = (text: string, cutClitics?: (word: string) => readonly number[]): string =>
  wordSentences(text, cutClitics)
    .map(({ words, joined }) =>
      words
        .map(
          (word, at) =>
            (joined.some(({ first, last }) => at > first && at <= last) ? '+' : at > 0 ? ' ' : '') + formOf(text, word),
        )
        .join(''),
    )
    .join(' | ');

const ENGLISH: readonly (readonly [string, string])[] = [
  ['They don’t know, can’t say and cannot go.', 'They do+n’t know , ca+n’t say and can+not go .'],
  ["It's the army's fault, we've heard.", "It+'s the army+'s fault , we+'ve heard ."],
  ["The militias' base burned.", "The militias+' base burned ."],
  ["He called it 'the wars' and left.", "He called it ' the wars ' and left ."],
  ['Gen. Smith and Dr. J. Brown left.', 'Gen. Smith and Dr. J. Brown left .'],
  ['The U.S. base, at 7:30 a.m. on 7/10/2023.', 'The U.S. base , at 7:30 a.m. on 7/10/2023 .'],
  ['On Oct. 7, 13,000 fled; the 3rd since the 1990s.', 'On Oct. 7 , 13,000 fled ; the 3rd since the 1990s .'],
  ['A pro-government, Iran-backed group.', 'A pro-government , Iran - backed group .'],
  ['See www.example.org/a_b or write to desk@example.org.', 'See www.example.org/a_b or write to desk@example.org .'],
  ['Wait... what?! No -- never.', 'Wait ... what ?! | No -- never .'],
  ['Plan B. Then they left.', 'Plan B. Then they left .'],
  ['• Two dead\n• Three hurt', '• Two dead | • Three hurt'],
  ['Army enters town\n\nTroops entered the town.', 'Army enters town | Troops entered the town .'],
  [
    'A line that a mail program broke off here\nand that goes on here.',
    'A line that a mail program broke off here and that goes on here .',
  ],
  ['No. 5 and no more. No.', 'No. 5 and no more . | No .'],
];

const clitics = (word: string): readonly number[] => (word.startsWith('و') ? [1] : word.startsWith('لل') ? [1] : []);
const ARABIC: readonly (readonly [string, string])[] = [
  ['قصفت الطائرات، وأصابت للجيش موقعًا.', 'قصفت الطائرات ، و+أصابت ل+لجيش موقعًا .'],
  ['عنوان بلا نقطة\nوالخبر هنا.', 'عنوان بلا نقطة | و+الخبر هنا .'],
  ['قال: «سنعود.» ثم رحل.', 'قال : « سنعود . » | ثم رحل .'],
  ['بلغ العدد ١٣٬٠٠٠ نازح…', 'بلغ العدد ١٣٬٠٠٠ نازح …'],
  ['\u200fوصل وفد\u200e من F-16.', 'و+صل و+فد من F - 16 .'],
  ['في الساعة 7:30 من 7/10/2023', 'في الساعة 7:30 من 7/10/2023'],
];

describe('wordSentences', () => {
  it.each(ENGLISH)('%s', (text, words) => expect(cut(text)).toBe(words));
  it.each(ARABIC)('%s', (text, words) => expect(cut(text, clitics)).toBe(words));

  it('holds every letter and digit once, in order, whatever the text', () => {
    const rest = (text: string) => text.replace(/[^\p{L}\p{Nd}]/gu, '');
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        let all = '';
        for (const { start, end, words, joined } of wordSentences(text, clitics)) {
          expect(words.length).toBeGreaterThan(0);
          expect(words[0]!.start).toBe(start);
          expect(words.at(-1)!.end).toBe(end);
          for (const word of words) {
            expect(word.start).toBeGreaterThanOrEqual(last);
            expect(word.end).toBeGreaterThan(word.start);
            expect(formOf(text, word)).not.toBe('');
            last = word.end;
            all += `${text.slice(word.start, word.end)} `;
          }
          for (const { first, last } of joined) {
            expect(last).toBeGreaterThan(first);
            expect(words[last]).toBeDefined();
          }
        }
        expect(rest(all)).toBe(rest(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['letters', 'a'],
    ['brackets', '('],
    ['stops', '.'],
    ['apostrophes', "a's"],
    ['hyphens', 'a-'],
    ['addresses', 'www.a@b.'],
    ['digits', '1:1/'],
    ['lines', 'a long line without its end here and here\n'],
    ['واو', 'و'],
    ['كلمات', 'وبالقرية '],
  ])('costs as much for each letter of a long text as of a short one: %s', (_, unit) => {
    expect(cpuRatio((n) => wordSentences(unit.repeat(n), clitics), 1_000)).toBeLessThan(3);
  });
});

describe('paragraphsOf', () => {
  it.each([
    ['', []],
    ['one', ['one']],
    ['one\r\ntwo\n\nthree\u2029four', ['one', 'two', 'three', 'four']],
    [
      'It is a rather long line that ends here.\nand a next',
      ['It is a rather long line that ends here.', 'and a next'],
    ],
  ])('%j', (text, paragraphs) =>
    expect(paragraphsOf(text).map(([start, end]) => text.slice(start, end))).toEqual(paragraphs),
  );
});

describe('cuttingsOf', () => {
  const ways = (word: string): string[] =>
    cuttingsOf(word).map(({ cuts }) => [0, ...cuts].map((cut, at) => word.slice(cut, cuts[at])).join('+'));

  // Each row: a word, a way to cut it that must be offered.
  it.each([
    ['ودمشق', 'و+دمشق'],
    ['للجيش', 'ل+لجيش'],
    ['وبقصفها', 'و+ب+قصف+ها'],
    ['سيقصف', 'س+يقصف'],
    ['لهم', 'ل+هم'],
    ['مما', 'م+ما'],
    ['وزير', 'وزير'],
    ['بيوتهم', 'بيوت+هم'],
  ])('%s may be %s', (word, way) => expect(ways(word)).toContain(way));

  it.each([
    ['سوريا', 'س+وريا'],
    ['دمشق', 'د+مشق'],
    ['منها', 'م+نها'],
  ])('%s is never %s', (word, way) => expect(ways(word)).not.toContain(way));

  it('offers a few dozen at most, and the whole word first', () => {
    for (const word of ['و'.repeat(10_000), 'ووبلهما', 'فبسيكها', 'ه']) {
      expect(ways(word).length).toBeLessThan(40);
      expect(ways(word)[0]).toBe(word);
    }
  });
});

describe('lettersOf', () => {
  it.each([
    ['وَقَالَ', 'وقال', [0, 2, 4, 5]],
    ['لـلـه', 'لله', [0, 2, 4]],
    ['\u200fأين', 'اين', [1, 2, 3]],
    ['\ufedf\ufee0\ufea0', 'للج', [0, 1, 2]],
    ['\ufefb', 'لا', [0, 0]],
  ])('%s', (word, plain, at) => expect(lettersOf(word)).toEqual({ plain, at }));
});
