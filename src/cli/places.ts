/** `marsad places import`: places of a file that the user has, to lie over the package's from the next start on. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { additionsOf } from './folder.ts';
import { say, warn, warnOf } from './output.ts';

const number = (count: number): string => count.toLocaleString('en-GB');

/** @returns exit code: 1 where some file could not be taken; the others are all the same */
export const importFiles = async (names: readonly string[]): Promise<number> => {
  const { importPlaces, loadReaderData } = await import('../load/index.ts');
  // The package's places alone: an import must not depend on what was imported before.
  const { places: known } = await loadReaderData();
  let failed = 0;
  for (const name of names) {
    try {
      const result = await importPlaces(resolve(name), additionsOf(), known, (taken) =>
        warn(`${name}: ${number(taken)} places so far.`),
      );
      const kinds = result.kinds.map(({ reason, count }) => `${number(count)} ${reason}`).join(', ');
      say(`${name}: ${number(result.places)} places (${kinds}), in ${additionsOf()}.`);
      for (const { reason, count } of result.skipped) say(`  left out ${number(count)}: ${reason}`);
    } catch (error) {
      failed++;
      warnOf(
        error instanceof Error
          ? Object.assign(error, { message: error.message.replaceAll(resolve(name), name) })
          : error,
      );
    }
  }
  if (failed < names.length) say('They are read from the next start on; a running server is to be started again.');
  return failed > 0 ? 1 : 0;
};

export const registerPlaces = (program: Command, done: (code: number) => void): void => {
  const places = program
    .command('places')
    .summary('add places to those that Marsad knows')
    .description('Add places to those that Marsad knows.')
    .helpCommand(false);
  places
    .command('import')
    .argument('<file...>', 'GeoNames dump (.txt), or OCHA administrative table (.csv, .xlsx)')
    .summary('take over the places of a file')
    .description(
      'Take over the places of a GeoNames country dump or of an OCHA administrative table into $MARSAD_HOME/data.\nThey lie over the places that come with Marsad. A file of the same name replaces what it gave before.',
    )
    .action(async (names: string[]) => done(await importFiles(names)));
};
