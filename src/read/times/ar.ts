/** Arabic words of time. Each rule has a name and an example. */
import { fold } from '../../language/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { TimeRule, TimeRules } from './rules.ts';
import { dateValue, lookUp, relative, weekdayValue, yearlessValue, yearValue } from './shared.ts';

const folded = (words: string): string => words.split('|').map(fold).join('|');
const MONTHS = folded(
  'كانون الثاني|كانون الأول|تشرين الأول|تشرين الثاني|يناير|شباط|فبراير|آذار|مارس|نيسان|أبريل|أيار|مايو|حزيران|يونيو|تموز|يوليو|آب|أغسطس|أيلول|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
);
const DAYS = folded('الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت');
// Two namings with a slash are one month: تشرين الأول / أكتوبر
const MONTH = `(?<month>${MONTHS})(?: [/()] ?(?:${MONTHS})(?: \\))?)?`;
const COUNT: Readonly<Record<string, number>> = {
  يومين: 2,
  اسبوعين: 14,
  شهرين: 60,
  يوم: 1,
  اسبوع: 7,
  شهر: 30,
  عام: 365,
  سنه: 365,
};

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
        `(?:(?:يوم )?(?:${DAYS}) ?[،,]? ?)?(?<day>\\d{1,2}) (?:من )?(?:شهر )?${MONTH} ?[،,]? ?(?:عام |سنه |من عام |لعام )?(?<year>\\d{4})`,
        (g) => dateValue(g.day, month(g.month), g.year),
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
      rule('day-month', `(?:(?:يوم )?(?:${DAYS}) ?[،,]? ?)?(?<day>\\d{1,2}) (?:من )?(?:شهر )?${MONTH}`, (g, a) =>
        yearlessValue(a, month(g.month) ?? 0, g.day),
      ),
      rule('yesterday', '(?:امس|البارحه|ليل امس|مساء امس|الليله الماضيه)', (_, a) => relative(a, -1)),
      rule('day-before', '(?:اول امس|امس الاول)', (_, a) => relative(a, -2)),
      rule('today', '(?:اليوم|صباح اليوم|مساء اليوم|فجر اليوم|الليله)', (_, a) => relative(a, 0)),
      rule('tomorrow', '(?:غدا|يوم غد)', (_, a) => relative(a, 1)),
      rule('ago', '(?:قبل|منذ) (?<unit>يومين|اسبوعين|شهرين|يوم|اسبوع|شهر|عام|سنه)', (g, a) => {
        const days = COUNT[g.unit ?? ''] ?? 1;
        return days <= 2 ? relative(a, -days) : relative(a, -Math.round(days * 1.5), -Math.round(days / 2));
      }),
      rule('last-weekday', `(?:يوم |مساء |صباح |فجر |ليل )?(?<weekday>${DAYS})(?: الماضي)?`, (g, a) =>
        weekdayValue(a, lookUp(lexicons.weekdays, g.weekday) ?? 0),
      ),
      rule(
        'past',
        '(?:الايام|الاسابيع|الاشهر|الاسبوع|الشهر|العام|الساعات) (?<which>الماضيه|الماضي|الاخيره|القليله الماضيه|المنصرم|الفائت)',
        (_, a) => relative(a, -365, 0),
      ),
      rule('month', `(?<lead>(?:في|منذ|خلال|مطلع|نهايه|منتصف|اواخر|اوائل|شهر) )${MONTH}(?! \\d)`, (g, a) =>
        yearlessValue(a, month(g.month) ?? 0),
      ),
      rule('vague', '(?:مؤخرا|موخرا|في الاونه الاخيره|اخيرا|حديثا)', () => 'unresolved'),
    ],
  };
};
