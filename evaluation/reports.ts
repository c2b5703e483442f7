/** The commands on our own annotated reports: `--check`, `--show`. */
import { Failure } from '../src/model/index.ts';
import { loadReports, vocabularyOf } from './annotate/index.ts';
import { openContext } from './context.ts';
import { checkReports, shown } from './reports-check.ts';

/** Whether `args` is one of these commands; if so it was carried out. */
export const reportsCommand = async (args: readonly string[]): Promise<boolean> => {
  const [command, ...rest] = args;
  if (command === undefined || !['--check', '--show'].includes(command)) return false;
  const context = await openContext();
  const vocabulary = vocabularyOf(context.data);
  if (command === '--check') console.log(checkReports(rest, vocabulary));
  else {
    const [name] = rest;
    if (name === undefined) throw new Failure('usage', 'Use: npm run evaluate -- --show NAME');
    const { reports, faults } = loadReports([name], vocabulary);
    if (faults.length > 0) throw new Failure('bad-annotation', faults.join('\n'));
    console.log(shown(reports[0]!));
  }
  return true;
};
