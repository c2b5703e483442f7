/**
 * `npm run evaluate -- --speed TEXT.txt`: tokens a second of our language room beside two libraries, on the same English
 * text in one run. Processor time, best of three rounds taken by turns: on a busy machine only their ratios mean much.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import nlp from 'compromise';
import winkNLP from 'wink-nlp';
import { createLanguage, createTagger, tokenise, unpackWords } from '../src/language/index.ts';
import { loadAnalyser, loadLanguageModels } from '../src/load/index.ts';

const ROUNDS = 3;
const LENGTH = 400_000;

export type Speed = { readonly what: string; readonly tokensPerSecond: number; readonly loadMilliseconds: number };

const timed = <T>(work: () => T): { seconds: number; result: T } => {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
};

/** Tokens a second of each, all over the tokens as we count them, so that nobody gains by cutting finer. */
export const measureSpeed = async (file: string): Promise<Speed[]> => {
  const source = readFileSync(file, 'utf8').replace(/\s+$/, '');
  const text = `${source}\n\n`.repeat(Math.ceil(LENGTH / source.length)).slice(0, LENGTH);
  const models = await loadLanguageModels('en');
  const { trees: _trees, ...wordsAlone } = models;
  const { analyse } = await loadAnalyser().of('en');
  const sentences = analyse(text).map(({ words }) => words.map(({ form }) => form));
  const tokens = tokenise(text).length;
  const contenders: { what: string; make: () => () => unknown }[] = [
    {
      what: 'Marsad: tagger alone, on given words',
      make: () => {
        const { number } = createTagger(unpackWords(wordsAlone.words).tags);
        return () => sentences.map(number);
      },
    },
    {
      what: 'Marsad: text to sentences, words, tags, lemmas and features',
      make: () => {
        const language = createLanguage(wordsAlone);
        return () => language.analyse(text);
      },
    },
    {
      what: 'wink-nlp 2.4.0 with wink-eng-lite-web-model: text to sentences, words, tags',
      make: () => {
        const wink = winkNLP(createRequire(import.meta.url)('wink-eng-lite-web-model'), ['sbd', 'pos']);
        return () => wink.readDoc(text).tokens().out(wink.its.pos);
      },
    },
    { what: 'compromise 14.17.0: text to sentences, words, tags', make: () => () => nlp(text).json({ offset: false }) },
  ];
  if (models.trees) contenders.splice(2, 0, { what: 'Marsad: the same with trees', make: () => () => analyse(text) });
  const ready = contenders.map(({ what, make }) => {
    const { seconds, result } = timed(make);
    return { what, loadMilliseconds: seconds * 1000, work: result, best: Number.POSITIVE_INFINITY };
  });
  for (let round = 0; round < ROUNDS; round++)
    for (const contender of ready) contender.best = Math.min(contender.best, timed(contender.work).seconds);
  return ready.map(({ what, loadMilliseconds, best }) => ({ what, loadMilliseconds, tokensPerSecond: tokens / best }));
};

/** As a Markdown table. */
export const speedTable = (speeds: readonly Speed[]): string =>
  [
    ['what', 'tokens a second', 'model loaded in'],
    ['---', '---', '---'],
    ...speeds.map(({ what, tokensPerSecond, loadMilliseconds }) => [
      what,
      Math.round(tokensPerSecond).toLocaleString('en'),
      `${Math.round(loadMilliseconds)} ms`,
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
