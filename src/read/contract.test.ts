/** The seven «Rules that hold for every Reading», over every bundled report, over the seed's where it is at hand, and over texts nobody wrote. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, cpuRatio } from '../../tools/any-text.ts';
import { loadReaderData, loadSamples } from '../load/index.ts';
import { Failure, type Reading, type Report, readingSchema, type Span, sha256Hex } from '../model/index.ts';
import { createReader, MOST_TEXT } from './index.ts';

const data = await loadReaderData();
const read = createReader(data);

const SEED = path.join(import.meta.dirname, '../../../shared/seed');
const seeds = existsSync(SEED) ? readdirSync(SEED).filter((name) => name.endsWith('.txt')) : [];
const samples = await loadSamples();
// Each with what is known of it, and as a bare text: how a date, a title, a time is told depends on it.
const reports: [string, Report][] = [
  ...samples.flatMap(({ file, report }): [string, Report][] => [
    [file, report],
    [`${file}, its text alone`, { id: report.id, text: report.text }],
  ]),
  ...seeds.map((name): [string, Report] => [name, { id: name, text: readFileSync(path.join(SEED, name), 'utf8') }]),
];

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Every value of a Reading with the way to it, objects and lists too. */
const walk = (value: Json, at = '', seen: [string, Json][] = []): [string, Json][] => {
  seen.push([at, value]);
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) walk(inner as Json, `${at}/${key}`, seen);
  return seen;
};

const spansOf = (reading: Reading): [string, Span][] =>
  walk(reading as unknown as Json).flatMap(([at, value]): [string, Span][] =>
    typeof value === 'object' && value !== null && 'start' in value && 'end' in value
      ? [[at, value as unknown as Span]]
      : [],
  );

