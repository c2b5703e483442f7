/** The made-up words and values that the test showcase is made of. */
import type { Interval, Language } from '../../model/index.ts';
import type { PublicClaim, PublicPart, PublicPlace, PublicSpeaker, Run } from '../../publish/types.ts';

/** Reads `plain {c1:words of a claim} {c1!:its trigger} […]` into runs. */
export const runs = (text: string): readonly Run[] =>
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

export const harbour: PublicSpeaker = { id: 'harbour', name: { en: 'Harbour Wire', ar: 'برقية الميناء' } };
const monitor: PublicSpeaker = { id: 'monitor', name: { en: 'the River Monitor', ar: 'مرصد النهر' } };
const ministry: PublicSpeaker = { id: 'ministry', name: { en: 'the Interior Ministry', ar: 'وزارة الداخلية' } };
const rescuer: PublicSpeaker = { name: { en: 'a rescuer', ar: 'مسعف' } };

export const town: PublicPlace = {
  name: { en: 'Qasr al-Nahr', ar: 'قصر النهر' },
  precision: 'town',
  role: 'at',
  country: 'SY',
};
export const district: PublicPlace = {
  name: { en: 'Eastern Bank district', ar: 'منطقة الضفة الشرقية' },
  precision: 'district',
  role: 'at',
  coarsened: true,
};

const bounded: Interval = { earliest: '2024-04-01', latest: '2024-12-24', precision: 'bounded' };
export const night: Interval = { earliest: '2024-12-21', latest: '2024-12-21', precision: 'day' };

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
  sentence: {
    en: `Harbour Wire reports what claim ${id} says.`,
    ar: `بحسب برقية الميناء، هذا ما تقوله الإفادة ${id.slice(1)}.`,
  },
  ...fields,
});

export const groups = { name: { en: 'allied groups', ar: 'المجموعات الحليفة' } };
export const guards = { id: 'guards', name: { en: 'the Border Guards', ar: 'حرس الحدود' } };

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 320" role="img"><title>Map of Qasr al-Nahr</title><rect width="480" height="320" fill="var(--map-land)"/><path d="M0 130C80 90 140 150 320 60" fill="none" stroke="var(--map-border)" stroke-width="3"/><path d="M210 0L250 200" stroke="var(--map-border)" stroke-dasharray="5 3"/><circle cx="150" cy="100" r="26" fill="var(--map-mark)" fill-opacity="0.18" stroke="var(--map-mark)"/><text x="150" y="60" text-anchor="middle" font-size="13" fill="var(--map-label)">Qasr al-Nahr</text></svg>`;

export const map = (language: Language) => ({
  svg: SVG,
  words:
    language === 'en'
      ? 'Qasr al-Nahr, somewhere in the town, west of the border.'
      : 'قصر النهر، في مكان ما من المدينة، غرب الحدود.',
});

export const capture = {
  address: 'https://harbour.example/2024/12/quiet-streets',
  fetchedAt: '2024-12-24T09:30:00Z',
  mediaType: 'text/html',
  bytes: 48_211,
  hash: '3f9a61c07be2d45890aa1c2b3d4e5f60718293a4b5c6d7e8f90123456789abcd',
};

const soldiers = { harm: 'killed' as const, low: 7, high: 7, who: { en: 'advisers', ar: 'مستشارون' } };

export const ENGLISH_CLAIMS: readonly PublicClaim[] = [
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

export const ENGLISH_PARTS: readonly PublicPart[] = [
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

export const ARABIC_CLAIMS: readonly PublicClaim[] = [
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

export const ARABIC_REPORT_CLAIMS: readonly PublicClaim[] = [
  ...ARABIC_CLAIMS,
  claim('c4', 'market', { label: { en: 'Shelling', ar: 'قصف مدفعي' }, quoteLanguage: 'ar', same: 'c1' }),
];

export const ARABIC_PARTS: readonly PublicPart[] = [
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
