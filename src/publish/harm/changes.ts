/** What a page tells of how its values came and changed: the capture, and what people corrected. */
import type { Capture, EventRecord } from '../../model/index.ts';
import type { PublicCapture, PublicCorrection } from '../types.ts';
import { safeAddress } from './scrub.ts';
import type { Veil } from './veil.ts';

/** A capture without its address where that would tell a withheld name. */
export const captureOf = (capture: Capture, veil: Veil): PublicCapture => {
  const address = safeAddress(capture.finalAddress ?? capture.address, veil);
  return {
    ...(address ? { address } : {}),
    fetchedAt: capture.fetchedAt,
    mediaType: capture.mediaType,
    bytes: capture.bytes,
    hash: capture.id,
  };
};

/** Records whose newest version a person corrected, newest first. */
export const correctionsOf = (records: readonly EventRecord[]): PublicCorrection[] =>
  records
    .filter((record) => record.by === 'person' && record.review === 'corrected')
    .map(({ id, version, madeAt }) => ({ recordId: id, version, at: madeAt }))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
