/** What is known of the words of one language, learned from treebanks, as one file: tags, lemmas, features, clitics. */
import { readBytes, writeBytes } from './bytes.ts';
import { type EndingModel, packEndings, unpackEndings } from './forms/endings.ts';
import type { FeatureModel } from './forms/features.ts';
import { packTags, type TagModel, unpackTags } from './tags/model.ts';
import { type CliticModel, packClitics, unpackClitics } from './words/clitics.ts';

export type WordModel = {
  readonly tags: TagModel;
  readonly lemmas: EndingModel;
  readonly features: FeatureModel;
  readonly clitics: CliticModel;
};

const FORMAT = 'marsad words 1';

/** The bytes of the file: the same model gives the same bytes. */
export const packWords = ({ tags, lemmas, features, clitics }: WordModel): Uint8Array => {
  const out = writeBytes();
  out.text(FORMAT);
  out.bytes(packTags(tags));
  packEndings(out, lemmas);
  packEndings(out, features.forms);
  packEndings(out, features.cases);
  packClitics(out, clitics);
  return out.done();
};

/** The model out of its file. @throws RangeError where the bytes are none, or of another version */
export const unpackWords = (bytes: Uint8Array): WordModel => {
  const source = readBytes(bytes);
  if (source.text() !== FORMAT)
    throw new RangeError(`a model of words begins with «${FORMAT}»: train or fetch it again`);
  const tags = unpackTags(source.bytes());
  const lemmas = unpackEndings(source);
  const features = { forms: unpackEndings(source), cases: unpackEndings(source) };
  return { tags, lemmas, features, clitics: unpackClitics(source) };
};
