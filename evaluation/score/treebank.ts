/**
 * Words, tags, lemmas and trees against a treebank: on its own tokens, and on raw text with the alignment of the CoNLL 2018
 * shared task (Zeman et al. 2018; its conll18_ud_eval.py), which compares places in the text without its blanks.
 */
import type { UdSentence, UdWord } from '../../src/language/index.ts';
import { scoresOf } from './f1.ts';

const universal = (relation: string | undefined): string => (relation ?? '_').split(':')[0]!;
const percent = (share: number): number => 100 * share;

export type GoldScores = {
  readonly tokens: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemma: number;
  readonly feats: number;
  readonly uas: number;
  readonly las: number;
};

/** Shares in percent on gold tokens; punctuation counts, relations without their subtypes. @throws where the tokens differ */
export const scoreGoldTokens = (gold: readonly UdSentence[], predicted: readonly UdSentence[]): GoldScores => {
  const [golden, found] = [gold, predicted].map((some) => some.flatMap(({ words }) => words)) as [UdWord[], UdWord[]];
  if (golden.length !== found.length)
    throw new RangeError(`${golden.length} gold words, ${found.length} predicted ones`);
  const share = (right: (g: UdWord, p: UdWord) => boolean): number =>
    percent(golden.filter((word, at) => right(word, found[at]!)).length / Math.max(1, golden.length));
  return {
    tokens: golden.length,
    upos: share((g, p) => g.upos === p.upos),
    xpos: share((g, p) => g.xpos === p.xpos),
    lemma: share((g, p) => (g.lemma ?? '_').toLowerCase() === (p.lemma ?? '_').toLowerCase()),
    feats: share((g, p) => g.feats === p.feats),
    uas: share((g, p) => g.head === p.head),
    las: share((g, p) => g.head === p.head && universal(g.deprel) === universal(p.deprel)),
  };
};

type Placed = {
  readonly word: UdWord;
  readonly start: number;
  readonly end: number;
  /** Part of a token of several words, whose place it then has. */
  readonly shared: boolean;
  /** Place of its head among all words, −1 the root. */
  readonly head: number;
};
type Laid = {
  readonly characters: string;
  readonly tokens: readonly string[];
  readonly sentences: readonly string[];
  readonly words: readonly Placed[];
};

const unspaced = (form: string): string => form.replace(/\p{Zs}|\s/gu, '');

const laidOut = (sentences: readonly UdSentence[]): Laid => {
  const characters: string[] = [];
  const tokens: string[] = [];
  const spans: string[] = [];
  const words: Placed[] = [];
  let at = 0;
  const take = (form: string): [number, number] => {
    const start = at;
    for (const character of unspaced(form)) {
      characters.push(character);
      at++;
    }
    tokens.push(`${start}:${at}`);
    return [start, at];
  };
  for (const sentence of sentences) {
    const [start, first] = [at, words.length];
    const headOf = (word: UdWord): number => (word.head ? first + word.head - 1 : -1);
    let range = 0;
    for (let i = 0; i < sentence.words.length; ) {
      const joined = sentence.ranges[range];
      const whole = joined?.first === i + 1 ? joined : undefined;
      if (whole) range++;
      const [from, to] = take((whole ?? sentence.words[i]!).form);
      const after = whole ? whole.last : i + 1;
      for (; i < after; i++) {
        const word = sentence.words[i]!;
        words.push({ word, start: from, end: to, shared: whole !== undefined, head: headOf(word) });
      }
    }
    spans.push(`${start}:${at}`);
  }
  return { characters: characters.join(''), tokens, sentences: spans, words };
};

const sameForm = (a: Placed, b: Placed): boolean => a.word.form.toLowerCase() === b.word.form.toLowerCase();

/** Longest common subsequence of the forms of two stretches, as pairs of places. */
const commonForms = (gold: readonly Placed[], found: readonly Placed[]): [number, number][] => {
  const lengths = Array.from({ length: gold.length + 1 }, () => new Int32Array(found.length + 1));
  for (let g = gold.length - 1; g >= 0; g--)
    for (let f = found.length - 1; f >= 0; f--)
      lengths[g]![f] = sameForm(gold[g]!, found[f]!)
        ? 1 + lengths[g + 1]![f + 1]!
        : Math.max(lengths[g + 1]![f]!, lengths[g]![f + 1]!);
  const pairs: [number, number][] = [];
  for (let g = 0, f = 0; g < gold.length && f < found.length; ) {
    if (sameForm(gold[g]!, found[f]!)) pairs.push([g++, f++]);
    else if (lengths[g]![f] === lengths[g + 1]![f]) g++;
    else f++;
  }
  return pairs;
};

