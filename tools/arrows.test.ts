import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { breachesIn } from './arrows.ts';

const ROOT = path.join(import.meta.dirname, '..');
const planted: string[] = [];

/** A house in a temporary folder, from paths and contents. */
const house = (files: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(path.join(tmpdir(), 'marsad-arrows-'));
  planted.push(root);
  for (const [at, text] of Object.entries({ 'src/model/index.ts': 'export type A = 1;', ...files })) {
    mkdirSync(path.join(root, path.dirname(at)), { recursive: true });
    writeFileSync(path.join(root, at), text);
  }
  return root;
};

afterEach(() => {
  for (const root of planted.splice(0)) rmSync(root, { recursive: true });
});

test('all arrows of this house hold', () => {
  expect(breachesIn(ROOT)).toEqual([]);
});

describe('a planted import is found', () => {
  const cases: readonly (readonly [string, Record<string, string>, RegExp | undefined])[] = [
    ['read → model is fine', { 'src/read/a.ts': "import { A } from '../model/index.ts';" }, undefined],
    [
      'read → record',
      { 'src/read/a.ts': "import { x } from '../record/index.ts';", 'src/record/index.ts': '' },
      /read may import model, language/,
    ],
    [
      'a type-only import counts',
      { 'src/read/a.ts': "import type { X } from '../record/index.ts';", 'src/record/index.ts': '' },
      /read may import/,
    ],
    [
      'a type in the middle of a line counts',
      { 'src/model/a.ts': "export const f = (x: import('../read/index.ts').X) => x;", 'src/read/index.ts': '' },
      /model may import nothing of ours/,
    ],
    [
      're-export',
      { 'src/language/index.ts': "export * from '../model/index.ts';" },
      /language may import nothing of ours/,
    ],
    [
      'dynamic import',
      { 'src/collect/a.ts': "await import('../read/index.ts');", 'src/read/index.ts': '' },
      /collect may import/,
    ],
    [
      'past the door',
      { 'src/read/a.ts': "import { A } from '../model/basic.ts';", 'src/model/basic.ts': '' },
      /entered by their door/,
    ],
    ['self-reference', { 'src/read/a.ts': "import { l } from 'marsad/data';", 'src/load/index.ts': '' }, /read may/],
    [
      'values into the site, from a .svelte file',
      {
        'src/site/routes/+page.svelte': '<script lang="ts">import { g } from "../../publish/index.ts";</script><p></p>',
        'src/publish/index.ts': '',
      },
      /types alone/,
    ],
    [
      'site → record, by alias of its own library',
      {
        'src/site/routes/+page.ts': "import x from '$lib/x.ts';",
        'src/site/lib/x.ts': "import type { R } from '../../record/index.ts';",
        'src/record/index.ts': '',
      },
      /site may import/,
    ],
    [
      'types.ts of publish is open to the site',
      {
        'src/site/a.ts': "import type { View } from '../publish/types.ts';",
        'src/publish/types.ts': 'export type View = 1;',
      },
      undefined,
    ],
    [
      'but not for values',
      { 'src/site/a.ts': "import { View } from '../publish/types.ts';", 'src/publish/types.ts': '' },
      /entered by their door/,
    ],
    [
      'a loop inside a room',
      { 'src/read/a.ts': "import './b.ts';", 'src/read/b.ts': "import type { A } from './a.ts';" },
      /loop: src\/read\/a.ts → src\/read\/b.ts → src\/read\/a.ts/,
    ],
    ['a room that is not in the table', { 'src/cellar/a.ts': '' }, /no room «cellar»/],
    [
      'a test may open any door',
      { 'src/read/a.test.ts': "import { l } from '../load/index.ts';", 'src/load/index.ts': '' },
      undefined,
    ],
    [
      'and a tool',
      { 'src/read/a.test.ts': "import { c } from '../../tools/chromium.ts';", 'tools/chromium.ts': '' },
      undefined,
    ],
    [
      'but nothing past a door',
      { 'src/read/a.test.ts': "import { l } from '../load/rows.ts';", 'src/load/rows.ts': '' },
      /entered by their door/,
    ],
  ];
  test.each(cases)('%s', (_name, files, expected) => {
    const breaches = breachesIn(house(files));
    if (expected === undefined) expect(breaches).toEqual([]);
    else {
      expect(breaches).toHaveLength(1);
      expect(breaches[0]).toMatch(expected);
    }
  });
});
