import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());
/** A Wednesday. */
const ISSUED = '2024-05-15';

/** Every time of a text as `words = earliest..latest`, one day said once; `?` where no interval can be given. */
const times = (text: string, date = ISSUED): string[] =>
  read({ id: 'times', text, ...(date === '' ? {} : { date }) }).mentions.flatMap((mention) => {
    if (mention.kind !== 'time') return [];
    const { earliest, latest } = mention.time ?? {};
    const value = earliest === latest ? (earliest ?? '?') : `${earliest}..${latest}`;
    return [`${text.slice(mention.start, mention.end)} = ${value}`];
  });

type Row = readonly [text: string, found: string, issued?: string];

const ENGLISH: readonly Row[] = [
  // stated to the day
  ['It began on 7 October 2023.', '7 October 2023 = 2023-10-07'],
  ['It began on October 7, 2023.', 'October 7, 2023 = 2023-10-07'],
  ['It began on Saturday, October 7, 2023.', 'Saturday, October 7, 2023 = 2023-10-07'],
  ['It began on the 7th of October 2023.', 'the 7th of October 2023 = 2023-10-07'],
  ['It began on Oct. 7, 2023.', 'Oct. 7, 2023 = 2023-10-07'],
  ['It began on 2023-10-07.', '2023-10-07 = 2023-10-07'],
  ['It began on 07/10/2023.', '07/10/2023 = 2023-10-07'],
  ['It began on 10/17/2023.', '10/17/2023 = 2023-10-17'],
  ['It began on 7.10.2023.', '7.10.2023 = 2023-10-07'],
  ['It began on 29 February 2024.', '29 February 2024 = 2024-02-29'],
  // stated to the month, to the year
  ['It began in April 2024.', 'April 2024 = 2024-04-01..2024-04-30'],
  ['It began in early April 2024.', 'early April 2024 = 2024-04-01..2024-04-10'],
  ['It began in April of 2024.', 'April of 2024 = 2024-04-01..2024-04-30'],
  ['It began in 2019.', '2019 = 2019-01-01..2019-12-31'],
  ['They have fought since 2011.', '2011 = 2011-01-01..2011-12-31'],
  ['It began in the spring of 2023.', 'the spring of 2023 = 2023-03-01..2023-05-31'],
  // without a year: the last one up to the issue
  ['It happened on 7 May.', '7 May = 2024-05-07'],
  ['It happened on May 7.', 'May 7 = 2024-05-07'],
  ['It happened on May 12th.', 'May 12th = 2024-05-12'],
  ['It happened on December 7.', 'December 7 = 2023-12-07'],
  ['It happened on 5 March.', '5 March = 2024-03-05', '2024-03-05'],
  ['It happened on 6 March.', '6 March = 2023-03-06', '2024-03-05'],
  ['It happened in March.', 'March = 2024-03-01..2024-03-31'],
  ['It happened in June.', 'June = 2023-06-01..2023-06-30'],
  ['It happened in mid-April.', 'mid-April = 2024-04-11..2024-04-20'],
  // counted from the issue
  ['It happened today.', 'today = 2024-05-15'],
  ['It happened this morning.', 'this morning = 2024-05-15'],
  ['It happened yesterday.', 'yesterday = 2024-05-14'],
  ['It happened yesterday morning.', 'yesterday morning = 2024-05-14'],
  ['It happened overnight.', 'overnight = 2024-05-14'],
  ['It happened yesterday.', 'yesterday = 2024-02-29', '2024-03-01'],
  ['It happened yesterday.', 'yesterday = 2023-12-31', '2024-01-01'],
  ['It happened the day before yesterday.', 'the day before yesterday = 2024-05-13'],
  ['It will begin tomorrow.', 'tomorrow = 2024-05-16'],
  ['It happened two days ago.', 'two days ago = 2024-05-13'],
  ['It happened three hours ago.', 'three hours ago = 2024-05-15'],
  ['It happened a week ago.', 'a week ago = 2024-05-04..2024-05-11'],
  ['It happened two years ago.', 'two years ago = 2021-11-14..2022-11-14'],
  ['It happened in the past three days.', 'the past three days = 2024-05-12..2024-05-15'],
  ['It happened in the past 24 hours.', 'the past 24 hours = 2024-05-14..2024-05-15'],
  ['It happened over the last week.', 'the last week = 2024-05-08..2024-05-15'],
  ['It happened last week.', 'last week = 2024-05-02..2024-05-14'],
  ['It happened last month.', 'last month = 2024-04-01..2024-04-30'],
  ['It happened last month.', 'last month = 2023-12-01..2023-12-31', '2024-01-10'],
  ['It happened last year.', 'last year = 2023-01-01..2023-12-31'],
  // weekdays
  ['It happened on Monday.', 'Monday = 2024-05-13'],
  ['It happened on Wednesday.', 'Wednesday = 2024-05-15'],
  ['It happened last Friday.', 'last Friday = 2024-05-10'],
  ['It happened on Sunday evening.', 'Sunday evening = 2024-05-12'],
  ['It happened Tuesday.', 'Tuesday = 2024-05-14'],
  ['It will begin next Monday.', 'next Monday = 2024-05-20'],
  // vague words are intervals, and nothing where the issue is unknown
  ['It happened recently.', 'recently = 2024-02-15..2024-05-15'],
  ['It happened in recent weeks.', 'recent weeks = 2024-03-20..2024-05-15'],
  ['It happened yesterday.', 'yesterday = ?', ''],
  ['It happened on Monday.', 'Monday = ?', ''],
  ['It happened recently.', 'recently = ?', ''],
];

