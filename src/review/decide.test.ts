/** What a decision makes of a record: new versions, values that rest on what is left, and nothing where it cannot be meant. */
import { describe, expect, it } from 'vitest';
import { type Decision, type EventRecord, eventRecordSchema } from '../model/index.ts';
import { decided } from './decide.ts';

const claim = (reportId: string, modality: 'asserted' | 'denied' = 'asserted'): EventRecord['claims'][number] => ({
  reportId,
  readingId: `${reportId}-reading`,
  claimId: 'c1',
  quote: { start: 0, end: 5, text: 'words' },
  speakers: [],
  modality,
  stance: 'supports',
});
const record = (id: string, more: Partial<EventRecord> = {}): EventRecord => ({
  id,
  version: 3,
  by: 'machine',
  review: 'machine-read',
  type: 'violence.airstrike',
  agents: [],
  targets: [],
  facilities: [],
  places: [],
  time: { earliest: '2024-03-01', latest: '2024-03-01', precision: 'day' },
  timeBasis: 'stated',
  tolls: [],
  modality: 'asserted',
  background: false,
  confidence: 0.6,
  claims: [claim('one')],
  madeAt: '2024-03-03T10:00:00.000Z',
  ...more,
});
const decision = (act: Decision['act'], more: Partial<Decision> = {}): Decision => ({
  id: 'd1',
  recordId: 'aaaaaaaaaaaa',
  version: 3,
  act,
  by: 'rana',
  at: '2024-03-04T10:00:00.000Z',
  ...more,
});
const two = record('aaaaaaaaaaaa', {
  claims: [claim('one'), claim('two')],
  agents: [
    { actor: 'us-forces', names: { en: 'US forces' }, claims: [0] },
    { actor: 'sdf', names: { en: 'SDF' }, claims: [1] },
  ],
});
const other = record('bbbbbbbbbbbb', { version: 1, claims: [claim('three')] });

const checked = (...given: Parameters<typeof decided>): readonly EventRecord[] => {
  const made = decided(...given);
  for (const one of made) eventRecordSchema.parse(one);
  return made;
};

describe('a decision', () => {
  it.each([
    ['confirm', 'confirmed'],
    ['reject', 'rejected'],
  ] as const)('to %s makes a version that is %s, with every value as it was', (act, review) => {
    const [next, ...more] = checked(two, decision(act), undefined);
    expect(more).toEqual([]);
    expect(next).toEqual({ ...two, version: 4, review, by: 'person', madeAt: '2024-03-04T10:00:00.000Z' });
  });

  it('takes back what a machine had withdrawn', () => {
    const [next] = checked({ ...two, review: 'rejected', withdrawn: 'reader-changed' }, decision('confirm'), undefined);
    expect(next?.withdrawn).toBeUndefined();
  });

  it('to merge brings the claims of one into the other, and leaves a version that says where they are', () => {
    const [whole, gone] = checked(two, decision('merge'), other);
    expect(whole).toMatchObject({ id: two.id, version: 4, review: 'corrected', by: 'person' });
    expect(whole?.claims.map((one) => one.reportId)).toEqual(['one', 'two', 'three']);
    expect(gone).toMatchObject({ id: other.id, version: 2, review: 'rejected', mergedInto: two.id });
  });

  it('to merge changes no value that a person had settled', () => {
    const brought = { ...other, agents: [{ actor: 'sdf', names: { en: 'SDF' }, claims: [0] }] };
    const [whole] = checked(record('aaaaaaaaaaaa', { review: 'confirmed' }), decision('merge'), brought);
    expect(whole?.agents).toEqual([]);
    expect(whole?.claims).toHaveLength(2);
  });

  it('to split makes two records, each with what rests on its own claims', () => {
    const [stays, leaves] = checked(two, decision('split', { claims: [1] }), undefined);
    expect(stays).toMatchObject({ id: two.id, version: 4, agents: [{ actor: 'us-forces', claims: [0] }] });
    expect(leaves).toMatchObject({ version: 1, review: 'corrected', agents: [{ actor: 'sdf', claims: [0] }] });
    expect(leaves?.claims.map((one) => one.reportId)).toEqual(['two']);
    expect(leaves?.id).toMatch(/^[0-9a-f]{12}$/);
    expect(leaves?.id).not.toBe(two.id);
  });

  it.each([
    ['a merge with nothing', decision('merge'), undefined, 'no-record'],
    ['a merge with itself', decision('merge'), two, 'same-record'],
    ['a merge with another type', decision('merge'), { ...other, type: 'control.siege' }, 'other-type'],
    ['a split that takes all', decision('split', { claims: [0, 1] }), undefined, 'nothing-left'],
    ['a split that takes none', decision('split'), undefined, 'nothing-left'],
    ['a split of a claim that is not there', decision('split', { claims: [2] }), undefined, 'no-claim'],
  ] as const)('that is %s is refused', (_what, given, merged, code) => {
    expect(() => decided(two, given, merged)).toThrow(expect.objectContaining({ code }));
  });

  it.each(['release', 'correct', 'erase'] as const)('to %s makes no version here', (act) => {
    expect(decided(two, decision(act), undefined)).toEqual([]);
  });
});
