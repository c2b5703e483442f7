/** Words that name a happening and tell of none: what points back to one that was told, and what something is likened to. */
import type { Words } from '../text.ts';
import { type Before, type Draft, familyOf } from './draft.ts';
import type { Signal } from './signals.ts';

const ANAPHORIC = /^(?:these|those|such|this|that|هذه|هذا|تلك|ذلك)$/;

/** «these attacks», «of these strikes»: points back, tells nothing new. */
export const pointsBack = (words: Words, trigger: Signal): boolean =>
  trigger.pos === 'n' &&
  [1, 2].some((n) => ANAPHORIC.test(words.tokens[trigger.first - n]?.norm.replace(/^[وفبل](?=هذ|تل)/, '') ?? ''));

/** «like an earthquake»: what something is likened to did not happen. */
export const isLikened = (words: Words, trigger: Signal): boolean =>
  trigger.pos === 'n' &&
  [1, 2].some((n) => words.tokens[trigger.first - n]?.norm === 'like') &&
  !/^(?:looked|seemed)$/.test(words.tokens[trigger.first - 3]?.norm ?? '');

/** بعد الهجوم، منذ الغارات: what something came after is known, though the report has not told it. */
const isAfterIt = ({ tokens }: Words, { trigger, sentence }: Draft): boolean =>
  sentence.language === 'ar' &&
  /^[وف]?(?:بعد|اثر|عقب)$/.test(tokens[trigger.first - 1]?.norm ?? '') &&
  !/^(?:في|علي)$|^ب/.test(tokens[trigger.after]?.norm ?? '');

/** «the attack», «الهجوم» with nothing of its own: the one already told, not a new one. */
export const isRecalled = (words: Words, draft: Draft, before: Before): boolean =>
  draft.trigger.pos === 'n' &&
  (isAfterIt(words, draft) ||
    (familyOf(draft.type) === 'violence' ? before.violence !== undefined : before.types.has(draft.type))) &&
  /^(?:violence|politics)\./.test(draft.type) &&
  draft.partKind === 'body' &&
  draft.toll.length === 0 &&
  draft.roles.agents.length + draft.roles.targets.length === 0 &&
  ([1, 2].some((n) => words.tokens[draft.trigger.first - n]?.norm === 'the') ||
    /^[وفبل]?ال/.test(words.tokens[draft.trigger.first]!.norm));

/** «رفضت الانسحاب»: what was refused is told; the refusing is its change. */
export const isRefusing = (draft: Draft, drafts: readonly Draft[]): boolean =>
  draft.type === 'politics.rejection' &&
  drafts.some(
    (other) =>
      other !== draft &&
      other.clause === draft.clause &&
      other.change === 'refused' &&
      other.trigger.first > draft.trigger.first,
  );
