/** Arabic expressions of time. Patterns run over the tags of line.ts; each rule has a name and an example. */
import { type At, type Groups, rulesFor, type TimeRules, type Told } from './rules.ts';
import {
  anchored,
  calendarUnit,
  dayFromIssue,
  distance,
  fromTold,
  hijri,
  partOfTold,
  reference,
  running,
  sameAsTold,
  season,
  span,
  timeOn,
  weekday,
  yearless,
} from './shared.ts';
import { clock, dateOf, dayRangeOf, durationOf, setOf, stated, third, told } from './told.ts';
import { countOf, periodOf } from './units.ts';

const DAY = '(?:(?<day>\\d{1,2})|O(?<nth>\\d{1,2})) (?:من )?(?:UM )?';
// Two namings with a slash or in brackets are one month: تشرين الأول / أكتوبر
const MONTH = 'M(?<month>\\d{1,2})(?: [/(] M\\d{1,2}(?: \\))?)?';
const YEAR = '(?: [،,])?(?: من)?(?: ل\\+)?(?: UYd?)? (?<year>1[5-9]\\d{2}|20\\d{2})';
const WEEKDAY = '(?:(?:UD |K0 )?D\\d(?: [LX])? (?:[،,] )?)?';
const LETTERS = 'DE|CE|WE|MI|[A-Z]';
const UNIT = `U(?<unit>${LETTERS})`;
const NUMBER = '(?<count>\\d{1,4}(?:\\.\\d)?|N\\d+(?:\\.\\d+)?|NX)';
const PART = 'P(?<part>MO|AF|EV|NI|DA|MI)[dx]?';
const THIRD = '(?:B(?<third>start|mid|end) )';
// A year stands alone; before a noun four digits count it: في 2000 منزل.
const ALONE = '(?= (?:[.،؛,:()"»…!؟?-]|[وفبل]\\+|في|من|الي|حتي|علي|عن|ان|التي|الذي|بين|عند|قبل|بعد|خلال|منذ)(?: |$)|$)';

const dayOf = (g: Groups): string | undefined => g.day ?? g.nth;
const WHICH = { L: 'last', X: 'next', T: 'this' } as const;
const which = (tag: string | undefined): 'last' | 'next' | 'this' | undefined => WHICH[tag as 'L' | 'X' | 'T'];
const step = (tag: string | undefined): number => ({ L: -1, X: 1 })[tag ?? ''] ?? 0;
/** One or two of a unit are one word, more take a number. */
const count = (g: Groups): number | 'X' => (g.dual ? 2 : g.count === undefined ? (g.many ? 'X' : 1) : countOf(g.count));
const half = (part: string | undefined): string | undefined =>
  part === undefined ? undefined : /^(?:MO|DA)$/.test(part) ? 'am' : 'pm';

const COUNTED_UNIT = `(?:${NUMBER} )?${UNIT}(?<dual>2)?(?<many>s)?`;

const rule = rulesFor('ar');

