/** Files of the package, on Node. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../model/index.ts';
import type { ReaderData } from '../read/data.ts';
import { importedPlaces } from './import/files.ts';
import { PACKED_FILES, readerDataFrom } from './unpack.ts';

/** Folder of the package: two above src/load and dist/load alike. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The file's text. @throws Failure `code` with `hint` where there is no such file. */
export const textOf = async (file: string, code: string, hint: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Failure(code, `${path.basename(file)} is not in ${path.dirname(file)}: ${hint}`);
    throw error;
  }
};

/**
 * The reader's data from its packed form.
 * @param dir folder of the packed files; by default the package's own dist/reader
 * @param overlay folder of what people added, `$MARSAD_HOME/data`; its imported places lie over the package's
 * @throws Failure `data-missing` where it was never built
 */
export const loadReaderData = async (
  dir = path.join(packageFolder, 'dist/reader'),
  overlay?: string,
): Promise<ReaderData> => {
  const texts = await Promise.all(
    PACKED_FILES.map((name) => textOf(path.join(dir, name), 'data-missing', 'run `npm run build` first.')),
  );
  const imported = overlay === undefined ? [] : await importedPlaces(overlay);
  const data = readerDataFrom(
    Object.fromEntries(PACKED_FILES.map((name, at) => [name, texts[at]!])),
    imported.map(({ texts: own }) => own),
  );
  if (imported.length === 0) return data;
  // Other knowledge, another reader: what a Reading says of its reader must tell the two apart.
  const hash = createHash('sha256').update(data.hash);
  for (const { name, texts: own } of imported) hash.update(`\n${name}\n`).update(own.places);
  return { ...data, hash: hash.digest('hex') };
};
