/** Arabic words of time. Each rule has a name and an example. */
import { fold } from '../../language/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { TimeRule, TimeRules } from './rules.ts';
import { ago, dateValue, lookUp, relative, unitBefore, weekdayValue, yearlessValue, yearValue } from './shared.ts';

const folded = (words: string): string => words.split('|').map(fold).join('|');
const MONTHS = folded(
  'كانون الثاني|كانون الأول|تشرين الأول|تشرين الثاني|يناير|شباط|فبراير|آذار|مارس|نيسان|أبريل|أيار|مايو|حزيران|يونيو|تموز|يوليو|آب|أغسطس|أيلول|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
);
const DAYS = folded('الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت');
// Two namings with a slash are one month: تشرين الأول / أكتوبر
const MONTH = `(?<month>${MONTHS})(?: [/()] ?(?:${MONTHS})(?: \\))?)?`;
// Days of a month in words: السابع من أكتوبر. Place in the list = the day.
const UNITS = 'الحادي|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع'.split('|');
const ORDINALS = [
  'الأول',
  ...UNITS.slice(1),
  'العاشر',
  ...UNITS.map((unit) => `${unit} عشر`),
  'العشرين',
  ...UNITS.map((unit) => `${unit} والعشرين`),
  'الثلاثين',
  'الحادي والثلاثين',
].map(fold);
const ORDINAL = [...ORDINALS].sort((a, b) => b.length - a.length).join('|');
const dayOf = (day: string | undefined, ordinal: string | undefined): string | undefined =>
  ordinal === undefined ? day : String(ORDINALS.indexOf(ordinal) + 1);
const DAY = `(?:(?<day>\\d{1,2}) (?:من )?|(?<ordinal>${ORDINAL}) من )`;
const PART_OF_DAY = '(?:مسا|صباح|ظهر|عصر|فجر|ليل|ليله|يوم) ';

// One or two of a unit are one word, more take a number: قبل يومين, قبل ثلاثة أيام.
const TWO = /ين$/;
const UNIT_DAYS: readonly (readonly [RegExp, number])[] = [
  [/^ساع/, 0],
  [/^(?:يوم|ايام)/, 1],
  [/^(?:اسبوع|اسابيع)/, 7],
  [/^(?:شهر|اشهر)/, 30],
  [/^(?:عام|اعوام|سن)/, 365],
];
const daysOf = (unit: string): number => UNIT_DAYS.find(([form]) => form.test(unit))?.[1] ?? 1;
const SINGLE = 'ساعه|ساعتين|يوم|يومين|اسبوع|اسبوعين|شهر|شهرين|عام|عامين|سنه|سنتين';
const MANY = 'ساعات|ايام|اسابيع|اشهر|اعوام|سنوات|ساعه|يوما|اسبوعا|شهرا|عاما|سنه';
// «the past days»: further back than this nobody means.
const PAST_DAYS: Readonly<Record<string, number>> = {
  الساعات: 2,
  الايام: 14,
  الاسابيع: 60,
  الاشهر: 365,
  السنوات: 3650,
};
const NEXT = ' (?:المقبل|القادم|المقبله|القادمه)';

const rule = (id: string, pattern: string, value: TimeRule['value']): TimeRule => ({
  id: `times/ar/${id}`,
  pattern: new RegExp(`(?<=^| |(?:^| )[وفبل])${pattern}(?= |$)`, 'g'),
  value,
});

