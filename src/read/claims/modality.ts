/** Modality and status of a draft: from what governs its word, with what the code book asks of them. */
import type { Change, Modality, Status } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import { stanceOf } from '../stance/index.ts';
import type { SyntaxOf } from '../syntax.ts';
import type { Sentence, Words } from '../text.ts';
import type { Signal } from './signals.ts';

/** Whether a word calls something off before it began, as the table of operators says. */
export const callsOff = (lexicon: Lexicons, signal: Signal): boolean =>
  lexicon.operators.get(signal.lemma).some(({ effect }) => effect === 'cancel');

export type Meant = {
  readonly modality: Modality;
  readonly status?: Status;
  /** Where the operator is what changes: a refusal. */
  readonly change?: Change;
};

// What lasts: it is begun, kept up and ended, and does not merely happen.
const STATE = /^(?:politics\.ceasefire|control\.(?:siege|closure|curfew|emergency))$/;
const STANDS = /^posture\.(?:facility|checkpoint|materiel|presence)$/;

/** How a draft is meant. @param type of the claim; @param change that its own words say */
export const meantOf = (
  words: Words,
  sentence: Sentence,
  syntax: SyntaxOf,
  lexicon: Lexicons,
  trigger: Signal,
  type: string,
  change: Change | undefined,
): Meant => {
  // A site that is abandoned was one: a plan that is, was none.
  if (callsOff(lexicon, trigger) && !STANDS.test(type) && !type.startsWith('violence.'))
    return { modality: 'cancelled' };
  const { modality, status, refused } = stanceOf(words, sentence, syntax, lexicon, {
    first: trigger.first,
    after: trigger.after,
    verb: trigger.pos === 'v',
    violent: type.startsWith('violence.'),
  });
  // «refused to leave», «will not withdraw»: the refusal is the change, and it is asserted.
  if (type.startsWith('posture.') && modality === 'denied' && (refused || change === 'refused'))
    return { modality: 'asserted', change: 'refused' };
  // A truce, a siege or a closure that began, goes on or ended: its beginning and end are what changes.
  if (
    STATE.test(type) &&
    status !== undefined &&
    status !== 'ongoing' &&
    status !== 'completed' &&
    status !== 'habitual'
  )
    return change === undefined ? { modality, change: status } : { modality };
  // «has ended»: what the change says already is no status too.
  return status === undefined || status === change ? { modality } : { modality, status };
};