/** Everything that must hold for any Reading of any text; throws with what does not. */
const holds = (reading: Reading, report: Report): void => {
  const { text, parts } = reading.report;
  expect(text, 'the text is unchanged').toBe(report.text);
  expect(() => readingSchema.parse(reading)).not.toThrow();
  expect(JSON.parse(JSON.stringify(reading)), 'nothing is lost on the way through JSON').toEqual(reading);

  // 1. Every value points to its words.
  for (const [at, { start, end }] of spansOf(reading)) {
    expect(start, at).toBeGreaterThanOrEqual(0);
    expect(end, at).toBeGreaterThan(start);
    expect(end, at).toBeLessThanOrEqual(text.length);
    expect(text.slice(start, end).trim(), at).not.toBe('');
  }
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]));
  const claims = new Map(reading.claims.map((claim) => [claim.id, claim]));
  expect(mentions.size, 'mention ids').toBe(reading.mentions.length);
  expect(claims.size, 'claim ids').toBe(reading.claims.length);
  for (const claim of reading.claims) {
    const named = [
      ...[claim.agents, claim.targets, claim.instruments, claim.places, claim.destination, claim.origin].flat(),
      ...claim.speakers.map((speaker) => speaker.mention),
      ...claim.toll.flatMap((toll) => [toll.who, ...(toll.including ?? []).map((part) => part.who)]),
      claim.time.mention,
    ].filter((id) => id !== undefined);
    expect(
      named.filter((id) => !mentions.has(id)),
      `${claim.id} names mentions that are not there`,
    ).toEqual([]);
    expect((claim.cause ?? []).filter((id) => !claims.has(id))).toEqual([]);
    expect(
      claim.quote.start <= claim.trigger.start && claim.trigger.end <= claim.quote.end,
      `${claim.id}: its trigger is in its quote`,
    ).toBe(true);
    expect(claim.places.length > 0, `${claim.id}: places and where from`).toBe(claim.placesFrom !== undefined);
    // 3. A claim's time is either stated by a mention or the report's, never made up.
    if (claim.time.basis === 'report') {
      expect(claim.time.earliest).toBe(reading.report.issued.earliest);
      expect(claim.time.latest).toBe(reading.report.issued.latest);
    } else
      expect(mentions.get(claim.time.mention ?? '')?.time, `${claim.id}: its time`).toMatchObject({
        basis: claim.time.basis,
      });
    for (const toll of claim.toll) {
      if (toll.high !== undefined) expect(toll.high).toBeGreaterThanOrEqual(toll.low);
      for (const part of toll.including ?? [])
        expect(part.low).toBeLessThanOrEqual(toll.high ?? Number.POSITIVE_INFINITY);
    }
  }
  // `same` leads to the fullest telling, and ends there.
  for (const claim of reading.claims.filter((c) => c.same !== undefined)) {
    const told = claims.get(claim.same!);
    expect(told, `${claim.id} is the same as ${claim.same}`).toBeDefined();
    expect(told!.same, `${claim.id} → ${claim.same} → ${told!.same}`).toBeUndefined();
    // «An attack killed four», «the drone strike»: one happening may be told more closely; a toll tells of what caused it.
    const family = told!.type.split('.')[0];
    expect([family, ...(family === 'violence' ? ['harm'] : [])]).toContain(claim.type.split('.')[0]);
  }
  for (const mention of reading.mentions) {
    for (const id of [mention.same, mention.of])
      if (id !== undefined) expect(mentions.has(id), `${mention.id} → ${id}`).toBe(true);
    if (mention.same !== undefined) expect(mentions.get(mention.same)!.start).toBeLessThan(mention.start);
  }

  // 2. Absent is absent.
  expect(
    walk(reading as unknown as Json).filter(([at, value]) => at !== '/report/text' && (value === '' || value === null)),
  ).toEqual([]);

  // 3. `issued` has a ground for each end.
  const { issued } = reading.report;
  expect(issued.basis.length > 0).toBe(issued.earliest !== undefined || issued.latest !== undefined);
  if (issued.earliest !== undefined && issued.latest !== undefined) expect(issued.earliest <= issued.latest).toBe(true);

  // Parts: in order, apart, over everything that is not blank.
  let last = 0;
  for (const part of parts) {
    expect(part.start).toBeGreaterThanOrEqual(last);
    expect(text.slice(last, part.start), 'between two parts stand blanks and bullets only').toMatch(
      /^[\s\u200e\u200f•‣▪●◦·*–-]*$/u,
    );
    last = part.end;
  }
  expect(text.slice(last).trim()).toBe('');
  // Sentences: in order, apart, each inside its part.
  last = 0;
  for (const sentence of reading.sentences) {
    const part = parts[sentence.part]!;
    expect(sentence.start).toBeGreaterThanOrEqual(Math.max(last, part.start));
    expect(sentence.end).toBeLessThanOrEqual(part.end);
    last = sentence.end;
  }
  // Mentions and gaps: in the order of the text.
  const starts = reading.mentions.map((mention) => mention.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(reading.mentions.map((mention) => mention.id)).toEqual(reading.mentions.map((_, i) => `m${i + 1}`));
  const gaps = reading.gaps.map((gap) => gap.start);
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  expect(reading.claims.map((claim) => claim.id)).toEqual(reading.claims.map((_, i) => `c${i + 1}`));
};

describe.each(reports)('rules of a Reading: %s', (_, report) => {
  const reading = read(report);

  it('holds them all', () => {
    expect(reading.claims.length).toBeGreaterThan(0);
    holds(reading, report);
  });

  it('has event types of the code book, and a change for every posture', () => {
    const types = new Set(data.ontology.map((type) => type.id));
    for (const claim of reading.claims) {
      expect(types, claim.id).toContain(claim.type);
      if (claim.type.startsWith('posture.')) expect(claim.change, `${claim.id} ${claim.type}`).toBeDefined();
    }
  });

  it('has actors, places and a publisher of the data only', () => {
    const actors = new Set(data.actors.map((actor) => actor.id));
    const places = new Set([...data.places].map((place) => place.id));
    for (const { actor, place } of reading.mentions) {
      if (actor !== undefined) expect(actors).toContain(actor);
      if (place !== undefined) expect(places).toContain(place.id);
    }
    const { publisher } = reading.report;
    if (publisher !== undefined) expect(data.sources.map((source) => source.id)).toContain(publisher);
  });
});

