/**
 * A made-up showcase for the site's tests: no place, person or event in it is a real report's, and the words are ours.
 * It has what a news page has, in both languages, and a record whose tolls disagree.
 */
import type { EventType } from '../../model/index.ts';
import type { Showcase } from '../../publish/pages.ts';
import type { PublicCorrection, PublicHome, PublicRecord, PublicReport, View } from '../../publish/types.ts';
import {
  ARABIC_CLAIMS,
  ARABIC_PARTS,
  ARABIC_REPORT_CLAIMS,
  capture,
  district,
  ENGLISH_CLAIMS,
  ENGLISH_PARTS,
  groups,
  guards,
  harbour,
  map,
  night,
  runs,
  town,
} from './material.ts';
import { pagesOver } from './pages.ts';

const gated = <T>(value: unknown): T => value as T;

const CORRECTIONS: readonly PublicCorrection[] = [
  {
    recordId: 'dd44ee55ff66',
    version: 2,
    at: '2024-12-26T09:30:00Z',
    sentence: {
      en: 'The River Monitor says that the old market was shelled.',
      ar: 'بحسب مرصد النهر، تعرّض السوق القديم للقصف.',
    },
    why: 'The report says evening, not morning.',
  },
];

const TYPES: readonly EventType[] = ['violence.shelling', 'posture.facility'].map((id) => ({
  id,
  label: { en: `Label of ${id}`, ar: 'تسمية النوع' },
  definition: { en: 'What it is.', ar: 'ما هو.' },
  not: { en: 'What it is not.', ar: 'ما ليس هو.' },
  examples: { en: ['An example.'], ar: ['مثال.'] },
  counterExample: { en: 'A counter-example.', ar: 'مثال مضاد.' },
  maps: { acled: { event: 'Explosions', sub: 'Shelling' }, ucdp: 'candidate' },
}));

const REPORTS: Readonly<Record<string, (view: View) => PublicReport>> = {
  quiet: ({ audience, language }) =>
    gated<PublicReport>({
      id: 'quiet',
      language: 'en',
      direction: 'ltr',
      title: runs('Quiet streets in Qasr al-Nahr: headquarters emptied, fewer men to be seen'),
      publisher: harbour,
      url: 'https://harbour.example/2024/12/quiet-streets',
      terms: 'quotes',
      fullText: audience === 'owner',
      agencies: true,
      issued: { earliest: '2024-04-01', latest: '2024-12-24', basis: ['page-date', 'latest-mentioned-date'] },
      parts: ENGLISH_PARTS,
      claims: ENGLISH_CLAIMS,
      heldBack: audience === 'owner' ? 2 : 0,
      gaps: [{ kind: 'place-unknown', words: 'the old bridge', reason: 'no such place in the tables' }],
      capture,
      reader: 'marsad 0.1.0 data 4f1c22aa',
      map: map(language),
      machineRead: true,
      bundled: false,
      citations: [],
      minutes: 2,
      updatedAt: '2024-12-26T09:30:00Z',
      corrections: CORRECTIONS,
    } satisfies Omit<PublicReport, symbol>),
  market: ({ language }) =>
    gated<PublicReport>({
      id: 'market',
      language: 'ar',
      direction: 'rtl',
      title: runs('قصف على السوق القديم في قصر النهر وخلاف على عدد القتلى'),
      publisher: { id: 'samples', name: { en: 'Marsad’s own samples', ar: 'نماذج مرصد' } },
      terms: 'full',
      fullText: true,
      agencies: true,
      issued: { earliest: '2024-12-22', latest: '2024-12-22', basis: ['given'] },
      parts: ARABIC_PARTS,
      claims: ARABIC_REPORT_CLAIMS,
      heldBack: 0,
      gaps: [],
      capture: { fetchedAt: '2024-12-22T07:05:00Z', mediaType: 'text/plain', bytes: 1820, hash: capture.hash },
      map: map(language),
      machineRead: true,
      bundled: true,
      citations: [
        { text: 'Annual review of a made-up agency, p. 12', url: 'https://agency.example/review' },
        { text: 'بيان صحفي من مصدر مختلق' },
      ],
      minutes: 1,
    } satisfies Omit<PublicReport, symbol>),
};

/** As long as a page gets: the words of the quiet report twice over, each with claims of its own. */
const long = (view: View): PublicReport => {
  const short = REPORTS.quiet?.(view);
  if (!short) throw new Error('the showcase has no quiet report');
  const turns = ['', 'x'];
  return gated<PublicReport>({
    ...short,
    id: 'long',
    parts: turns.flatMap((turn) =>
      short.parts
        .filter((part) => turn === '' || part.kind === 'body')
        .map((part) => ({
          ...part,
          claims: part.claims.map((id) => id + turn),
          runs: part.runs.map((run) => ({ ...run, claims: run.claims.map((id) => id + turn) })),
        })),
    ),
    claims: turns.flatMap((turn) =>
      short.claims.map((claim) => ({
        ...claim,
        id: claim.id + turn,
        ...(claim.same ? { same: claim.same + turn } : {}),
      })),
    ),
  });
};

