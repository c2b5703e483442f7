/** `marsad watch` and `marsad sources`: what is watched, polls of it, and how each source fares. */
import { resolve } from 'node:path';
import {
  addWatched,
  type Health,
  inUse,
  ownerOf,
  type Polled,
  removeWatched,
  sourcesHealth,
  type Terms,
} from '../marsad/index.ts';
import { homeOf, openHome } from './home.ts';
import { say, warn } from './output.ts';

export type WatchOptions = {
  readonly every?: number;
  readonly limit?: number;
  readonly source?: string;
  readonly terms?: Terms;
  readonly ignoreRobots?: boolean;
  readonly once?: boolean;
  readonly remove?: boolean;
};

/** `90 s`, `30 min`, `6 h`, `2 d` */
const spanOf = (seconds: number): string => {
  if (seconds % 86_400 === 0) return `${seconds / 86_400} d`;
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
};

const minute = (iso: string | undefined): string => (iso ? `${iso.slice(0, 16).replace('T', ' ')} UTC` : 'never');

const isAddress = (input: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(input);
/** The poller may have another working folder. */
const placeOf = (name: string): string => (isAddress(name) ? name : resolve(name));

const tellPolled = ({ address, failure, unchanged, added }: Polled): void => {
  for (const one of added) if ('failure' in one) warn(one.failure.message);
  if (failure) {
    warn(`${address}: ${failure.message}`);
    return;
  }
  const kept = added.filter((one) => 'reportId' in one && !one.held).length;
  const missing = added.filter((one) => 'failure' in one).length;
  const words =
    unchanged && added.length === 0 ? 'nothing new' : `${kept} new${missing > 0 ? `, ${missing} failed` : ''}`;
  say(`${address}: ${words}`);
};

/** Polls until Ctrl-C, or with `once` everything once. @returns exit code: 1 where something failed */
const pollUntilStopped = async (once: boolean): Promise<number> => {
  const home = homeOf();
  const owner = await ownerOf(home);
  if (owner) throw inUse(home, owner);
  if ((await sourcesHealth(home)).length === 0) {
    warn('Nothing is watched yet. Name a feed, a site or a folder: marsad watch https://example.org/feed');
    return 1;
  }
  const observatory = await openHome();
  const stop = new AbortController();
  let failed = false;
  const end = (): void => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  try {
    await observatory.watching.run({
      once,
      signal: stop.signal,
      onPolled: (polled) => {
        failed ||= polled.failure !== undefined || polled.added.some((added) => 'failure' in added);
        tellPolled(polled);
      },
    });
  } finally {
    await observatory.close();
  }
  return once && failed ? 1 : 0;
};

/** @returns exit code */
export const watch = async (names: readonly string[], options: WatchOptions): Promise<number> => {
  const { every, limit, source, terms, ignoreRobots, once = false, remove = false } = options;
  const home = homeOf();
  if (names.length === 0) {
    if (remove || every || limit || source || terms || ignoreRobots) {
      warn('Name what is meant: marsad watch ADDRESS --every 30m.');
      return 2;
    }
    return pollUntilStopped(once);
  }
  if (remove) {
    // An id is typed as it is printed; a path is meant from here.
    const list = new Set((await sourcesHealth(home)).flatMap(({ id, address }) => [id, address]));
    for (const { address } of await removeWatched(
      home,
      names.map((name) => (list.has(name) ? name : placeOf(name))),
    ))
      say(`${address}: no longer watched; what it led to stays.`);
    return 0;
  }
  const wishes = names.map((name) => ({
    address: placeOf(name),
    ...(every && { every }),
    ...(limit && { limit }),
    ...(source && { publisher: source }),
    ...(terms && { terms }),
    ...(ignoreRobots && { ignoreRobots }),
  }));
  for (const watched of await addWatched(home, wishes, new Date()))
    say(`${watched.id}  ${watched.address}: every ${spanOf(watched.every)}`);
  if (once) return pollUntilStopped(true);
  const owner = await ownerOf(home);
  say(owner ? `The server (process ${owner.pid}) polls them.` : '«marsad serve» or «marsad watch» polls them.');
  return 0;
};

const lineOf = (health: Health): string => {
  const { id, address, status, kind, feed, every, okAt, nextAt, reports, failures, failure, missing } = health;
  const lines = [
    `${id}  ${status.padEnd(7)}  ${address}${kind ? ` (${kind}${feed ? `: ${feed}` : ''})` : ''}`,
    `          every ${spanOf(every)}, answered ${minute(okAt)}, due ${nextAt ? minute(nextAt) : 'now'}, ${reports} reports`,
    ...(failure && failures > 0
      ? [`          failed ${failures} ${failures === 1 ? 'time' : 'times'} in a row: ${failure.message}`]
      : []),
    ...missing.slice(0, 5).map((one) => `          not held: ${one.message}`),
    ...(missing.length > 5 ? [`          and ${missing.length - 5} more; --json lists all`] : []),
  ];
  return lines.join('\n');
};

/** @returns exit code: 0, though a source fails; that is told, not done */
export const sources = async ({ json }: { readonly json?: boolean }): Promise<number> => {
  const all = await sourcesHealth(homeOf());
  if (json) for (const health of all) say(JSON.stringify(health));
  else if (all.length === 0)
    say('Nothing is watched. Name a feed, a site or a folder: marsad watch https://example.org/feed');
  else for (const health of all) say(lineOf(health));
  return 0;
};
