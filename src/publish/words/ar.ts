/** Arabic words, written as Arabic, with its plural forms and both sets of month names. */
import type { Harm, Interval } from '../../model/index.ts';
import { type CountNoun, type Day, dayParts, grouped, inNumerals, type Numerals, type Words } from './words.ts';

/** Levantine name first, then the name used elsewhere in the Arab world. */
const months = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيو',
  'تموز/يوليو',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
];
const weekdays = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];

/**
 * Forms of a counted noun: one; two; 3–10 (plural); 11–99 (accusative singular); the rest (genitive singular).
 * `two` is in the genitive, which is also the everyday form.
 */
type Forms = {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
};

const FORMS: Readonly<Record<CountNoun, Forms>> = {
  report: { one: 'تقرير واحد', two: 'تقريران', few: 'تقارير', many: 'تقريراً', other: 'تقرير' },
  record: { one: 'سجل واحد', two: 'سجلان', few: 'سجلات', many: 'سجلاً', other: 'سجل' },
  claim: { one: 'إفادة واحدة', two: 'إفادتان', few: 'إفادات', many: 'إفادة', other: 'إفادة' },
  minute: { one: 'دقيقة واحدة', two: 'دقيقتان', few: 'دقائق', many: 'دقيقة', other: 'دقيقة' },
  person: { one: 'شخص واحد', two: 'شخصان', few: 'أشخاص', many: 'شخصاً', other: 'شخص' },
  place: { one: 'مكان واحد', two: 'مكانان', few: 'أماكن', many: 'مكاناً', other: 'مكان' },
  source: { one: 'مصدر واحد', two: 'مصدران', few: 'مصادر', many: 'مصدراً', other: 'مصدر' },
};

const number = (value: number, numerals?: Numerals): string => inNumerals(grouped(value), numerals);

/** The noun that follows a written number. */
const nounAfter = (forms: Forms, value: number): string => {
  const rest = value % 100;
  if (!Number.isInteger(value)) return forms.other;
  if (rest >= 3 && rest <= 10) return forms.few;
  return rest >= 11 ? forms.many : forms.other;
};

const counted = (forms: Forms, value: number, numerals?: Numerals): string => {
  if (value === 1) return forms.one;
  if (value === 2) return forms.two;
  return `${number(value, numerals)} ${nounAfter(forms, value)}`;
};

const range = (low: number, high?: number, numerals?: Numerals): string => {
  if (high === undefined) return `${number(low, numerals)} على الأقل`;
  // Isolated left to right: in Arabic text a bare «3–5» may be shown as «5–3».
  return high === low ? number(low, numerals) : `\u2066${number(low, numerals)}–${number(high, numerals)}\u2069`;
};

/** After a verbal noun («مقتل …») the counted people stand in the genitive. */
const PEOPLE: Forms = { one: 'شخص واحد', two: 'شخصين', few: 'أشخاص', many: 'شخصاً', other: 'شخص' };
const ACT: Readonly<Record<Harm, string>> = {
  killed: 'مقتل',
  injured: 'إصابة',
  abducted: 'اختطاف',
  arrested: 'اعتقال',
  displaced: 'نزوح',
  missing: 'فقدان',
};
const NONE: Readonly<Record<Harm, string>> = {
  killed: 'لا قتلى',
  injured: 'لا مصابين',
  abducted: 'لا مختطفين',
  arrested: 'لا معتقلين',
  displaced: 'لا نازحين',
  missing: 'لا مفقودين',
};

const toll = (harm: Harm, low: number, high?: number, numerals?: Numerals): string => {
  if (low === 0 && high === 0) return NONE[harm];
  if (high === undefined) return `${ACT[harm]} ما لا يقل عن ${counted(PEOPLE, low, numerals)}`;
  if (high === low) return `${ACT[harm]} ${counted(PEOPLE, low, numerals)}`;
  return `${ACT[harm]} ما بين ${number(low, numerals)} و${number(high, numerals)} ${nounAfter(PEOPLE, high)}`;
};

const month = (day: Day): string => months[day.month - 1]!;
const written = (day: Day, numerals?: Numerals): string => inNumerals(`${day.day} ${month(day)} ${day.year}`, numerals);

const day = (iso: string, numerals?: Numerals): string => {
  const parts = dayParts(iso);
  return parts ? written(parts, numerals) : iso;
};

