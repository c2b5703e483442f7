/** Secrets planted on every path: no public value may hold one, in any script or case; the owner's hold them all. */
import { describe, expect, it } from 'vitest';
import type { EventRecord, Language, Terms } from '../../model/index.ts';
import type { Fact } from '../gather/fact.ts';
import type { HeldRecord, HeldReport, PublicRecord, View } from '../types.ts';
import { createGate } from './gate.ts';
import { claimOf, heldRecord, heldReport, knowledge, PLACES, recordOf } from './planted.test-help.ts';
import { foldWithPlaces } from './veil.ts';

/** Folded fragments that no public value may hold: a quarter, a village, a facility's name, a person, their ids, points. */
const SECRETS = [
  ...['zumurrud', 'الزمرد', 'yaqut', 'ياقوت', 'lazaward', 'اللازورد', 'almaz', 'فيروز', 'firuz', 'الماز', 'feroza'],
  ...['10.0123', '20.0456', '10.0789', '20.0999'],
];

const english = (terms: Terms, records: readonly EventRecord[] = []): HeldReport =>
  heldReport(
    {
      id: 'report-en',
      language: 'en',
      terms,
      lines: [
        ['headline', 'Strike on LAZAWARD Hospital in Al-Zumurrud kills Firuz Almaz'],
        ['key-point', 'People of Al Zumurrud and of Kafr‑Yāqūt fled; Almaz was 30'],
        ['caption', 'A street in ALZUMURRUD, near Lazaward (archive)'],
        ['body', 'River Watch said a strike hit the Lazaward Hospital in the Al-Zumurrud neighborhood of Rivertown.'],
        ['body', 'The teacher Firuz Almaz, who lived in Kafr Yaqut, was killed, FIRUZ ALMAZ’s brother said.'],
        ['body', 'Nearby, الزُّمُرُّد was also hit.'],
        ['caption', 'guards at the warehouse of feroza'],
        ['body', 'In Kafr Yaqut, groups evacuated the headquarters of the Lazaward company.'],
      ],
      mentions: (find) => [
        { id: 'w', kind: 'actor', ...find('River Watch'), actor: 'watch', rule: 't' },
        { id: 'h', kind: 'facility', ...find('the Lazaward Hospital'), head: 'hospital', of: 'q', rule: 't' },
        { id: 'q', kind: 'place', ...find('Al-Zumurrud neighborhood'), place: PLACES.quarter, rule: 't' },
        { id: 't', kind: 'place', ...find('Rivertown'), place: PLACES.town, rule: 't' },
        { id: 'p', kind: 'person', ...find('teacher Firuz Almaz'), head: 'teacher', private: true, rule: 't' },
        { id: 'v', kind: 'place', ...find('Kafr Yaqut'), place: PLACES.village, rule: 't' },
        { id: 'wh', kind: 'facility', ...find('warehouse of feroza'), head: 'warehouse', rule: 't' },
        {
          id: 'hq',
          kind: 'facility',
          ...find('headquarters of the Lazaward company'),
          head: 'headquarters',
          rule: 't',
        },
      ],
      claims: (find) => [
        claimOf(
          'c1',
          find('a strike hit the Lazaward Hospital in the Al-Zumurrud neighborhood of Rivertown'),
          find('strike'),
          {
            targets: ['h'],
            places: ['q', 't'],
            speakers: [{ mention: 'w', cue: find('said') }],
            toll: [{ harm: 'killed', who: 'p', low: 1, high: 1, ...find('killed') }],
          },
        ),
        claimOf('c2', find('The teacher Firuz Almaz, who lived in Kafr Yaqut, was killed'), find('was killed'), {
          targets: ['p'],
          places: ['v'],
          speakers: [{ mention: 'p', cue: find('said', 1) }],
        }),
        claimOf('c3', find('groups evacuated the headquarters of the Lazaward company'), find('evacuated'), {
          type: 'posture.facility',
          change: 'ended',
          targets: ['hq'],
          places: ['v'],
        }),
      ],
      gaps: (find) => [
        { kind: 'ambiguous', ...find('Lazaward company'), reason: 'Lazaward may be two things' },
        { kind: 'trigger-without-claim', ...find('fled'), reason: 'in Kafr Yaqut or elsewhere' },
        { kind: 'place-unknown', ...find('ALZUMURRUD'), reason: 'unknown' },
      ],
      report: {
        url: 'https://gazette.example/strike-on-kafr-yaqut',
        citations: [
          { text: 'A letter of Firuz Almaz', url: 'https://gazette.example/%D8%A7%D9%84%D8%B2%D9%85%D8%B1%D8%AF' },
        ],
      },
      capture: { address: 'https://gazette.example/lazaward-hospital' },
    },
    records,
  );

