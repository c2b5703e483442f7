/** Reading the values of one JSON line, and finding the files of a set. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure, type Span } from '../src/model/index.ts';
import type { GoldFile, Line } from './set.ts';

/**
 * A text that the line must hold.
 * @throws Failure `bad-line` where it is absent or no text.
 */
export const textIn = (line: Line, key: string): string => {
  const value = line[key];
  if (typeof value !== 'string') throw new Failure('bad-line', `«${key}» is missing or is no text.`);
  return value;
};

/** A text that the line may hold; null, empty and other types count as absent. */
export const maybeTextIn = (line: Line, key: string): string | undefined => {
  const value = line[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/**
 * Spans that the line must hold, in the order given.
 * @throws Failure `bad-line` where one is none.
 */
export const spansIn = (line: Line, key: string): readonly Span[] => {
  const value = line[key];
  if (!Array.isArray(value)) throw new Failure('bad-line', `«${key}» is missing or is no list.`);
  return (value as readonly Line[]).map((span, at) => {
    const { start, end } = span ?? {};
    if (
      !Number.isInteger(start) ||
      !Number.isInteger(end) ||
      (start as number) < 0 ||
      (end as number) < (start as number)
    )
      throw new Failure('bad-line', `«${key}[${at}]» is no span: whole numbers with 0 ≤ start ≤ end.`);
    return { start: start as number, end: end as number };
  });
};

/** The id of a line as text; numbers are common as ids. */
export const idIn = (line: Line): string | undefined =>
  typeof line.id === 'string' || typeof line.id === 'number' ? String(line.id) : undefined;

/**
 * One line of JSON.
 * @throws Failure `bad-json` where it is no JSON object.
 */
export const lineOf = (text: string): Line => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Failure('bad-json', 'The line is no JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Failure('bad-json', 'The line is no JSON object.');
  return value as Line;
};

/** The files `PREFIX.….jsonl` of a folder or of its `dev/`, sorted by name. */
export const jsonlFiles = (folder: string, prefix: string): GoldFile[] =>
  [folder, path.join(folder, 'dev')]
    .filter((at) => existsSync(at))
    .flatMap((at) => readdirSync(at).map((name) => ({ at, name })))
    .filter(({ name }) => name.startsWith(`${prefix}.`) && name.endsWith('.jsonl'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ at, name }) => ({
      name: name.replace(/\.jsonl$/, ''),
      lines: readFileSync(path.join(at, name), 'utf8').split('\n').filter(Boolean).map(lineOf),
    }));
