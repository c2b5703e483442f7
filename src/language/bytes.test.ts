import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes, writeBytes } from './bytes.ts';

const whole = fc.integer({ min: 0, max: 0xffff_ffff });

describe('bytes', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(
        fc.array(whole),
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.uint8Array(),
        (numbers, texts, raw) => {
          const ascending = Uint32Array.from(numbers).sort();
          const out = writeBytes();
          for (const number of numbers) out.number(number);
          out.texts(texts);
          out.ascending(ascending);
          out.bytes(raw);
          const source = readBytes(out.done());
          expect(numbers.map(() => source.number())).toEqual(numbers);
          expect(source.texts()).toEqual(texts);
          expect(source.ascending()).toEqual(ascending);
          expect([...source.bytes()]).toEqual([...raw]);
          expect(source.ended()).toBe(true);
        },
      ),
    );
  });

  it.each([
    [0, 1],
    [127, 1],
    [128, 2],
    [16_384, 3],
    [0xffff_ffff, 5],
  ])('%d takes %d bytes', (number, bytes) => {
    const out = writeBytes();
    out.number(number);
    expect(out.done()).toHaveLength(bytes);
  });

  it('keeps weights to within a step, finer near nothing', () => {
    const values = Float32Array.of(-4, -1, -0.01, 0, 0.002, 0.5, 4);
    const out = writeBytes();
    out.weights(values);
    const again = readBytes(out.done()).weights();
    for (const [at, value] of values.entries())
      expect(Math.abs(again[at]! - value)).toBeLessThanOrEqual(0.01 + 0.02 * Math.sqrt(Math.abs(value) * 4));
    expect(again[3]).toBe(0);
  });

  it('reads weights alike out of a piece of a larger memory', () => {
    const out = writeBytes();
    out.weights(Float32Array.of(-4, 0, 4));
    const piece = Buffer.concat([Buffer.alloc(3, 9), out.done()]).subarray(3);
    expect([...readBytes(piece).weights()]).toEqual([-4, 0, 4]);
  });

  it('says so where the bytes end too early', () => {
    const out = writeBytes();
    out.text('مرصد');
    for (let length = 0; length < out.done().length; length++)
      expect(() => readBytes(out.done().slice(0, length)).text()).toThrow('too early');
  });
});
