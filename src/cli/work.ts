/** `marsad work`, `jobs` and `reread`: reading what is held, here or by workers on other machines. */
import type { Command } from 'commander';
import { say } from './output.ts';
import { run } from './upkeep.ts';

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });

const work = async (threads: number | undefined): Promise<number> => {
  const { Failure, openWorker } = await import('../marsad/index.ts');
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl)
    throw new Failure(
      'no-workers',
      'Workers need a store in PostgreSQL: set DATABASE_URL to the one that is to be worked for.',
    );
  const stopped = stopSignal();
  const worker = await openWorker(databaseUrl, say, threads ? { size: threads } : {});
  say(`working as ${worker.reader}; Ctrl-C ends it after what is under way`);
  await stopped;
  await worker.stop();
  return 0;
};

/** Registers the commands; each tells its exit code to `done`. */
export const registerWork = (program: Command, done: (code: number) => void): void => {
  program
    .command('reread')
    .option('--workers', 'leave it to «marsad work» (PostgreSQL alone)', false)
    .summary('read everything anew that this reader has not read')
    .description(
      'Read every held report that this version of the reader has not read, and bring the records up to it.\nThe old readings stay; what people set is kept; stopped in the middle, it goes on where it was.',
    )
    .action(async ({ workers }: { readonly workers: boolean }) => done(await run({ name: 'reread', workers })));

  program
    .command('jobs')
    .summary('show how far reading is, and what failed')
    .description('Show how many reports are read, what waits for workers, and which jobs failed and why.')
    .action(async () => done(await run({ name: 'jobs' })));

  program
    .command('work')
    .option('--threads <number>', 'reports read at once', Number)
    .summary('read what waits in PostgreSQL, on any machine')
    .description(
      'Read, join and release what waits in the database of DATABASE_URL, until stopped.\nAny number of these may run, on any machine; they need nothing else.',
    )
    .action(async ({ threads }: { readonly threads?: number }) => done(await work(threads)));
};
