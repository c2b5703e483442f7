/** What people set outlives the reader: corrections and decisions through two readers' versions, on both stores. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, startCluster } from '../../tools/postgres.ts';
import { type Correction, type EventRecord, type Reading, readingIdOf } from '../model/index.ts';
import { anchorOf } from './compose.ts';
import { layer } from './layer.ts';
import { knowledge, type make, strike, town } from './made.test-help.ts';
import { openStore, type Store } from './store.ts';

const NOW = '2024-03-03T10:00:00.000Z';
const LATER = '2024-06-01T10:00:00.000Z';
const cluster = await startCluster();
afterAll(async () => (cluster as Partial<Cluster>).stop?.());
const stores = [
  { name: 'PGlite', url: undefined },
  ...('url' in cluster ? [{ name: 'PostgreSQL', url: cluster.url }] : []),
];

type Made = ReturnType<typeof make>;

/** The same report as a newer reader reads it: other ids, and whatever else is changed. */
const reread = (made: Made, change: (reading: Reading) => Partial<Reading> = () => ({})): Reading => {
  const renamed = (id: string) => `n${id}`;
  const reader = 'test 2';
  const base: Reading = {
    ...made.reading,
    reader,
    readingId: readingIdOf(made.report.id, reader),
    claims: made.reading.claims.map((claim) => ({
      ...claim,
      id: renamed(claim.id),
      ...(claim.same && { same: renamed(claim.same) }),
    })),
  };
  return { ...base, ...change(base) };
};
const withoutClaims = () => ({ claims: [] });
/** The newer reader finds another place. */
const elsewhere = (reading: Reading) => ({
  mentions: reading.mentions.map((mention) =>
    mention.kind === 'place' ? { ...mention, place: town('place:other', 'Other') } : mention,
  ),
});

const correctionOf = (made: Made, more: Partial<Correction> = {}): Correction => ({
  id: `correction-${made.report.id}`,
  reportId: made.report.id,
  anchor: anchorOf(made.reading.claims, made.reading.claims[0]!),
  set: { agents: [{ actor: 'army' }], places: [town('place:idlib', 'Idlib')], type: 'violence.shelling' },
  by: 'rana',
  at: NOW,
  ...more,
});

describe('a layer of corrections', () => {
  const made = strike();
  it.each([
    ['the reader that was corrected', made.reading],
    ['a newer reader with other ids', reread(made)],
    ['a newer reader that reads other values', reread(made, elsewhere)],
  ])('lies over the reading of %s', (_name, read) => {
    const { reading, lost } = layer(read, [correctionOf(made)]);
    const [claim] = reading.claims;
    const mention = (id: string | undefined) => reading.mentions.find((one) => one.id === id);
    expect(lost).toEqual([]);
    expect(claim).toMatchObject({ by: 'person', type: 'violence.shelling', confidence: 1, modality: 'asserted' });
    expect(mention(claim?.agents[0])).toMatchObject({ actor: 'army', rule: 'person' });
    expect(mention(claim?.places[0])?.place?.id).toBe('place:idlib');
    expect(read.claims[0]).not.toHaveProperty('by');
  });

  it('goes by the last word where several were said', () => {
    const first = correctionOf(made, { set: { modality: 'denied', background: true } });
    const second = correctionOf(made, { id: 'b', set: { modality: 'possible' } });
    expect(layer(made.reading, [first, second]).reading.claims[0]).toMatchObject({
      modality: 'possible',
      background: true,
    });
    const rejected = correctionOf(made, { id: 'c', reject: true });
    expect(layer(made.reading, [first, rejected]).reading.claims).toEqual([]);
    expect(layer(made.reading, [rejected, second]).reading.claims).toHaveLength(1);
  });

  it('says which corrections find no claim any more', () => {
    const correction = correctionOf(made);
    expect(layer(reread(made, withoutClaims), [correction]).lost).toEqual([correction]);
    const moved = { ...correction, anchor: { ...correction.anchor, start: correction.anchor.start + 1 } };
    expect(layer(made.reading, [moved])).toMatchObject({ reading: made.reading, lost: [moved] });
  });
});

