/** A worker thread: bytes of a capture (or a Report that is held) → its Report and Reading, away from the server's event loop. */
import { parentPort, workerData } from 'node:worker_threads';
import { pageLabelsOf, reportOf } from '../collect/index.ts';
import { loadReaderData } from '../load/index.ts';
import { Failure } from '../model/index.ts';
import { createReader } from '../read/index.ts';
import type { ReadingAnswer, ReadingJob } from './reading-pool.ts';

const { dataDir, overlay } = workerData as { readonly dataDir?: string; readonly overlay?: string };
const port = parentPort;
if (!port) throw new Error('reading-worker runs as a worker thread');

const ready = loadReaderData(dataDir, overlay).then((data) => ({
  read: createReader(data),
  labels: pageLabelsOf(data.lexicons),
}));
// Told with the first job instead: an unhandled rejection would end the thread without a word.
ready.catch(() => undefined);

port.on('message', async ({ job, ...asked }: ReadingJob) => {
  const answer = await (async (): Promise<ReadingAnswer> => {
    try {
      const { read, labels } = await ready;
      const report = 'report' in asked ? asked.report : await reportOf(asked.capture, asked.bytes, labels, asked.given);
      return 'unread' in asked ? { job, report } : { job, report, reading: read(report) };
    } catch (error) {
      if (error instanceof Failure) return { job, failure: { code: error.code, message: error.message } };
      return { job, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  })();
  port.postMessage(answer);
});
