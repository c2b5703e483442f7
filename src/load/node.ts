/** Files of the package, on Node. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../model/index.ts';
import type { ReaderData } from '../read/data.ts';
import { importedPlaces } from './import/files.ts';
import { MODEL_FILES, PACKED_FILES, readerDataFrom } from './unpack.ts';

/** Folder of the package: two above src/load and dist/load alike. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The file's bytes. @throws Failure `code` with `hint` where there is no such file. */
const bytesOf = async (file: string, code: string, hint: string): Promise<Uint8Array> => {
  try {
    const { buffer, byteOffset, byteLength } = await readFile(file);
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Failure(code, `${path.basename(file)} is not in ${path.dirname(file)}: ${hint}`);
    throw error;
  }
};

/** The file's text. @throws Failure `code` with `hint` where there is no such file. */
export const textOf = async (file: string, code: string, hint: string): Promise<string> =>
  new TextDecoder().decode(await bytesOf(file, code, hint));

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
  const hint = 'run `npm run build` first.';
  const [texts, models] = await Promise.all([
    Promise.all(PACKED_FILES.map((name) => textOf(path.join(dir, name), 'data-missing', hint))),
    Promise.all(MODEL_FILES.map((name) => bytesOf(path.join(dir, name), 'data-missing', hint))),
  ]);
  const imported = overlay === undefined ? [] : await importedPlaces(overlay);
  const data = readerDataFrom(
    Object.fromEntries(PACKED_FILES.map((name, at) => [name, texts[at]!])),
    Object.fromEntries(MODEL_FILES.map((name, at) => [name, models[at]!])),
    imported.map(({ texts: own }) => own),
  );
  if (imported.length === 0) return data;
  // Other knowledge, another reader: what a Reading says of its reader must tell the two apart.
  const hash = createHash('sha256').update(data.hash);
  for (const { name, texts: own } of imported) hash.update(`\n${name}\n`).update(own.places);
  return { ...data, hash: hash.digest('hex') };
};
