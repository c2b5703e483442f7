import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, cpuRatio } from '../../tools/any-text.ts';
import { sentencesOf } from './sentences.ts';
import { tokenise } from './tokens.ts';

const cut = (text: string): string[] => {
  const tokens = tokenise(text);
  return sentencesOf(text, tokens).map(([first, after]) => text.slice(tokens[first]!.start, tokens[after - 1]!.end));
};

const ROWS: readonly (readonly [string, readonly string[]])[] = [
  // English
  ['Two men died. A third fled.', ['Two men died.', 'A third fled.']],
  ['Gen. Smith left. He fled.', ['Gen. Smith left.', 'He fled.']],
  ['Mr. J. Smith spoke.', ['Mr. J. Smith spoke.']],
  ['The U.S. Navy fired.', ['The U.S. Navy fired.']],
  ['It fell on Oct. 7 in the city.', ['It fell on Oct. 7 in the city.']],
  ['He said: "We go." They went.', ['He said: "We go."', 'They went.']],
  ['He said “We go.” They went.', ['He said “We go.”', 'They went.']],
  ['(It was late.) They went.', ['(It was late.)', 'They went.']],
  ['Who fired? Nobody knows!', ['Who fired?', 'Nobody knows!']],
  ['They came at 3.5 km an hour.', ['They came at 3.5 km an hour.']],
  ['See example.org for more.', ['See example.org for more.']],
  ['They waited... and went on.', ['They waited... and went on.']],
  ['They waited… Then they went.', ['They waited…', 'Then they went.']],
  ['No full stop', ['No full stop']],
  // Nobody wrote a capital.
  ['two men died. a third fled.', ['two men died.', 'a third fled.']],
  ['It began in 2019. In 2020 it ended.', ['It began in 2019.', 'In 2020 it ended.']],
  ['It struck at dawn. 7 people died.', ['It struck at dawn.', '7 people died.']],
  // Arabic
  ['قُتل رجلان. وفر ثالث.', ['قُتل رجلان.', 'وفر ثالث.']],
  ['من أطلق النار؟ لا أحد يعلم.', ['من أطلق النار؟', 'لا أحد يعلم.']],
  ['قال: «سنذهب.» ثم ذهبوا.', ['قال: «سنذهب.»', 'ثم ذهبوا.']],
  ['بلا نقطة', ['بلا نقطة']],
  ['بدأ في عام 2019. وانتهى في 2020.', ['بدأ في عام 2019.', 'وانتهى في 2020.']],
  ['بلغت المسافة 3.5 كيلومتر.', ['بلغت المسافة 3.5 كيلومتر.']],
  ['وصلوا إلى القرية… ثم رحلوا.', ['وصلوا إلى القرية…', 'ثم رحلوا.']],
  ['أفاد موقع example.org بذلك.', ['أفاد موقع example.org بذلك.']],
  // Neither
  ['', []],
  ['...', ['...']],
];

describe('sentencesOf', () => {
  it.each(ROWS)('%s', (text, sentences) => expect(cut(text)).toEqual(sentences));

  it('puts every token in exactly one sentence, in order, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenise(text);
        let at = 0;
        for (const [first, after] of sentencesOf(text, tokens)) {
          expect(first).toBe(at);
          expect(after).toBeGreaterThan(first);
          at = after;
        }
        expect(at).toBe(tokens.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['full stops', '.'],
    ['brackets', ')'],
    ['short sentences', 'It fell. '],
    ['جمل قصيرة', 'سقط. '],
  ])('costs as much for each token of a long text as of a short one: %s', (_, unit) => {
    expect(cpuRatio((n) => sentencesOf(unit.repeat(n), tokenise(unit.repeat(n))), 10_000)).toBeLessThan(3);
  });
});