const pieces = (time: Interval, numerals?: Numerals): readonly [string, string] => {
  const from = time.earliest === undefined ? undefined : dayParts(time.earliest);
  const to = time.latest === undefined ? undefined : dayParts(time.latest);
  const year = (value: number): string => inNumerals(String(value), numerals);
  if (!from && !to) return ['', 'بتاريخ غير معروف'];
  if (!from) return ['', `حتى ${written(to!, numerals)}`];
  if (!to) return ['', `منذ ${written(from, numerals)}`];
  if (time.earliest === time.latest) return ['في ', written(from, numerals)];
  if (time.precision === 'year' && from.year === to.year) return ['في عام ', year(from.year)];
  const oneMonth = from.year === to.year && from.month === to.month;
  if (time.precision === 'month' && oneMonth) return ['في ', `${month(from)} ${year(from.year)}`];
  const start = oneMonth
    ? inNumerals(String(from.day), numerals)
    : from.year === to.year
      ? inNumerals(`${from.day} ${month(from)}`, numerals)
      : written(from, numerals);
  return ['', `بين ${start} و${written(to, numerals)}`];
};

export const ar: Words = {
  modality: {
    asserted: 'قيل إنه وقع',
    intended: 'مخطط له',
    ordered: 'صدر أمر به',
    threatened: 'تهديد به',
    possible: 'محتمل',
    conditional: 'مشروط',
    denied: 'منفي',
    cancelled: 'أُلغي',
    'called-for': 'دعوة إليه',
    assessed: 'تقدير',
  },
  status: {
    began: 'بدأ',
    ongoing: 'جارٍ',
    continued: 'استمر',
    ended: 'انتهى',
    completed: 'اكتمل',
    habitual: 'يتكرر',
  },
  change: {
    began: 'جديد',
    increased: 'أكثر من ذي قبل',
    continued: 'مستمر',
    decreased: 'أقل من ذي قبل',
    ended: 'انتهى',
    moved: 'نُقل',
    replaced: 'استُبدل',
    refused: 'قوبل بالرفض',
  },
  harm: {
    killed: 'قتلى',
    injured: 'مصابون',
    abducted: 'مختطفون',
    arrested: 'معتقلون',
    displaced: 'نازحون',
    missing: 'مفقودون',
  },
  precision: {
    point: 'المكان بعينه',
    town: 'بلدة أو مدينة',
    district: 'في مكان ما من هذه المنطقة',
    province: 'في مكان ما من هذه المحافظة',
    country: 'في مكان ما من هذا البلد',
    region: 'في مكان ما من هذا الإقليم',
    between: 'بين هذه الأماكن',
  },
  placesFrom: {
    clause: 'ورد المكان في هذه الكلمات',
    sentence: 'ورد المكان في الجملة نفسها',
    paragraph: 'ورد المكان في الفقرة نفسها',
    report: 'أُخذ المكان من التقرير كله',
  },
  timeBasis: {
    stated: 'التاريخ مذكور',
    implied: 'التاريخ مستنتج من الكلام',
    report: 'لا تاريخ مذكوراً، فاعتُمد تاريخ التقرير',
  },
  review: {
    'machine-read': 'قراءة آلية لم تُراجَع',
    confirmed: 'أكّدها مراجع',
    corrected: 'صحّحها مراجع',
    rejected: 'رفضها مراجع',
  },
  part: {
    chrome: 'عناصر الصفحة',
    'page-date': 'تاريخ الصفحة',
    'key-point': 'نقطة رئيسية',
    headline: 'العنوان',
    standfirst: 'المقدمة',
    dateline: 'مكان التحرير وتاريخه',
    byline: 'اسم الكاتب',
    caption: 'تعليق الصورة',
    heading: 'عنوان فرعي',
    body: 'النص',
    quote: 'اقتباس',
    credit: 'المصدر',
  },
  issuedBasis: {
    given: 'تاريخ مرفق بالتقرير',
    dateline: 'سطر المكان والتاريخ',
    'page-date': 'تاريخ الصفحة',
    'latest-mentioned-date': 'آخر تاريخ يذكره النص',
  },
  terms: { full: 'النص الكامل', quotes: 'اقتباسات فقط', link: 'رابط فقط' },
  gap: {
    'place-unknown': 'مكان غير معروف',
    'actor-unknown': 'جهة غير معروفة',
    'trigger-without-claim': 'كلمات تدل على حدث ولم تُقرأ منها إفادة',
    'time-unresolved': 'تاريخ لم يُفهم',
    ambiguous: 'يحتمل أكثر من معنى',
  },
  months,
  weekdays,
  number,
  range,
  toll,
  day,
  weekday: (iso, numerals) => {
    const parts = dayParts(iso);
    return parts ? `${weekdays[parts.weekday]} ${written(parts, numerals)}` : iso;
  },
  interval: (time, numerals) => {
    const [, bare] = pieces(time, numerals);
    return bare === 'بتاريخ غير معروف' ? 'التاريخ غير معروف' : bare;
  },
  when: (time, numerals) => pieces(time, numerals).join(''),
  count: (noun, value, numerals) => counted(FORMS[noun], value, numerals),
  and: (items) => items.join(' و'),
};