const ARABIC: readonly Row[] = [
  // stated to the day
  ['بدأ ذلك في 7 تشرين الأول 2023.', '7 تشرين الأول 2023 = 2023-10-07'],
  ['بدأ ذلك في 7 أكتوبر 2023.', '7 أكتوبر 2023 = 2023-10-07'],
  ['بدأ ذلك في ٧ أكتوبر ٢٠٢٣.', '٧ أكتوبر ٢٠٢٣ = 2023-10-07'],
  ['بدأ ذلك في 7 تشرين الأول/أكتوبر 2023.', '7 تشرين الأول/أكتوبر 2023 = 2023-10-07'],
  ['بدأ ذلك في 7 أكتوبر / تشرين الأول 2023.', '7 أكتوبر / تشرين الأول 2023 = 2023-10-07'],
  ['بدأ ذلك في 7 تشرين الأول (أكتوبر) 2023.', '7 تشرين الأول (أكتوبر) 2023 = 2023-10-07'],
  ['بدأ ذلك يوم السبت، 7 أكتوبر، 2023.', 'يوم السبت، 7 أكتوبر، 2023 = 2023-10-07'],
  ['بدأ ذلك في السابع من أكتوبر 2023.', 'السابع من أكتوبر 2023 = 2023-10-07'],
  ['بدأ في الحادي والعشرين من آذار 2023.', 'الحادي والعشرين من آذار 2023 = 2023-03-21'],
  ['بدأ ذلك في 2023-10-07.', '2023-10-07 = 2023-10-07'],
  ['بدأ ذلك في 07/10/2023.', '07/10/2023 = 2023-10-07'],
  ['بدأ ذلك في 7-10-2023.', '7-10-2023 = 2023-10-07'],
  ['بدأ ذلك في 29 شباط 2024.', '29 شباط 2024 = 2024-02-29'],
  // to the month, to the year
  ['بدأ ذلك في نيسان 2024.', 'نيسان 2024 = 2024-04-01..2024-04-30'],
  ['بدأ ذلك في نيسان/أبريل 2024.', 'نيسان/أبريل 2024 = 2024-04-01..2024-04-30'],
  ['بدأ ذلك في نيسان من عام 2024.', 'نيسان من عام 2024 = 2024-04-01..2024-04-30'],
  ['بدأ ذلك عام 2019.', 'عام 2019 = 2019-01-01..2019-12-31'],
  ['هو مستمر منذ عام 2011.', 'عام 2011 = 2011-01-01..2011-12-31'],
  ['وقع ذلك في سنة ٢٠١٥.', 'سنة ٢٠١٥ = 2015-01-01..2015-12-31'],
  // without a year
  ['وقع ذلك في 7 أيار.', '7 أيار = 2024-05-07'],
  ['وقع ذلك في 7 أيار/مايو.', '7 أيار/مايو = 2024-05-07'],
  ['وقع ذلك في 7 كانون الأول.', '7 كانون الأول = 2023-12-07'],
  ['وقع ذلك في السابع من تشرين الأول.', 'السابع من تشرين الأول = 2023-10-07'],
  ['وقع ذلك في 5 آذار.', '5 آذار = 2024-03-05', '2024-03-05'],
  ['وقع ذلك في 6 آذار.', '6 آذار = 2023-03-06', '2024-03-05'],
  ['وقع ذلك في آذار.', 'آذار = 2024-03-01..2024-03-31'],
  ['وقع ذلك في شهر حزيران.', 'شهر حزيران = 2023-06-01..2023-06-30'],
  ['وقع ذلك أواخر آذار الماضي.', 'أواخر آذار الماضي = 2024-03-21..2024-03-31'],
  // counted from the issue
  ['وقع ذلك اليوم.', 'اليوم = 2024-05-15'],
  ['وقع ذلك مساء اليوم.', 'مساء اليوم = 2024-05-15'],
  ['وقع ذلك اليوم الأربعاء.', 'اليوم الأربعاء = 2024-05-15'],
  ['وقع ذلك أمس.', 'أمس = 2024-05-14'],
  ['وقع ذلك مساء أمس.', 'مساء أمس = 2024-05-14'],
  ['وقع ذلك أمس الثلاثاء.', 'أمس الثلاثاء = 2024-05-14'],
  ['وقع ذلك أمس.', 'أمس = 2024-02-29', '2024-03-01'],
  ['وقع ذلك أمس الأول.', 'أمس الأول = 2024-05-13'],
  ['وقع ذلك أول أمس.', 'أول أمس = 2024-05-13'],
  ['سيبدأ ذلك غداً.', 'غداً = 2024-05-16'],
  ['وقع ذلك قبل يومين.', 'قبل يومين = 2024-05-13'],
  ['وقع ذلك قبل ثلاثة أيام.', 'قبل ثلاثة أيام = 2024-05-12'],
  ['وقع ذلك قبل ٣ أيام.', 'قبل ٣ أيام = 2024-05-12'],
  ['وقع ذلك قبل أسبوع.', 'قبل أسبوع = 2024-05-04..2024-05-11'],
  ['وقع ذلك قبل سنتين.', 'قبل سنتين = 2021-11-14..2022-11-14'],
  ['وقع ذلك خلال الأيام الماضية.', 'الأيام الماضية = 2024-05-01..2024-05-15'],
  ['وقع ذلك الأسبوع الماضي.', 'الأسبوع الماضي = 2024-05-02..2024-05-14'],
  ['وقع ذلك الشهر الماضي.', 'الشهر الماضي = 2024-04-01..2024-04-30'],
  ['وقع ذلك الشهر الفائت.', 'الشهر الفائت = 2023-12-01..2023-12-31', '2024-01-10'],
  ['وقع ذلك العام الماضي.', 'العام الماضي = 2023-01-01..2023-12-31'],
  // weekdays
  ['وقع ذلك يوم الاثنين.', 'يوم الاثنين = 2024-05-13'],
  ['وقع ذلك الأربعاء.', 'الأربعاء = 2024-05-15'],
  ['وقع ذلك يوم الجمعة الماضي.', 'يوم الجمعة الماضي = 2024-05-10'],
  ['وقع ذلك فجر الأحد.', 'فجر الأحد = 2024-05-12'],
  ['وقع ذلك مساء الثلاثاء.', 'مساء الثلاثاء = 2024-05-14'],
  ['سيبدأ ذلك يوم الاثنين المقبل.', 'يوم الاثنين المقبل = 2024-05-20'],
  // vague words are intervals, and nothing where the issue is unknown
  ['وقع ذلك مؤخراً.', 'مؤخراً = 2024-02-15..2024-05-15'],
  ['وقع ذلك في الآونة الأخيرة.', 'الآونة الأخيرة = 2024-02-15..2024-05-15'],
  ['وقع ذلك أمس.', 'أمس = ?', ''],
  ['وقع ذلك مؤخراً.', 'مؤخراً = ?', ''],
];

