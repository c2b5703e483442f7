/** Which claims become one record, and what the record then says. */
import { describe, expect, it } from 'vitest';
import { type Claim, type EventRecord, eventRecordSchema } from '../model/index.ts';
import { day, knowledge, make, strike, town } from './made.test-help.ts';
import { matchReading } from './match.ts';

const NOW = '2024-03-03T10:00:00.000Z';
type Made = ReturnType<typeof make>;

const match = (made: Made, known: readonly EventRecord[] = []) => {
  const matched = matchReading({ ...made, known, knowledge, now: NOW });
  for (const record of matched.records) eventRecordSchema.parse(record);
  return matched;
};
const first = match(strike()).records[0] as EventRecord;
const second = (
  claim: Partial<Claim> = {},
  text = 'Struck: a depot in Mayadin by American jets, says a monitor',
): Made => {
  const { quote: _quote, trigger: _trigger, ...rest } = claim;
  return strike({ text, publisher: 'enab' }, rest);
};
const month = (time: string, last: string): Claim['time'] => ({
  earliest: `${time}-01`,
  latest: `${time}-${last}`,
  precision: 'month',
  basis: 'stated',
});

describe('a claim alone', () => {
  it('becomes a record that leads back to its words', () => {
    const made = strike();
    expect(first).toMatchObject({
      version: 1,
      by: 'machine',
      review: 'machine-read',
      agents: [{ actor: 'us-forces', names: { en: 'United States forces', ar: 'القوات الأمريكية' }, claims: [0] }],
      targets: [],
      facilities: [{ head: 'warehouse', text: 'depot', claims: [0] }],
      places: [{ place: { id: 'geonames:168859' }, role: 'at', kind: 'warehouse', claims: [0] }],
      time: { earliest: '2024-03-02', latest: '2024-03-02', precision: 'day' },
      timeBasis: 'stated',
      tolls: [{ harm: 'killed', low: 4, high: 4, claims: [0] }],
      claims: [{ reportId: made.report.id, claimId: 'c1', publisher: 'levant', stance: 'supports' }],
    });
    expect(first.claims[0]?.speakers).toEqual([{ actor: 'sohr', text: 'a monitor' }]);
    const { start, end, text } = first.claims[0]?.quote ?? { start: 0, end: 0, text: '' };
    expect(made.report.text.slice(start, end)).toBe(text);
  });

  it('names an unknown actor in the words and the language of the report, and hides a private person', () => {
    const made = make({
      text: 'اعتقلت دورية رجلا في الميادين',
      mentions: {
        m1: { words: 'دورية' },
        m2: { words: 'رجلا', kind: 'person', private: true },
        m3: { words: 'الميادين', kind: 'place', place: town('place:quarter', 'x') },
      },
      claims: {
        c1: {
          quote: 'اعتقلت دورية رجلا في الميادين',
          trigger: 'اعتقلت',
          agents: ['m1'],
          targets: ['m2'],
          places: ['m3'],
        },
      },
    });
    const [record] = match(made).records;
    expect(record?.agents).toEqual([{ names: { ar: 'دورية' }, claims: [0] }]);
    expect(record?.targets).toEqual([{ names: { ar: 'رجلا' }, private: true, claims: [0] }]);
    expect(record?.places[0]?.kind).toBe('quarter');
  });

  it('takes an actor from the mention that a pronoun stands for', () => {
    const made = strike({
      text: 'American jets came. They struck Mayadin.',
      mentions: {
        m0: { words: 'American jets', actor: 'us-forces' },
        m1: { words: 'They', same: 'm0' },
        m3: { words: 'Mayadin', kind: 'place', place: town('p', 'Mayadin') },
        m4: { words: 'jets' },
        m2: { words: 'jets' },
      },
    });
    expect(match(made).records[0]?.agents).toMatchObject([{ actor: 'us-forces' }]);
  });

  it('has the same id whenever it is read again, and another for another claim', () => {
    expect(match(strike()).records[0]?.id).toBe(first.id);
    expect(match(second()).records[0]?.id).not.toBe(first.id);
  });
});

