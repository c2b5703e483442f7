/** EventRecord + Decision → next version; corrections of claims, laid over readings; and what waits for a person. */
import { type Correction, type Decision, type EventRecord, Failure } from '../model/index.ts';
import { anchorKey, anchorOf, type Case, type MatchKnowledge, type Store } from '../record/index.ts';
import { decided } from './decide.ts';

const versionOf = async (store: Store, id: string, version: number): Promise<EventRecord> => {
  const latest = await store.record(id);
  if (!latest || latest.version < version)
    throw new Failure('no-record', `There is no version ${version} of record ${id}.`);
  if (latest.version > version)
    throw new Failure(
      'version-old',
      `Record ${id} has a version ${latest.version} now: look at that one, and decide again.`,
    );
  return latest;
};

/**
 * Keeps one act of a person on the newest version of a record, with the versions that it makes: confirmed, rejected,
 * merged with another, or split in two. Nothing is overwritten.
 * @returns those versions
 * @throws Failure `no-record` where there is no such version, `version-old` or `version-taken` where it is not the newest
 */
export const decide = async (store: Store, decision: Decision): Promise<readonly EventRecord[]> => {
  const { recordId, version, merged } = decision;
  const record = await versionOf(store, recordId, version);
  const other = merged && (await versionOf(store, merged.recordId, merged.version));
  const next = decided(record, decision, other);
  await store.decide(decision, next);
  return next;
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
