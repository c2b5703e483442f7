/** The attributes of all words of a sentence in one row of numbers, with two words before and after. */
import { createView, type View } from '../hashed/view.ts';
import { MARGIN } from './templates.ts';
import { ATTRIBUTES, attributesOf, CASING, type KnownWords, PLACE } from './words.ts';

/** Types of words that are remembered at once. */
export const REMEMBERED = 1 << 13;

/** Looks at sentences; the view is overwritten by the next call. */
export const createViewer = (words: KnownWords) => {
  const { view, generation, begin, put } = createView<string>({
    width: ATTRIBUTES,
    margin: MARGIN,
    edges: [0, 1],
    remembered: REMEMBERED,
    attributesOf: (form, out, at) => attributesOf(form, out, at, words),
  });
  const look = (forms: readonly string[]): View => {
    const n = forms.length;
    begin(n);
    const { attributes } = view;
    let lower = 0;
    let capital = 0;
    let upper = 0;
    for (let i = 0; i < n; i++) {
      put(i, forms[i]!, forms[i]!, forms[i]!);
      const casing = attributes[(i + MARGIN) * ATTRIBUTES + CASING]!;
      if (casing === 1) lower++;
      else if (casing === 2) capital++;
      else if (casing === 3) upper++;
    }
    // 1 no capitals, 2 most words with a capital (a title), 3 mostly in capitals, 0 as usual.
    const cased = lower + capital + upper;
    const sentence = 2 * upper > cased ? 3 : capital + upper === 0 ? 1 : 2 * capital > cased && cased > 3 ? 2 : 0;
    for (let i = 0; i < n; i++) attributes[(i + MARGIN) * ATTRIBUTES + PLACE] = 2 * sentence + (i === 0 ? 1 : 0);
    return view;
  };
  return { look, generation };
};
