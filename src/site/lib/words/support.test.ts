/** Counts of support, as an editor would print them. */
import { expect, it } from 'vitest';
import { supportWords } from './support.ts';

it.each([
  [1, 1, '1 report, 1 origin', 'تقرير واحد أصله نص واحد'],
  [2, 1, '2 reports, 1 origin', 'تقريران أصلهما نص واحد'],
  [3, 1, '3 reports, 1 origin', '3 تقارير أصلها نص واحد'],
  [12, 2, '12 reports, 2 origins', '12 تقريرًا أصلها نصّان'],
  [100, 11, '100 reports, 11 origins', '100 تقرير أصلها 11 نصًّا'],
])('%i reports of %i texts', (reports, origins, en, ar) => {
  expect(supportWords.en({ reports, origins })).toBe(en);
  expect(supportWords.ar({ reports, origins })).toBe(ar);
});
