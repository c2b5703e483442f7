/** Universal features of a form with its tag: Number, Tense, VerbForm, Gender …; Arabic case by the word before too. */
import { mix } from '../hash.ts';
import type { Tag } from '../tags/model.ts';
import { plainForm } from '../tags/words.ts';
import { createEndingTable, type EndingModel } from './endings.ts';
import { ARABIC_LETTERS, classKey, tagKey } from './lemmas.ts';

export type FeatureModel = {
  /** All features, of Arabic words all but Case. */
  readonly forms: EndingModel;
  /** Case of Arabic words. */
  readonly cases: EndingModel;
};

/** What stands before a word, as far as it governs its case: its tag, and whether it has the article. */
export const neighbourKey = (
  tag: number,
  before: { readonly form: string; readonly upos: string } | undefined,
): number => mix(tag, before === undefined ? 1 : mix(classKey(before.upos), before.form.startsWith('ال') ? 1 : 0));

/** `Case=Gen` joins the others in the order of the alphabet, as CoNLL-U wants it. */
const withCase = (features: string, value: string): string =>
  [...features.split('|').filter((feature) => feature !== ''), `Case=${value}`]
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .join('|');

/** Features of the words of a sentence; absent where a word has none. Pure. */
export const createFeatures = (model: FeatureModel) => {
  const forms = createEndingTable(model.forms);
  const cases = createEndingTable(model.cases);
  return (words: readonly string[], tags: readonly Tag[]): (string | undefined)[] =>
    words.map((form, at) => {
      const plain = plainForm(form);
      const tag = tagKey(tags[at]!);
      const features = forms.find(plain, tag) ?? '';
      if (!ARABIC_LETTERS.test(plain)) return features || undefined;
      const before = at === 0 ? undefined : { form: words[at - 1]!, upos: tags[at - 1]!.upos };
      const value = cases.find(plain, neighbourKey(tag, before)) ?? cases.find(plain, tag) ?? '';
      return (value === '' ? features : withCase(features, value)) || undefined;
    });
};
