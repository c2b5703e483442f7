/** A report's parts and claims in the order in which its page sets them. */
import type { PublicClaim, PublicPart, PublicReport } from '../../publish/types.ts';

/** A part of the text with the claims whose words begin in it. */
export type Row = { readonly part: PublicPart; readonly claims: readonly PublicClaim[] };

export type LaidOut = {
  readonly claims: ReadonlyMap<string, PublicClaim>;
  readonly headline: PublicPart | undefined;
  readonly standfirst: readonly PublicPart[];
  readonly points: readonly PublicPart[];
  /** Claims of all that stands above the text. */
  readonly topClaims: readonly PublicClaim[];
  readonly rows: readonly Row[];
  /** Claims whose words stand in no part that is shown: they still have their say, after the text. */
  readonly loose: readonly PublicClaim[];
  /** Number of each claim's note. A headline says what the text says more fully: no numbers for that. */
  readonly numbers: ReadonlyMap<string, number>;
};

/** The page's furniture and its date are told at the foot and in the head; the rest of these above the text. */
const NOT_IN_TEXT: readonly PublicPart['kind'][] = ['chrome', 'page-date', 'headline', 'standfirst', 'key-point'];

export const laidOut = (report: PublicReport): LaidOut => {
  const claims = new Map(report.claims.map((claim) => [claim.id, claim]));
  const claimsOf = (part: PublicPart | undefined): readonly PublicClaim[] =>
    (part?.claims ?? []).flatMap((id) => claims.get(id) ?? []);
  const all = (kind: PublicPart['kind']): readonly PublicPart[] => report.parts.filter((part) => part.kind === kind);
  const [headline] = all('headline');
  const standfirst = all('standfirst');
  const points = all('key-point');
  const topClaims = [headline, ...standfirst, ...points].flatMap(claimsOf);
  const rows = report.parts
    .filter((part) => !NOT_IN_TEXT.includes(part.kind))
    .map((part) => ({ part, claims: claimsOf(part) }));
  const order = [...topClaims, ...rows.flatMap((row) => row.claims)];
  const loose = report.claims.filter((claim) => !order.includes(claim));
  const numbered = [...order, ...loose].filter((claim) => !claim.same || !headline?.claims.includes(claim.id));
  return {
    claims,
    headline,
    standfirst,
    points,
    topClaims,
    rows,
    loose,
    numbers: new Map(numbered.map((claim, at) => [claim.id, at + 1])),
  };
};
