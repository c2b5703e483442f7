import { describe, expect, test } from 'vitest';
import type { Results } from '../../evaluation/index.ts';
import { tableOf } from '../../evaluation/index.ts';
import {
  deadLinks,
  examplesOf,
  looksLike,
  machinePaths,
  tooLong,
  unequal,
  unknownCommands,
  unmentioned,
  wrongFigures,
} from './checks.ts';
import { commandsOfHelp, type Page } from './page.ts';

const page = (text: string, file = 'README.md'): Page => ({ file, text });

describe('equal pages', () => {
  const english = '# A\n\n## B\n\n```sh\nnpm start\n# no heading\n```\n';
  test.each([
    ['equal', '# أ\n\n## ب\n\n```sh\nnpm start\n# no heading\n```\n', 0],
    ['a heading of another level', '# أ\n\n### ب\n\n```sh\nnpm start\n# no heading\n```\n', 1],
    ['other code', '# أ\n\n## ب\n\n```sh\nnpm test\n# no heading\n```\n', 1],
    ['another kind of code', '# أ\n\n## ب\n\n```js\nnpm start\n# no heading\n```\n', 1],
    ['a block less', '# أ\n\n## ب\n', 1],
  ])('%s', (_name, arabic, faults) => expect(unequal(page(english), page(arabic))).toHaveLength(faults));
});

test.each([
  ['`npm run build`', []],
  ['```sh\nnpm run nothing\n```\n', ['README.md: there is no script «npm run nothing»']],
  ['`npm start` and `npm test`', ['README.md: there is no script «npm run test»']],
  ['`npx --no-install marsad read x`', []],
  ['`marsad dance`', ['README.md: there is no command «marsad dance»']],
  ['prose may say that marsad dances', []],
])('commands in %s', (text, faults) => {
  expect(unknownCommands(page(text), ['build', 'start'], ['read'])).toEqual(faults);
});

test('commands are taken from --help', () => {
  const help = 'Usage: marsad\n\nOptions:\n  -V, --version\n\nCommands:\n  read [x]  reads\n  serve     serves\n  help';
  expect(commandsOfHelp(help)).toEqual(['read', 'serve']);
  expect(unmentioned(page('`read`'), 'command', commandsOfHelp(help))).toEqual([
    'README.md: it does not mention the command «serve»',
  ]);
});

test('links: those of the web and of the page are not asked for', () => {
  const text = '[a](https://x.org/y) [b](#c) [d](CONTRIBUTING.md#e) [f](none.md) <img src="g.png">\n```\n[h](i)\n```\n';
  expect(deadLinks(page(text), (link) => link === 'CONTRIBUTING.md')).toEqual([
    'README.md: the link to none.md leads nowhere',
    'README.md: the link to g.png leads nowhere',
  ]);
});

describe('figures', () => {
  const results: Results = {
    reader: 'marsad 0',
    rows: [
      {
        set: 'geo',
        file: 'geo.x',
        n: 2,
        figures: [
          { metric: 'end F1', value: 12.345, main: true },
          { metric: 'accuracy', value: 1 },
        ],
      },
    ],
  };
  const table = `<!-- figures en -->\n${tableOf(results, 'en')}\n<!-- /figures -->`;
  test.each([
    ['as measured', table, 0],
    ['typed over', table.replace('12.3', '92.3'), 1],
    ['all where the main ones are said', table.replace('figures en', 'figures en main'), 1],
    ['the main ones', `<!-- figures en main -->\n${tableOf(results, 'en', 'main')}\n<!-- /figures -->`, 0],
    ['in the other language', table.replace('figures en', 'figures ar'), 1],
    ['a single one as measured', '<!-- figure geo.x end F1 -->12.3<!-- /figure -->', 0],
    ['a single one typed', '<!-- figure geo.x end F1 -->99.9<!-- /figure -->', 1],
    ['one that nobody measured', '<!-- figure geo.y end F1 -->12.3<!-- /figure -->', 1],
  ])('%s', (_name, text, faults) => expect(wrongFigures(page(text), 'en', results)).toHaveLength(faults));
});

test('only marked examples are run', () => {
  const text = '```console\n$ no\n```\n\n<!-- checked -->\n```console\n$ one\na\nb\n$ two\n```\n';
  expect(examplesOf(page(text))).toEqual([
    { command: 'one', shown: 'a\nb\n' },
    { command: 'two', shown: '' },
  ]);
});

test.each([
  ['a\nb', 'a\nb\n', true],
  ['a  \nb', 'a\nb', true],
  ['a\n…\nd', 'a\nb\nc\nd', true],
  ['a\n…', 'a\nb\nc', true],
  ['a\n…\nd', 'a\nd', true],
  ['a\nb', 'a\nc', false],
  ['a', 'a\nb', false],
  ['a.c', 'abc', false],
])('shown %j, printed %j', (shown, output, same) => expect(looksLike(shown, output)).toBe(same));

test('long files and paths of one machine', () => {
  expect(tooLong(page('x\n'.repeat(300), 'a.ts'))).toEqual([]);
  expect(tooLong(page('x\n'.repeat(301), 'a.ts'))).toHaveLength(1);
  expect(tooLong(page('x\n'.repeat(301), 'a.md'))).toEqual([]);
  // Put together here, so that this file is not itself at fault.
  expect(machinePaths(page(`see ${['', 'home', 'someone', 'x'].join('/')}`))).toHaveLength(1);
  expect(machinePaths(page(`see https://example.org/home/page and ${['src', 'work', 'x'].join('/')}`))).toEqual([]);
});
