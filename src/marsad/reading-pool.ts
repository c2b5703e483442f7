/** A few worker threads that read, started when the first report comes. Only plain values cross. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Given } from '../collect/index.ts';
import { type Capture, Failure, type Reading, type Report } from '../model/index.ts';

export type ReadingJob = { readonly job: number } & (
  | { readonly capture: Capture; readonly bytes: Uint8Array; readonly given: Given; readonly unread?: true }
  /** A report that is held, to be read anew. */
  | { readonly report: Report }
);
export type Read = { readonly report: Report; readonly reading: Reading };
type Asked = ReadingJob extends infer Job ? (Job extends unknown ? Omit<Job, 'job'> : never) : never;
export type ReadingAnswer =
  /** Without a reading where the report alone was asked for. */
  | { readonly job: number; readonly report: Report; readonly reading?: Reading }
  | { readonly job: number; readonly failure: { readonly code: string; readonly message: string } }
  | { readonly job: number; readonly crash: string };

/** Capture → Report → Reading, however it is done. */
export type Readers = {
  /** How many reports are read at once. */
  readonly size: number;
  readonly read: (capture: Capture, bytes: Uint8Array, given: Given) => Promise<Read>;
  /** The report alone, for somebody else to read. */
  readonly extract: (capture: Capture, bytes: Uint8Array, given: Given) => Promise<Report>;
  /** Reads a report that is held. */
  readonly readAnew: (report: Report) => Promise<Reading>;
  readonly close: () => Promise<void>;
};

export type PoolOptions = {
  /** Folder of the packed reader's data; by default the package's. */
  readonly dataDir?: string;
  /** Folder of what people added to it, `$MARSAD_HOME/data`. */
  readonly overlay?: string;
  readonly size?: number;
  /** Longest reading of one report, milliseconds. Linear time makes it unlikely; a hang must not be for ever. */
  readonly timeLimit?: number;
};

type Waiting = {
  readonly message: Asked;
  readonly resolve: (read: Omit<Read, 'reading'> & Partial<Read>) => void;
  readonly reject: (error: unknown) => void;
};

const tooMuch = (): Failure =>
  new Failure(
    'reading-memory',
    `The report needs more than ${resourceLimits.maxOldGenerationSizeMb} MB to be read and was given up. Cut it into single reports.`,
  );

const leftUnread = (): Failure => new Failure('closed', 'A report was not read: the observatory was closed.');

/**
 * What one reader may hold, megabytes. Its data take some 110; a page of 3 MB, the longest that newspapers publish, far less
 * than the rest. Without a limit it lets its rubbish lie until the machine is full: the load run took 780 MB instead of 510.
 */
const resourceLimits = { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb: 24 };

/** A worker thread; `workerData` is what reading-worker.ts asks for. */
const startThread = (workerData: { readonly dataDir?: string; readonly overlay?: string }): Worker => {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./reading-worker.js', import.meta.url), { workerData, resourceLimits });
  // Run from its sources, as tests do. A thread does not take over its parent's loader on every Node that we support,
  // so it loads tsx itself (found from the working folder, which for tests is the package's) before it loads the worker.
  const worker = new URL('./reading-worker.ts', import.meta.url).href;
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import('${worker}'); })`;
  return new Worker(start, { eval: true, workerData, resourceLimits });
};

export const openReaders = (options: PoolOptions = {}): Readers => {
  // One core is left to the server and the store; each reader holds its own data in memory, so four are enough.
  const size = options.size ?? Math.max(1, Math.min(4, availableParallelism() - 1));
  const timeLimit = options.timeLimit ?? 120_000;
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: Waiting[] = [];
  let jobs = 0;
  let closed = false;

  const forget = (worker: Worker): void => {
    all.delete(worker);
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  };

  const start = (): Worker => {
    const worker = startThread({
      ...(options.dataDir && { dataDir: options.dataDir }),
      ...(options.overlay && { overlay: options.overlay }),
    });
    all.add(worker);
    // An idle worker that breaks must not end the process, nor be given work.
    worker.on('error', () => forget(worker));
    worker.on('exit', () => forget(worker));
    return worker;
  };

  const run = (worker: Worker, { message, resolve, reject }: Waiting): void => {
    jobs += 1;
    const job = jobs;
    const done = (healthy: boolean): void => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', broke).off('exit', ended);
      if (healthy && !closed) idle.push(worker);
      else {
        all.delete(worker);
        void worker.terminate();
      }
      next();
    };
    const timer = setTimeout(() => {
      reject(
        new Failure('reading-time', `The report took longer than ${timeLimit / 1000} s to read and was given up.`),
      );
      done(false);
    }, timeLimit);
    const answered = (answer: ReadingAnswer): void => {
      if (answer.job !== job) return;
      if ('failure' in answer) reject(new Failure(answer.failure.code, answer.failure.message));
      else if ('crash' in answer) reject(new Error(`the reader failed: ${answer.crash}`));
      else resolve(answer);
      done(true);
    };
    const broke = (error: unknown): void => {
      const full = (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(full ? tooMuch() : error);
      done(false);
    };
    const ended = (code: number): void => {
      reject(closed ? leftUnread() : new Error(`the reading thread ended with ${code}`));
      done(false);
    };
    worker.on('message', answered).on('error', broke).on('exit', ended);
    worker.postMessage({ job, ...message });
  };

  const next = (): void => {
    while (!closed && queue.length > 0) {
      const worker = idle.pop() ?? (all.size < size ? start() : undefined);
      if (!worker) return;
      const waiting = queue.shift();
      if (waiting) run(worker, waiting);
    }
  };

  const ask = (message: Asked): Promise<Parameters<Waiting['resolve']>[0]> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(leftUnread());
      queue.push({ message, resolve, reject });
      next();
    });

  return {
    size,
    read: async (capture, bytes, given) => {
      const { report, reading } = await ask({ capture, bytes, given });
      return { report, reading: reading as Reading };
    },
    extract: async (capture, bytes, given) => (await ask({ capture, bytes, given, unread: true })).report,
    readAnew: async (report) => (await ask({ report })).reading as Reading,
    close: async () => {
      closed = true;
      for (const waiting of queue.splice(0)) waiting.reject(leftUnread());
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
};
