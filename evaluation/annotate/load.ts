/** The annotated reports of a folder. What is sealed stays shut unless it is asked for by name of the seal. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../src/model/index.ts';
import type { Annotated } from './annotation.ts';
import { compile } from './compile.ts';
import type { Vocabulary } from './values.ts';

export const REPORTS = path.join(import.meta.dirname, '..', 'reports');

/** Which third of the reports is meant: the open ones, or the sealed ones. */
export type Share = 'open' | 'sealed';

/** Names of the sealed reports: the lines of `sealed.txt` that are no comment. */
export const sealedIn = (folder: string): ReadonlySet<string> => {
  const file = path.join(folder, 'sealed.txt');
  if (!existsSync(file)) return new Set();
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Set(lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')));
};

/** Names of the reports of a share, sorted. */
export const namesIn = (folder: string, share: Share): string[] => {
  const sealed = sealedIn(folder);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace(/\.yaml$/, ''))
    .filter((name) => sealed.has(name) === (share === 'sealed'))
    .sort();
};

export type Loaded = { readonly reports: readonly Annotated[]; readonly faults: readonly string[] };

/**
 * @param names which; the annotation of each is `NAME.yaml` in `folder`, its text `NAME.txt` in `texts`
 * @returns the reports that compile, and a line for each fault of the others
 */
export const loadReports = (
  names: readonly string[],
  vocabulary: Vocabulary,
  folder = REPORTS,
  texts = folder,
): Loaded => {
  const reports: Annotated[] = [];
  const faults: string[] = [];
  for (const name of names) {
    const [yaml, text] = [path.join(folder, `${name}.yaml`), path.join(texts, `${name}.txt`)];
    const shown = path.relative(path.join(import.meta.dirname, '..', '..'), yaml);
    if (!existsSync(text)) {
      faults.push(`${shown}:1: ${path.basename(text)}, its text, is missing.`);
      continue;
    }
    const compiled = compile(name, shown, readFileSync(yaml, 'utf8'), readFileSync(text, 'utf8'), vocabulary);
    faults.push(...compiled.faults);
    if (compiled.annotated) reports.push(compiled.annotated);
  }
  return { reports, faults };
};

/**
 * The reports of a share, all of them sound.
 * @throws Failure `bad-annotation` with the lines of all faults
 */
export const openReports = (share: Share, vocabulary: Vocabulary, folder = REPORTS): readonly Annotated[] => {
  const { reports, faults } = loadReports(namesIn(folder, share), vocabulary, folder);
  if (faults.length > 0) throw new Failure('bad-annotation', faults.join('\n'));
  return reports;
};
