/** What the model of names marks in each sentence of a report: made when first asked for, and kept for the report. */
import { createNamer, type NamedSpan, type Namer, type NameWord, unpackNames } from '../language/index.ts';
import type { Language } from '../model/index.ts';
import type { ReaderData } from './data.ts';
import type { SyntaxOf } from './syntax.ts';
import { oncePerSentence, type Sentence, type Words } from './text.ts';

/** Names by layer of the model; their words are the report's tokens. */
export type Marks = Readonly<Record<string, readonly NamedSpan[]>>;

export type Sights = (words: Words, sentence: Sentence, syntax: SyntaxOf) => readonly NameWord[];

const NONE: Marks = {};

/**
 * Namers by language, each made when first needed.
 * @returns for the words of one report, what marks the names of a sentence; without a model nothing is marked
 */
export const compileNamers = (
  models: ReaderData['models'],
  sights: Sights,
): ((words: Words, syntax: SyntaxOf) => (sentence: Sentence) => Marks) => {
  const made: Partial<Record<Language, Namer>> = {};
  const namerOf = (language: Language): Namer | undefined => {
    const bytes = models[language].names;
    if (bytes !== undefined) made[language] ??= createNamer(unpackNames(bytes));
    return made[language];
  };
  const shifted = ({ kind, first, after }: NamedSpan, by: number): NamedSpan => ({
    kind,
    first: first + by,
    after: after + by,
  });
  return (words, syntax) =>
    oncePerSentence((sentence): Marks => {
      const found = namerOf(sentence.language)?.names(sights(words, sentence, syntax)) ?? NONE;
      return Object.fromEntries(
        Object.entries(found).map(([layer, spans]) => [layer, spans.map((span) => shifted(span, sentence.first))]),
      );
    });
};
