/**
 * Arabic words → the words that are written in them: conjunction, preposition or future mark, the word, a pronoun. The
 * grammar offers the ways to cut, learned weights choose one. As in UD_Arabic-PUD the article stays with its word, and
 * «لل» is ل and what is left of the word.
 */
import type { ByteReader, ByteWriter } from '../bytes.ts';
import { CONJUNCTIONS, PREPOSITIONS } from '../clitics.ts';
import { hashOf, mix } from '../hash.ts';
import { remember } from '../memory.ts';
import { tableOf } from '../tags/table.ts';
import { lettersOf } from './letters.ts';

const PRONOUNS = ['ه', 'ها', 'هم', 'هما', 'هن', 'نا', 'ك', 'كم', 'كما', 'ي', 'ني'];
// A preposition alone may carry a pronoun: به، لهم.
const CARRIERS = 'بل';
// Prepositions that swallowed a letter: مما، ممن، عما.
const SWALLOWED = new Map<string, number>([
  ['مما', 1],
  ['ممن', 1],
  ['عما', 1],
]);
// No word has so many letters: it is left whole.
const MOST_LETTERS = 30;

/** One way to cut a word of `end` letters: the letters at which a new word begins. */
export type Cutting = { readonly cuts: readonly number[]; readonly stem: number; readonly stemEnd: number };

/** The ways to cut a word given as plain letters, the unsplit one first. At most a few dozen. */
export const cuttingsOf = (plain: string): Cutting[] => {
  const length = plain.length;
  const ways: Cutting[] = [{ cuts: [], stem: 0, stemEnd: length }];
  if (length < 2 || length > MOST_LETTERS) return ways;
  const starts: number[][] = [[]];
  const conjunction = CONJUNCTIONS.includes(plain.charAt(0)) ? 1 : 0;
  if (conjunction) starts.push([1]);
  for (const at of conjunction ? [0, 1] : [0]) {
    const letter = plain.charAt(at);
    if (PREPOSITIONS.includes(letter) || (letter === 'س' && 'يتنا'.includes(plain.charAt(at + 1))))
      starts.push(at === 0 ? [1] : [1, 2]);
  }
  const seen = new Set<string>();
  for (const cuts of starts) {
    const stem = cuts.at(-1) ?? 0;
    const add = (all: readonly number[], from: number, to: number): void => {
      const name = all.join();
      if (seen.has(name) || all.some((cut) => cut >= length)) return;
      seen.add(name);
      if (all.length > 0) ways.push({ cuts: all, stem: from, stemEnd: to });
    };
    if (length - stem >= 2) add(cuts, stem, length);
    const swallowed = SWALLOWED.get(plain.slice(stem));
    if (swallowed !== undefined) add([...cuts, stem + swallowed], stem, stem + swallowed);
    for (const pronoun of PRONOUNS) {
      const from = length - pronoun.length;
      if (!plain.endsWith(pronoun) || from <= stem) continue;
      if (from - stem === 1 && !CARRIERS.includes(plain.charAt(stem))) continue;
      add([...cuts, from], stem, from);
    }
  }
  return ways;
};

/** Weights of the features of a cutting, and how often training saw each stem (1 once, 2 a few times, 3 often). */
export type CliticModel = {
  readonly keys: Uint32Array;
  readonly values: Float32Array;
  readonly stems: Uint32Array;
  readonly seen: Uint8Array;
};

export const MOST_FEATURES = 20;

/**
 * Hashes of the features of one cutting into `out`.
 * @param seenOf how often training saw a stem, by the hash of its letters: 0 never, to 3 often
 */
export const cuttingFeatures = (
  plain: string,
  { cuts, stem, stemEnd }: Cutting,
  seenOf: (stem: number) => number,
  out: Uint32Array,
): number => {
  const before = hashOf(plain, 0, stem);
  const after = stemEnd < plain.length ? hashOf(plain, stemEnd) : 0;
  const pattern = mix(before, after);
  const length = stemEnd - stem;
  const stemHash = hashOf(plain, stem, stemEnd);
  const seen = seenOf(stemHash);
  const article = plain.startsWith('ال', stem) ? 1 : plain.startsWith('ل', stem) ? 2 : 0;
  const head = (letters: number): number => hashOf(plain, stem, Math.min(stem + letters, stemEnd));
  const tail = (letters: number): number => hashOf(plain, Math.max(stem, stemEnd - letters), stemEnd);
  let n = 0;
  const add = (...values: readonly number[]): void => {
    let key = n + 1;
    for (const value of values) key = mix(key, value);
    out[n++] = key;
  };
  add(pattern);
  add(pattern, hashOf(plain));
  add(stemHash);
  add(cuts.length, seen);
  add(pattern, seen);
  add(pattern, Math.min(length, 7));
  add(before, article);
  add(before, head(1));
  add(before, head(2));
  add(before, head(3));
  add(after, tail(1));
  add(after, tail(2));
  add(after, tail(3));
  add(before, Math.min(length, 7), seen);
  add(after, Math.min(length, 7), article);
  add(before, stemHash);
  // Each clitic by itself too: chains of them are rare, and the last one governs.
  const conjunction = cuts.length > 0 && stem > 0 && CONJUNCTIONS.includes(plain.charAt(0)) ? plain.charCodeAt(0) : 0;
  const nearest = stem > (conjunction ? 1 : 0) ? plain.charCodeAt(stem - 1) : 0;
  add(nearest, article, conjunction === 0 ? 0 : 1);
  add(nearest, article);
  add(nearest, head(2));
  add(nearest, seen, Math.min(length, 5));
  return n;
};

export type CliticCutter = (word: string) => readonly number[];

const MOST_REMEMBERED = 20_000;
const ARABIC_LETTERS = /^[\u0621-\u064a]+$/;
const NONE: readonly number[] = [];

/** Where in a word as written the next ones begin, as places in its UTF-16 units. Pure. */
export const createCliticCutter = (model: CliticModel): CliticCutter => {
  const features = tableOf(model.keys);
  const stems = tableOf(model.stems);
  const seenOf = (stem: number): number => {
    const at = stems.find(stem);
    return at < 0 ? 0 : model.seen[at]!;
  };
  const keys = new Uint32Array(MOST_FEATURES);
  const chosen = (plain: string): readonly number[] => {
    let best: Cutting | undefined;
    let most = -Infinity;
    for (const way of cuttingsOf(plain)) {
      let score = 0;
      const n = cuttingFeatures(plain, way, seenOf, keys);
      for (let k = 0; k < n; k++) {
        const feature = features.find(keys[k]!);
        if (feature >= 0) score += model.values[feature]!;
      }
      if (score > most) [best, most] = [way, score];
    }
    return best?.cuts ?? NONE;
  };
  const remembered = remember(chosen, MOST_REMEMBERED);
  return (word) => {
    const { plain, at } = lettersOf(word);
    if (!ARABIC_LETTERS.test(plain)) return NONE;
    const cuts = plain.length <= MOST_LETTERS ? remembered.of(plain) : chosen(plain);
    // A ligature that holds both letters cannot be cut.
    return cuts.map((cut) => at[cut]!).filter((cut, i, all) => cut > (i === 0 ? 0 : all[i - 1]!));
  };
};

/** The model into a file's bytes. */
export const packClitics = (out: ByteWriter, { keys, values, stems, seen }: CliticModel): void => {
  out.ascending(keys);
  out.weights(values);
  out.ascending(stems);
  out.bytes(seen);
};

export const unpackClitics = (source: ByteReader): CliticModel => ({
  keys: source.ascending(),
  values: source.weights(),
  stems: source.ascending(),
  seen: source.bytes(),
});
