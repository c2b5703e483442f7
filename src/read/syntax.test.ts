import { describe, expect, it } from 'vitest';
import { loadReaderData, loadSamples } from '../load/index.ts';
import type { Language, Part } from '../model/index.ts';
import { compileSyntax } from './syntax.ts';
import { type Words, wordsOfParts } from './text.ts';

const syntaxOf = compileSyntax((await loadReaderData()).models);

const wordsIn = (text: string, language: Language): Words => {
  const part: Part = { kind: 'body', start: 0, end: text.length, language };
  return wordsOfParts(text, [part]);
};
const tokenOf = (words: Words, written: string): number =>
  words.tokens.findIndex(({ start, end }) => words.text.slice(start, end) === written);

// Each row: a sentence, a token as written, the word that carries it, its tag, and the carrier of its head's token.
const CARRIED: readonly (readonly [Language, string, string, string, string, string])[] = [
  ['en', 'The army withdrew from the base on Sunday.', 'army', 'army', 'NOUN', 'withdrew'],
  ['en', "The militia's fighters didn't leave the town.", 'fighters', 'fighters', 'NOUN', 'leave'],
  ['en', 'Residents saw Iran-backed fighters near the bridge.', 'fighters', 'fighters', 'NOUN', 'saw'],
  ['ar', 'انسحبت القوات من دمشق وحلب.', 'وحلب', 'حلب', 'X', 'دمشق'],
  ['ar', 'قصف الجيش القرية.', 'الجيش', 'الجيش', 'NOUN', 'قصف'],
];

describe('the syntax of a sentence', () => {
  it.each(CARRIED)('%s «%s»: %s', (language, text, token, carrier, upos, head) => {
    const words = wordsIn(text, language);
    const syntax = syntaxOf(words).parsed(words.sentences[0]!);
    const word = syntax.words[syntax.wordAt(tokenOf(words, token))]!;
    expect(word.form).toBe(carrier);
    if (upos !== 'X') expect(word.upos).toBe(upos);
    expect(syntax.words[word.head! - 1]?.form).toBe(head);
  });

  it('has tags without heads where no tree is asked for, and makes each once', () => {
    const words = wordsIn('The army shelled the village.', 'en');
    const syntax = syntaxOf(words);
    const tagged = syntax.tagged(words.sentences[0]!);
    expect(tagged.words.map(({ upos }) => upos)).toEqual(['DET', 'NOUN', 'VERB', 'DET', 'NOUN', 'PUNCT']);
    expect(tagged.words.every(({ head }) => head === undefined)).toBe(true);
    expect(syntax.tagged(words.sentences[0]!)).toBe(tagged);
  });

  it('reads capitals throughout as they are cased', () => {
    const words = wordsIn('REBELS ATTACKED SOLDIERS NEAR THE BRIDGE', 'en');
    const cased = {
      ...words,
      shouted: [true],
      tokens: words.tokens.map((token) => ({ ...token, capital: false })),
    };
    const { words: own } = syntaxOf(cased).tagged(cased.sentences[0]!);
    expect(own.map(({ form }) => form).join(' ')).toBe('rebels attacked soldiers near the bridge');
    expect(own[1]!.lemma).toBe('attack');
  });

  it('gives every token of the bundled reports a word that lies in it or over it', async () => {
    for (const { report } of await loadSamples()) {
      const words = wordsIn(report.text, report.language ?? 'en');
      const syntax = syntaxOf(words);
      for (const sentence of words.sentences) {
        const { words: own, wordAt } = syntax.tagged(sentence);
        for (const word of own) {
          const token = words.tokens[word.token]!;
          expect(token.start <= word.start && word.start < token.end).toBe(true);
        }
        for (let token = sentence.first; token < sentence.after; token++) {
          const word = own[wordAt(token)]!;
          expect(word.start < words.tokens[token]!.end && words.tokens[token]!.start < word.end).toBe(true);
        }
      }
    }
  });
});
