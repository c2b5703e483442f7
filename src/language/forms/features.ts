/** Universal features of a form with its tag: Number, Tense, VerbForm, Gender …; Arabic case by the word before too. */
import { mix } from '../hash.ts';
import { remember } from '../memory.ts';
import type { Tag } from '../tags/model.ts';
import { plainForm } from '../tags/words.ts';
import { createEndingTable, type EndingModel } from './endings.ts';
import { ARABIC_LETTERS, classKey, rememberTagged, tagKey } from './lemmas.ts';

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

// Nom, Acc, Gen.
const MOST_CASES = 8;

/** `Case=Gen` joins the others in the order of the alphabet, as CoNLL-U wants it. */
const withCase = (features: string, value: string): string =>
  [...features.split('|').filter((feature) => feature !== ''), `Case=${value}`]
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .join('|');

/** Features of the words of a sentence; absent where a word has none. Pure. */
export const createFeatures = (model: FeatureModel) => {
  const forms = createEndingTable(model.forms);
  const cases = createEndingTable(model.cases);
  /** What hangs on the word alone; Arabic words have their case from the word before too. */
  const alone = rememberTagged((form, tag) => {
    const plain = plainForm(form);
    const key = tagKey(tag);
    const features = forms.find(plain, key) ?? '';
    const cased = remember((value) => withCase(features, value), MOST_CASES);
    return { plain, key, features, cased: ARABIC_LETTERS.test(plain) ? cased : undefined };
  });
  return (words: readonly string[], tags: readonly Tag[]): (string | undefined)[] =>
    words.map((form, at) => {
      const { plain, key, features, cased } = alone(form, tags[at]!);
      if (cased === undefined) return features || undefined;
      const before = at === 0 ? undefined : { form: words[at - 1]!, upos: tags[at - 1]!.upos };
      const value = cases.find(plain, neighbourKey(key, before)) ?? cases.find(plain, key) ?? '';
      return (value === '' ? features : cased.of(value)) || undefined;
    });
};
