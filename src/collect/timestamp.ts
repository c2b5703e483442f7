/** A hash → a token by which a time-stamping authority says that it was there at a time (RFC 3161). */
import { randomBytes } from 'node:crypto';
import { type Capture, Failure } from '../model/index.ts';
import type { Net } from './fetch/net.ts';
import { TIME_LIMIT, type World } from './world.ts';

type Stamp = NonNullable<Capture['timestamps']>[number];

/** Tokens have some 5 KB with their certificates. */
const TOKEN_LIMIT = 200 * 1024;

const der = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Uint8Array.from([tag, ...size]), content]);
};

/** 2.16.840.1.101.3.4.2.1, SHA-256. */
const SHA256 = Uint8Array.from([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]);

/** TimeStampReq, RFC 3161 2.4.1: version 1, the hash, a number used once, and the authority's certificate asked for. */
const requestOf = (hash: Uint8Array): Uint8Array => {
  const nonce = randomBytes(8);
  // Positive and without a leading zero, as DER wants it.
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  return der(
    0x30,
    der(0x02, Uint8Array.from([1])),
    der(0x30, der(0x30, der(0x06, SHA256), der(0x05)), der(0x04, hash)),
    der(0x02, nonce),
    der(0x01, Uint8Array.from([0xff])),
  );
};

/** The content of a DER value, where it begins with this tag, and what follows it. */
const opened = (
  bytes: Uint8Array,
  tag: number,
): { readonly content: Uint8Array; readonly rest: Uint8Array; readonly whole: Uint8Array } => {
  const first = bytes[1] ?? 0;
  const sized = first < 128 ? 0 : first & 0x7f;
  const length = sized === 0 ? first : bytes.subarray(2, 2 + sized).reduce((sum, byte) => sum * 256 + byte, 0);
  const end = 2 + sized + length;
  if (bytes[0] !== tag || sized > 3 || end > bytes.length)
    throw new Failure('timestamp', 'The time-stamping authority did not answer with a time stamp.');
  return { content: bytes.subarray(2 + sized, end), rest: bytes.subarray(end), whole: bytes.subarray(0, end) };
};

/**
 * Asks an authority for a token over a hash. The token is kept as it came; `openssl ts -verify` checks it against the
 * authority's certificate, which is not ours to trust or distrust.
 * @param id SHA-256, hex
 * @throws Failure where the authority cannot be reached, refuses, or answers for something else
 */
export const timestampOf = async (id: string, authority: string, net: Net, { now }: World): Promise<Stamp> => {
  const hash = Buffer.from(id, 'hex');
  const answer = await net.post(authority, {
    body: requestOf(hash),
    type: 'application/timestamp-query',
    sizeLimit: TOKEN_LIMIT,
    timeLimit: TIME_LIMIT,
  });
  const { content } = opened(answer, 0x30);
  const status = opened(content, 0x30);
  const code = opened(status.content, 0x02).content[0] ?? 255;
  if (code > 1) throw new Failure('timestamp', `${authority} refused a time stamp (status ${code}).`);
  const token = opened(status.rest, 0x30).whole;
  if (!Buffer.from(token).includes(hash)) throw new Failure('timestamp', `${authority} stamped another hash.`);
  return { authority, token: Buffer.from(token).toString('base64'), at: now().toISOString() };
};
