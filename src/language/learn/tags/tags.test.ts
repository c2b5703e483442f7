import { describe, expect, it } from 'vitest';
import { readConllu, type UdSentence } from '../../conllu.ts';
import { packTags, unpackTags } from '../../tags/model.ts';
import { createTagger } from '../../tags/tagger.ts';
import { randomOf } from '../random.ts';
import { jackknifeTags, learnTags, trainTagger } from './index.ts';

// A small language of our own, in which an ending, a word before and a tag before each tell something.
const NOUNS = ['convoy', 'village', 'bridge', 'market', 'soldier', 'river', 'school', 'road', 'قرية', 'جسر'];
const VERBS = ['walked', 'waited', 'crossed', 'rested', 'stopped', 'turned', 'وصل', 'عبر'];

const sentences = (count: number, seed: number): UdSentence[] => {
  const random = randomOf(seed);
  const one = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  const lines = Array.from({ length: count }, () =>
    [
      ['The', 'DET', 'DT'],
      ...(random() < 0.5 ? [[one(['old', 'small', 'wide']), 'ADJ', 'JJ']] : []),
      [one(NOUNS), 'NOUN', 'NN'],
      [one(VERBS), 'VERB', 'VBD'],
      ['.', 'PUNCT', '.'],
    ]
      .map(([form, upos, xpos], at) => `${at + 1}\t${form}\t_\t${upos}\t${xpos}`)
      .join('\n'),
  );
  return readConllu(lines.join('\n\n'));
};
const OPTIONS = { epochs: 3, entries: 20_000, seen: 2 };
const train = sentences(120, 1);

const accuracy = (tagged: readonly (readonly { upos: string }[])[], gold: readonly UdSentence[]): number => {
  const pairs = gold.flatMap(({ words }, i) => words.map(({ upos }, j) => tagged[i]![j]!.upos === upos));
  return pairs.filter(Boolean).length / pairs.length;
};

describe('trainTagger', () => {
  const model = learnTags(train, OPTIONS);
  const tagger = createTagger(model);

  it('learns, and tags words that it never saw by what they look like and where they stand', () => {
    const unseen = sentences(50, 2);
    expect(
      accuracy(
        unseen.map(({ words }) => tagger.tag(words.map(({ form }) => form))),
        unseen,
      ),
    ).toBe(1);
    expect(tagger.tag(['The', 'old', 'tower', 'collapsed', '.']).map(({ upos }) => upos)).toEqual([
      'DET',
      'ADJ',
      'NOUN',
      'VERB',
      'PUNCT',
    ]);
  });

  it('gives the same bytes for the same sentences, and other bytes for another seed', () => {
    expect(packTags(learnTags(train, OPTIONS))).toEqual(packTags(model));
    expect(packTags(learnTags(train, { ...OPTIONS, seed: 2 }))).not.toEqual(packTags(model));
  });

  it('loses nothing that counts when packed', () => {
    const bytes = packTags(model);
    const again = unpackTags(bytes);
    expect(again.tags).toEqual(model.tags);
    expect(again.weights.keys).toEqual(model.weights.keys);
    expect(packTags(again)).toEqual(bytes);
    const small = createTagger(again);
    for (const { words } of train) {
      const forms = words.map(({ form }) => form);
      expect(small.number(forms)).toEqual(tagger.number(forms));
    }
  });

  it('keeps no more weights than it is told', () => {
    expect(learnTags(train, { ...OPTIONS, entries: 500 }).weights.values.length).toBeLessThanOrEqual(500);
  });

  it('refuses bytes that are no model', () => {
    expect(() => unpackTags(Uint8Array.of(3, 97, 98, 99))).toThrow('marsad tags');
    expect(() => unpackTags(packTags(model).slice(0, 300))).toThrow('too early');
  });

  it('tags a sentence alike whatever was tagged before it', () => {
    const fresh = createTagger(model);
    for (let i = 0; i < 3; i++) tagger.number(Array.from({ length: 10_000 }, (_, at) => `w${i}-${at}`));
    for (const { words } of train.slice(0, 20)) {
      const forms = words.map(({ form }) => form);
      expect(tagger.number(forms)).toEqual(fresh.number(forms));
    }
  });
});

describe('jackknifeTags', () => {
  it('tags each sentence by a tagger that never saw it, and changes nothing else', () => {
    const tagged = jackknifeTags(train, 4, OPTIONS);
    expect(tagged.map(({ words }) => words.map(({ form }) => form))).toEqual(
      train.map(({ words }) => words.map(({ form }) => form)),
    );
    expect(
      accuracy(
        tagged.map(({ words }) => words.map(({ upos = '' }) => ({ upos }))),
        train,
      ),
    ).toBeGreaterThan(0.95);
    const others = trainTagger(
      train.filter((_, at) => at % 4 !== 1),
      OPTIONS,
    );
    for (let at = 1; at < train.length; at += 4)
      expect(tagged[at]!.words.map(({ upos }) => upos)).toEqual(
        others.tag(train[at]!.words.map(({ form }) => form)).map(({ upos }) => upos),
      );
  });
});
