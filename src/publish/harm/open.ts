/** Held reports opened for one view: everything withheld of them is known before any value is made. */
import type { Claim, EventRecord, Reading } from '../../model/index.ts';
import type { HeldReport } from '../types.ts';
import type { Opened } from './claims.ts';
import { mentionsOf } from './mentions.ts';
import { claimIsDelayed, type Gate } from './release.ts';
import { mergeSpans, veilOver } from './veil.ts';
import { type Withheld, withheldByReading, withheldByRecord } from './withhold.ts';

/**
 * What readings withhold, kept for as long as they live; and reports opened together for one answer, by what they were
 * opened with: a report's ten records rest on the same few reports, and opening those is most of the work.
 */
export type WithheldCache = {
  readonly readings: WeakMap<Reading, Withheld>;
  readonly opened?: Map<string, OpenedTogether>;
};

export type OpenedTogether = {
  readonly byId: ReadonlyMap<string, Opened>;
  readonly veil: Opened['veil'];
  /** When delays of their claims end. */
  readonly delays: ReadonlySet<number>;
};

export const delayedClaims = (held: HeldReport, gate: Gate): Claim[] =>
  gate.view.audience === 'owner' ? [] : held.reading.claims.filter((claim) => claimIsDelayed(claim, held, gate));

/**
 * Open reports that bear on one another: a name that one of them (or a record) withholds goes from all of them.
 * The owner's are opened with nothing withheld.
 */
export const openReports = (
  reports: readonly HeldReport[],
  records: readonly EventRecord[],
  gate: Gate,
  cache: WithheldCache,
): OpenedTogether => {
  const opened = openOnce(reports, records, gate, cache);
  for (const end of opened.delays) gate.delays?.add(end);
  return opened;
};

const openOnce = (
  reports: readonly HeldReport[],
  records: readonly EventRecord[],
  gate: Gate,
  cache: WithheldCache,
): OpenedTogether => {
  if (!cache.opened) return openNow(reports, records, gate, cache);
  const key = [
    gate.view.audience,
    ...reports.map((held) => held.report.id),
    ...new Set(records.map((record) => `${record.id}/${record.version}`)),
  ].join(' ');
  const known = cache.opened.get(key);
  if (known) return known;
  const opened = openNow(reports, records, gate, cache);
  cache.opened.set(key, opened);
  return opened;
};

const openNow = (
  reports: readonly HeldReport[],
  records: readonly EventRecord[],
  gate: Gate,
  cache: WithheldCache,
): OpenedTogether => {
  const { knowledge, rules } = gate;
  if (gate.view.audience === 'owner') {
    const veil = veilOver({ names: [], parts: [] });
    const open = (held: HeldReport): Opened => ({
      held,
      gate,
      mentions: mentionsOf(held.reading),
      withheld: [],
      veil,
      owner: true,
    });
    return { byId: new Map(reports.map((held) => [held.report.id, open(held)])), veil, delays: new Set() };
  }
  const readings = new Map(reports.map((held) => [held.report.id, held.reading]));
  const own = new Map(
    reports.map((held) => {
      const withheld = cache.readings.get(held.reading) ?? withheldByReading(held.reading, knowledge, rules);
      cache.readings.set(held.reading, withheld);
      return [held, withheld];
    }),
  );
  const all = [...own.values(), ...records.map((record) => withheldByRecord(record, readings, knowledge, rules))];
  const veil = veilOver(
    { names: all.flatMap((one) => one.names), parts: all.flatMap((one) => one.parts) },
    all.flatMap((one) => one.exempt),
  );
  const byId = new Map<string, Opened>();
  const delays = new Set<number>();
  for (const [held, withheld] of own) {
    const { text } = held.reading.report;
    const spans = [
      ...withheld.spans,
      ...veil.spansIn(text, withheld.known),
      ...delayedClaims(held, { ...gate, delays }).map((claim) => claim.quote),
    ];
    byId.set(held.report.id, {
      held,
      gate,
      mentions: mentionsOf(held.reading),
      withheld: mergeSpans(text, spans),
      veil,
      owner: false,
    });
  }
  return { byId, veil, delays };
};
