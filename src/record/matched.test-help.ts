/** Matching with its result checked, and two reports of one strike: what the tests of joining start from. */
import { type Claim, type EventRecord, eventRecordSchema } from '../model/index.ts';
import { knowledge, type make, strike } from './made.test-help.ts';
import { type MatchKnowledge, matchReading } from './match.ts';

const NOW = '2024-03-03T10:00:00.000Z';
export type MadeReading = ReturnType<typeof make>;

export const match = (made: MadeReading, known: readonly EventRecord[] = [], knows: MatchKnowledge = knowledge) => {
  const matched = matchReading({ ...made, known, knowledge: knows, now: NOW });
  for (const record of matched.records) eventRecordSchema.parse(record);
  return matched;
};

/** The record of `strike()` alone. */
export const first = match(strike()).records[0] as EventRecord;

/** The same strike, as another outlet tells it. */
export const second = (
  claim: Partial<Claim> = {},
  text = 'Struck: a depot in Mayadin by American jets, says a monitor',
): MadeReading => {
  const { quote: _quote, trigger: _trigger, ...rest } = claim;
  return strike({ text, publisher: 'enab' }, rest);
};
