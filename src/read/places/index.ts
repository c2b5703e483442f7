/** Places: what a name may mean, and which of it is meant. */
export type { Named, PlaceTable } from '../data.ts';
export { besideOf, type People } from './beside.ts';
export { type Meaning, meaningOf, meaningOfText } from './candidates.ts';
export type { Beside, Toponym } from './evidence.ts';
export { isAcronym, keysOf } from './keys.ts';
export { type Resolved, rankPlaces } from './rank.ts';
export {
  type PlaceTexts,
  placeLine,
  placeTableFrom,
  placeTableOf,
  placeTextsOf,
} from './table.ts';
export { compilePlaces, type PlaceIndex, placeValue } from './value.ts';
