/** One source that is watched → what is new in it, added; and how it fares, as its next state. */
import { feedsNamedBy, filesIn, isAddress, isFolder, type List, type ListEntry, listOf } from '../../collect/index.ts';
import { Failure } from '../../model/index.ts';
import { type Added, type Adding, addInputs, failed, type Input } from '../add.ts';
import type { Seen, Watched, WatchState } from './watched.ts';

export type Polled = {
  readonly id: string;
  readonly address: string;
  /** Why the source itself could not be read. */
  readonly failure?: { readonly code: string; readonly message: string };
  /** True: it says that nothing has changed. */
  readonly unchanged: boolean;
  readonly added: readonly Added[];
};

type Found = {
  readonly kind: NonNullable<WatchState['kind']>;
  readonly entries: readonly (ListEntry & { readonly mark?: string; readonly input?: Partial<Input> })[];
  readonly head: Pick<WatchState, 'etag' | 'lastModified' | 'feed'>;
};

/** After so many tries a report is given up, and stays listed with its reason. */
const TRIES = 5;
/** What is no longer in a list is remembered so long, that a list which drops and takes up entries adds none twice. */
const REMEMBERED = 3000;
/** A source that fails is asked half as often each time, but once a day at the least. */
const LONGEST_WAIT = 24 * 60 * 60;
/** Failures that another try will not mend. */
const LASTING = new Set([
  'gone',
  'robots',
  'media-type',
  'binary',
  'empty',
  'too-large',
  'is-list',
  'private-address',
  'bad-address',
  'locked',
  'broken',
  'redirects',
]);

const inFolder = async (folder: string, { world }: Adding): Promise<Found> => {
  const files = await filesIn(folder, world);
  const entries = await Promise.all(
    files.map(async (path) => {
      const { size, mtimeMs = 0 } = await world.stat(path);
      return { address: path, mark: `${size} ${mtimeMs}` };
    }),
  );
  return { kind: 'folder', entries, head: {} };
};

/** Further sitemaps that an index names: the newest few of them, each a list. */
const inIndex = async (
  list: List,
  via: string,
  { net }: Adding,
  { ignoreRobots }: Watched,
): Promise<readonly ListEntry[]> => {
  const entries: ListEntry[] = [];
  for (const { address } of list.sitemaps.slice(0, 5)) {
    const fetched = await net.fetch(address, { via, tries: 2, ...(ignoreRobots && { ignoreRobots }) });
    if (!fetched.unchanged) entries.push(...(listOf(fetched)?.entries ?? []));
  }
  return entries;
};

const onWeb = async (watched: Watched, state: WatchState, adding: Adding): Promise<Found | undefined> => {
  const { ignoreRobots } = watched;
  const address = state.feed ?? watched.address;
  const since = {
    ...(state.etag && { etag: state.etag }),
    ...(state.lastModified && { lastModified: state.lastModified }),
  };
  const fetched = await adding.net.fetch(address, { tries: 3, since, ...(ignoreRobots && { ignoreRobots }) });
  if (fetched.unchanged) return undefined;
  const { capture, bytes } = fetched;
  const head = {
    ...(capture.headers?.etag && { etag: capture.headers.etag }),
    ...(capture.headers?.['last-modified'] && { lastModified: capture.headers['last-modified'] }),
    ...(state.feed && { feed: state.feed }),
  };
  const list = listOf(fetched);
  if (list) {
    const listed = [...list.entries, ...(await inIndex(list, address, adding, watched))];
    const entries = listed.map((entry) => {
      const mark = entry.updated ?? entry.published;
      return { ...entry, ...(mark && { mark }) };
    });
    return { kind: list.kind, entries, head };
  }
  const [feed] =
    state.kind === undefined && capture.mediaType.includes('html')
      ? feedsNamedBy(new TextDecoder().decode(bytes), capture.finalAddress ?? address)
      : [];
  // A front page changes by the minute; the feed that it names says what is new.
  if (feed && feed !== address) return onWeb(watched, { ...state, feed, kind: 'feed' }, adding);
  return {
    kind: 'page',
    entries: [{ address: capture.address, mark: capture.id, input: { captured: fetched } }],
    head,
  };
};

const isDue = (seen: Seen | undefined, mark: string | undefined): boolean => {
  if (seen === undefined) return true;
  if (seen.failure) return seen.tries < TRIES && !LASTING.has(seen.failure.code);
  return mark !== undefined && seen.mark !== mark;
};

