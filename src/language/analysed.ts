/** What analysis found, as CoNLL-U. */
import type { AnalysedSentence, ParsedWord } from './analyse.ts';
import { type UdSentence, type UdWord, writeSentence } from './conllu.ts';

const udWord = ({ form, lemma, upos, xpos, feats, head, relation }: ParsedWord, id: number, misc?: string): UdWord => ({
  id,
  form,
  lemma,
  upos,
  ...(xpos !== undefined && { xpos }),
  ...(feats !== undefined && { feats }),
  ...(head !== undefined && { head }),
  ...(relation !== undefined && { deprel: relation }),
  ...(misc !== undefined && { misc }),
});

const miscOf = (glued: boolean, start: number, end: number): string =>
  `${glued ? 'SpaceAfter=No|' : ''}start_char=${start}|end_char=${end}`;

/**
 * A sentence with its comments `sent_id` and `text`; MISC says where each word stands and where no blank follows.
 * @param at `id` of the sentence, `offset` of the text in what it was cut from
 */
export const analysedConllu = (
  text: string,
  { start, end, words, joined }: AnalysedSentence,
  { id, offset }: { readonly id: number; readonly offset: number },
): string => {
  const gluedAt = (place: number): boolean => place < text.length && !/\s/u.test(text.charAt(place));
  const inRange = new Set(
    joined.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  );
  return writeSentence({
    comments: [`# sent_id = ${id}`, `# text = ${text.slice(start, end)}`],
    ranges: joined.map(({ first, last }) => {
      const [from, to] = [words[first - 1]!.start, words[last - 1]!.end];
      return { first, last, form: text.slice(from, to), misc: miscOf(gluedAt(to), offset + from, offset + to) };
    }),
    words: words.map((word, at) =>
      udWord(word, at + 1, miscOf(!inRange.has(at + 1) && gluedAt(word.end), offset + word.start, offset + word.end)),
    ),
  });
};

/** Somebody's sentence with its tokens, ranges, comments and MISC, all other columns as parsed. */
export const parsedConllu = (sentence: UdSentence, words: readonly ParsedWord[]): string =>
  writeSentence({ ...sentence, words: words.map((word, at) => udWord(word, at + 1, sentence.words[at]!.misc)) });
