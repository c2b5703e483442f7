/** Made-up reports with planted secrets, for the tests of the gate. Nothing here is true of anybody. */
import { readFileSync } from 'node:fs';
import type {
  Capture,
  Claim,
  EventRecord,
  Language,
  Mention,
  PartKind,
  PlaceValue,
  Reading,
  Source,
  Span,
  Terms,
} from '../../model/index.ts';
import type { GateKnowledge, HeldRecord, HeldReport, SentenceTables } from '../types.ts';

/** Rows of a shipped table, read as the loader reads it. */
const rowsOf = (name: string): Record<string, string>[] => {
  const file = new URL(`../../../data/${name}.tsv`, import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n');
  const [head = '', ...rows] = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const columns = head.split('\t');
  return rows.map((row) =>
    Object.fromEntries(
      row
        .split('\t')
        .map((cell, i) => [columns[i]!, cell] as const)
        .filter(([, cell]) => cell !== ''),
    ),
  );
};

export const harmRows = (): Record<string, string>[] => rowsOf('harm/defaults');

const SENTENCE_TABLES = ['events', 'frames', 'nouns', 'adjectives', 'genders', 'tolls'] as const;

let tables: SentenceTables | undefined;

export const sentenceTables = (): SentenceTables => {
  tables ??= Object.fromEntries(
    SENTENCE_TABLES.map((name) => [name, rowsOf(`sentences/${name}`)]),
  ) as unknown as SentenceTables;
  return tables;
};

const place = (id: string, en: string, ar: string, more: Partial<PlaceValue>): PlaceValue => ({
  id,
  name: { en, ar },
  lat: 10,
  lon: 20,
  country: 'SY',
  precision: 'town',
  score: 0.9,
  ...more,
});

// Points are made up on purpose: round numbers that no place of these names has.
export const PLACES = {
  town: place('place:rivertown', 'Rivertown', 'بلدة النهر', { admin: ['East Province'] }),
  district: place('place:river-district', 'River District', 'منطقة النهر', {
    precision: 'district',
    lat: 11,
    lon: 21,
    admin: ['East Province'],
  }),
  quarter: place('place:al-zumurrud', 'Al-Zumurrud', 'الزمرّد', {
    precision: 'point',
    lat: 10.0123,
    lon: 20.0456,
    admin: ['East Province', 'Rivertown', 'Al-Zumurrud'],
  }),
  village: place('place:kafr-yaqut', 'Kafr Yaqut', 'كفر ياقوت', { precision: 'point', lat: 10.0789, lon: 20.0999 }),
} as const;

const KINDS: Record<string, string> = {
  'place:rivertown': 'town',
  'place:river-district': 'district',
  'place:al-zumurrud': 'quarter',
  'place:kafr-yaqut': 'village',
};

export const ONTOLOGY: GateKnowledge['ontology'] = ['violence.airstrike', 'posture.facility'].map((id) => ({
  id,
  label: { en: `Label ${id}`, ar: `تسمية ${id}` },
  definition: { en: 'Definition.', ar: 'تعريف.' },
  not: { en: 'Not.', ar: 'ليس.' },
  examples: { en: ['Example.'], ar: ['مثال.'] },
  counterExample: { en: 'Counter.', ar: 'مضاد.' },
  maps: {},
}));

export const knowledge = (more: Partial<GateKnowledge> = {}): GateKnowledge => ({
  ontology: ONTOLOGY,
  actorName: (id) => (id === 'watch' ? { en: 'River Watch', ar: 'مرصد النهر' } : undefined),
  sourceOf: () => undefined,
  placeAbove: (id) => (id === PLACES.district.id ? undefined : PLACES.district),
  placeKind: (id) => KINDS[id],
  placeOf: (id) => Object.values(PLACES).find((one) => one.id === id),
  harm: harmRows(),
  sentences: sentenceTables(),
  machineRead: true,
  ...more,
});

export const source = (terms: Terms): Source => ({
  id: 'gazette',
  names: { en: 'The Gazette', ar: 'الجريدة' },
  aliases: [],
  kind: 'outlet',
  address: 'https://gazette.example/',
  hosts: ['gazette.example'],
  languages: ['en', 'ar'],
  terms,
});

/** Lines with the kind of their part; the text is the lines joined by line breaks. */
export type Line = readonly [PartKind, string, Language?];

/** Span of the nth occurrence of these words. */
type Find = (words: string, nth?: number) => Span;

export type Draft = {
  readonly id: string;
  readonly language: Language;
  readonly lines: readonly Line[];
  readonly issued?: string;
  readonly terms?: Terms | undefined;
  readonly mentions: (find: Find) => readonly Mention[];
  readonly claims: (find: Find) => readonly Claim[];
  readonly gaps?: (find: Find) => Reading['gaps'];
  readonly report?: Partial<HeldReport['report']>;
  readonly capture?: Partial<Capture>;
};

export const claimOf = (id: string, quote: Span, trigger: Span, more: Partial<Claim> = {}): Claim => ({
  id,
  type: 'violence.airstrike',
  quote,
  trigger,
  agents: [],
  targets: [],
  instruments: [],
  places: [],
  destination: [],
  origin: [],
  time: { earliest: '2024-01-10', latest: '2024-01-10', precision: 'day', basis: 'stated' },
  toll: [],
  speakers: [],
  modality: 'asserted',
  background: false,
  confidence: 0.8,
  rule: 'test',
  ...more,
});

export const heldReport = (draft: Draft, records: readonly EventRecord[] = []): HeldReport => {
  const text = draft.lines.map(([, words]) => words).join('\n');
  const find = (words: string, nth = 0): Span => {
    let at = -1;
    for (let i = 0; i <= nth; i++) at = text.indexOf(words, at + 1);
    if (at < 0) throw new Error(`The made-up text has no «${words}».`);
    return { start: at, end: at + words.length };
  };
  let at = 0;
  const parts = draft.lines.map(([kind, words, language]) => {
    const part = { kind, start: at, end: at + words.length, language: language ?? draft.language };
    at = part.end + 1;
    return part;
  });
  const headline = parts.find((part) => part.kind === 'headline');
  return {
    report: { id: draft.id, text, publisher: 'gazette', ...draft.report },
    reading: {
      id: draft.id,
      readingId: `${draft.id}-reading`,
      reader: 'test',
      report: {
        text,
        language: draft.language,
        direction: draft.language === 'ar' ? 'rtl' : 'ltr',
        ...(headline ? { title: { start: headline.start, end: headline.end } } : {}),
        issued: { latest: draft.issued ?? '2024-01-12', basis: [{ kind: 'given' }] },
        parts,
      },
      sentences: [],
      mentions: [...draft.mentions(find)],
      claims: [...draft.claims(find)],
      gaps: draft.gaps?.(find) ?? [],
    },
    capture: {
      id: '0'.repeat(64),
      address: 'https://gazette.example/a',
      fetchedAt: '2024-01-13T08:00:00Z',
      mediaType: 'text/plain',
      bytes: text.length,
      collector: 'test',
      ...draft.capture,
    },
    ...(draft.terms ? { source: source(draft.terms) } : {}),
    records,
  };
};

export const recordOf = (
  id: string,
  held: HeldReport,
  claimId: string,
  more: Partial<EventRecord> = {},
): EventRecord => {
  const claim = held.reading.claims.find((one) => one.id === claimId)!;
  const { mention: _, basis, ...time } = claim.time;
  return {
    id,
    version: 1,
    by: 'machine',
    review: 'machine-read',
    type: claim.type,
    ...(claim.change ? { change: claim.change } : {}),
    agents: [],
    targets: [],
    facilities: [],
    places: [],
    time,
    timeBasis: basis,
    tolls: [],
    modality: claim.modality,
    background: false,
    confidence: 0.8,
    claims: [
      {
        reportId: held.report.id,
        readingId: held.reading.readingId,
        claimId,
        quote: { ...claim.quote, text: held.report.text.slice(claim.quote.start, claim.quote.end) },
        speakers: [],
        modality: claim.modality,
        stance: 'supports',
      },
    ],
    madeAt: '2024-01-13T08:00:00Z',
    ...more,
  };
};

export const heldRecord = (record: EventRecord, reports: readonly HeldReport[]): HeldRecord => ({
  record,
  versions: [{ version: 1, madeAt: record.madeAt, by: 'machine' }],
  reports,
});
