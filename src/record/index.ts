/** Readings → EventRecords; keeps everything. */

export { familyOf, type RecordEntry, type ReportEntry, wordsOf } from './entries.ts';
export type { Fact, Facts } from './facts.ts';
export type { Entry, Kept } from './keep.ts';
export { type MatchKnowledge, matchReading } from './match.ts';
export type { PublicListing, Released } from './public-listing.ts';
export type {
  Count,
  Listing,
  Order,
  Page,
  Queries,
  RecordFacet,
  RecordQuery,
  ReportFacet,
  ReportQuery,
} from './queries.ts';
export { type KeptReport, openStore, type Store, type StoreOptions } from './store.ts';
