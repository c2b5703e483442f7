/** When a front page is made anew and when a kept one will do: never for another audience, language, hour or state of the store. */
import { describe, expect, it } from 'vitest';
import type { HarmGate, PublicHome, View } from '../publish/index.ts';
import type { Store } from '../record/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { Holdings } from './held.ts';
import { openPages } from './pages.ts';

/** Pages over an empty store, and what its gate was asked. */
const shown = (fails = false) => {
  let changes = 0;
  const asked: View[] = [];
  const store = { kind: 'pglite', changes: () => changes, lines: async () => new Map() } as unknown as Store;
  const gate = {
    pages: {
      home: (_facts: unknown, _shown: unknown, view: View) => {
        asked.push(view);
        return {} as PublicHome;
      },
    },
  } as unknown as HarmGate;
  let facts: readonly never[] = [];
  const catalogue = {
    facts: async () => facts,
    listReports: async () => (fails ? Promise.reject(new Error('no store')) : { ids: [], total: 0 }),
  } as unknown as Catalogue;
  const pages = openPages(store, gate, {} as Holdings, catalogue);
  return {
    asked,
    write: () => {
      changes += 1;
    },
    renew: () => {
      facts = [];
    },
    home: (view: Partial<View> = {}) =>
      pages.home({ audience: 'public', language: 'en', now: '2024-05-01T10:20:00.000Z', ...view }),
  };
};

describe('the front page', () => {
  it.each<[string, Partial<View>, number]>([
    ['the same view', {}, 1],
    ['later in the hour', { now: '2024-05-01T10:59:59.999Z' }, 1],
    ['another audience', { audience: 'owner' }, 2],
    ['another language', { language: 'ar' }, 2],
    ['the next hour', { now: '2024-05-01T11:00:00.000Z' }, 2],
    ['the same hour of another day', { now: '2024-05-02T10:20:00.000Z' }, 2],
  ])('for %s is made %#', async (_what, view, times) => {
    const { asked, home } = shown();
    await home();
    await home(view);
    expect(asked).toHaveLength(times);
  });

  it('is made as of the beginning of the hour, so that no delay ends early for whoever comes first', async () => {
    const { asked, home } = shown();
    await home({ now: '2024-05-01T13:20:00.000+02:00' });
    expect(asked[0]?.now).toBe('2024-05-01T11:00:00.000Z');
  });

  it('is made anew once something was written', async () => {
    const { asked, home, write } = shown();
    await home();
    write();
    await home();
    expect(asked).toHaveLength(2);
  });

  it('is made anew for other facts, which another process may have written', async () => {
    const { asked, home, renew } = shown();
    await home();
    renew();
    await home();
    expect(asked).toHaveLength(2);
  });

  it('does not keep a failure, nor ever more pages', async () => {
    const failing = shown(true);
    await expect(failing.home()).rejects.toThrow('no store');
    await expect(failing.home()).rejects.toThrow('no store');
    const { asked, home } = shown();
    for (let day = 10; day < 30; day += 1) await home({ now: `2024-05-${day}T00:00:00.000Z` });
    await home({ now: '2024-05-10T00:00:00.000Z' });
    expect(asked).toHaveLength(21);
  });
});
