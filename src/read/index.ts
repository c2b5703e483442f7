/** Report → Reading. Pure: no network, disk, clock, database or randomness. */

export { ARMED_KINDS } from './claims/armed.ts';
export { confidenceOf, type Evidence, FEATURES, namesOfFeatures, type Weights } from './claims/confidence.ts';
export type {
  ActorEntry,
  AmbiguousName,
  Lexicon,
  NationalityEntry,
  PlaceEntry,
  PlaceKind,
  ReaderData,
  Row,
} from './data.ts';
export { createLocator } from './locate.ts';
export {
  keysOf,
  type PlaceTable,
  type PlaceTexts,
  placeLine,
  placeTableFrom,
  placeTableOf,
  placeTextsOf,
} from './places/index.ts';
export { createReader, MOST_TEXT, readerName } from './reader.ts';
export { createSpeech, type Speech } from './speech.ts';
