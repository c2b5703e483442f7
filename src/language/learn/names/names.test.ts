import { describe, expect, it } from 'vitest';
import type { NameWord } from '../../names/look.ts';
import { type Layer, type NameModel, packNames, unpackNames } from '../../names/model.ts';
import { createNamer, mayFollow } from '../../names/namer.ts';
import { createRandom } from '../trees/random.ts';
import { learnClusters } from './clusters.ts';
import { joinLayers, labelsOf, learnLayer, type MarkedSentence } from './crf.ts';

// A small language of our own: who speaks and where is told by the words around a name.
const PERSONS = ['Arvel', 'Bonta', 'Cadrel', 'Dussen', 'Emril', 'Fanto'];
const PLACES = ['Ghazel', 'Hurra', 'Imdun', 'Jalsa', 'Kurmat', 'Lessin'];
const LAYER: Layer = { name: 'small', kinds: ['who', 'where'], eager: 0 };
const WHOLE: Layer = { name: 'whole', kinds: ['phrase'], eager: 0 };

const word = (form: string): NameWord => ({ form, stem: form, known: 0, table: 0 });
const sentences = (count: number, seed: number, persons = PERSONS, places = PLACES): MarkedSentence[] => {
  const random = createRandom(seed);
  const one = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  return Array.from({ length: count }, () => {
    const long = random() < 0.5;
    const forms = ['said', one(persons), ...(long ? [one(persons)] : []), 'in', one(places), '.'];
    const after = long ? 3 : 2;
    return {
      words: forms.map(word),
      names: [
        { kind: 'who', first: 1, after },
        { kind: 'where', first: after + 1, after: after + 2 },
      ],
    };
  });
};
const NOTHING = { words: new Uint32Array(0), numbers: new Uint32Array(0) };
const KNOWN = { fine: NOTHING, coarse: NOTHING, senses: NOTHING };
const OPTIONS = { epochs: 6, entries: 20_000, least: 1 };
const train = sentences(60, 1);
const weights = learnLayer(LAYER, 0, train, KNOWN, OPTIONS);
const model: NameModel = { layers: [LAYER], ...KNOWN, weights };

describe('learnLayer', () => {
  it('learns, and finds names that it never saw by the words around them', () => {
    const namer = createNamer(model);
    for (const { words, names } of sentences(20, 2, ['Norvil', 'Opsen'], ['Qadra', 'Rimet']))
      expect(namer.names(words).small).toEqual(names);
    expect(namer.names([]).small).toEqual([]);
  });

  it('gives the same weights for the same sentences, and keeps them when packed', () => {
    expect(learnLayer(LAYER, 0, train, KNOWN, OPTIONS)).toEqual(weights);
    const bytes = packNames(model);
    expect(packNames(unpackNames(bytes))).toEqual(bytes);
    expect(unpackNames(bytes).layers).toEqual([LAYER]);
    const [own, packed] = [createNamer(model), createNamer(unpackNames(bytes))];
    for (const { words } of train) expect(packed.names(words)).toEqual(own.names(words));
  });

  it('learns a layer above another from its labels, and both are found in one pass', () => {
    const above: MarkedSentence[] = train.map(({ words, names }) => ({
      words,
      names: [{ kind: 'phrase', first: names[0]!.first, after: names[1]!.after }],
    }));
    const under = above.map(({ words }) => labelsOf({ words, names: createNamer(model).names(words).small! }, LAYER));
    const whole = learnLayer(WHOLE, 1, above, KNOWN, OPTIONS, under);
    const namer = createNamer({
      layers: [LAYER, WHOLE],
      ...KNOWN,
      weights: joinLayers([LAYER, WHOLE], [weights, whole]),
    });
    for (const [at, { words, names }] of train.entries())
      expect(namer.names(words)).toEqual({ small: names, whole: above[at]!.names });
  });

  it('finds the same whatever it was asked before', () => {
    const [fresh, used] = [createNamer(model), createNamer(model)];
    for (let i = 0; i < 3; i++) used.names(Array.from({ length: 9000 }, (_, at) => word(`w${i}-${at}`)));
    for (const { words } of train.slice(0, 10)) expect(used.names(words)).toEqual(fresh.names(words));
  });

  it('refuses a kind that its layer has not, and bytes that are no model', () => {
    const wrong = [{ words: [word('a')], names: [{ kind: 'what', first: 0, after: 1 }] }];
    expect(() => learnLayer(LAYER, 0, wrong, KNOWN, OPTIONS)).toThrow('«what» is no kind');
    expect(() => unpackNames(Uint8Array.of(1, 97))).toThrow('marsad names');
    expect(() => unpackNames(packNames(model).slice(0, 90))).toThrow('too early');
  });
});

describe('mayFollow', () => {
  // 0 outside, 1 and 2 the first word and the others of one kind, 3 and 4 of the next.
  it.each([
    [0, 1, true],
    [1, 2, true],
    [2, 2, true],
    [2, 3, true],
    [0, 2, false],
    [1, 4, false],
    [4, 2, false],
  ])('after %i comes %i: %s', (last, label, allowed) => {
    expect(mayFollow(last, label)).toBe(allowed);
  });
});

describe('learnClusters', () => {
  it('puts words together that stand between the same words', () => {
    const texts = sentences(200, 3).map(({ words }) => words.map(({ form }) => form));
    const { words, numbers } = learnClusters(texts, { classes: 4, seen: 2, rounds: 10 });
    expect(words.every((hash, at) => at === 0 || hash > words[at - 1]!)).toBe(true);
    const again = learnClusters(texts, { classes: 4, seen: 2, rounds: 10 });
    expect(again).toEqual({ words, numbers });
    expect(new Set(numbers).size).toBeGreaterThan(1);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(4);
  });
});
