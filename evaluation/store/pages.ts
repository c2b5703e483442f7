/**
 * `npm run bench:pages -- [--records 20000] [--home FOLDER]`: how long the site's server takes for a page of each kind over
 * many records, for the public, on the embedded store: first asked, and asked again. The material is the bundled reports, read
 * by the real reader, and copies of them under other ids and on other days (grow.ts). Prints this process's own time a
 * page in milliseconds: median, 95th percentile. Needs `npm run build`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSamples } from '../../src/load/index.ts';
import { openObservatory } from '../../src/marsad/index.ts';
import { grow } from './grow.ts';
import { randomOf } from './made.ts';

const { values } = parseArgs({ options: { records: { type: 'string', default: '20000' }, home: { type: 'string' } } });
const wanted = Number(values.records);
const home = values.home ?? (await mkdtemp(join(tmpdir(), 'marsad-pages-')));
const SAMPLES = new URL('../../data/samples/', import.meta.url).pathname;
/** Pages of each kind that are asked for. */
const ASKED = 40;

const ownTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const spreadOf = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  return `${at(0.5)} / ${at(0.95)}`;
};
const view = { audience: 'public', language: 'en', now: '2034-01-01T00:00:00.000Z' } as const;

let observatory = await openObservatory({ home, demo: true });
const samples = await loadSamples();
await observatory.add(
  samples.map(({ file, report: { id: _id, text: _text, ...given } }) => ({ input: join(SAMPLES, file), given })),
);
const { total } = await observatory.catalogue.listRecords({ limit: 1 }, { ...view, audience: 'owner' });
const copies = Math.min(250, Math.ceil(wanted / total) - 1);
if (copies > 0) {
  await observatory.close();
  const { PGlite } = await import('@electric-sql/pglite');
  const client = await PGlite.create({ dataDir: join(home, 'db') });
  await grow(client as never, copies);
  await client.close();
  observatory = await openObservatory({ home });
}
const start = ownTime();
let gated = 0;
for (let left = true; left; ) {
  const before = await observatory.catalogue.countRecords('family', {}, view);
  await new Promise((done) => setTimeout(done, 500));
  const now = (await observatory.catalogue.listRecords({ limit: 1 }, view)).total;
  left = now !== gated || before.length === 0;
  gated = now;
}
console.log(`${gated} public records; gated in ${((ownTime() - start) / 1000).toFixed(0)} s of own time`);

(globalThis as Record<symbol, unknown>)[Symbol.for('marsad.house')] = {
  showcase: observatory.showcase,
  audienceOf: () => 'public',
};
const { handler } = (await import(new URL('../../dist/site/handler.js', import.meta.url).href)) as {
  handler: (request: unknown, response: unknown, next: () => void) => void;
};
const server = createServer((request, response) => handler(request, response, () => response.writeHead(404).end()));
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const random = randomOf(7);
const keys = async (by: 'actor' | 'area' | 'type'): Promise<readonly string[]> =>
  (await observatory.catalogue.countRecords(by, {}, view, 1000)).map((one) => one.key);
const [actors, places, types] = [await keys('actor'), await keys('area'), await keys('type')];
const records = (await observatory.catalogue.listRecords({ limit: 1000 }, view)).ids;
const reports = (await observatory.catalogue.listReports({ limit: 1000 }, view)).ids;
const pick = (all: readonly string[]): string => all[Math.floor(random() * all.length)] ?? '';
const postures = (await observatory.catalogue.facts(view))
  .filter((fact) => fact.type.startsWith('posture.'))
  .flatMap((fact) => fact.actors.flatMap((actor) => fact.places.map((place) => `${actor}@${place}`)));
const WORDS = [
  'strike',
  'hospital',
  'غارة',
  'مدنيين',
  'forces',
  'killed',
  'قصف',
  'ceasefire',
  'school',
  'base',
  'لبنان',
];
const language = (): string => (random() < 0.5 ? 'en' : 'ar');
const KINDS: Readonly<Record<string, (at: number) => string>> = {
  home: (at) => `${language()}?page=${1 + (at % 15)}`,
  record: () => `${language()}/records/${pick(records)}`,
  report: () => `${language()}/reports/${pick(reports)}`,
  actor: (at) => `${language()}/actors/${pick(actors)}?page=${1 + (at % 3)}`,
  place: (at) => `${language()}/places/${pick(places)}?page=${1 + (at % 3)}`,
  actors: (at) => `${language()}/actors?n=${at}`,
  places: (at) => `${language()}/places?n=${at}`,
  posture: () => `${language()}/posture/${pick(postures)}`,
  timeline: (at) => `${language()}/timeline?page=${1 + at}${at % 2 ? `&type=${pick(types)}` : ''}`,
  map: (at) => `${language()}/map${at % 2 ? `?type=${pick(types)}` : ''}`,
  search: (at) => `${language()}/search?q=${encodeURIComponent(`${pick(WORDS)} ${at % 3 === 0 ? pick(WORDS) : ''}`)}`,
};
const ask = async (path: string): Promise<{ own: number; status: number }> => {
  const before = ownTime();
  const response = await fetch(`${origin}/${path}`);
  await response.text();
  return { own: ownTime() - before, status: response.status };
};
await ask('en/method');
const all: Record<'first' | 'again', number[]> = { first: [], again: [] };
for (const [kind, path] of Object.entries(KINDS)) {
  const paths = [...new Set(Array.from({ length: ASKED }, (_, at) => path(at)))];
  const times: Record<'first' | 'again', number[]> = { first: [], again: [] };
  let missing = 0;
  for (const round of ['first', 'again'] as const)
    for (const one of paths) {
      const { own, status } = await ask(one);
      if (status === 200) times[round].push(own);
      else missing += 1;
    }
  for (const round of ['first', 'again'] as const) all[round].push(...times[round]);
  console.log(
    `${kind.padEnd(9)} first ${spreadOf(times.first)}   again ${spreadOf(times.again)}   (${times.first.length} pages, ${missing / 2} not there)`,
  );
}
console.log(`all       first ${spreadOf(all.first)}   again ${spreadOf(all.again)}`);
server.close();
server.closeAllConnections();
await observatory.close();
if (!values.home) await rm(home, { recursive: true });
