/** The YAML of an annotation and its text → spans and values, or one line for each fault: `FILE:LINE: …`. */
import { LineCounter, parseDocument } from 'yaml';
import type { Issued, Part, Span } from '../../src/model/index.ts';
import type { Annotated } from './annotation.ts';
import { claimsOf } from './claims.ts';
import { Fault, type Note, type Path } from './faults.ts';
import { ISSUED, type Written, writtenSchema } from './format.ts';
import { Glossary } from './glossary.ts';
import type { Vocabulary } from './values.ts';
import { linesOf } from './words.ts';

export type Compiled = { readonly annotated?: Annotated; readonly faults: readonly string[] };

/** Parts as written, laid over the lines of the text. */
const partsOf = (text: string, { parts, language }: Written): Part[] => {
  const lines = linesOf(text);
  if (lines.length !== parts.length)
    throw new Fault(`The text has ${lines.length} lines that are not empty, «parts» names ${parts.length}.`);
  return lines.map((line, nth) => ({ kind: parts[nth]!, ...line, language }));
};

const issuedOf = (written: string): Issued => {
  const [, first, range, last, kind] = ISSUED.exec(written) ?? [];
  if (kind === undefined) return { basis: [] };
  const latest = range === undefined ? first : last;
  return {
    ...(first !== undefined && { earliest: first }),
    ...(latest !== undefined && { latest }),
    basis: [{ kind: kind as Issued['basis'][number]['kind'] }],
  };
};

/**
 * @param file name of the YAML for the lines of faults
 * @returns the annotation, or the faults that keep it from being one
 */
export const compile = (name: string, file: string, yaml: string, text: string, vocabulary: Vocabulary): Compiled => {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  const faults: { line: number; message: string }[] = [];
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  const note: Note = (path, act) => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push({ line: lineOf(error.key === undefined ? path : [...path, error.key]), message: error.message });
    }
  };
  const lines = (): string[] =>
    faults.sort((a, b) => a.line - b.line).map(({ line, message }) => `${file}:${line}: ${message}`);

  for (const error of document.errors)
    faults.push({ line: counter.linePos(error.pos[0]).line, message: error.message.split('\n')[0]! });
  if (faults.length > 0) return { faults: lines() };
  const shape = writtenSchema.safeParse(document.toJS());
  if (!shape.success) {
    for (const { path, message } of shape.error.issues)
      faults.push({ line: lineOf(path as Path), message: `${path.join('.') || 'the file'}: ${message}` });
    return { faults: lines() };
  }
  const written = shape.data;
  let parts: Part[] = [];
  note(['parts'], () => {
    parts = partsOf(text, written);
  });
  const glossary = new Glossary(text, written, vocabulary, note);
  const { claims, sentences } = claimsOf(text, written, glossary, vocabulary, note);
  if (faults.length > 0) return { faults: lines() };
  const { language, genre, countries, given, twin, issued } = written;
  return {
    faults: [],
    annotated: {
      name,
      text,
      language,
      genre,
      countries,
      ...(given !== undefined && { given }),
      ...(twin !== undefined && { twin }),
      parts,
      issued: issuedOf(issued),
      mentions: glossary.mentions(),
      claims,
      sentences: sentences as readonly Span[],
    },
  };
};
