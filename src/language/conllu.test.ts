import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherSentences, readConllu, spaceAfter, type UdSentence, type UdWord, writeSentence } from './conllu.ts';

const ENGLISH = `# sent_id = 1
# text = Don't go.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVBP\tMood=Imp\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\tMood=Imp|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

`;
const ARABIC = `# text = ودمشق
1-2\tودمشق\t_\t_\t_\t_\t_\t_\t_\t_
1\tو\tو\tCCONJ\tCC\t_\t2\tcc\t_\t_
2\tدمشق\tدمشق\tPROPN\tNNP\tGender=Fem\t0\troot\t_\t_

`;

describe('CoNLL-U', () => {
  it.each([
    ['English', ENGLISH],
    ['Arabic', ARABIC],
    ['both', ENGLISH + ARABIC],
  ])('comes out as it went in: %s', (_, text) => {
    expect(readConllu(text).map(writeSentence).join('')).toBe(text);
  });

  it('reads words and ranges', () => {
    const [sentence] = readConllu(ENGLISH);
    expect(sentence!.ranges).toEqual([{ first: 1, last: 2, form: "Don't" }]);
    expect(sentence!.words[3]).toEqual({
      id: 4,
      form: '.',
      lemma: '.',
      upos: 'PUNCT',
      xpos: '.',
      head: 3,
      deprel: 'punct',
    });
    expect(sentence!.words.map(spaceAfter)).toEqual([true, true, false, true]);
  });

  it('asks for no more than ID and FORM', () => {
    expect(readConllu('1\tقصفت\n2\tدمشق')).toEqual([
      {
        comments: [],
        ranges: [],
        words: [
          { id: 1, form: 'قصفت' },
          { id: 2, form: 'دمشق' },
        ],
      },
    ]);
  });

  // Each row: what it is, lines, the forms of each sentence.
  it.each([
    ['line ends of Windows', '1\ta\r\n\r\n1\tb\r\n', [['a'], ['b']]],
    ['many blank lines', '\n\n1\ta\n\n\n\n1\tb\n', [['a'], ['b']]],
    ['no line end at the end', '1\ta\n\n1\tb', [['a'], ['b']]],
    ['comments without words', '# nothing\n\n1\ta\n', [['a']]],
    ['empty nodes', '1\ta\n1.1\tb\n2\tc\n', [['a', 'c']]],
    ['an underscore is a word', '1\t_\t_\tSYM\n', [['_']]],
    ['nothing', '', []],
  ])('%s', (_, text, forms) => {
    expect(readConllu(text).map(({ words }) => words.map(({ form }) => form))).toEqual(forms);
  });

  it.each([
    ['1\ta\n3\tb', 'line 2: ID is «3» where 2 should be.'],
    ['1\ta\n\nx\tb', 'line 3: ID is «x» where 1 should be.'],
    ['قصفت إسرائيل', 'line 1: a word needs ID and FORM with a tab between them.'],
    ['# c\n1\ta\tb\tc\td\te\tf', 'line 2: HEAD «f» is no number.'],
    ['1\ta\t_\t_\t_\t_\t9', 'line 1: word 1 cannot hang on 9.'],
    ['1-3\tab\n1\ta\n2\tb', 'line 1: range 1-3 goes past the last word.'],
    ['1\ta\n1-2\tab', 'line 2: range 1-2 does not begin at the next word.'],
  ])('says what is wrong in %j', (text, message) => expect(() => readConllu(text)).toThrow(new SyntaxError(message)));

  it('goes on after a faulty sentence', () => {
    const { take, end } = gatherSentences();
    take('2\ta');
    expect(() => take('')).toThrow('line 1');
    take('1\tb');
    expect(end()?.words[0]?.form).toBe('b');
  });

  it('writes what it can read, whatever the words are', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 });
    const word = fc.record({ form: text, lemma: text, upos: text }, { requiredKeys: ['form'] });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const sentence: UdSentence = {
          comments: [],
          ranges: [],
          words: words.map((given, at): UdWord => ({ id: at + 1, ...given })),
        };
        const once = readConllu(writeSentence(sentence));
        expect(once).toHaveLength(1);
        expect(once[0]!.words).toHaveLength(words.length);
        expect(readConllu(once.map(writeSentence).join(''))).toEqual(once);
      }),
    );
  });
});
