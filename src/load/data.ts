/** Tables and texts of data/ that are read as they are, at run time. */
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Failure, languageSchema, type Report, reportIdOf } from '../model/index.ts';
import type { Row } from '../read/data.ts';
import { packageFolder, textOf } from './node.ts';
import { parseTable } from './table.ts';

const dataFolder = path.join(packageFolder, 'data');

const sampleSchema = z.strictObject({
  file: z.string().regex(/^[^/\\]+\.txt$/),
  language: languageSchema,
  date: z.string().optional(),
  title: z.string().optional(),
  publisher: z.string().min(1),
  citations: z.array(z.strictObject({ text: z.string().min(1), url: z.url().optional() })).min(1),
});

/** A report that comes with Marsad, and the file that holds its text. */
export type BundledReport = { readonly file: string; readonly report: Report };

const listed = (text: string): readonly z.infer<typeof sampleSchema>[] => {
  const result = z.array(sampleSchema).safeParse(parse(text));
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new Failure('bad-data', `samples.yaml: ${issue.path.join('.')}: ${issue.message}`);
};

/**
 * The bundled reports, in the order of samples.yaml.
 * @param dir folder of samples.yaml; by default the package's own data/samples
 * @throws Failure `samples-missing` where the list or a text is not there, `bad-data` where the list is wrong
 */
export const loadSamples = async (dir = path.join(dataFolder, 'samples')): Promise<readonly BundledReport[]> => {
  const hint = 'the package is incomplete, fetch it again.';
  const samples = listed(await textOf(path.join(dir, 'samples.yaml'), 'samples-missing', hint));
  return Promise.all(
    samples.map(async ({ file, language, date, title, publisher, citations }) => {
      const text = await textOf(path.join(dir, file), 'samples-missing', hint);
      const cited = citations.map(({ text, url }) => ({ text, ...(url && { url }) }));
      const id = reportIdOf(text);
      const report = {
        id,
        text,
        language,
        ...(date && { date }),
        ...(title && { title }),
        publisher,
        citations: cited,
      };
      return { file, report };
    }),
  );
};

/**
 * Rows of the harm table: what the gate coarsens or delays by default.
 * @param file by default the package's own data/harm/defaults.tsv
 * @throws Failure `harm-missing`: without the table nothing may be published
 */
export const loadHarmTable = async (file = path.join(dataFolder, 'harm', 'defaults.tsv')): Promise<readonly Row[]> => {
  const text = await textOf(file, 'harm-missing', 'without it nothing may be published, fetch the package again.');
  return parseTable(path.basename(file), text).rows.map((row) => row.cells);
};

const SENTENCE_TABLES = ['events', 'frames', 'nouns', 'adjectives', 'genders', 'tolls'] as const;

/**
 * The tables of data/sentences, of which sentences about records are made.
 * @param dir folder of the tables; by default the package's own data/sentences
 * @throws Failure `sentences-missing` where a table is not there
 */
export const loadSentenceTables = async (
  dir = path.join(dataFolder, 'sentences'),
): Promise<Readonly<Record<(typeof SENTENCE_TABLES)[number], readonly Row[]>>> => {
  const hint = 'the package is incomplete, fetch it again.';
  const tables = await Promise.all(
    SENTENCE_TABLES.map(async (name) => {
      const text = await textOf(path.join(dir, `${name}.tsv`), 'sentences-missing', hint);
      return [name, parseTable(`${name}.tsv`, text).rows.map((row) => row.cells)] as const;
    }),
  );
  return Object.fromEntries(tables) as unknown as Record<(typeof SENTENCE_TABLES)[number], readonly Row[]>;
};
