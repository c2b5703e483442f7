/**
 * What takes a claim out of the asserted: a cue in its clause, before its trigger. Nearest cue first; a negation beats
 * a plan, since «did not plan to» is no plan. What was denied, intended or possible is never asserted.
 */
import type { Modality, Status } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { Sentence, Words } from '../text.ts';
import type { Clause } from './clauses.ts';
import type { Signal } from './signals.ts';

// A cue further off than this in its clause belongs to another verb.
const REACH = 12;

// Cues that also hold over the next clause of their sentence: «if», «deny», «threaten to».
const FAR = new Set<Modality>(['conditional', 'denied', 'threatened', 'called-for']);

// «did not», لم: these negate their own verb; «denied», نفت hold over what is told after them.
const NEGATION = /^(?:no|not|never|did|does|do|was|were|has|have|لم|لن|لا|ليس|ليست|منع|منعت|prevented|barred|failed)$/;

const cuesBefore = (words: Words, sentence: Sentence, from: number, to: number, lexicon: Lexicons) => {
  const cues: { modality: Modality; first: number; after: number; particle: boolean }[] = [];
  for (let i = from; i < to; i++) {
    const hit = lexicon.modality.at(words.tokens, i, sentence.language);
    if (!hit || hit.after > to + 1 || hit.cut > 1) continue;
    // «May 2024» is a month, «will» with a capital a name or a testament.
    if (sentence.language === 'en' && words.tokens[i]!.capital && i > sentence.first) continue;
    // قد before a past says that it is done, before a present that it may be.
    const verb = words.tokens[hit.after]?.norm ?? '';
    if (/^[وف]?قد$/.test(words.tokens[i]!.norm)) {
      const pluperfect = words.tokens
        .slice(Math.max(sentence.first, i - 6), i)
        .some((t) => /^[وف]?كان(?:ت|وا)?$/.test(t.norm));
      if (pluperfect || !/^[يتنا]/.test(verb) || verb.endsWith('ت')) continue;
    }
    const particle = NEGATION.test(words.tokens[i]!.norm);
    cues.push({ modality: hit.values[0]!.modality, first: i, after: hit.after, particle });
    i = hit.after - 1;
  }
  return cues;
};

/** Whether a word calls something off before it began, as the table of modality says. */
export const callsOff = (lexicon: Lexicons, signal: Signal): boolean =>
  lexicon.modality.get(signal.lemma).some(({ modality }) => modality === 'cancelled');

/** @param cancels whether the clause cancels its happening before it began: a course called off, not a battle that ended */
export const modalityOf = (
  words: Words,
  sentence: Sentence,
  clause: Clause,
  trigger: Signal,
  lexicon: Lexicons,
  cancels: boolean,
  /** Whether somebody speaks anew in the clause before the trigger: then an earlier denial is another's. */
  spoken: boolean,
): Modality => {
  if (cancels) return 'cancelled';
  const from = Math.max(clause.first, trigger.first - REACH);
  const cues = cuesBefore(words, sentence, from, trigger.first, lexicon);
  // A particle negates its verb; a noun further on («no civilian was killed in the strike») it leaves alone.
  const own = cues.filter((cue) => !cue.particle || trigger.pos === 'v' || trigger.first - cue.after <= 2);
  const denied = own.findLast((cue) => cue.modality === 'denied');
  if (denied) return 'denied';
  const nearest = own.at(-1);
  if (nearest) return nearest.modality;
  const far = cuesBefore(
    words,
    sentence,
    Math.max(sentence.first, clause.first - REACH),
    clause.first,
    lexicon,
  ).findLast((cue) => FAR.has(cue.modality) && !cue.particle);
  if (far && !spoken) return far.modality;
  // «the attack was denied», «the strike may …»: right after the trigger.
  const after = cuesBefore(words, sentence, trigger.after, Math.min(clause.after, trigger.after + 3), lexicon)[0];
  if (after && (after.modality === 'denied' || after.modality === 'cancelled')) return after.modality;
  // «an imminent strike» in Arabic: قصف وشيك, the adjective right behind its noun.
  if (after?.modality === 'possible' && after.first === trigger.after && trigger.pos === 'n') return 'possible';
  return 'asserted';
};

export const statusOf = (
  words: Words,
  sentence: Sentence,
  clause: Clause,
  trigger: Signal,
  lexicon: Lexicons,
): Status | undefined => {
  for (let i = trigger.first - 1; i >= Math.max(clause.first, trigger.first - 6); i--) {
    const hit = lexicon.statuses.at(words.tokens, i, sentence.language);
    if (hit && hit.after <= trigger.first) return hit.values[0]!.status;
  }
  for (let i = trigger.after; i < Math.min(clause.after, trigger.after + 3); i++) {
    const hit = lexicon.statuses.at(words.tokens, i, sentence.language);
    if (
      hit &&
      (hit.values[0]!.status === 'continued' ||
        hit.values[0]!.status === 'ended' ||
        hit.values[0]!.status === 'ongoing')
    )
      return hit.values[0]!.status;
  }
  return undefined;
};
