/**
 * `npm run evaluate -- --speed-places`: how many reports of 500 words a second have all their names looked up (places, actors,
 * peoples) and their places resolved, beside the cutting of the same texts into words, which is all that a look-up cannot
 * do without; and what a start costs. Processor time, best of twenty rounds taken by turns: on a busy machine the ratio
 * means more than the number.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { tokenise } from '../../src/language/index.ts';
import { loadReaderData, loadSamples } from '../../src/load/index.ts';
import type { Span } from '../../src/model/index.ts';
import { createLocator, createReader } from '../../src/read/index.ts';

const WORDS = 500;
const ROUNDS = 20;
const STARTS = 5;

type Made = { readonly text: string; readonly spans: readonly Span[] };

const seconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

/** The bundled reports, each told again until it has as many words as are asked for. */
const madeOf = (text: string): string => {
  const words = text.trim().split(/\s+/);
  const paragraphs: string[] = [];
  for (let left = WORDS; left > 0; left -= words.length)
    paragraphs.push(left >= words.length ? text.trim() : words.slice(0, left).join(' '));
  return paragraphs.join('\n\n');
};

type Start = { readonly milliseconds: number; readonly megabytes: number };

/** A start as users have it: the built package in a process of its own, with nothing else in it; best of a few, by the clock. */
const startOf = (): Start => {
  const built = (room: string): string =>
    pathToFileURL(path.join(import.meta.dirname, '../../dist', room, 'index.js')).href;
  const script = `
    const before = performance.now();
    const { loadReaderData } = await import('${built('load')}');
    const { createReader } = await import('${built('read')}');
    createReader(await loadReaderData());
    const milliseconds = performance.now() - before;
    console.log(JSON.stringify({ milliseconds, megabytes: process.memoryUsage().rss / 1e6 }));`;
  const starts = Array.from({ length: STARTS }, (): Start => {
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    return JSON.parse(told) as Start;
  });
  return starts.reduce((best, next) => (next.milliseconds < best.milliseconds ? next : best));
};

export type PlacesSpeed = {
  readonly reportsPerSecond: number;
  /** Time of look-up and resolution over the time of cutting the same texts into words. */
  readonly overTokens: number;
  readonly startMilliseconds: number;
  readonly megabytes: number;
};

export const measurePlaces = async (): Promise<PlacesSpeed> => {
  const { milliseconds, megabytes } = startOf();
  const data = await loadReaderData();
  const locate = createLocator(data);
  const read = createReader(data);
  const reports = (await loadSamples()).map(({ report }): Made => {
    const text = madeOf(report.text);
    const spans = read({ id: 'bench', text, language: report.language }).mentions.filter(
      ({ kind }) => kind === 'place',
    );
    return { text, spans };
  });
  let [own, words] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    own = Math.min(
      own,
      seconds(() => reports.forEach(({ text, spans }) => void locate(text, spans))),
    );
    words = Math.min(
      words,
      seconds(() => reports.forEach(({ text }) => void tokenise(text))),
    );
  }
  return {
    reportsPerSecond: reports.length / own,
    overTokens: own / words,
    startMilliseconds: milliseconds,
    megabytes,
  };
};

/** As a Markdown table. */
export const placesSpeedTable = (speed: PlacesSpeed): string =>
  [
    '| what | figure | aim |',
    '| --- | --- | --- |',
    `| reports of ${WORDS} words a second, names looked up and places resolved | ${Math.round(speed.reportsPerSecond)} | 500 |`,
    `| its time over that of cutting the texts into words | ${speed.overTokens.toFixed(1)} | |`,
    `| start from the packed form, best of ${STARTS} | ${Math.round(speed.startMilliseconds)} ms | 1000 ms |`,
    `| memory of the process after the start | ${Math.round(speed.megabytes)} MB | 250 MB |`,
  ].join('\n');
