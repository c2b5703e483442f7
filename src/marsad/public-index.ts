/**
 * Keeps the public's lists in step with the gate: asks the store what is due, gates it as any page would, and lists by
 * what came out alone. So a withheld place is in no list, no count, no search, and moves nothing in an order.
 */
import type { Interval } from '../model/index.ts';
import type { BareRecord, BareReport, HarmGate, Listed, Name, RecordLine, ReportLine, Run } from '../publish/index.ts';
import { type Due, type RecordEntry, type Released, type ReportEntry, type Store, wordsOf } from '../record/index.ts';
import type { Holdings } from './held.ts';

export type PublicIndex = {
  /**
   * Gates what is due, newest first.
   * @param now ISO date-time
   * @param most things to gate now; the rest stays due. All, unless told.
   * @returns how many were gated
   */
  readonly refresh: (now: string, most?: number) => Promise<number>;
  /** The same without waiting; one at a time, and nothing is thrown. */
  readonly refreshSoon: (now: () => string) => void;
  /** Stops after the batch that is under way. */
  readonly close: () => Promise<void>;
};

const BATCH = 50;
const HOUR = 3_600_000;

/** Delays are in whole hours, so that nothing is freed within one. */
const hourAfter = (now: string): string => new Date(Math.floor(Date.parse(now) / HOUR) * HOUR + HOUR).toISOString();

const unique = (values: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(values.flatMap((value) => value ?? [])),
];
const namesOf = (values: readonly { readonly name: Name }[]): (string | undefined)[] =>
  values.flatMap(({ name }) => [name.en, name.ar]);
const shownIn = (runs: readonly Run[]): string => runs.map((run) => (run.withheld ? '' : run.text)).join('');
const boundsOf = ({ earliest, latest }: Pick<Interval, 'earliest' | 'latest'>) => ({
  ...(earliest && { earliest }),
  ...(latest && { latest }),
});

/** What the public finds a record by. */
export const entryOfPublicRecord = (record: BareRecord): RecordEntry => {
  const actors = [...record.agents, ...record.targets];
  const { change, status, claims } = record;
  const first = record.versions[0]?.madeAt ?? '';
  return {
    id: record.id,
    version: record.version,
    type: record.type,
    actors: unique(actors.map((one) => one.id)),
    speakers: unique(claims.flatMap((claim) => claim.speakers.map((one) => one.id))),
    places: unique(record.places.map((one) => one.id)),
    sources: unique(claims.map((claim) => claim.publisher?.id)),
    languages: unique(claims.map((claim) => claim.quoteLanguage)),
    reports: unique(claims.map((claim) => claim.reportId)),
    ...boundsOf(record.time),
    day: record.time.latest ?? record.time.earliest ?? first.slice(0, 10),
    review: record.review,
    ...(change && { change }),
    ...(status && { status }),
    modality: record.modality,
    background: record.background,
    words: wordsOf(
      [...namesOf(actors), ...namesOf(record.places)],
      [
        record.sentence.en,
        record.sentence.ar,
        ...claims.map((claim) => shownIn(claim.quote)),
        ...record.facilities.flatMap((name) => [name.en, name.ar]),
      ],
    ),
  };
};

/** What the public finds a report by: what its page shows. */
export const entryOfPublicReport = (report: BareReport): ReportEntry => {
  const { claims, issued } = report;
  return {
    id: report.id,
    readingId: report.reader ?? '',
    language: report.language,
    ...(report.publisher?.id && { source: report.publisher.id }),
    actors: unique(
      claims.flatMap((claim) => [...claim.agents, ...claim.targets, ...claim.speakers].map((one) => one.id)),
    ),
    places: unique(claims.flatMap((claim) => claim.places.map((one) => one.id))),
    types: unique(claims.map((claim) => claim.type)),
    claims: claims.length,
    ...boundsOf(issued),
    day: issued.latest ?? issued.earliest ?? report.capture.fetchedAt.slice(0, 10),
    words: wordsOf(
      [shownIn(report.title)],
      [
        ...report.parts.map((part) => shownIn(part.runs)),
        ...namesOf(claims.flatMap((claim) => [...claim.places, ...claim.agents, ...claim.targets])),
      ],
    ),
  };
};

