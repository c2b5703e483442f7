/** Who and what the tables of sentences are about: names of the world's places and bodies, but no real events. */
import type { Name, PublicPlace } from '../types.ts';
import type { Sayable } from './index.ts';

type Actor = { readonly id?: string; readonly name: Name };

export const both = (en: string, ar: string): Name => ({ en, ar });
const known = (id: string, en: string, ar: string): Actor => ({ id, name: both(en, ar) });
/** Words of an English report, and of an Arabic one. */
export const en = (words: string): Actor => ({ name: { en: words } });
export const ar = (words: string): Actor => ({ name: { ar: words } });

export const SOHR = known('sohr', 'Syrian Observatory for Human Rights', 'المرصد السوري لحقوق الإنسان');
export const ISRAEL = known('country:IL', 'Israel', 'إسرائيل');
export const IRAQ = known('country:IQ', 'Iraq', 'العراق');
export const RUSSIA = known('country:RU', 'Russia', 'روسيا');
export const SDF = known('sdf', 'Syrian Democratic Forces', 'قوات سوريا الديمقراطية');
export const ISIS = known('isis', 'Islamic State', 'تنظيم الدولة الإسلامية');
export const HEZBOLLAH = known('hezbollah', 'Hezbollah', 'حزب الله');
export const IRGC = known('irgc', 'Islamic Revolutionary Guard Corps', 'الحرس الثوري الإيراني');
export const MILITIAS = known('iranian-militias', 'Iranian-backed militias', 'الميليشيات الإيرانية');
export const HOUTHIS = known('houthis', 'Houthis', 'جماعة الحوثي');
export const DEFENCE = known('defence-syria', 'Syrian Defence Ministry', 'وزارة الدفاع السورية');
export const UN = known('un', 'United Nations', 'الأمم المتحدة');
export const LEVANT = known('levant', 'Levant24', 'ليفانت 24');

export const at = (english: string, arabic: string, more: Partial<PublicPlace> = {}): PublicPlace => ({
  name: both(english, arabic),
  precision: 'town',
  role: 'at',
  ...more,
});
export const BUKAMAL = at('Al-Bukamal', 'البوكمال');
export const DEIR = at('Deir ez-Zor', 'دير الزور');

export const said = (speaker: Actor, stance: 'supports' | 'disputes' = 'supports'): Sayable['claims'][number] => ({
  stance,
  speakers: [speaker],
});
export const printed = (publisher: Actor): Sayable['claims'][number] => ({
  stance: 'supports',
  speakers: [],
  publisher,
});

export const toll = (
  harm: Sayable['tolls'][number]['harm'],
  low: number,
  high?: number,
  more: Partial<Sayable['tolls'][number]> = {},
) => ({
  harm,
  low,
  ...(high === undefined ? {} : { high }),
  claims: [],
  ...more,
});

export type Spec = {
  readonly c?: Sayable['change'];
  readonly m?: Sayable['modality'];
  readonly a?: readonly Actor[];
  readonly t?: readonly Actor[];
  readonly f?: readonly Name[];
  readonly p?: readonly PublicPlace[];
  readonly by?: Sayable['claims'];
  readonly day?: string;
  readonly when?: Pick<Sayable, 'time' | 'timeBasis'>;
  readonly tolls?: Sayable['tolls'];
};

/**
 * A record and the sentences that an editor would print for it. Without «=» a row tells what follows «The Syrian
 * Observatory for Human Rights says that …» and «بحسب المرصد السوري لحقوق الإنسان، …»; with it, the whole sentence.
 */
export type Case = readonly [type: string, given: Spec, english: string, arabic: string];

/** A record in Al-Bukamal, told by the Syrian Observatory, without a date, unless it says otherwise. */
export const recordOf = (type: string, spec: Spec = {}): Sayable => ({
  type,
  label: { en: 'An event of a new type', ar: 'حدث من نوع جديد' },
  ...(spec.c ? { change: spec.c } : {}),
  agents: spec.a ?? [],
  targets: spec.t ?? [],
  facilities: spec.f ?? [],
  places: spec.p ?? [BUKAMAL],
  time: spec.day
    ? { earliest: spec.day, latest: spec.day, precision: 'day' }
    : (spec.when?.time ?? { precision: 'bounded' }),
  timeBasis: spec.when?.timeBasis ?? 'stated',
  tolls: spec.tolls ?? [],
  modality: spec.m ?? 'asserted',
  claims: spec.by ?? [said(SOHR)],
});
