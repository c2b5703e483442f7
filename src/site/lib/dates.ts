/** Days and intervals in words. Arabic gives the Levantine and the Arab month name side by side. */
import type { Interval, Language } from '../../model/index.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ar: [
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
  ],
};

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
  ar: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
};

const JOIN: Readonly<Record<Language, { between: string; and: string; by: string; from: string; none: string }>> = {
  en: { between: 'between', and: 'and', by: 'by', from: 'since', none: 'not stated' },
  ar: { between: 'بين', and: 'و', by: 'حتى', from: 'منذ', none: 'غير مذكور' },
};

const fields = (iso: string): readonly [number, number, number] => {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return [year, month, day];
};

/** `2024-12-24` as «24 December 2024»; with `weekday`, «Tuesday, 24 December 2024». */
export const dayWords = (iso: string, language: Language, weekday = false): string => {
  const [year, month, day] = fields(iso);
  const date = `${day} ${MONTHS[language][month - 1]} ${year}`;
  if (!weekday) return date;
  const name = WEEKDAYS[language][new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return language === 'ar' ? `${name} ${date}` : `${name}, ${date}`;
};

/** ISO date-time as day and clock, in UTC and saying so. */
export const momentWords = (iso: string, language: Language): string =>
  iso.length > 10
    ? // Isolated, so that clock and zone keep their order among Arabic words.
      `${dayWords(iso, language)}${language === 'ar' ? '،' : ','} \u2066${iso.slice(11, 16)} UTC\u2069`
    : dayWords(iso, language);

type Bounds = {
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  readonly precision?: Interval['precision'];
};

/** An interval in words that claim no more than it holds: a day, a month, a year, or the bounds it lies between. */
export const intervalWords = (time: Bounds, language: Language): string => {
  const { earliest, latest } = time;
  const join = JOIN[language];
  if (!earliest && !latest) return join.none;
  if (!earliest) return `${join.by} ${dayWords(latest as string, language)}`;
  if (!latest) return `${join.from} ${dayWords(earliest, language)}`;
  if (earliest === latest) return dayWords(earliest, language, true);
  const [year, month] = fields(earliest);
  if (time.precision === 'month') return `${MONTHS[language][month - 1]} ${year}`;
  if (time.precision === 'year') return `${year}`;
  const and = language === 'ar' ? 'و' : 'and ';
  const first = dayWords(earliest, language);
  // One year is said once.
  const start = fields(latest)[0] === year ? first.slice(0, first.lastIndexOf(' ')) : first;
  return `${join.between} ${start} ${and}${dayWords(latest, language)}`;
};
