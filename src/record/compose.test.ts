/** What the record of one claim says. */
import { describe, expect, it } from 'vitest';
import { knowledge, make, strike, town } from './made.test-help.ts';
import { first, match, second } from './matched.test-help.ts';

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

describe('a state that acts', () => {
  const israel = { en: 'Israel', ar: 'إسرائيل' };
  const knows = {
    ...knowledge,
    actorName: (id: string) => (id === 'country:IL' ? israel : undefined),
    stateOf: (words: string) => (/^(?:Israelis?|الإسرائيليون)$/.test(words) ? 'country:IL' : undefined),
  };
  const land = { ...town('country:IL', 'Israel'), precision: 'country' as const };
  it.each([
    ['a people', 'Israeli', { kind: 'nationality' as const }],
    ['a people, in Arabic', 'الإسرائيليون', { kind: 'nationality' as const }],
    ['a country', 'Israel', { kind: 'place' as const, place: land }],
    ['a country in other words', 'the Jewish state', { kind: 'place' as const, place: land }],
  ])('is named in both languages where the report names %s', (_what, words, kind) => {
    const text = `${words} struck here`;
    const made = make({
      text,
      mentions: { m1: { words, ...kind } },
      claims: {
        c1: {
          quote: text,
          trigger: 'struck',
          agents: ['m1'],
          speakers: [{ mention: 'm1', cue: { start: 0, end: 1 } }],
        },
      },
    });
    const [record] = match(made, [], knows).records;
    expect(record?.agents).toEqual([{ actor: 'country:IL', names: israel, claims: [0] }]);
    expect(record?.claims[0]?.speakers).toEqual([{ actor: 'country:IL', text: words }]);
  });

  it('is not taken from a people that the tables do not know, or from a town', () => {
    const made = make({
      text: 'Atlantean jets of Mayadin struck here',
      mentions: {
        m1: { words: 'Atlantean', kind: 'nationality' },
        m2: { words: 'Mayadin', kind: 'place', place: town('geonames:1', 'Mayadin') },
      },
      claims: { c1: { quote: 'struck here', trigger: 'struck', agents: ['m1', 'm2'] } },
    });
    expect(match(made, [], knows).records[0]?.agents).toEqual([
      { names: { en: 'Atlantean' }, claims: [0] },
      { names: { en: 'Mayadin' }, claims: [0] },
    ]);
  });
});

describe('a toll', () => {
  const made = make({
    text: 'The strike killed at least 7 people, 3 of them commanders, and a teacher Rana, رجال',
    mentions: {
      m1: { words: 'people' },
      m2: { words: 'commanders' },
      m3: { words: 'teacher Rana', kind: 'person', private: true, head: 'teacher' },
      m4: { words: 'Rana', kind: 'person' },
      m5: { words: 'رجال' },
    },
    claims: {
      c1: {
        quote: 'The strike killed at least 7 people',
        trigger: 'strike',
        toll: [
          {
            ...{ harm: 'killed', who: 'm1', low: 7, start: 0, end: 1 },
            including: [
              { who: 'm2', low: 3, high: 3, start: 0, end: 1 },
              { who: 'm3', low: 1, high: 1, start: 0, end: 1 },
              { who: 'm4', low: 1, high: 1, start: 0, end: 1 },
              { who: 'm5', low: 1, high: 1, start: 0, end: 1 },
              { low: 1, start: 0, end: 1 },
            ],
          },
        ],
      },
    },
  });
  it('keeps its people and its parts, and no private person’s name', () => {
    expect(match(made).records[0]?.tolls).toEqual([
      {
        harm: 'killed',
        low: 7,
        who: { en: 'people' },
        including: [
          { low: 3, high: 3, who: { en: 'commanders' } },
          { low: 1, high: 1, who: { en: 'teacher' } },
          { low: 1, high: 1 },
          { low: 1, high: 1, who: { ar: 'رجال' } },
          { low: 1 },
        ],
        claims: [0],
      },
    ]);
  });
});
