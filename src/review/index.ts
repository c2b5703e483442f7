/** EventRecord + Decision → next version. So far: the decision itself, kept for good. */
import { type Decision, Failure } from '../model/index.ts';
import type { Store } from '../record/index.ts';

/**
 * Appends one act of a person on one version of a record.
 * @throws Failure `no-record` where the record has no such version.
 */
export const decide = async (store: Store, decision: Decision): Promise<void> => {
  if (!(await store.record(decision.recordId, decision.version)))
    throw new Failure('no-record', `There is no version ${decision.version} of record ${decision.recordId}.`);
  await store.decide(decision);
};
