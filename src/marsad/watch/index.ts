/** Watching: the list of sources, the polls that are due, and how each source fares. */
import { isAddress, type World } from '../../collect/index.ts';
import { Failure, type Terms } from '../../model/index.ts';
import type { Added, Adding } from '../add.ts';
import { type Polled, poll } from './poll.ts';
import { idOfWatched, type Watched, type WatchFiles, type WatchState, watchFiles } from './watched.ts';

export type { Polled } from './poll.ts';

export type Wish = {
  readonly address: string;
  /** Seconds; 1800 where nobody says. */
  readonly every?: number;
  readonly limit?: number;
  readonly publisher?: string;
  readonly terms?: Terms;
  readonly ignoreRobots?: boolean;
};

/** How a source fares, for people. */
export type Health = Watched &
  Omit<WatchState, 'seen' | 'etag' | 'lastModified'> & {
    /** Reports of it that are not held, each with its reason. */
    readonly missing: readonly {
      readonly address: string;
      readonly code: string;
      readonly message: string;
      readonly tries: number;
    }[];
    readonly status: 'new' | 'ok' | 'failing';
  };

const EVERY = 30 * 60;
const LIMIT = 50;
/** Sources polled at once; the hosts among them have their own turns. */
const AT_ONCE = 8;
/** The list is looked at this often, seconds: commands change it while somebody polls. */
const TICK = 20;

/**
 * Puts sources on the list; what is on it already gets the new wishes.
 * @throws Failure `bad-address`, `watch-list`
 */
export const addWatched = async (home: string, wishes: readonly Wish[], now: Date): Promise<readonly Watched[]> => {
  const files = watchFiles(home);
  const list = new Map((await files.list()).map((watched) => [watched.id, watched]));
  const added = wishes.map(({ address, every, limit, publisher, terms, ignoreRobots }): Watched => {
    if (isAddress(address) && !(URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)))
      throw new Failure('bad-address', `«${address}» is no web address. Marsad fetches http and https.`);
    const id = idOfWatched(address);
    const held = list.get(id);
    const source = publisher ?? held?.publisher;
    const shown = terms ?? held?.terms;
    return {
      id,
      address,
      every: every ?? held?.every ?? EVERY,
      limit: limit ?? held?.limit ?? LIMIT,
      ...(source && { publisher: source }),
      ...(shown && { terms: shown }),
      ...((ignoreRobots ?? held?.ignoreRobots) && { ignoreRobots: true as const }),
      addedAt: held?.addedAt ?? now.toISOString(),
    };
  });
  for (const watched of added) list.set(watched.id, watched);
  await files.setList([...list.values()]);
  return added;
};

/** Takes sources off the list, by id or address. What they led to stays. @throws Failure `not-watched` */
export const removeWatched = async (home: string, names: readonly string[]): Promise<readonly Watched[]> => {
  const files = watchFiles(home);
  const list = await files.list();
  const removed = names.map((name) => {
    const found = list.find(({ id, address }) => id === name || address === name);
    if (!found) throw new Failure('not-watched', `«${name}» is not watched. «marsad sources» lists what is.`);
    return found;
  });
  await files.setList(list.filter((watched) => !removed.includes(watched)));
  for (const { id } of removed) await files.forget(id);
  return removed;
};

const healthOf = async (files: WatchFiles, watched: Watched): Promise<Health> => {
  const { seen, etag: _etag, lastModified: _lastModified, ...state } = await files.state(watched.id);
  const missing = Object.entries(seen).flatMap(([address, { failure, tries }]) =>
    failure ? [{ address, ...failure, tries }] : [],
  );
  const status = state.polledAt === undefined ? 'new' : state.failures > 0 ? 'failing' : 'ok';
  return { ...watched, ...state, missing, status };
};

/** All that is watched and how it fares. Needs no store and no lock. */
export const sourcesHealth = async (home: string): Promise<readonly Health[]> => {
  const files = watchFiles(home);
  return Promise.all((await files.list()).map((watched) => healthOf(files, watched)));
};

export type Watching = {
  /**
   * Polls what is due, again and again until the signal; with `once`, everything once.
   * @param tell told after each source, and before that after each report of it
   */
  readonly run: (options: {
    readonly once?: boolean;
    readonly signal?: AbortSignal;
    readonly onPolled?: (polled: Polled) => void;
    readonly onAdded?: (added: Added, source: Watched) => void;
  }) => Promise<void>;
};

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

export const openWatching = (home: string, adding: Adding): Watching => {
  const files = watchFiles(home);
  const { world }: { readonly world: World } = adding;
  const stopped = (signal?: AbortSignal): boolean => isAborted(signal) || adding.closing();
  return {
    run: async ({ once = false, signal, onPolled, onAdded }) => {
      const pollOne = async (watched: Watched): Promise<void> => {
        const before = await files.state(watched.id);
        const { polled, state } = await poll(watched, before, adding, (added) => onAdded?.(added, watched));
        await files.setState(watched.id, state);
        onPolled?.(polled);
      };
      const isDue = async ({ id }: Watched): Promise<boolean> => {
        const { nextAt } = await files.state(id);
        return nextAt === undefined || nextAt <= world.now().toISOString();
      };
      for (;;) {
        const list = await files.list();
        const due: Watched[] = [];
        for (const watched of list) if (once || (await isDue(watched))) due.push(watched);
        const line = due[Symbol.iterator]();
        const work = async (): Promise<void> => {
          for (const watched of line) {
            if (stopped(signal)) return;
            await pollOne(watched);
          }
        };
        await Promise.all(Array.from({ length: Math.min(AT_ONCE, due.length) }, work));
        if (once || stopped(signal)) return;
        await world.wait(TICK * 1000, signal).catch(() => undefined);
        if (stopped(signal)) return;
      }
    },
  };
};
