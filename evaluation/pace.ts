/**
 * `npm run evaluate -- --pace`: reports of 500 words that the whole reader reads in a second of processor time, made of
 * our open reports one after the other. The better of three rounds: the machine may be busy.
 */
import { openReports, type Vocabulary } from './annotate/index.ts';
import type { Context } from './set.ts';

const WORDS = 500;
const ROUNDS = 3;

export type Pace = { readonly language: string; readonly reports: number; readonly perSecond: number };

export const measurePace = ({ read }: Context, vocabulary: Vocabulary): Pace[] =>
  (['en', 'ar'] as const).map((language) => {
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
