/** The tables as queries see them; migrations/*.sql makes them. A test holds the two together. */
import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Capture, Correction, Decision, Edition, EventRecord, Reading, Report, Terms } from '../model/index.ts';

const order = () => bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity();

export const captures = pgTable('captures', {
  id: text('id').primaryKey(),
  body: jsonb('body').$type<Capture>().notNull(),
});

export const reports = pgTable('reports', {
  id: text('id').primaryKey(),
  seq: order(),
  captureId: text('capture_id').notNull(),
  /** SHA-256 of the text: a page fetched again with other advertisements is the same report. */
  textHash: text('text_hash').notNull(),
  url: text('url'),
  /** Set by whoever added it, for this report alone; goes before the source's terms. */
  terms: text('terms').$type<Terms>(),
  body: jsonb('body').$type<Report>().notNull(),
});

export const readings = pgTable('readings', {
  id: text('id').primaryKey(),
  seq: order(),
  reportId: text('report_id').notNull(),
  reader: text('reader').notNull(),
  body: jsonb('body').$type<Reading>().notNull(),
});

export const records = pgTable(
  'records',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    seq: order(),
    type: text('type').notNull(),
    /** Ids of the places where it happened. */
    places: text('places').array().notNull(),
    /** Ids of the reports that its claims are in. */
    reports: text('reports').array().notNull(),
    body: jsonb('body').$type<EventRecord>().notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);

export const decisions = pgTable('decisions', {
  id: text('id').primaryKey(),
  seq: order(),
  recordId: text('record_id').notNull(),
  version: integer('version').notNull(),
  body: jsonb('body').$type<Decision>().notNull(),
});

export const settings = pgTable('settings', { key: text('key').primaryKey(), value: jsonb('value').notNull() });

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Who may look. `public`: rows hold nothing but what the gate lets out. */
export type Side = 'owner' | 'public';

/** Columns that records and reports are listed by alike. */
const listed = () => ({
  audience: text('audience').$type<Side>().notNull(),
  id: text('id').notNull(),
  /** Grows with each change: «newest first» by when the observatory learnt of it. */
  seq: bigint('seq', { mode: 'number' }).notNull(),
  actors: text('actors').array().notNull(),
  places: text('places').array().notNull(),
  /** `places` and all that they lie in. */
  placesWithin: text('places_within').array().notNull(),
  earliest: date('earliest', { mode: 'string' }),
  latest: date('latest', { mode: 'string' }),
  /** Last day of the event or of issue; where none is known, the day it was added. */
  day: date('day', { mode: 'string' }).notNull(),
});

export const recordIndex = pgTable(
  'record_index',
  {
    ...listed(),
    version: integer('version').notNull(),
    type: text('type').notNull(),
    family: text('family').notNull(),
    speakers: text('speakers').array().notNull(),
    sources: text('sources').array().notNull(),
    languages: text('languages').array().notNull(),
    reports: text('reports').array().notNull(),
    review: text('review').notNull(),
    change: text('change'),
    status: text('status'),
    modality: text('modality').notNull(),
    background: boolean('background').notNull(),
  },
  (table) => [primaryKey({ columns: [table.audience, table.id] })],
);

export const reportIndex = pgTable(
  'report_index',
  {
    ...listed(),
    readingId: text('reading_id').notNull(),
    language: text('language').notNull(),
    source: text('source'),
    types: text('types').array().notNull(),
    families: text('families').array().notNull(),
    claims: integer('claims').notNull(),
  },
  (table) => [primaryKey({ columns: [table.audience, table.id] })],
);

/** What records and reports are found by, beside their rows: `day` is the row's own. */
const found = () => ({
  audience: text('audience').$type<Side>().notNull(),
  id: text('id').notNull(),
  day: date('day', { mode: 'string' }).notNull(),
  words: tsvector('words').notNull(),
});
export const recordWords = pgTable('record_words', found());
export const reportWords = pgTable('report_words', found());

export type ListedKind = 'record' | 'report';

/** How many rows of an index have a value: kept by triggers. */
export const listedTotals = pgTable('listed_totals', {
  kind: text('kind').$type<ListedKind>().notNull(),
  audience: text('audience').$type<Side>().notNull(),
  facet: text('facet').notNull(),
  key: text('key').notNull(),
  total: integer('total').notNull(),
});

export const listedLines = pgTable('listed_lines', {
  kind: text('kind').$type<ListedKind>().notNull(),
  audience: text('audience').$type<Side>().notNull(),
  id: text('id').notNull(),
  body: jsonb('body').notNull(),
});

export const publicIndex = pgTable(
  'public_index',
  {
    kind: text('kind').$type<ListedKind>().notNull(),
    id: text('id').notNull(),
    digest: text('digest').notNull(),
    seq: bigint('seq', { mode: 'number' }),
    touched: bigint('touched', { mode: 'number' }).notNull(),
    againAt: timestamp('again_at', { withTimezone: true, mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
);

export const reportCopies = pgTable('report_copies', {
  id: text('id').primaryKey(),
  of: text('of').notNull(),
  origin: text('origin').notNull(),
  likeness: real('likeness').notNull(),
});

export const releases = pgTable('releases', {
  id: text('id').primaryKey(),
  seq: order(),
  body: jsonb('body').$type<{ readonly edition: Edition; readonly head: string }>().notNull(),
});

export const corrections = pgTable('corrections', {
  id: text('id').primaryKey(),
  seq: order(),
  reportId: text('report_id').notNull(),
  body: jsonb('body').$type<Correction>().notNull(),
});
