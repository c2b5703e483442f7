/** What is held of reports and records, fetched whole from the store, as the gate takes it. Ungated. */
import type { EventRecord, Source } from '../model/index.ts';
import type { HeldRecord, HeldReport } from '../publish/index.ts';
import type { KeptReport, Store } from '../record/index.ts';

export type Holdings = {
  /** In the order of the ids; unknown ones are left out. */
  readonly reports: (ids: readonly string[]) => Promise<readonly HeldReport[]>;
  /** Latest versions, in the order of the ids; unknown ones are left out. */
  readonly records: (ids: readonly string[]) => Promise<readonly HeldRecord[]>;
};

/** What a report without a known publisher is published under where its giver set terms. */
const unnamed: Source = {
  id: 'unnamed',
  names: { en: 'Unnamed source', ar: 'مصدر غير مسمى' },
  aliases: [],
  kind: 'outlet',
  hosts: [],
  languages: [],
  terms: 'quotes',
};

export const reportsOf = (record: EventRecord): readonly string[] => [
  ...new Set(record.claims.map((claim) => claim.reportId)),
];

export const openHoldings = (store: Store, sourceOf: (id: string) => Source | undefined): Holdings => {
  const held = (kept: KeptReport, records: readonly EventRecord[]): HeldReport => {
    const { capture, report, reading, terms, origin } = kept;
    const publisher = report.publisher ?? reading.report.publisher;
    const known = publisher === undefined ? undefined : sourceOf(publisher);
    const source = terms ? { ...(known ?? unnamed), terms } : known;
    return { report, reading, capture, ...(source && { source }), ...(origin && { origin }), records };
  };

  const reports: Holdings['reports'] = async (ids) => {
    const [kept, records] = [await store.reports(ids), await store.recordsOf(ids)];
    const byId = new Map(kept.map((one) => [one.report.id, one]));
    const restingOn = new Map<string, EventRecord[]>(ids.map((id) => [id, []]));
    for (const record of records) for (const id of reportsOf(record)) restingOn.get(id)?.push(record);
    return ids.flatMap((id) => byId.get(id) ?? []).map((one) => held(one, restingOn.get(one.report.id) ?? []));
  };

  return {
    reports,
    records: async (ids) => {
      const [latest, versions] = [await store.records(ids), await store.versionsOf(ids)];
      const byId = new Map((await reports([...new Set(latest.flatMap(reportsOf))])).map((one) => [one.report.id, one]));
      return latest.map((record) => ({
        record,
        versions: versions.get(record.id) ?? [],
        reports: reportsOf(record).flatMap((id) => byId.get(id) ?? []),
      }));
    },
  };
};