const absolute = [
  // 3-5 أيار 2024
  rule('days-month-year', 'M', `(?<from>\\d{1,2}) [-–] (?<to>\\d{1,2}) (?:من )?${MONTH}${YEAR}`, (g) =>
    dayRangeOf(dateOf(g.year, g.month, g.from), dateOf(g.year, g.month, g.to)),
  ),
  // الثلاثاء 24 كانون الأول / ديسمبر 2024
  rule('day-month-year', 'M', `${WEEKDAY}${DAY}${MONTH}${YEAR}`, (g) => dateOf(g.year, g.month, dayOf(g))),
  rule('iso', '', '(?<year>\\d{4}) [-/] (?<month>\\d{1,2}) [-/] (?<day>\\d{1,2})', (g) =>
    dateOf(g.year, g.month, g.day),
  ),
  rule('slashes', '', '(?<day>\\d{1,2}) [-/] (?<month>\\d{1,2}) [-/] (?<year>\\d{4})', (g) =>
    dateOf(g.year, g.month, g.day),
  ),
  rule('month-year', 'M', `${THIRD}?(?:UM )?${MONTH}${YEAR}`, (g) => third(dateOf(g.year, g.month), g.third)),
  // بين آذار وحزيران 2023
  rule('month-to-month', 'M', `(?<lead>(?:بين|من) )${MONTH}(?= (?:و\\+|الي|حتي) M\\d+${YEAR})`, (g) =>
    dateOf(g.year, g.month),
  ),
  // ربيع 2023
  rule('season-year', 'S', `S(?<name>[A-Z]{2})d?${YEAR}`, (g) => stated(`${g.year}-${g.name}`)),
  // الربع الأول من عام 2023
  rule('quarter-year', 'OU', `UQd? O(?<n>[1-4])${YEAR}`, (g) => stated(`${g.year}-Q${g.n}`)),
  rule('half-year', 'OU', `UHFd? O(?<n>[12])${YEAR}`, (g) => stated(`${g.year}-H${g.n}`)),
  // 3 رمضان 1445 هـ
  rule('hijri-day', 'H', `${DAY}H(?<month>\\d{1,2})(?: UY)? (?<year>1[345]\\d{2})(?: ه)?`, (g, at) =>
    hijri(at, g.year, g.month, dayOf(g)),
  ),
  rule('hijri-month', 'H', '(?:UM )?H(?<month>\\d{1,2})(?: UY)? (?<year>1[345]\\d{2})(?: ه)?', (g, at) =>
    hijri(at, g.year, g.month),
  ),
  // تسعينيات القرن الماضي
  rule('decade', 'E', 'E(?<decade>\\d{3})(?: UCEd L)?', (g) => stated(g.decade!)),
  // القرن الثاني عشر
  rule('century', 'OU', 'UCEd? (?:ال )?(?:\\( )?O(?<n>\\d{1,2})', (g) =>
    stated(String(Number(g.n) - 1).padStart(2, '0')),
  ),
  // عامي 2011 و2013
  rule(
    'years',
    '',
    '(?<lead>(?:UY2d? )?)(?<year>1[89]\\d{2}|20\\d{2}) (?:[-–/]|و\\+) (?<last>1[89]\\d{2}|20\\d{2})',
    (g) => (g.year! < g.last! ? dayRangeOf(stated(g.year!), stated(g.last!)) : undefined),
  ),
  rule('third-year', 'BU', `${THIRD}UYd? (?<year>1[89]\\d{2}|20\\d{2})`, (g) => third(stated(g.year!), g.third)),
  rule('year', 'U', 'UYd? (?<year>1[5-9]\\d{2}|20\\d{2})', (g) => stated(g.year!)),
  rule('year-bare', '', `(?<lead>(?:في|منذ|حتي|الي|بين|ل\\+|من|و\\+|[(]) )(?<year>1[89]\\d{2}|20\\d{2})${ALONE}`, (g) =>
    stated(g.year!),
  ),
];

