/** Imported places on disk: two files an import, in the packed form, written whole or not at all. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { Failure } from '../../model/index.ts';
import { keysOf, type PlaceEntry, type PlaceTexts, placeLine } from '../../read/index.ts';

const PLACES = '.places.tsv';
const NAMES = '.names.tsv';

/** Imports in a folder of additions, in order of their names; none where there is no such folder. */
export const importedPlaces = async (
  overlay: string,
): Promise<readonly { readonly name: string; readonly texts: PlaceTexts }[]> => {
  const folder = path.join(overlay, 'places');
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  const names = files.filter((file) => file.endsWith(PLACES)).map((file) => file.slice(0, -PLACES.length));
  return Promise.all(
    names.sort().map(async (name) => {
      const read = (ending: string): Promise<string> =>
        readFile(path.join(folder, name + ending), 'utf8').catch(() => {
          throw new Failure(
            'data-broken',
            `${name}${ending} in ${folder} cannot be read: import the places again, or remove ${name}.*.`,
          );
        });
      return { name, texts: { places: await read(PLACES), names: await read(NAMES) } };
    }),
  );
};

/** A file that is filled in bounded memory, under a name that no reader looks for. */
const openPart = async (file: string) => {
  const stream = createWriteStream(file);
  await once(stream, 'open');
  let pending = '';
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = '';
    if (!stream.write(text)) await once(stream, 'drain');
  };
  return {
    add: (text: string): Promise<void> | undefined => {
      pending += text;
      return pending.length > 1 << 16 ? flush() : undefined;
    },
    close: async (): Promise<void> => {
      await flush();
      stream.end();
      await finished(stream);
    },
  };
};

/**
 * Writes the places of an import, replacing an earlier one of the same name.
 * @param name of the import: the stem of the file that it came from
 * @returns how many places were written
 * @throws Failure `no-places` where there was none: an earlier import of that name stays
 */
export const writeImport = async (
  overlay: string,
  name: string,
  places: AsyncIterable<PlaceEntry>,
): Promise<number> => {
  const folder = path.join(overlay, 'places');
  await mkdir(folder, { recursive: true });
  const target = path.join(folder, name);
  const parts = [`${target}.places.part`, `${target}.names.part`] as const;
  let rows = 0;
  try {
    const [placeFile, nameFile] = [await openPart(parts[0]), await openPart(parts[1])];
    for await (const place of places) {
      await placeFile.add(`${placeLine(place)}\n`);
      // One line a name: gathering equal names would need all of them in memory.
      for (const { key, only } of keysOf(place)) {
        await nameFile.add(`${key}\t${rows}${only === 'capitals' ? '^' : only === 'behind' ? '~' : ''}\n`);
      }
      rows++;
    }
    await placeFile.close();
    await nameFile.close();
    if (rows === 0) throw new Failure('no-places', 'The file holds no place that can be taken over.');
    // Names first: places without their names would be read as broken, names without places not at all.
    await rename(parts[1], target + NAMES);
    await rename(parts[0], target + PLACES);
    return rows;
  } finally {
    await Promise.all(parts.map((part) => rm(part, { force: true })));
  }
};
