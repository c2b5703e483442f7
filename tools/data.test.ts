/** data/README.md names every file below data/, and nothing that is not there. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = path.join(import.meta.dirname, '..', 'data');

const listed = async (): Promise<readonly string[]> =>
  [...(await readFile(path.join(folder, 'README.md'), 'utf8')).matchAll(/^\| `([^`]+)` \|/gm)].map((row) => row[1]!);

const present = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));

/** A name of the list, where `*` stands for any part of a file's name, but for no folder. */
const fits = (pattern: string, file: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]+')}$`).test(file);

it('lists every file below data/ with its source and licence', async () => {
  const patterns = await listed();
  expect((await present()).filter((file) => !patterns.some((pattern) => fits(pattern, file)))).toEqual([]);
});

it('lists no file that is not there', async () => {
  const files = await present();
  expect((await listed()).filter((pattern) => !files.some((file) => fits(pattern, file)))).toEqual([]);
});

it('says source and licence of each', async () => {
  const rows = (await readFile(path.join(folder, 'README.md'), 'utf8'))
    .split('\n')
    .filter((line) => /^\| `/.test(line));
  for (const row of rows) expect(row.split('|').filter((cell) => cell.trim() !== '')).toHaveLength(4);
});
