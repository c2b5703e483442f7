/**
 * CoNLL-U (https://universaldependencies.org/format.html) ↔ plain sentences. Reads whole treebanks, and files that give
 * no more than ID and FORM. Empty nodes (8.1) and the enhanced graph are left out: nothing here predicts or uses them.
 */

/** One syntactic word. What the file leaves out (`_`, or a missing column) is absent. */
export type UdWord = {
  /** 1-based place in the sentence. */
  readonly id: number;
  readonly form: string;
  readonly lemma?: string;
  readonly upos?: string;
  readonly xpos?: string;
  /** As written: `Number=Sing|Person=3`. */
  readonly feats?: string;
  /** Id of the head; 0 is the root. */
  readonly head?: number;
  readonly deprel?: string;
  readonly misc?: string;
};

/** Words `first` to `last` are written as one: «don't», «ودمشق». */
export type UdRange = { readonly first: number; readonly last: number; readonly form: string; readonly misc?: string };

export type UdSentence = {
  /** Lines that begin with #, whole. */
  readonly comments: readonly string[];
  readonly words: readonly UdWord[];
  readonly ranges: readonly UdRange[];
};

const stated = (cell: string | undefined): string | undefined =>
  cell === undefined || cell === '_' ? undefined : cell;

const wrong = (line: number, what: string): SyntaxError => new SyntaxError(`line ${line}: ${what}`);

/**
 * One sentence out of its lines (the blank line after it left out).
 * @param at number of the first line in its file, for complaints
 * @throws SyntaxError `line N: …` at the first fault
 */
export const parseSentence = (lines: readonly string[], at = 1): UdSentence => {
  const comments: string[] = [];
  const words: UdWord[] = [];
  const ranges: UdRange[] = [];
  for (const [offset, line] of lines.entries()) {
    const number = at + offset;
    if (line.startsWith('#')) {
      comments.push(line);
      continue;
    }
    const [id = '', form = '', lemma, upos, xpos, feats, head, deprel, , misc] = line.split('\t');
    if (form === '') throw wrong(number, 'a word needs ID and FORM with a tab between them.');
    if (/^\d+\.\d+$/.test(id)) continue;
    const note = stated(misc);
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) {
      const [first, last] = [Number(range[1]), Number(range[2])];
      if (first !== words.length + 1 || last < first)
        throw wrong(number, `range ${id} does not begin at the next word.`);
      ranges.push({ first, last, form, ...(note !== undefined && { misc: note }) });
      continue;
    }
    if (Number(id) !== words.length + 1) throw wrong(number, `ID is «${id}» where ${words.length + 1} should be.`);
    const above = stated(head);
    if (above !== undefined && !/^\d+$/.test(above)) throw wrong(number, `HEAD «${above}» is no number.`);
    words.push({
      id: words.length + 1,
      form,
      // A lemma «_» stands where the word itself is an underscore.
      ...(lemma !== undefined && (lemma !== '_' || form === '_') && { lemma }),
      ...(stated(upos) !== undefined && { upos: upos! }),
      ...(stated(xpos) !== undefined && { xpos: xpos! }),
      ...(stated(feats) !== undefined && { feats: feats! }),
      ...(above !== undefined && { head: Number(above) }),
      ...(stated(deprel) !== undefined && { deprel: deprel! }),
      ...(note !== undefined && { misc: note }),
    });
  }
  const last = ranges.at(-1);
  if (last && last.last > words.length) throw wrong(at, `range ${last.first}-${last.last} goes past the last word.`);
  for (const { id, head } of words) {
    if (head !== undefined && (head > words.length || head === id))
      throw wrong(at, `word ${id} cannot hang on ${head}.`);
  }
  return { comments, words, ranges };
};

/** Gathers lines into sentences, so that a file of any length can be read as it comes. */
export type SentenceGatherer = {
  /** Takes the next line; answers with the sentence that a blank line ends. */
  readonly take: (line: string) => UdSentence | undefined;
  /** The sentence that the end of the file ends. */
  readonly end: () => UdSentence | undefined;
};

/** A gatherer at the head of a file. Its calls throw as parseSentence does; the faulty sentence is passed over then. */
export const gatherSentences = (): SentenceGatherer => {
  let lines: string[] = [];
  let read = 0;
  const end = (): UdSentence | undefined => {
    const held = lines;
    lines = [];
    // Comments with no word after them belong to no sentence.
    if (held.every((line) => line.startsWith('#'))) return undefined;
    return parseSentence(held, read - held.length);
  };
  return {
    take: (line) => {
      read++;
      const text = line.endsWith('\r') ? line.slice(0, -1) : line;
      if (text.trim() === '') return end();
      lines.push(text);
      return undefined;
    },
    end: () => {
      read++;
      return end();
    },
  };
};

/** All sentences of a file. @throws SyntaxError `line N: …` at the first fault */
export const readConllu = (text: string): UdSentence[] => {
  const sentences: UdSentence[] = [];
  const { take, end } = gatherSentences();
  for (const line of text.split('\n')) {
    const sentence = take(line);
    if (sentence) sentences.push(sentence);
  }
  const last = end();
  if (last) sentences.push(last);
  return sentences;
};

/** A cell may hold neither tabs nor line ends, and must not be empty. */
const cell = (value: string | number | undefined): string =>
  value === undefined || value === '' ? '_' : String(value).replace(/[\t\n\r]/g, ' ');

/** A sentence as CoNLL-U, with the blank line that ends it. */
export const writeSentence = ({ comments, words, ranges }: UdSentence): string => {
  const lines = comments.map((comment) => comment.replace(/[\n\r]/g, ' '));
  let range = 0;
  for (const word of words) {
    while (ranges[range]?.first === word.id) {
      const { first, last, form, misc } = ranges[range++]!;
      lines.push(`${first}-${last}\t${cell(form)}\t_\t_\t_\t_\t_\t_\t_\t${cell(misc)}`);
    }
    const { id, form, lemma, upos, xpos, feats, head, deprel, misc } = word;
    lines.push([id, form, lemma, upos, xpos, feats, head, deprel, undefined, misc].map(cell).join('\t'));
  }
  return `${lines.join('\n')}\n\n`;
};

/** True where a blank follows the word or range, as SpaceAfter=No in its last column denies. */
export const spaceAfter = ({ misc }: { readonly misc?: string }): boolean =>
  misc === undefined || !misc.split('|').includes('SpaceAfter=No');