/** Pairs of places of words that are the same word of the text. */
const aligned = (gold: readonly Placed[], found: readonly Placed[]): [number, number][] => {
  const pairs: [number, number][] = [];
  let [g, f] = [0, 0];
  const beyond = (words: readonly Placed[], at: number, end: number): boolean => {
    const word = words[at];
    return word === undefined || (word.shared ? word.start >= end : word.end > end);
  };
  while (g < gold.length && f < found.length) {
    if (!gold[g]!.shared && !found[f]!.shared) {
      if (gold[g]!.start === found[f]!.start && gold[g]!.end === found[f]!.end) pairs.push([g++, f++]);
      else if (gold[g]!.start <= found[f]!.start) g++;
      else f++;
      continue;
    }
    let end: number;
    if (gold[g]!.shared) {
      end = gold[g]!.end;
      if (!found[f]!.shared && found[f]!.start < gold[g]!.start) f++;
    } else {
      end = found[f]!.end;
      if (!gold[g]!.shared && gold[g]!.start < found[f]!.start) g++;
    }
    const [firstGold, firstFound] = [g, f];
    while (!beyond(gold, g, end) || !beyond(found, f, end)) {
      const fromGold = g < gold.length && (f >= found.length || gold[g]!.start <= found[f]!.start);
      const word = fromGold ? gold[g++]! : found[f++]!;
      if (word.shared) end = Math.max(end, word.end);
    }
    for (const [a, b] of commonForms(gold.slice(firstGold, g), found.slice(firstFound, f)))
      pairs.push([firstGold + a, firstFound + b]);
  }
  return pairs;
};

/** F1 in percent. */
export type RawScores = {
  readonly tokens: number;
  readonly sentences: number;
  readonly words: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemma: number;
  readonly uas: number;
  readonly las: number;
};

/** Scores of what was read from raw text. @throws where the two are not of the same text, blanks aside */
export const scoreRawText = (gold: readonly UdSentence[], predicted: readonly UdSentence[]): RawScores => {
  const [golden, found] = [laidOut(gold), laidOut(predicted)];
  if (golden.characters !== found.characters) {
    const at = [...golden.characters].findIndex((character, i) => character !== found.characters[i]);
    throw new RangeError(`not the same text from character ${at}: «${golden.characters.slice(at, at + 20)}»`);
  }
  const pairs = aligned(golden.words, found.words);
  const partner = new Map(pairs);
  const f1 = (right: number, predictedCount: number, goldCount: number): number =>
    percent(scoresOf(right, predictedCount, goldCount).f1);
  const spansF1 = (a: readonly string[], b: readonly string[]): number => {
    const known = new Set(a);
    return f1(b.filter((span) => known.has(span)).length, b.length, a.length);
  };
  const wordsF1 = (right: (g: Placed, p: Placed) => boolean): number =>
    f1(
      pairs.filter(([g, p]) => right(golden.words[g]!, found.words[p]!)).length,
      found.words.length,
      golden.words.length,
    );
  const sameHead = (g: Placed, p: Placed): boolean =>
    g.head < 0 ? g.word.head === 0 && p.word.head === 0 : p.head >= 0 && partner.get(g.head) === p.head;
  return {
    tokens: spansF1(golden.tokens, found.tokens),
    sentences: spansF1(golden.sentences, found.sentences),
    words: wordsF1(() => true),
    upos: wordsF1((g, p) => g.word.upos === p.word.upos),
    xpos: wordsF1((g, p) => g.word.xpos === p.word.xpos),
    lemma: wordsF1((g, p) => g.word.lemma === undefined || g.word.lemma === p.word.lemma),
    uas: wordsF1(sameHead),
    las: wordsF1((g, p) => sameHead(g, p) && universal(g.word.deprel) === universal(p.word.deprel)),
  };
};

/** The text that a treebank's sentences were cut from; documents and paragraphs end in a blank line. */
export const textOfTreebank = (sentences: readonly UdSentence[]): string =>
  sentences
    .map(({ comments, words, ranges }, at) => {
      const breaks = at > 0 && comments.some((comment) => /^# new(?:doc|par)\b/.test(comment));
      let text = '';
      let range = 0;
      for (let i = 0; i < words.length; ) {
        const joined = ranges[range];
        const whole = joined?.first === i + 1 ? joined : undefined;
        if (whole) range++;
        const token = whole ?? words[i]!;
        text += token.form + (token.misc?.split('|').includes('SpaceAfter=No') ? '' : ' ');
        i = whole ? whole.last : i + 1;
      }
      return (breaks ? '\n\n' : '') + text;
    })
    .join('');
