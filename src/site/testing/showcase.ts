/**
 * A made-up showcase for the site's tests: no place, person or event in it is a real report's, and the words are ours.
 * It has what a news page has, in both languages, and a record whose tolls disagree.
 */
import type { Interval, Language } from '../../model/index.ts';
import type {
  PublicClaim,
  PublicHome,
  PublicPart,
  PublicPlace,
  PublicRecord,
  PublicReport,
  PublicSpeaker,
  Run,
  Showcase,
  View,
} from '../../publish/types.ts';

/** Reads `plain {c1:words of a claim} {c1!:its trigger} […]` into runs. */
const runs = (text: string): readonly Run[] =>
  [...text.matchAll(/\{([^:!}]+)(!?):([^}]*)\}|(\[…\])|([^{[]+|\[)/g)].map(
    ([, ids, trigger, words, withheld, plain]) => ({
      text: words ?? withheld ?? plain ?? '',
      claims: ids ? ids.split(',') : [],
      ...(trigger ? { trigger: true as const } : {}),
      ...(withheld ? { withheld: true as const } : {}),
    }),
  );

const part = (
  kind: PublicPart['kind'],
  language: Language,
  text: string,
  extra: Partial<Pick<PublicPart, 'archive' | 'truncated'>> = {},
): PublicPart => {
  const made = runs(text);
  return { kind, language, runs: made, claims: [...new Set(made.flatMap((run) => run.claims))], ...extra };
};

const harbour: PublicSpeaker = { id: 'harbour', name: { en: 'Harbour Wire', ar: 'برقية الميناء' } };
const monitor: PublicSpeaker = { id: 'monitor', name: { en: 'the River Monitor', ar: 'مرصد النهر' } };
const ministry: PublicSpeaker = { id: 'ministry', name: { en: 'the Interior Ministry', ar: 'وزارة الداخلية' } };
const rescuer: PublicSpeaker = { name: { en: 'a rescuer', ar: 'مسعف' } };

const town: PublicPlace = {
  name: { en: 'Qasr al-Nahr', ar: 'قصر النهر' },
  precision: 'town',
  role: 'at',
  country: 'SY',
};
const district: PublicPlace = {
  name: { en: 'Eastern Bank district', ar: 'منطقة الضفة الشرقية' },
  precision: 'district',
  role: 'at',
  coarsened: true,
};

const bounded: Interval = { earliest: '2024-04-01', latest: '2024-12-24', precision: 'bounded' };
const night: Interval = { earliest: '2024-12-21', latest: '2024-12-21', precision: 'day' };

const claim = (id: string, reportId: string, fields: Partial<PublicClaim>): PublicClaim => ({
  id,
  type: 'posture.facility',
  label: { en: 'Facility', ar: 'منشأة' },
  quote: runs(`words of {${id}:claim ${id}}`),
  quoteLanguage: 'en',
  reportId,
  agents: [],
  targets: [],
  facilities: [],
  places: [town],
  placesFrom: 'sentence',
  time: bounded,
  timeBasis: 'report',
  tolls: [],
  speakers: [],
  publisher: harbour,
  modality: 'asserted',
  background: false,
  confidence: 0.82,
  review: 'machine-read',
  ...fields,
});

const groups = { name: { en: 'allied groups', ar: 'المجموعات الحليفة' } };
const guards = { id: 'guards', name: { en: 'the Border Guards', ar: 'حرس الحدود' } };

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 320" role="img"><title>Map of Qasr al-Nahr</title><rect width="480" height="320" fill="var(--map-land)"/><path d="M0 130C80 90 140 150 320 60" fill="none" stroke="var(--map-border)" stroke-width="3"/><path d="M210 0L250 200" stroke="var(--map-border)" stroke-dasharray="5 3"/><circle cx="150" cy="100" r="26" fill="var(--map-mark)" fill-opacity="0.18" stroke="var(--map-mark)"/><text x="150" y="60" text-anchor="middle" font-size="13" fill="var(--map-label)">Qasr al-Nahr</text></svg>`;

const map = (language: Language) => ({
  svg: SVG,
  words:
    language === 'en'
      ? 'Qasr al-Nahr, somewhere in the town, west of the border.'
      : 'قصر النهر، في مكان ما من المدينة، غرب الحدود.',
});

const capture = {
  address: 'https://harbour.example/2024/12/quiet-streets',
  fetchedAt: '2024-12-24T09:30:00Z',
  mediaType: 'text/html',
  bytes: 48_211,
  hash: '3f9a61c07be2d45890aa1c2b3d4e5f60718293a4b5c6d7e8f90123456789abcd',
};

const soldiers = { harm: 'killed' as const, low: 7, high: 7, who: { en: 'advisers', ar: 'مستشارون' } };

const ENGLISH_CLAIMS: readonly PublicClaim[] = [
  claim('c1', 'quiet', { change: 'ended', same: 'c4' }),
  claim('c2', 'quiet', {
    type: 'posture.visibility',
    label: { en: 'Visibility', ar: 'ظهور علني' },
    change: 'decreased',
    agents: [groups],
    modality: 'assessed',
    confidence: 0.64,
  }),
  claim('c3', 'quiet', {
    type: 'posture.deployment',
    label: { en: 'Deployment', ar: 'انتشار' },
    change: 'moved',
    agents: [groups],
    speakers: [rescuer, monitor],
    confidence: 0.91,
    recordId: 'aa11bb22cc33',
  }),
  claim('c4', 'quiet', {
    change: 'ended',
    agents: [groups],
    facilities: [{ en: 'headquarters', ar: 'مقار' }],
    speakers: [monitor],
    places: [district],
    recordId: 'aa11bb22cc33',
  }),
  claim('c5', 'quiet', {
    type: 'posture.guard',
    label: { en: 'Guard', ar: 'حراسة' },
    change: 'decreased',
    speakers: [monitor],
    modality: 'possible',
    confidence: 0.44,
  }),
  claim('c6', 'quiet', {
    type: 'posture.training',
    label: { en: 'Training', ar: 'تدريب' },
    change: 'ended',
    modality: 'cancelled',
    agents: [guards],
    confidence: 0.77,
  }),
  claim('c7', 'quiet', {
    type: 'politics.statement',
    label: { en: 'Statement', ar: 'تصريح' },
    modality: 'denied',
    speakers: [ministry],
    places: [],
    confidence: 0.7,
  }),
  claim('c8', 'quiet', {
    type: 'violence.airstrike',
    label: { en: 'Airstrike', ar: 'غارة جوية' },
    tolls: [soldiers],
    time: { earliest: '2024-04-01', latest: '2024-04-30', precision: 'month' },
    timeBasis: 'stated',
    background: true,
    targets: [{ name: { en: 'the consulate', ar: 'القنصلية' } }],
    confidence: 0.95,
    review: 'confirmed',
    recordId: 'dd44ee55ff66',
  }),
  claim('c9', 'quiet', {
    type: 'assessment.judgement',
    label: { en: 'Judgement', ar: 'تقدير' },
    modality: 'intended',
    places: [],
    confidence: 0.55,
  }),
];

const ENGLISH_PARTS: readonly PublicPart[] = [
  part('chrome', 'en', 'Dark Mode'),
  part('page-date', 'en', 'Tuesday, 24 December 2024'),
  part('chrome', 'en', 'Logo'),
  part('key-point', 'en', '{c1:Allied groups have }{c1!:left}{c1: their headquarters in Qasr al-Nahr}'),
  part('key-point', 'en', '{c2:Their }{c2!:lower profile}{c2: may make them harder to find, and their streets}', {
    truncated: true,
  }),
  part('headline', 'en', 'Quiet streets in Qasr al-Nahr: headquarters emptied, fewer men to be seen'),
  part('caption', 'ar', 'الجسر القديم عند مدخل قصر النهر (أرشيف)', { archive: true }),
  part(
    'body',
    'en',
    'With the strikes on both sides of the river growing more frequent, the groups that hold the town have begun to change how they are posted and how they work.',
  ),
  part(
    'body',
    'en',
    'A rescuer told the River Monitor that {c3:the groups have }{c3!:moved}{c3: their men towards the eastern bank}, and the Monitor said that {c4:they }{c4!:emptied}{c4: several headquarters in the district}, while {c5:only a handful of local men }{c5!:may have stayed}{c5: behind to guard them}.',
  ),
  part(
    'body',
    'en',
    'Shopkeepers near the old bridge say that evenings are dark now and that few people go out after prayers.',
  ),
  part('heading', 'en', 'Courses called off'),
  part(
    'body',
    'en',
    '{c6:Two training courses that the Border Guards had planned were }{c6!:cancelled}, in […], people there say. The Interior Ministry {c7!:denied}{c7: that any of its officers had met the groups}.',
  ),
  part(
    'body',
    'en',
    'The fear has a history. {c8:The }{c8!:bombing}{c8: of the consulate in April 2024 killed seven advisers}, and {c9:commanders now }{c9!:mean to}{c9: run their work from across the border}.',
  ),
  part('credit', 'en', 'Harbour Wire – Agencies'),
];

const ARABIC_CLAIMS: readonly PublicClaim[] = [
  claim('c1', 'market', {
    type: 'violence.shelling',
    label: { en: 'Shelling', ar: 'قصف مدفعي' },
    quote: runs('{c1!:قصفت}{c1: المدفعية السوق القديم في المدينة مساء السبت}'),
    quoteLanguage: 'ar',
    speakers: [monitor],
    time: night,
    timeBasis: 'implied',
    tolls: [{ harm: 'killed', low: 4, high: 4 }],
    confidence: 0.93,
    recordId: 'dd44ee55ff66',
  }),
  claim('c2', 'market', {
    type: 'violence.shelling',
    label: { en: 'Shelling', ar: 'قصف مدفعي' },
    quote: runs('{c2:ستة }{c2!:قتلى}{c2: على الأقل وصلوا إلى المشفى}'),
    quoteLanguage: 'ar',
    speakers: [rescuer],
    time: night,
    timeBasis: 'stated',
    tolls: [
      { harm: 'killed', low: 6 },
      { harm: 'injured', low: 11, high: 14 },
    ],
    recordId: 'dd44ee55ff66',
  }),
  claim('c3', 'market', {
    type: 'violence.shelling',
    label: { en: 'Shelling', ar: 'قصف مدفعي' },
    quote: runs('{c3!:نفت}{c3: الوزارة أن تكون قواتها قد قصفت السوق}'),
    quoteLanguage: 'ar',
    speakers: [ministry],
    modality: 'denied',
    time: night,
    timeBasis: 'implied',
    confidence: 0.88,
    recordId: 'dd44ee55ff66',
  }),
];

const ARABIC_REPORT_CLAIMS: readonly PublicClaim[] = [
  ...ARABIC_CLAIMS,
  claim('c4', 'market', { label: { en: 'Shelling', ar: 'قصف مدفعي' }, quoteLanguage: 'ar', same: 'c1' }),
];

const ARABIC_PARTS: readonly PublicPart[] = [
  part('headline', 'ar', '{c4!:قصف}{c4: على السوق القديم في قصر النهر} وخلاف على عدد القتلى'),
  part('standfirst', 'ar', 'مرصد النهر يتحدث عن أربعة قتلى، ومسعفون يقولون إنهم ستة على الأقل.'),
  part(
    'body',
    'ar',
    'قال مرصد النهر إن {c1:المدفعية }{c1!:قصفت}{c1: السوق القديم في المدينة مساء السبت 21 كانون الأول 2024، ما أدى إلى مقتل أربعة أشخاص}، وإن دكاكين عدة احترقت.',
  ),
  part(
    'body',
    'ar',
    'وأوضح مسعف وصل إلى المكان بعد دقائق أن {c2:ستة }{c2!:قتلى}{c2: على الأقل وصلوا إلى المشفى}، وأن عدد الجرحى بين 11 و14. وأضاف أن الطريق إلى […] كان مقطوعًا.',
  ),
  part('body', 'ar', '{c3!:نفت}{c3: وزارة الداخلية أن تكون قواتها قد قصفت السوق}، ودعت الأهالي إلى التزام بيوتهم.'),
  part('credit', 'ar', 'برقية الميناء - وكالات'),
];

const gated = <T>(value: unknown): T => value as T;

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
    claims: ARABIC_CLAIMS.map((one) => ({
      ...one,
      stance: one.modality === 'denied' ? ('disputes' as const) : ('supports' as const),
      reportTitle: runs('قصف على السوق القديم في قصر النهر وخلاف على عدد القتلى'),
    })),
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
      { name: town.name, records: 5 },
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
  about: () => ({
    name: { en: 'Test observatory', ar: 'مرصد التجربة' },
    demo: true,
    machineRead: true,
    version: '0.1.0',
  }),
  home: async (view) => home(view),
  report: async (id, view) => {
    if (id === 'broken') throw new Error('a secret detail of the machine');
    return REPORTS[id]?.(view);
  },
  record: async (id, view, version = 2) => (id === 'dd44ee55ff66' && version <= 2 ? record(view, version) : undefined),
};
