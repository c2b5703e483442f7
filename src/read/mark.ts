/** Text → names as one of the model's layers marks them; and the words that the model learns from and reads. */
import { languageByScript, type NameWord, type Token } from '../language/index.ts';
import type { Language, Span } from '../model/index.ts';
import type { ReaderData } from './data.ts';
import { compileLexicon } from './lexicon/index.ts';
import { compileNames, compileSights } from './mentions/index.ts';
import { compileNamers } from './namers.ts';
import { compilePlaces } from './places/index.ts';
import { compileSyntax } from './syntax.ts';
import { type Words, wordsOfParts } from './text.ts';

const bodyOf = (text: string, language: Language): Words =>
  wordsOfParts(text, [{ kind: 'body', start: 0, end: text.length, language }]);

const toolsOf = (data: ReaderData) => {
  const lexicons = {
    en: compileLexicon('en', data.lexicons.en),
    ar: compileLexicon('ar', data.lexicons.ar),
  };
  return {
    sights: compileSights(lexicons, compileNames(data, compilePlaces(data))),
    syntaxOf: compileSyntax(data.models),
  };
};

/** A name as a layer marks it, and of which of the layer's kinds. */
export type Marked = Span & { readonly kind: string };

/** @returns a pure function: the names that a layer of the model marks in a text; none where the language has no such layer */
export const createMarker = (data: ReaderData): ((text: string, layer: string) => readonly Marked[]) => {
  const { sights, syntaxOf } = toolsOf(data);
  const marksOf = compileNamers(data.models, sights);
  return (text, layer) => {
    const words = bodyOf(text, languageByScript(text));
    const marks = marksOf(words, syntaxOf(words));
    return words.sentences.flatMap((sentence) =>
      (marks(sentence)[layer] ?? []).map(({ kind, first, after }) => ({
        kind,
        start: words.tokens[first]!.start,
        end: words.tokens[after - 1]!.end,
      })),
    );
  };
};

/** @returns a pure function: a text's sentences as the namer sees them, each word with its token */
export const createSights = (
  data: ReaderData,
): ((
  text: string,
  language: Language,
) => readonly { readonly tokens: readonly Token[]; readonly words: readonly NameWord[] }[]) => {
  const { sights, syntaxOf } = toolsOf(data);
  return (text, language) => {
    const words = bodyOf(text, language);
    const syntax = syntaxOf(words);
    return words.sentences.map((sentence) => ({
      tokens: words.tokens.slice(sentence.first, sentence.after),
      words: sights(words, sentence, syntax),
    }));
  };
};