describe('the same text, data and version', () => {
  it('give the same bytes out of two readers, whatever was read before', () => {
    const other = createReader(data);
    const all = reports.map(([, report]) => report);
    const once = all.map((report) => JSON.stringify(read(report)));
    const again = all
      .toReversed()
      .map((report) => JSON.stringify(other(report)))
      .toReversed();
    expect(again).toEqual(once);
  });

  it('name the reader by version and data, and the Reading by report and reader', () => {
    const { report } = samples[0]!;
    const reading = read(report);
    expect(reading.reader).toBe(`marsad ${data.version} data ${data.hash.slice(0, 12)}`);
    expect(read({ ...report, id: 'another' }).readingId).not.toBe(reading.readingId);
    expect(createReader({ ...data, hash: sha256Hex('other') })(report).readingId).not.toBe(reading.readingId);
  });

  it('do not ask the clock, chance or the locale of the machine', () => {
    const sources = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true }).filter(
      (file) => file.isFile() && file.name.endsWith('.ts') && !file.name.includes('.test'),
    );
    expect(sources.length).toBeGreaterThan(20);
    for (const file of sources) {
      const source = readFileSync(path.join(file.parentPath, file.name), 'utf8');
      // One fixed calendar in one fixed locale is the same everywhere.
      expect(
        source.replace(/Intl\.DateTimeFormat\('en-u-ca-islamic-umalqura-nu-latn'|Intl\.DateTimeFormat \|/g, ''),
        file.name,
      ).not.toMatch(/Date\.now|new Date\(\)|Math\.random|toLocale|localeCompare|\bIntl\b|node:/);
    }
  });
});

/** A Reading for which everything holds, or a Failure of one line. */
const survives = (text: string): void => {
  const report: Report = { id: 'any', text };
  let reading: Reading;
  try {
    reading = read(report);
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).message).toMatch(/^[^\n]+$/);
    return;
  }
  holds(reading, report);
};

describe('any input', () => {
  it('ends in a Reading for which the rules hold, or in a failure of one line', () => {
    fc.assert(fc.property(anyText, survives), { numRuns: 200 });
  });

  it('made of the words of real reports ends so too', () => {
    const words = samples.flatMap(({ report }) => report.text.split(/(?<=\s)/));
    const mixed = fc.array(fc.constantFrom(...words, '\n', '. ', '• '), { maxLength: 120 }).map((all) => all.join(''));
    fc.assert(fc.property(mixed, survives), { numRuns: 100 });
  });

  it.each([
    ['10,000 brackets', '('.repeat(10_000)],
    ['10,000 bullets', '• a\n'.repeat(10_000)],
    ['a line of 200 KB', 'Israel struck Damascus and '.repeat(7_500)],
    ['سطر من 200 كيلوبايت', 'قصفت إسرائيل دمشق '.repeat(11_000)],
    ['a word of 200 KB', 'a'.repeat(200_000)],
    ['كلمة من 200 كيلوبايت', 'و'.repeat(200_000)],
    ['a number of 200 KB', '1,'.repeat(100_000)],
    ['a line of 1 MB', 'a b '.repeat(262_144)],
    ['marks alone', '\u064e'.repeat(1_000)],
    ['halves of pairs', '\ud800\udc00\udc00\ud800'.repeat(100)],
  ])('%s', (_, text) => survives(text));

  it.each([
    ['nothing', '', 'text-empty'],
    ['blanks', ' \n\t\u00a0 ', 'text-empty'],
    ['more than a long book', 'a '.repeat(MOST_TEXT / 2 + 1), 'text-too-long'],
  ])('%s is a failure that says so', (_, text, code) => {
    expect(() => read({ id: 'any', text })).toThrow(expect.objectContaining({ name: 'Failure', code }));
  });

  it.each([
    ['brackets', '[('],
    ['bullets', '• a\n'],
    ['short lines', 'a\n'],
    ['sentences', 'Israel struck Damascus, killing 7 people, on 12 May 2024. '],
    ['one endless sentence', 'Israel struck Damascus and the militias left and '],
    ['جمل', 'قصفت إسرائيل دمشق وقتلت 7 أشخاص في 12 أيار 2024. '],
    ['abbreviations', 'U.S. '],
    ['quotes', '"“«'],
    ['dates', '12 May 2024 '],
    ['table cells', 'a | '],
    ['blanks', 'a      '],
  ])('costs as much for each letter of a long text as of a short one: %s', (_, unit) => {
    const times = Math.ceil(6_000 / unit.length);
    expect(cpuRatio((n) => read({ id: 'long', text: unit.repeat(n) }), times)).toBeLessThan(2.5);
  });
});
