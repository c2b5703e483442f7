/** The labels of data/lexicons as they are, without the packed data. */
import { readFileSync } from 'node:fs';
import type { Language } from '../model/index.ts';
import { type PageLabels, pageLabelsOf } from './page/labels.ts';

const rows = (language: Language, name: string): readonly Record<string, string>[] => {
  const file = new URL(`../../data/lexicons/${language}/${name}.tsv`, import.meta.url);
  const [head = '', ...lines] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const columns = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [columns[at] ?? '', cell])));
};

export const pageLabels = (): PageLabels => {
  const tables = (language: Language) => ({ pages: rows(language, 'pages'), months: rows(language, 'months') });
  return pageLabelsOf({ en: tables('en'), ar: tables('ar') });
};