const relative = [
  // لليوم الثالث على التوالي
  rule('running', 'O', `(?:K(?<today>0)|U(?<unit>[A-Z])d?) O(?<n>\\d{1,2}) (?:علي )?(?:التوالي|تواليا)`, (g, at) =>
    running(at, Number(g.n), g.unit ?? 'D'),
  ),
  rule('anniversary', 'O', '(?:الذكري|ذكراها|ذكراه) (?:السنويه )?O(?<n>\\d{1,3})', (g) => durationOf(`P${g.n}Y`)),
  // الساعة الخامسة مساء, الساعة 10:30 صباحاً
  rule(
    'clock',
    'U',
    `UHd (?:نحو )?(?:(?<hour>\\d{1,2})|O(?<nth>\\d{1,2}))(?: : (?<minute>\\d{2})| و\\+ (?<half>UHFd?))?(?: ${PART})?(?: K(?<k>-?\\d)| (?:UD )?D(?<wd>\\d))?`,
    (g, at) => timeOn(at, clock(g.hour ?? g.nth, g.half ? '30' : g.minute, half(g.part)), besideOf(g, at)),
  ),
  rule(
    'clock-bare',
    '',
    `(?<lead>(?:عند|في|حتي|نحو|قبل|بعد) )(?<hour>\\d{1,2}) : (?<minute>\\d{2})(?: ${PART})?`,
    (g, at) => timeOn(at, clock(g.hour, g.minute, half(g.part)), undefined),
  ),
  rule('midnight', 'P', `PMN(?: K(?<k>-?\\d)| (?:UD )?D(?<wd>\\d))?`, (g, at) => timeOn(at, 'T24:00', besideOf(g, at))),
  // 12 من الشهر الجاري
  rule(
    'day-of-month',
    'U',
    '(?:(?<day>\\d{1,2})|O(?<nth>\\d{1,2})) (?:من )?(?:هذا )?UMd(?: (?<mod>[LXT]))?',
    (g, at) => {
      const month = calendarUnit(at, step(g.mod), 'M');
      const found = month && dateOf(month.value.slice(0, 4), month.value.slice(5, 7), dayOf(g));
      return found && { ...found, basis: 'implied' };
    },
  ),
  rule('days-month', 'M', `(?<from>\\d{1,2}) [-–] (?<to>\\d{1,2}) (?:من )?${MONTH}`, (g, at) =>
    dayRangeOf(yearless(at, g.month, g.from), yearless(at, g.month, g.to)),
  ),
  // يومي 10 و11 أبريل: the first of two days
  rule('day-and-day', 'M', `(?<day>\\d{1,2})(?= و\\+ \\d{1,2} (?:من )?${MONTH})`, (g, at) =>
    yearless(at, g.month, g.day),
  ),
  rule('day-month', 'M', `${WEEKDAY}${DAY}${MONTH}(?: (?<mod>[LXT]))?`, (g, at) =>
    yearless(at, g.month, dayOf(g), which(g.mod)),
  ),
  // اليوم التالي, اليوم نفسه: before «today»
  rule('next-day', 'KA', 'K0 A', (_, at) => fromTold(at, 1, 'D')),
  rule('next-unit', 'UA', 'U(?<unit>W|M|Y)d A', (g, at) =>
    fromTold(at, 1, g.unit!, g.unit === 'W' ? 'calendar' : undefined),
  ),
  rule('same-day', 'KQ', 'K0 Q', (_, at) => sameAsTold(at, 'D')),
  rule('same-day-before', 'K', '(?:ذات|نفس) K0', (_, at) => sameAsTold(at, 'D')),
  rule('same-unit', 'UQ', 'U(?<unit>W|M|Y)d Q', (g, at) => sameAsTold(at, g.unit!)),
  rule('that-day', 'K', '(?:ذلك K0|K0 ذلك)', (_, at) => sameAsTold(at, 'D')),
  rule('that-unit', 'U', '(?:ذلك|تلك) U(?<unit>W|M|Y)d', (g, at) => sameAsTold(at, g.unit!)),
  rule('last-day', 'KL', '(?<lead>K0 L)', () => undefined),
  rule('nth-day', 'KO', 'K0 O\\d+', () => durationOf('P1D')),
  // مساء أمس, صباح اليوم الأربعاء, يوم غد
  rule('day-of-issue', 'K', `(?:(?:UD|${PART}) )?K(?<k>-?\\d)(?<own>NI)?(?: D\\d)?(?: P(?<late>[A-Z]{2})x)?`, (g, at) =>
    dayFromIssue(at, Number(g.k), g.own ?? g.part ?? g.late),
  ),
  // كل يوم اثنين, كل أسبوع, كل عامين
  rule('every-weekday', 'D', 'كل (?:UD )?D(?<wd>\\d)', (g) => setOf(`XXXX-WXX-${Number(g.wd) || 7}`)),
  rule('every', 'U', `كل ${COUNTED_UNIT}`, (g) => setOf(periodOf(count(g), g.unit!))),
  rule('every-part', 'P', `كل ${PART}`, (g) => setOf(`XXXX-XX-XXT${g.part}`)),
  rule('times-a', 'U', '(?:مره|مرتين|مرات) في U(?<unit>[A-Z])d', (g) => setOf(periodOf(1, g.unit!))),
  rule('frequency', 'F', 'F(?<n>\\d)(?<unit>[A-Z])', (g) => setOf(`P${g.n}${g.unit}`)),
  // فجر الأحد, يوم الجمعة الماضي, الاثنين المقبل
  rule('weekday', 'D', `(?:${PART} )?(?:UD |K0 )?D(?<wd>\\d)(?: (?<mod>[LXT]))?(?: P(?<late>[A-Z]{2})x)?`, (g, at) =>
    weekday(at, g.wd, g.mod === 'T' ? undefined : (which(g.mod) as 'last' | 'next' | undefined), g.part ?? g.late),
  ),
  // في وقت سابق من هذا الشهر
  rule('earlier-in-unit', 'RU', 'RPASTw من (?:هذا |هذه )?U(?<unit>[A-Z])d(?: T)?', (g, at) => earlierIn(at, g.unit!)),
  // أواخر العام الماضي, مطلع الشهر
  rule('third-of-unit', 'BU', `${THIRD}(?:هذا |هذه )?${UNIT}d(?: (?<mod>[LXT]))?`, (g, at) =>
    third(calendarUnit(at, step(g.mod), g.unit!), g.third),
  ),
  // القرن الماضي
  rule('last-century', 'UL', 'UCEd L', (_, at) =>
    anchored(at, (day) => told(String(Number(day.slice(0, 2)) - 1), 'implied')),
  ),
  // الأيام الثلاثة الماضية, العامين الماضيين, الـ24 ساعة الماضية, الساعات المقبلة
  rule(
    'span',
    'U',
    `(?:few )?(?:${NUMBER} )?U(?<unit>${LETTERS})(?:(?<dual>2)|(?<many>s))?d?(?: (?:few|(?<after>N\\d+|NX|\\d{1,3})))?(?: few)? (?<mod>[LX])(?: few)?`,
    spanOf,
  ),
  rule('unit', 'U', '(?:(?<lead>خلال )?(?:هذا |هذه ))U(?<unit>DE|CE|WE|[A-Z])d', (g, at) =>
    calendarUnit(at, 0, g.unit!),
  ),
  rule('unit-this', 'UT', 'U(?<unit>DE|CE|WE|[WMYQ])d T', (g, at) => calendarUnit(at, 0, g.unit!)),
  // الصيف الماضي, في الشتاء
  rule('season', 'S', '(?:UQd )?S(?<name>[A-Z]{2})d? (?<mod>[LXT])', (g, at) => season(at, g.name!, which(g.mod))),
  rule('season-bare', 'S', '(?<lead>(?:في|خلال|منذ|فصل|فصول|UY) )S(?<name>SU|WI|FA)d?', (g, at) => season(at, g.name!)),
  // قبل نحو أسبوعين, قبل أيام
  rule('days-before-told', 'U', `(?<when>قبل|بعد) ذلك ب\\+ (?:نحو )?${COUNTED_UNIT}`, (g, at) => stepped(g, at)),
  rule('ago', 'U', `قبل (?:نحو |اكثر من |اقل من )?${COUNTED_UNIT}(?! من)`, (g, at) => {
    const n = count(g);
    return n === 'X' ? reference(at, 'PAST') : distance(at, -n, g.unit!);
  }),
  // بعد ثلاثة أيام: ahead from the issue, else from what was told
  rule('after', 'U', `بعد (?:نحو |اكثر من |اقل من )?${COUNTED_UNIT}(?! من)`, (g, at) => {
    const n = count(g);
    if (n === 'X') return undefined;
    return at.ahead() ? distance(at, n, g.unit!) : at.told === undefined ? undefined : fromTold(at, n, g.unit!);
  }),
  // منذ خمس سنوات: the last five years
  rule('since', 'U', `(?<lead>منذ (?:نحو |اكثر من )?)${COUNTED_UNIT}`, (g, at) => span(at, count(g), g.unit!)),
  // آذار, أواخر آذار الماضي, شهر حزيران
  rule('month', 'M', `${THIRD}?(?:UM )?${MONTH}(?: (?<mod>[LXT]))?`, (g, at) =>
    third(yearless(at, g.month, undefined, which(g.mod)), g.third),
  ),
  rule('hijri', 'H', '(?:UM |في )H(?<month>\\d{1,2})(?! \\d)', (g, at) => hijri(at, undefined, g.month)),
  rule('hijri-ramadan', 'H', 'H(?<month>9)(?! \\d)', (g, at) => hijri(at, undefined, g.month)),
  // عند الفجر
  rule('at-dawn', 'P', '(?<lead>(?:عند|مع|في|قبل|بعد|منذ|حتي) )P(?<part>DA|MO|EV|NI|MI|AF)d', (g, at) =>
    partOfTold(at, g.part!),
  ),
  rule('by-night', 'P', 'P(?<part>NI|MO|EV|DA|MI)x', (g, at) => partOfTold(at, g.part!)),
  // نصف ساعة, ثلاثة أيام, يومين, 72 ساعة
  rule('half', 'U', 'UHF (?:UH|U(?<unit>DE|CE|[DWMY]))', (g) =>
    durationOf(g.unit === undefined ? 'PT30M' : periodOf(0.5, g.unit)),
  ),
  rule(
    'count',
    'U',
    `(?:(?:اكثر من|اقل من|نحو|لا يقل عن|ما يقارب) )?${NUMBER} U(?<unit>DE|CE|WE|MI|H|[SDWMY])s?`,
    (g) => durationOf(periodOf(countOf(g.count), g.unit!)),
  ),
  rule('dual', 'U', `U(?<unit>${LETTERS})2d?`, (g) => durationOf(periodOf(2, g.unit!))),
  rule('one', 'U', '(?<lead>(?:لمده|مده|طوال|خلال|علي مدي|ل\\+) )U(?<unit>WE|[HDWMY])(?: واحده?| كامل| كامله)?', (g) =>
    durationOf(periodOf(1, g.unit!)),
  ),
  rule(
    'many',
    'U',
    '(?<lead>(?:لمده|مده|طوال|خلال|علي مدي|بعد|استمرت|استمر|دام|دامت) )U(?<unit>DE|CE|WE|[HDWMY])s',
    (g) => durationOf(periodOf('X', g.unit!)),
  ),
  rule('years-to-come', 'UA', 'U(?:Y|M|W|D)sd A', (_, at) => reference(at, 'FUTURE')),
  // الآن, مؤخراً
  rule('recently', 'R', 'R(?<when>PAST|PRESENT|FUTURE)', (g, at) =>
    reference(at, g.when === 'PAST' ? 'RECENT' : g.when!),
  ),
];

