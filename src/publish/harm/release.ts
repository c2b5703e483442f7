/** Whether, and since when, a record may be shown at all: review, rejection and delay. */
import type { Claim, EventRecord, Reading } from '../../model/index.ts';
import type { Vocabulary } from '../sentence/index.ts';
import type { GateKnowledge, HeldReport, View } from '../types.ts';
import type { HarmRules } from './rules.ts';

/** All that a decision of the gate rests on, passed down as one. */
export type Gate = {
  readonly knowledge: GateKnowledge;
  readonly rules: HarmRules;
  /** What sentences about records are made with. */
  readonly vocabulary: Vocabulary;
  readonly view: View;
  /** Where it is noted when delays end that withheld something: milliseconds since 1970. */
  readonly delays?: Set<number>;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Milliseconds since 1970 when something of this day may be shown: the delay runs from the end of the day (UTC), as
 * nobody said at what hour it happened. `undefined` where the day is no date: then it never may.
 */
export const publicFrom = (day: string, hours: number): number | undefined => {
  const start = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(start) ? undefined : start + DAY + hours * HOUR;
};

/** Is an event of this type still within its delay? Its last day counts, else the latest issue or fetch of a report. */
export const isDelayed = (
  type: string,
  latest: string | undefined,
  fallback: readonly string[],
  gate: Gate,
): boolean => {
  const day = latest ?? [...fallback].sort().at(-1);
  const from = day === undefined ? undefined : publicFrom(day, gate.rules.delayHours(type));
  const now = Date.parse(gate.view.now);
  const delayed = from === undefined || Number.isNaN(now) || now < from;
  if (delayed && from !== undefined) gate.delays?.add(from);
  return delayed;
};

/** Publisher id of the reports that come with Marsad. */
export const BUNDLED = 'marsad-samples';

/**
 * The day that stands for a report's issue: its latest bound, else the day on which it was fetched. A bundled report
 * tells events of public record, so that its earliest bound will do.
 */
export const issueDay = ({ report, reading, capture }: HeldReport): string => {
  const { earliest, latest } = reading.report.issued;
  return latest ?? (report.publisher === BUNDLED ? earliest : undefined) ?? capture.fetchedAt;
};

export const claimIsDelayed = (claim: Claim, held: HeldReport, gate: Gate): boolean =>
  isDelayed(claim.type, claim.time.latest, [issueDay(held)], gate);

/** May this record be shown to the view's audience? */
export const isReleased = (record: EventRecord, reports: readonly HeldReport[], gate: Gate): boolean => {
  if (gate.view.audience === 'owner') return true;
  if (record.review === 'rejected') return false;
  if (record.review === 'machine-read' && !gate.knowledge.machineRead) return false;
  const days = reports.length > 0 ? reports.map(issueDay) : [record.madeAt];
  return !isDelayed(record.type, record.time.latest, days, gate);
};

/**
 * The record that each claim of a reading belongs to. A claim that tells the same as another (`same`) belongs to that
 * one's record, also where the record names only the fuller claim.
 */
export const recordsByClaim = (reading: Reading, records: readonly EventRecord[]): Map<string, EventRecord> => {
  const direct = new Map<string, EventRecord>();
  for (const record of records)
    for (const claim of record.claims) if (claim.reportId === reading.id) direct.set(claim.claimId, record);
  const all = new Map(direct);
  for (const claim of reading.claims)
    if (!all.has(claim.id) && claim.same !== undefined) {
      const record = direct.get(claim.same);
      if (record) all.set(claim.id, record);
    }
  return all;
};
