/** Custody on both stores: whatever somebody does behind the store's back is found, and erasure is told apart from it. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Cluster, startCluster } from '../../tools/postgres.ts';
import { sha256Hex } from '../model/index.ts';
import { type Custody, openCustody } from './custody.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { erase } from './erase.ts';
import { openHeld } from './held.ts';
import { keepIn } from './keep.ts';
import { headOf, readHead, writeHead } from './ledger.ts';
import { knowledge, make, strike } from './made.test-help.ts';
import { verify } from './verify.ts';

const NOW = '2024-03-03T10:00:00.000Z';
const cluster = await startCluster();
afterAll(async () => (cluster as Partial<Cluster>).stop?.());
const stores = [
  { name: 'PGlite', url: undefined },
  ...('url' in cluster ? [{ name: 'PostgreSQL', url: cluster.url }] : []),
];
const above = () => [];

const first = strike();
const second = strike({ text: 'Struck: a depot in Mayadin by American jets, says a monitor', publisher: 'enab' });
const third = make({ text: 'Calm was reported from Idlib.' });

describe.each(stores)('custody on $name', ({ url }) => {
  let home: string;
  let opened: OpenDatabase;
  let custody: Custody;
  const run = (query: string) => opened.database.execute(sql.raw(query));
  const keep = async (made: ReturnType<typeof make>) => {
    await custody.keep(made.capture.id, made.bytes);
    return opened.database.transaction((transaction) => keepIn(transaction, made, { knowledge, now: NOW, above }));
  };
  const faults = async (heads: Parameters<typeof verify>[2] = []) =>
    (await verify(opened.database, custody.pathOf, heads)).faults;
  /** As somebody would who owns the database and wants no trigger in the way. */
  const behind = async (table: string, query: string) => {
    await run(`alter table ${table} disable trigger user`);
    await run(query);
    await run(`alter table ${table} enable trigger user`);
  };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'marsad-custody-'));
    opened = await openDatabase(home, url);
    custody = openCustody(home);
  });
  beforeEach(async () => {
    const all = [
      'captures',
      'reports',
      'readings',
      'records',
      'decisions',
      'corrections',
      'releases',
      'erasures',
      'ledger',
    ];
    for (const table of all) await run(`alter table ${table} disable trigger user`);
    await run(`truncate ${all.join(', ')}, record_index, report_index, public_index restart identity cascade`);
    for (const table of all) await run(`alter table ${table} enable trigger user`);
    await rm(join(home, 'captures'), { recursive: true, force: true });
    for (const one of [first, second, third]) await keep(one);
  });
  afterAll(async () => {
    await opened.close();
    await rm(home, { recursive: true });
  });

  it('finds no fault where there is none, and leads to one head', async () => {
    const verified = await verify(opened.database, custody.pathOf, []);
    expect(verified).toMatchObject({ files: 3, erased: [], faults: [] });
    // Three captures, reports and readings, one record, and its next version.
    expect(verified.items).toBe(11);
    expect(readHead(writeHead(verified.head))).toEqual(verified.head);
    expect(() => readHead('12')).toThrow('no head');
  });

  it('finds whatever was altered, taken away, slipped in, cut off or forged', async () => {
    const before = await headOf(opened.database);
    await behind(
      'captures',
      `update captures set body = body || '{"address": "file:other.txt"}' where id = '${first.capture.id}'`,
    );
    await behind('reports', `update reports set terms = 'full' where id = '${first.report.id}'`);
    await run(`delete from matched_readings where reading_id = '${third.reading.readingId}'`);
    await behind('readings', `delete from readings where id = '${third.reading.readingId}'`);
    await behind('records', `update records set body = body || '{"confidence": 1}' where version = 2`);
    await behind('captures', `insert into captures (id, body) values ('${'0'.repeat(64)}', '{}')`);
    await writeFile(custody.pathOf(second.capture.id), 'other');
    await rm(custody.pathOf(third.capture.id));
    const found = await faults();
    const of = (made: typeof third) => made.capture.id;
    expect(found).toEqual(
      expect.arrayContaining([
        { fault: 'altered', kind: 'capture', subject: of(first) },
        { fault: 'altered', kind: 'report', subject: first.report.id },
        { fault: 'missing', kind: 'reading', subject: third.reading.readingId },
        { fault: 'altered', kind: 'record', subject: expect.stringMatching(/@2$/) },
        { fault: 'unrecorded', kind: 'capture', subject: '0'.repeat(64) },
        { fault: 'missing', kind: 'bytes', subject: '0'.repeat(64) },
        { fault: 'altered', kind: 'bytes', subject: of(second) },
        { fault: 'missing', kind: 'bytes', subject: of(third) },
      ]),
    );
    expect(found).toHaveLength(8);

    await behind('ledger', `update ledger set digest = repeat('1', 64) where seq = 4`);
    expect(await faults()).toContainEqual(expect.objectContaining({ fault: 'chain' }));
    expect(await faults([before])).toHaveLength(found.length + 2);
  });

  it('finds a tail that was cut off with all that it told of, by a head noted before', async () => {
    const head = await headOf(opened.database);
    await behind('ledger', `delete from ledger where kind = 'reading' and subject = '${third.reading.readingId}'`);
    await run(`delete from matched_readings where reading_id = '${third.reading.readingId}'`);
    await behind('readings', `delete from readings where id = '${third.reading.readingId}'`);
    await behind('report_shapes', `delete from report_shapes where id = '${third.report.id}'`);
    expect(await faults()).toEqual([]);
    expect(await faults([head])).toEqual([{ fault: 'cut', kind: 'head', subject: writeHead(head) }]);
  });

  it('erases a report with its bytes, its words and its records, and tells that from loss', async () => {
    const { database } = opened;
    const by = { by: 'rana', why: 'danger to a person', at: '2024-04-01T00:00:00.000Z' };
    const done = await erase(database, custody.pathOf, above, { ...by, id: first.report.id });
    expect(done).toMatchObject({ reportId: first.report.id, counts: { capture: 1, report: 1, reading: 1, record: 2 } });
    expect(done.records.left).toHaveLength(1);
    const verified = await verify(database, custody.pathOf, []);
    expect(verified.faults).toEqual([]);
    expect(verified.erased).toHaveLength(5);
    expect(existsSync(custody.pathOf(first.capture.id))).toBe(false);

    const held = openHeld(database);
    expect(await held.reports([first.report.id, second.report.id])).toHaveLength(1);
    expect(await held.reportIds(10)).not.toContain(first.report.id);
    const [record] = await held.recordsOf([second.report.id]);
    expect(record).toMatchObject({ version: 3, by: 'machine' });
    expect(record?.claims.map((claim) => claim.reportId)).toEqual([second.report.id]);
    expect((await held.versions(record?.id ?? '')).map((one) => one.version)).toEqual([3]);
    const left = await database.execute(sql.raw(`select string_agg(content, ' ') as all from custody_items`));
    expect(JSON.stringify((left as unknown as { rows: unknown[] }).rows)).not.toContain('killing 4');

    // Neither again, nor by the back door.
    await expect(erase(database, custody.pathOf, above, { ...by, id: first.report.id })).rejects.toMatchObject({
      code: 'erased',
    });
    await expect(erase(database, custody.pathOf, above, { ...by, id: 'none' })).rejects.toMatchObject({
      code: 'no-report',
    });
    await expect(keep(first)).rejects.toMatchObject({ code: 'erased' });
    await expect(held.reportOfCapture(first.capture.id)).rejects.toMatchObject({ code: 'erased' });
    await expect(
      run(`update reports set body = '{"erased": "report:x"}' where id = '${second.report.id}'`),
    ).rejects.toThrow();

    await writeFile(custody.pathOf(first.capture.id), first.bytes);
    expect(await faults()).toEqual([{ fault: 'remains', kind: 'bytes', subject: first.capture.id }]);
  });

  it.skipIf(url)('leaves no word of it in the files of the embedded store', async () => {
    const word = 'Quetzalcoatlus';
    const told = strike(
      { text: `American jets struck ${word}, a monitor said.`, mentions: {} },
      { agents: [], targets: [], places: [], toll: [], speakers: [] },
    );
    await keep(told);
    await erase(opened.database, custody.pathOf, above, { id: told.report.id, by: 'rana', why: 'law', at: NOW });
    await run('checkpoint');
    const files = (await run(
      `select pg_relation_filepath(oid) as path from pg_class where relkind in ('r', 't', 'i') and relfilenode <> 0`,
    )) as unknown as { rows: { path: string }[] };
    for (const { path } of files.rows)
      expect((await readFile(join(home, 'db', path)).catch(() => Buffer.alloc(0))).includes(word)).toBe(false);
  });

  it('takes what an older store held into the ledger as it stands', async () => {
    await run('drop view custody_items');
    await run('drop table ledger, erasures, releases, corrections cascade');
    await run('drop function take_into_custody, allow_erasure, ledger_append, ledger_hash, text_digest cascade');
    for (const table of ['captures', 'reports', 'readings', 'records', 'decisions']) {
      await run(`drop trigger ${table}_kept on ${table}`);
      await run(
        `create trigger ${table}_kept before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
      );
    }
    const migration = await readFile(new URL('./migrations/0003_custody.sql', import.meta.url), 'utf8');
    for (const statement of migration.split('--> statement-breakpoint')) await run(statement);
    const verified = await verify(opened.database, custody.pathOf, []);
    expect(verified).toMatchObject({ items: 11, faults: [] });
  });

  it('chains lines that anybody can check with a hash alone', async () => {
    const lines = (await run('select * from ledger order by seq')) as unknown as {
      rows: Record<string, string | number>[];
    };
    let previous = '0'.repeat(64);
    for (const line of lines.rows) {
      const { seq, kind, subject, digest, at } = line;
      expect(line.previous).toBe(previous);
      previous = sha256Hex([previous, seq, kind, subject, digest, at].join('\n'));
      expect(line.hash).toBe(previous);
    }
  });
});
