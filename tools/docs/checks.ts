/** What must hold of the pages. Each check returns one line per fault, and knows no disk. */
import type { Results } from '../../evaluation/index.ts';
import { tableOf } from '../../evaluation/index.ts';
import type { Language } from '../../src/model/index.ts';
import { blocksOf, commandsIn, headingsOf, type Page, relativeLinksOf, scriptsIn } from './page.ts';

/** The two READMEs are equal: the same headings and the same code. */
export const unequal = (one: Page, other: Page): string[] => {
  const faults: string[] = [];
  const [headings, others] = [headingsOf(one), headingsOf(other)];
  if (headings.join() !== others.join())
    faults.push(`${other.file}: its headings are ${others.join(' ')}, those of ${one.file} ${headings.join(' ')}`);
  const [blocks, otherBlocks] = [blocksOf(one), blocksOf(other)];
  if (blocks.length !== otherBlocks.length)
    faults.push(`${other.file}: it has ${otherBlocks.length} code blocks, ${one.file} has ${blocks.length}`);
  for (const [at, block] of blocks.entries()) {
    const twin = otherBlocks[at];
    if (twin !== undefined && (twin.code !== block.code || twin.language !== block.language))
      faults.push(`${other.file}: code block ${at + 1} differs: «${firstDifference(block.code, twin.code)}»`);
  }
  return faults;
};

const firstDifference = (one: string, other: string): string => {
  const others = other.split('\n');
  return one.split('\n').find((line, at) => line !== others[at]) ?? others.at(-1) ?? '';
};

/** What the page tells the reader to run is there. */
export const unknownCommands = (page: Page, scripts: readonly string[], commands: readonly string[]): string[] => [
  ...scriptsIn(page)
    .filter((script) => !scripts.includes(script))
    .map((script) => `${page.file}: there is no script «npm run ${script}»`),
  ...commandsIn(page)
    .filter((command) => !commands.includes(command))
    .map((command) => `${page.file}: there is no command «marsad ${command}»`),
];

/** Every word of a list stands in the page as code. */
export const unmentioned = (page: Page, kind: string, words: readonly string[]): string[] =>
  words
    .filter((word) => !page.text.includes(`\`${word}\``) && !commandsIn(page).includes(word))
    .map((word) => `${page.file}: it does not mention the ${kind} «${word}»`);

/** Links to files that are not there. `exists` is asked for paths as written. */
export const deadLinks = (page: Page, exists: (link: string) => boolean): string[] =>
  relativeLinksOf(page)
    .filter((link) => !exists(link))
    .map((link) => `${page.file}: the link to ${link} leads nowhere`);

/** The table of figures, and single figures as `<!-- figure FILE METRIC -->12.3<!-- /figure -->`, are what was measured. */
export const wrongFigures = (page: Page, language: Language, results: Results): string[] => {
  const faults: string[] = [];
  const table = /<!-- figures (\w+)( main)? -->\n([\s\S]*?)\n<!-- \/figures -->/.exec(page.text);
  if (table !== null && (table[1] !== language || table[3] !== tableOf(results, language, table[2] ? 'main' : 'all')))
    faults.push(`${page.file}: its table is not what was measured: npm run evaluate -- --dev FOLDER --write`);
  for (const [, file, metric, shown] of page.text.matchAll(/<!-- figure (\S+) (.+?) -->([^<]*)<!-- \/figure -->/g)) {
    const measured = results.rows.find((row) => row.file === file)?.figures.find((figure) => figure.metric === metric);
    if (measured?.value.toFixed(1) !== shown)
      faults.push(`${page.file}: ${file} ${metric} is ${measured?.value.toFixed(1) ?? 'not measured'}, not ${shown}`);
  }
  return faults;
};

/** Longest source file that is still one room with one purpose. */
const LINES = 300;

export const tooLong = (page: Page): string[] => {
  const lines = page.text.trimEnd().split('\n').length;
  return /\.(ts|svelte)$/.test(page.file) && lines > LINES ? [`${page.file}: ${lines} lines, more than ${LINES}`] : [];
};

/** Folders of one person's machine or workplace; the repository works anywhere. */
export const machinePaths = (page: Page): string[] =>
  page.text.split('\n').flatMap((line, at) => {
    const found = /(?<![\w.])\/(?:work|farm|root|home\/\w+|Users\/\w+|tmp\/bash_jobs)\//.exec(line)?.[0];
    return found === undefined ? [] : [`${page.file}:${at + 1}: a path of one machine: ${found}`];
  });

/** One command of an example, and the lines that it is shown to print. */
export type Example = { readonly command: string; readonly shown: string };

/** The examples of a page that are marked as checked: `$ command`, then its output. */
export const examplesOf = (page: Page): Example[] =>
  blocksOf(page)
    .filter((block) => block.checked)
    .flatMap(({ code }) =>
      code
        .split(/^\$ /m)
        .slice(1)
        .map((example) => {
          const [command = '', ...shown] = example.split('\n');
          return { command, shown: shown.join('\n') };
        }),
    );

const lineEnds = (text: string): string => text.replace(/[ \t]+$/gm, '').trim();

/** Whether an output is what was shown. A line `…` stands for any lines, none too. */
export const looksLike = (shown: string, output: string): boolean => {
  const pattern = lineEnds(shown)
    .split('\n')
    .map((line) => (line.trim() === '…' ? '(?:.*\n)*?' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\n`))
    .join('');
  return new RegExp(`^${pattern}$`).test(`${lineEnds(output)}\n`);
};
