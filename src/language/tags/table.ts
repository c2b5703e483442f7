/** Hash of a feature or word → its number, in flat arrays. Keys are well mixed already: their low bits are their place. */

export type KeyTable = {
  /** The number of a key, or −1. */
  readonly find: (key: number) => number;
};

/** Table of `keys`, each with its index as its number. */
export const tableOf = (keys: Uint32Array): KeyTable => {
  let size = 16;
  while (size < keys.length * 2) size *= 2;
  const mask = size - 1;
  const held = new Uint32Array(size);
  const numbers = new Int32Array(size).fill(-1);
  for (let i = 0; i < keys.length; i++) {
    let at = keys[i]! & mask;
    while (numbers[at]! >= 0) at = (at + 1) & mask;
    held[at] = keys[i]!;
    numbers[at] = i;
  }
  return {
    find: (key) => {
      for (let at = key & mask; ; at = (at + 1) & mask) {
        const number = numbers[at]!;
        if (number < 0 || held[at] === key) return number;
      }
    },
  };
};
