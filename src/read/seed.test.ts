/** The report that the design grew from: what must be read from it. It is no part of the package; without it these tests are skipped. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../load/index.ts';
import { type Claim, type Reading, reportIdOf, type Span } from '../model/index.ts';
import { createReader } from './index.ts';

const FILE = path.join(import.meta.dirname, '../../../shared/seed/al-bukamal.txt');
const there = existsSync(FILE);
const text = there ? readFileSync(FILE, 'utf8') : '';
const reading = there ? createReader(await loadReaderData())({ id: reportIdOf(text), text }) : ({} as Reading);

const words = ({ start, end }: Span): string => text.slice(start, end);
const mention = (id: string) => reading.mentions.find((m) => m.id === id)!;
const said = (ids: readonly string[]): string[] => ids.map((id) => words(mention(id)));

// type, change, the clause that says it; several claims may share a clause.
const CLAIMS: readonly (readonly [type: string, change: Claim['change'], quote: string])[] = [
  [
    'violence.airstrike',
    'increased',
    'With the escalation of regional tension and the expansion of Israeli strikes in Lebanon and Syria',
  ],
  [
    'posture.deployment',
    'moved',
    'The Syrian Observatory for Human Rights reported that Iranian groups have started repositioning themselves in the Al-Bukamal area in eastern Deir ez-Zor countryside',
  ],
  [
    'posture.facility',
    'ended',
    'These steps included evacuating many headquarters in the security squares of foreign and local elements',
  ],
  ['posture.guard', 'continued', 'keeping only a very limited number of local elements for guarding purposes'],
  [
    'posture.presence',
    'decreased',
    'The city witnessed a notable decrease in the presence of elements and the activity of patrols and checkpoints that were supervised by the Iranian Revolutionary Guard forces and the Afghan Fatemiyoun group',
  ],
  [
    'posture.patrol',
    'decreased',
    'The city witnessed a notable decrease in the presence of elements and the activity of patrols and checkpoints that were supervised by the Iranian Revolutionary Guard forces and the Afghan Fatemiyoun group',
  ],
  [
    'posture.checkpoint',
    'replaced',
    'Some checkpoints have been replaced with local elements in small numbers, especially at the main entrances to the city',
  ],
  [
    'posture.materiel',
    'moved',
    'the militias distributed large quantities of weapons in warehouses spread between Al-Bukamal and Deir ez-Zor',
  ],
  ['posture.command', 'moved', 'Foreign militia leaders also left the area after the recent bombing'],
  ['posture.recruitment', 'continued', "recruitment operations continue among the region's residents"],
  [
    'posture.training',
    'ended',
    'many military courses that were held in Al-Siyal and the southern Badia have been cancelled',
  ],
  ['posture.meeting', 'refused', "local leaders' refusal to attend any meetings for fear of being targeted"],
  ['violence.attack', undefined, "has notably increased since Hamas's attack on Israel on October 7, 2023"],
  [
    'violence.airstrike',
    undefined,
    'The most prominent of these attacks was the bombing of the Iranian embassy in Damascus in April 2024',
  ],
];

const claimOf = (type: string, change: Claim['change'], quote: string): Claim | undefined =>
  reading.claims.find((c) => c.type === type && c.change === change && words(c.quote) === quote);

describe.skipIf(!there)('the seed (skipped where ../shared is not at hand)', () => {
  it('has its parts', () => {
    const parts = reading.report.parts.map((part) => [
      part.kind,
      part.language,
      ...(part.archive ? ['archive'] : []),
      ...(part.truncated ? ['truncated'] : []),
    ]);
    expect(parts).toEqual([
      ['chrome', 'en'],
      ['page-date', 'en'],
      ['chrome', 'en'],
      ['key-point', 'en'],
      ['key-point', 'en', 'truncated'],
      ['headline', 'en'],
      ['caption', 'ar', 'archive'],
      ...Array.from({ length: 9 }, () => ['body', 'en']),
      ['credit', 'en'],
    ]);
    expect(words(reading.report.title!)).toBe(
      'Iranian Militias Redeploy in Al-Bukamal: Evacuating Headquarters and Reducing Visibility',
    );
    // Bullets and blanks in front belong to no part.
    expect(words(reading.report.parts[3]!)).toMatch(/^Iranian Militias/);
    expect(reading.report).toMatchObject({ language: 'en', direction: 'ltr', publisher: 'levant', agencies: true });
  });

  it('was issued between the last day that it tells of and the day of its page', () => {
    const { earliest, latest, basis } = reading.report.issued;
    expect([earliest, latest]).toEqual(['2024-04-01', '2024-12-24']);
    expect(basis.map(({ kind, start, end }) => [kind, words({ start: start!, end: end! })])).toEqual([
      ['page-date', 'Tuesday, 24 December 2024'],
      ['latest-mentioned-date', 'April 2024'],
    ]);
  });

  it.each(CLAIMS)('claims %s, %s: «%s»', (type, change, quote) => {
    expect(
      claimOf(type, change, quote),
      reading.claims.map((c) => `${c.type} ${c.change} ${words(c.quote)}`).join('\n'),
    ).toBeDefined();
  });

  it('hears one named speaker, and its own voice else', () => {
    const speakers = new Set(
      reading.claims.flatMap((claim) =>
        claim.speakers.map((s) => mention(s.mention).actor ?? words(mention(s.mention))),
      ),
    );
    expect([...speakers]).toEqual(['sohr']);
    const redeployed = claimOf(...CLAIMS[1]!)!;
    expect(redeployed.speakers.map((s) => [mention(s.mention).actor, words(s.cue)])).toEqual([['sohr', 'reported']]);
    // «These steps included …» leans on what the Observatory said; the city's paragraph does not.
    expect(claimOf(...CLAIMS[2]!)!.speakers.map((s) => mention(s.mention).actor)).toEqual(['sohr']);
    expect(claimOf(...CLAIMS[4]!)!.speakers).toEqual([]);
  });

  it('counts seven killed, three of them commanders, under the bombing', () => {
    const { toll, targets, places } = claimOf(...CLAIMS[13]!)!;
    expect(toll).toHaveLength(1);
    expect(toll[0]).toMatchObject({ harm: 'killed', low: 7, high: 7, including: [{ low: 3, high: 3 }] });
    expect(words(toll[0]!)).toBe('7');
    expect(words(mention(toll[0]!.who!))).toBe('Iranian military advisors');
    expect(words(mention(toll[0]!.including![0]!.who!))).toBe('senior commanders');
    expect([said(targets), said(places)]).toEqual([['Iranian embassy'], ['Damascus']]);
    expect(reading.claims.filter((claim) => claim.toll.length > 0)).toHaveLength(1);
  });

  it('asserts no course that was cancelled, and recalls what is older than its news', () => {
    expect(claimOf(...CLAIMS[10]!)!.modality).toBe('cancelled');
    expect(claimOf(...CLAIMS[12]!)!.background).toBe(true);
    expect(said(claimOf(...CLAIMS[12]!)!.agents)).toEqual(['Hamas']);
    expect(claimOf(...CLAIMS[12]!)!.time).toMatchObject({
      earliest: '2023-10-07',
      latest: '2023-10-07',
      basis: 'stated',
    });
    expect(claimOf(...CLAIMS[1]!)!.background).toBe(false);
  });

  it('weighs what it infers', () => {
    const judgements = reading.claims.filter((claim) => claim.type === 'assessment.judgement');
    expect(judgements.map((claim) => words(claim.trigger))).toEqual(expect.arrayContaining(['reflect', 'highlight']));
    expect(new Set(judgements.map((claim) => claim.modality))).toEqual(new Set(['assessed']));
  });

  it('tells a happening once: headline and key point point to the body', () => {
    const summary = reading.report.parts.filter((part) => part.kind === 'headline' || part.kind === 'key-point');
    const early = reading.claims.filter((claim) =>
      summary.some((part) => part.start <= claim.quote.start && claim.quote.end <= part.end),
    );
    const redeploy = early.filter((claim) => claim.type === 'posture.deployment');
    expect(redeploy.length).toBeGreaterThan(0);
    expect(new Set(redeploy.map((claim) => claim.same))).toEqual(new Set([claimOf(...CLAIMS[1]!)!.id]));
  });

  it('knows where: the crossing town, its province, a village without a point of its own', () => {
    const place = (name: string) => reading.mentions.find((m) => m.place && words(m) === name)!.place!;
    expect(place('Al-Bukamal')).toMatchObject({ id: 'geonames:174448', country: 'SY', precision: 'town' });
    expect(place('Damascus')).toMatchObject({ country: 'SY' });
    expect(place('Al-Siyal').precision).not.toBe('point');
  });
});
