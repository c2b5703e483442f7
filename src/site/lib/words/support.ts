/** How many reports say so, and how many texts they are: copies of one agency's text are one origin. */
import type { Language } from '../../../model/index.ts';
import type { PublicRecord } from '../../../publish/types.ts';
import { count, plural } from './count.ts';

type Support = PublicRecord['support'];

export const supportWords: Readonly<Record<Language, (support: Support) => string>> = {
  en: ({ reports, origins }) => `${plural(reports, 'report')}, ${plural(origins, 'origin')}`,
  ar: ({ reports, origins }) =>
    `${count(reports, 'تقرير واحد', 'تقريران', 'تقارير', 'تقريرًا', 'تقرير')} ${reports === 1 ? 'أصله' : reports === 2 ? 'أصلهما' : 'أصلها'} ${count(origins, 'نص واحد', 'نصّان', 'نصوص', 'نصًّا', 'نص')}`,
};
