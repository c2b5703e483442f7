/** The words of `marsad watch`, `marsad sources` and `marsad captures`; what they do is loaded when it is asked for. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { WatchOptions } from './watch.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const LEAST = 60;

/** `30m`, `6h`, `1d` → seconds. */
export const everyOf = (text: string): number => {
  const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const seconds = Number(number) * (UNITS[unit ?? ''] ?? Number.NaN);
  if (!Number.isFinite(seconds) || seconds < LEAST)
    throw new InvalidArgumentError('A time is written as 30m, 6h or 1d; the least is 1m.');
  return seconds;
};

const countOf = (text: string): number => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 5000) throw new InvalidArgumentError('A number from 1 to 5000.');
  return count;
};

/** What the environment sets, for all that collects. */
const SETTINGS = `
Settings of the environment, for \`add\`, \`read\` and \`serve\`, too:
  MARSAD_CONTACT          who answers for the requests, sent with each: desk@example.org
  MARSAD_COLLECTOR        who collects, in the evidence; without it, the tool
  MARSAD_ALLOW_ADDRESSES  private addresses that may be asked: 127.0.0.1, 10.20.0.0/16
  MARSAD_HOST_PAUSE       seconds between two requests to one host (default: 1)
  MARSAD_PICTURES         1: a picture of each page is kept, by a Chromium that is found
  MARSAD_TIMESTAMP_URL    RFC 3161 authority that stamps the hash of each capture`;

export const registerCollecting = (program: Command, done: (code: number) => void): void => {
  program
    .command('watch')
    .argument('[url|folder...]', 'feeds, sitemaps, pages or folders to put on the list; none: poll what is on it')
    .summary('watch feeds, sites and folders')
    .description(
      'Put sources on the list, or, without any, poll what is on it until Ctrl-C.\n«marsad serve» polls them, too. Of a page that names a feed, the feed is polled.',
    )
    .option('--every <time>', 'time from one poll to the next: 30m, 6h, 1d (default: 30m)', everyOf)
    .option('--limit <number>', 'most new reports of one poll (default: 50)', countOf)
    .option('--source <id>', 'publisher, an id of data/sources')
    .addOption(
      new Option('--terms <terms>', 'what the public may see of its reports').choices(['full', 'quotes', 'link']),
    )
    .option('--ignore-robots', 'go past robots.txt, where you may; it is kept with each capture')
    .option('--once', 'poll everything once, and end')
    .option('--remove', 'take them off the list')
    .addHelpText('after', SETTINGS)
    .action(async (names: string[], options: WatchOptions) => {
      const { watch } = await import('./watch.ts');
      done(await watch(names, options));
    });
  program
    .command('sources')
    .summary('show what is watched and how it fares')
    .description(
      'Show each source that is watched: when it answered, when it is due, and what it does not give, with the reason.',
    )
    .option('--json', 'one source per line, as JSON')
    .action(async (options: { readonly json?: boolean }) => {
      const { sources } = await import('./watch.ts');
      done(await sources(options));
    });
  const captures = program
    .command('captures')
    .summary('show or export what is held as evidence')
    .description('Captures are what was fetched, byte for byte, with all that is known of how.');
  captures
    .command('show')
    .argument('<id>', 'id of a report or of a capture')
    .description('Print what is known of a capture, and what it says otherwise than the one of its address before it.')
    .option('--json', 'as JSON')
    .action(async (name: string, options: { readonly json?: boolean }) => {
      const { showCapture } = await import('./captures.ts');
      done(await showCapture(name, options));
    });
  captures
    .command('export')
    .argument('<file.wacz>', 'file to write; one that is there is not replaced')
    .description('Write all captures into a WACZ file, which replay tools open.')
    .action(async (file: string) => {
      const { exportCaptures } = await import('./captures.ts');
      done(await exportCaptures(file));
    });
};
