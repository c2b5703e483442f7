import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../load/index.ts';
import type { Report } from '../model/index.ts';
import { createReader } from './index.ts';

const read = createReader(await loadReaderData());

/** The bounds, and each ground with its words. */
const issued = (lines: readonly string[], known: Partial<Report> = {}): readonly unknown[] => {
  const text = lines.join('\n');
  const { earliest, latest, basis } = read({ id: 'issued', text, ...known }).report.issued;
  return [
    earliest,
    latest,
    ...basis.map((b) => (b.start === undefined ? b.kind : `${b.kind}: ${text.slice(b.start, b.end)}`)),
  ];
};

const BODY = 'The army took the town on Friday after a week.';
const ARABIC_BODY = 'سيطر الجيش على البلدة يوم الجمعة بعد أسبوع.';

type Row = readonly [what: string, lines: readonly string[], expected: readonly unknown[], known?: Partial<Report>];

const ROWS: readonly Row[] = [
  ['given with the report', ['Army takes town', BODY], ['2024-05-12', '2024-05-12', 'given'], { date: '2024-05-12' }],
  [
    'given with its time',
    ['Army takes town', BODY],
    ['2024-05-12', '2024-05-12', 'given'],
    { date: '2024-05-12T08:30:00Z' },
  ],
  [
    'given, whatever the page says',
    ['1 January 2020', 'Army takes town', BODY],
    ['2024-05-12', '2024-05-12', 'given'],
    { date: '2024-05-12' },
  ],
  [
    'a label',
    ['Published: 12 May 2024', 'Army takes town', BODY],
    ['2024-05-12', '2024-05-12', 'dateline: 12 May 2024'],
  ],
  [
    'تسمية',
    ['تاريخ النشر: 12 أيار 2024', 'الجيش يسيطر على البلدة', ARABIC_BODY],
    ['2024-05-12', '2024-05-12', 'dateline: 12 أيار 2024'],
  ],
  [
    'a dateline in the body',
    ['Army takes town', `BEIRUT, 12 May 2024 – ${BODY}`],
    ['2024-05-12', '2024-05-12', 'dateline: 12 May 2024'],
  ],
  [
    'a line of its own',
    ['الجيش يسيطر على البلدة', 'دمشق - 11 أيار 2024', ARABIC_BODY],
    ['2024-05-11', '2024-05-11', 'dateline: 11 أيار 2024'],
  ],
  // A page's own date is when the page was seen: it is an upper bound only.
  ['the page’s date', ['12 May 2024', 'Army takes town', BODY], [undefined, '2024-05-12', 'page-date: 12 May 2024']],
  [
    'تاريخ الصفحة',
    ['12 أيار 2024', 'الجيش يسيطر على البلدة', ARABIC_BODY],
    [undefined, '2024-05-12', 'page-date: 12 أيار 2024'],
  ],
  [
    'the page’s date and the latest day that is told of',
    ['12 May 2024', 'Army takes town', BODY, 'It had fallen on 3 March 2024 and on 7 April 2023.'],
    ['2024-03-03', '2024-05-12', 'page-date: 12 May 2024', 'latest-mentioned-date: 3 March 2024'],
  ],
  [
    'تاريخ الصفحة وآخر يوم مذكور',
    ['12 أيار 2024', 'الجيش يسيطر على البلدة', ARABIC_BODY, 'وكانت قد سقطت في 3 آذار 2024.'],
    ['2024-03-03', '2024-05-12', 'page-date: 12 أيار 2024', 'latest-mentioned-date: 3 آذار 2024'],
  ],
  [
    'the latest day alone',
    ['Army takes town', BODY, 'It had fallen on 3 March 2024.'],
    ['2024-03-03', undefined, 'latest-mentioned-date: 3 March 2024'],
  ],
  [
    'no day after the page’s: what is to come bounds nothing',
    ['12 May 2024', 'Army takes town', BODY, 'Votes are due on 3 June 2025.'],
    [undefined, '2024-05-12', 'page-date: 12 May 2024'],
  ],
  ['nothing at all', ['Army takes town', BODY], [undefined, undefined]],
  ['لا شيء', ['الجيش يسيطر على البلدة', ARABIC_BODY], [undefined, undefined]],
  ['a date that is none is not given', ['Army takes town', BODY], [undefined, undefined], { date: 'yesterday' }],
];

describe('when a report was issued', () => {
  const rows = ROWS.map(([what, lines, expected, known]) => ({ what, lines, expected, known }));
  it.each(rows)('$what', ({ lines, expected, known }) => expect(issued(lines, known)).toEqual(expected));

  it('is no event’s date: a claim without a time of its own says that it is the report’s', () => {
    const text = '12 May 2024\nArmy takes town\nIsraeli warplanes bombed Beirut, killing two people.';
    const { claims } = read({ id: 'issued', text });
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims)
      expect(claim.time).toEqual({ latest: '2024-05-12', precision: 'bounded', basis: 'report' });
  });
});
