/** Reports of no conflict: sport, the stage, the harvest, trade, whatever words of war they borrow. */
import type { Language } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { Words } from '../text.ts';

// A report is quiet where as many different words of one topic stand in it, and as large a share of its words.
const DIFFERENT = 4;
const SHARE = 1 / 30;

/** @param forces whether the report names an armed actor that the data know: then it is never quiet */
export const isQuiet = (
  words: Words,
  read: (sentence: number) => boolean,
  lexicons: Readonly<Record<Language, Lexicons>>,
  forces: boolean,
): boolean => {
  if (forces) return false;
  const topics = new Map<string, string[]>();
  let all = 0;
  for (const sentence of words.sentences) {
    if (!read(sentence.index)) continue;
    for (let i = sentence.first; i < sentence.after; i++) {
      if (words.tokens[i]!.kind !== 'word') continue;
      all += 1;
      const hit = lexicons[sentence.language].topics.at(words.tokens, i, sentence.language);
      for (const { topic, lemma } of hit?.values ?? []) topics.set(topic, [...(topics.get(topic) ?? []), lemma]);
    }
  }
  return [...topics.values()].some((found) => new Set(found).size >= DIFFERENT && found.length / all >= SHARE);
};
