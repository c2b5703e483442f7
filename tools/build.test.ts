/** The build's own logic over a small house with stand-ins for tsc and vite: what runs when, and what is said. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
let house: string;

const write = (at: string, text: string): void => {
  mkdirSync(path.join(house, path.dirname(at)), { recursive: true });
  writeFileSync(path.join(house, at), text);
};

/** Runs the build; seconds are taken out of what it prints. */
const build = (...args: string[]): { readonly said: string; readonly status: number | null } => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['tools/build.mjs', ...args], {
    cwd: house,
    encoding: 'utf8',
  });
  return { said: `${stdout}${stderr}`.replace(/\d+\.\d s/g, 'N s'), status };
};

const BUILT = 'build: src → dist, N s\nbuild: data → dist/reader, N s\nbuild: src/site → dist/site, N s\n';
const NOTHING =
  'build: src → dist, nothing new\nbuild: data → dist/reader, nothing new\nbuild: src/site → dist/site, nothing new\n';

beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), 'marsad-build-'));
  for (const file of ['build.mjs', 'steps.mjs'])
    cpSync(path.join(ROOT, 'tools', file), path.join(house, 'tools', file));
  mkdirSync(path.join(house, 'node_modules/.bin'), { recursive: true });
  for (const name of ['proper-lockfile', 'tsx'])
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(house, 'node_modules', name));
  // The stand-in for tsc writes what it is told is there, and fails, talking, where a source says so.
  write('package.json', '{"type":"module"}');
  write(
    'node_modules/typescript/bin/tsc',
    `const fs = require('node:fs');
     if (fs.readFileSync('src/record/index.ts', 'utf8') === 'broken') { console.log('src/record/index.ts: no'); process.exit(2); }
     for (const room of fs.readdirSync('src').filter((name) => name !== 'site'))
       for (const file of fs.readdirSync('src/' + room).filter((name) => name.endsWith('.ts'))) {
         fs.mkdirSync('dist/' + room, { recursive: true });
         fs.writeFileSync('dist/' + room + '/' + file.replace('.ts', '.js'), '');
       }`,
  );
  write('node_modules/typescript/package.json', '{"type":"commonjs"}');
  write(
    'node_modules/vite/bin/vite.js',
    "import fs from 'node:fs'; fs.mkdirSync('dist/site', { recursive: true }); fs.writeFileSync('dist/site/handler.js', '');",
  );
  write('node_modules/vite/package.json', '{"type":"module"}');
  write('tools/pack.ts', "import fs from 'node:fs'; fs.mkdirSync('dist/reader', { recursive: true });");
  write('src/model/index.ts', '1');
  write('src/record/index.ts', '1');
  write('src/record/old.ts', '1');
  write('src/record/migrations/1.sql', 'SELECT 1');
  write('src/site/a.svelte', '1');
  write('data/words.tsv', '1');
  write('bin/marsad', '#!/usr/bin/env node\nconsole.log("here");\n');
});
afterAll(() => rmSync(house, { recursive: true }));

const there = (at: string): boolean => existsSync(path.join(house, at));

test('a step runs when its inputs changed, and only then', () => {
  expect(build()).toEqual({ said: BUILT, status: 0 });
  expect(build()).toEqual({ said: NOTHING, status: 0 });
  expect(build('--force')).toEqual({ said: BUILT, status: 0 });
  const cases: readonly (readonly [string, RegExp])[] = [
    ['data/words.tsv', /reader, N s/],
    ['src/site/a.svelte', /dist\/site, N s/],
    ['src/record/index.ts', /src → dist, N s/],
  ];
  for (const [file, step] of cases) {
    write(file, '2');
    const { said } = build();
    expect(said).toMatch(step);
    expect(said.match(/nothing new/g)).toHaveLength(2);
  }
  rmSync(path.join(house, 'dist/reader'), { recursive: true });
  expect(build().said).toContain('dist/reader, N s');
});

test('migrations come along, files without a source go', () => {
  expect(there('dist/record/migrations/1.sql')).toBe(true);
  expect(there('dist/record/old.js')).toBe(true);
  rmSync(path.join(house, 'src/record/old.ts'));
  expect(build().status).toBe(0);
  expect(there('dist/record/old.js')).toBe(false);
  expect(there('dist/record/index.js')).toBe(true);
});

test('the command is linked where npx looks for it', () => {
  expect(spawnSync(path.join(house, 'node_modules/.bin/marsad'), { encoding: 'utf8' }).stdout).toBe('here\n');
});

test('a failing step says what its tool said, ends, and is tried again', () => {
  write('src/record/index.ts', 'broken');
  const failed = 'src/record/index.ts: no\nbuild: src → dist failed; its own words stand above.\n';
  expect(build()).toEqual({ said: failed, status: 1 });
  expect(build()).toEqual({ said: failed, status: 1 });
  write('src/record/index.ts', '3');
  expect(build().said).toMatch(/^build: src → dist, N s/);
});
