/** What collecting touches of the world: network, clock and disk, as arguments with real defaults. */
import { readFile, stat } from 'node:fs/promises';

export type World = {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly stat: (path: string) => Promise<{ readonly size: number; isDirectory(): boolean; isFile(): boolean }>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
};

export const realWorld: World = {
  fetch: (input, init) => globalThis.fetch(input, init),
  now: () => new Date(),
  stat,
  readFile,
};

/**
 * The largest input, in bytes. The longest pages that newspapers publish have some 3 MB with their scripts;
 * what is larger is an archive or a film, and reading it would hold a worker for minutes.
 */
export const SIZE_LIMIT = 10 * 1024 * 1024;

/** How long one address may take, redirects and body together, in milliseconds. */
export const TIME_LIMIT = 20_000;

/** Bytes as people read them: `48.0 MB`. */
export const inMegabytes = (bytes: number): string => `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
