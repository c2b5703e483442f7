/** The one interface of the store. What it is given is checked against the nouns' schemas before it is written. */
import { eq } from 'drizzle-orm';
import {
  type Capture,
  type Decision,
  decisionSchema,
  type Edition,
  type EventRecord,
  Failure,
} from '../model/index.ts';
import { type BackupOptions, backup, type Manifest } from './backup.ts';
import { type Captures, openCaptures } from './captures.ts';
import { openCustody } from './custody.ts';
import { type Database, lockRecords, openDatabase } from './database.ts';
import { type Erased, type Erasure, erase } from './erase.ts';
import { type Facts, openFacts } from './facts.ts';
import { type Held, openHeld } from './held.ts';
import { type Jobs, openJobs } from './jobs.ts';
import { writeRecords } from './joining.ts';
import { type Entry, type Kept, keepIn } from './keep.ts';
import { type Head, headOf, notedHeads, noteHead } from './ledger.ts';
import { type PlacesAbove, relist } from './listing.ts';
import type { MatchKnowledge } from './match.ts';
import { openPublicListing, type PublicListing } from './public-listing.ts';
import { openQueries, type Queries } from './queries.ts';
import { noteRelease, type Released, releasesOf } from './releases.ts';
import { openRereading, type Rereading } from './rereading.ts';
import { keepStatistics } from './statistics.ts';
import { decisions, settings } from './tables.ts';
import { type Verified, verify } from './verify.ts';

export type Store = Queries &
  Captures &
  Facts &
  Held &
  PublicListing &
  Rereading & {
    readonly kind: 'pglite' | 'postgresql';
    /** Keeps a capture's bytes, flushed to disk, before anybody reads them. */
    readonly keepBytes: (capture: Capture, bytes: Uint8Array) => Promise<void>;
    /** @throws Failure `capture-lost` or `capture-changed` */
    readonly bytesOf: (captureId: string) => Promise<Uint8Array>;
    /** Writes capture, report, reading and records in one transaction. */
    readonly keep: (entry: Entry, knowledge: MatchKnowledge, now: string) => Promise<Kept>;
    /** Appends a record's next version. @throws Failure `version-taken` where somebody was quicker. */
    readonly append: (record: EventRecord) => Promise<void>;
    /**
     * Keeps a decision with the versions that it makes, together or not at all.
     * @throws Failure `version-taken` where somebody was quicker
     */
    readonly decide: (decision: Decision, next?: readonly EventRecord[]) => Promise<void>;
    /** Notes a released edition, with the ledger's head before it. Its id is its date and number. */
    readonly release: (edition: Edition) => Promise<Head>;
    /** Released editions, oldest first. */
    readonly releases: () => Promise<readonly Released[]>;
    /** Grows with each write through this store: what was made of its contents before may be out of date. */
    readonly changes: () => number;
    /** Work for other processes, where the store is in PostgreSQL; the embedded one has no other processes. */
    readonly jobs: () => Promise<Jobs | undefined>;
    /** The ledger's last line, to be published with whatever rests on it. */
    readonly head: () => Promise<Head>;
    /** Compares all that was ever kept with the ledger, and the ledger with heads noted here and `heads`. */
    readonly verify: (heads?: readonly Head[]) => Promise<Verified>;
    /** Writes all that is held into one file. */
    readonly backup: (options: Omit<BackupOptions, 'heads'>) => Promise<Manifest>;
    /** @throws Failure `no-report` or `erased` */
    readonly erase: (erasure: Erasure) => Promise<Erased>;
    readonly setting: (key: string) => Promise<unknown>;
    readonly set: (key: string, value: unknown) => Promise<void>;
    readonly close: () => Promise<void>;
  };

export type StoreOptions = {
  /** $MARSAD_HOME */
  readonly home: string;
  /** DATABASE_URL; without it the store is embedded, in the home. */
  readonly databaseUrl?: string;
  /** What lies in what, so that a province's list has its towns. `key` names it: with another, lists are made anew;
   * without one they stay, as is right for a worker that may be older or newer than the house. */
  readonly places?: { readonly above: PlacesAbove; readonly key?: string };
};

/** True of PostgreSQL's «unique violation», however deep the driver wrapped it. */
const isTaken = (error: unknown): boolean => {
  for (let at = error; at instanceof Error; at = at.cause) if ((at as { code?: string }).code === '23505') return true;
  return false;
};

/** Heads of the ledger are noted this often while things are kept, milliseconds, and at the end. */
const NOTED_EVERY = 1000;

/** Writes between two looks at whether tables have grown. */
const LOOKED_EVERY = 200;

