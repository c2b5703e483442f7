/** The gate's rules one by one, at their edges. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { EventRecord, Terms } from '../../model/index.ts';
import type { GateKnowledge, HeldReport, View } from '../types.ts';
import { createGate } from './gate.ts';
import {
  claimOf,
  type Draft,
  harmRows,
  heldRecord,
  heldReport,
  knowledge,
  PLACES,
  recordOf,
} from './planted.test-help.ts';
import { publicFrom } from './release.ts';

const held = (
  terms: Terms | undefined,
  records: (report: HeldReport) => readonly EventRecord[] = first,
): HeldReport => {
  const draft: Draft = {
    id: 'a',
    language: 'en',
    terms,
    lines: [
      ['chrome', 'Dark mode'],
      ['headline', 'Strike on Rivertown'],
      ['body', 'Jets hit Rivertown on 10 January. Many groups left their posts. It rained.'],
    ],
    mentions: (find) => [{ id: 't', kind: 'place', ...find('Rivertown', 1), place: PLACES.town, rule: 't' }],
    claims: (find) => [
      claimOf('c1', find('Jets hit Rivertown'), find('hit'), { places: ['t'] }),
      claimOf('c2', find('Many groups left their posts'), find('left'), {
        type: 'posture.facility',
        change: 'ended',
        time: { latest: '2024-01-12', precision: 'bounded', basis: 'report' },
      }),
      claimOf('c3', find('Strike on Rivertown'), find('Strike'), { same: 'c1' }),
    ],
  };
  const bare = heldReport(draft);
  return heldReport(draft, records(bare));
};
const first = (report: HeldReport): readonly EventRecord[] => [
  recordOf('r1', report, 'c1', { places: [{ place: PLACES.town, role: 'at', claims: [0] }] }),
];
const both = (report: HeldReport): readonly EventRecord[] => [...first(report), recordOf('r2', report, 'c2')];

const view = (now: string, audience: View['audience'] = 'public'): View => ({ audience, language: 'en', now });
const LATER = view('2024-06-01T00:00:00Z');
const gate = (more?: Partial<GateKnowledge>) => createGate(knowledge(more));
const textOf = (runs: readonly { readonly text: string }[]): string => runs.map((run) => run.text).join('');

describe('delay', () => {
  const strike = (now: string) => gate().record(heldRecord(first(held('full'))[0]!, [held('full')]), view(now));
  const posture = (now: string) => gate().record(heldRecord(both(held('full'))[1]!, [held('full')]), view(now));

  it('runs from the end of the last day: 24 hours for an event, 7 days for posture', () => {
    expect(strike('2024-01-11T23:59:59Z')).toBeUndefined();
    expect(strike('2024-01-12T00:00:00Z')).toBeDefined();
    expect(posture('2024-01-19T23:59:59Z')).toBeUndefined();
    expect(posture('2024-01-20T00:00:00Z')).toBeDefined();
  });

  it('takes the day of issue where the event has none, then the day of the fetch', () => {
    const undated = (report: HeldReport): readonly EventRecord[] => [
      recordOf('r', report, 'c1', { time: { precision: 'bounded' } }),
    ];
    const report = held('full', undated);
    const record = heldRecord(report.records[0]!, [report]);
    expect(gate().record(record, view('2024-01-13T23:59:59Z'))).toBeUndefined();
    expect(gate().record(record, view('2024-01-14T00:00:00Z'))).toBeDefined();
    expect(publicFrom('2024-01-13T08:00:00Z', 24)).toBe(Date.parse('2024-01-15T00:00:00Z'));
  });

  it('is told to whoever keeps what was gated: when the next of them ends, and nothing once all are over', () => {
    const report = held('full', both);
    const joined = both(report).map((record) => heldRecord(record, [report]));
    const listed = (now: string) => {
      const again = [
        ...gate().listedRecords(joined, view(now)),
        ...gate().listedReports([report], joined, view(now)),
      ].map((one) => one.again && new Date(one.again).toISOString().slice(0, 10));
      return again;
    };
    expect(listed('2024-01-11T23:59:59Z')).toEqual(['2024-01-12', '2024-01-20', '2024-01-12']);
    expect(listed('2024-01-12T00:00:00Z')).toEqual(['2024-01-20', '2024-01-20', '2024-01-20']);
    expect(listed('2024-01-20T00:00:00Z')).toEqual([undefined, undefined, undefined]);
  });

  it('holds for ever where a day or the time of the view is no date', () => {
    expect(publicFrom('soon', 24)).toBeUndefined();
    expect(strike('now')).toBeUndefined();
  });

  it('takes the words of a delayed claim out of a full text until it is over', () => {
    const report = held('full', both);
    const now = gate().report(report, view('2024-01-15T00:00:00Z'))!;
    expect(now.fullText).toBe(false);
    expect(now.claims.map((claim) => claim.id)).toEqual(['c1', 'c3']);
    expect(JSON.stringify(now)).not.toContain('left their posts');
    expect(gate().reportLines([report], [], view('2024-01-15T00:00:00Z'))[0]!.claims).toBe(2);
    const later = gate().report(report, LATER)!;
    expect(later.fullText).toBe(true);
    expect(later.parts.map((part) => textOf(part.runs)).join('\n')).toBe(report.report.text);
  });
});

describe('review', () => {
  it('keeps what no person has reviewed inside while machineRead is off', () => {
    const report = held('full', both);
    const shut = gate({ machineRead: false });
    expect(shut.report(report, LATER)).toBeUndefined();
    expect(shut.record(heldRecord(report.records[0]!, [report]), LATER)).toBeUndefined();
    const joined = [heldRecord(report.records[0]!, [report])];
    expect(shut.recordLines(joined, LATER)).toEqual([]);
    expect(shut.reportLines([report], joined, LATER)).toEqual([]);
    expect(shut.listedRecords(joined, LATER)).toEqual([{ id: report.records[0]!.id }]);
    expect(shut.listedReports([report], joined, LATER)).toEqual([{ id: report.report.id }]);
    expect(shut.report(report, view('2024-06-01T00:00:00Z', 'owner'))).toBeDefined();
  });

  it('shows what a person confirmed, and only its words', () => {
    const confirmed = (report: HeldReport) => [{ ...first(report)[0]!, review: 'confirmed' as const }];
    const shown = gate({ machineRead: false }).report(held('quotes', confirmed), LATER)!;
    expect(shown.claims.map((claim) => claim.id)).toEqual(['c1', 'c3']);
    expect(shown.machineRead).toBe(false);
  });

  it('never shows what a person rejected', () => {
    const rejected = (report: HeldReport) => [{ ...first(report)[0]!, review: 'rejected' as const }];
    const report = held('full', rejected);
    expect(gate().report(report, LATER)).toBeUndefined();
    expect(gate().record(heldRecord(report.records[0]!, [report]), LATER)).toBeUndefined();
  });
});

describe('terms of the source', () => {
  it.each([
    [
      'full',
      'Dark mode|Strike on Rivertown|Jets hit Rivertown on 10 January. Many groups left their posts. It rained.',
    ],
    ['quotes', 'Strike on Rivertown|Jets hit Rivertown'],
    [undefined, 'Strike on Rivertown|Jets hit Rivertown'],
    ['link', ''],
  ] as const)('%s', (terms, expected) => {
    const shown = gate().report(held(terms), LATER)!;
    expect(shown.parts.map((part) => textOf(part.runs)).join('|')).toBe(expected);
    expect(textOf(shown.title)).toBe(terms === 'link' ? '' : 'Strike on Rivertown');
    expect(shown.claims).toHaveLength(terms === 'link' ? 0 : 2);
    expect(shown.heldBack).toBe(0);
  });

  it('tell the owner how much is held back, and hold nothing back from the owner', () => {
    const shown = gate().report(held('quotes'), view('2024-06-01T00:00:00Z', 'owner'))!;
    expect(shown.heldBack).toBe(1);
    expect(shown.fullText).toBe(true);
    expect(shown.claims).toHaveLength(3);
  });

  it('give a record of a link source its facts without its words', () => {
    const report = held('link');
    const shown = gate().record(heldRecord(report.records[0]!, [report]), LATER)!;
    expect(shown.sentence.en).toContain('airstrike in Rivertown on 10 January 2024');
    expect(shown.claims[0]).toMatchObject({ quote: [], reportTitle: [], publisher: { id: 'gazette' } });
  });
});

describe('places', () => {
  const placeOf = (more: Partial<EventRecord>, known: Partial<GateKnowledge> = {}) => {
    const report = held('full', (one) => [recordOf('r', one, 'c1', more)]);
    return gate(known).record(heldRecord(report.records[0]!, [report]), LATER)!.places[0];
  };

  it.each([
    ['a quarter', { places: [{ place: PLACES.quarter, role: 'at' as const, claims: [0] }] }],
    ['a village', { places: [{ place: PLACES.village, role: 'at' as const, claims: [0] }] }],
    [
      'a town with a hospital',
      { places: [{ place: PLACES.town, role: 'at' as const, kind: 'hospital', claims: [0] }] },
    ],
    [
      'a town with a checkpoint of that event',
      { type: 'posture.checkpoint', places: [{ place: PLACES.town, role: 'at' as const, claims: [0] }] },
    ],
    [
      'a point of no known kind',
      { places: [{ place: { ...PLACES.quarter, id: 'place:new' }, role: 'at' as const, claims: [0] }] },
    ],
  ])('%s is shown as its district', (_name, more) => {
    expect(placeOf(more)).toMatchObject({
      id: PLACES.district.id,
      lat: PLACES.district.lat,
      precision: 'district',
      coarsened: true,
    });
  });

  it('a town is shown as it is', () => {
    const place = placeOf({ places: [{ place: PLACES.town, role: 'at', claims: [0] }] });
    expect(place).toMatchObject({ id: PLACES.town.id, precision: 'town' });
    expect(place).not.toHaveProperty('coarsened');
  });

  it('has no point where none above is known, and an area where only a town’s is', () => {
    const quarter = { places: [{ place: PLACES.quarter, role: 'at' as const, claims: [0] }] };
    const nowhere = placeOf(quarter, { placeAbove: () => undefined });
    expect(nowhere).toEqual({
      name: { en: 'a place that is withheld', ar: 'مكان محجوب' },
      precision: 'country',
      country: 'SY',
      role: 'at',
      coarsened: true,
    });
    expect(placeOf(quarter, { placeAbove: () => PLACES.town })?.precision).toBe('district');
  });
});

describe('the table of rules', () => {
  it.each([
    ['no rows', []],
    ['an unknown rule', [{ group: 'place', what: 'village', rule: 'blur' }]],
    ['a delay without hours', [{ group: 'event', what: '*', rule: 'delay' }]],
    ['a place made coarser to nothing', [{ group: 'place', what: 'village', rule: 'coarsen' }]],
  ])('is refused with %s', (_name, harm) => {
    expect(() => gate({ harm })).toThrow(/data\/harm\/defaults\.tsv/);
  });

  it('names every kind that the promise of care names', () => {
    const named = harmRows()
      .filter((row) => row.rule === 'coarsen')
      .map((row) => row.what);
    for (const kind of 'checkpoint base headquarters warehouse quarter hospital school shelter camp village'.split(' '))
      expect(named).toContain(kind);
  });
});

describe('the brand', () => {
  const source = fileURLToPath(new URL('../../', import.meta.url));
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(ts|svelte|js)$/.test(file) && !/\.test(-help)?\.ts$/.test(file) && !file.includes('node_modules'),
  );

  it('is given in one file, which the gate alone imports', () => {
    const cast =
      /\b(?:as|satisfies)\s+(?:unknown\s+as\s+)?(?:G\b|Gated\b|Public(?:Report|Record|Home)\b|ReportLine\b|RecordLine\b)/;
    const reads = (file: string): string => readFileSync(join(source, file), 'utf8');
    expect(files.filter((file) => cast.test(reads(file)))).toEqual([join('publish', 'harm', 'stamp.ts')]);
    const importers = files.filter((file) => /from '[^']*\/stamp\.ts'/.test(reads(file)));
    expect(importers.every((file) => file.startsWith(join('publish', 'harm')))).toBe(true);
    expect(importers.length).toBeGreaterThan(0);
  });
});
