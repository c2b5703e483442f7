/**
 * What a report recalls, not tells: looked back on from another past, or dated before its news. The news of a report
 * is its newest happening and the day before; a report over a longer span (a month, a chronicle) has its span for news.
 */
import type { Claim, Issued } from '../../model/index.ts';
import { addDays } from '../times/calendar.ts';

export type Dated = { readonly time: Claim['time']; readonly earlier: boolean };

// The news is its newest day and the day before.
const NEWS_DAYS = 1;
// In a report over a span, what is older than this is recalled there too.
const SPAN_DAYS = 45;
// A report whose dated claims are older than the news by more than this share tells of a span.
const SPAN_SHARE = 0.6;

/** @returns whether each claim is background */
export const backgroundOf = (claims: readonly Dated[], issued: Issued): boolean[] => {
  const latest = claims.map(({ time }) => (time.basis === 'report' ? undefined : time.latest));
  const past = latest.filter(
    (day): day is string => day !== undefined && (issued.latest === undefined || day <= issued.latest),
  );
  const newest =
    issued.earliest !== undefined && issued.earliest === issued.latest ? issued.latest : past.sort().at(-1);
  if (newest === undefined) return claims.map(({ earlier }) => earlier);
  const edge = addDays(newest, -NEWS_DAYS);
  const dated = claims.filter((_, i) => latest[i] !== undefined);
  const older = dated.filter((claim) => claim.time.latest! < edge && !claim.earlier);
  const span = dated.length >= 4 && older.length / claims.length >= SPAN_SHARE;
  const limit = span ? addDays(newest, -SPAN_DAYS) : edge;
  return claims.map(({ earlier }, i) => (earlier && !span) || (latest[i] !== undefined && latest[i]! < limit));
};
