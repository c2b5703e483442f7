/** `marsad read`: reports to Readings, with no store, no lock and no network (an address on the command line apart). */
import type { Command } from 'commander';
import { additionsOf } from './folder.ts';
import { readLines } from './ndjson.ts';
import { say, warn, warnOf } from './output.ts';
import { printReading } from './print.ts';

export type ReadOptions = { readonly json?: boolean; readonly ndjson?: boolean };

const STDIN_LIMIT = 10 * 1024 * 1024;

const standardInput = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length;
    // The same limit as for files: past it, it is no report.
    if (size > STDIN_LIMIT)
      return Promise.reject(
        Object.assign(
          new Error('Standard input holds more than 10 MB; one report is smaller. Use --ndjson for many.'),
          { name: 'Failure' },
        ),
      );
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
};

/** Exit code: 0 all read, 1 some inputs failed, 2 wrong use. */
export const read = async (names: readonly string[], options: ReadOptions): Promise<number> => {
  if (options.ndjson) {
    if (names.length) {
      warn('--ndjson reads lines from standard input: give no files, write `marsad read --ndjson < FILE`.');
      return 2;
    }
    return readLines(process.stdin, process.stdout);
  }
  if (names.length === 0) {
    warn('Nothing to read: name files or addresses, or - for standard input.');
    return 2;
  }
  const [
    { loadReaderData },
    { captureInput, captureOfBytes, collectSettings, createReader, pageLabelsOf, reportOf, sha256Hex },
  ] = await Promise.all([import('../load/index.ts'), import('../marsad/index.ts')]);
  const data = await loadReaderData(undefined, additionsOf());
  const reader = createReader(data);
  const labels = pageLabelsOf(data.lexicons);
  const collector = `marsad ${data.version}`;
  const settings = collectSettings(process.env);
  let failed = 0;
  for (const [i, name] of names.entries()) {
    try {
      const { capture, bytes } =
        name === '-'
          ? captureOfBytes(await standardInput(), 'standard input', { collector })
          : await captureInput(name, { collector, settings });
      const report = await reportOf(capture, bytes, labels);
      const reading = reader({ ...report, id: sha256Hex(report.text) });
      if (options.json) say(JSON.stringify(reading));
      else {
        if (i > 0) say('');
        say(printReading(reading, data, { name, columns: process.stdout.columns ?? 100, colour: coloured() }));
      }
    } catch (error) {
      warnOf(error);
      failed++;
    }
  }
  return failed > 0 ? 1 : 0;
};

/** https://no-color.org: colours on a terminal, unless NO_COLOR says no. */
const coloured = (): boolean =>
  process.env.NO_COLOR
    ? false
    : process.env.FORCE_COLOR
      ? process.env.FORCE_COLOR !== '0'
      : process.stdout.isTTY === true;

export const registerRead = (program: Command, done: (code: number) => void): void => {
  program
    .command('read')
    .argument('[file|url|-...]', 'plain text or HTML: paths, http(s) addresses, - for standard input')
    .summary('read reports and print what was found')
    .description(
      'Read reports and print, for a person, each claim with its words, speaker, place and time, and what was not understood.\nNeeds no store and keeps nothing.',
    )
    .option('--json', 'one Reading per line, as JSON')
    .option('--ndjson', 'a filter: {"id","text"|"html",…} lines in, one Reading per line out, in the same order')
    .action(async (names: string[], options: ReadOptions) => done(await read(names, options)));
};
