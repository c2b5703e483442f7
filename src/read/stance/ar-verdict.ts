/** What an Arabic sentence says of the tidings that a word stands in: «الأنباء عن هجوم غير صحيحة», «خبر مقتله كذبة». */
import type { Hit, OperatorWord } from '../lexicon/index.ts';
import type { Sentence, Words } from '../text.ts';
import { isTidings } from '../tidings.ts';
import type { Effect } from './stance.ts';

// How far before the word its tidings may stand, and behind it their verdict.
const BEFORE = 6;
const BEHIND = 14;

/** @returns effects of the verdict; none where no verdict stands over the tidings */
export const verdictInArabic = (
  { tokens }: Words,
  sentence: Sentence,
  hits: ReadonlyMap<number, Hit<OperatorWord>>,
  first: number,
  after: number,
): Effect[] => {
  const norm = (i: number): string => (i >= sentence.first && i < sentence.after ? tokens[i]!.norm : '');
  let tidings = -1;
  for (let i = first - 1; i >= Math.max(sentence.first, first - BEFORE); i--)
    if (isTidings(norm(i)) || (/^[ولبم]?م?ما$/.test(norm(i)) && norm(first - 1) === 'عن')) tidings = i;
  if (tidings < 0) return [];
  for (let i = after; i < Math.min(sentence.after, after + BEHIND); i++) {
    if (/^[؛;]$/.test(norm(i)) || /^(?:لكن|بينما|فيما)$/.test(norm(i))) break;
    const found = hits.get(i)?.values.find((v) => /^[xan]$/.test(v.pos) && /^(?:deny|possible)$/.test(v.effect));
    if (found && (found.effect === 'deny' || found.pos === 'x')) return [found.effect as Effect];
  }
  return [];
};
