/** What review asks of the store before it writes. The store itself is tested in its own room. */
import { describe, expect, it } from 'vitest';
import type { Correction, Reading } from '../model/index.ts';
import type { Store } from '../record/index.ts';
import { correct, decide } from './index.ts';

const reading = {
  claims: [{ id: 'c1', type: 'violence.airstrike', trigger: { start: 5, end: 11 } }],
} as unknown as Reading;
const correction: Correction = {
  id: 'a',
  reportId: 'r',
  anchor: { start: 5, end: 11, type: 'violence.airstrike', ordinal: 0 },
  set: { modality: 'denied' },
  by: 'rana',
  at: '2024-03-03T10:00:00.000Z',
};
const knowledge = { actorName: () => undefined, placeKind: () => undefined };

/** A store that holds one report and one record, and notes what is written. */
const storeOf = (written: unknown[]): Store =>
  ({
    readings: async (id: string) => (id === 'r' ? [reading] : []),
    record: async (id: string) => (id === 'e' ? { id, version: 2 } : undefined),
    correct: async (given: Correction) => void written.push(given),
    decide: async (...given: unknown[]) => void written.push(given),
  }) as unknown as Store;

describe('review', () => {
  it.each([
    ['a claim that is there', correction, undefined],
    ['another type', { ...correction, anchor: { ...correction.anchor, type: 'violence.raid' } }, 'no-claim'],
    ['a second of its kind', { ...correction, anchor: { ...correction.anchor, ordinal: 1 } }, 'no-claim'],
    ['a report that is not held', { ...correction, reportId: 'x' }, 'no-report'],
  ])('takes a correction of %s', async (_name, given, code) => {
    const written: unknown[] = [];
    const done = correct(storeOf(written), given, knowledge, correction.at);
    if (code) await expect(done).rejects.toMatchObject({ code });
    else await done;
    expect(written).toEqual(code ? [] : [given]);
  });

  it('takes a decision on the newest version, with what it makes, and on no other', async () => {
    const written: unknown[] = [];
    const decision = { id: 'd', recordId: 'e', version: 2, act: 'confirm', by: 'rana', at: correction.at } as const;
    const [next] = await decide(storeOf(written), decision);
    expect(next).toMatchObject({ version: 3, review: 'confirmed' });
    await expect(decide(storeOf(written), { ...decision, version: 3 })).rejects.toMatchObject({ code: 'no-record' });
    await expect(decide(storeOf(written), { ...decision, version: 1 })).rejects.toMatchObject({ code: 'version-old' });
    await expect(decide(storeOf(written), { ...decision, recordId: 'f' })).rejects.toMatchObject({ code: 'no-record' });
    expect(written).toEqual([[decision, [next]]]);
  });
});
