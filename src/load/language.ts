/** The language room with its models, read when a language is first asked for. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type AnalysedSentence,
  type Language as Analysis,
  analysedConllu,
  createLanguage,
  gatherSentences,
  type LanguageModels,
  languageByScript,
  type ParsedWord,
  parsedConllu,
  type SentenceGatherer,
  type UdSentence,
} from '../language/index.ts';
import { Failure, type Language } from '../model/index.ts';
import { packageFolder } from './node.ts';
import { modelFilesOf } from './unpack.ts';

/**
 * The models of a language from their packed form.
 * @param dir folder of the packed files; by default the package's own dist/reader
 * @throws Failure `data-missing` where the words were never built
 */
export const loadLanguageModels = async (
  language: Language,
  dir = path.join(packageFolder, 'dist/reader'),
): Promise<LanguageModels> => {
  const names = modelFilesOf(language);
  const bytesOf = async (name: string): Promise<Uint8Array | undefined> => {
    try {
      return await readFile(path.join(dir, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };
  const [words, trees] = await Promise.all([bytesOf(names.words), bytesOf(names.trees)]);
  if (!words) throw new Failure('data-missing', `${names.words} is not in ${dir}: run \`npm run build\` first.`);
  return { words, ...(trees && { trees }) };
};

/** Everything that a filter over texts needs of the language room. */
export type Analyser = {
  readonly of: (language: Language) => Promise<Analysis>;
  readonly languageOf: (text: string) => Language;
  readonly gather: () => SentenceGatherer;
  readonly toConllu: (text: string, sentence: AnalysedSentence, at: { id: number; offset: number }) => string;
  readonly withWords: (sentence: UdSentence, words: readonly ParsedWord[]) => string;
};

/** An analyser that reads each model once, when it is first needed. */
export const loadAnalyser = (dir?: string): Analyser => {
  const loaded = new Map<Language, Promise<Analysis>>();
  return {
    of: (language) => {
      const known = loaded.get(language) ?? loadLanguageModels(language, dir).then(createLanguage);
      loaded.set(language, known);
      return known;
    },
    languageOf: languageByScript,
    gather: gatherSentences,
    toConllu: analysedConllu,
    withWords: parsedConllu,
  };
};
