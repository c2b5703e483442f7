/** A decision of a person → the versions of records that it makes. Pure. */
import { type Decision, type EventRecord, Failure, sha256Hex } from '../model/index.ts';
import { merged, onClaims } from '../record/index.ts';

/** The next version of a record, as a person's act. */
const next = (record: EventRecord, { at }: Decision, values: Partial<EventRecord>): EventRecord => {
  const { withdrawn: _withdrawn, ...held } = record;
  return { ...held, ...values, by: 'person', version: record.version + 1, madeAt: at };
};

const merge = (record: EventRecord, other: EventRecord, decision: Decision): readonly EventRecord[] => {
  if (record.id === other.id) throw new Failure('same-record', 'A record cannot be merged with itself.');
  if (record.type !== other.type)
    throw new Failure(
      'other-type',
      `Record ${other.id} is of type ${other.type}, ${record.id} of ${record.type}. Correct the type of its claims first.`,
    );
  // What another person settled of either stays as that person set it: merging adds to values of the machine alone.
  const open = record.review === 'machine-read' && other.review === 'machine-read';
  const whole = merged(open ? record : { ...record, review: 'confirmed' }, other, 'joining');
  return [
    next(whole, decision, { review: 'corrected' }),
    next(other, decision, { review: 'rejected', mergedInto: record.id }),
  ];
};

const split = (record: EventRecord, leaving: ReadonlySet<number>, decision: Decision): readonly EventRecord[] => {
  if ([...leaving].some((index) => index >= record.claims.length))
    throw new Failure('no-claim', `Record ${record.id} has ${record.claims.length} claims, numbered from 0.`);
  const stays = onClaims(record, (_claim, index) => !leaving.has(index));
  const leaves = onClaims(record, (_claim, index) => leaving.has(index));
  if (!stays || !leaves)
    throw new Failure('nothing-left', 'A split takes some of the claims of a record, and leaves some.');
  const id = sha256Hex(`split ${decision.id}`).slice(0, record.id.length);
  return [
    next(stays, decision, { review: 'corrected' }),
    { ...next(leaves, decision, { review: 'corrected' }), id, version: 1 },
  ];
};

/**
 * Next versions to append, with the decision itself; none for acts that change no value (`release`), or that are done
 * elsewhere (`correct`, on claims; `erase`).
 * @param record the version that the decision names
 * @param other the version that a merge brings in
 * @throws Failure where the decision cannot be meant
 */
export const decided = (
  record: EventRecord,
  decision: Decision,
  other: EventRecord | undefined,
): readonly EventRecord[] => {
  switch (decision.act) {
    case 'confirm':
      return [next(record, decision, { review: 'confirmed' })];
    case 'reject':
      return [next(record, decision, { review: 'rejected' })];
    case 'merge':
      if (!other) throw new Failure('no-record', 'A merge names the other record and its version.');
      return merge(record, other, decision);
    case 'split':
      return split(record, new Set(decision.claims ?? []), decision);
    default:
      return [];
  }
};
