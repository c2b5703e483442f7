/** What models may be learned from: weights carry the licences of their texts, so nothing else is taken. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readConllu, type UdSentence } from '../../src/language/index.ts';
import { Failure, type Language } from '../../src/model/index.ts';

export type Permitted = {
  readonly language: Language;
  readonly title: string;
  readonly licence: string;
  readonly source: string;
};

/** Files that may be learned from, by name. Their development parts are for measuring alone, and so are not here. */
export const PERMITTED: Readonly<Record<string, Permitted>> = {
  'en_ewt-train.conllu': {
    language: 'en',
    title: 'UD English EWT, train',
    licence: 'CC BY-SA 4.0',
    source: 'https://github.com/UniversalDependencies/UD_English-EWT',
  },
  'en_gum_open-train.conllu': {
    language: 'en',
    title: 'UD English GUM, train, its CC BY and public-domain genres',
    licence: 'CC BY 4.0',
    source: 'https://github.com/UniversalDependencies/UD_English-GUM',
  },
  'ar_pud-train.conllu': {
    language: 'ar',
    title: 'UD Arabic PUD, 706 of its 1,000 sentences',
    licence: 'CC BY-SA 3.0',
    source: 'https://github.com/UniversalDependencies/UD_Arabic-PUD',
  },
};

export type Treebank = Permitted & {
  readonly file: string;
  readonly sha256: string;
  readonly sentences: readonly UdSentence[];
};

const sentencesIn = (file: string, text: string): UdSentence[] => {
  try {
    return readConllu(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure('bad-treebank', `${file}: ${error.message}`);
    throw error;
  }
};

const textIn = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Failure('no-treebank', `${file} cannot be read: give the path of a CoNLL-U file.`);
  }
};

/** A treebank to learn from. @throws Failure where it is not permitted, of another language, or no CoNLL-U */
export const readTreebank = async (file: string, language: Language): Promise<Treebank> => {
  const name = path.basename(file);
  const permitted = PERMITTED[name];
  if (!permitted) {
    throw new Failure(
      'not-permitted',
      `${name} may not be learned from: models that ship come from ${Object.keys(PERMITTED).join(', ')} alone.`,
    );
  }
  if (permitted.language !== language)
    throw new Failure('other-language', `${name} is not in the language «${language}».`);
  const text = await textIn(file);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { ...permitted, file: name, sha256, sentences: sentencesIn(name, text) };
};

/** Sentences to measure on; nothing is learned from them. */
export const readDevelopment = async (file: string): Promise<{ name: string; sentences: UdSentence[] }> => {
  const name = path.basename(file);
  if (PERMITTED[name]) throw new Failure('learned-from', `${name} is learned from: it cannot measure.`);
  return { name, sentences: sentencesIn(name, await textIn(file)) };
};

/** Every seventh sentence: held out of a treebank that has no development part of its own. */
export const HELD_OUT = 7;

/** A treebank in two: what is learned from, and each seventh sentence to measure on. */
export const split = (sentences: readonly UdSentence[]): { train: UdSentence[]; held: UdSentence[] } => ({
  train: sentences.filter((_, at) => at % HELD_OUT !== HELD_OUT - 1),
  held: sentences.filter((_, at) => at % HELD_OUT === HELD_OUT - 1),
});
