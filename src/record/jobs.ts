/**
 * Work that waits in PostgreSQL for whoever does it, on any number of machines (pg-boss 10). At least once: what a handler
 * does must be safe to do again. Ids alone travel, many to a job, since a job costs some milliseconds however small it is.
 */
import { sql } from 'drizzle-orm';
import type PgBoss from 'pg-boss';
import { Failure } from '../model/index.ts';
import type { Database } from './database.ts';

/** `read`: report ids. `match`: reading ids. `release`: nothing; the public's lists are brought up to date. */
export const QUEUES = ['read', 'match', 'release'] as const;
export type Queue = (typeof QUEUES)[number];

export type QueueState = {
  readonly queue: Queue;
  readonly waiting: number;
  readonly active: number;
  readonly done: number;
  readonly failed: number;
};
export type FailedJob = {
  readonly queue: Queue;
  readonly ids: readonly string[];
  readonly why: string;
  readonly at: string;
};

export type Jobs = {
  readonly send: (queue: Queue, ids: readonly string[]) => Promise<void>;
  /** Works until `close`. What a handler throws fails its job, which is tried again before it counts as failed. */
  readonly work: (queue: Queue, handle: (ids: readonly string[]) => Promise<void>) => Promise<void>;
  readonly states: () => Promise<readonly QueueState[]>;
  /** Jobs that were given up, newest first. */
  readonly failures: (limit: number) => Promise<readonly FailedJob[]>;
  /** Ends after the jobs under way. */
  readonly close: () => Promise<void>;
};

/** Reports to a job: some seconds of reading. */
const TOGETHER = 25;
/** A worker that has not come back by then has died, and somebody else takes its job. */
const EXPIRES = { expireInMinutes: 10 };
const AGAIN = { retryLimit: 2, retryDelay: 5, retryBackoff: true };
const SCHEMA = 'marsad_jobs';
/** Any number that nothing else in the database locks. */
const QUEUES_LOCK = 7_277_005;

type Data = { readonly ids: readonly string[] };

/** @throws Failure `database` where it cannot be reached */
export const openJobs = async (databaseUrl: string, database: Database): Promise<Jobs> => {
  const { default: Boss } = await import('pg-boss');
  const boss: PgBoss = new Boss({
    connectionString: databaseUrl,
    schema: SCHEMA,
    max: 3,
    ...EXPIRES,
    ...AGAIN,
    // Failures stay long enough to be seen after a weekend.
    archiveFailedAfterSeconds: 14 * 86_400,
  });
  // A connection that breaks is tried again by the library; without a listener it would end the process.
  boss.on('error', () => undefined);
  try {
    // One at a time: two workers that make the queues of a new database together would wait for each other.
    await database.transaction(async (transaction) => {
      await transaction.execute(sql`select pg_advisory_xact_lock(${QUEUES_LOCK})`);
      await boss.start();
      for (const queue of QUEUES)
        await boss.createQueue(queue, {
          name: queue,
          ...EXPIRES,
          ...AGAIN,
          policy: queue === 'release' ? 'short' : 'standard',
        });
    });
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure('database', `The database of DATABASE_URL cannot be used for jobs: ${reason}`);
  }
  const rowsOf = async <T>(query: ReturnType<typeof sql>): Promise<readonly T[]> =>
    ((await database.execute(query)) as unknown as { readonly rows: readonly T[] }).rows;
  return {
    send: async (queue, ids) => {
      if (queue === 'release') {
        await boss.send(queue, { ids: [] });
        return;
      }
      const jobs: PgBoss.JobInsert<Data>[] = [];
      for (let from = 0; from < ids.length; from += TOGETHER)
        jobs.push({ name: queue, data: { ids: ids.slice(from, from + TOGETHER) } });
      if (jobs.length > 0) await boss.insert(jobs);
    },
    work: async (queue, handle) => {
      await boss.work<Data>(queue, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async (jobs) => {
        for (const { data } of jobs) await handle(data.ids);
      });
    },
    states: async () => {
      const rows = await rowsOf<{ readonly name: Queue; readonly state: string; readonly jobs: number }>(
        sql`select name, state::text as state, count(*)::int as jobs from ${sql.raw(SCHEMA)}.job group by name, state`,
      );
      const of = (queue: Queue, ...states: string[]) =>
        rows.filter((row) => row.name === queue && states.includes(row.state)).reduce((sum, row) => sum + row.jobs, 0);
      return QUEUES.map((queue) => ({
        queue,
        waiting: of(queue, 'created', 'retry'),
        active: of(queue, 'active'),
        done: of(queue, 'completed'),
        failed: of(queue, 'failed'),
      }));
    },
    failures: async (limit) => {
      const rows = await rowsOf<{ name: Queue; data: Data; output: { message?: string } | null; at: string }>(
        sql`select name, data, output, completed_on::text as at from ${sql.raw(SCHEMA)}.job
          where state = 'failed' order by completed_on desc limit ${limit}`,
      );
      return rows.map(({ name, data, output, at }) => ({
        queue: name,
        ids: data.ids,
        why: output?.message ?? 'no reason was given (the worker died, or took too long)',
        at,
      }));
    },
    close: () => boss.stop({ graceful: true, timeout: 60_000 }),
  };
};
