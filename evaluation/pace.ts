/**
 * `npm run evaluate -- --pace`: reports of 500 words that the compiled reader reads in a second of processor time, made of
 * our open reports one after the other. The best of some rounds, since the machine may be busy; the words of later rounds
 * were all seen before, as most are in a day's reports.
 */
import type { createReader, ReaderData } from '../src/read/index.ts';
import { openReports, type Vocabulary } from './annotate/index.ts';

const WORDS = 500;
// The first ones are slow: the code is compiled while it runs.
const ROUNDS = 12;

export type Pace = { readonly language: string; readonly reports: number; readonly perSecond: number };

/** @throws Error where the reader was not built */
export const measurePace = async (data: ReaderData, vocabulary: Vocabulary): Promise<Pace[]> => {
  const compiled = (await import(new URL('../dist/read/index.js', import.meta.url).href)) as {
    readonly createReader: typeof createReader;
  };
  const read = compiled.createReader(data);
  return (['en', 'ar'] as const).map((language) => {
    const texts = openReports('open', vocabulary)
      .filter((each) => each.language === language)
      .map(({ text }) => text);
    const made: string[] = [];
    for (let words = 0, own: string[] = [], at = 0; at < texts.length; at += 1) {
      own.push(texts[at]!);
      words += texts[at]!.split(/\s+/).length;
      if (words < WORDS) continue;
      made.push(own.join('\n\n'));
      [words, own] = [0, []];
    }
    const words = made.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = process.cpuUsage();
      for (const [at, text] of made.entries()) read({ id: String(at), text });
      const { user, system } = process.cpuUsage(before);
      best = Math.min(best, (user + system) / 1e6);
    }
    return { language, reports: made.length, perSecond: words / WORDS / best };
  });
};
