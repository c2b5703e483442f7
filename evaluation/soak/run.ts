/** Feeds polled and pages captured from a world with faults: everything that arrived is held, the rest is listed with its reason. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collectSettings, realWorld, type World } from '../../src/collect/index.ts';
import type * as Marsad from '../../src/marsad/index.ts';
import { FAULTS, feedFault, feedOf, hostOf, pageFault, pagePath } from './site.ts';

export type Soaked = {
  readonly feeds: number;
  readonly pages: number;
  /** Reports held. */
  readonly held: number;
  /** Pages and feeds listed with their reason, by its code. */
  readonly listed: Readonly<Record<string, number>>;
  /** What is neither as it should be, in words. None: it went well. */
  readonly wrong: readonly string[];
  readonly seconds: number;
  /** Largest resident memory of the collecting process, its threads and its store included. */
  readonly megabytes: number;
};

const startSite = async (
  feeds: number,
  pages: number,
): Promise<{ readonly child: ChildProcess; readonly port: number }> => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'site.ts'), String(feeds), String(pages)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said] = (await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [Buffer];
  return { child, port: Number(said.toString()) };
};

/** Every name of the soak is this machine; the world outside is never asked. */
const lookup: World['lookup'] = (_name, options, callback) => {
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

/**
 * @param feeds hosts with one feed each; `pages` are shared out among them
 * @param tell progress, one line now and then
 * @param databaseUrl PostgreSQL; without it the embedded store, whose first start alone takes some 900 MB
 */
export const soak = async (
  feeds: number,
  pages: number,
  tell: (line: string) => void = () => undefined,
  databaseUrl?: string,
): Promise<Soaked> => {
  // As compiled, where there is a build: what users run, and without the memory that compiling on the way takes.
  const compiled = new URL('../../dist/marsad/index.js', import.meta.url);
  const marsad = existsSync(compiled) ? compiled.href : '../../src/marsad/index.ts';
  const { addWatched, openObservatory, sourcesHealth } = (await import(marsad)) as typeof Marsad;
  const home = await mkdtemp(path.join(tmpdir(), 'marsad-soak-'));
  const { child, port } = await startSite(feeds, pages);
  const from = performance.now();
  let largest = 0;
  const weigh = (): void => {
    largest = Math.max(largest, process.memoryUsage.rss());
  };
  const scale = setInterval(weigh, 250);
  const addressOf = (feed: number): string => `http://${hostOf(feed)}:${port}`;
  try {
    const settings = collectSettings({ MARSAD_ALLOW_ADDRESSES: '127.0.0.1', MARSAD_HOST_PAUSE: '0.02' });
    const observatory = await openObservatory({
      home,
      ...(databaseUrl && { databaseUrl }),
      collect: settings,
      world: { ...realWorld, lookup },
      readers: { size: 1 },
    });
    let polled = 0;
    try {
      await addWatched(
        home,
        Array.from({ length: feeds }, (_, feed) => ({ address: `${addressOf(feed)}/feed` })),
        new Date(),
      );
      await observatory.watching.run({
        once: true,
        onPolled: () => {
          polled += 1;
          if (polled % 50 === 0) tell(`${polled} of ${feeds} feeds, ${Math.round(largest / 2 ** 20)} MB at most`);
        },
      });
    } finally {
      await observatory.close();
    }
    weigh();
    const sources = new Map((await sourcesHealth(home)).map((one) => [one.address, one]));
    const wrong: string[] = [];
    const listed: Record<string, number> = {};
    const list = (code: string): void => {
      listed[code] = (listed[code] ?? 0) + 1;
    };
    let held = 0;
    for (let feed = 0; feed < feeds; feed += 1) {
      const source = sources.get(`${addressOf(feed)}/feed`);
      const lost = feedFault(feed) === 'server error' || feedFault(feed) === 'reset';
      if (lost && source?.failure) list(`feed ${source.failure.code}`);
      if (lost !== (source?.status === 'failing'))
        wrong.push(`feed ${feed} (${feedFault(feed)}) is ${source?.status}: ${source?.failure?.message}`);
      held += source?.reports ?? 0;
    }
    let due = 0;
    for (let page = 0; page < pages; page += 1) {
      const feed = feedOf(page, feeds);
      if (['server error', 'reset'].includes(feedFault(feed))) continue;
      const address = `${addressOf(feed)}${pagePath(page)}`;
      const reasons: readonly string[] = FAULTS[pageFault(page)];
      const missing = sources.get(`${addressOf(feed)}/feed`)?.missing.find((one) => one.address === address);
      if (missing) list(missing.code);
      if (reasons.length === 0) due += 1;
      if (reasons.length === 0 && missing)
        wrong.push(`page ${page} (${pageFault(page)}) is not held: ${missing.message}`);
      if (reasons.length > 0 && !(missing && reasons.includes(missing.code)))
        wrong.push(`page ${page} (${pageFault(page)}) is ${missing ? `listed as ${missing.code}` : 'not listed'}`);
    }
    if (held !== due) wrong.push(`${held} reports are held, and ${due} pages could be had`);
    return {
      feeds,
      pages,
      held,
      listed,
      wrong,
      seconds: Math.round((performance.now() - from) / 1000),
      megabytes: Math.round(largest / 2 ** 20),
    };
  } finally {
    clearInterval(scale);
    child.kill();
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
};
