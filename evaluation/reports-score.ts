/** `--reports [--sealed] [--html FILE]` and `--agreement`: how well our reports are read, and how well two people agree on them. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure, type Language } from '../src/model/index.ts';
import {
  type Annotated,
  loadReports,
  type Marked,
  markedOf,
  namesIn,
  REPORTS,
  type Vocabulary,
} from './annotate/index.ts';
import { addTallies, MEASURES, scoreReport, scoresIn, type Tally } from './score/reports/index.ts';
import type { Context } from './set.ts';

/** A report, what was made of it, and the counts. */
export type Scored = { readonly gold: Annotated; readonly other: Marked; readonly tally: Tally };

export const readAll = (reports: readonly Annotated[], { read }: Context): Scored[] =>
  reports.map((gold) => {
    const { name, text, given } = gold;
    const other = markedOf(read({ id: name, text, ...(given !== undefined && { date: given }) }));
    return { gold, other, tally: scoreReport(gold, other) };
  });

const percent = (value: number): string => (value * 100).toFixed(1);

const groupOf = (scored: readonly Scored[], keep: (gold: Annotated) => boolean): Tally =>
  addTallies(scored.filter(({ gold }) => keep(gold)).map(({ tally }) => tally));

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** F1 by measure and language as a Markdown table; precision and recall of the whole beside it. */
export const tableOfReports = (scored: readonly Scored[]): string => {
  const tallies = {
    all: groupOf(scored, () => true),
    en: groupOf(scored, ({ language }) => language === 'en'),
    ar: groupOf(scored, ({ language }) => language === 'ar'),
  };
  const row = (measure: string): string[] => {
    const counts = tallies.all.get(measure);
    if (counts === undefined || counts.predicted + counts.gold === 0) return [];
    const { precision, recall, f1 } = scoresIn(tallies.all, measure);
    const [en, ar] = (['en', 'ar'] satisfies Language[]).map((language) =>
      percent(scoresIn(tallies[language], measure).f1),
    );
    return [line([measure, String(counts.gold), percent(precision), percent(recall), percent(f1), en!, ar!])];
  };
  const head = ['measure', 'in the annotation', 'precision', 'recall', 'F1', 'English', 'Arabic'];
  return [
    line(head),
    line(head.map(() => '---')),
    ...MEASURES.flatMap(([title, measures]) => {
      const rows = measures.flatMap(row);
      return rows.length === 0 ? [] : [line([`**${title}**`, '', '', '', '', '', '']), ...rows];
    }),
  ].join('\n');
};

/** Claims by genre. A quiet report has none, so that only what was found without cause can be counted. */
export const tableOfGenres = (scored: readonly Scored[]): string => {
  const genres = [...new Set(scored.map(({ gold }) => gold.genre))].sort();
  const head = [
    'genre',
    'reports',
    'claims',
    'found by Marsad',
    'claims F1',
    'of the right type',
    'modality',
    'speakers',
  ];
  const rows = genres.map((genre) => {
    const tally = groupOf(scored, (gold) => gold.genre === genre);
    const { gold, predicted } = tally.get('claims')!;
    const f1 = (measure: string): string => (gold === 0 ? '' : percent(scoresIn(tally, measure).f1));
    const count = scored.filter((each) => each.gold.genre === genre).length;
    const cells = [genre, count, gold, predicted].map(String);
    return line([...cells, f1('claims'), f1('claims of the right type'), f1('modality'), f1('speakers')]);
  });
  return [line(head), line(head.map(() => '---')), ...rows].join('\n');
};

/**
 * Second annotations against the first, for every report that has one.
 * @throws Failure `bad-annotation` where one of them does not compile, `no-data` where there is none
 */
export const agreement = (vocabulary: Vocabulary, folder = REPORTS): readonly Scored[] => {
  const second = path.join(folder, 'second');
  const names = existsSync(second) ? namesIn(second, 'open') : [];
  if (names.length === 0)
    throw new Failure('no-data', 'No report is annotated a second time yet: evaluation/GUIDE.md says how, at its end.');
  const first = loadReports(names, vocabulary, folder);
  const again = loadReports(names, vocabulary, second, folder);
  const faults = [...first.faults, ...again.faults];
  if (faults.length > 0) throw new Failure('bad-annotation', faults.join('\n'));
  return first.reports.map((gold) => {
    const other = again.reports.find(({ name }) => name === gold.name)!;
    return { gold, other, tally: scoreReport(gold, other) };
  });
};
