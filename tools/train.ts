/**
 * `npm run train -- LANGUAGE TREEBANK… [--dev FILE…] [--out FOLDER]`: CoNLL-U → data/models/, each model with its card.
 * The same files give the same bytes. Words first (tags, lemmas, features, clitics), then trees, which learn from tags as
 * a tagger gives them that never saw the sentence.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { scoreGoldTokens } from '../evaluation/index.ts';
import { createLanguage, learnWords, packWords, type UdSentence } from '../src/language/index.ts';
import { Failure, LANGUAGES, type Language } from '../src/model/index.ts';
import { cardOf, type Figure } from './train/card.ts';
import { readDevelopment, readTreebank, split, type Treebank } from './train/sources.ts';
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

/** Learns the words of a language and writes the model with its card. @returns the bytes of the model */
export const trainWords = async (
  language: Language,
  treebanks: readonly Treebank[],
  sentences: readonly UdSentence[],
  development: readonly Parts[],
  out: string,
  command: string,
): Promise<Uint8Array> => {
  const lexicon = language === 'en' ? { lexicon: await readWordNet() } : {};
  const words = packWords(learnWords(sentences, lexicon));
  if (words.length > MOST_BYTES)
    throw new Failure('too-large', `The model has ${words.length} bytes: 4 MB are the most.`);
  const figures = development.map(({ name, sentences: gold }): Figure => {
    const { tokens, upos, xpos, lemma, feats } = scoreGoldTokens(gold, predicted({ words }, gold));
    return { name, tokens, scores: { UPOS: upos, XPOS: xpos, lemma, FEATS: feats } };
  });
  await mkdir(out, { recursive: true });
  await writeFile(path.join(out, `${language}.words.bin`), words);
  await writeFile(
    path.join(out, `${language}.words.md`),
    cardOf({ title: `Words, ${language}`, bytes: words, treebanks, figures, command, wordNet: language === 'en' }),
  );
  return words;
};

/** The command. @throws Failure for what the user has to mend */
export const train = async (args: readonly string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { dev: { type: 'string', multiple: true }, out: { type: 'string' } },
  });
  const [language, ...files] = positionals;
  if (!LANGUAGES.includes(language as Language) || files.length === 0)
    throw new Failure(
      'wrong-use',
      `Say a language and its treebanks: npm run train -- ${LANGUAGES.join('|')} TREEBANK…`,
    );
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
  await trainWords(known, treebanks, learned, development, out, command);
  // Trees: the parser's learner takes `learned`, tagged by jackknifeTags, and writes LANGUAGE.trees.bin with its card.
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
