/**
 * The development parts of the treebanks: words, tags, lemmas and trees on their own tokens, and on their raw text.
 * Of Arabic PUD every seventh sentence, which `npm run train` leaves out of what it learns from.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readConllu, type UdSentence } from '../src/language/index.ts';
import { type Analyser, loadAnalyser } from '../src/load/index.ts';
import type { Language } from '../src/model/index.ts';
import type { ResultRow } from './results.ts';
import { scoreGoldTokens, scoreRawText, textOfTreebank } from './score/treebank.ts';
import type { Figure } from './set.ts';

type TreebankFile = {
  readonly file: string;
  readonly name: string;
  readonly language: Language;
  readonly part: (sentences: readonly UdSentence[]) => readonly UdSentence[];
  readonly floor: number;
  readonly anchor?: { readonly value: number; readonly whose: string };
};

const whole: TreebankFile['part'] = (sentences) => sentences;

export const TREEBANKS: readonly TreebankFile[] = [
  {
    file: 'en_ewt-dev.conllu',
    name: 'en_ewt-dev',
    language: 'en',
    part: whole,
    floor: 83.5,
    anchor: { value: 82, whose: 'UDPipe 1.2, about, on EWT' },
  },
  { file: 'en_gum_open-dev.conllu', name: 'en_gum_open-dev', language: 'en', part: whole, floor: 84.5 },
  {
    file: 'ar_pud-train.conllu',
    name: 'ar_pud, every 7th',
    language: 'ar',
    part: (sentences) => sentences.filter((_, at) => at % 7 === 6),
    floor: 68,
  },
];

/** Words of somebody's sentences with everything but their forms predicted. */
export const predictTokens = async (
  analyser: Analyser,
  language: Language,
  gold: readonly UdSentence[],
): Promise<UdSentence[]> => {
  const { parse } = await analyser.of(language);
  return gold.flatMap((sentence) =>
    readConllu(analyser.withWords(sentence, parse(sentence.words.map(({ form }) => form)))),
  );
};

/** Sentences of a raw text. */
export const predictText = async (analyser: Analyser, language: Language, text: string): Promise<UdSentence[]> => {
  const { analyse } = await analyser.of(language);
  return readConllu(
    analyse(text)
      .map((sentence, id) => analyser.toConllu(text, sentence, { id, offset: 0 }))
      .join(''),
  );
};

const figuresOf = (prefix: string, scores: object, hasTrees: boolean): Figure[] =>
  Object.entries(scores as Readonly<Record<string, number>>)
    .filter(([metric]) => (hasTrees || !/^[ul]as$/.test(metric)) && !(prefix === '' && metric === 'tokens'))
    .map(([metric, value]) => ({
      metric: `${prefix}${/^(?:upos|xpos|feats|uas|las)$/.test(metric) ? metric.toUpperCase() : metric}`,
      value: Math.round(value * 100) / 100,
      ...(prefix === '' && metric === (hasTrees ? 'las' : 'upos') && { main: true as const }),
    }))
    .sort((a, b) => Number(b.main ?? false) - Number(a.main ?? false));

/** Figures of every treebank that lies in `folder` or its `treebanks/`; none where there is none. */
export const measureTreebanks = async (folder: string, analyser = loadAnalyser()): Promise<ResultRow[]> => {
  const rows: ResultRow[] = [];
  for (const { file, name, language, part, floor, anchor } of TREEBANKS) {
    const at = [path.join(folder, file), path.join(folder, 'treebanks', file)].find((path) => existsSync(path));
    if (at === undefined) continue;
    const gold = part(readConllu(readFileSync(at, 'utf8')));
    const onTokens = await predictTokens(analyser, language, gold);
    const onText = await predictText(analyser, language, textOfTreebank(gold));
    const hasTrees = onTokens.some(({ words }) => words.some(({ head }) => head !== undefined));
    rows.push({
      set: 'treebanks',
      file: name,
      n: gold.reduce((sum, { words }) => sum + words.length, 0),
      figures: [
        ...figuresOf('', scoreGoldTokens(gold, onTokens), hasTrees),
        ...figuresOf('raw text, ', scoreRawText(gold, onText), hasTrees),
      ],
      ...(hasTrees && { floor }),
      ...(hasTrees && anchor && { anchor }),
    });
  }
  return rows;
};
