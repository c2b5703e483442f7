/** A file of this machine → Capture. Each thing that goes wrong is one clear line. */
import { basename, join, resolve } from 'node:path';
import { type Capture, Failure, sha256Hex } from '../model/index.ts';
import { checkBytes } from './kinds.ts';
import { inMegabytes, realWorld, SIZE_LIMIT, type World } from './world.ts';

export type Captured = { readonly capture: Capture; readonly bytes: Uint8Array };

type From = {
  /** Person or robot that collects. */
  readonly collector: string;
  /** Name and version of the tool, where `collector` is a person. */
  readonly tool?: string;
  readonly world?: World;
};

/**
 * Bytes that are already at hand, as a capture: of a file, or of standard input.
 * @param name path or words for it; its ending, else the first bytes, say what it is
 * @throws Failure `empty`, `binary`
 */
export const captureOfBytes = (
  bytes: Uint8Array,
  name: string,
  { collector, tool, world = realWorld }: From,
): Captured => ({
  capture: {
    id: sha256Hex(bytes),
    address: `file:${basename(name)}`,
    fetchedAt: world.now().toISOString(),
    mediaType: checkBytes(name, bytes),
    bytes: bytes.length,
    collector,
    ...(tool && { tool: { name: `${tool} node ${process.versions.node}` } }),
  },
  bytes,
});

const fileFailure = (path: string, error: unknown): unknown => {
  if (!(error instanceof Error) || !('code' in error) || error instanceof Failure) return error;
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return new Failure('not-found', `There is no file «${path}». Check the path.`);
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return new Failure('no-access', `${path} may not be read by this user.`);
  return error;
};

/**
 * The file at a path, as a capture.
 * @throws Failure `not-found`, `is-folder`, `not-a-file`, `no-access`, `too-large`, `empty`, `binary`
 */
export const captureFile = async (
  path: string,
  { collector, tool, world = realWorld, sizeLimit = SIZE_LIMIT }: From & { readonly sizeLimit?: number },
): Promise<Captured> => {
  const full = resolve(path);
  try {
    const found = await world.stat(full);
    if (found.isDirectory()) throw new Failure('is-folder', `${path} is a folder. Name the files in it: ${path}/*`);
    if (!found.isFile()) throw new Failure('not-a-file', `${path} is no ordinary file.`);
    // Asked before reading: a film must not be loaded into memory only to be refused.
    if (found.size > sizeLimit)
      throw new Failure(
        'too-large',
        `${path} is ${inMegabytes(found.size)}; the limit is ${inMegabytes(sizeLimit)}. Cut it into single reports.`,
      );
    return captureOfBytes(await world.readFile(full), path, { collector, world, ...(tool && { tool }) });
  } catch (error) {
    throw fileFailure(path, error);
  }
};

/** Endings that are read in a folder; its other files are none of ours. */
const READ_IN_FOLDERS = /\.(?:html?|xhtml|txt|md|pdf)$/i;
/** Folders within folders are followed so deep. */
const FOLDER_DEPTH = 8;

/** Whether the path is a folder. */
export const isFolder = async (path: string, world: World): Promise<boolean> =>
  world.stat(resolve(path)).then(
    (found) => found.isDirectory(),
    () => false,
  );

/**
 * Paths of the files in a folder that can be read, in the order of their names, hidden ones left out.
 * @throws Failure `no-access`, `not-found`
 */
export const filesIn = async (folder: string, world: World, depth = 0): Promise<readonly string[]> => {
  const names = await world.readFolder(resolve(folder)).catch((error: unknown) => {
    throw fileFailure(folder, error);
  });
  const found: string[] = [];
  for (const name of [...names].sort()) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    if (READ_IN_FOLDERS.test(name)) found.push(path);
    else if (depth < FOLDER_DEPTH && (await isFolder(path, world)))
      found.push(...(await filesIn(path, world, depth + 1)));
  }
  return found;
};
