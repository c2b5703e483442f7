/**
 * Words of a sentence with tag, lemma and tree, side by side with the report's tokens. Made when first asked for and kept
 * for the report, so that only sentences that matter pay for a tree.
 */
import {
  type Language as Analysis,
  createLanguage,
  formOf,
  type ParsedWord,
  type Token,
  type WordSpan,
} from '../language/index.ts';
import type { Language } from '../model/index.ts';
import type { ReaderData } from './data.ts';
import { oncePerSentence, type Sentence, type Words } from './text.ts';

export type SyntaxWord = ParsedWord & {
  /** `text.slice(start, end)` */
  readonly start: number;
  readonly end: number;
  /** The report's token that it is, begins in, or is a piece of. */
  readonly token: number;
};

/** A sentence's words. Heads count from 1, as in CoNLL-U: `words[head - 1]`; 0 is the root. */
export type Syntax = {
  readonly words: readonly SyntaxWord[];
  /** Index of the word that carries a token: of و and دمشق in ودمشق, دمشق; -1 where no word is in it. */
  readonly wordAt: (token: number) => number;
};

export type SyntaxOf = {
  /** Words with tags, lemmas and features. */
  readonly tagged: (sentence: Sentence) => Syntax;
  /** The same with heads and relations; the parser has the last word on tags. */
  readonly parsed: (sentence: Sentence) => Syntax;
};

// Pieces that lean on the word they are written with; what is left of a written word is its carrier.
const LEANS = new Set(['CCONJ', 'SCONJ', 'ADP', 'PART', 'PUNCT', 'DET', 'AUX', 'PRON']);

const titled = (form: string): string => form.charAt(0) + form.slice(1).toLowerCase();

/** The words of a sentence before anything is known of them. */
type Cut = {
  readonly tokens: readonly Token[];
  readonly spans: readonly WordSpan[];
  /** Token that each word is, begins in, or is a piece of, counted from the sentence's first. */
  readonly tokenOf: readonly number[];
  readonly forms: readonly string[];
};

/**
 * Analyses by language, each made when first needed: unpacking one takes a tenth of a second.
 * @returns for the words of one report, what gives their syntax
 */
export const compileSyntax = (models: ReaderData['models']): ((words: Words) => SyntaxOf) => {
  const made: Partial<Record<Language, Analysis>> = {};
  const analysisOf = (language: Language): Analysis => {
    made[language] ??= createLanguage(models[language]);
    return made[language];
  };

  /** Where the words of a sentence lie, and their forms as a cased text would have them. */
  const cutOf = (words: Words, sentence: Sentence): Cut => {
    const tokens = words.tokens.slice(sentence.first, sentence.after);
    const spans = analysisOf(sentence.language).cut(words.text, tokens);
    let token = 0;
    const tokenOf = spans.map(({ start }) => {
      while (token + 1 < tokens.length && tokens[token]!.end <= start) token++;
      return token;
    });
    const shouted = words.shouted[sentence.part]!;
    const forms = spans.map((span, at) => {
      const form = formOf(words.text, span);
      if (!shouted) return form;
      return tokens[tokenOf[at]!]!.capital ? titled(form) : form.toLowerCase();
    });
    return { tokens, spans, tokenOf, forms };
  };

  const beside = ({ tokens, spans, tokenOf }: Cut, parsed: readonly ParsedWord[], first: number): Syntax => {
    const carriers = new Map<number, number>();
    for (const [at, { upos }] of parsed.entries()) {
      const own = tokenOf[at]!;
      const held = carriers.get(own);
      if (held === undefined || (LEANS.has(parsed[held]!.upos) && !LEANS.has(upos))) carriers.set(own, at);
      // A word may be of several tokens («21-year-old»): it carries them all.
      for (let next = own + 1; next < tokens.length && tokens[next]!.end <= spans[at]!.end; next++)
        carriers.set(next, at);
    }
    return {
      // The words were made for this sentence alone: nobody else has them.
      words: parsed.map((word, at) => Object.assign(word, spans[at], { token: first + tokenOf[at]! })),
      wordAt: (report) => carriers.get(report - first) ?? -1,
    };
  };

  return (words) => {
    const guessed = oncePerSentence((sentence) => {
      const cut = cutOf(words, sentence);
      return { cut, tags: analysisOf(sentence.language).guess(cut.forms) };
    });
    return {
      tagged: oncePerSentence((sentence) => {
        const { cut, tags } = guessed(sentence);
        return beside(cut, analysisOf(sentence.language).tag(cut.forms, tags), sentence.first);
      }),
      parsed: oncePerSentence((sentence) => {
        const { cut, tags } = guessed(sentence);
        return beside(cut, analysisOf(sentence.language).parse(cut.forms, tags), sentence.first);
      }),
    };
  };
};
