/**
 * Our own tables of times, numbers and tolls: rows that say what must be read out of a sentence. Half of them, by a hash
 * of their text, is set aside: measured, never printed, so that rules cannot be fitted to it by accident.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseTable } from '../../src/load/index.ts';
import type { Language, Reading, Report, Toll } from '../../src/model/index.ts';

export type Row = {
  readonly table: string;
  readonly where: string;
  readonly setAside: boolean;
  readonly text: string;
  readonly expected: string;
  readonly found: (read: (report: Report) => Reading) => string;
};

/** FNV-1a over UTF-16 code units; its parity halves a table without anybody's choice. */
const parityOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // The high bits: the lowest one of FNV is the parity of the text's own bits.
  return (hash >>> 16) & 1;
};

const rowsOf = (file: string) =>
  parseTable(file, readFileSync(path.join(import.meta.dirname, file), 'utf8')).rows.map(({ cells, where }) => ({
    cells,
    where,
    setAside: parityOf(cells.text ?? '') === 1,
  }));

const ISSUED = '2024-05-15';

/** Rows of times: the text without its brackets, and what stands in them. */
const timeRows = (language: Language): Row[] =>
  rowsOf(`times.${language}.tsv`).map(({ cells, where, setAside }) => {
    const marked = cells.text ?? '';
    const text = marked.replace(/[[\]]/g, '');
    const spans: [number, number][] = [];
    let removed = 0;
    for (const match of marked.matchAll(/\[([^\]]*)\]/g)) {
      const start = match.index - removed;
      spans.push([start, start + match[1]!.length]);
      removed += 2;
    }
    const values = (cells.values ?? '').split('; ').filter(Boolean);
    const expected = values.map((value, i) => `${value}${i === 0 && cells.days ? ` ${cells.days}` : ''}`).join('; ');
    return {
      table: `times.${language}`,
      where,
      setAside,
      text: marked,
      expected,
      found: (read) =>
        read({ id: where, text, language, date: cells.issued ?? ISSUED })
          .mentions.filter((mention) => mention.kind === 'time')
          .map(({ start, end, time }, i) => {
            const at = spans.findIndex(([from, to]) => from < end && to > start);
            const { type, value } = time?.timex ?? {};
            const days = i === 0 && cells.days ? ` ${time?.earliest}..${time?.latest}` : '';
            return `${at === i ? '' : '?'}${type === 'SET' ? 'SET:' : ''}${value}${days}`;
          })
          .join('; '),
    };
  });

const number = (low: number, high: number | undefined): string =>
  high === undefined ? `${low}+` : low === high ? String(low) : `${low}-${high}`;

const tollText = ({ harm, low, high, including }: Toll): string =>
  `${harm} ${number(low, high)}${including ? `[${including.map((part) => number(part.low, part.high)).join(' ')}]` : ''}`;

/** Rows of numbers: tolls of the claims, and quantities with a unit that are in no toll. */
const numberRows = (language: Language): Row[] =>
  rowsOf(`numbers.${language}.tsv`).map(({ cells, where, setAside }) => ({
    table: `numbers.${language}`,
    where,
    setAside,
    text: cells.text ?? '',
    expected: cells.told ?? '',
    found: (read) => {
      const reading = read({ id: where, text: cells.text ?? '', language, date: ISSUED });
      const tolls = reading.claims.flatMap((claim) => claim.toll);
      const told = tolls.map((toll) => ({ start: toll.start, words: tollText(toll) }));
      const inTolls = tolls.flatMap((toll) => [toll, ...(toll.including ?? [])]);
      const plain = reading.mentions
        .filter((m) => m.kind === 'quantity' && !inTolls.some((toll) => toll.start < m.end && toll.end > m.start))
        .map((m) => ({ start: m.start, words: `#${number(m.quantity!.low, m.quantity!.high)}` }));
      return [...told, ...plain]
        .sort((a, b) => a.start - b.start)
        .map(({ words }) => words)
        .join(', ');
    },
  }));

/** All rows of all tables. */
export const tableRows = (): Row[] =>
  (['en', 'ar'] as const).flatMap((language) => [...timeRows(language), ...numberRows(language)]);

export type TableScore = {
  readonly table: string;
  readonly half: 'tuned' | 'set aside';
  readonly right: number;
  readonly rows: number;
};

/** How many rows of each table and half are read right. */
export const scoreTables = (
  read: (report: Report) => Reading,
): { scores: TableScore[]; wrong: { row: Row; found: string }[] } => {
  const counts = new Map<string, { table: string; half: TableScore['half']; right: number; rows: number }>();
  const wrong: { row: Row; found: string }[] = [];
  for (const row of tableRows()) {
    const half = row.setAside ? 'set aside' : 'tuned';
    const key = `${row.table} ${half}`;
    const count = counts.get(key) ?? { table: row.table, half, right: 0, rows: 0 };
    counts.set(key, count);
    const found = row.found(read);
    count.rows++;
    if (found === row.expected) count.right++;
    else if (!row.setAside) wrong.push({ row, found });
  }
  return { scores: [...counts.values()], wrong };
};
