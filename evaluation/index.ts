/** The sets and the scorers, and the tables that the README shows. */
export { openContext } from './context.ts';
export { reportsCommand } from './reports.ts';
export { measure, type Results, readResults, tableOf, withTable, writeResults } from './results.ts';
export { answerTo, runSet } from './run.ts';
export { type GoldScores, type RawScores, scoreGoldTokens, scoreRawText, textOfTreebank } from './score/treebank.ts';
export { featuresOf } from './sets/arabic/features.ts';
export { SETS } from './sets/index.ts';
export { measureTreebanks } from './treebanks.ts';