const arabic = (terms: Terms, records: readonly EventRecord[] = []): HeldReport =>
  heldReport(
    {
      id: 'report-ar',
      language: 'ar',
      terms,
      lines: [
        ['headline', 'قصف مستشفى اللازورد في حي الزمرد ومقتل فيروز الماز'],
        ['caption', 'شارع في الزمــرد (أرشيف)'],
        [
          'body',
          'قال مرصد النهر إن غارة أصابت مستشفى اللازورد في حي الزمرّد، وكان المعلم فيروز الماز من كَفْر ياقوت هناك.',
        ],
        ['body', 'وخرج أهالٍ من الزمرد وبالزمرد وللزمرد، ثم من كفر ياقوت.'],
      ],
      mentions: (find) => [
        { id: 'w', kind: 'actor', ...find('مرصد النهر'), actor: 'watch', rule: 't' },
        { id: 'h', kind: 'facility', ...find('مستشفى اللازورد', 1), head: 'مستشفى', rule: 't' },
        { id: 'q', kind: 'place', ...find('حي الزمرّد'), place: PLACES.quarter, rule: 't' },
        { id: 'p', kind: 'person', ...find('المعلم فيروز الماز'), head: 'معلم', private: true, rule: 't' },
        { id: 'v', kind: 'place', ...find('كَفْر ياقوت'), place: PLACES.village, rule: 't' },
      ],
      claims: (find) => [
        claimOf('c1', find('غارة أصابت مستشفى اللازورد في حي الزمرّد'), find('غارة'), {
          targets: ['h', 'p'],
          places: ['q'],
          origin: ['v'],
          speakers: [{ mention: 'w', cue: find('قال') }],
        }),
      ],
    },
    records,
  );

type Made = { readonly reports: readonly HeldReport[]; readonly records: readonly HeldRecord[] };

/** Two reports and the records that rest on them, one on both; every field of a record holds a secret too. */
const planted = (terms: Terms): Made => {
  const en = english(terms);
  const ar = arabic(terms);
  const [first] = recordOf('r1', ar, 'c1').claims;
  const r1 = recordOf('r1', en, 'c1', {
    agents: [{ names: { en: 'Firuz Almaz', ar: 'فيروز الماز' }, private: true, claims: [0] }],
    targets: [{ names: { en: 'guards of Kafr Yaqut' }, claims: [0] }],
    facilities: [
      { head: 'hospital', text: 'the Lazaward Hospital', claims: [0] },
      { head: 'hospital', text: 'مستشفى اللازورد', claims: [1] },
    ],
    places: [
      { place: PLACES.quarter, role: 'at', kind: 'quarter', claims: [0] },
      { place: { ...PLACES.village, id: 'place:nobody-knows-yaqut' }, role: 'origin', kind: 'village', claims: [0] },
    ],
    tolls: [{ harm: 'killed', low: 1, high: 1, claims: [0] }],
  });
  const both: EventRecord = {
    ...r1,
    claims: [
      { ...r1.claims[0]!, speakers: [{ text: 'Firuz Almaz', private: true }, { text: 'people of Al-Zumurrud' }] },
      first!,
      // Its report is not at hand: only what the record kept of it.
      { ...first!, reportId: 'elsewhere', speakers: [{ text: 'فيروز الماز', private: true }] },
    ],
  };
  const r2 = recordOf('r2', en, 'c2', { places: [{ place: PLACES.village, role: 'at', claims: [0] }] });
  const r3 = recordOf('r3', en, 'c3', {
    facilities: [{ head: 'headquarters', text: 'headquarters of the Lazaward company', claims: [0] }],
    places: [{ place: PLACES.village, role: 'at', kind: 'headquarters', claims: [0] }],
  });
  const reports = [english(terms, [both, r2, r3]), arabic(terms, [both])];
  return {
    reports,
    records: [heldRecord(both, reports), heldRecord(r2, [reports[0]!]), heldRecord(r3, [reports[0]!])],
  };
};

const everyValue = (made: Made, audience: 'public' | 'owner', language: Language): string => {
  const gate = createGate(knowledge());
  const view = { audience, language, now: '2024-03-01T00:00:00Z' };
  const records = made.records.flatMap((held) => gate.record(held, view) ?? []);
  return JSON.stringify([
    ...made.reports.map((held) => gate.report(held, view)),
    ...records,
    gate.recordLines(made.records, view),
    gate.reportLines(made.reports, made.records, view),
    everyPage(records, view),
    gate.pages.home(
      factsOf(records),
      { reports: gate.reportLines(made.reports, made.records, view), records: gate.recordLines(made.records, view) },
      view,
    ),
    gate.listedRecords(made.records, view),
    gate.listedReports(made.reports, made.records, view),
  ]);
};

