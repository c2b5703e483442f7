/** A backup → an empty home. Nobody may have it open, not even this process. */
import { mkdir } from 'node:fs/promises';
import { openStore, restore } from '../record/index.ts';
import { takeLock } from './lock.ts';
import { type Say, verify } from './tasks.ts';

/**
 * Restores, then compares everything with the ledger.
 * @returns whether all was well
 * @throws Failure `in-use`, `not-empty`, `not-found`, `backup-damaged` or `backup-format`
 */
export const restoreHome = async (
  options: { readonly home: string; readonly databaseUrl?: string },
  file: string,
  say: Say,
): Promise<boolean> => {
  await mkdir(options.home, { recursive: true });
  const lock = await takeLock(options.home);
  try {
    const manifest = await restore(options, file);
    say(`restored what ${manifest.madeBy} saved on ${manifest.madeAt.slice(0, 10)}`);
    const store = await openStore(options);
    try {
      return await verify({ store }, [manifest.head], say);
    } finally {
      await store.close();
    }
  } finally {
    await lock.release();
  }
};