/** Stores open in this process, by a name that outlives a room bundled twice. */
const OPEN = Symbol.for('marsad.openStore');
const house = globalThis as { [OPEN]?: string };

/**
 * Opens the store. One process holds one: the caller holds the home's lock.
 * @throws Error where this process has a store open already: two on one folder would corrupt it.
 */
export const openStore = async ({ home, databaseUrl, places }: StoreOptions): Promise<Store> => {
  if (house[OPEN] !== undefined) throw new Error(`this process has the store of ${house[OPEN]} open already`);
  house[OPEN] = home;
  const opened = await openDatabase(home, databaseUrl).catch((error: unknown) => {
    delete house[OPEN];
    throw error;
  });
  const { database } = opened;
  const above = places?.above ?? (() => []);
  const key = places ? places.key : '';
  try {
    if (key !== undefined) await relist(database, above, key);
    if (opened.kind === 'pglite') await keepStatistics(database);
  } catch (error) {
    await opened.close().finally(() => delete house[OPEN]);
    throw error;
  }
  const custody = openCustody(home);
  let closing: Promise<void> | undefined;
  let jobs: Promise<Jobs> | undefined;
  let changes = 0;
  const changed = <T>(value: T): T => {
    changes += 1;
    return value;
  };
  let notedAt = 0;
  const note = async (): Promise<void> => {
    notedAt = Date.now();
    await noteHead(home, await headOf(database));
  };
  let lookedAt = 0;
  const written = async <T>(work: Promise<T>): Promise<T> => {
    const value = changed(await work);
    if (Date.now() - notedAt > NOTED_EVERY) await note();
    if (opened.kind === 'pglite' && changes - lookedAt >= LOOKED_EVERY) {
      lookedAt = changes;
      await keepStatistics(database);
    }
    return value;
  };
  /** Next versions of records with what made them. */
  const writeNext = async (
    next: readonly EventRecord[],
    first: (transaction: Database) => Promise<unknown>,
  ): Promise<void> => {
    const work = database.transaction(async (transaction) => {
      await lockRecords(transaction);
      await first(transaction);
      await writeRecords(transaction, next, above);
    });
    await written(work).catch((error: unknown) => {
      if (!isTaken(error)) throw error;
      const [record] = next;
      throw new Failure(
        'version-taken',
        record
          ? `Record ${record.id} has a version ${record.version} already. Load it again.`
          : 'This decision is kept already.',
      );
    });
  };
  const publicListing = openPublicListing(database, above);
  return {
    ...openCaptures(database, custody),
    kind: opened.kind,
    changes: () => changes,
    ...openQueries(database, () => changes),
    ...openFacts(database, () => changes, opened.kind === 'pglite'),
    ...openHeld(database),
    ...openRereading(database, above, written),
    ...publicListing,
    releaseRecords: async (made) => changed(await publicListing.releaseRecords(made)),
    releaseReports: async (made) => changed(await publicListing.releaseReports(made)),
    keepBytes: (capture, bytes) => custody.keep(capture.id, bytes),
    bytesOf: custody.bytes,
    keep: async (entry, knowledge, now) =>
      written(database.transaction((transaction) => keepIn(transaction, entry, { knowledge, now, above }))),
    append: (record) => writeNext([record], async () => undefined),
    decide: async (decision, next = []) => {
      const body = decisionSchema.parse(decision);
      const { id, recordId, version } = body;
      await writeNext(next, (transaction) => transaction.insert(decisions).values({ id, recordId, version, body }));
    },
    release: (edition) => written(noteRelease(database, edition)),
    releases: () => releasesOf(database),
    head: () => headOf(database),
    verify: async (heads = []) => verify(database, custody.pathOf, [...(await notedHeads(home)), ...heads]),
    backup: async (options) => backup(database, custody, { ...options, heads: await notedHeads(home) }),
    erase: (erasure) => written(erase(database, custody.pathOf, above, erasure)),
    setting: async (key) => (await database.select().from(settings).where(eq(settings.key, key)))[0]?.value,
    set: async (key, value) => {
      await database
        .insert(settings)
        .values({ key, value })
        .onConflictDoUpdate({ target: settings.key, set: { value } });
      changed(undefined);
    },
    jobs: () => {
      if (databaseUrl) jobs ??= openJobs(databaseUrl, database);
      // One that could not be opened is tried again by whoever asks next.
      jobs?.catch(() => {
        jobs = undefined;
      });
      return jobs ?? Promise.resolve(undefined);
    },
    close: () => {
      closing ??= (async () => {
        await jobs?.then((one) => one.close()).catch(() => undefined);
        if (changes > 0) await note().catch(() => undefined);
        await opened.close();
      })().finally(() => delete house[OPEN]);
      return closing;
    },
  };
};
