/** A worker on any machine that reaches the database: reads, joins and releases what waits there. It has no home. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gateKnowledge, loadHarmTable, loadReaderData } from '../load/index.ts';
import { createGate } from '../publish/index.ts';
import { readerName } from '../read/index.ts';
import { openStore } from '../record/index.ts';
import { openHoldings } from './held.ts';
import { placesOf } from './places-above.ts';
import { openPublicIndex } from './public-index.ts';
import { openReaders, type PoolOptions } from './reading-pool.ts';
import { type Say, startWork } from './work.ts';

export type Worker = {
  readonly reader: string;
  /** Ends after the jobs under way. */
  readonly stop: () => Promise<void>;
};

/** @throws Failure `database` where it cannot be reached */
export const openWorker = async (databaseUrl: string, say: Say, pool: PoolOptions = {}): Promise<Worker> => {
  const [data, harm] = await Promise.all([loadReaderData(), loadHarmTable()]);
  // Bytes stay where they were captured: what is read is the text in the database.
  const home = await mkdtemp(join(tmpdir(), 'marsad-work-'));
  const store = await openStore({ home, databaseUrl, places: { above: placesOf(data).above } }).catch(
    async (error: unknown) => {
      await rm(home, { recursive: true });
      throw error;
    },
  );
  const readers = openReaders(pool);
  const knowledge = gateKnowledge(data, harm, (await store.setting('publish.machineRead')) === true);
  const publicIndex = openPublicIndex(store, openHoldings(store, knowledge.sourceOf), createGate(knowledge));
  const now = () => new Date().toISOString();
  let stopping: Promise<void> | undefined;
  const reader = readerName(data);
  const working = { store, readers, knowledge, reader, now, closing: () => stopping !== undefined };
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      await publicIndex.close();
      await store.close();
      await readers.close();
      await rm(home, { recursive: true, force: true });
    })();
    return stopping;
  };
  try {
    await startWork(working, () => publicIndex.refresh(now()), say);
  } catch (error) {
    await stop();
    throw error;
  }
  return { reader, stop };
};
