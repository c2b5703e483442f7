/** The attributes of all words of a sentence in one row of numbers, with a margin before and after; types are remembered. */

/** What is looked at; it is overwritten by the next sentence. */
export type View = {
  /** Attributes of word i from (i + margin) × attributes on. */
  attributes: Uint32Array;
  /** Number of the type of word i at i + margin; what is not remembered has −1. */
  types: Int32Array;
};

type Shape<T> = {
  /** Attributes of a word. */
  readonly width: number;
  /** Words before the first and after the last. */
  readonly margin: number;
  /** What stands in the margin before and after. */
  readonly edges: readonly [before: number, after: number];
  /** Types that are remembered at once; type 0 stands before each sentence, 1 after it. */
  readonly remembered: number;
  readonly attributesOf: (word: T, out: Uint32Array, at: number) => void;
};

const LONGEST_REMEMBERED = 40;

export const createView = <T>({ width, margin, edges, remembered, attributesOf }: Shape<T>) => {
  const known = new Map<string, number>();
  const memory = new Uint32Array(remembered * width);
  const view: View = { attributes: new Uint32Array(0), types: new Int32Array(0) };
  let generation = 0;
  return {
    view,
    /** Grows by one whenever types are forgotten. */
    generation: () => generation,
    /** Makes room for a sentence of `n` words. */
    begin: (n: number): void => {
      const need = (n + 2 * margin) * width;
      if (view.attributes.length < need) {
        view.attributes = new Uint32Array(need * 2);
        view.types = new Int32Array(2 * (n + 2 * margin));
      }
      const { attributes, types } = view;
      attributes.fill(edges[0], 0, margin * width);
      attributes.fill(edges[1], (n + margin) * width, need);
      types.fill(0, 0, margin);
      types.fill(1, n + margin, n + 2 * margin);
      if (known.size + n > remembered - 2) {
        known.clear();
        generation++;
      }
    },
    /** Puts word `i`; words of one `name` have the same attributes. A long `form` is not remembered. */
    put: (i: number, word: T, name: string, form: string): void => {
      const { attributes, types } = view;
      const at = (i + margin) * width;
      let type = known.get(name);
      if (type === undefined) {
        attributesOf(word, attributes, at);
        if (form.length > LONGEST_REMEMBERED || known.size >= remembered - 2) type = -1;
        else {
          type = known.size + 2;
          known.set(name, type);
          memory.set(attributes.subarray(at, at + width), type * width);
        }
      } else {
        const from = type * width;
        for (let k = 0; k < width; k++) attributes[at + k] = memory[from + k]!;
      }
      types[i + margin] = type;
    },
  };
};
