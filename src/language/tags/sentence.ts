/** The attributes of all words of a sentence in one row of numbers, with two words before and after. */
import { MARGIN } from './templates.ts';
import { ATTRIBUTES, attributesOf, CASING, PLACE } from './words.ts';

/** Types of words that are remembered at once; type 0 stands before each sentence, 1 after it. */
export const REMEMBERED = 1 << 13;
const LONGEST_REMEMBERED = 40;

export type SentenceView = {
  /** Attributes of word i from (i + MARGIN) × ATTRIBUTES on. */
  attributes: Uint32Array;
  /** Number of the type of word i at i + MARGIN; what is not remembered has −1. */
  types: Int32Array;
};

/** Looks at sentences; the view is overwritten by the next call. */
export const createViewer = (classOf: (word: number) => number) => {
  const known = new Map<string, number>();
  const memory = new Uint32Array(REMEMBERED * ATTRIBUTES);
  const view: SentenceView = { attributes: new Uint32Array(0), types: new Int32Array(0) };
  let generation = 0;
  const look = (forms: readonly string[]): SentenceView => {
    const n = forms.length;
    const need = (n + 2 * MARGIN) * ATTRIBUTES;
    if (view.attributes.length < need) {
      view.attributes = new Uint32Array(need * 2);
      view.types = new Int32Array(2 * (n + 2 * MARGIN));
    }
    const { attributes, types } = view;
    attributes.fill(0, 0, MARGIN * ATTRIBUTES);
    attributes.fill(1, (n + MARGIN) * ATTRIBUTES, need);
    types.fill(0, 0, MARGIN);
    types.fill(1, n + MARGIN, n + 2 * MARGIN);
    if (known.size + n > REMEMBERED - 2) {
      known.clear();
      generation++;
    }
    let lower = 0;
    let capital = 0;
    let upper = 0;
    for (let i = 0; i < n; i++) {
      const form = forms[i]!;
      const at = (i + MARGIN) * ATTRIBUTES;
      let type = known.get(form);
      if (type === undefined) {
        attributesOf(form, attributes, at, classOf);
        if (form.length > LONGEST_REMEMBERED || known.size >= REMEMBERED - 2) type = -1;
        else {
          type = known.size + 2;
          known.set(form, type);
          memory.set(attributes.subarray(at, at + ATTRIBUTES), type * ATTRIBUTES);
        }
      } else {
        const from = type * ATTRIBUTES;
        for (let k = 0; k < ATTRIBUTES; k++) attributes[at + k] = memory[from + k]!;
      }
      types[i + MARGIN] = type;
      const casing = attributes[at + CASING]!;
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
  return { look, generation: () => generation };
};
