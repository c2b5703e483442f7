/** Text → runs: cut where a claim's words, a trigger or withheld words begin and end. */
import type { Span } from '../../model/index.ts';
import type { Run } from '../types.ts';
import { mergeSpans, WITHHELD } from './veil.ts';

/** What runs are cut by. Spans are in the text that is cut. */
export type Marks = {
  readonly claims: readonly { readonly id: string; readonly quote: Span; readonly trigger: Span }[];
  readonly withheld: readonly Span[];
};

const covers = (span: Span, start: number, end: number): boolean => span.start <= start && end <= span.end;

/** A boundary inside a surrogate pair would break a letter in two: it moves before the letter. */
const whole = (text: string, at: number): number =>
  at > 0 &&
  at < text.length &&
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 &&
  (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
    ? at - 1
    : at;

/**
 * Runs of `text[start, end)`. With nothing withheld their texts join to exactly that stretch; each withheld span
 * becomes one run «[…]».
 */
export const cutRuns = (text: string, start: number, end: number, marks: Marks): Run[] => {
  const withheld = mergeSpans(text, marks.withheld);
  const cuts = new Set<number>([start, end]);
  const cut = (at: number): void => {
    if (at > start && at < end) cuts.add(whole(text, at));
  };
  const near = marks.claims.filter((claim) => claim.quote.start < end && claim.quote.end > start);
  for (const span of [...near.flatMap((claim) => [claim.quote, claim.trigger]), ...withheld]) {
    cut(span.start);
    cut(span.end);
  }
  const points = [...cuts].filter((at) => at >= start && at <= end).sort((a, b) => a - b);
  const runs: Run[] = [];
  let hidden: Span | undefined;
  for (const [i, from] of points.entries()) {
    const to = points[i + 1];
    if (to === undefined || to === from) continue;
    const claims = near.filter((claim) => covers(claim.quote, from, to)).map((claim) => claim.id);
    const span = withheld.find((hide) => hide.start < to && from < hide.end);
    if (span) {
      const last = runs.at(-1);
      if (hidden === span && last)
        runs[runs.length - 1] = { ...last, claims: [...new Set([...last.claims, ...claims])] };
      else runs.push({ text: WITHHELD, claims, withheld: true });
    } else {
      const trigger = near.some((claim) => covers(claim.trigger, from, to));
      runs.push({ text: text.slice(from, to), claims, ...(trigger ? { trigger: true as const } : {}) });
    }
    hidden = span;
  }
  return runs;
};

/** The words of these spans alone, «[…]» between two that do not touch. For sources whose text is not ours to show. */
export const cutQuotes = (text: string, start: number, end: number, quotes: readonly Span[], marks: Marks): Run[] => {
  const runs: Run[] = [];
  let last = start;
  for (const quote of mergeSpans(text, quotes)) {
    const from = Math.max(start, quote.start);
    const to = Math.min(end, quote.end);
    if (to <= from) continue;
    const gap = text.slice(last, from);
    // A comma between two quotes is nobody's words: nothing is left out there.
    if (runs.length > 0 && !/[\p{L}\p{N}]/u.test(gap)) runs.push({ text: gap, claims: [] });
    else if (runs.length > 0 && !runs.at(-1)?.withheld) runs.push({ text: WITHHELD, claims: [], withheld: true });
    last = to;
    runs.push(...cutRuns(text, from, to, marks));
  }
  return runs;
};