/** As the store's index has them: ids and days of what the gate let out. */
const factsOf = (records: readonly PublicRecord[]): readonly Fact[] =>
  records.map(({ id, type, modality, review, agents, targets, places, time }) => {
    const ids = places.flatMap((place) => place.id ?? []);
    return {
      id,
      type,
      modality,
      review,
      actors: [...agents, ...targets].flatMap((actor) => actor.id ?? []),
      places: ids,
      areas: [...new Set(ids.flatMap((place) => [place, PLACES.district.id]))],
      ...(time.earliest ? { earliest: time.earliest } : {}),
      ...(time.latest ? { latest: time.latest } : {}),
      day: time.latest ?? '',
    };
  });

const NONE = { lines: [], total: 0, page: 1, pages: 1 };

/** All pages over many records; the withheld places are asked for by their ids, too, as one who knows them would. */
const everyPage = (records: readonly PublicRecord[], view: View): unknown => {
  const { pages } = createGate(knowledge());
  const facts = factsOf(records);
  const shown = { records: NONE };
  const ids = Object.values(PLACES).map((place) => place.id);
  return [
    pages.actorIndex(facts, 1),
    pages.placeIndex(facts, 1),
    ...ids.flatMap((id) => [
      pages.place(id, facts, shown, view),
      pages.site(id, facts, shown),
      pages.posture({ actor: 'watch', place: id }, facts, shown, view),
      pages.map(facts, { place: id }, view),
      pages.mapData(facts, { place: id }, view),
      pages.timeline(facts, { place: id }, shown),
    ]),
    pages.map(facts, {}, view),
    pages.mapData(facts, {}, view),
    pages.timeline(facts, {}, shown),
    ...['zumurrud', 'الزمرد', 'kafr', 'river', 'النهر', 'almaz'].map((text) =>
      pages.search(facts, { text }, { ...shown, reports: NONE }),
    ),
  ];
};

/** Every folded string of a JSON text, with and without blanks, so that no spelling hides one. */
const leaksIn = (json: string): string[] => {
  const folded = foldWithPlaces(json).text;
  const dense = folded.replaceAll(' ', '');
  return SECRETS.filter((secret) => {
    const form = foldWithPlaces(secret).text;
    return folded.includes(form) || dense.includes(form.replaceAll(' ', '')) || json.includes(secret);
  });
};

describe.each(['en', 'ar'] as const)('planted secrets, view in %s', (language) => {
  it.each(['full', 'quotes', 'link'] as const)('leave by no path under terms %s', (terms) => {
    const made = planted(terms);
    const json = everyValue(made, 'public', language);
    expect(leaksIn(json)).toEqual([]);
    expect(json).not.toContain('place:al-zumurrud');
    // What is public stays: this is a veil, not a wall.
    expect(json).toContain('River District');
    if (terms !== 'link') expect(json).toContain('Rivertown');
    expect(json).toContain('coarsened');
  });
  it('leave addresses out that tell one', () => {
    const made = planted('full');
    const view = { audience: 'public', language, now: '2024-03-01T00:00:00Z' } as const;
    const shown = createGate(knowledge()).report(made.reports[0]!, view)!;
    expect(shown.url).toBeUndefined();
    expect(shown.capture.address).toBeUndefined();
    expect(shown.citations[0]).toEqual({ text: 'A letter of […]' });
    expect(shown.gaps).toEqual([{ kind: 'trigger-without-claim', words: 'fled', reason: 'in […] or elsewhere' }]);
  });

  it('cannot be asked for: a withheld place answers as one that nobody knows', () => {
    const gate = createGate(knowledge());
    const view = { audience: 'public', language, now: '2024-03-01T00:00:00Z' } as const;
    const facts = factsOf(planted('full').records.flatMap((held) => gate.record(held, view) ?? []));
    const shown = { records: NONE };
    expect(facts.length).toBeGreaterThan(0);
    const answers = ['place:kafr-yaqut', 'place:al-zumurrud', 'place:nobody-knows'].map((place) =>
      JSON.stringify([
        gate.pages.place(place, facts, shown, view),
        gate.pages.site(place, facts, shown),
        gate.pages.ids(facts, { place }),
        gate.pages.map(facts, { place }, view),
        gate.pages.timeline(facts, { place }, shown),
      ]),
    );
    expect(new Set(answers).size).toBe(1);
    expect(gate.pages.place(PLACES.district.id, facts, shown, view)?.place.name).toEqual(PLACES.district.name);
  });

  it('are all there for the owner', () => {
    expect(leaksIn(everyValue(planted('quotes'), 'owner', language)).sort()).toEqual([...SECRETS].sort());
  });
});
