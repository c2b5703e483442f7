/** What is held → what may leave: fetches from the store and hands it to the gate. Nothing ungated passes. */
import type { EventType, Source } from '../model/index.ts';
import type { HarmGate, Pages, PublicCorrection, Showcase } from '../publish/index.ts';
import type { Store } from '../record/index.ts';
import { openHoldings, reportsOf } from './held.ts';
import { type Kept, openKept } from './kept.ts';

type About = ReturnType<Showcase['about']>;

/** Records that people decided on: as many as a page of corrections looks at. */
const DECIDED = 1000;

export const openShowcase = (
  store: Store,
  gate: HarmGate,
  sourceOf: (id: string) => Source | undefined,
  about: About,
  ontology: readonly EventType[] = [],
  kept: Kept = openKept(store),
): Omit<Showcase, keyof Pages | 'home'> => {
  const { reports: heldReports } = openHoldings(store, sourceOf);

  return {
    about: () => about,
    report: (id, view) =>
      kept('report', view, id, async (at) => {
        const [one] = await heldReports([id]);
        return one && gate.report(one, at);
      }),
    record: (id, view, version) =>
      kept('record', view, [id, version], async (at) => {
        const record = await store.record(id, version);
        if (!record) return undefined;
        const [versions, reports] = [await store.versions(id), await heldReports(reportsOf(record))];
        const decisions = await store.decisionsOn(id);
        return gate.record({ record, versions, reports, decisions }, at);
      }),
    codebook: () => ontology,
    corrections: async (view) => {
      // Versions that people made are few; a page of them is made as it is asked for.
      const decided = { side: 'owner', review: ['confirmed', 'corrected', 'rejected'], order: 'added' } as const;
      const { ids } = await store.listRecords({ ...decided, limit: DECIDED });
      const records = (await store.records(ids)).filter((record) => record.by === 'person');
      const found: PublicCorrection[] = [];
      for (const record of records) {
        const [versions, decisions] = [await store.versions(record.id), await store.decisionsOn(record.id)];
        const reports = await heldReports(reportsOf(record));
        found.push(...(gate.record({ record, versions, reports, decisions }, view)?.corrections ?? []));
      }
      return found.sort((a, b) => (a.at < b.at ? 1 : -1));
    },
  };
};
