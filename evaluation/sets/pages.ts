/** The article's text out of a web page: what `collect` does before anybody reads. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { articleOf } from '../../src/collect/index.ts';
import { lineOf, maybeTextIn, textIn } from '../lines.ts';
import { scorePages } from '../score/pages.ts';
import type { EvaluationSet, GoldFile, Line } from '../set.ts';

/** The benchmark keeps its gold in one JSON object and each page gzipped beside it. */
const pagesIn = (folder: string): GoldFile[] => {
  const home = [path.join(folder, 'pages'), folder].find((at) => existsSync(path.join(at, 'ground-truth.json')));
  if (home === undefined) return [];
  const truth = lineOf(readFileSync(path.join(home, 'ground-truth.json'), 'utf8'));
  const lines = Object.entries(truth).flatMap(([id, value]): Line[] => {
    const file = [`${id}.html.gz`, `html/${id}.html.gz`].map((at) => path.join(home, at)).find((at) => existsSync(at));
    if (file === undefined) return [];
    return [{ ...(value as Line), id, html: gunzipSync(readFileSync(file)).toString('utf8') }];
  });
  return [{ name: 'pages', lines }];
};

export const pages: EvaluationSet = {
  name: 'pages',
  asks: 'the article’s text out of a web page',
  input: 'id, url, html',
  prediction: 'text',
  original: {
    from: 'scrapinghub/article-extraction-benchmark',
    url: 'https://github.com/scrapinghub/article-extraction-benchmark',
    licence: 'MIT repository; the pages are third parties’',
  },
  floor: { pages: 66.5 },
  anchor: { pages: { value: 97, whose: 'best of the benchmark' } },
  answer: (line, { labels }) => ({ text: articleOf(textIn(line, 'html'), labels, maybeTextIn(line, 'url')).text }),
  files: pagesIn,
  score: (gold, predictions) => {
    const bodies = new Map(gold.map((line) => [textIn(line, 'id'), textIn(line, 'articleBody')]));
    const texts = new Map([...predictions].map(([id, line]) => [id, maybeTextIn(line, 'text') ?? '']));
    const { precision, recall, f1 } = scorePages(bodies, texts);
    return [
      { metric: '4-shingle F1', value: f1, main: true },
      { metric: 'precision', value: precision },
      { metric: 'recall', value: recall },
    ];
  },
};
