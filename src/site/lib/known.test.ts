import { describe, expect, it } from 'vitest';
import type { PublicClaim, PublicReport, ReportLine } from '../../publish/types.ts';
import { knownOf } from './known.ts';
import { relatedTo } from './related.ts';
import { waysToShare } from './share.ts';
import { tagsOf } from './tags.ts';
import { articleWords } from './words/article.ts';

const claim = (id: string, fields: Partial<PublicClaim> = {}): PublicClaim =>
  ({
    ...{ id, type: 'violence.attack', label: { en: 'Attack', ar: 'هجوم' }, modality: 'asserted', background: false },
    ...{ agents: [], targets: [], tolls: [], places: [], placesFrom: 'report', timeBasis: 'report' },
    sentence: { en: `Said ${id}.`, ar: `قيل ${id}.` },
    ...fields,
  }) as unknown as PublicClaim;

const report = (claims: readonly PublicClaim[], headline: readonly string[] = []): PublicReport =>
  ({ claims, parts: [{ kind: 'headline', claims: headline }] }) as unknown as PublicReport;

describe('what is known', () => {
  it('is told by how it stands; what was cancelled or denied is never told as fact', () => {
    const known = knownOf(
      report([
        claim('a'),
        claim('b', { modality: 'intended' }),
        claim('c', { modality: 'cancelled' }),
        claim('d', { modality: 'denied', background: true }),
        claim('e', { background: true }),
        claim('f', { same: 'a' }),
      ]),
      'ar',
    );
    expect(known.groups.map(({ name, told }) => [name, told.map(({ text }) => text)])).toEqual([
      ['happened', ['قيل a.']],
      ['planned', ['قيل b.']],
      ['denied', ['قيل c.', 'قيل d.']],
      ['older', ['قيل e.']],
    ]);
    expect(known).toMatchObject({ more: 0, undated: 5, unplaced: 5, unnamed: 5, noToll: true });
  });

  it('says equal sentences once, and counts what it leaves to the notes', () => {
    const alike = { sentence: { en: 'Alike.', ar: 'سواء.' } };
    const many = Array.from({ length: 9 }, (_, at) => claim(`c${at}`));
    const known = knownOf(report([claim('a', alike), claim('b', alike), ...many]), 'en');
    expect(known.groups[0]?.told[0]).toEqual({ text: 'Alike.', claims: ['a', 'b'] });
    expect(known.groups[0]?.told).toHaveLength(6);
    expect(known.more).toBe(4);
  });
});

describe('related reports', () => {
  const line = (id: string, records: string[], places: string[] = [], actors: string[] = []): ReportLine =>
    ({ id, about: { records, places, actors } }) as unknown as ReportLine;
  it('share an event before an actor before a place, and nothing else is related', () => {
    const lines = [
      line('me', ['r1'], ['p1'], ['a1']),
      line('place', ['r9'], ['p1']),
      line('event', ['r1']),
      line('actor', ['r8'], [], ['a1']),
      line('none', ['r7'], ['p7'], ['a7']),
    ];
    expect(relatedTo('me', lines).map(({ line: { id }, relation }) => `${id} ${relation}`)).toEqual([
      'event sameEvent',
      'actor sameActor',
      'place samePlace',
    ]);
    expect(relatedTo('unknown', lines)).toEqual([]);
  });
});

describe('tags', () => {
  it('begin with what the headline tells and end with what is only recalled', () => {
    const of = (type: string) => ({ type, label: { en: type, ar: type } });
    const { topics, actors } = tagsOf(
      report(
        [
          claim('h', { same: 'c' }),
          claim('a', { ...of('violence.airstrike'), background: true }),
          claim('b', of('politics.threat')),
          claim('b2', of('politics.threat')),
          claim('c', {
            ...of('posture.facility'),
            agents: [{ name: { en: 'gunmen' } }, { id: 'x', name: { en: 'X' } }],
          }),
        ],
        ['h'],
      ),
    );
    expect(topics.map(({ type }) => type)).toEqual(['posture.facility', 'politics.threat', 'violence.airstrike']);
    expect(actors.map(({ id }) => id)).toEqual(['x']);
  });
});

describe('ways to share', () => {
  it('carry title and address, escaped, and nothing else', () => {
    const ways = waysToShare('A & B «ج»', 'https://o.example/ar/reports/1?a=b#c', articleWords.ar.ways);
    expect(ways.map(({ name }) => name)).toEqual(['واتساب', 'تلغرام', 'إكس', 'فيسبوك', 'البريد']);
    for (const { href } of ways) expect(href).toContain('https%3A%2F%2Fo.example%2Far%2Freports%2F1%3Fa%3Db%23c');
    expect(ways[0]?.href).toContain('A%20%26%20B');
  });
});