// Nothing of these is a time.
const SILENT: readonly string[] = [
  // English
  'They paid $1999 for it.',
  'A price of 2024 dollars was paid.',
  'They sold 2,024 barrels of it.',
  'The team won 3-2 on penalties.',
  'The score was 21/7.',
  'Call +963 11 222 3333.',
  'The 17th Division moved.',
  'Unit 8200 was there.',
  'Resolution 1701 was adopted.',
  'Route 2024 was closed.',
  'A 2020 model car was hit.',
  'In 2000 homes the power failed.',
  'The food of 2000 people burned.',
  'It may march on.',
  'March on the city began.',
  'Mr May said so.',
  'He lost by 12-05-2024 votes.',
  // Arabic
  'دفعوا 2024 دولارا ثمنا له.',
  'بيع بسعر 1999 ليرة.',
  'فاز الفريق 3-2 بعد التمديد.',
  'اتصل على 00963112223333 من فضلك.',
  'تحركت الفرقة 17 نحو المدينة.',
  'كانت الوحدة 8200 هناك.',
  'لم ينفذ القرار 1701 بعد.',
  'في 2000 منزل انقطعت الكهرباء.',
  'شارك 2000 شخص في ذلك.',
  'مارس الرياضة مع أخيه.',
  'آب الرجل إلى بيته.',
  'يوم واحد لا يكفي لذلك.',
];

