/** What is held → what may leave: fetches from the store and hands it to the gate. Nothing ungated passes. */
import type { EventType, Source } from '../model/index.ts';
import type { HarmGate, Pages, Showcase } from '../publish/index.ts';
import type { Store } from '../record/index.ts';
import type { Catalogue } from './catalogue.ts';
import { openHoldings, reportsOf } from './held.ts';
import { type Kept, openKept } from './kept.ts';

type About = ReturnType<Showcase['about']>;

/** Records that people decided on: as many as the pages of corrections lead to, and as many as one of them is of. */
const DECIDED = 1000;
const SHOWN = 25;

export const openShowcase = (
  store: Store,
  gate: HarmGate,
  sourceOf: (id: string) => Source | undefined,
  about: About,
  catalogue: Pick<Catalogue, 'listRecords'>,
  ontology: readonly EventType[] = [],
  kept: Kept = openKept(store),
): Omit<Showcase, keyof Pages | 'home'> => {
  const { reports: heldReports, records } = openHoldings(store, sourceOf);

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
    corrections: (view, page = 1) =>
      kept('corrections', view, page, async (at) => {
        const decided = { review: ['confirmed', 'corrected', 'rejected'], order: 'added', limit: DECIDED } as const;
        const { ids } = await catalogue.listRecords(decided, view);
        const pages = Math.max(1, Math.ceil(ids.length / SHOWN));
        if (!Number.isInteger(page) || page < 1 || page > pages) return undefined;
        const shown = ids.slice((page - 1) * SHOWN, page * SHOWN);
        const [held, decisions] = [await records(shown), await store.decisionsOf(shown)];
        const lines = held
          .filter(({ record }) => record.by === 'person')
          .flatMap((one) => {
            const whole = { ...one, decisions: decisions.get(one.record.id) ?? [] };
            return gate.record(whole, at)?.corrections ?? [];
          })
          .sort((a, b) => (a.at < b.at ? 1 : -1));
        return { lines, page, pages };
      }),
  };
};
