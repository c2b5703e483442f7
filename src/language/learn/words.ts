/** Treebank → everything that is known of a language's words. */
import type { UdSentence } from '../conllu.ts';
import type { WordModel } from '../model.ts';
import { learnClitics } from './clitics.ts';
import { learnFeatures, learnLemmas } from './forms.ts';
import { learnTags, type TagOptions } from './tags/index.ts';

/** Learns tags, lemmas, features and clitics. Deterministic. */
export const learnWords = (sentences: readonly UdSentence[], options: Partial<TagOptions> = {}): WordModel => ({
  tags: learnTags(sentences, options),
  lemmas: learnLemmas(sentences),
  features: learnFeatures(sentences),
  clitics: learnClitics(sentences),
});
