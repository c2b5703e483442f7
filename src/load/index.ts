/** data/ and its packed form → plain checked values. */
export { type BundledReport, loadHarmTable, loadSamples, loadSentenceTables } from './data.ts';
export { type ImportCount, type ImportResult, importPlaces } from './import/index.ts';
export { gateKnowledge } from './knowledge.ts';
export { type Analyser, loadAnalyser, loadLanguageModels } from './language.ts';
export { loadReaderData } from './node.ts';
export { badData, expectColumns, listOf, need, oneOf, parseTable, type Table, type TableRow } from './table.ts';
export {
  type Manifest,
  MODEL_FILES,
  modelFilesOf,
  PACK_FORMAT,
  PACKED_FILES,
  type PackedFile,
  packedFilesOf,
  readerDataFrom,
} from './unpack.ts';
