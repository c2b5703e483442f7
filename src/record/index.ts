/** Readings → EventRecords; keeps everything. */
export type { Fact } from './facts.ts';
export { type MatchKnowledge, matchReading } from './match.ts';
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
export { type Entry, type Kept, type KeptReport, openStore, type Store, type StoreOptions } from './store.ts';
