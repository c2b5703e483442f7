/** Bytes → text: the byte order mark, then the label that came with them, then UTF-8, then the old 8-bit code pages. */

const BOMS: readonly (readonly [label: string, ...bytes: number[]])[] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

const tryDecode = (bytes: Uint8Array, label: string): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // Not a label that is known, or not bytes of that encoding: both mean «try the next».
    return undefined;
  }
};

/**
 * Of the letters that are not ASCII, the share that is Arabic once the bytes are taken for windows-1256.
 * In French or German taken for windows-1256 it is small and the letters stand alone.
 */
const arabicShare = (text: string): number => {
  const beyond = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const arabic = text.match(/[\u0621-\u0652]{2,}/gu)?.join('').length ?? 0;
  return beyond === 0 ? 0 : arabic / beyond;
};

/** True where the bytes are no text: a NUL outside UTF-16, or more than one byte in ten a control character. */
export const isBinary = (bytes: Uint8Array): boolean => {
  if (BOMS.some(([label, ...mark]) => label !== 'utf-8' && mark.every((byte, at) => bytes[at] === byte))) return false;
  const head = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  return controls * 10 > head.length;
};

/** PostgreSQL keeps no NUL in a text; the mark of a lost letter has the same length, so that offsets stay. */
const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD');

/**
 * Text of the bytes, without the byte order mark, otherwise unchanged.
 * @param declared encoding that a header or mark-up names; used only where the bytes obey it
 */
export const decode = (bytes: Uint8Array, declared?: string): string => withoutNul(decoded(bytes, declared));

const decoded = (bytes: Uint8Array, declared: string | undefined): string => {
  for (const [label, ...mark] of BOMS)
    if (mark.every((byte, at) => bytes[at] === byte)) return new TextDecoder(label).decode(bytes);
  const asUtf8 = tryDecode(bytes, 'utf-8');
  // Bytes that are valid UTF-8 and not ASCII are UTF-8, whatever an old template declares.
  if (asUtf8 !== undefined) return asUtf8;
  const asDeclared = declared && !/^utf-?8$/i.test(declared) ? tryDecode(bytes, declared) : undefined;
  if (asDeclared !== undefined) return asDeclared;
  // A stray broken byte in a UTF-8 page must not turn the whole page into another alphabet.
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const broken = lenient.match(/\uFFFD/g)?.length ?? 0;
  const whole = lenient.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  if (broken * 20 < whole) return lenient;
  const as1256 = new TextDecoder('windows-1256').decode(bytes);
  return arabicShare(as1256) > 0.6 ? as1256 : new TextDecoder('windows-1252').decode(bytes);
};

/** Encoding that a Content-Type header or the first bytes of a page declare. */
export const declaredEncoding = (mediaType: string | undefined, bytes: Uint8Array): string | undefined => {
  const header = mediaType?.match(/charset\s*=\s*"?([\w.:-]+)/i)?.[1];
  if (header) return header;
  // HTML asks for the declaration within the first 1024 bytes; pages in the wild need more.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return head.match(/<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i)?.[1];
};
