/** EventRecord + Decision → next version. So far: decisions, kept for good, and corrections of claims, laid over readings. */
import { type Correction, type Decision, Failure } from '../model/index.ts';
import { anchorKey, anchorOf, type Case, type MatchKnowledge, type Store } from '../record/index.ts';

/**
 * Appends one act of a person on one version of a record.
 * @throws Failure `no-record` where the record has no such version.
 */
export const decide = async (store: Store, decision: Decision): Promise<void> => {
  if (!(await store.record(decision.recordId, decision.version)))
    throw new Failure('no-record', `There is no version ${decision.version} of record ${decision.recordId}.`);
  await store.decide(decision);
};

/**
 * Keeps what a person set of a claim and brings the report's records up to it. It holds for every later reader, too.
 * @throws Failure `no-report` or `no-claim` where there is nothing that it could be said of
 */
export const correct = async (
  store: Store,
  correction: Correction,
  knowledge: MatchKnowledge,
  now: string,
): Promise<void> => {
  const reading = (await store.readings(correction.reportId)).at(-1);
  if (!reading) throw new Failure('no-report', `There is no report «${correction.reportId}» that was read.`);
  const wanted = anchorKey(correction.anchor);
  if (!reading.claims.some((claim) => anchorKey(anchorOf(reading.claims, claim)) === wanted))
    throw new Failure('no-claim', `Report ${correction.reportId} has no claim «${wanted}» in its newest reading.`);
  await store.correct(correction, knowledge, now);
};

/** What a person settled or corrected and the newest reader does not read any more, oldest first. */
export const readerChanged = (store: Store): Promise<readonly Case[]> => store.cases('reader-changed');