const inputOf = (watched: Watched, entry: Found['entries'][number], kind: Found['kind']): Input => {
  const { publisher, terms, ignoreRobots } = watched;
  const { title, published } = entry;
  return {
    input: entry.address,
    tries: 2,
    given: {
      ...(publisher && { publisher }),
      ...((title || published) && { listed: { ...(title && { title }), ...(published && { published }) } }),
    },
    ...(terms && { terms }),
    ...(ignoreRobots && { ignoreRobots }),
    ...((kind === 'feed' || kind === 'sitemap') && { via: watched.address }),
    ...entry.input,
  };
};

/** Of what was seen, the newest. */
const remembered = (seen: Readonly<Record<string, Seen>>): Readonly<Record<string, Seen>> => {
  const all = Object.entries(seen);
  return all.length <= REMEMBERED
    ? seen
    : Object.fromEntries(all.sort(([, a], [, b]) => (a.at < b.at ? 1 : -1)).slice(0, REMEMBERED));
};

const later = (now: Date, seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString();

/**
 * Polls one source. What fails is told in the result and the state; nothing is thrown for it.
 * @param onAdded told after each report
 */
export const poll = async (
  watched: Watched,
  state: WatchState,
  adding: Adding,
  onAdded: (added: Added) => void = () => undefined,
): Promise<{ readonly polled: Polled; readonly state: WatchState }> => {
  const { world } = adding;
  const at = world.now().toISOString();
  const said = { id: watched.id, address: watched.address };
  const base = { ...state, polledAt: at, polls: state.polls + 1 };
  let found: Found | undefined;
  try {
    if (isAddress(watched.address)) found = await onWeb(watched, state, adding);
    else if (await isFolder(watched.address, world)) found = await inFolder(watched.address, adding);
    else throw new Failure('not-found', `There is no folder «${watched.address}». Check the path.`);
  } catch (error) {
    const { failure } = failed(watched.address, error);
    const failures = state.failures + 1;
    const wait = Math.min(LONGEST_WAIT, watched.every * 2 ** Math.min(failures, 10));
    const next = later(world.now(), Math.max(wait, watched.every));
    return {
      polled: { ...said, failure, unchanged: false, added: [] },
      state: { ...base, failures, failure: { ...failure, at }, nextAt: next },
    };
  }
  const kind = found?.kind ?? state.kind ?? 'page';
  // What failed before and may go well now is tried again, though the list itself may say nothing new.
  const again = Object.entries(state.seen)
    .filter(
      ([address, seen]) =>
        seen.failure && kind !== 'page' && !found?.entries.some((entry) => entry.address === address),
    )
    .map(([address, { title, published, mark }]) => ({
      address,
      ...(title && { title }),
      ...(published && { published }),
      ...(mark && { mark }),
    }));
  const due = [...(found?.entries ?? []), ...again]
    .filter((entry) => isDue(state.seen[entry.address], entry.mark))
    .slice(0, watched.limit);
  const seen: Record<string, Seen> = { ...state.seen };
  const inputs = due.map((entry) => inputOf(watched, entry, kind));
  const added = await addInputs(adding, inputs, (result, index) => {
    const entry = due[index];
    if (!entry) return;
    const { mark, title, published } = entry;
    const bare = {
      at: world.now().toISOString(),
      tries: (state.seen[entry.address]?.tries ?? 0) + 1,
      ...(mark && { mark }),
    };
    // Closing is no fault of the page.
    if ('failure' in result && result.failure.code === 'closed') return;
    seen[entry.address] =
      'failure' in result
        ? { ...bare, failure: result.failure, ...(title && { title }), ...(published && { published }) }
        : { ...bare, reportId: result.reportId, tries: 0 };
    onAdded(result);
  });
  const left = (found?.entries.length ?? 0) > due.length && due.length === watched.limit;
  const { failure: _mended, etag: _etag, lastModified: _lastModified, ...rest } = base;
  return {
    polled: { ...said, unchanged: found === undefined, added },
    state: {
      ...rest,
      kind,
      // A list that was not taken whole must be given again, whether or not it changes.
      ...(found
        ? left
          ? { ...(found.head.feed && { feed: found.head.feed }) }
          : found.head
        : { ...(state.etag && { etag: state.etag }), ...(state.lastModified && { lastModified: state.lastModified }) }),
      okAt: at,
      failures: 0,
      nextAt: later(world.now(), watched.every),
      reports: state.reports + added.filter((one) => 'reportId' in one && !one.held).length,
      seen: remembered(seen),
    },
  };
};
