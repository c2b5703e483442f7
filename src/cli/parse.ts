/** `marsad parse`: text, or CoNLL-U of which only the tokens count, to CoNLL-U. A filter: memory stays flat. */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { type Command, Option } from 'commander';
import type { Analyser } from '../load/index.ts';
import { linesOf } from './ndjson.ts';
import { warn } from './output.ts';

export type ParseOptions = { readonly lang?: 'en' | 'ar'; readonly pretokenized?: boolean };

// Texts are analysed in pieces of about this length, cut between paragraphs.
const PIECE = 1 << 16;
// A paragraph as long as this is cut at a blank.
const MOST_PARAGRAPH = 1 << 20;

/** Pieces of a text in order, with the place at which each begins; nothing is left out. */
async function* piecesOf(input: Readable): AsyncGenerator<{ readonly text: string; readonly at: number }> {
  const decoder = new StringDecoder('utf8');
  let held: string[] = [];
  let length = 0;
  let at = 0;
  const cutAt = (text: string): number => {
    const paragraph = text.lastIndexOf('\n\n') + 1 || text.lastIndexOf('\r\n\r\n') + 1;
    const line = paragraph || text.lastIndexOf('\n') + 1;
    return line || (text.length < MOST_PARAGRAPH ? 0 : text.lastIndexOf(' ') + 1 || text.length);
  };
  for await (const chunk of input) {
    const some = decoder.write(chunk as Buffer);
    held.push(some);
    length += some.length;
    if (length < PIECE || (!some.includes('\n') && length < MOST_PARAGRAPH)) continue;
    const text = held.join('');
    const cut = cutAt(text);
    if (cut > 0) yield { text: text.slice(0, cut), at };
    at += cut;
    held = [text.slice(cut)];
    length = text.length - cut;
  }
  const rest = held.join('') + decoder.end();
  if (rest.length > 0) yield { text: rest, at };
}

type Write = (text: string) => Promise<void>;

/** Sentences of a text to CoNLL-U; MISC holds the places of the words in the whole input, in UTF-16 code units. */
const parseText = async (input: Readable, write: Write, analyser: Analyser, lang?: 'en' | 'ar'): Promise<void> => {
  let sentences = 0;
  for await (const { text, at } of piecesOf(input)) {
    for (const sentence of (await analyser.of(lang ?? analyser.languageOf(text))).analyse(text)) {
      sentences++;
      await write(analyser.toConllu(text, sentence, { id: sentences, offset: at }));
    }
  }
};

/** Tokens and sentences of CoNLL-U as they are, all else predicted. Answers with the number of faulty sentences. */
const parseTokens = async (input: Readable, write: Write, analyser: Analyser, lang?: 'en' | 'ar'): Promise<number> => {
  const gatherer = analyser.gather();
  let failed = 0;
  const take = async (next: () => ReturnType<typeof gatherer.end>): Promise<void> => {
    try {
      const sentence = next();
      if (!sentence || sentence.words.length === 0) return;
      const forms = sentence.words.map(({ form }) => form);
      const language = lang ?? analyser.languageOf(forms.join(' '));
      await write(analyser.withWords(sentence, (await analyser.of(language)).parse(forms)));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      failed++;
      warn(`${error.message} The sentence is left out.`);
    }
  };
  for await (const line of linesOf(input)) {
    if ('text' in line) await take(() => gatherer.take(line.text));
    else throw Object.assign(new Error('A line has more than 20 MB: this is no CoNLL-U.'), { name: 'Failure' });
  }
  await take(() => gatherer.end());
  return failed;
};

/** Exit code: 0 done, 1 some sentences failed. */
export const parse = async (input: Readable, output: Writable, options: ParseOptions): Promise<number> => {
  const { loadAnalyser } = await import('../load/index.ts');
  const analyser = loadAnalyser();
  let closed = false;
  output.on('error', () => {
    closed = true; // the reader of our output went away: nothing is left to do
  });
  const write: Write = async (text) => {
    if (closed) return;
    if (!output.write(text) && !closed)
      await Promise.race([once(output, 'drain'), once(output, 'error')]).catch(() => {});
  };
  if (options.pretokenized) return (await parseTokens(input, write, analyser, options.lang)) > 0 ? 1 : 0;
  await parseText(input, write, analyser, options.lang);
  return 0;
};

export const registerParse = (program: Command, done: (code: number) => void): void => {
  program
    .command('parse')
    .summary('text in, words with tags and trees out (CoNLL-U)')
    .description(
      'Cut the text on standard input into sentences and words, and write each word with its lemma, tag, features,\nhead and relation, as CoNLL-U. Needs no store and keeps nothing.',
    )
    .addOption(new Option('--lang <language>', 'language of the text; else by its script').choices(['en', 'ar']))
    .option('--pretokenized', 'read CoNLL-U: keep its tokens and sentences, predict everything else', false)
    .action(async (options: ParseOptions) => done(await parse(process.stdin, process.stdout, options)));
};
