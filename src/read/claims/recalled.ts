/** Events that a report only names again: told before, or known to whoever reads it. */
import type { Words } from '../text.ts';
import { type Before, type Draft, familyOf } from './draft.ts';

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
