/** Tables of data/ on disk. Complaints name a file by its path below the folder that holds data/. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseTable, type Table } from '../../src/load/index.ts';

export const nameOf = (root: string, file: string): string => path.relative(root, file).split(path.sep).join('/');

/** Reads one table. */
export const readTable = async (root: string, file: string): Promise<Table> =>
  parseTable(nameOf(root, file), await readFile(file, 'utf8'));

/** Paths of the files in `folder` that end in `ending`, in order of their names; none where there is no such folder. */
export const filesIn = async (folder: string, ending: string): Promise<readonly string[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.join(folder, name));
};
