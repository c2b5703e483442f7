/**
 * What is watched, and how it fares: plain files in `$MARSAD_HOME/watch`. `list.json` is what people want, `state/ID.json`
 * what the last polls saw. Commands write the first, the one process that polls writes the second, and each file is
 * replaced whole, so that neither waits for the other and a killed process leaves no half of one.
 */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Failure, sha256Hex, termsSchema } from '../../model/index.ts';

const watchedSchema = z
  .object({
    id: z.string().regex(/^[0-9a-f]{8}$/),
    /** http(s) address of a feed, sitemap or page, or the path of a folder. */
    address: z.string().min(1),
    /** Seconds from one poll to the next. */
    every: z.int().min(60),
    /** Most new reports of one poll. */
    limit: z.int().min(1),
    publisher: z.string().optional(),
    terms: termsSchema.optional(),
    ignoreRobots: z.literal(true).optional(),
    addedAt: z.string(),
  })
  .readonly();
export type Watched = z.infer<typeof watchedSchema>;

const seenSchema = z
  .object({
    /** What it was when it was seen: date of the list, or size and time of a file. */
    mark: z.string().optional(),
    at: z.string(),
    reportId: z.string().optional(),
    /** Why it is not held. */
    failure: z.object({ code: z.string(), message: z.string() }).readonly().optional(),
    tries: z.int().min(0),
    title: z.string().optional(),
    published: z.string().optional(),
  })
  .readonly();
export type Seen = z.infer<typeof seenSchema>;

const stateSchema = z
  .object({
    kind: z.enum(['feed', 'sitemap', 'page', 'folder']).optional(),
    /** The feed that the page named and that is polled in its place. */
    feed: z.string().optional(),
    etag: z.string().optional(),
    lastModified: z.string().optional(),
    /** When it is due again. */
    nextAt: z.string().optional(),
    polledAt: z.string().optional(),
    /** When it last answered as it should. */
    okAt: z.string().optional(),
    /** Polls that failed in a row. */
    failures: z.int().min(0),
    failure: z.object({ code: z.string(), message: z.string(), at: z.string() }).readonly().optional(),
    polls: z.int().min(0),
    /** Reports that it led to. */
    reports: z.int().min(0),
    seen: z.record(z.string(), seenSchema),
  })
  .readonly();
export type WatchState = z.infer<typeof stateSchema>;

export const UNPOLLED: WatchState = { failures: 0, polls: 0, reports: 0, seen: {} };

export const idOfWatched = (address: string): string => sha256Hex(address).slice(0, 8);

export type WatchFiles = {
  /** @throws Failure `watch-list` where the file cannot be read as what it should be */
  readonly list: () => Promise<readonly Watched[]>;
  readonly setList: (list: readonly Watched[]) => Promise<void>;
  readonly state: (id: string) => Promise<WatchState>;
  readonly setState: (id: string, state: WatchState) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
};

let written = 0;

const writeWhole = async (path: string, value: unknown): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  written += 1;
  const part = `${path}.${process.pid}.${written}.part`;
  const file = await open(part, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(value, null, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
};

const readOr = async <T>(path: string, missing: T, parse: (value: unknown) => T): Promise<T> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return missing;
    throw error;
  }
  try {
    return parse(JSON.parse(text));
  } catch {
    throw new Failure('watch-list', `${path} is not as Marsad wrote it. Mend it, or move it away.`);
  }
};

export const watchFiles = (home: string): WatchFiles => {
  const list = join(home, 'watch', 'list.json');
  const stateOf = (id: string): string => join(home, 'watch', 'state', `${id}.json`);
  return {
    list: () => readOr(list, [], (value) => z.array(watchedSchema).parse(value)),
    setList: (value) => writeWhole(list, value),
    state: (id) => readOr(stateOf(id), UNPOLLED, (value) => stateSchema.parse(value)),
    setState: (id, state) => writeWhole(stateOf(id), state),
    forget: (id) => rm(stateOf(id), { force: true }),
  };
};
