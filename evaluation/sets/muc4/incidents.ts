/** Claims of a reading → incidents of the task: which of them count, and which tell of the same one. */
import type { Claim, Mention, Reading } from '../../../src/model/index.ts';
import { incidentOf } from './map.ts';

export type Incident = { readonly type: string; readonly date: string | undefined; readonly claims: readonly Claim[] };

/** The reading as the task needs it. */
export type Told = {
  readonly reading: Reading;
  /** Words of a span, blanks made one. */
  readonly said: (span: { readonly start: number; readonly end: number }) => string;
  readonly all: (ids: readonly string[]) => Mention[];
};

const HAPPENED = new Set(['asserted', 'threatened', 'cancelled']);
const HARMS = new Set(['killed', 'injured', 'abducted']);
// The task leaves out what lies more than two months back; a report names its months loosely.
const OLDEST_DAYS = 70;
const DAY_MS = 86_400_000;
// A toll, or another town, told further off than this belongs to something else, in UTF-16 code units.
const NEAR_TOLL = 400;
const NEAR_PLACE = 300;
const LOCAL = /^(?:town|point|district)$/;

const isNear = (claims: readonly Claim[], claim: Claim, reach: number): boolean =>
  claims.some((other) => Math.abs(other.quote.start - claim.quote.start) <= reach);

const isRecent = ({ background, time }: Claim, issued: string | undefined): boolean =>
  !background ||
  (issued !== undefined &&
    time.latest !== undefined &&
    Date.parse(issued) - Date.parse(time.latest) < OLDEST_DAYS * DAY_MS);

/** What was hoped, feared or judged tells of no incident, but whom it says were killed were killed. */
const isTold = (claim: Claim): boolean =>
  HAPPENED.has(claim.modality) || claim.toll.some(({ low, harm }) => low > 0 && HARMS.has(harm));

export const incidentsOf = ({ reading, said, all }: Told): Incident[] => {
  const issued = reading.report.issued.latest;
  const dayOf = ({ time }: Claim): string | undefined =>
    time.basis !== 'report' && time.precision === 'day' ? time.earliest : undefined;
  const townsOf = (claim: Claim): string[] =>
    claim.placesFrom === 'clause' || claim.placesFrom === 'sentence'
      ? all(claim.places)
          .filter(({ place }) => place === undefined || LOCAL.test(place.precision))
          .map(said)
      : [];
  const meet = (claims: readonly Claim[], claim: Claim): boolean => {
    const [own, others] = [townsOf(claim), claims.flatMap(townsOf)];
    return own.length === 0 || others.length === 0 || own.some((town) => others.includes(town));
  };

  const incidents: Incident[] = [];
  for (const claim of reading.claims) {
    const type = incidentOf(claim.type, said(claim.quote));
    if (type === undefined || !isRecent(claim, issued) || !isTold(claim)) continue;
    const date = dayOf(claim);
    const loose = claim.type === 'harm.casualties' && date === undefined;
    const at = incidents.findLastIndex(
      ({ type: known, date: day, claims }) =>
        (known === type || (loose && isNear(claims, claim, NEAR_TOLL))) &&
        (date === undefined || day === undefined || day === date) &&
        (meet(claims, claim) || isNear(claims, claim, NEAR_PLACE)),
    );
    const known = incidents[at];
    if (known === undefined) incidents.push({ type, date, claims: [claim] });
    else incidents[at] = { ...known, date: known.date ?? date, claims: [...known.claims, claim] };
  }
  return incidents;
};
