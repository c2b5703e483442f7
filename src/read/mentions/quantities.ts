/** Numbers of persons and things, with the words that make them bounds. Years, times, scores and prices are none. */
import type { QuantityValue } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import { holds, type Sentence, startAfterCut, type Words } from '../text.ts';
import type { FoundTime } from '../times/index.ts';
import type { Described } from './described.ts';

export type FoundQuantity = {
  readonly sentence: Sentence;
  readonly first: number;
  readonly after: number;
  readonly start: number;
  readonly end: number;
  readonly value: QuantityValue;
  /** What is counted. */
  readonly counted?: Described;
};

const digits = (norm: string): number | undefined => {
  const plain = norm.replace(/[,٬]/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
};

const RANGE = new Set(['-', '–', 'to', 'and', 'الي', 'و']);
// A number before one of these counts something else than persons or things of ours.
const UNITS =
  /^(?:percent|per|%|km|kilometers?|kilometres?|metres?|meters?|miles?|hours?|minutes?|days?|weeks?|months?|years?|am|pm|million|billion|dollars?|كيلومتر.*|كم|متر.*|ساعه|ساعات|يوم.*|ايام|دقيقه|مليون.*|مليار.*|دولار.*|بالميه|عام.*|سنه|سنوات|اشهر|شهر.*|اسبوع.*|اسابيع)$/;

/**
 * مدنيان, طفلتان: the dual says two by its ending. Only the nominative in ان is certain: ين is written like the plural.
 */
const dualOf = (norm: string, i: number, described: readonly Described[], lexicon: Lexicons): Described | undefined => {
  const bare = /^[وفبل]?(?:ال)?(.{2,})ان$/.exec(norm)?.[1];
  if (bare === undefined) return undefined;
  const single = bare.endsWith('ت') ? [bare, `${bare.slice(0, -1)}ه`] : [bare];
  const head = described.find((d) => d.headAt === i && d.kind === 'actor');
  return head && single.some((word) => lexicon.heads.word(word).some((v) => v.kind === 'base')) ? head : undefined;
};

/** Quantities of a sentence. A number that counts nothing known has no unit. */
export const quantitiesIn = (
  words: Words,
  sentence: Sentence,
  described: readonly Described[],
  times: readonly FoundTime[],
  lexicon: Lexicons,
): FoundQuantity[] => {
  const { tokens, text } = words;
  const found: FoundQuantity[] = [];
  for (let i = sentence.first; i < sentence.after; i++) {
    const token = tokens[i]!;
    if (holds(times, i)) continue;
    let low: number | undefined;
    let high: number | undefined;
    let after = i + 1;
    let cut = 0;
    let inWords = false;
    if (token.kind === 'number') {
      low = high = digits(token.norm);
    } else if (token.kind === 'word') {
      const hit = lexicon.numbers.at(tokens, i, sentence.language);
      if (hit && hit.after <= sentence.after) {
        ({ low } = hit.values[0]!);
        high = hit.values[0]!.high;
        after = hit.after;
        cut = hit.cut;
        inWords = true;
      }
    }
    const pair =
      low === undefined && sentence.language === 'ar' ? dualOf(token.norm, i, described, lexicon) : undefined;
    if (pair) {
      found.push({
        sentence,
        first: i,
        after: i + 1,
        start: pair.start,
        end: token.end,
        value: { low: 2, high: 2, unit: 'person', words: true },
        counted: pair,
      });
      continue;
    }
    if (low === undefined) continue;
    const joint = tokens[after];
    const second = tokens[after + 1];
    if (joint && second && RANGE.has(joint.norm) && after + 1 < sentence.after) {
      const word = second.kind === 'word' ? lexicon.numbers.at(tokens, after + 1, sentence.language) : undefined;
      const top = second.kind === 'number' ? digits(second.norm) : word?.values[0]?.high;
      const open = joint.norm !== 'and' || tokens[i - 1]?.norm === 'between';
      if (top !== undefined && top > low && open && joint.norm !== 'و') {
        high = top;
        after = word?.after ?? after + 2;
      }
    }
    let first = i;
    let start = cut > 0 ? startAfterCut(text, token, cut) : token.start;
    for (let back = 4; back >= 1; back--) {
      const at = i - back;
      if (at < sentence.first) continue;
      const bound = lexicon.bounds.at(tokens, at, sentence.language);
      if (bound === undefined || bound.after !== i) continue;
      first = at;
      start = startAfterCut(text, tokens[at]!, bound.cut);
      if (bound.values[0]!.bound === 'low') high = undefined;
      else if (bound.values[0]!.bound === 'high') low = Math.min(low, 0);
      break;
    }
    const next = tokens[after];
    if (after < sentence.after && next && UNITS.test(next.norm)) continue;
    const counted = described.find(
      (d) =>
        d.first >= after &&
        d.first <= after + 2 &&
        d.headAt <= after + 5 &&
        tokens.slice(after, d.first).every((t) => t.kind !== 'punctuation'),
    );
    const partitive = described.find((d) => d.first === after + 1 && tokens[after]?.norm === 'of');
    const what = counted ?? partitive;
    // «7 dead», أربعة قتلى: the word of harm itself is what is counted.
    // … or stands right before a number that counts nothing else: «wounded dozens», أصيب العشرات.
    const vague = inWords && high === undefined && i > sentence.first;
    const harmed =
      (after < sentence.after &&
        lexicon.harm.at(tokens, after, sentence.language)?.values.some((v) => v.pos !== 'v' || v.kind === 'past')) ||
      (vague && lexicon.harm.at(tokens, i - 1, sentence.language) !== undefined);
    found.push({
      sentence,
      first,
      after,
      start,
      end: tokens[after - 1]!.end,
      value: {
        low,
        ...(high === undefined ? {} : { high }),
        ...(what === undefined
          ? harmed
            ? { unit: 'person' }
            : {}
          : { unit: what.kind === 'actor' ? 'person' : what.of }),
        words: inWords,
      },
      ...(what === undefined ? {} : { counted: what }),
    });
    i = after - 1;
  }
  return found;
};
