/** Report → Reading. Pure: no network, disk, clock, database or randomness. */
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
export { createMarker, createSights, type Marked } from './mark.ts';
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
