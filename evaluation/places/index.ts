/** Resolution of Arabic names, on sentences of our own (arabic.txt): read, answered and scored in one go. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PlaceValue, Span } from '../../src/model/index.ts';
import { kilometres } from '../score/geo.ts';

export type Asked = { readonly name: string; readonly span: Span; readonly id?: string; readonly near: boolean };
export type Sentence = { readonly text: string; readonly asked: readonly Asked[] };

const NAME = /\[([^|\]]+)\|([^\]]+)\]/g;

/** `[NAME|ID]` mark-up → the text without it, and where its names stand. */
export const sentenceFrom = (line: string): Sentence => {
  const asked: Asked[] = [];
  let text = '';
  let from = 0;
  for (const match of line.matchAll(NAME)) {
    text += line.slice(from, match.index);
    from = match.index + match[0].length;
    const [, name, mark] = match as unknown as [string, string, string];
    const span = { start: text.length, end: text.length + name.length };
    text += name;
    const id = mark.replace('~', '');
    asked.push({ name, span, near: mark.startsWith('~'), ...(id === '-' ? {} : { id }) });
  }
  return { text: text + line.slice(from), asked };
};

/** The sentences of arabic.txt. */
export const arabicSentences = (): readonly Sentence[] =>
  readFileSync(path.join(import.meta.dirname, 'arabic.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(sentenceFrom);

type Located = Pick<PlaceValue, 'lat' | 'lon'>;

export type ArabicScore = {
  readonly names: number;
  /** Share of the known names that were given a point. */
  readonly coverage: number;
  /** Of those, the share within 161 km. */
  readonly accuracy: number;
  /** Of those that the base has a point of, the share within 25 km: the town itself. */
  readonly exact: number;
  /** Made-up names that were put somewhere. */
  readonly invented: number;
  readonly wrong: readonly string[];
};

/**
 * @param pointOf the base's point of an id
 * @param locate answers the spans of a text
 */
export const scoreArabic = (
  sentences: readonly Sentence[],
  pointOf: (id: string) => Located | undefined,
  locate: (text: string, spans: readonly Span[]) => readonly (Located | undefined)[],
): ArabicScore => {
  const total = { names: 0, known: 0, resolved: 0, near: 0, pointed: 0, exact: 0, invented: 0 };
  const wrong: string[] = [];
  for (const { text, asked } of sentences) {
    const places = locate(
      text,
      asked.map(({ span }) => span),
    );
    asked.forEach(({ name, id, near }, at) => {
      total.names++;
      const { lat, lon } = places[at] ?? {};
      const found = lat !== undefined && lon !== undefined;
      if (id === undefined) {
        if (found) total.invented++;
        return;
      }
      const gold = pointOf(id);
      if (gold?.lat === undefined || gold.lon === undefined) throw new Error(`arabic.txt: no point of ${id} (${name})`);
      total.known++;
      if (!found) {
        wrong.push(`${name}: not found`);
        return;
      }
      total.resolved++;
      const km = kilometres(gold.lat, gold.lon, lat, lon);
      if (km <= 161) total.near++;
      else wrong.push(`${name}: ${Math.round(km)} km off`);
      if (near) return;
      total.pointed++;
      if (km <= 25) total.exact++;
    });
  }
  const share = (part: number, of: number): number => (of === 0 ? 0 : (100 * part) / of);
  return {
    names: total.names,
    coverage: share(total.resolved, total.known),
    accuracy: share(total.near, total.resolved),
    exact: share(total.exact, total.pointed),
    invented: total.invented,
    wrong,
  };
};
