/** A table of phrases that is looked up in running words: the longest phrase that starts at a word wins. */
import { cliticReadings, type Reading, remember, type Token, wordsOf } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';

export type Hit<T> = {
  readonly values: readonly T[];
  /** The phrase as it stands in the table: folded words with one blank between, joined words in front taken off. */
  readonly key: string;
  /** Index of the first token, and of the one after the last. */
  readonly first: number;
  readonly after: number;
  /** Folded letters that a joined Arabic word in front takes: they are not part of the phrase. */
  readonly cut: number;
  /** The joined words themselves: و ب ل … */
  readonly clitics: string;
};

export type Phrases<T> = {
  /** Adds a phrase as written in a table; it is folded and cut into words here. */
  readonly add: (phrase: string, value: T) => void;
  /** The same, of words that are folded and cut already. */
  readonly addWords: (words: readonly string[], value: T) => void;
  /** The longest phrase that starts at token `i`, if any. */
  readonly at: (tokens: readonly Token[], i: number, language: Language) => Hit<T> | undefined;
  /** Values of exactly this phrase. */
  readonly get: (phrase: string) => readonly T[];
  /** Values of one word that is folded already, as a token's `norm` is: no work but a look. */
  readonly word: (norm: string | undefined) => readonly T[];
  readonly size: () => number;
};

const NONE: readonly never[] = [];
// No phrase in any table is longer; bounds the work at each word.
const MOST_WORDS = 8;

/** Of a phrase's first word: how many words the longest such phrase has, and what the word alone means. */
type Begun<T> = { most: number; alone: T[] | undefined };

const MOST_REMEMBERED = 5000;

/** An empty table. Look-up at one word costs at most MOST_WORDS map reads for each way to split its clitics. */
export const createPhrases = <T>(): Phrases<T> => {
  const values = new Map<string, T[]>();
  const firsts = new Map<string, Begun<T>>();
  const begunBy = remember(
    (word: string): readonly (readonly [Reading, Begun<T>])[] =>
      cliticReadings(word).flatMap((reading) => {
        const begun = firsts.get(reading.norm);
        return begun === undefined ? [] : [[reading, begun] as const];
      }),
    MOST_REMEMBERED,
  );

  const add = (phrase: string, value: T): void => addWords(wordsOf(phrase), value);
  const addWords = (words: readonly string[], value: T): void => {
    const first = words[0];
    if (first === undefined || words.length > MOST_WORDS) return;
    const key = words.join(' ');
    const held = values.get(key);
    if (held === undefined) values.set(key, [value]);
    else if (!held.includes(value)) held.push(value);
    const begun = firsts.get(first) ?? { most: 0, alone: undefined };
    firsts.set(first, begun);
    begun.most = Math.max(begun.most, words.length);
    if (words.length === 1) begun.alone = values.get(key);
    begunBy.forget();
  };

  const longest = (
    tokens: readonly Token[],
    i: number,
    first: string,
    { most, alone }: Begun<T>,
  ): { values: T[]; after: number; key: string } | undefined => {
    let key = first;
    let best = alone && { values: alone, after: i + 1, key };
    let words = 1;
    for (let j = i + 1; words < most && j < tokens.length; j++) {
      const token = tokens[j]!;
      // Hyphens and slashes inside a name join it: Deir ez-Zor, pro-Iranian.
      if (token.kind === 'punctuation') {
        if (token.norm === '-' && token.glued && tokens[j + 1]?.glued) continue;
        break;
      }
      key += ` ${token.norm}`;
      words++;
      const found = values.get(key);
      if (found) best = { values: found, after: j + 1, key };
    }
    return best;
  };

  const at = (tokens: readonly Token[], i: number, language: Language): Hit<T> | undefined => {
    const token = tokens[i];
    if (token === undefined || token.kind === 'punctuation') return undefined;
    if (language === 'en') {
      const begun = firsts.get(token.norm);
      const found = begun && longest(tokens, i, token.norm, begun);
      return found && { ...found, first: i, cut: 0, clitics: '' };
    }
    let best: Hit<T> | undefined;
    for (const [reading, begun] of begunBy.of(token.norm)) {
      const found = longest(tokens, i, reading.norm, begun);
      if (found === undefined || (best !== undefined && found.after <= best.after)) continue;
      best = { ...found, first: i, cut: reading.cut, clitics: reading.clitics };
    }
    return best;
  };

  return {
    add,
    addWords,
    at,
    get: (phrase) => values.get(wordsOf(phrase).join(' ')) ?? NONE,
    word: (norm) => (norm === undefined ? NONE : (values.get(norm) ?? NONE)),
    size: () => values.size,
  };
};
