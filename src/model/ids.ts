/** Ids: hashes of what they name, so that the same thing has the same id everywhere. */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** SHA-256 as 64 hex digits, of bytes or of a text's UTF-8 form. The same on Node and in a browser. */
export const sha256Hex = (content: string | Uint8Array): string =>
  bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));

/** Id of a report whose giver named none. */
export const reportIdOf = (text: string): string => sha256Hex(text);

/** Id of a reading: the same report read by the same reader is the same reading. */
export const readingIdOf = (reportId: string, reader: string): string =>
  sha256Hex(`${reportId}\n${reader}`).slice(0, 32);

/** Id of a record: from the claim that it was first made of. Short enough to be typed from a printed page. */
export const recordIdOf = (reportId: string, claimKey: string): string =>
  sha256Hex(`${reportId}\n${claimKey}`).slice(0, 12);
