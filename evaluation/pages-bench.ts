/**
 * How long the server takes for each kind of page: `npx tsx evaluation/pages-bench.ts [RECORDS] [HOME]`, 20,000 records
 * and a new folder unless told. Records are made up: real places and actors of the tables, days over three years, no
 * real event. Each page is asked for the first time (another actor, place, question each time) and then again.
 * Needs `npm run build`. Prints milliseconds over HTTP: half and 95 of 100 answers are quicker.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gateKnowledge, loadReaderData } from '../src/load/index.ts';
import { openObservatory } from '../src/marsad/index.ts';
import { type Claim, type Mention, type PlaceValue, type Reading, readingIdOf, sha256Hex } from '../src/model/index.ts';
import { openStore } from '../src/record/index.ts';

const CLAIMS = 4;
const DAYS = 1095;
const FIRST = Date.UTC(2021, 0, 1);
const ROUNDS = 40;

/** Numbers that are the same in each run (Lehmer's generator, Park and Miller 1988). */
const dice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
};

const data = await loadReaderData();
const knowledge = gateKnowledge(data, [], true);
const TYPES = data.ontology.map((type) => type.id);
const PLACES = [...data.places]
  .filter((place) => ['SY', 'IQ', 'LB', 'YE', 'SD', 'UA'].includes(place.country ?? '') && place.kind === 'town')
  .slice(0, 600);
const ACTORS = data.actors.filter((actor) => actor.names.ar).slice(0, 150);

const entry = (number: number) => {
  const roll = dice(number + 1);
  const one = <T>(all: readonly T[]): T => all[Math.min(roll(all.length), roll(all.length))] as T;
  const mentions: Mention[] = [];
  const claims: Claim[] = [];
  let text = `Report ${number}: what was told of it\n`;
  const end = { headline: text.length - 1 };
  const span = (words: string) => {
    const start = text.length;
    text += words;
    return { start, end: text.length };
  };
  for (let at = 0; at < CLAIMS; at += 1) {
    const [actor, place] = [one(ACTORS), one(PLACES)];
    const value: PlaceValue = { ...(knowledge.placeOf?.(place.id) as PlaceValue), score: 0.9 };
    const day = new Date(FIRST + roll(DAYS) * 86_400_000).toISOString().slice(0, 10);
    const quote = text.length;
    mentions.push({ id: `a${at}`, kind: 'actor', ...span(actor.names.en), actor: actor.id, rule: 'made-up' });
    const trigger = span(' acted ');
    text += 'in ';
    mentions.push({ id: `p${at}`, kind: 'place', ...span(place.en ?? place.ar ?? '?'), place: value, rule: 'made-up' });
    claims.push({
      id: `c${at}`,
      type: one(TYPES),
      quote: { start: quote, end: text.length },
      trigger,
      agents: [`a${at}`],
      targets: [],
      instruments: [],
      places: [`p${at}`],
      destination: [],
      origin: [],
      time: { earliest: day, latest: day, precision: 'day', basis: 'stated' },
      toll: [],
      speakers: [],
      modality: 'asserted',
      background: false,
      confidence: 0.8,
      rule: 'made-up',
    });
    text += `, people of the place said on the telephone in the evening of that day.\n`;
  }
  const id = sha256Hex(text);
  const report = { id: id.slice(0, 16), captureId: id, text, publisher: 'sana' };
  const reading: Reading = {
    id: report.id,
    readingId: readingIdOf(report.id, 'bench'),
    reader: 'bench',
    report: {
      text,
      language: 'en',
      direction: 'ltr',
      title: { start: 0, end: end.headline },
      issued: { latest: '2024-01-10', basis: [{ kind: 'given' }] },
      parts: [
        { kind: 'headline', start: 0, end: end.headline, language: 'en' },
        { kind: 'body', start: end.headline + 1, end: text.length, language: 'en' },
      ],
    },
    sentences: [],
    mentions,
    claims,
    gaps: [],
  };
  const capture = {
    id,
    address: 'file:made-up.txt',
    fetchedAt: '2024-01-10T00:00:00.000Z',
    mediaType: 'text/plain',
    bytes: text.length,
    collector: 'marsad bench',
  };
  return { report, reading, capture };
};

