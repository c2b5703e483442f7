import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import type { Report } from '../../model/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());

/** Each part as `kind: its words`, with what is marked of it. */
const parts = (lines: readonly string[], known: Partial<Report> = {}): string[] => {
  const text = lines.join('\n');
  return read({ id: 'parts', text, ...known }).report.parts.map((part) => {
    const marks = [part.archive && 'archive', part.truncated && 'truncated'].filter(Boolean);
    return `${[part.kind, ...marks].join(' ')}: ${text.slice(part.start, part.end)}`;
  });
};

type Row = readonly [what: string, lines: readonly string[], expected: readonly string[]];

const PAGES: readonly Row[] = [
  [
    'a page with its furniture',
    [
      'Home | News | World',
      'Published: 12 May 2024',
      'Army Takes the Town of Idlib',
      'By Jane Smith',
      'The army took the town on Friday, officials said.',
      'It fell after a week.',
      'Reuters',
    ],
    [
      'chrome: Home | News | World',
      'page-date: Published: 12 May 2024',
      'headline: Army Takes the Town of Idlib',
      'byline: By Jane Smith',
      'body: The army took the town on Friday, officials said.',
      'body: It fell after a week.',
      'credit: Reuters',
    ],
  ],
  [
    'صفحة مع ما حولها',
    [
      'الوضع الليلي',
      'الثلاثاء 24 كانون الأول 2024',
      'الشعار',
      '• ميليشيات تخلي مقراتها في البوكمال',
      '• العناصر ينسحبون إلى الريف',
      'ميليشيات تخلي مقراتها في البوكمال',
      'معبر البوكمال (أرشيف)',
      '',
      'أخلت الميليشيات مقراتها في مدينة البوكمال اليوم.',
      'ليفانت - وكالات',
    ],
    [
      'chrome: الوضع الليلي',
      'page-date: الثلاثاء 24 كانون الأول 2024',
      'chrome: الشعار',
      'key-point: ميليشيات تخلي مقراتها في البوكمال',
      'key-point: العناصر ينسحبون إلى الريف',
      'headline: ميليشيات تخلي مقراتها في البوكمال',
      'caption archive: معبر البوكمال (أرشيف)',
      'body: أخلت الميليشيات مقراتها في مدينة البوكمال اليوم.',
      'credit: ليفانت - وكالات',
    ],
  ],
  [
    'a text without a headline',
    ['The army took the town on Friday. It fell after a week of fighting in the streets.'],
    ['body: The army took the town on Friday. It fell after a week of fighting in the streets.'],
  ],
  [
    'نص بلا عنوان',
    ['سيطر الجيش على البلدة يوم الجمعة. وسقطت بعد أسبوع من القتال.'],
    ['body: سيطر الجيش على البلدة يوم الجمعة. وسقطت بعد أسبوع من القتال.'],
  ],
  [
    'bullets alone',
    ['• The army took the town', '- Two men died in the shelling', '* Aid has arrived'],
    ['key-point: The army took the town', 'key-point: Two men died in the shelling', 'key-point: Aid has arrived'],
  ],
  [
    'نقاط وحدها',
    ['• سيطر الجيش على البلدة', '• قتل رجلان'],
    ['key-point: سيطر الجيش على البلدة', 'key-point: قتل رجلان'],
  ],
  [
    'byline, dateline, credit',
    [
      'الجيش يسيطر على البلدة',
      'بقلم: سامر علي',
      'دمشق - 11 أيار 2024',
      'سيطر الجيش على البلدة يوم الجمعة بعد قتال.',
      'وكالات',
    ],
    [
      'headline: الجيش يسيطر على البلدة',
      'byline: بقلم: سامر علي',
      'dateline: دمشق - 11 أيار 2024',
      'body: سيطر الجيش على البلدة يوم الجمعة بعد قتال.',
      'credit: وكالات',
    ],
  ],
  [
    'an archive caption and a heading inside the body',
    [
      'Militants attack base',
      'A photo of the base (file photo)',
      'Militants attacked a base in Mali on Sunday, the army said.',
      'What happened',
      'They came at dawn and left at noon, witnesses said.',
    ],
    [
      'headline: Militants attack base',
      'caption archive: A photo of the base (file photo)',
      'body: Militants attacked a base in Mali on Sunday, the army said.',
      'heading: What happened',
      'body: They came at dawn and left at noon, witnesses said.',
    ],
  ],
  [
    'lines that a mail program broke',
    [
      'Army takes town',
      '',
      'The army took the town on Friday after a week of heavy fighting in',
      'the streets, which left many homes in ruins, and the governor said',
      'that the people would return.',
      '',
      'It fell.',
    ],
    [
      'headline: Army takes town',
      'body: The army took the town on Friday after a week of heavy fighting in\nthe streets, which left many homes in ruins, and the governor said\nthat the people would return.',
      'body: It fell.',
    ],
  ],
  [
    'a key point that the page cut off',
    [
      'Army takes town',
      `• The army took the town on Friday after a week of heavy fighting ${'in the streets and the fields '.repeat(3)}around it which left`,
      'The army took the town on Friday, officials said.',
    ],
    [
      'headline: Army takes town',
      `key-point truncated: The army took the town on Friday after a week of heavy fighting ${'in the streets and the fields '.repeat(3)}around it which left`,
      'body: The army took the town on Friday, officials said.',
    ],
  ],
  [
    'Windows line ends',
    ['Army takes town\r', 'It fell on Friday after a week.\r'],
    ['headline: Army takes town', 'body: It fell on Friday after a week.'],
  ],
];

describe('parts of a page', () => {
  it.each(PAGES)('%s', (_, lines, expected) => expect(parts(lines)).toEqual(expected));

  it('take a dateline with both names of its month for no menu', () => {
    const lines = ['الجيش يسيطر على البلدة', 'صنعاء - 6 أيار/مايو 2025', 'سيطر الجيش على البلدة يوم الجمعة بعد قتال.'];
    expect(parts(lines)[1]).toBe('dateline: صنعاء - 6 أيار/مايو 2025');
  });

  it('take the given title for the headline, wherever it stands', () => {
    const lines = ['Our correspondents report from the north', 'Army takes town', 'It fell on Friday after a week.'];
    expect(parts(lines, { title: 'Army takes town' })).toContain('headline: Army takes town');
    expect(parts(lines)).not.toContain('headline: Army takes town');
  });

  it('take what the mark-up said over everything seen here', () => {
    const lines = ['Army takes town', 'It fell on Friday after a week.'];
    const hints = [{ kind: 'caption', start: 0, end: 15 }] as const;
    expect(parts(lines, { hints })[0]).toBe('caption: Army takes town');
  });

  it('have each its own language', () => {
    const text = 'Army takes town\nمعبر البوكمال (أرشيف)\nThe town fell on Friday after a week.';
    expect(read({ id: 'parts', text }).report.parts.map((part) => part.language)).toEqual(['en', 'ar', 'en']);
  });
});
