/** Measured figures: taken over a folder of development data, kept in results.json, shown as tables. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Failure, type Language } from '../src/model/index.ts';
import { answersTo } from './run.ts';
import type { Context, Line } from './set.ts';
import { SETS } from './sets/index.ts';

const figure = z.object({ metric: z.string(), value: z.number(), main: z.literal(true).optional() });
const row = z.object({
  set: z.string(),
  file: z.string(),
  n: z.int(),
  figures: z.array(figure),
  floor: z.number().optional(),
  anchor: z.object({ value: z.number(), whose: z.string() }).optional(),
});
export const resultsSchema = z.object({ reader: z.string(), rows: z.array(row) });
export type Results = z.infer<typeof resultsSchema>;
export type ResultRow = z.infer<typeof row>;

const RESULTS = path.join(import.meta.dirname, 'results.json');

/** Two places are what the scorers print, and more would be noise. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * Answers and scores every set whose files lie in `folder`.
 * @throws Failure `no-data` where there is none, `broken` where an answer is an error of our own.
 */
export const measure = (folder: string, context: Context & { readonly reader: string }): Results => {
  const rows: ResultRow[] = [];
  for (const set of SETS)
    for (const { name, lines } of set.files(folder)) {
      const [floor, anchor] = [set.floor[name], set.anchor[name]];
      const bounds = { ...(floor !== undefined && { floor }), ...(anchor !== undefined && { anchor }) };
      const measured = set.learned?.(name);
      if (measured !== undefined) {
        if (measured.length > 0)
          rows.push({ set: set.name, file: name, n: lines.length, figures: [...measured], ...bounds });
        continue;
      }
      const predictions = new Map<string, Line>();
      const answers = answersTo(set, lines.map(questionOf), context);
      for (const [at, line] of lines.entries()) {
        const answer = answers[at]!;
        const broken = brokenBy(answer);
        // A figure over answers that broke would pass for a figure of the reader.
        if (broken !== undefined) throw new Failure('broken', `${name}, line ${String(line.id)}: ${broken}`);
        predictions.set(String(line.id), answer);
      }
      const figures = set.score(lines, predictions).map((found) => ({ ...found, value: rounded(found.value) }));
      rows.push({ set: set.name, file: name, n: lines.length, figures, ...bounds });
    }
  if (rows.length > 0) return { reader: context.reader, rows };
  throw new Failure('no-data', `${folder} holds no file of a set: evaluation/README.md says how they are named.`);
};

const brokenBy = ({ error }: Line): string | undefined => {
  const found = error as { readonly code: string; readonly message: string } | undefined;
  return found?.code === 'internal' ? found.message : undefined;
};

/** The line without its answer: what is not shown cannot be read by mistake. */
const questionOf = ({ gold: _gold, cluster: _cluster, label: _label, articleBody: _body, ...question }: Line): string =>
  JSON.stringify(question);

/** The committed results, or undefined where nothing was measured yet. */
export const readResults = (file = RESULTS): Results | undefined =>
  existsSync(file) ? resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;

export const writeResults = (results: Results): void => writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['set', 'items', 'figure', 'Marsad', 'simple baseline', 'best known to us'],
  ar: ['المجموعة', 'العناصر', 'المقياس', 'مرصد', 'خط أساس بسيط', 'أفضل ما نعرفه'],
};

const cellsOf = ({ file, n, figures, floor, anchor }: ResultRow): string[][] =>
  figures.map(({ metric, value, main }) => [
    main ? file : '',
    main ? String(n) : '',
    metric,
    value.toFixed(1),
    main && floor !== undefined ? floor.toFixed(1) : '',
    main && anchor !== undefined ? `${anchor.value.toFixed(1)} (${anchor.whose})` : '',
  ]);

/** Which figures a table shows: `main` one for each file, `all` whatever was measured. */
export type Extent = 'main' | 'all';

/** The results as a Markdown table; metrics and names of sets are the same in both languages, as the scorers call them. */
export const tableOf = (results: Results, language: Language, extent: Extent = 'all'): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = HEADS[language];
  const rows = results.rows.map((row) =>
    extent === 'all' ? row : { ...row, figures: row.figures.filter(({ main }) => main) },
  );
  return [head, head.map(() => '---'), ...rows.flatMap(cellsOf)].map(line).join('\n');
};

// `<!-- figures en -->` holds all of them, `<!-- figures en main -->` the main ones.
const block = (language: Language): RegExp =>
  new RegExp(`(<!-- figures ${language}( main)? -->\\n)[\\s\\S]*?(<!-- /figures -->)`);

/** A page with the table between its markers brought up to date; unchanged where it has no markers. */
export const withTable = (page: string, results: Results, language: Language): string =>
  page.replace(
    block(language),
    (_all, open: string, main: string | undefined, close: string) =>
      `${open}${tableOf(results, language, main === undefined ? 'all' : 'main')}\n${close}`,
  );
