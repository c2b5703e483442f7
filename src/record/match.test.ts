/** Which claims become one record. */
import { describe, expect, it } from 'vitest';
import type { Claim } from '../model/index.ts';
import { day, knowledge, make, strike, town } from './made.test-help.ts';
import { first, type MadeReading, match, second } from './matched.test-help.ts';

const month = (time: string, last: string): Claim['time'] => ({
  earliest: `${time}-01`,
  latest: `${time}-${last}`,
  precision: 'month',
  basis: 'stated',
});

describe('two reports join', () => {
  const other = { ...strike().reading.mentions[2], place: town('geonames:1', 'Elsewhere') };
  const elsewhere = (made: MadeReading): MadeReading => ({
    ...made,
    reading: {
      ...made.reading,
      mentions: made.reading.mentions.map((one) =>
        one.kind === 'place' && other.place ? { ...one, place: other.place } : one,
      ),
    },
  });
  const wide = (made: MadeReading): MadeReading => ({
    ...made,
    reading: {
      ...made.reading,
      mentions: made.reading.mentions.map((one) =>
        one.place ? { ...one, place: { ...one.place, precision: 'country' } } : one,
      ),
    },
  });
  const rival = (made: MadeReading): MadeReading => ({
    ...made,
    reading: {
      ...made.reading,
      mentions: made.reading.mentions.map((one) => (one.actor === 'us-forces' ? { ...one, actor: 'israel' } : one)),
    },
  });
  const cases: readonly (readonly [why: string, made: MadeReading, joins: boolean])[] = [
    ['same type, place, day and agent', second(), true],
    ['the other names no agent', second({ agents: [] }), true],
    [
      'within a week that holds the day',
      second({ time: { earliest: '2024-02-28', latest: '2024-03-04', precision: 'bounded', basis: 'stated' } }),
      true,
    ],
    ['another type', second({ type: 'violence.shelling' }), false],
    ['another day', second({ time: day('2024-03-05') }), false],
    ['a month is too wide for a strike', second({ time: month('2024-03', '31') }), false],
    ['no bound at one end', second({ time: { earliest: '2024-03-02', precision: 'bounded', basis: 'stated' } }), false],
    ['another place', elsewhere(second()), false],
    ['no place at all', second({ places: [] }), false],
    ['a whole country in common', wide(second()), false],
    ['another agent', rival(second()), false],
    ['planned, not done', second({ modality: 'intended' }), false],
    ['only one says how it changed', second({ change: 'ended' }), true],
  ];
  it.each(cases)('%s: %#', (_why, made, joins) => {
    const { made: counts, records } = match(made, [first]);
    expect(counts).toMatchObject({ records: joins ? 0 : 1, joined: joins ? 1 : 0 });
    expect(records[0]?.version).toBe(joins ? 2 : 1);
  });

  it('but not where one says that it began and the other that it ended', () => {
    const began = { ...first, type: 'posture.presence', change: 'began' as const };
    expect(match(second({ type: 'posture.presence', change: 'increased' }), [began]).made.joined).toBe(1);
    expect(match(second({ type: 'posture.presence', change: 'ended' }), [began]).made.joined).toBe(0);
  });

  it('over months where they tell a posture, which lasts', () => {
    const posture = {
      ...first,
      type: 'posture.presence',
      time: { earliest: '2024-01-01', latest: '2024-03-31', precision: 'bounded' as const },
    };
    const told = second({
      type: 'posture.presence',
      time: { earliest: '2024-01-03', latest: '2024-03-29', precision: 'bounded', basis: 'stated' },
    });
    expect(match(told, [posture]).records[0]?.time).toMatchObject({ earliest: '2024-01-03', latest: '2024-03-29' });
  });

  it('and of two candidates the one with the nearer days is taken, in any order of the two', () => {
    const near = { ...first, id: 'near' };
    const far = {
      ...first,
      id: 'far',
      time: { earliest: '2024-02-28', latest: '2024-03-04', precision: 'bounded' as const },
    };
    for (const known of [
      [near, far],
      [far, near],
    ])
      expect(match(second(), known).records[0]?.id).toBe('near');
  });
});

describe('a state and its forces', () => {
  const stateBehind = (id: string) =>
    id.startsWith('us-') ? 'country:US' : id.startsWith('country:') ? id : undefined;
  const by = (...actors: readonly string[]) => ({
    ...first,
    agents: actors.map((actor) => ({ actor, names: {}, claims: [0] })),
  });
  it.each([
    ['its own force', ['country:US'], true],
    ['another state', ['country:IL'], false],
    ['another of its forces', ['us-navy'], false],
    ['several, one of them meant', ['country:IL', 'country:US'], true],
    ['nobody known', [], true],
  ] as const)('agree as agents: %s', (_why, held, joins) => {
    expect(match(second(), [by(...held)], { ...knowledge, stateBehind }).made.joined).toBe(joins ? 1 : 0);
  });
});

describe('one report', () => {
  const made = make({
    text: 'Foreign leaders left Mayadin. The leaders left. They left Mayadin in Deir ez-Zor. Others left Mayadin.',
    mentions: {
      m1: { words: 'Foreign leaders' },
      m2: { words: 'The leaders' },
      m3: { words: 'Mayadin', kind: 'place', place: town('p', 'Mayadin') },
      m4: { words: 'Deir ez-Zor', kind: 'place', place: { ...town('q', 'Deir ez-Zor'), precision: 'province' } },
    },
    claims: {
      c1: { quote: 'Foreign leaders left Mayadin', trigger: 'left', agents: ['m1'], places: ['m3'] },
      c2: { quote: 'The leaders left', trigger: 'leaders left', agents: ['m2'], same: 'c1' },
      c3: { quote: 'They left Mayadin in Deir ez-Zor', trigger: 'They left', places: ['m3', 'm4'], same: 'c2' },
      c4: { quote: 'Others left Mayadin', trigger: 'Others left', places: ['m3'] },
    },
  });
  const { records, made: counts } = match(made);

  it('tells a happening again in support of its fullest telling', () => {
    expect(counts).toEqual({ claims: 4, records: 2, joined: 0 });
    expect(records[0]?.claims.map((claim) => claim.claimId)).toEqual(['c1', 'c2', 'c3']);
    expect(records[0]?.agents).toEqual([{ names: { en: 'Foreign leaders' }, claims: [0] }]);
    expect(records[0]?.places).toMatchObject([{ place: { id: 'p' }, claims: [0, 2] }]);
  });

  it('has as many records as it tells happenings, however alike they are', () => {
    expect(records[1]?.claims.map((claim) => claim.claimId)).toEqual(['c4']);
    const [held] = records;
    const again = match(make({ text: made.report.text }), held ? [held] : []);
    expect(again.records).toEqual([]);
  });

  it('ends where claims point at each other in a circle', () => {
    const circle = {
      ...made,
      reading: {
        ...made.reading,
        claims: made.reading.claims.map((one, at) => ({ ...one, same: at === 0 ? 'c2' : 'c1' })),
      },
    };
    expect(() => match(circle)).not.toThrow();
  });
});
