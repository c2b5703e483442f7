/** What collecting touches of the world: names, clock and disk, as arguments with real defaults. */
import { lookup } from 'node:dns';
import { readdir, readFile, stat } from 'node:fs/promises';
import type { LookupFunction } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export type World = {
  /** Names of hosts → addresses. What it gives is checked before anything is asked. */
  readonly lookup: LookupFunction;
  readonly now: () => Date;
  /** Waits, milliseconds. */
  readonly wait: (time: number, signal?: AbortSignal) => Promise<void>;
  readonly stat: (
    path: string,
  ) => Promise<{ readonly size: number; readonly mtimeMs?: number; isDirectory(): boolean; isFile(): boolean }>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Names in a folder. */
  readonly readFolder: (path: string) => Promise<readonly string[]>;
};

export const realWorld: World = {
  lookup,
  now: () => new Date(),
  // Waiting alone must not keep a process from ending.
  wait: (time, signal) => wait(time, undefined, signal ? { signal } : {}),
  stat,
  readFile,
  readFolder: readdir,
};

/**
 * The largest input, in bytes, after decompression. The longest pages that newspapers publish have some 3 MB with their
 * scripts; what is larger is an archive or a film, and reading it would hold a worker for minutes.
 */
export const SIZE_LIMIT = 10 * 1024 * 1024;

/** How long one address may take, redirects and body together, in milliseconds. */
export const TIME_LIMIT = 20_000;

/** Bytes as people read them: `48.0 MB`. */
export const inMegabytes = (bytes: number): string => `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
