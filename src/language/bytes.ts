/** Numbers and words ↔ bytes, for models: small numbers take one byte, sorted keys their differences, weights one byte. */

export type ByteWriter = {
  readonly number: (value: number) => void;
  readonly text: (value: string) => void;
  readonly texts: (values: readonly string[]) => void;
  /** Ascending 32-bit numbers. */
  readonly ascending: (values: Uint32Array) => void;
  readonly bytes: (values: Uint8Array) => void;
  /** Weights, one byte each: the square root keeps the many small ones apart (linear steps cost accuracy). */
  readonly weights: (values: Float32Array) => void;
  readonly done: () => Uint8Array;
};

export type ByteReader = {
  readonly number: () => number;
  /** So many of them. */
  readonly numbers: (count: number) => Uint32Array;
  readonly text: () => string;
  readonly texts: () => string[];
  readonly ascending: () => Uint32Array;
  readonly bytes: () => Uint8Array;
  readonly weights: () => Float32Array;
  /** True where everything was read. */
  readonly ended: () => boolean;
};

const STEPS = 127;

/** A writer of bytes. Whole numbers from 0 to 2³²−1. */
export const writeBytes = (): ByteWriter => {
  let buffer = new Uint8Array(1 << 16);
  let at = 0;
  const room = (more: number): void => {
    if (at + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, at + more));
    larger.set(buffer);
    buffer = larger;
  };
  const number = (value: number): void => {
    room(5);
    let rest = value >>> 0;
    while (rest >= 0x80) {
      buffer[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    buffer[at++] = rest;
  };
  const bytes = (values: Uint8Array): void => {
    number(values.length);
    room(values.length);
    buffer.set(values, at);
    at += values.length;
  };
  const text = (value: string): void => bytes(new TextEncoder().encode(value));
  return {
    number,
    bytes,
    text,
    texts: (values) => {
      number(values.length);
      for (const value of values) text(value);
    },
    ascending: (values) => {
      number(values.length);
      let last = 0;
      for (const value of values) {
        number(value - last);
        last = value;
      }
    },
    weights: (values) => {
      let most = 0;
      for (const value of values) most = Math.max(most, Math.abs(value));
      bytes(new Uint8Array(Float32Array.of(most).buffer));
      const steps = values.map((value) =>
        most === 0 ? 0 : Math.sign(value) * Math.round(STEPS * Math.sqrt(Math.abs(value) / most)),
      );
      bytes(Uint8Array.from(steps, (step) => step + STEPS));
    },
    done: () => buffer.slice(0, at),
  };
};

/** A reader of what a writer wrote, in the same order. @throws RangeError where the bytes end too early */
export const readBytes = (source: Uint8Array): ByteReader => {
  let at = 0;
  const number = (): number => {
    let value = 0;
    let shift = 0;
    for (;;) {
      if (at >= source.length) throw new RangeError('the bytes end too early');
      const byte = source[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
      shift += 7;
    }
  };
  // One loop and no calls: a model holds hundreds of thousands of them, and is read while somebody waits.
  const numbers = (count: number): Uint32Array => {
    if (count > source.length - at) throw new RangeError('the bytes end too early');
    const values = new Uint32Array(count);
    let place = at;
    for (let i = 0; i < count; i++) {
      let byte = source[place++]!;
      let value = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = source[place++]!;
        value |= (byte & 0x7f) << shift;
      }
      values[i] = value;
    }
    if (place > source.length) throw new RangeError('the bytes end too early');
    at = place;
    return values;
  };
  const bytes = (): Uint8Array => {
    const length = number();
    if (at + length > source.length) throw new RangeError('the bytes end too early');
    at += length;
    return source.subarray(at - length, at);
  };
  const text = (): string => new TextDecoder().decode(bytes());
  return {
    number,
    bytes,
    text,
    texts: () => Array.from({ length: number() }, text),
    numbers,
    ascending: () => {
      const values = numbers(number());
      for (let i = 1; i < values.length; i++) values[i]! += values[i - 1]!;
      return values;
    },
    weights: () => {
      const scale = bytes();
      const most = new DataView(scale.buffer, scale.byteOffset, scale.byteLength).getFloat32(0, true);
      const values = new Float32Array(2 * STEPS + 1);
      for (let step = -STEPS; step <= STEPS; step++)
        values[step + STEPS] = Math.sign(step) * most * (step / STEPS) ** 2;
      const steps = bytes();
      const weights = new Float32Array(steps.length);
      for (let i = 0; i < steps.length; i++) weights[i] = values[steps[i]!]!;
      return weights;
    },
    ended: () => at === source.length,
  };
};
