/** `marsad read`: reports to Readings, with no store. */
import type { Command } from 'commander';
import { loadReaderData } from '../load/index.ts';
import { captureInput, createReader, reportOf } from '../marsad/index.ts';
import { say, warnOf } from './output.ts';

export const registerRead = (program: Command): void => {
  program
    .command('read')
    .argument('<file|url...>', 'plain text or HTML: paths, or http(s) addresses')
    .description('Read reports and print one Reading per line, as JSON.\nNeeds no store; keeps nothing.')
    .option('--json', 'one Reading per line')
    .action(async (inputs: string[]) => {
      const data = await loadReaderData();
      const read = createReader(data);
      for (const input of inputs) {
        try {
          const { capture, bytes } = await captureInput(input, { collector: `marsad ${data.version}` });
          say(JSON.stringify(read(reportOf(capture, bytes))));
        } catch (error) {
          warnOf(error);
          process.exitCode = 1;
        }
      }
    });
};
