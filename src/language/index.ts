/**
 * Text → sentences, tokens, words, tags, lemmas and trees, folded on the side; and what learns them from treebanks.
 * Knows nothing of conflict.
 */
export {
  type AnalysedSentence,
  type AnalysedWord,
  createLanguage,
  type Language,
  type LanguageModels,
  type ParsedWord,
} from './analyse.ts';
export { analysedConllu, parsedConllu } from './analysed.ts';
export { cliticReadings, type Reading } from './clitics.ts';
export {
  gatherSentences,
  parseSentence,
  readConllu,
  type SentenceGatherer,
  spaceAfter,
  type UdRange,
  type UdSentence,
  type UdWord,
  writeSentence,
} from './conllu.ts';
export { fold } from './fold.ts';
export { hashOf } from './hash.ts';
export { crossScores, f1At, type Grouped, trainLinear } from './learn/linear.ts';
export { learnClusters } from './learn/names/clusters.ts';
export { joinLayers, labelsOf, learnLayer, type MarkedSentence, type NameOptions } from './learn/names/crf.ts';
export { jackknifeTags, learnTags, TAG_OPTIONS, type TagOptions, trainTagger } from './learn/tags/index.ts';
export { type TreeSentence, type TreeWord, trainParser } from './learn/trees/index.ts';
export { learnWords } from './learn/words.ts';
export { type Features, type LinearModel, readLinear, scoreLinear, writeLinear } from './linear.ts';
export { type Memory, remember } from './memory.ts';
export { packWords, unpackWords, type WordModel } from './model.ts';
export type { NameWord } from './names/look.ts';
export { type Layer, type NameModel, packNames, unpackNames } from './names/model.ts';
export { createNamer, type NamedSpan, type Namer } from './names/namer.ts';
export { languageByScript } from './script.ts';
export { sentencesOf } from './sentences.ts';
export { ADJECTIVE, ADVERB, type Lexicon, NAME, NOUN, PART_OF_NAME, VERB } from './tags/lexicon.ts';
export { packTags, type Tag, type TagModel, unpackTags } from './tags/model.ts';
export { createTagger, type Tagger } from './tags/tagger.ts';
export { type Token, tokenise, wordsOf } from './tokens.ts';
export { formOf, type WordSpan } from './words/index.ts';
