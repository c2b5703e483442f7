/**
 * `npm run train -- LANGUAGE TREEBANK… [--dev FILE…] [--out FOLDER] [--only words|trees]`: CoNLL-U → data/models/, each model with its card.
 * The same files give the same bytes. Words first (tags, lemmas, features, clitics), then trees, which learn from tags as
 * a tagger gives them that never saw the sentence.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { scoreGoldTokens } from '../evaluation/index.ts';
import { createLanguage, learnWords, packWords, type UdSentence } from '../src/language/index.ts';
import { Failure, LANGUAGES, type Language } from '../src/model/index.ts';
import { cardOf, type Figure } from './train/card.ts';
import { readDevelopment, readTreebank, split, type Treebank } from './train/sources.ts';
import { learnTrees } from './train/trees.ts';
import { readWordNet } from './train/wordnet.ts';

const MOST_BYTES = 4 * 1024 * 1024;

const predicted = (models: Parameters<typeof createLanguage>[0], sentences: readonly UdSentence[]): UdSentence[] => {
  const { parse } = createLanguage(models);
  return sentences.map((sentence) => ({
    ...sentence,
    words: parse(sentence.words.map(({ form }) => form)).map(({ relation, ...word }, at) => ({
      id: at + 1,
      ...word,
      ...(relation !== undefined && { deprel: relation }),
    })),
  }));
};

export type Parts = { readonly name: string; readonly sentences: readonly UdSentence[] };

type Work = {
  readonly language: Language;
  readonly treebanks: readonly Treebank[];
  readonly sentences: readonly UdSentence[];
  readonly development: readonly Parts[];
  readonly out: string;
  readonly command: string;
};

/** Writes a model with its card, scored as `models` make use of it. */
const keep = async (
  part: 'words' | 'trees',
  bytes: Uint8Array,
  models: Parameters<typeof createLanguage>[0],
  { language, treebanks, development, out, command }: Work,
): Promise<void> => {
  if (bytes.length > MOST_BYTES)
    throw new Failure('too-large', `The model has ${bytes.length} bytes: 4 MB are the most.`);
  const figures = development.map(({ name, sentences: gold }): Figure => {
    const { tokens, upos, xpos, lemma, feats, uas, las } = scoreGoldTokens(gold, predicted(models, gold));
    const scores: Figure['scores'] =
      part === 'words' ? { UPOS: upos, XPOS: xpos, lemma, FEATS: feats } : { UAS: uas, LAS: las };
    return { name, tokens, scores };
  });
  await mkdir(out, { recursive: true });
  await writeFile(path.join(out, `${language}.${part}.bin`), bytes);
  const title = `${part === 'words' ? 'Words' : 'Trees'}, ${language}`;
  const wordNet = part === 'words' && language === 'en';
  await writeFile(
    path.join(out, `${language}.${part}.md`),
    cardOf({ title, bytes, treebanks, figures, command, wordNet }),
  );
};

const wordsIn = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file);
  } catch {
    throw new Failure('no-words', `${file} is not there: train the words first, trees are scored on their tags.`);
  }
};

/** The command. @throws Failure for what the user has to mend */
export const train = async (args: readonly string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { dev: { type: 'string', multiple: true }, out: { type: 'string' }, only: { type: 'string' } },
  });
  const [language, ...files] = positionals;
  if (!LANGUAGES.includes(language as Language) || files.length === 0)
    throw new Failure(
      'wrong-use',
      `Say a language and its treebanks: npm run train -- ${LANGUAGES.join('|')} TREEBANK…`,
    );
  if (values.only !== undefined && values.only !== 'words' && values.only !== 'trees')
    throw new Failure('wrong-use', '--only takes words or trees.');
  const known = language as Language;
  const treebanks = await Promise.all(files.map((file) => readTreebank(file, known)));
  const all = treebanks.flatMap(({ sentences }) => sentences);
  const named = await Promise.all((values.dev ?? []).map(readDevelopment));
  // Without a part of its own to measure on, a treebank lends every seventh of its sentences.
  const { train: learned, held } = named.length > 0 ? { train: all, held: [] } : split(all);
  const development: Parts[] = held.length > 0 ? [{ name: 'every seventh sentence', sentences: held }] : named;
  const out = values.out ?? path.resolve(import.meta.dirname, '../data/models');
  const command = [
    'npm run train --',
    known,
    ...treebanks.map(({ file }) => file),
    ...named.flatMap(({ name }) => ['--dev', name]),
  ].join(' ');
  const options = known === 'en' ? { lexicon: await readWordNet() } : {};
  const work = { language: known, treebanks, sentences: learned, development, out, command };
  if (values.only !== 'trees') {
    const words = packWords(learnWords(learned, options));
    await keep('words', words, { words }, work);
  }
  if (values.only !== 'words') {
    const words = await wordsIn(path.join(out, `${known}.words.bin`));
    const trees = learnTrees(known, learned, options, (line) => console.error(line));
    await keep('trees', trees, { words, trees }, work);
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await train(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Failure) && !(error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) throw error;
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}
