/** Who says what, and how sure it is told, of a plain text: the steps of the reader alone, for whoever needs only them. */
import { languageByScript } from '../language/index.ts';
import type { Language, Part, Span } from '../model/index.ts';
import { type Attribution, attributionsOf, nearOf, voicesAt } from './attributions/index.ts';
import type { ReaderData } from './data.ts';
import { compileLexicon, type Lexicons } from './lexicon/index.ts';
import { type Stance, stanceOf } from './stance/index.ts';
import { compileSyntax } from './syntax.ts';
import { wordsOfParts } from './text.ts';

export type Speech = {
  /** Every attribution of the text, in the order of its cues. */
  readonly attributions: readonly Attribution[];
  /** How the happening is told whose word stands at a span, and the words of who says so, nearest first. */
  readonly told: (span: Span) => { readonly stance: Stance; readonly speakers: readonly Span[] };
};

/** @returns a pure function of a text; every line of it is a paragraph */
export const createSpeech = (data: ReaderData): ((text: string) => Speech) => {
  const lexicons: Record<Language, Lexicons> = {
    en: compileLexicon('en', data.lexicons.en),
    ar: compileLexicon('ar', data.lexicons.ar),
  };
  const syntaxOf = compileSyntax(data.models);
  return (text) => {
    const language = languageByScript(text);
    const parts = [...text.matchAll(/[^\n]+/g)].map(
      (line): Part => ({ kind: 'body', start: line.index, end: line.index + line[0].length, language }),
    );
    const words = wordsOfParts(text, parts);
    const syntax = syntaxOf(words);
    const attributions = attributionsOf(words, { lexicons, syntax });
    const near = nearOf(words, attributions);
    return {
      attributions,
      told: (span) => {
        const first = words.tokens.findIndex((token) => token.end > span.start);
        let after = first + 1;
        while (after < words.tokens.length && words.tokens[after]!.start < span.end) after++;
        const sentence = words.sentenceAt(first);
        const lexicon = lexicons[sentence.language];
        const hit = lexicon.triggers.at(words.tokens, first, sentence.language);
        const senses = hit?.values ?? [];
        // Without the words beside it, what a word mostly tells of.
        const violent = senses.filter((v) => v.type.startsWith('violence.')).length * 2 > senses.length;
        const verb = isVerbAt(words, sentence, first, lexicon, senses);
        return {
          stance: stanceOf(words, sentence, syntax, lexicon, { first, after, verb, violent }),
          speakers: voicesAt(near, span).map((voice) => voice.source),
        };
      },
    };
  };
};

/** Arabic verbs and their nouns are often written alike: what stands before tells them apart. */
const isVerbAt = (
  words: ReturnType<typeof wordsOfParts>,
  sentence: ReturnType<typeof wordsOfParts>['sentences'][number],
  token: number,
  lexicon: Lexicons,
  senses: readonly { readonly pos: string }[],
): boolean => {
  const norm = words.tokens[token]!.norm;
  if (sentence.language === 'en') return true;
  if (/^[وف]?(?:ال|لل|بال)/.test(norm)) return false;
  const kinds = new Set(senses.map((s) => s.pos));
  if (kinds.size === 1) return kinds.has('v');
  if (/^[بل]/.test(norm) && kinds.size === 0) return false;
  if (/(?:ت|وا|ون)$/.test(norm) || /^[وف]?س?[يت]/.test(norm)) return true;
  const before = token > sentence.first ? words.tokens[token - 1]! : undefined;
  if (before === undefined || before.kind === 'punctuation') return true;
  if (/^[وف]?(?:في|من|الي|علي|عن|بعد|قبل|خلال|اثر|عقب|دون|عدم|خبر|نتيجه)$/.test(before.norm)) return false;
  if (/^[وفبل]?(?:ان|انه|انها|انهم|قد|كيف|هل|ما)$/.test(before.norm)) return true;
  const near = words.tokens.slice(Math.max(sentence.first, token - 3), token);
  const governed = near.some((_, k) => lexicon.operators.at(words.tokens, token - near.length + k, 'ar') !== undefined);
  return !governed;
};
