/** 32-bit hashes: features are numbers, never strings, so that nothing is allocated for a token. */

/** FNV-1a over the UTF-16 units `text[start, end)`. */
export const hashOf = (text: string, start = 0, end = text.length): number => {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** One more value into a hash; the finaliser is MurmurHash3's, so that neighbours end far apart. */
export const mix = (hash: number, value: number): number => {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};
