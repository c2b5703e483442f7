/** Smaller shapes that types.ts hands on: what was corrected, what a report is of, and the tables of sentences. */
import type { Bilingual } from '../model/index.ts';

/** A change that a person made to what is shown: the record, the version that it made, and when. */
export type PublicCorrection = {
  readonly recordId: string;
  readonly version: number;
  readonly at: string;
  /** What the record says now. */
  readonly sentence?: Bilingual;
  /** In the words of whoever decided. */
  readonly why?: string;
};

export type ReportAbout = {
  readonly records: readonly string[];
  readonly places: readonly string[];
  readonly actors: readonly string[];
  /** Its first news in a sentence or two of each language: what a reader of the other language learns of it. */
  readonly brief?: Bilingual;
};

type Rows = readonly Readonly<Record<string, string>>[];

/** Rows of data/sentences: the words of the sentences that are made of records. */
export type SentenceTables = Readonly<Record<'events' | 'frames' | 'nouns' | 'adjectives' | 'genders' | 'tolls', Rows>>;
