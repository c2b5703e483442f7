import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { readConllu } from '../language/index.ts';
import { type ParseOptions, parse } from './parse.ts';

const run = async (input: readonly (string | Buffer)[], options: ParseOptions = {}) => {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  const warned = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = await parse(Readable.from(input.map((chunk) => Buffer.from(chunk))), output, options);
  const warnings = warned.mock.calls.map(([line]) => String(line));
  warned.mockRestore();
  const text = Buffer.concat(chunks).toString();
  return { code, text, warnings, sentences: readConllu(text) };
};

const forms = (sentences: ReturnType<typeof readConllu>): string[] =>
  sentences.map(({ words }) => words.map(({ form }) => form).join(' '));

describe('marsad parse', () => {
  it('turns text into CoNLL-U, each paragraph in its own language', async () => {
    const { code, sentences, warnings } = await run(['Army enters town\n\nTroops don’t leave. They wait.']);
    expect([code, warnings]).toEqual([0, []]);
    expect(forms(sentences)).toEqual(['Army enters town', 'Troops do n’t leave .', 'They wait .']);
    for (const { words } of sentences) for (const { lemma, upos } of words) expect(lemma && upos).toBeTruthy();
    const arabic = await run(['وصل الجنود إلى القرية.'], { lang: 'ar' });
    expect(forms(arabic.sentences)).toEqual(['وصل الجنود إلى القرية .']);
  });

  it('says where each word stands in the whole input, however the input comes in', async () => {
    const paragraph = 'The road to حلب was closed — again 😀. Nobody knew why.\r\n\r\n';
    const text = paragraph.repeat(2_000);
    const bytes = Buffer.from(text);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 9_973) }, (_, at) =>
      bytes.subarray(at * 9_973, (at + 1) * 9_973),
    );
    const { text: out, sentences } = await run(pieces, { lang: 'en' });
    expect(sentences).toHaveLength(4_000);
    expect(sentences.at(-1)!.comments[0]).toBe('# sent_id = 4000');
    for (const { words } of [...sentences.slice(0, 20), ...sentences.slice(-20)]) {
      for (const { form, misc = '' } of words) {
        const [, start, end] = /start_char=(\d+)\|end_char=(\d+)/.exec(misc)!;
        expect(text.slice(Number(start), Number(end))).toBe(form);
      }
    }
    expect((await run([bytes], { lang: 'en' })).text).toBe(out);
  });

  it('keeps tokens, sentences, comments and joined words of CoNLL-U, and predicts the rest', async () => {
    const given =
      '# sent_id = a\n1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tcan\tx\tX\n2\tnot\n3\tgo\n\n1\tوصل\n2\tالجنود\n';
    const { code, sentences } = await run([given], { pretokenized: true });
    expect(code).toBe(0);
    expect(forms(sentences)).toEqual(['can not go', 'وصل الجنود']);
    expect(sentences[0]).toMatchObject({
      comments: ['# sent_id = a'],
      ranges: [{ first: 1, last: 2, form: 'cannot', misc: 'SpaceAfter=No' }],
    });
    expect(sentences[0]!.words[0]).toMatchObject({ lemma: 'can', upos: 'AUX' });
  });

  it('leaves a faulty sentence out, says which, and goes on', async () => {
    const { code, sentences, warnings } = await run(['1\ta\n\nnothing\n\n1\tb\n3\tc\n\n1\td\n'], {
      pretokenized: true,
    });
    expect(code).toBe(1);
    expect(forms(sentences)).toEqual(['a', 'd']);
    expect(warnings).toEqual([
      'marsad: line 3: a word needs ID and FORM with a tab between them. The sentence is left out.\n',
      'marsad: line 6: ID is «3» where 2 should be. The sentence is left out.\n',
    ]);
  });

  it.each(['', '\n\n\n', ' \u200f\n'])('has nothing to say of %j', async (text) => {
    expect(await run([text])).toMatchObject({ code: 0, text: '' });
    expect(await run(['\n'], { pretokenized: true })).toMatchObject({ code: 0, text: '' });
  });
});
