/** Text → sentences and tokens, folded on the side. Knows nothing of conflict. */
export { cliticReadings } from './clitics.ts';
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
export { jackknifeTags, learnTags, TAG_OPTIONS, type TagOptions, trainTagger } from './learn/tags/index.ts';
export { languageByScript } from './script.ts';
export { sentencesOf } from './sentences.ts';
export { packTags, type Tag, type TagModel, unpackTags } from './tags/model.ts';
export { createTagger, type Tagger } from './tags/tagger.ts';
export { type Token, tokenise, wordsOf } from './tokens.ts';
