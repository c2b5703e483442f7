/** Every expression of time as TIMEX3 has it: span, type and value. */
import { languageByScript } from '../../src/language/index.ts';
import { idIn, jsonlFiles, maybeTextIn, textIn } from '../lines.ts';
import { scoreTimes, type Timex } from '../score/timex.ts';
import type { EvaluationSet, Line } from '../set.ts';

/**
 * The Arabic corpus carries no creation dates, neither in its TML files nor in these lines; its values were counted
 * from the day that it was annotated on. That day is told here, as a document's date is told for the others.
 */
const ARABIC_ANNOTATED = '2015-12-24';

const timesIn = (value: unknown): Timex[] =>
  (Array.isArray(value) ? (value as Line[]) : []).map(({ start, end, type, value: said }) => ({
    start: Number(start),
    end: Number(end),
    type: String(type),
    value: String(said),
  }));

export const timex: EvaluationSet = {
  name: 'timex',
  asks: 'every expression of time, its type and its normalised value',
  input: 'id, text, dct?',
  prediction: 'times: [{start, end, type, value}]',
  original: {
    from: 'TimeBank and AQUAINT in qiangning/StructTempRel-EMNLP17; Arabic in dahmri/Enhancing-HeidelTime-for-Time-expression-Annotation-in-Arabic-News',
    url: 'https://github.com/qiangning/StructTempRel-EMNLP17',
    licence: 'LDC texts; none stated',
  },
  floor: { 'timex.timebank.dev': 41.8, 'timex.aquaint.dev': 60.4 },
  anchor: {
    'timex.timebank.dev': { value: 79.2, whose: 'HeidelTime' },
    'timex.aquaint.dev': { value: 73.0, whose: 'HeidelTime' },
  },
  answer: (line, { read }) => {
    const text = textIn(line, 'text');
    const language = languageByScript(text);
    const date = maybeTextIn(line, 'dct') ?? (language === 'ar' ? ARABIC_ANNOTATED : undefined);
    const reading = read({ id: idIn(line) ?? '-', text, ...(date && { date }) });
    return {
      times: reading.mentions.flatMap(({ kind, start, end, time }) =>
        kind === 'time' && time?.timex ? [{ start, end, ...time.timex }] : [],
      ),
    };
  },
  files: (folder) => jsonlFiles(folder, 'timex'),
  score: (gold, predictions) => {
    const documents = gold.map((line) => ({ id: String(line.id), times: timesIn(line.gold) }));
    const found = new Map([...predictions].map(([id, line]) => [id, timesIn(line.times)]));
    const { strict, relaxed, type, value } = scoreTimes(documents, found);
    return [
      { metric: 'value F1', value, main: true },
      { metric: 'span F1, exact', value: strict },
      { metric: 'span F1, overlapping', value: relaxed },
      { metric: 'type F1', value: type },
    ];
  },
};
