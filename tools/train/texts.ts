/** Texts without trees, of which a parser that has learned makes more to learn from. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createLanguage, type LanguageModels, type TreeSentence } from '../../src/language/index.ts';
import { Failure, type Language } from '../../src/model/index.ts';
import type { Source } from './card.ts';
import { PERMITTED_NAMES } from './marked.ts';

/** A file of texts, a line of JSON each with its `text`. */
export type Texts = Source & { readonly texts: readonly string[] };

/** @throws Failure where the file is not permitted, of another language, not there, or no such file */
export const readTexts = async (file: string, language: Language): Promise<Texts> => {
  const name = path.basename(file);
  const permitted = name.endsWith('.jsonl') ? PERMITTED_NAMES[name] : undefined;
  if (permitted?.language !== language)
    throw new Failure(
      'not-permitted',
      `${name} may not be learned from: texts in «${language}» come from ${Object.keys(PERMITTED_NAMES)
        .filter((each) => each.endsWith('.jsonl') && PERMITTED_NAMES[each]!.language === language)
        .join(', ')} alone.`,
    );
  const content = await readFile(file, 'utf8').catch(() => {
    throw new Failure('no-texts', `${file} cannot be read: give the path of a file of JSON lines.`);
  });
  const texts = content
    .split('\n')
    .filter(Boolean)
    .map((line, at) => {
      const { text } = JSON.parse(line) as { text?: unknown };
      if (typeof text !== 'string') throw new Failure('bad-texts', `${name}:${at + 1} has no text.`);
      // A sign of the collection's own for the end of a sentence.
      return text.replaceAll('$#$', '');
    });
  return { ...permitted, file: name, sha256: createHash('sha256').update(content).digest('hex'), texts };
};

// Shorter ones are headings and torn lines; in longer ones too many arcs are wrong.
const [SHORTEST, LONGEST] = [5, 60];

/** Sentences of texts with the trees that models find in them, to learn from as if they were right. */
export const parsedBy = (models: LanguageModels, texts: readonly string[]): TreeSentence[] => {
  const { analyse, guess } = createLanguage(models);
  return texts
    .flatMap((text) => analyse(text))
    .filter(({ words }) => words.length >= SHORTEST && words.length <= LONGEST)
    .map(({ words }): TreeSentence => {
      const guessed = guess(words.map(({ form }) => form));
      return words.map(({ form, upos, xpos = '', head = 0, relation = 'dep' }, at) => ({
        form,
        upos: guessed[at]!.upos,
        xpos: guessed[at]!.xpos ?? '',
        goldUpos: upos,
        goldXpos: xpos,
        head,
        relation,
      }));
    });
};