/** Rules over folded Arabic words; joined و ف ب ل may stand before any of them. */
export const arabicTimes = (lexicons: Lexicons): TimeRules => {
  const month = (name: string | undefined): number | undefined => lookUp(lexicons.months, name);
  return {
    absolute: [
      // الثلاثاء 24 كانون الأول / ديسمبر 2024
      rule(
        'day-month-year',
        `(?:(?:يوم |اليوم )?(?:${DAYS}) ?[،,]? ?)?${DAY}(?:شهر )?${MONTH} ?[،,]? ?(?:عام |سنه |من عام |لعام )?(?<year>\\d{4})`,
        (g) => dateValue(dayOf(g.day, g.ordinal), month(g.month), g.year),
      ),
      rule('iso', '(?<year>\\d{4}) [-/] (?<month>\\d{1,2}) [-/] (?<day>\\d{1,2})', (g) =>
        dateValue(g.day, Number(g.month), g.year),
      ),
      rule('slashes', '(?<day>\\d{1,2}) [-/] (?<month>\\d{1,2}) [-/] (?<year>\\d{4})', (g) =>
        dateValue(g.day, Number(g.month), g.year),
      ),
      rule('month-year', `${MONTH} ?[،,]? ?(?:من )?(?:عام |سنه |العام )?(?<year>\\d{4})`, (g) =>
        dateValue(undefined, month(g.month), g.year),
      ),
      rule('year', '(?<lead>(?:عام|العام|سنه|منذ|منذ عام) )(?<year>\\d{4})', (g) => yearValue(g.year)),
    ],
    relative: [
      rule('day-month', `(?:(?:يوم |اليوم )?(?:${DAYS}) ?[،,]? ?)?${DAY}(?:شهر )?${MONTH}`, (g, a) =>
        yearlessValue(a, month(g.month) ?? 0, dayOf(g.day, g.ordinal)),
      ),
      rule('day-before', `(?:${PART_OF_DAY})?(?:اول امس|امس الاول|اول من امس)(?: (?:${DAYS}))?`, (_, a) =>
        relative(a, -2),
      ),
      rule('yesterday', `(?:(?:${PART_OF_DAY})?امس|البارحه|الليله الماضيه)(?: (?:${DAYS}))?`, (_, a) =>
        relative(a, -1),
      ),
      rule('today', `(?:(?:${PART_OF_DAY})?اليوم|الليله)(?: (?:${DAYS}))?`, (_, a) => relative(a, 0)),
      rule('tomorrow', `(?:غدا|(?:${PART_OF_DAY})غد)(?: (?:${DAYS}))?`, (_, a) => relative(a, 1)),
      rule('ago', `(?:قبل|منذ) (?<unit>${SINGLE})(?! \\d)`, (g, a) =>
        ago(a, TWO.test(g.unit ?? '') ? 2 : 1, daysOf(g.unit ?? '')),
      ),
      // قبل ثلاثة أيام
      rule(
        'ago-count',
        `(?:قبل|منذ) (?:نحو |حوالي )?(?<count>\\d{1,3}|[\\u0620-\\u064a]+) (?<unit>${MANY})`,
        (g, a) => {
          const count = lookUp(lexicons.numbers, g.count)?.low ?? Number(g.count);
          return Number.isNaN(count) ? undefined : ago(a, count, daysOf(g.unit ?? ''));
        },
      ),
      // خلال الـ24 ساعة الماضية
      rule('past-hours', '(?<count>\\d{1,3}) ساعه (?:الماضيه|الاخيره)', (g, a) =>
        relative(a, -Math.ceil(Number(g.count) / 24), 0),
      ),
      rule('next-weekday', `(?:${PART_OF_DAY})?(?<weekday>${DAYS})${NEXT}`, (g, a) =>
        weekdayValue(a, lookUp(lexicons.weekdays, g.weekday) ?? 0, true),
      ),
      rule('last-weekday', `(?:${PART_OF_DAY})?(?<weekday>${DAYS})(?: (?:الماضي|الفايت|المنصرم))?`, (g, a) =>
        weekdayValue(a, lookUp(lexicons.weekdays, g.weekday) ?? 0),
      ),
      rule(
        'last-unit',
        '(?<unit>الاسبوع|الشهر|العام|السنه) (?:الماضيه|الماضي|المنصرم|المنصرمه|الفايت|الفايته)',
        (g, a) => unitBefore(a, g.unit === 'الاسبوع' ? 'week' : g.unit === 'الشهر' ? 'month' : 'year'),
      ),
      rule(
        'past',
        '(?<unit>الايام|الاسابيع|الاشهر|الساعات|السنوات) (?:القليله )?(?:الماضيه|الاخيره|القليله الماضيه|المنصرمه|الفايته)',
        (g, a) => relative(a, -(PAST_DAYS[g.unit ?? ''] ?? 365), 0),
      ),
      rule('month', `(?<lead>(?:في|منذ|خلال|مطلع|نهايه|منتصف|اواخر|اوايل|شهر) )${MONTH}(?: الماضي)?(?! \\d)`, (g, a) =>
        yearlessValue(a, month(g.month) ?? 0),
      ),
      rule('vague', '(?:مؤخرا|موخرا|في الاونه الاخيره|اخيرا|حديثا)', () => 'unresolved'),
    ],
  };
};
