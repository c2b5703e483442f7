/** What is held → what may leave: fetches from the store and hands it to the gate. Nothing ungated passes. */
import type { Source } from '../model/index.ts';
import type { createGate, HeldRecord, PublicHome, Showcase, View } from '../publish/index.ts';
import type { Store } from '../record/index.ts';
import { openHoldings, reportsOf } from './held.ts';

type About = ReturnType<Showcase['about']>;

/** How much the home page looks at. Its counts are of these, its lists are shorter still. */
const HOME_REPORTS = 200;
const HOME_RECORDS = 1000;

/** Front pages that are kept: two audiences in two languages, with some to spare for a change of hour. */
const HOMES_KEPT = 8;
const HOUR = 3_600_000;

/** The beginning of the hour of a date-time; one that is none stays, for the gate to refuse. */
const hourOf = (now: string): string => {
  const at = Date.parse(now);
  return Number.isNaN(at) ? now : new Date(Math.floor(at / HOUR) * HOUR).toISOString();
};

export const openShowcase = (
  store: Store,
  gate: ReturnType<typeof createGate>,
  sourceOf: (id: string) => Source | undefined,
  about: About,
): Showcase => {
  const { reports: heldReports } = openHoldings(store, sourceOf);

  const homeOf = async (view: View): Promise<PublicHome> => {
    const [ids, records] = [await store.reportIds(HOME_REPORTS), await store.latestRecords(HOME_RECORDS)];
    const needed = [...new Set([...ids, ...records.flatMap(reportsOf)])];
    const byId = new Map((await heldReports(needed)).map((one) => [one.report.id, one]));
    const pick = (wanted: readonly string[]) => wanted.flatMap((id) => byId.get(id) ?? []);
    const heldRecords = records.map(
      (record): HeldRecord => ({
        record,
        // A line of the home page shows the latest version alone.
        versions: [{ version: record.version, madeAt: record.madeAt, by: record.by }],
        reports: pick(reportsOf(record)),
      }),
    );
    return gate.home(pick(ids), heldRecords, view);
  };

  const homes = new Map<string, Promise<PublicHome>>();

  return {
    about: () => about,
    home: (view) => {
      // Whatever is public at the hour's beginning is so all through it, and what a delay frees within it may wait.
      const now = hourOf(view.now);
      const key = [view.audience, view.language, now, store.changes()].join(' ');
      const kept = homes.get(key);
      if (kept) return kept;
      const made = homeOf({ ...view, now });
      homes.set(key, made);
      made.catch(() => homes.delete(key));
      for (const old of homes.keys()) if (homes.size > HOMES_KEPT) homes.delete(old);
      return made;
    },
    report: async (id, view) => {
      const [one] = await heldReports([id]);
      return one && gate.report(one, view);
    },
    record: async (id, view, version) => {
      const record = await store.record(id, version);
      if (!record) return undefined;
      const [versions, reports] = [await store.versions(id), await heldReports(reportsOf(record))];
      return gate.record({ record, versions, reports }, view);
    },
  };
};
