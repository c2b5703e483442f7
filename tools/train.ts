/**
 * `npm run train -- LANGUAGE TREEBANK… [--texts FILE…] [--dev FILE…] [--out FOLDER]`: CoNLL-U → data/models/, each model
 * with its card; trees learn from what they make of the texts too;
 * `npm run train -- assault FILE…`: see train/assault.ts.
 * The same files give the same bytes. Words first (tags, lemmas, features, clitics), then trees, which learn from tags as
 * a tagger gives them that never saw the sentence.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { scoreGoldTokens } from '../evaluation/index.ts';
import {
  createLanguage,
  jackknifeTags,
  learnWords,
  packWords,
  type TagOptions,
  trainParser,
  type UdSentence,
} from '../src/language/index.ts';
import { Failure, LANGUAGES, type Language } from '../src/model/index.ts';
import { trainAssault } from './train/assault.ts';
import { cardOf, type Figure } from './train/card.ts';
import { readDevelopment, readTreebank, split, type Treebank } from './train/sources.ts';
import { parsedBy, readTexts, type Texts } from './train/texts.ts';
import { readWordNet } from './train/wordnet.ts';

const MODELS = path.resolve(import.meta.dirname, '../data/models');
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

const lexiconOf = async (language: Language): Promise<Partial<TagOptions>> =>
  language === 'en' ? { lexicon: await readWordNet() } : {};

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
  const words = packWords(learnWords(sentences, await lexiconOf(language)));
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

/** Parts that the sentences are tagged in: more where there is little to learn a tagger from. */
const foldsOf = (sentences: readonly UdSentence[]): number => (sentences.length < 2000 ? 10 : 4);

/**
 * Learns the trees of a language, from words as a tagger tags them that never saw their sentence, and writes the model with its card.
 * @param texts more to learn from, without trees
 */
export const trainTrees = async (
  language: Language,
  treebanks: readonly Treebank[],
  sentences: readonly UdSentence[],
  development: readonly Parts[],
  out: string,
  command: string,
  words: Uint8Array,
  texts: readonly Texts[] = [],
): Promise<void> => {
  const guessed = jackknifeTags(sentences, foldsOf(sentences), await lexiconOf(language));
  const trees = trainParser(
    language,
    sentences.map((sentence, at) =>
      sentence.words.map(({ form, upos = 'X', xpos = '', head = 0, deprel = 'dep' }, i) => {
        const guess = guessed[at]!.words[i]!;
        return {
          form,
          upos: guess.upos ?? 'X',
          xpos: guess.xpos ?? '',
          goldUpos: upos,
          goldXpos: xpos,
          head,
          relation: deprel,
        };
      }),
    ),
    (network, epoch, loss) => console.error(`trees: network ${network}, pass ${epoch}, loss ${loss.toFixed(3)}`),
    texts.length === 0
      ? undefined
      : (teacher) =>
          parsedBy(
            { words, trees: teacher },
            texts.flatMap((each) => each.texts),
          ),
  );
  if (trees.length > MOST_BYTES)
    throw new Failure('too-large', `The model has ${trees.length} bytes: 4 MB are the most.`);
  const figures = development.map(({ name, sentences: gold }): Figure => {
    const { tokens, upos, uas, las } = scoreGoldTokens(gold, predicted({ words, trees }, gold));
    return { name, tokens, scores: { UPOS: upos, UAS: uas, LAS: las } };
  });
  await writeFile(path.join(out, `${language}.trees.bin`), trees);
  await writeFile(
    path.join(out, `${language}.trees.md`),
    cardOf({
      title: `Trees, ${language}`,
      bytes: trees,
      treebanks: [...treebanks, ...texts],
      figures,
      command,
      wordNet: language === 'en',
    }),
  );
};

/** The command. @throws Failure for what the user has to mend */
export const train = async (args: readonly string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      dev: { type: 'string', multiple: true },
      texts: { type: 'string', multiple: true },
      out: { type: 'string' },
    },
  });
  const [language, ...files] = positionals;
  if (language === 'assault' && files.length > 0) {
    await trainAssault(files, values.out ?? MODELS);
    return;
  }
  if (!LANGUAGES.includes(language as Language) || files.length === 0)
    throw new Failure(
      'wrong-use',
      `Say a language and its treebanks: npm run train -- ${LANGUAGES.join('|')} TREEBANK…`,
    );
  const known = language as Language;
  const treebanks = await Promise.all(files.map((file) => readTreebank(file, known)));
  const all = treebanks.flatMap(({ sentences }) => sentences);
  const texts = await Promise.all((values.texts ?? []).map((file) => readTexts(file, known)));
  const named = await Promise.all((values.dev ?? []).map(readDevelopment));
  // Without a part of its own to measure on, a treebank lends every seventh of its sentences.
  const { train: learned, held } = named.length > 0 ? { train: all, held: [] } : split(all);
  const development: Parts[] = held.length > 0 ? [{ name: 'every seventh sentence', sentences: held }] : named;
  const out = values.out ?? MODELS;
  const command = [
    'npm run train --',
    known,
    ...treebanks.map(({ file }) => file),
    ...texts.flatMap(({ file }) => ['--texts', file]),
    ...named.flatMap(({ name }) => ['--dev', name]),
  ].join(' ');
  const words = await trainWords(known, treebanks, learned, development, out, command);
  await trainTrees(known, treebanks, learned, development, out, command, words, texts);
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
