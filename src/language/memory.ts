/**
 * What was made of a text before. Words come again and again; the answer is the same without the memory, only later.
 */

export type Memory<T> = {
  /** What `make` gives for the text. */
  readonly of: (text: string) => T;
  /** Forgets all: what `make` gives has changed. */
  readonly forget: () => void;
};

/**
 * @param make pure; never gives undefined
 * @param most texts that are remembered at once; then all are forgotten
 */
export const remember = <T>(make: (text: string) => T, most: number): Memory<T> => {
  const known = new Map<string, T>();
  return {
    of: (text) => {
      let made = known.get(text);
      if (made === undefined) {
        made = make(text);
        if (known.size >= most) known.clear();
        known.set(text, made);
      }
      return made;
    },
    forget: () => {
      if (known.size > 0) known.clear();
    },
  };
};
