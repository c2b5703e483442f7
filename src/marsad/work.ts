/** Reading what is held: anew with a newer reader, or for the first time; here, or by workers on other machines. */
import { Failure, type Reading } from '../model/index.ts';
import type { Jobs, MatchKnowledge, Store } from '../record/index.ts';
import type { Readers } from './reading-pool.ts';

/** One line of what was found or done, to be shown as it is. */
export type Say = (line: string) => void;

export type Working = {
  readonly store: Store;
  readonly readers: Readers;
  readonly knowledge: MatchKnowledge;
  /** Name of the reader, as in its readings. */
  readonly reader: string;
  readonly now: () => string;
  readonly closing: () => boolean;
};

/** Reports taken at a time: what is lost by a kill is read again. */
const TOGETHER = 25;

/** Reads reports; those that cannot be read stay unread, with the reason. */
const readAll = async (
  { store, readers }: Working,
  ids: readonly string[],
): Promise<{ readonly made: readonly Reading[]; readonly failed: ReadonlyMap<string, string> }> => {
  const failed = new Map<string, string>();
  const made = await Promise.all(
    (await store.texts(ids)).map((report) =>
      readers.readAnew(report).catch((error: unknown): undefined => {
        failed.set(report.id, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
      }),
    ),
  );
  const readings = made.flatMap((reading) => reading ?? []);
  await store.keepReadings(readings);
  return { made: readings, failed };
};

const matchAll = async ({ store, knowledge, now, closing }: Working): Promise<void> => {
  while (!closing()) {
    const waiting = await store.unmatched(TOGETHER);
    if (waiting.length === 0) return;
    await store.match(waiting, knowledge, now());
  }
};

/**
 * Reads everything that this reader has not read, here. The old readings stay. Killed in the middle, it goes on where it
 * was when it is asked for again, since what is unread is all it goes by.
 * @returns whether every report could be read
 */
export const readAnew = async (working: Working, say: Say): Promise<boolean> => {
  const { store, reader, closing } = working;
  const failed = new Map<string, string>();
  const start = await store.progress(reader);
  say(`${start.reports - start.read} of ${start.reports} reports to be read by ${reader}`);
  let [done, told] = [0, Date.now()];
  while (!closing()) {
    const ids = await store.unread(reader, TOGETHER, [...failed.keys()]);
    if (ids.length === 0) break;
    const read = await readAll(working, ids);
    for (const [id, why] of read.failed) failed.set(id, why);
    await matchAll(working);
    done += read.made.length;
    if (Date.now() - told > 5000) {
      told = Date.now();
      say(`${done} read`);
    }
  }
  // What an earlier run had read, and was stopped before it was joined.
  await matchAll(working);
  for (const [id, why] of failed) say(`report ${id} could not be read: ${why}`);
  say(closing() ? `stopped after ${done}; say it again to go on` : `${done} read, ${failed.size} could not be`);
  return failed.size === 0 && !closing();
};

/** @throws Failure `no-workers` on the embedded store, which one process alone may open */
export const jobsOf = async (store: Store): Promise<Jobs> => {
  const jobs = await store.jobs();
  if (!jobs)
    throw new Failure(
      'no-workers',
      'Workers need a store in PostgreSQL: set DATABASE_URL. With the embedded store, the one process that has it reads.',
    );
  return jobs;
};

/** Hands everything that is unread to whoever works. */
export const sendUnread = async ({ store, reader }: Working, say: Say): Promise<boolean> => {
  const jobs = await jobsOf(store);
  const waiting = (await jobs.states()).find((one) => one.queue === 'read');
  if (waiting && waiting.waiting + waiting.active > 0) {
    say(`${waiting.waiting + waiting.active} jobs are waiting already; «marsad jobs» shows how far they are`);
    return true;
  }
  const ids = await store.unread(reader, 1_000_000);
  await jobs.send('read', ids);
  say(`${ids.length} reports wait for «marsad work»`);
  return true;
};

/** How far reading is, and what failed. */
export const tellJobs = async ({ store, reader }: Pick<Working, 'store' | 'reader'>, say: Say): Promise<boolean> => {
  const { reports, read, unmatched } = await store.progress(reader);
  say(`${read} of ${reports} reports are read by ${reader}; ${unmatched} readings wait to be joined to the record`);
  const cases = await store.cases('reader-changed');
  if (cases.length > 0) say(`${cases.length} cases «reader changed» wait for a person`);
  const jobs = await store.jobs();
  if (!jobs) return true;
  for (const { queue, waiting, active, done, failed } of await jobs.states())
    say(`${queue}: ${waiting} waiting, ${active} under way, ${done} done, ${failed} failed`);
  const failures = await jobs.failures(20);
  for (const { queue, ids, why, at } of failures) say(`failed ${at.slice(0, 16)} ${queue} of ${ids.length}: ${why}`);
  return failures.length === 0;
};

/**
 * Works on what waits, until stopped. Each step may be done twice without harm.
 * @param release brings the public's lists up to date
 */
export const startWork = async (working: Working, release: () => Promise<unknown>, say: Say): Promise<void> => {
  const { store, knowledge, now } = working;
  const jobs = await jobsOf(store);
  await jobs.work('read', async (ids) => {
    const { made, failed } = await readAll(working, ids);
    await jobs.send(
      'match',
      made.map((reading) => reading.readingId),
    );
    say(`read ${made.length} of ${ids.length}`);
    if (failed.size > 0)
      throw new Error([...failed].map(([id, why]) => `report ${id} could not be read: ${why}`).join('; '));
  });
  await jobs.work('match', async (ids) => {
    await store.match(ids, knowledge, now());
    say(`joined ${ids.length}`);
    await jobs.send('release', []);
  });
  await jobs.work('release', async () => {
    await release();
  });
};