describe('two reports join', () => {
  const other = { ...strike().reading.mentions[2], place: town('geonames:1', 'Elsewhere') };
  const elsewhere = (made: Made): Made => ({
    ...made,
    reading: {
      ...made.reading,
      mentions: made.reading.mentions.map((one) =>
        one.kind === 'place' && other.place ? { ...one, place: other.place } : one,
      ),
    },
  });
  const wide = (made: Made): Made => ({
    ...made,
    reading: {
      ...made.reading,
      mentions: made.reading.mentions.map((one) =>
        one.place ? { ...one, place: { ...one.place, precision: 'country' } } : one,
      ),
    },
  });
  const rival = (made: Made): Made => ({
    ...made,
    reading: {
      ...made.reading,
      mentions: made.reading.mentions.map((one) => (one.actor === 'us-forces' ? { ...one, actor: 'israel' } : one)),
    },
  });
  const cases: readonly (readonly [why: string, made: Made, joins: boolean])[] = [
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

describe('what a joined record says', () => {
  it('keeps both tolls, each with who says it', () => {
    const more = second({ toll: [{ harm: 'killed', low: 6, high: 6, start: 0, end: 1 }] });
    const [record] = match(more, [first]).records;
    expect(record?.tolls).toEqual([
      { harm: 'killed', low: 4, high: 4, claims: [0] },
      { harm: 'killed', low: 6, high: 6, claims: [1] },
    ]);
  });

  it('has one row for one voice that says one number twice', () => {
    const [record] = match(second(), [first]).records;
    expect(record?.tolls).toEqual([{ harm: 'killed', low: 4, high: 4, claims: [0, 1] }]);
    expect(record?.agents).toMatchObject([{ actor: 'us-forces', claims: [0, 1] }]);
  });

  it('has two rows for two voices that say one number', () => {
    const [record] = match(second({ speakers: [] }), [first]).records;
    expect(record?.tolls.map((toll) => toll.claims)).toEqual([[0], [1]]);
  });

  it('has the days on which both agree', () => {
    const bounds = { earliest: '2024-02-28', latest: '2024-03-04', precision: 'bounded' as const };
    const loose = { ...first, time: bounds };
    expect(match(second(), [loose]).records[0]?.time).toEqual({ ...day('2024-03-02'), basis: undefined });
  });

  it('takes a day that is said before one that is only the report’s', () => {
    const issued = { earliest: '2024-03-01', latest: '2024-03-04', precision: 'bounded' as const };
    const [record] = match(second(), [{ ...first, time: issued, timeBasis: 'report' as const }]).records;
    expect(record).toMatchObject({ time: { earliest: '2024-03-02', latest: '2024-03-02' }, timeBasis: 'stated' });
  });

  it('changes no value where a person has spoken', () => {
    const corrected = { ...first, by: 'person' as const, review: 'corrected' as const, tolls: [] };
    const [record] = match(second(), [corrected]).records;
    expect(record).toMatchObject({ version: 2, by: 'machine', review: 'corrected', tolls: [] });
    expect(record?.claims).toHaveLength(2);
  });
});

describe('a denial', () => {
  it('disputes the record of what it denies, and adds no value of its own', () => {
    const denial = second({ modality: 'denied', toll: [], agents: [] });
    const [record] = match(denial, [first]).records;
    expect(record?.modality).toBe('asserted');
    expect(record?.claims.map((claim) => claim.stance)).toEqual(['supports', 'disputes']);
  });

  it('is what is reported where nobody asserts it, until somebody does', () => {
    const [alone] = match(second({ modality: 'denied' })).records;
    expect(alone).toMatchObject({ modality: 'denied', claims: [{ stance: 'supports' }] });
    const [record] = match(strike(), alone ? [alone] : []).records;
    expect(record).toMatchObject({ version: 2, modality: 'asserted' });
    expect(record?.claims.map((claim) => claim.stance)).toEqual(['disputes', 'supports']);
  });

  it('disputes a claim of its own report', () => {
    const made = make({
      text: 'Jets struck Mayadin. The army denied that jets hit Mayadin.',
      mentions: { m1: { words: 'Mayadin', kind: 'place', place: town('p', 'Mayadin') } },
      claims: {
        c1: { quote: 'The army denied that jets hit Mayadin', trigger: 'hit', places: ['m1'], modality: 'denied' },
        c2: { quote: 'Jets struck Mayadin', trigger: 'struck', places: ['m1'] },
      },
    });
    const { records } = match(made);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      version: 1,
      claims: [{ claimId: 'c2' }, { claimId: 'c1', stance: 'disputes' }],
    });
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
