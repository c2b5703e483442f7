/** Kept answers that hang on no facts: a page of one report or record. Whose writes end them, and what is not kept at all. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openKept } from './kept.ts';

const view = { audience: 'public', language: 'en', now: '2024-05-01T10:20:00.000Z' } as const;

const keptBy = (kind: 'pglite' | 'postgresql') => {
  let [changes, made] = [0, 0];
  const kept = openKept({ kind, changes: () => changes });
  return {
    ask: (id = 'a', audience: 'public' | 'owner' = 'public') =>
      kept('record', { ...view, audience }, id, () => {
        made += 1;
        return id === 'none' ? undefined : 'page';
      }),
    write: () => {
      changes += 1;
    },
    made: () => made,
  };
};

afterEach(() => {
  vi.useRealTimers();
});

describe.each(['pglite', 'postgresql'] as const)('an answer over %s', (kind) => {
  it('is made once for one audience, and anew after a write', async () => {
    const { ask, write, made } = keptBy(kind);
    await ask();
    await ask();
    expect(made()).toBe(1);
    await ask('a', 'owner');
    expect(made()).toBe(2);
    write();
    await ask();
    expect(made()).toBe(3);
  });

  it('is trusted for as long as nobody else can have written', async () => {
    vi.useFakeTimers();
    const { ask, made } = keptBy(kind);
    await ask();
    vi.advanceTimersByTime(5000);
    await ask();
    expect(made()).toBe(kind === 'pglite' ? 1 : 2);
  });

  it('is not kept where there is none, nor ever more of them', async () => {
    const { ask, made } = keptBy(kind);
    await ask('none');
    await ask('none');
    expect(made()).toBe(2);
    for (let at = 0; at < 310; at += 1) await ask(`${at}`);
    await ask('0');
    expect(made()).toBe(2 + 311);
    await ask('309');
    expect(made()).toBe(2 + 311);
  });
});
