/** The tables as queries see them; migrations/*.sql makes them. A test holds the two together. */
import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Capture, Decision, EventRecord, Reading, Report, Terms } from '../model/index.ts';

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
