/** A record as it would be on fewer claims: for erasure, for a report that is read anew, and for a split. Pure. */
import type { EventRecord, RecordClaim } from '../model/index.ts';

type Supported = { readonly claims: readonly number[] };

/** The record without the claims of a report: see onClaims. */
export const withoutReport = (record: EventRecord, reportId: string): EventRecord | undefined =>
  onClaims(record, (claim) => claim.reportId !== reportId);

/**
 * The record on some of its claims, without every value that rested on the others alone; same version.
 * `undefined` where nothing is left to rest on. Days and modality stay: other claims were found to agree with them.
 */
export const onClaims = (
  record: EventRecord,
  stays: (claim: RecordClaim, index: number) => boolean,
): EventRecord | undefined => {
  const place = new Map<number, number>();
  for (const [index, claim] of record.claims.entries()) if (stays(claim, index)) place.set(index, place.size);
  if (place.size === 0) return undefined;
  const left = <T extends Supported>(values: readonly T[]): readonly T[] =>
    values.flatMap((value) => {
      const claims = value.claims.flatMap((index) => place.get(index) ?? []);
      return claims.length > 0 ? [{ ...value, claims }] : [];
    });
  // Of whom a number speaks may be the words of the report that goes, also where another has the number.
  const tolls = record.tolls.map((toll) => {
    if (toll.claims.every((index) => place.has(index))) return toll;
    const { who: _who, including: _including, ...number } = toll;
    return number;
  });
  return {
    ...record,
    agents: left(record.agents),
    targets: left(record.targets),
    facilities: left(record.facilities),
    places: left(record.places),
    tolls: left(tolls),
    claims: record.claims.filter((_claim, index) => place.has(index)),
  };
};
