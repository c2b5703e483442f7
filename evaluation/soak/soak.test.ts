/** The load run, small: each fault once or more. The whole is `npm run soak:collect`. */
import { describe, expect, it } from 'vitest';
import { soak } from './run.ts';

describe('a world with faults', () => {
  it('gives all that arrived, and the rest with its reason', { timeout: 240_000 }, async () => {
    const { wrong, held, listed } = await soak(40, 110);
    expect(wrong).toEqual([]);
    expect(held).toBeGreaterThan(70);
    expect(Object.keys(listed)).toEqual(expect.arrayContaining(['gone', 'too-large', 'robots', 'private-address']));
  });
});