const record = (view: View, version: number): PublicRecord =>
  gated<PublicRecord>({
    id: 'dd44ee55ff66',
    version,
    versions: [
      { version: 1, madeAt: '2024-12-22T08:00:00Z', by: 'machine' },
      { version: 2, madeAt: '2024-12-23T10:20:00Z', by: 'machine' },
    ],
    type: 'violence.shelling',
    label: { en: 'Shelling', ar: 'قصف مدفعي' },
    definition: {
      en: 'Fire from guns, mortars or rockets that falls on a place.',
      ar: 'نيران مدافع أو هاونات أو راجمات تسقط على مكان.',
    },
    sentence: {
      en: 'The River Monitor reports that artillery shelled the old market in Qasr al-Nahr on 21 December 2024',
      ar: 'قال مرصد النهر إن المدفعية قصفت السوق القديم في قصر النهر في 21 كانون الأول/ديسمبر 2024',
    },
    agents: [],
    targets: [{ name: { en: 'the old market', ar: 'السوق القديم' } }],
    facilities: [],
    places: [town],
    time: night,
    timeBasis: 'implied',
    tolls: [
      { harm: 'killed', low: 4, high: 4, claims: ['c1'] },
      { harm: 'killed', low: 6, claims: ['c2'] },
      { harm: 'injured', low: 11, high: 14, claims: ['c2'] },
    ],
    modality: 'asserted',
    background: false,
    confidence: 0.93,
    review: 'machine-read',
    support: { reports: 1, origins: 1 },
    claims: ARABIC_CLAIMS.map((one) => ({
      ...one,
      stance: one.modality === 'denied' ? ('disputes' as const) : ('supports' as const),
      reportTitle: runs('قصف على السوق القديم في قصر النهر وخلاف على عدد القتلى'),
      capture,
    })),
    corrections: CORRECTIONS,
    map: map(view.language),
  } satisfies Omit<PublicRecord, symbol>);

const home = (view: View): PublicHome => {
  const lines = Object.values(REPORTS).map((make) => make(view));
  const one = record(view, 2);
  return gated<PublicHome>({
    reports: lines.map(({ id, language, title, publisher, issued, claims, parts, bundled }) => {
      const standfirst = parts.find((piece) => piece.kind === 'standfirst' || piece.kind === 'body');
      return {
        id,
        language,
        title,
        publisher,
        issued,
        claims: claims.length,
        standfirst: standfirst?.runs,
        standfirstLanguage: standfirst?.language,
        bundled,
        about: {
          records: ['dd44ee55ff66'],
          places: [],
          actors: [],
          brief: { en: 'The old market was shelled.', ar: 'تعرّض السوق القديم للقصف.' },
        },
      };
    }),
    // More than one front page holds.
    records: [...ENGLISH_CLAIMS.slice(1), ...ENGLISH_CLAIMS.slice(1)].map((told, at) => ({
      ...one,
      id: at === 0 ? one.id : `aa11bb22cc3${at}`,
      label: told.label,
      modality: told.modality,
      sentence:
        at === 0 ? one.sentence : { en: `${told.label.en} in Qasr al-Nahr`, ar: `${told.label.ar} في قصر النهر` },
      speakers: told.speakers,
    })),
    places: [
      { id: 'place:qasr-al-nahr', name: town.name, records: 5 },
      { name: district.name, records: 1 },
    ],
    actors: [
      { name: groups.name, records: 3 },
      { name: guards.name, records: 2 },
    ],
    map: map(view.language),
  });
};

export const showcase: Showcase = {
  ...pagesOver((view) => home(view).records),
  about: () => ({
    name: { en: 'Test observatory', ar: 'مرصد التجربة' },
    demo: true,
    machineRead: true,
    version: '0.1.0',
    contact: 'desk@observatory.example',
  }),
  codebook: () => TYPES,
  corrections: async (_view, page = 1) => (page === 1 ? { lines: CORRECTIONS, page, pages: 1 } : undefined),
  home: async (view) => home(view),
  report: async (id, view) => {
    if (id === 'broken') throw new Error('a secret detail of the machine');
    return id === 'long' ? long(view) : REPORTS[id]?.(view);
  },
  record: async (id, view, version = 2) => (id === 'dd44ee55ff66' && version <= 2 ? record(view, version) : undefined),
};