describe.each([
  ['English', ENGLISH],
  ['Arabic', ARABIC],
] as const)('times in %s', (_, rows) => {
  it.each(rows)('%s → %s', (text = '', found, issued = ISSUED) => expect(times(text, issued)).toEqual([found]));
});

describe('what is no time', () => {
  it.each(SILENT)('%s', (text) => expect(times(text)).toEqual([]));
});

describe('times and the issue', () => {
  const known = (text: string) =>
    read({ id: 'times', text, date: ISSUED }).mentions.find((m) => m.kind === 'time')?.time;

  it.each([
    ['It began on 7 October 2023.', 'stated', 'day'],
    ['It began in April 2024.', 'stated', 'month'],
    ['It began in 2019.', 'stated', 'year'],
    ['It began on 7 May.', 'implied', 'day'],
    ['It began last month.', 'implied', 'month'],
    ['It began in the past three days.', 'implied', 'bounded'],
    ['بدأ ذلك في 7 أكتوبر 2023.', 'stated', 'day'],
    ['بدأ ذلك في نيسان 2024.', 'stated', 'month'],
    ['بدأ ذلك عام 2019.', 'stated', 'year'],
    ['بدأ ذلك في 7 أيار.', 'implied', 'day'],
    ['بدأ ذلك الشهر الماضي.', 'implied', 'month'],
    ['بدأ ذلك خلال الأيام الماضية.', 'implied', 'bounded'],
  ])('%s is %s, to the %s', (text, basis, precision) => expect(known(text)).toMatchObject({ basis, precision }));

  it('of which only bounds are known gives bounds to what is counted from it', () => {
    const text = '24 December 2024\nThe town is quiet today\nIt fell in April 2024. It was shelled yesterday.';
    expect(times(text, '')).toEqual([
      '24 December 2024 = 2024-12-24',
      'today = 2024-04-01..2024-12-24',
      'April 2024 = 2024-04-01..2024-04-30',
      'yesterday = 2024-03-31..2024-12-23',
    ]);
  });

  it('makes a gap of a time that no interval can be given to', () => {
    const reading = read({ id: 'times', text: 'They withdrew recently.' });
    expect(reading.gaps).toEqual([
      expect.objectContaining({ kind: 'time-unresolved', start: 14, end: 22, reason: expect.any(String) }),
    ]);
  });

  it.each([
    ['It began at 5 p.m. on Monday.', 'TIME', '2024-05-13T17:00'],
    ['It lasted three days.', 'DURATION', 'P3D'],
    ['They meet every Monday.', 'SET', 'XXXX-WXX-1'],
    ['The post is now empty.', 'DATE', 'PRESENT_REF'],
    ['وقع ذلك مساء أمس.', 'TIME', '2024-05-14TEV'],
    ['استمر ذلك ثلاثة أيام.', 'DURATION', 'P3D'],
    ['يجتمعون كل أسبوع.', 'SET', 'P1W'],
  ])('%s is a TIMEX3 %s %s', (text, type, value) => expect(known(text)?.timex).toEqual({ type, value }));

  it.each(['It ended on 3 Ramadan 1445.', 'انتهى ذلك في 3 رمضان 1445 هـ.'])('%s is converted, and says so', (text) =>
    expect(known(text)).toMatchObject({ earliest: '2024-03-13', latest: '2024-03-13', calendar: 'hijri' }),
  );

  it('gives a duration to no claim as its day', () => {
    const { claims } = read({ id: 'times', text: 'Warplanes bombed Aleppo for three days.', date: ISSUED });
    expect(claims[0]?.time).toEqual({ earliest: ISSUED, latest: ISSUED, precision: 'day', basis: 'report' });
  });
});
