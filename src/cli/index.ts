/**
 * The command line: one front door of the house; the site is the other.
 * Each command loads its own part of the house, so that `--help` and `read` do not wait for a database.
 */
import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { AddOptions } from './add.ts';
import { registerCollecting } from './collecting.ts';
import { say, warnOf } from './output.ts';
import { registerParse } from './parse.ts';
import { registerPlaces } from './places.ts';
import { registerRead } from './read.ts';
import type { ServeOptions } from './serve.ts';
import { registerUpkeep } from './upkeep.ts';
import { registerWork } from './work.ts';

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

const portOf = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('A port is 0 to 65535.');
  return port;
};

const countOf = (text: string): number => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 50_000)
    throw new InvalidArgumentError('A number from 1 to 50000.');
  return count;
};

const dateOf = (text: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('A date is written as 2024-12-24 or 2024-12-24T18:30Z.');
  return text;
};

const serving = (command: Command): Command =>
  command
    .option('--port <number>', 'port to listen on; a taken one moves to the next that is free', portOf, 4173)
    .option('--host <address>', 'address to listen on; others than 127.0.0.1 open it to the network', '127.0.0.1')
    .option('--public', 'show everybody, this machine too, only what is public: set it behind any proxy', false);

/** The program, its commands setting `done` to their exit codes. */
const programOf = (done: (code: number) => void): Command => {
  const program = new Command('marsad')
    .description(
      'An observatory in a box: collects reports on armed conflict, reads them into attributed claims,\nkeeps the record and publishes it, in Arabic and English.',
    )
    .version(version(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .addHelpText(
      'after',
      '\nData lie in $MARSAD_HOME (default ./marsad-data); with DATABASE_URL the tables lie in PostgreSQL.',
    )
    .exitOverride();
  program.configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'marsad: ')) });

  program
    .command('add')
    .argument(
      '<file|folder|url...>',
      'HTML, plain text, PDF; a folder of them; http(s) addresses of pages, feeds, sitemaps',
    )
    .summary('add files, folders, pages or feeds to the observatory')
    .description(
      'Add reports: keep their bytes, read them, and join their claims to the record.\nOne line for each; what was added before is «already held».\nOf a feed or sitemap the newest reports are added.',
    )
    .option('--source <id>', 'publisher, an id of data/sources')
    .addOption(new Option('--terms <terms>', 'what the public may see of them').choices(['full', 'quotes', 'link']))
    .option('--workers', 'keep them now, and leave the reading to «marsad work» (PostgreSQL alone)')
    .option('--title <title>', 'headline, where the text does not say which line it is')
    .option('--date <date>', 'day of issue, ISO 8601', dateOf)
    .option('--limit <number>', 'most reports of one feed or sitemap (default: 50)', countOf)
    .option('--ignore-robots', 'go past robots.txt, where you may; it is kept with the capture')
    .action(async (names: string[], options: AddOptions) => {
      const { add } = await import('./add.ts');
      done(await add(names, options));
    });

  serving(program.command('serve'))
    .summary('show the observatory on this machine')
    .description(
      'Open the observatory and show its site on this machine.\nOther commands find it and go through it; Ctrl-C closes it.',
    )
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./serve.ts');
      done(await serve(options));
    });

  serving(program.command('demo'))
    .summary('show one made of the bundled reports')
    .description(
      'Show an observatory with the bundled reports, made at the first start.\nWhat no person has reviewed is shown there, and every page says so.',
    )
    .action(async (options: ServeOptions) => {
      const { demo } = await import('./serve.ts');
      done(await demo(options));
    });

  program
    .command('schema')
    .argument('<name>', 'reading, capture, record or edition')
    .summary('print the JSON Schema of a noun')
    .description('Print the JSON Schema of a noun,\nas generated from the types that the code itself uses.')
    .action(async (name: string) => {
      const { jsonSchemaOf, SCHEMA_NAMES } = await import('../marsad/index.ts');
      if (!SCHEMA_NAMES.includes(name)) done(2);
      say(JSON.stringify(jsonSchemaOf(name), null, 2));
    });

  registerRead(program, done);
  registerParse(program, done);
  registerUpkeep(program, done);
  registerWork(program, done);
  registerCollecting(program, done);
  registerPlaces(program, done);
  return program;
};

/**
 * Runs one command.
 * @param args arguments without node and script
 * @returns exit code: 0 done, 1 some inputs failed or it could not be done, 2 wrong use
 */
export const main = async (args: readonly string[]): Promise<number> => {
  let code = 0;
  try {
    const program = programOf((result) => {
      code = result;
    });
    await program.parseAsync([...args], { from: 'user' });
    return code || Number(process.exitCode ?? 0);
  } catch (error) {
    // Commander has said what was wrong; help and version are no errors, though no command is one.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    warnOf(error);
    return code || 1;
  }
};