const records = Number(process.argv[2] ?? 20_000);
const given = process.argv[3];
const home = given ?? (await mkdtemp(join(tmpdir(), 'marsad-bench-')));
const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(0)} s`;

let from = performance.now();
const store = await openStore({ home });
for (let number = (await store.reportIds(1_000_000)).length; number * CLAIMS < records; number += 1)
  await store.keep(entry(number), knowledge, '2024-01-11T00:00:00.000Z');
await store.set('demo', true);
await store.set('publish.machineRead', true);
await store.close();
console.log(`${records} records kept in ${seconds(from)}`);

from = performance.now();
const observatory = await openObservatory({ home });
const view = { audience: 'public', language: 'en', now: new Date().toISOString() } as const;
for (let before = -1, now = 0; now !== before || now === 0; ) {
  before = now;
  await new Promise((done) => setTimeout(done, 3000));
  now = (await observatory.catalogue.facts(view)).length;
}
console.log(`${(await observatory.catalogue.facts(view)).length} of them gated for the public in ${seconds(from)}`);

// The site as `marsad serve --public` hands it the observatory (DESIGN: one process-wide slot).
type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
(globalThis as Record<symbol, unknown>)[Symbol.for('marsad.house')] = {
  showcase: observatory.showcase,
  audienceOf: () => 'public',
};
const built = new URL('../dist/site/handler.js', import.meta.url).href;
const { handler } = (await import(built)) as { handler: Handler };
const server = createServer((request, response) => handler(request, response, () => response.writeHead(404).end()));
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const at = (values: readonly number[], share: number): string => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
};
const actor = (round: number): string => (ACTORS[round % 40] as (typeof ACTORS)[number]).id;
const place = (round: number): string => (PLACES[round % 60] as (typeof PLACES)[number]).id;
const PAGES: Readonly<Record<string, (round: number) => string>> = {
  // Made of nothing: what the machine takes for any answer at all just now.
  'robots.txt': () => '/robots.txt',
  actor: (round) => `/en/actors/${actor(round)}`,
  place: (round) => `/ar/places/${place(round)}`,
  posture: (round) => `/en/posture/${actor(round % 6)}@country:SY?page=${1 + Math.floor(round / 6)}`,
  actors: (round) => `/en/actors${round % 2 ? '' : '?page=1'}`,
  places: (round) => `/ar/places?page=${1 + (round % 2)}`,
  map: (round) => `/en/map?actor=${actor(round)}`,
  'map data': (round) => `/en/map/data.json?type=${TYPES[round % TYPES.length]}`,
  timeline: (round) => `/ar/timeline?place=${place(round)}`,
  'timeline, all': (round) => `/en/timeline?page=${round + 1}`,
  search: (round) => `/en/search?q=${encodeURIComponent((PLACES[round] as (typeof PLACES)[number]).en ?? 'x')}`,
};
console.log('page             first: half  95 %   again: half  95 %   bytes');
for (const [name, path] of Object.entries(PAGES)) {
  const times: [number[], number[]] = [[], []];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1)
    for (const kind of times) {
      const start = performance.now();
      const answer = await fetch(base + path(round));
      bytes = (await answer.arrayBuffer()).byteLength;
      // Some of what is asked for has no page, which costs nothing.
      if (answer.ok) kind.push(performance.now() - start);
    }
  const [first, again] = times;
  const cell = (value: string): string => value.padStart(6);
  console.log(
    `${name.padEnd(16)} ${cell(at(first, 0.5))}${cell(at(first, 0.95))} ms   ${cell(at(again, 0.5))}${cell(at(again, 0.95))} ms   ${bytes}`,
  );
}
server.close();
server.closeAllConnections();
await observatory.close();
if (!given) await rm(home, { recursive: true, force: true });
