/** Sentences as they are read: names of the world's places and bodies, but no real events. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Name, PublicPlace } from '../types.ts';
import { type Sayable, sentenceOf } from './index.ts';

const both = (en: string, ar: string): Name => ({ en, ar });
const actor = (name: Name, id?: string) => ({ ...(id ? { id } : {}), name });
const SOHR = actor(both('Syrian Observatory for Human Rights', 'المرصد السوري لحقوق الإنسان'), 'sohr');
const ISRAEL = actor(both('Israel', 'إسرائيل'), 'israel');
const SDF = actor(both('Syrian Democratic Forces', 'قوات سوريا الديمقراطية'), 'sdf');
const ISIS = actor(both('Islamic State', 'تنظيم الدولة الإسلامية'), 'isis');
const GROUPS = actor(both('Iranian groups', 'مجموعات إيرانية'));
const BUKAMAL = both('Al-Bukamal', 'البوكمال');

const at = (name: Name, more: Partial<PublicPlace> = {}): PublicPlace => ({
  name,
  precision: 'town',
  role: 'at',
  ...more,
});

const said = (speaker: { name: Name; id?: string }, stance: 'supports' | 'disputes' = 'supports') =>
  ({ stance, speakers: [speaker] }) as unknown as Sayable['claims'][number];

const record = (type: string, more: Partial<Sayable> = {}): Sayable => ({
  id: 'r',
  version: 1,
  versions: [],
  type,
  label: { en: 'an event of a new type', ar: 'حدث من نوع جديد' },
  definition: { en: 'd', ar: 'd' },
  agents: [],
  targets: [],
  facilities: [],
  places: [at(BUKAMAL)],
  time: { earliest: '2024-05-03', latest: '2024-05-03', precision: 'day' },
  timeBasis: 'stated',
  tolls: [],
  modality: 'asserted',
  background: false,
  confidence: 0.8,
  review: 'machine-read',
  claims: [said(SOHR)],
  ...more,
});

const journalists = actor(both('two journalists', 'صحفيين اثنين'));
const DEIR = both('Deir ez-Zor', 'دير الزور');

const CASES: readonly (readonly [string, Sayable, string, string])[] = [
  [
    'speakers, doer, target, place, day, tolls',
    record('violence.airstrike', {
      agents: [ISRAEL],
      targets: [GROUPS],
      tolls: [
        { harm: 'killed', low: 7, high: 7, claims: [] },
        { harm: 'injured', low: 3, claims: [] },
      ],
    }),
    'According to the Syrian Observatory for Human Rights: an airstrike by Israel on Iranian groups in Al-Bukamal on 3 May 2024; 7 killed, at least 3 injured.',
    'بحسب المرصد السوري لحقوق الإنسان: غارة جوية من جانب إسرائيل على مجموعات إيرانية في البوكمال في 3 أيار / مايو 2024؛ الحصيلة: مقتل 7 أشخاص وإصابة ما لا يقل عن 3 أشخاص.',
  ],
  [
    'a facility that was given up; no date stated',
    record('posture.facility', {
      change: 'ended',
      agents: [GROUPS],
      facilities: [both('headquarters', 'مقرات')],
      timeBasis: 'report',
      time: { earliest: '2024-04-01', latest: '2024-12-24', precision: 'bounded' },
    }),
    'According to the Syrian Observatory for Human Rights: evacuation of headquarters by Iranian groups in Al-Bukamal; date not stated, reported between 1 April and 24 December 2024.',
    'بحسب المرصد السوري لحقوق الإنسان: إخلاء مقرات من جانب مجموعات إيرانية في البوكمال؛ التاريخ غير مذكور، والتقرير بين 1 نيسان / أبريل و24 كانون الأول / ديسمبر 2024.',
  ],
  [
    'being seen less is not being gone',
    record('posture.visibility', { change: 'decreased', agents: [GROUPS] }),
    'According to the Syrian Observatory for Human Rights: decrease in the visible presence of Iranian groups in Al-Bukamal on 3 May 2024.',
    'بحسب المرصد السوري لحقوق الإنسان: تراجع ظهور مجموعات إيرانية في البوكمال في 3 أيار / مايو 2024.',
  ],
  [
    'equals stand side by side',
    record('violence.clash', { agents: [SDF], targets: [ISIS] }),
    'According to the Syrian Observatory for Human Rights: clashes between the Syrian Democratic Forces and the Islamic State in Al-Bukamal on 3 May 2024.',
    'بحسب المرصد السوري لحقوق الإنسان: اشتباكات بين قوات سوريا الديمقراطية وتنظيم الدولة الإسلامية في البوكمال في 3 أيار / مايو 2024.',
  ],
  [
    'one side only',
    record('violence.clash', { agents: [ISIS], change: 'continued' }),
    'According to the Syrian Observatory for Human Rights: continued clashes involving the Islamic State in Al-Bukamal on 3 May 2024.',
    'بحسب المرصد السوري لحقوق الإنسان: استمرار الاشتباكات بمشاركة تنظيم الدولة الإسلامية في البوكمال في 3 أيار / مايو 2024.',
  ],
  [
    'a place is taken',
    record('control.capture', { agents: [SDF] }),
    'According to the Syrian Observatory for Human Rights: the capture by the Syrian Democratic Forces of Al-Bukamal on 3 May 2024.',
    'بحسب المرصد السوري لحقوق الإنسان: سيطرة قوات سوريا الديمقراطية على البوكمال في 3 أيار / مايو 2024.',
  ],
  [
    'denied, and of a place made coarser',
    record('violence.airstrike', {
      modality: 'denied',
      agents: [ISRAEL],
      places: [at(BUKAMAL, { precision: 'district', coarsened: true })],
    }),
    'According to the Syrian Observatory for Human Rights: a denial of an airstrike by Israel in the area of Al-Bukamal on 3 May 2024.',
    'بحسب المرصد السوري لحقوق الإنسان: نفي وقوع غارة جوية من جانب إسرائيل في منطقة البوكمال في 3 أيار / مايو 2024.',
  ],
  [
    'cancelled before it began',
    record('posture.training', { modality: 'cancelled' }),
    'According to the Syrian Observatory for Human Rights: the cancellation of training in Al-Bukamal on 3 May 2024.',
    'بحسب المرصد السوري لحقوق الإنسان: إلغاء تدريبات في البوكمال في 3 أيار / مايو 2024.',
  ],
  [
    'names of the other script, genitive, ways, dispute',
    record('violence.abduction', {
      agents: [actor({ ar: 'مسلحون مجهولون' })],
      targets: [actor({ en: 'a teacher' })],
      claims: [said(actor({ en: 'Levant' }, 'levant')), said(SDF, 'disputes')],
      places: [at(BUKAMAL, { role: 'origin' }), at(DEIR, { role: 'destination' })],
    }),
    'According to Levant: the abduction of a teacher by \u2068مسلحون مجهولون\u2069 from Al-Bukamal to Deir ez-Zor on 3 May 2024; disputed by the Syrian Democratic Forces.',
    'بحسب \u2068Levant\u2069: اختطاف \u2068a teacher\u2069 على يد مسلحين مجهولين من البوكمال إلى دير الزور في 3 أيار / مايو 2024؛ مع نفي من قوات سوريا الديمقراطية.',
  ],
  [
    'two speakers with two numbers',
    record('violence.shelling', {
      targets: [journalists],
      tolls: [
        { harm: 'killed', low: 1, high: 1, claims: [] },
        { harm: 'killed', low: 2, high: 2, claims: [] },
      ],
      claims: [said(SOHR), said(SDF)],
    }),
    'According to the Syrian Observatory for Human Rights and the Syrian Democratic Forces: shelling of two journalists in Al-Bukamal on 3 May 2024; 1 killed or 2 killed.',
    'بحسب المرصد السوري لحقوق الإنسان وقوات سوريا الديمقراطية: قصف على صحفيين اثنين في البوكمال في 3 أيار / مايو 2024؛ الحصيلة: مقتل شخص واحد أو مقتل شخصين.',
  ],
  [
    'nobody, nowhere, no date',
    record('harm.casualties', { places: [], claims: [], time: { precision: 'bounded' }, timeBasis: 'report' }),
    'Casualties.',
    'سقوط ضحايا.',
  ],
  [
    'a type that has no phrase yet',
    record('violence.future', { agents: [ISRAEL] }),
    'According to the Syrian Observatory for Human Rights: an event of a new type by Israel in Al-Bukamal on 3 May 2024.',
    'بحسب المرصد السوري لحقوق الإنسان: حدث من نوع جديد من جانب إسرائيل في البوكمال في 3 أيار / مايو 2024.',
  ],
];

describe('a record in one sentence', () => {
  it.each(CASES)('%s', (_name, given, en, ar) => {
    expect(sentenceOf(given)).toEqual({ en, ar });
  });

  it('has a phrase in both languages for every type of the code book', () => {
    const folder = new URL('../../../data/ontology/', import.meta.url);
    const types = readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => file.slice(0, -'.yaml'.length));
    expect(types.length).toBeGreaterThan(50);
    for (const type of types) {
      const { en, ar } = sentenceOf(record(type));
      expect(en, type).not.toContain('an event of a new type');
      expect(ar, type).not.toContain('حدث من نوع جديد');
      expect(ar, type).not.toMatch(/[a-z{}]/u);
    }
  });

  it('isolates a name that tries to break out', () => {
    const { ar } = sentenceOf(record('violence.attack', { agents: [actor({ en: 'Evil\u2069\u202e name' })] }));
    expect(ar).toContain('\u2068Evil name\u2069');
  });
});
