import { describe, expect, test } from 'vitest';
import { crossScores, f1At, trainLinear } from './learn/linear.ts';
import { readLinear, scoreLinear, writeLinear } from './linear.ts';

const features = (text: string): Map<string, number> => new Map(text.split(' ').map((word) => [word, 1]));
const SENTENCES: readonly (readonly [string, boolean])[] = [
  ['a bomb hit the market', true],
  ['a bomb hit the school', true],
  ['the market opened today', false],
  ['the school opened again', false],
];
const examples = Array.from({ length: 40 }, (_, at) => {
  const [text, yes] = SENTENCES[at % SENTENCES.length]!;
  return { features: features(text), yes, group: Math.floor(at / 4) };
});
const model = trainLinear(examples);

describe('a linear model', () => {
  test('answers what it learned, and says why', () => {
    expect(scoreLinear(model, features('a bomb hit the bridge')).yes).toBe(true);
    const no = scoreLinear(model, features('the shop opened today'));
    expect(no.yes).toBe(false);
    expect(no.because[0]![0]).toMatch(/opened|today/);
    expect(no.because.reduce((sum, [, part]) => sum + part, model.bias)).toBeCloseTo(no.score);
  });
  test('the same examples give the same bytes', () => {
    expect(writeLinear(trainLinear(examples))).toBe(writeLinear(model));
  });
  test('is written heaviest first and read again', () => {
    const text = writeLinear(model);
    const weights = text
      .trimEnd()
      .split('\n')
      .slice(2)
      .map((line) => Math.abs(Number(line.split('\t')[1])));
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(writeLinear(readLinear(text))).toBe(text);
  });
  test.each(['', 'bias\t1\n', 'a\t1\nb\t2\n', 'bias\t1\nthreshold\t0\nword\tmuch\n'])('«%s» is no model', (text) => {
    expect(() => readLinear(text)).toThrow('model');
  });
  test('a feature of one example alone is not learned', () => {
    const alone = trainLinear([...examples, { features: features('once'), yes: true }]);
    expect(alone.weights.has('once')).toBe(false);
  });
});

describe('folds', () => {
  test('score each example by a model that did not see its group, and leave out what is only learned from', () => {
    const extra = { ...examples[0]!, extra: true };
    const scores = crossScores([...examples, extra], 5);
    expect(scores.slice(0, examples.length)).not.toContain(undefined);
    expect(scores.at(-1)).toBeUndefined();
    // A group that alone bears a word cannot be known by it.
    const odd = Array.from({ length: 4 }, () => ({ features: features('odd'), yes: true, group: 99 }));
    const held = crossScores([...examples, ...odd], 100).slice(-4);
    expect(new Set(held)).toEqual(new Set([trainLinear(examples).bias]));
  });
  test('F1', () => {
    const three = [true, true, false].map((yes) => ({ features: features('x'), yes }));
    expect(f1At(three, [1, -1, 1], 0)).toBe(50);
    expect(f1At(three, [1, undefined, -1], 0)).toBe(100);
    expect(f1At(three, [-1, -1, -1], 0)).toBe(0);
  });
});
