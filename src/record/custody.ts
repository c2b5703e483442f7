/**
 * The bytes of captures, as files named by their hash. Not in the database, because the embedded one does not flush to
 * disk: evidence should outlive a power cut, be checkable with `sha256sum` alone, and not weigh on each backup of the
 * tables. A file is written before its row, so a row without a file cannot be; a file without a row says nothing.
 */
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure, sha256Hex } from '../model/index.ts';

export type Custody = {
  /** Keeps the bytes under their hash; doing so again changes nothing. */
  readonly keep: (id: string, bytes: Uint8Array) => Promise<void>;
  /** @throws Failure `capture-lost` where the file is gone, `capture-changed` where it is not what was captured. */
  readonly bytes: (id: string) => Promise<Uint8Array>;
  /** Path of the file with a capture's bytes. */
  readonly pathOf: (id: string) => string;
};

const syncFolder = async (path: string): Promise<void> => {
  // Windows cannot open a folder; there the rename alone has to do.
  const folder = await open(path).catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
};

export const openCustody = (home: string): Custody => {
  const pathOf = (id: string): string => {
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`no capture id: ${id}`);
    return join(home, 'captures', id.slice(0, 2), id);
  };
  let written = 0;
  return {
    pathOf,
    keep: async (id, bytes) => {
      const path = pathOf(id);
      const size = await stat(path).then(
        (found) => found.size,
        () => undefined,
      );
      // Written whole or not at all, so the right size is the right file.
      if (size === bytes.length) return;
      const folder = dirname(path);
      await mkdir(folder, { recursive: true });
      written += 1;
      const temporary = `${path}.${process.pid}.${written}.part`;
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
        await file.close();
        await rename(temporary, path);
      } catch (error) {
        await file.close().catch(() => undefined);
        await unlink(temporary).catch(() => undefined);
        throw error;
      }
      await syncFolder(folder);
      await syncFolder(dirname(folder));
    },
    bytes: async (id) => {
      const bytes = await readFile(pathOf(id)).catch(() => {
        throw new Failure('capture-lost', `The bytes of capture ${id} are gone from the captures folder.`);
      });
      if (sha256Hex(bytes) !== id)
        throw new Failure('capture-changed', `The bytes of capture ${id} are not those that were captured.`);
      return new Uint8Array(bytes);
    },
  };
};
