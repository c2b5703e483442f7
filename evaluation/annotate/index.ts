/** Reports that a person annotated: text and YAML → spans and values, in the shapes of a Reading. */
export { type Annotated, type Marked, type MarkedClaim, markedOf } from './annotation.ts';
export { compile } from './compile.ts';
export { GENRES, type Genre } from './format.ts';
export { loadReports, namesIn, openReports, REPORTS, type Share, sealedIn } from './load.ts';
export { placeOf, type Vocabulary, vocabularyOf } from './values.ts';
export { overlap } from './words.ts';
