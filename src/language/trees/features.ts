/** What the network is told of a word: numbers of its form, ending, letter groups, shape and tag. Learner and parser share it. */
import { fold } from '../fold.ts';

/** A word as the parser takes it. */
export type TaggedWord = { readonly form: string; readonly upos: string; readonly xpos: string };

/** Tables of vectors, in the order in which a word's vectors are put one after the other. */
export const TABLES = ['word', 'ending', 'letters', 'shape', 'tag'] as const;
export type TableName = (typeof TABLES)[number];

/** Letter groups of a word share this many vectors, chosen by hash. */
export const LETTER_GROUPS = 8192;
const SHORTEST_GROUP = 3;
const LONGEST_GROUP = 5;
/** Of a longer word its beginning and its end count, so that the time is linear in nothing but the number of words. */
const MOST_LETTERS = 24;

/** Number 0 of each table but `letters` stands for everything that was not learned. */
export const UNKNOWN = 0;

/** Words by spelling, endings, shapes and tags that have a vector of their own; their number is their place plus one. */
export type Vocabulary = Readonly<Record<Exclude<TableName, 'letters'>, readonly string[]>>;

const ARABIC = /[\u0600-\u06ff\ufb50-\ufefc]/;

/** The form as it is looked up: case, digits, and Arabic letters' variants do not count. */
export const spelling = (form: string): string => {
  if (!ARABIC.test(form)) return form.toLowerCase().replace(/\d/g, '0');
  return fold(form).replace(/\d/g, '0') || form;
};

const ENDING = 3;
export const endingOf = (spelt: string): string => spelt.slice(-ENDING);

/** Kinds of letters in a row, repeated ones told once: «Al-Bukamal» → Xx-Xx, «7,500» → d,d. */
export const shapeOf = (form: string): string => {
  let shape = '';
  for (const letter of form.length > MOST_LETTERS ? form.slice(0, MOST_LETTERS) : form) {
    const kind = /\p{Lu}/u.test(letter)
      ? 'X'
      : /\p{Ll}/u.test(letter)
        ? 'x'
        : /\p{L}/u.test(letter)
          ? 'l'
          : /\p{N}/u.test(letter)
            ? 'd'
            : letter;
    if (!shape.endsWith(kind)) shape += kind;
  }
  return shape.slice(0, 8);
};

export const tagOf = ({ upos, xpos }: Pick<TaggedWord, 'upos' | 'xpos'>): string => `${upos}|${xpos}`;

/** Numbers of the letter groups of a spelling, its edges marked; FNV-1a over UTF-16 code units. */
export const letterGroupsOf = (spelt: string): number[] => {
  const half = MOST_LETTERS / 2;
  const marked = `<${spelt.length > MOST_LETTERS ? spelt.slice(0, half) + spelt.slice(-half) : spelt}>`;
  const groups: number[] = [];
  for (let from = 0; from + SHORTEST_GROUP <= marked.length; from++) {
    let hash = 0x811c9dc5;
    for (let at = from; at < Math.min(marked.length, from + LONGEST_GROUP); at++) {
      hash = Math.imul(hash ^ marked.charCodeAt(at), 0x01000193);
      // Low bits of this hash are weak; the high ones are folded in.
      if (at - from + 1 >= SHORTEST_GROUP) groups.push(((hash >>> 13) ^ hash) & (LETTER_GROUPS - 1));
    }
  }
  return groups.length > 0 ? groups : [0];
};

/** A vocabulary as look-ups: from a text to its number. */
export type Numbers = Readonly<Record<Exclude<TableName, 'letters'>, ReadonlyMap<string, number>>>;

export const numbersOf = (vocabulary: Vocabulary): Numbers => {
  const numbers = (texts: readonly string[]) => new Map(texts.map((text, i) => [text, i + 1]));
  return {
    word: numbers(vocabulary.word),
    ending: numbers(vocabulary.ending),
    shape: numbers(vocabulary.shape),
    tag: numbers(vocabulary.tag),
  };
};