describe.each(stores)('a report read anew on $name', ({ url }) => {
  let home: string;
  let store: Store;
  const told = {
    plain: strike(),
    joined: strike({ text: 'Struck: a depot in Mayadin by American jets, says a monitor', publisher: 'enab' }),
    settled: strike(
      {
        text: 'Jets struck Raqqa, a monitor said.',
        mentions: { m3: { words: 'Raqqa', kind: 'place', place: town('place:raqqa', 'Raqqa') } },
      },
      { agents: [], targets: [], places: ['m3'], toll: [], speakers: [] },
    ),
    corrected: strike(
      {
        text: 'Planes struck Homs, a monitor said.',
        mentions: { m3: { words: 'Homs', kind: 'place', place: town('place:homs', 'Homs') } },
      },
      { agents: [], targets: [], places: ['m3'], toll: [], speakers: [] },
    ),
  };
  const latest = async (made: Made): Promise<EventRecord | undefined> => (await store.recordsOf([made.report.id]))[0];
  const readAnew = async (...readings: readonly Reading[]) => {
    await store.keepReadings(readings);
    await store.match(await store.unmatched(100), knowledge, LATER);
  };
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'marsad-reread-'));
    store = await openStore({ home, ...(url && { databaseUrl: url }) });
    for (const one of Object.values(told)) await store.keep(one, knowledge, NOW);
    const settled = await latest(told.settled);
    if (!settled) throw new Error('no record');
    await store.append({
      ...settled,
      version: 2,
      by: 'person',
      review: 'confirmed',
      agents: [{ actor: 'army', names: { en: 'Army' }, claims: [0] }],
      madeAt: NOW,
    });
    await store.correct(correctionOf(told.corrected), knowledge, NOW);
  });
  afterAll(async () => {
    await store.close();
    await rm(home, { recursive: true });
  });

  it('is corrected at once, in a version of its own', async () => {
    expect(await latest(told.corrected)).toMatchObject({
      version: 2,
      by: 'person',
      review: 'corrected',
      type: 'violence.shelling',
      agents: [{ actor: 'army' }],
      places: [{ place: { id: 'place:idlib' } }],
    });
    const [held] = await store.reports([told.corrected.report.id]);
    expect(held?.reading.claims[0]).toMatchObject({ by: 'person' });
    expect((await store.readings(told.corrected.report.id))[0]?.claims[0]).not.toHaveProperty('by');
  });

  it('waits for the newer reader until it has been read, and is read once', async () => {
    expect(await store.unread('test', 10)).toEqual([]);
    expect(await store.unread('test 2', 10)).toHaveLength(4);
    const both = [reread(told.plain), reread(told.joined)];
    await store.keepReadings(both);
    await store.keepReadings(both);
    expect(await store.progress('test 2')).toEqual({ reports: 4, read: 2, unmatched: 2 });
    expect((await store.texts(await store.unread('test 2', 10))).map((one) => one.id)).toEqual([
      told.settled.report.id,
      told.corrected.report.id,
    ]);
    await store.match(await store.unmatched(100), knowledge, LATER);
    await store.match(
      both.map((one) => one.readingId),
      knowledge,
      LATER,
    );
    expect(await store.progress('test 2')).toMatchObject({ unmatched: 0 });
    const record = await latest(told.plain);
    expect(record?.claims.map((claim) => claim.claimId)).toEqual(['nc1', 'nc1']);
    expect(record?.claims).toHaveLength(2);
    expect(await store.readings(told.plain.report.id)).toHaveLength(2);
    const versions = await store.versions(record?.id ?? '');
    expect(versions.map((one) => one.version)).toEqual(Array.from(versions, (_, at) => at + 1));
  });

  it('keeps what people set and decided, whatever the newer reader reads', async () => {
    const before = [await latest(told.settled), await latest(told.corrected)];
    await readAnew(reread(told.settled, elsewhere), reread(told.corrected, elsewhere));
    const [settled, corrected] = [await latest(told.settled), await latest(told.corrected)];
    expect(settled).toMatchObject({
      id: before[0]?.id,
      review: 'confirmed',
      agents: [{ actor: 'army' }],
      places: [{ place: { id: 'place:raqqa' } }],
    });
    expect(settled?.claims[0]).toMatchObject({ claimId: 'nc1' });
    expect(corrected).toMatchObject({
      id: before[1]?.id,
      review: 'corrected',
      type: 'violence.shelling',
      places: [{ place: { id: 'place:idlib' } }],
    });
    expect(await store.cases()).toEqual([]);
  });

  it('opens a case where the claim that a person settled is not read any more, and withdraws what nobody did', async () => {
    const third = (made: Made): Reading => ({
      ...reread(made, withoutClaims),
      reader: 'test 3',
      readingId: readingIdOf(made.report.id, 'test 3'),
    });
    const settled = await latest(told.settled);
    await readAnew(...Object.values(told).map(third));
    expect(await latest(told.settled)).toEqual(settled);
    const cases = await store.cases('reader-changed');
    expect(cases.map((one) => one.reportId).sort()).toEqual([told.settled.report.id, told.corrected.report.id].sort());
    expect(cases.find((one) => one.recordId)).toMatchObject({ recordId: settled?.id });
    await store.closeCase(cases[0]?.id ?? '', { by: 'rana', at: LATER });
    expect(await store.cases()).toHaveLength(1);
    // The record of two reports lost one after the other.
    expect(await latest(told.plain)).toBeUndefined();
    expect(await latest(told.joined)).toMatchObject({ review: 'rejected', by: 'machine', withdrawn: 'reader-changed' });
    // And a fourth that reads it again brings it back.
    const fourth = { ...reread(told.plain), reader: 'test 4', readingId: readingIdOf(told.plain.report.id, 'test 4') };
    await readAnew(fourth);
    const back = await latest(told.plain);
    expect(back).toMatchObject({ review: 'machine-read' });
    expect(back).not.toHaveProperty('withdrawn');
    expect((await store.verify()).faults.filter((one) => one.kind !== 'bytes')).toEqual([]);
  });
});
