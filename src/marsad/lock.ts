/**
 * One home, one owner. The embedded store has no lock of its own and two processes on its folder corrupt it, so whoever
 * opens the store holds `$MARSAD_HOME/lock`: who it is, since when, and, once it serves, where other commands find it.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import { z } from 'zod';
import { Failure } from '../model/index.ts';

const ownerSchema = z
  .object({
    pid: z.int().positive(),
    host: z.string(),
    /** Tells a process from a later one with the same number: boot and tick of its start, where the system says them. */
    processStart: z.string().optional(),
    /** ISO date-time, UTC. */
    startedAt: z.string(),
    token: z.string().min(32),
    /** Where it listens for commands: `http://127.0.0.1:4173`. */
    address: z.string().optional(),
  })
  .readonly();
export type Owner = z.infer<typeof ownerSchema>;

export type Lock = {
  /** Proves to the owner that a command comes from somebody who can read this user's files. */
  readonly token: string;
  /** Tells other commands where this process listens. */
  readonly announce: (address: string) => Promise<void>;
  readonly release: () => Promise<void>;
};

const pathOf = (home: string): string => join(home, 'lock');

/** The owner touches its lock this often; one on another machine is believed dead after six missed touches. */
const TOUCH_EVERY = 10_000;
const FOREIGN_PATIENCE = 60_000;

/** Boot id and start tick of a process, on Linux (`man 5 proc_pid_stat`, field 22); elsewhere undefined. */
const processStartOf = async (pid: number): Promise<string | undefined> => {
  try {
    const [boot, status] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // The name, field 2, stands in brackets and may itself hold spaces and brackets.
    const start = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
    return start && `${boot.trim()} ${start}`;
  } catch {
    return undefined;
  }
};

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process: it may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const isAlive = async (home: string, owner: Owner): Promise<boolean> => {
  if (owner.host !== hostname()) {
    // Another machine or container on the same folder: its process numbers mean nothing here.
    const touched = await stat(pathOf(home)).then((found) => found.mtimeMs);
    return Date.now() - touched < FOREIGN_PATIENCE;
  }
  if (!exists(owner.pid)) return false;
  const start = await processStartOf(owner.pid);
  return !owner.processStart || !start || start === owner.processStart;
};

const read = async (home: string): Promise<Owner | undefined> => {
  try {
    return ownerSchema.parse(JSON.parse(await readFile(pathOf(home), 'utf8')));
  } catch {
    // Absent, or not a lock of ours. It is written by rename, so half a lock cannot be met.
    return undefined;
  }
};

/** The living owner of a home. */
export const ownerOf = async (home: string): Promise<Owner | undefined> => {
  const owner = await read(home);
  return owner && (await isAlive(home, owner).catch(() => false)) ? owner : undefined;
};

/** The one line for whoever finds the home taken. */
export const inUse = (home: string, owner: Owner): Failure => {
  const since = owner.startedAt.replace('T', ' ').replace(/:\d\d\.\d+Z$/, ' UTC');
  const where = owner.address ? ` (it serves ${owner.address.replace('127.0.0.1', 'localhost')})` : '';
  const machine = owner.host === hostname() ? '' : ` on ${owner.host}`;
  return new Failure(
    'in-use',
    `${home} is in use by process ${owner.pid}${machine} since ${since}${where}; wait for it, or stop it.`,
  );
};

const write = async (home: string, owner: Owner): Promise<void> => {
  const temporary = `${pathOf(home)}.${process.pid}`;
  await unlink(temporary).catch(() => undefined);
  const file = await open(temporary, 'wx', 0o600);
  await file.writeFile(JSON.stringify(owner));
  await file.close();
  await rename(temporary, pathOf(home));
};

/** Reading who owns and becoming the owner is one step: without the guard two could both find a dead owner and win. */
const guarded = async <T>(home: string, step: () => Promise<T>): Promise<T> => {
  const release = await lockfile.lock(home, {
    lockfilePath: join(home, 'lock.guard'),
    stale: 10_000,
    retries: { retries: 60, minTimeout: 50, maxTimeout: 250, randomize: true },
  });
  try {
    return await step();
  } finally {
    await release();
  }
};

/**
 * Becomes the owner of a home; takes over from an owner that has died.
 * @throws Failure `in-use` where another process owns it, or this one does already.
 */
export const takeLock = async (home: string): Promise<Lock> => {
  await mkdir(home, { recursive: true });
  const processStart = await processStartOf(process.pid);
  let owner: Owner = {
    pid: process.pid,
    host: hostname(),
    ...(processStart && { processStart }),
    startedAt: new Date().toISOString(),
    token: randomBytes(32).toString('base64url'),
  };
  await guarded(home, async () => {
    const other = await ownerOf(home);
    if (other) throw inUse(home, other);
    await write(home, owner);
  });
  const beat = setInterval(() => {
    const now = new Date();
    utimes(pathOf(home), now, now).catch(() => undefined);
  }, TOUCH_EVERY);
  beat.unref();
  return {
    token: owner.token,
    announce: (address) => {
      owner = { ...owner, address };
      return write(home, owner);
    },
    release: async () => {
      clearInterval(beat);
      // Only what is still ours: somebody may have taken the folder over after removing our lock by hand.
      if ((await read(home))?.token === owner.token) await unlink(pathOf(home)).catch(() => undefined);
    },
  };
};