function besideOf(g: Groups, at: At): Told | undefined {
  return g.wd !== undefined ? weekday(at, g.wd) : g.k !== undefined ? dayFromIssue(at, Number(g.k)) : undefined;
}

/** One of a unit is the calendar's (الشهر الماضي), more are a span (الأيام الثلاثة الماضية). */
function spanOf(g: Groups, at: At): Told | undefined {
  const said = g.after ?? g.count;
  if (!g.dual && !g.many && said === undefined) return calendarUnit(at, step(g.mod), g.unit!);
  return span(at, g.dual ? 2 : said === undefined ? 'X' : countOf(said), g.unit!, g.mod === 'X');
}

function stepped(g: Groups, at: At): Told | undefined {
  const n = count(g);
  return n === 'X' ? undefined : fromTold(at, (g.when === 'قبل' ? -1 : 1) * n, g.unit!);
}

/** «earlier this month»: from its first day up to the issue. */
function earlierIn(at: At, unit: string): Told | undefined {
  const found = calendarUnit(at, 0, unit);
  const { latest } = at.issued ?? {};
  return found?.range?.earliest === undefined || latest === undefined
    ? found
    : { ...found, range: { earliest: found.range.earliest, latest, precision: 'bounded' } };
}

/** The grammar of Arabic times. */
export const arabicTimes: TimeRules = { absolute, relative };
