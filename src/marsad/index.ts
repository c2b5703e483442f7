/** The one way through: collect → read → record → publish. Each step's detail is in its room. */
import { join } from 'node:path';
import { realWorld, type World } from '../collect/index.ts';
import { gateKnowledge, loadHarmTable, loadReaderData } from '../load/index.ts';
import { createGate, type Showcase } from '../publish/index.ts';
import { openStore } from '../record/index.ts';
import { type Added, addInputs, type Input } from './add.ts';
import { takeLock } from './lock.ts';
import { openReaders, type PoolOptions, type Readers } from './reading-pool.ts';
import { openShowcase } from './showcase.ts';

export { articleOf, captureInput, captureOfBytes, reportOf, wordsOf } from '../collect/index.ts';
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
export type { Added, Input } from './add.ts';
export { inUse, type Owner, ownerOf } from './lock.ts';

export type ObservatoryOptions = {
  /** Folder of the data, `$MARSAD_HOME`. */
  readonly home: string;
  /** PostgreSQL, as in DATABASE_URL; without it the store is embedded, in the home. */
  readonly databaseUrl?: string;
  /** A new store becomes a demonstration: what no person has reviewed may be shown. */
  readonly demo?: true;
  readonly world?: World;
  readonly readers?: PoolOptions | Readers;
};

export type Observatory = {
  readonly home: string;
  /** True where the store was made as a demonstration. */
  readonly demo: boolean;
  readonly add: (
    inputs: readonly Input[],
    onAdded?: (added: Added, index: number) => void,
  ) => Promise<readonly Added[]>;
  readonly showcase: Showcase;
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
  const { home, databaseUrl, world = realWorld } = options;
  const overlay = join(home, 'data');
  const lock = await takeLock(home);
  try {
    const [data, harm] = await Promise.all([loadReaderData(undefined, overlay), loadHarmTable()]);
    const store = await openStore({ home, ...(databaseUrl && { databaseUrl }) });
    try {
      const present = (await store.reportIds(1)).length;
      const made = (await store.setting('demo')) as boolean | undefined;
      const demo = made ?? (options.demo === true && present === 0);
      if (made === undefined) await store.set('demo', demo);
      if (made === undefined && demo) await store.set('publish.machineRead', true);
      const machineRead = (await store.setting('publish.machineRead')) === true;
      const knowledge = gateKnowledge(data, harm, machineRead);
      const readers =
        options.readers && 'read' in options.readers ? options.readers : openReaders({ overlay, ...options.readers });
      let closing: Promise<void> | undefined;
      const underWay = new Set<Promise<unknown>>();
      const adding = {
        store,
        readers,
        knowledge,
        sources: data.sources,
        collector: `marsad ${data.version}`,
        world,
        closing: () => closing !== undefined,
      };
      return {
        home,
        demo,
        add: (inputs, onAdded) => {
          const added = addInputs(adding, inputs, onAdded);
          underWay.add(added);
          return added.finally(() => underWay.delete(added));
        },
        showcase: openShowcase(store, createGate(knowledge), knowledge.sourceOf, {
          name: NAME,
          demo,
          machineRead,
          version: data.version,
        }),
        token: lock.token,
        announce: lock.announce,
        close: () => {
          closing ??= (async () => {
            await readers.close();
            await Promise.allSettled(underWay);
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
