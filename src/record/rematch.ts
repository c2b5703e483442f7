/**
 * A report read anew, or corrected → the next versions of the records that rest on it. Pure. Old versions stay as they
 * are; what a person has settled keeps its values, and is reported where the new reading has no such claim.
 */
import type { Anchor, EventRecord, RecordClaim } from '../model/index.ts';
import { anchorKey, type Read } from './compose.ts';
import { matchReading } from './match.ts';
import { withoutReport } from './without.ts';

/** A record that a person settled, and its claim that the newest reading does not have. */
export type ReaderChanged = { readonly recordId: string; readonly version: number; readonly claim: RecordClaim };

export type Rematched = {
  /** Next versions to append. */
  readonly records: readonly EventRecord[];
  readonly changed: readonly ReaderChanged[];
};

/** A person decided on the record itself; one that only has a corrected claim is made anew with its layer. */
const isSettled = ({ review, withdrawn, claims }: EventRecord): boolean =>
  !withdrawn &&
  (review === 'confirmed' ||
    review === 'rejected' ||
    (review === 'corrected' && !claims.some((claim) => claim.by === 'person')));

const isSame = (a: EventRecord, b: EventRecord): boolean => {
  const told = ({ version: _version, madeAt: _madeAt, by: _by, ...values }: EventRecord): string =>
    JSON.stringify(sorted(values));
  return told(a) === told(b);
};
/** Keys in one order: a body that lay in the store has them in its own. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

/**
 * @param resting latest versions of the records that rest on this report
 * @param known as for matchReading
 * @param anchorBefore anchor of a claim that a record names, out of the reading that it names
 */
export const rematch = ({
  resting,
  known,
  anchorBefore,
  now,
  ...read
}: Read & {
  readonly resting: readonly EventRecord[];
  readonly known: readonly EventRecord[];
  readonly anchorBefore: (claim: RecordClaim) => Anchor | undefined;
  readonly now: string;
}): Rematched => {
  const { report, reading } = read;
  const text = reading.report.text;
  const current = new Map(
    reading.claims.flatMap((claim) => {
      const anchor = read.anchors?.get(claim.id);
      return anchor ? [[anchorKey(anchor), claim] as const] : [];
    }),
  );
  const next: EventRecord[] = [];
  const changed: ReaderChanged[] = [];
  const taken = new Set<string>();
  const settled = resting.filter(isSettled);
  for (const record of settled) {
    const claims = record.claims.map((claim): RecordClaim => {
      if (claim.reportId !== report.id) return claim;
      const anchor = anchorBefore(claim);
      const now = anchor && current.get(anchorKey(anchor));
      if (!now) {
        changed.push({ recordId: record.id, version: record.version, claim });
        return claim;
      }
      taken.add(now.id);
      const { start, end } = now.quote;
      return {
        ...claim,
        readingId: reading.readingId,
        claimId: now.id,
        quote: { start, end, text: text.slice(start, end) },
      };
    });
    const renewed = { ...record, claims };
    if (!isSame(renewed, record)) next.push({ ...renewed, by: 'machine', version: record.version + 1, madeAt: now });
  }
  for (const claim of reading.claims) if (claim.same && taken.has(claim.same)) taken.add(claim.id);

  const open = new Map(resting.filter((record) => !settled.includes(record)).map((record) => [record.id, record]));
  const bases = new Map(
    [...open.values()].flatMap((record) => {
      const base = withoutReport(record, report.id);
      return base ? [[record.id, base] as const] : [];
    }),
  );
  const others = known.filter(
    (one) => !one.withdrawn && !one.mergedInto && !open.has(one.id) && !settled.some(({ id }) => id === one.id),
  );
  const matched = matchReading({ ...read, known: [...bases.values(), ...others], skip: taken, now });
  const made = new Set<string>();
  for (const record of matched.records) {
    const before = open.get(record.id);
    made.add(record.id);
    // What a person settled is theirs, also where a claim of another anchor would be named like it.
    if (settled.some(({ id }) => id === record.id)) continue;
    if (!before) next.push(record);
    else if (!isSame(record, before)) next.push({ ...record, version: before.version + 1, madeAt: now });
  }
  for (const record of open.values()) {
    if (made.has(record.id)) continue;
    const base = bases.get(record.id);
    const version = record.version + 1;
    if (base) next.push({ ...base, by: 'machine', version, madeAt: now });
    else if (!record.withdrawn)
      next.push({ ...record, by: 'machine', review: 'rejected', withdrawn: 'reader-changed', version, madeAt: now });
  }
  return { records: next, changed };
};
