import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../trees/features.ts';
import { joinModels } from '../../trees/model.ts';
import { createParser } from '../../trees/parser.ts';
import { batchOf, examplesOf, surveyOf, type TreeSentence } from './batches.ts';
import { createArena } from './floats.ts';
import { createNetwork, denseOf, learnBatch } from './network.ts';
import { createRandom } from './random.ts';
import { SMALL, sentencesOf } from './small.test-help.ts';
import { trainTrees } from './train.ts';

/** Words whose head and relation are right, of a hundred. */
const attached = (model: Uint8Array, sentences: readonly TreeSentence[], plain: boolean): number => {
  const parser = createParser(model, { plain });
  let right = 0;
  for (const sentence of sentences) {
    const { heads, relations } = parser.parse(sentence);
    right += sentence.filter(({ head, relation }, i) => heads[i] === head && relations[i] === relation).length;
  }
  return (100 * right) / sentences.flat().length;
};

describe('trainTrees', () => {
  const model = trainTrees(sentencesOf(200, 1), { ...SMALL, epochs: 6 });

  it('learns the trees of a small language, and both kernels find the same', () => {
    const unseen = sentencesOf(60, 2);
    expect(attached(model, unseen, false)).toBeGreaterThan(97);
    const [quick, plain] = [createParser(model), createParser(model, { plain: true })];
    expect([quick.kind, plain.kind]).toEqual(['wasm', 'plain']);
    for (const sentence of unseen) expect(plain.parse(sentence)).toEqual(quick.parse(sentence));
  });

  it('joins several networks into one parser, in both kernels', () => {
    const unseen = sentencesOf(30, 2);
    const weak = (seed: number) => trainTrees(sentencesOf(40, seed), { ...SMALL, epochs: 3, seed });
    const members = [model, weak(3), weak(4)];
    const committee = joinModels(members);
    expect(attached(committee, unseen, false)).toBeGreaterThan(97);
    const [quick, plain] = [createParser(committee), createParser(committee, { plain: true })];
    for (const sentence of unseen) expect(plain.parse(sentence)).toEqual(quick.parse(sentence));
    // One network twice says what it says once.
    const [once, twice] = [createParser(model), createParser(joinModels([model, model]))];
    for (const sentence of unseen) expect(twice.parse(sentence)).toEqual(once.parse(sentence));
  });

  it('makes the same bytes again, and others of another seed', () => {
    const again = (seed: number) => trainTrees(sentencesOf(20, 1), { ...SMALL, epochs: 1, seed });
    expect(again(3)).toEqual(again(3));
    expect(again(4)).not.toEqual(again(3));
  });

  it('parses words and tags that it has never seen, and sentences of any length, into one tree', () => {
    const { parse } = createParser(model);
    expect(parse([]).heads).toHaveLength(0);
    for (const length of [1, 2, 161, 1000]) {
      const words = Array.from({ length }, (_, i) => ({ form: `\ud800${'ق'.repeat(i % 40)}`, upos: '?', xpos: '' }));
      const { heads, relations } = parse(words);
      expect([heads.length, relations.length]).toEqual([length, length]);
      expect([...heads].filter((head) => head === 0)).toHaveLength(1);
      expect(relations.indexOf('root')).toBe(heads.indexOf(0));
    }
  });

  it('refuses what is no model', () => {
    expect(() => createParser(new Uint8Array([1, 2, 3]))).toThrow('no parser model');
    expect(() => createParser(new TextEncoder().encode('{"format":0}\n'))).toThrow('no parser model');
  });
});

describe('learnBatch', () => {
  it('gives the slope of its loss for every kind of weight', () => {
    const sentences = sentencesOf(5, 7);
    const { vocabulary, labels, frequency } = surveyOf(sentences);
    const arena = createArena(64 * 1024 * 1024);
    const network = createNetwork(arena, createRandom(1), SMALL.shape, vocabulary, labels);
    const batch = batchOf(examplesOf(sentences, numbersOf(vocabulary), labels));
    const mark = arena.mark();
    // The same seed each time: the same words are left out, and the same columns.
    const loss = (): number => {
      const value = learnBatch(
        arena,
        network,
        batch,
        frequency,
        { input: 0.1, state: 0.1, layer: 0.1, side: 0.1 },
        createRandom(5),
      );
      arena.release(mark);
      return value;
    };
    const clear = (): void => {
      for (const { weightsGradient, biasGradient } of denseOf(network)) {
        weightsGradient.values.fill(0);
        biasGradient.values.fill(0);
      }
      for (const { gradient } of Object.values(network.tables)) gradient.fill(0);
    };
    const learned = [
      ...denseOf(network).flatMap(({ name, weights, weightsGradient, bias, biasGradient }) => [
        { name, values: weights.values, gradient: weightsGradient.values },
        { name: `${name} bias`, values: bias.values, gradient: biasGradient.values },
      ]),
      ...Object.values(network.tables),
    ];
    loss();
    const slopes = learned.map(({ gradient }) => gradient.slice());
    clear();
    const random = createRandom(9);
    learned.forEach(({ name, values }, index) => {
      const steep = [...slopes[index]!.keys()].sort(
        (a, b) => Math.abs(slopes[index]![b]!) - Math.abs(slopes[index]![a]!),
      );
      for (const at of [steep[0]!, steep[Math.floor(random() * Math.min(20, steep.length))]!]) {
        const value = values[at]!;
        const step = 0.01;
        values[at] = value + step;
        const above = loss();
        values[at] = value - step;
        const below = loss();
        values[at] = value;
        clear();
        const measured = (above - below) / (2 * step);
        expect(Math.abs(measured - slopes[index]![at]!), `${name}[${at}]`).toBeLessThan(
          2e-3 + 0.03 * Math.abs(measured),
        );
      }
    });
  });
});
