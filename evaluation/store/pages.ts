/**
 * `npm run bench:pages -- [--records 20000] [--home FOLDER]`: how long the site's server takes for a page of each kind over
 * many records, for the public, on the embedded store: first asked, and asked again. The material is the bundled reports, read
 * by the real reader, and copies of them under other ids and on other days (grow.ts). Prints this process's own time a
 * page in milliseconds (median, 95th percentile), and the heaviest page of each kind in KB: with its styles, without what is
 * drawn in it, and as it is sent. Needs `npm run build`; a home that stays (`--home`) is grown once.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
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
const facts = await observatory.catalogue.facts(view);
const postures = facts
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
/** What is typed by people, by mistake and by nobody. */
const ODD = [
  '"air strike"',
  'strike or hospital -school',
  '-killed',
  '"',
  '!!! …',
  'الطَّيَران',
  'إسرائيل',
  'اسرائيل',
  'zzzqqq',
  'killed '.repeat(28),
  '%',
  '\\',
  'و',
  'the',
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
  // Those of most records, from the first page to the last.
  large: (at) => {
    const [kind, ids] = at % 2 ? (['actors', actors] as const) : (['places', places] as const);
    return `${language()}/${kind}/${ids[(at >> 1) % 5]}?page=${at % 3 === 0 ? 1 : 1 + ((at * 7) % 60)}`;
  },
  posture: () => `${language()}/posture/${pick(postures)}`,
  timeline: (at) => `${language()}/timeline?page=${1 + at * 20}`,
  narrowed: (at) =>
    `${language()}/timeline?${at % 2 ? `type=${pick(types)}` : 'from=2015-01-01&to=2020-06-30'}&page=${1 + (at % 4)}`,
  map: (at) => `${language()}/map${at % 2 ? `?type=${pick(types)}` : ''}`,
  search: (at) => `${language()}/search?q=${encodeURIComponent(`${pick(WORDS)} ${at % 3 === 0 ? pick(WORDS) : ''}`)}`,
  odd: (at) => `${language()}/search?q=${encodeURIComponent(ODD[at % ODD.length] ?? '')}`,
  embed: () => `${language()}/records/${pick(records)}/embed`,
  open: (at) =>
    [`api/v1/records/${pick(records)}.json`, `${language()}/feed.xml?type=${pick(types)}`, `${language()}/data`][
      at % 3
    ] ?? '',
  'map data': (at) => `${language()}/map/data.json${at % 2 ? `?type=${pick(types)}` : ''}`,
  others: (at) => `${language()}/${['corrections', 'codebook', 'method', 'codebook/violence'][at % 4]}`,
};
type Answer = { readonly own: number; readonly status: number; readonly text: string; readonly sent: number };
const ask = async (path: string): Promise<Answer> => {
  const before = ownTime();
  const response = await fetch(`${origin}/${path}`);
  const text = await response.text();
  const own = ownTime() - before;
  // It was unpacked as it came: packed once more, it tells what went over the line.
  const sent = response.headers.get('content-encoding') ? gzipSync(text, { level: 5 }).length : Buffer.byteLength(text);
  return { own, status: response.status, text, sent };
};

const styles = new Map<string, number>();
/** Bytes of a page with its styles, and of what is drawn in it, which counts as a picture. */
const weightOf = async (path: string, text: string): Promise<{ page: number; drawn: number }> => {
  let page = Buffer.byteLength(text);
  for (const [, href = ''] of text.matchAll(/<link[^>]*href="([^"]+\.css)"/g)) {
    const address = new URL(href, `${origin}/${path}`).href;
    styles.set(address, styles.get(address) ?? (await (await fetch(address)).arrayBuffer()).byteLength);
    page += styles.get(address) ?? 0;
  }
  const drawn = [...text.matchAll(/<svg[\s\S]*?<\/svg>/g)].reduce((sum, [svg]) => sum + Buffer.byteLength(svg), 0);
  return { page: page - drawn, drawn };
};
const kb = (bytes: number): string => (bytes / 1024).toFixed(0);
await ask('en/method');
const all: Record<'first' | 'again', number[]> = { first: [], again: [] };
for (const [kind, path] of Object.entries(KINDS)) {
  const paths = [...new Set(Array.from({ length: ASKED }, (_, at) => path(at)))];
  const times: Record<'first' | 'again', number[]> = { first: [], again: [] };
  let missing = 0;
  const heaviest = { page: 0, drawn: 0, sent: 0 };
  for (const round of ['first', 'again'] as const)
    for (const one of paths) {
      const { own, status, text, sent } = await ask(one);
      if (status === 200) times[round].push(own);
      else missing += 1;
      if (round === 'again' || !text.startsWith('<')) continue;
      const { page, drawn } = await weightOf(one, text);
      heaviest.page = Math.max(heaviest.page, page);
      heaviest.drawn = Math.max(heaviest.drawn, drawn);
      heaviest.sent = Math.max(heaviest.sent, sent);
    }
  for (const round of ['first', 'again'] as const) all[round].push(...times[round]);
  console.log(
    `${kind.padEnd(9)} first ${spreadOf(times.first)}   again ${spreadOf(times.again)}   KB ${kb(heaviest.page)} + ${kb(heaviest.drawn)}, sent ${kb(heaviest.sent)}   (${times.first.length} pages, ${missing / 2} not there)`,
  );
}
console.log(`all       first ${spreadOf(all.first)}   again ${spreadOf(all.again)}`);
server.close();
server.closeAllConnections();
await observatory.close();
if (!values.home) await rm(home, { recursive: true });
