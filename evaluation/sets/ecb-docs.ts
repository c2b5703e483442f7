/** Which documents tell of the same happening, among look-alikes: the documents of ECB+ (Cybulska and Vossen 2014). */
import { storiesOf } from '../../src/record/index.ts';
import { idIn, jsonlFiles, textIn } from '../lines.ts';
import { scoreClusters } from '../score/clusters.ts';
import type { EvaluationSet } from '../set.ts';

const clusterIn = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

export const ecbDocs: EvaluationSet = {
  name: 'ecb-docs',
  asks: 'which documents tell of the same happening',
  input: 'id, text',
  prediction: 'cluster: the same for documents of one happening',
  original: {
    from: 'the ECB+ corpus, in AlonEirew/cross-doc-event-coref',
    url: 'https://github.com/AlonEirew/cross-doc-event-coref',
    licence: 'CC BY 3.0',
  },
  floor: { 'ecb.docs.dev': 84.2 },
  anchor: {},
  // Alone a document is its own story; what is wrong with its line is told by reading it.
  answer: (line) => {
    textIn(line, 'text');
    return { cluster: idIn(line) ?? '-' };
  },
  answerTogether: (lines) =>
    storiesOf(lines.map((line) => ({ text: textIn(line, 'text') }))).map((cluster) => ({
      cluster: `story ${cluster}`,
    })),
  files: (folder) => jsonlFiles(folder, 'ecb.docs').filter(({ name }) => !name.endsWith('.train')),
  score: (gold, predictions) => {
    const { bCubed, precision, recall, pairs } = scoreClusters(
      gold.map((line) => ({ id: String(line.id), cluster: clusterIn(line.cluster) ?? '' })),
      new Map([...predictions].map(([id, line]) => [id, clusterIn(line.cluster)])),
    );
    return [
      { metric: 'B³ F1', value: bCubed, main: true },
      { metric: 'B³ precision', value: precision },
      { metric: 'B³ recall', value: recall },
      { metric: 'F1 over pairs', value: pairs },
    ];
  },
};
