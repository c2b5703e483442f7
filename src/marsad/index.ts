/** The one way through: collect → read → record → publish. Each step's detail is in its room. */
import { join } from 'node:path';
import { type CollectSettings, collectSettings, openNet, realWorld, type World } from '../collect/index.ts';
import { gateKnowledge, loadHarmTable, loadReaderData, loadSentenceTables } from '../load/index.ts';
import { sha256Hex } from '../model/index.ts';
import { createGate, type Showcase } from '../publish/index.ts';
import { readerName } from '../read/index.ts';
import { openStore } from '../record/index.ts';
import { type Added, type AddOptions, addInputs, type Input } from './add.ts';
import { type CaptureRoom, openCaptureRoom } from './captures.ts';
import { type Catalogue, openCatalogue } from './catalogue.ts';
import { openHoldings } from './held.ts';
import { openKept } from './kept.ts';
import { takeLock } from './lock.ts';
import { openPages } from './pages.ts';
import { placesOf } from './places-above.ts';
import { openPublicIndex } from './public-index.ts';
import { openReaders, type PoolOptions, type Readers } from './reading-pool.ts';
import { openShowcase } from './showcase.ts';
import { runTask, type Say, type Task } from './tasks.ts';
import { openWatching, type Watching } from './watch/index.ts';

export {
  articleOf,
  captureInput,
  captureOfBytes,
  collectSettings,
  pageLabelsOf,
  reportOf,
  wordsOf,
} from '../collect/index.ts';
export {
  type Claim,
  type EventType,
  Failure,
  type Interval,
  jsonSchemaOf,
  type Mention,
  type Reading,
  SCHEMA_NAMES,
  type Source,
  type Span,
  sha256Hex,
  type Terms,
} from '../model/index.ts';
export type { Audience, Showcase } from '../publish/index.ts';
export { createReader } from '../read/index.ts';
export type { Added, AddOptions, Input } from './add.ts';
export type { CaptureView } from './captures.ts';
export { examine, type Finding } from './doctor.ts';
export { inUse, type Owner, ownerOf } from './lock.ts';
export { openReaders } from './reading-pool.ts';
export { restoreHome } from './restore.ts';
export type { Say, Task } from './tasks.ts';
export { addWatched, type Health, type Polled, removeWatched, sourcesHealth, type Wish } from './watch/index.ts';
export { openWorker, type Worker } from './worker.ts';

export type ObservatoryOptions = {
  /** Folder of the data, `$MARSAD_HOME`. */
  readonly home: string;
  /** PostgreSQL, as in DATABASE_URL; without it the store is embedded, in the home. */
  readonly databaseUrl?: string;
  /** A new store becomes a demonstration: what no person has reviewed may be shown. */
  readonly demo?: true;
  /** Where readers report errors: an e-mail address or an https address; shown on every page of a report. */
  readonly contact?: string;
  readonly world?: World;
  /** How it collects; by default politely, and nothing that is private. */
  readonly collect?: CollectSettings;
  readonly readers?: PoolOptions | Readers;
};

export type Observatory = {
  readonly home: string;
  /** True where the store was made as a demonstration. */
  readonly demo: boolean;
  readonly add: (
    inputs: readonly Input[],
    onAdded?: (added: Added, index: number) => void,
    options?: AddOptions,
  ) => Promise<readonly Added[]>;
  /** Upkeep: what it found or did in lines, and whether all was well. */
  readonly task: (task: Task, say: Say) => Promise<boolean>;
  readonly watching: Watching;
  readonly captures: CaptureRoom;
  readonly showcase: Showcase;
  /** Lists, counts and search, by what each audience may see; what they find is shown by the showcase. */
  readonly catalogue: Catalogue;
  /** Secret that a command shows to be run by this process. */
  readonly token: string;
  /** Tells other commands where this process listens for them. */
  readonly announce: (address: string) => Promise<void>;
  /** Ends what is under way after its present step, closes the store, gives the home free. */
  readonly close: () => Promise<void>;
};

