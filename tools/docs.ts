/**
 * `npm run docs:check`: what the pages say holds. Runs the examples in an empty observatory; prints each fault on a line.
 * `-- --write` first puts what the examples print today into the READMEs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readResults } from '../evaluation/index.ts';
import { FAMILIES, type Language } from '../src/model/index.ts';
import { staleCodebook } from './codebook.ts';
import {
  deadLinks,
  type Example,
  examplesOf,
  looksLike,
  machinePaths,
  tooLong,
  unequal,
  unknownCommands,
  unmentioned,
  wrongFigures,
} from './docs/checks.ts';
import { commandsOfHelp, type Page } from './docs/page.ts';

const ROOT = path.join(import.meta.dirname, '..');
const MARSAD = path.join(ROOT, 'bin/marsad');
const pageAt = (file: string): Page => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') });

/** The pages that speak of Marsad as a whole, with the language of each. */
const SPOKEN: readonly (readonly [file: string, language: Language])[] = [
  ['README.md', 'en'],
  ['README.ar.md', 'ar'],
  ['CONTRIBUTING.md', 'en'],
  ['SECURITY.md', 'en'],
  ['CHANGELOG.md', 'en'],
  ['evaluation/README.md', 'en'],
];

const trackedFiles = (): string[] => {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error('git ls-files failed: the check of files needs a checkout');
  return stdout.split('\0').filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
};

type Outcome = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Runs examples where a reader would: at the root of a clone, with `marsad` as npx finds it and a home of its own. */
const inEmptyHome = <T>(work: (run: (command: string) => Outcome) => T): T => {
  const home = mkdtempSync(path.join(tmpdir(), 'marsad-docs-'));
  symlinkSync(MARSAD, path.join(home, 'marsad'));
  const env = {
    ...process.env,
    PATH: `${home}${path.delimiter}${process.env.PATH}`,
    MARSAD_HOME: path.join(home, 'data'),
    NO_COLOR: '1',
    COLUMNS: '100',
  };
  try {
    return work((command) =>
      spawnSync('sh', ['-c', command.replace(/\bnpx (?:--no-install )?marsad\b/, 'marsad')], {
        cwd: ROOT,
        encoding: 'utf8',
        env,
      }),
    );
  } finally {
    rmSync(home, { recursive: true });
  }
};

const wrongExample = (file: string, { command, shown }: Example, { stdout, stderr }: Outcome): string[] =>
  looksLike(shown, stdout)
    ? []
    : [`${file}: «${command}» printed something else than what is shown:\n${stdout}${stderr}`];

/** Puts what the marked examples print today into both READMEs; an abridged output that still holds stays. */
const rewrite = (): void =>
  inEmptyHome((run) => {
    for (const [file] of SPOKEN.slice(0, 2)) {
      let { text } = pageAt(file);
      for (const { command, shown } of examplesOf(pageAt(file))) {
        const { status, stdout } = run(command);
        // What a broken command prints is not what it does.
        if (status !== 0) continue;
        if (shown.trim() !== '…' && looksLike(shown, stdout)) continue;
        text = text.replace(`$ ${command}\n${shown}`, () => `$ ${command}\n${stdout.trim()}\n`);
      }
      writeFileSync(path.join(ROOT, file), text);
    }
  });

/** All faults of the checkout, one line each. */
export const faults = (): string[] => {
  if (!existsSync(path.join(ROOT, 'dist/cli'))) return ['The examples run what was built: run «npm run build» first.'];
  const help = spawnSync(process.execPath, [MARSAD, '--help'], { encoding: 'utf8' }).stdout;
  const commands = commandsOfHelp(help);
  const scripts = Object.keys(JSON.parse(pageAt('package.json').text).scripts);
  const results = readResults();
  const pages = SPOKEN.map(([file, language]) => ({ ...pageAt(file), language }));
  const [english, arabic] = [pages[0]!, pages[1]!];

  return [
    ...(commands.length === 0 ? ['marsad --help lists no command'] : []),
    ...unequal(english, arabic),
    ...pages.flatMap((page) => [
      ...unknownCommands(page, scripts, commands),
      ...deadLinks(page, (link) => existsSync(path.join(ROOT, path.dirname(page.file), link))),
      ...(results === undefined ? [] : wrongFigures(page, page.language, results)),
    ]),
    ...[english, arabic].flatMap((page) => [
      ...unmentioned(page, 'command', commands),
      ...unmentioned(page, 'event family', FAMILIES),
    ]),
    // The Arabic page has the same blocks, or it is already at fault.
    ...inEmptyHome((run) =>
      examplesOf(english).flatMap((example) => wrongExample(english.file, example, run(example.command))),
    ),
    ...trackedFiles()
      .filter((file) => /\.(ts|mjs|js|svelte|md|json|yaml|tsv|css|html|run)$|^bin\/|^\.ci\//.test(file))
      .map(pageAt)
      .flatMap((page) => [...tooLong(page), ...(page.file === 'package-lock.json' ? [] : machinePaths(page))]),
  ];
};

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--write')) rewrite();
  const found = [...faults(), ...(await staleCodebook())];
  for (const fault of found) console.error(fault);
  console.log(found.length === 0 ? 'docs hold' : `${found.length} faults in the docs`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
