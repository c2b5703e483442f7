/** Readings → EventRecords; keeps everything. */

export type { Manifest } from './backup.ts';
export { anchorKey, anchorOf } from './compose.ts';
export type { Copy } from './copies.ts';
export { familyOf, type RecordEntry, type ReportEntry, wordsOf } from './entries.ts';
export type { Erased, Erasure } from './erase.ts';
export type { Count, RecordFacet, ReportFacet } from './facets.ts';
export type { Fact, Facts } from './facts.ts';
export type { KeptReport, Version } from './held.ts';
export type { FailedJob, Jobs, Queue, QueueState } from './jobs.ts';
export type { Entry, Kept, Unread } from './keep.ts';
export { type Head, readHead, writeHead } from './ledger.ts';
export { type MatchKnowledge, matchReading } from './match.ts';
export { merged } from './merge.ts';
export type { Due, PublicListing, Released } from './public-listing.ts';
export type { Listing, Order, Page, Queries, RecordQuery, ReportQuery } from './queries.ts';
export type { Case, Progress } from './rereading.ts';
export { restore } from './restore.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
export { storiesOf } from './stories.ts';
export type { Fault, Verified } from './verify.ts';
export { onClaims } from './without.ts';
