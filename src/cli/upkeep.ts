/** `marsad verify`, `backup`, `restore`, `erase` and `doctor`: through the running server, or in line. */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Task } from '../marsad/index.ts';
import { homeOf } from './home.ts';
import { say, warn } from './output.ts';

/** Loaded only when a command runs: `--help` does not wait for a database. */
const house = () => import('../marsad/index.ts');

export const run = async (task: Task): Promise<number> => {
  const { Failure, ownerOf } = await house();
  const home = homeOf();
  const owner = await ownerOf(home);
  if (owner) {
    const { handTask } = await import('./command-route.ts');
    return (await handTask(home, owner, task, say)) ? 0 : 1;
  }
  // A question makes no store.
  if (!process.env.DATABASE_URL && !existsSync(join(home, 'db')))
    throw new Failure('no-home', `There is no observatory in ${home}. Set MARSAD_HOME to its folder.`);
  const { openHome } = await import('./home.ts');
  const observatory = await openHome();
  try {
    return (await observatory.task(task, say)) ? 0 : 1;
  } finally {
    await observatory.close();
  }
};

const databaseUrl = () => (process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {});

const doctor = async (): Promise<number> => {
  const { examine } = await house();
  const findings = await examine(homeOf(), process.env.DATABASE_URL);
  let well = true;
  for (const finding of findings) {
    if (!finding.well) well = false;
    say(`${finding.well ? 'ok ' : 'BAD'}  ${finding.text}`);
  }
  const hasStore = process.env.DATABASE_URL !== undefined || existsSync(join(homeOf(), 'db'));
  if (well && hasStore) await run({ name: 'state' });
  return well ? 0 : 1;
};

/** Registers the commands of upkeep; each tells its exit code to `done`. */
export const registerUpkeep = (program: Command, done: (code: number) => void): void => {
  program
    .command('verify')
    .summary('compare all that was ever kept with the ledger')
    .description(
      'Compare all that was ever kept, byte for byte, with the ledger of custody.\nExit code 1 where anything was altered, lost or cut off; what was erased is told apart.',
    )
    .option('--head <number:hash...>', 'heads that the ledger must hold, as published with an edition')
    .action(async ({ head }: { readonly head?: string[] }) => done(await run({ name: 'verify', heads: head ?? [] })));

  program
    .command('backup')
    .argument('<file>', 'where to write it, for example marsad-backup.tar.gz')
    .summary('save everything into one checked file')
    .description('Save everything into one file, with checksums and a script that checks it without Marsad.')
    .action(async (file: string) => done(await run({ name: 'backup', file: resolve(file) })));

  program
    .command('restore')
    .argument('<file>', 'a file that «marsad backup» made, on either store')
    .summary('fill an empty observatory from a backup')
    .description(
      'Fill an empty observatory from a backup, and verify it.\nWith DATABASE_URL into PostgreSQL, else into the embedded store.',
    )
    .action(async (file: string) => {
      const { restoreHome } = await house();
      if (!existsSync(join(homeOf(), 'db')) && !process.env.DATABASE_URL) warn(`making a new store in ${homeOf()}.`);
      done((await restoreHome({ home: homeOf(), ...databaseUrl() }, resolve(file), say)) ? 0 : 1);
    });

  program
    .command('erase')
    .argument('<id>', 'id of a report, or of its capture')
    .requiredOption('--why <reason>', 'danger to a person, law, terms …; it is kept, and should tell nothing itself')
    .option('--by <name>', 'who decides it', userInfo().username)
    .option('--yes', 'really: this cannot be undone', false)
    .summary('erase a report for good')
    .description(
      'Erase a report: its bytes, its text, its readings, and every version of a record that quotes it.\nIts hash, the day and the reason stay, so that «verify» can tell erasure from loss.',
    )
    .action(async (id: string, { why, by, yes }: { why: string; by: string; yes: boolean }) => {
      if (!yes) {
        warn(`erasing ${id} cannot be undone. Say it again with --yes.`);
        return done(2);
      }
      done(await run({ name: 'erase', id, by, why }));
    });

  program
    .command('doctor')
    .summary('look whether everything is in order')
    .description('Look whether this observatory is in order: Node, data, folder, disk, lock, store.')
    .action(async () => done(await doctor()));
};
