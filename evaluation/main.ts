/**
 * `npm run evaluate -- SET INPUT.jsonl PRED.jsonl`   answers a set's questions
 * `npm run evaluate -- --list`                       the sets
 * `npm run evaluate -- --dev FOLDER [--write]`       scores what lies in FOLDER; --write keeps the figures and the tables
 * `npm run evaluate -- --check [NAME…]`, `--show NAME`, `--reports`, `--agreement`   our own annotated reports: GUIDE.md
 * `npm run evaluate -- --treebanks FOLDER`            the treebanks in FOLDER alone
 * `npm run evaluate -- --speed TEXT.txt`             times the language room beside other libraries on an English text
 * `npm run evaluate -- --speed-places`                times the look-up of names and the resolution of places, and the start
 * Exit 0 done, 1 some lines failed, 2 wrong use.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure, type Language } from '../src/model/index.ts';
import {
  measure,
  measureTreebanks,
  openContext,
  reportsCommand,
  runSet,
  SETS,
  tableOf,
  withTable,
  writeResults,
} from './index.ts';

const USAGE =
  'npm run evaluate -- SET INPUT.jsonl PRED.jsonl, or --list, or --dev FOLDER [--write], or --treebanks FOLDER, --speed TEXT.txt, or --speed-places';
const ROOT = path.join(import.meta.dirname, '..');
const PAGES: readonly (readonly [file: string, language: Language])[] = [
  ['README.md', 'en'],
  ['README.ar.md', 'ar'],
  ['evaluation/README.md', 'en'],
];

/** npm runs scripts in the package's folder; paths are meant from where the user stands. */
const fromUser = (file: string): string => path.resolve(process.env.INIT_CWD ?? '.', file);

const list = (): string =>
  SETS.map(({ name, asks, input, prediction }) => `${name}\t${asks}\n\tin:  ${input}\n\tout: id, ${prediction}`).join(
    '\n',
  );

const dev = async (folder: string, write: boolean): Promise<void> => {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Failure('no-data', `There is no folder ${folder}.`);
  const measured = measure(folder, await openContext());
  const results = { ...measured, rows: [...measured.rows, ...(await measureTreebanks(folder))] };
  console.log(tableOf(results, 'en'));
  if (!write) return;
  writeResults(results);
  for (const [file, language] of PAGES) {
    const at = path.join(ROOT, file);
    if (existsSync(at)) writeFileSync(at, withTable(readFileSync(at, 'utf8'), results, language));
  }
  console.log(`\nKept in evaluation/results.json and ${PAGES.map(([file]) => file).join(', ')}.`);
};

const answer = async ([name, input, output]: readonly string[]): Promise<void> => {
  const set = SETS.find((known) => known.name === name);
  if (set === undefined) {
    const known = SETS.map((entry) => entry.name).join(', ');
    throw new Failure('usage', `There is no set «${name}». There are: ${known}.`);
  }
  if (input === undefined || output === undefined) throw new Failure('usage', `Use: ${USAGE}`);
  const { answered, failed } = await runSet(set, await openContext(), fromUser(input), fromUser(output));
  console.error(`${set.name}: ${answered} answered${failed > 0 ? `, ${failed} failed` : ''}`);
  if (failed > 0) process.exitCode = 1;
};

const main = async (args: readonly string[]): Promise<void> => {
  const [first, folder] = args;
  if (await reportsCommand(args)) return;
  if (first === '--list') console.log(list());
  else if (first === '--dev' && folder !== undefined) await dev(fromUser(folder), args.includes('--write'));
  else if (first === '--treebanks' && folder !== undefined)
    console.log(tableOf({ reader: '', rows: await measureTreebanks(fromUser(folder)) }, 'en'));
  else if (first === '--speed' && folder !== undefined) {
    // Only here: two libraries that nothing else needs.
    const { measureSpeed, speedTable } = await import('./speed.ts');
    console.log(speedTable(await measureSpeed(fromUser(folder))));
  } else if (first === '--speed-places') {
    const { measurePlaces, placesSpeedTable } = await import('./places/bench.ts');
    console.log(placesSpeedTable(await measurePlaces()));
  } else if (first === undefined || first.startsWith('-')) throw new Failure('usage', `Use: ${USAGE}`);
  else await answer(args);
};

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = error.code === 'usage' ? 2 : 1;
}