export const openPublicIndex = (store: Store, holdings: Holdings, gate: HarmGate): PublicIndex => {
  /** What is written of each thing that was due, once it has been gated for both audiences. */
  const released = <Whole, Line, Entry>(
    due: readonly Due[],
    [shown, own]: readonly [readonly Listed<Whole, Line>[], readonly Listed<Whole, Line>[]],
    entryOf: (whole: Whole) => Entry,
  ): Released<Entry>[] => {
    const toPublic = new Map(shown.map((one) => [one.id, one]));
    const toOwner = new Map(own.map((one) => [one.id, one]));
    return due.map(({ id, touched }) => {
      const { shown, again } = toPublic.get(id) ?? {};
      const line = toOwner.get(id)?.shown?.line;
      return {
        id,
        touched,
        ...(shown && { entry: entryOf(shown.whole) }),
        ...(again !== undefined && { againAt: new Date(again).toISOString() }),
        lines: { ...(shown && { public: shown.line }), ...(line && { owner: line }) },
      };
    });
  };

  const views = (now: string) =>
    (['public', 'owner'] as const).map((audience) => ({ audience, language: 'en', now }) as const);

  const refreshRecords = async (due: readonly Due[], now: string): Promise<void> => {
    const held = await holdings.records(due.map((one) => one.id));
    const [shown, own] = views(now).map((view) => gate.listedRecords(held, view));
    await store.releaseRecords(
      released<BareRecord, RecordLine, RecordEntry>(due, [shown ?? [], own ?? []], entryOfPublicRecord),
    );
  };
  const refreshReports = async (due: readonly Due[], now: string): Promise<void> => {
    const held = await holdings.reports(due.map((one) => one.id));
    const joined = await holdings.records([...new Set(held.flatMap((one) => one.records.map(({ id }) => id)))]);
    const [shown, own] = views(now).map((view) => gate.listedReports(held, joined, view));
    await store.releaseReports(
      released<BareReport, ReportLine, ReportEntry>(due, [shown ?? [], own ?? []], entryOfPublicReport),
    );
  };

  let closing = false;
  let running: Promise<number> = Promise.resolve(0);
  let waiting = false;

  /** When there was nothing due, as far as this process can tell. */
  let clean: { readonly changes: number; readonly hour: string; readonly at: number } | undefined;
  const isClean = (now: string): boolean =>
    clean !== undefined &&
    clean.changes === store.changes() &&
    clean.hour === hourAfter(now) &&
    // In PostgreSQL others write, too, and tell nobody.
    (store.kind === 'pglite' || Date.now() - clean.at < 5000);

  const refreshNow = async (now: string, most: number): Promise<number> => {
    let done = 0;
    while (!closing && done < most && !isClean(now)) {
      const changes = store.changes();
      const room = Math.min(BATCH, most - done);
      const due = await store.dueForRelease('record', now, room);
      if (due.length > 0) await refreshRecords(due, now);
      const told = due.length > 0 ? [] : await store.dueForRelease('report', now, room);
      if (told.length > 0) await refreshReports(told, now);
      done += due.length + told.length;
      if (due.length + told.length === 0) clean = { changes, hour: hourAfter(now), at: Date.now() };
    }
    return done;
  };
  const refresh = (now: string, most = Number.POSITIVE_INFINITY): Promise<number> => {
    // One after the other: two that gate the same would only do it twice.
    running = running.catch(() => 0).then(() => refreshNow(now, most));
    return running;
  };

  return {
    refresh,
    refreshSoon: (now) => {
      if (waiting || closing) return;
      waiting = true;
      setImmediate(() => {
        waiting = false;
        // What fails here stays due, and is told by whoever asks next.
        refresh(now()).catch(() => undefined);
      });
    },
    close: async () => {
      closing = true;
      await running.catch(() => undefined);
    },
  };
};
