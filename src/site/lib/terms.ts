/** Words for the domain's fixed values, in both languages. Rooms are not bundled into the site, so it has its own table. */
import type { Change, Harm, Language, Modality, PlacePrecision, Status } from '../../model/index.ts';
import type { PublicClaim } from '../../publish/types.ts';

type Terms = {
  readonly modality: Readonly<Record<Modality, string>>;
  /** What the modality means, for the legend. */
  readonly meaning: Readonly<Record<Modality, string>>;
  readonly change: Readonly<Record<Change, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly harm: Readonly<Record<Harm, string>>;
  /** Said beside a place's name only where the name does not say it: a town is known to be somewhere in the town. */
  readonly precision: Readonly<Partial<Record<PlacePrecision, string>>>;
  /** What stands in for a place that the gate made coarser. */
  readonly coarsened: Readonly<Record<PlacePrecision, string>>;
  readonly role: Readonly<Record<'at' | 'origin' | 'destination', string>>;
  readonly timeBasis: Readonly<Record<'stated' | 'implied' | 'report', string>>;
  readonly review: Readonly<Record<PublicClaim['review'], string>>;
  /** Grounds for the date of issue. */
  readonly basis: Readonly<Record<string, string>>;
  readonly gap: Readonly<Record<string, string>>;
};

const en: Terms = {
  modality: {
    asserted: 'asserted',
    intended: 'intended',
    ordered: 'ordered',
    threatened: 'threatened',
    possible: 'possible',
    conditional: 'conditional',
    denied: 'denied',
    cancelled: 'cancelled',
    'called-for': 'called for',
    assessed: 'assessed',
  },
  meaning: {
    asserted: 'The speaker says that it happened, or is so.',
    intended: 'Somebody means to do it. It has not been said to have happened.',
    ordered: 'Somebody was told to do it.',
    threatened: 'Somebody says that they will do harm.',
    possible: 'The speaker says that it may be so.',
    conditional: 'It would happen only if something else does.',
    denied: 'The speaker says that it did not happen, or is not so.',
    cancelled: 'It was planned, and called off before it began.',
    'called-for': 'Somebody asks that it be done.',
    assessed: 'The speaker infers or expects it, or weighs what it means.',
  },
  change: {
    began: 'began',
    increased: 'increased',
    continued: 'continued',
    decreased: 'decreased',
    ended: 'ended',
    moved: 'moved',
    replaced: 'replaced',
    refused: 'refused',
  },
  status: {
    began: 'it began',
    ongoing: 'under way',
    continued: 'it went on',
    ended: 'it ended',
    completed: 'done',
    habitual: 'it keeps happening',
  },
  harm: {
    killed: 'killed',
    injured: 'injured',
    abducted: 'abducted',
    arrested: 'arrested',
    displaced: 'displaced',
    missing: 'missing',
  },
  precision: {
    region: 'a wider region',
    between: 'between two places',
  },
  coarsened: {
    point: 'shown less exactly on purpose',
    town: 'shown as its town',
    district: 'shown as its district',
    province: 'shown as its province',
    country: 'shown as its country',
    region: 'shown as the wider region',
    between: 'shown less exactly on purpose',
  },
  role: { at: 'at', origin: 'from', destination: 'to' },
  timeBasis: {
    stated: 'stated',
    implied: 'inferred',
    report: 'the report’s own date',
  },
  review: {
    'machine-read': 'machine-read',
    confirmed: 'confirmed by a person',
    corrected: 'corrected by a person',
    rejected: 'rejected by a person',
  },
  basis: {
    given: 'given with the report',
    dateline: 'the dateline',
    'page-date': 'the date on the page',
    'latest-mentioned-date': 'the latest date that the text mentions',
  },
  gap: {
    'place-unknown': 'a place that is not in the tables',
    'actor-unknown': 'somebody who is not in the tables',
    'trigger-without-claim': 'a word for an event, but no claim could be made of it',
    'time-unresolved': 'a time that could not be placed',
    ambiguous: 'more than one reading',
  },
};

const ar: Terms = {
  modality: {
    asserted: 'إخبار',
    intended: 'نيّة',
    ordered: 'أمر',
    threatened: 'تهديد',
    possible: 'احتمال',
    conditional: 'شرط',
    denied: 'نفي',
    cancelled: 'إلغاء',
    'called-for': 'مطالبة',
    assessed: 'تقدير',
  },
  meaning: {
    asserted: 'يقول المتحدث إنه وقع، أو إنه قائم.',
    intended: 'هناك من ينوي فعله، ولم يقل أحد إنه وقع.',
    ordered: 'صدر أمر بفعله.',
    threatened: 'هناك من يتوعّد بفعله.',
    possible: 'يقول المتحدث إنه قد يكون كذلك.',
    conditional: 'لا يقع إلا إذا وقع غيره.',
    denied: 'يقول المتحدث إنه لم يقع، أو ليس كذلك.',
    cancelled: 'كان مقرَّرًا ثم أُلغي قبل أن يبدأ.',
    'called-for': 'هناك من يطالب بفعله.',
    assessed: 'يستنتجه المتحدث أو يتوقعه أو يزن دلالته.',
  },
  change: {
    began: 'بدأ',
    increased: 'زاد',
    continued: 'استمر',
    decreased: 'تراجع',
    ended: 'انتهى',
    moved: 'انتقل',
    replaced: 'استُبدل',
    refused: 'رُفض',
  },
  status: {
    began: 'بدأ',
    ongoing: 'جارٍ',
    continued: 'استمر',
    ended: 'انتهى',
    completed: 'تمّ',
    habitual: 'يتكرر',
  },
  harm: {
    killed: 'قتلى',
    injured: 'جرحى',
    abducted: 'مخطوفون',
    arrested: 'معتقلون',
    displaced: 'نازحون',
    missing: 'مفقودون',
  },
  precision: {
    region: 'إقليم أوسع',
    between: 'بين موضعين',
  },
  coarsened: {
    point: 'خُفّضت دقّته عمدًا',
    town: 'عُرض بمستوى المدينة',
    district: 'عُرض بمستوى المنطقة',
    province: 'عُرض بمستوى المحافظة',
    country: 'عُرض بمستوى البلد',
    region: 'عُرض بمستوى الإقليم',
    between: 'خُفّضت دقّته عمدًا',
  },
  role: { at: 'في', origin: 'من', destination: 'إلى' },
  timeBasis: { stated: 'مذكور', implied: 'مستنتَج', report: 'تاريخ التقرير' },
  review: {
    'machine-read': 'قراءة آلية',
    confirmed: 'أكّده مراجِع',
    corrected: 'صحّحه مراجِع',
    rejected: 'رفضه مراجِع',
  },
  basis: {
    given: 'ورد مع التقرير',
    dateline: 'سطر المكان والتاريخ',
    'page-date': 'التاريخ المدوَّن على الصفحة',
    'latest-mentioned-date': 'أحدث تاريخ يذكره النص',
  },
  gap: {
    'place-unknown': 'مكان غير موجود في الجداول',
    'actor-unknown': 'جهة غير موجودة في الجداول',
    'trigger-without-claim': 'لفظ يدل على حدث ولم تُستخلص منه إفادة',
    'time-unresolved': 'وقت لم يُعرف موضعه',
    ambiguous: 'يحتمل أكثر من قراءة',
  },
};

export const terms: Readonly<Record<Language, Terms>> = { en, ar };