const NAME = { en: 'Marsad', ar: 'مرصد' };

/**
 * Takes the home and opens its store, making it at the first time.
 * @throws Failure `in-use` where another process has the home, `data-missing` where the reader's data were not built.
 */
export const openObservatory = async (options: ObservatoryOptions): Promise<Observatory> => {
  const { home, databaseUrl, world = realWorld, collect = collectSettings() } = options;
  const overlay = join(home, 'data');
  const lock = await takeLock(home);
  try {
    const [data, harm, sentences] = await Promise.all([
      loadReaderData(undefined, overlay),
      loadHarmTable(),
      loadSentenceTables(),
    ]);
    const store = await openStore({ home, ...(databaseUrl && { databaseUrl }), places: placesOf(data) });
    try {
      const present = (await store.reportIds(1)).length;
      const made = (await store.setting('demo')) as boolean | undefined;
      const demo = made ?? (options.demo === true && present === 0);
      if (made === undefined) await store.set('demo', demo);
      if (made === undefined && demo) await store.set('publish.machineRead', true);
      const machineRead = (await store.setting('publish.machineRead')) === true;
      const knowledge = gateKnowledge(data, harm, machineRead, sentences);
      const gate = createGate(knowledge);
      await store.releaseUnder(sha256Hex(JSON.stringify([data.hash, data.version, harm, machineRead, sentences])));
      const holdings = openHoldings(store, knowledge.sourceOf);
      const publicIndex = openPublicIndex(store, holdings, gate);
      const catalogue = openCatalogue(store, publicIndex);
      const kept = openKept(store);
      const now = () => world.now().toISOString();
      publicIndex.refreshSoon(now);
      const readers =
        options.readers && 'read' in options.readers ? options.readers : openReaders({ overlay, ...options.readers });
      let closing: Promise<void> | undefined;
      const underWay = new Set<Promise<unknown>>();
      const tool = `marsad ${data.version}`;
      const net = openNet(tool, collect, world);
      const adding = {
        store,
        readers,
        knowledge,
        sources: data.sources,
        tool,
        world,
        net,
        settings: collect,
        closing: () => closing !== undefined,
      };
      const tracked = <T>(work: Promise<T>): Promise<T> => {
        underWay.add(work);
        return work.finally(() => underWay.delete(work));
      };
      const watching = openWatching(home, adding);
      const stop = new AbortController();
      return {
        home,
        demo,
        captures: openCaptureRoom(store, tool, world.now),
        watching: {
          run: ({ signal, ...options }) =>
            tracked(
              watching.run({ ...options, signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal }),
            ),
        },
        add: (inputs, onAdded, how) => {
          const added = addInputs(adding, inputs, onAdded, how);
          underWay.add(added);
          return added.finally(() => {
            underWay.delete(added);
            publicIndex.refreshSoon(now);
          });
        },
        task: (task, say) => {
          const done = runTask({ ...adding, version: data.version, reader: readerName(data), now }, task, say);
          underWay.add(done);
          return done.finally(() => underWay.delete(done));
        },
        showcase: {
          ...openShowcase(
            store,
            gate,
            knowledge.sourceOf,
            {
              name: NAME,
              demo,
              machineRead,
              version: data.version,
              ...(options.contact ? { contact: options.contact } : {}),
            },
            data.ontology,
            kept,
          ),
          ...openPages(store, gate, holdings, catalogue, kept),
        },
        catalogue,
        token: lock.token,
        announce: lock.announce,
        close: () => {
          closing ??= (async () => {
            stop.abort();
            net.close();
            await readers.close();
            await Promise.allSettled(underWay);
            await publicIndex.close();
            await store.close();
            await lock.release();
          })();
          return closing;
        },
      };
    } catch (error) {
      await store.close();
      throw error;
    }
  } catch (error) {
    await lock.release();
    throw error;
  }
};
