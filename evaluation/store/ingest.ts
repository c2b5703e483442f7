/**
 * `npm run bench:ingest -- [--database URL] [FILE…]`: from file to record beside the bare reader, in one run: how many of the
 * bare reader's reports a second the observatory keeps. Our own annotated reports unless files are named. Both read in one
 * thread; the store works beside it. Prints seconds of both by the clock and their ratio, round by round; on a busy machine
 * the best round says most. A database must be empty.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { captureFile, realWorld } from '../../src/collect/index.ts';
import { openObservatory, openReaders } from '../../src/marsad/index.ts';

const { values, positionals } = parseArgs({ options: { database: { type: 'string' } }, allowPositionals: true });
const REPORTS = new URL('../reports/', import.meta.url).pathname;
const own = async (): Promise<string[]> =>
  (await readdir(REPORTS)).filter((name) => name.endsWith('.txt')).map((name) => join(REPORTS, name));
const files = positionals.length > 0 ? positionals : await own();
/** A database keeps what the first round put there. */
const ROUNDS = values.database ? 1 : 3;

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

for (let round = 1; round <= ROUNDS; round += 1) {
  const home = await mkdtemp(join(tmpdir(), 'marsad-ingest-'));
  const readers = openReaders({ size: 1 });
  const bare = () =>
    Promise.all(
      files.map(async (file) => {
        const { capture, bytes } = await captureFile(file, {
          collector: 'marsad bench',
          tool: 'marsad',
          world: realWorld,
        });
        return readers.read(capture, bytes, {});
      }),
    );
  // The thread starts and warms up.
  await bare();
  const observatory = await openObservatory({
    home,
    readers,
    ...(values.database && { databaseUrl: values.database }),
  });
  const alone = await seconds(bare);
  const kept = await seconds(() => observatory.add(files.map((input) => ({ input }))));
  const share = ((100 * alone) / kept).toFixed(0);
  console.log(
    `${files.length} reports: read in ${alone.toFixed(2)} s, kept in ${kept.toFixed(2)} s: ${share} % of the bare reader's speed`,
  );
  await observatory.close();
  await rm(home, { recursive: true, force: true });
}
