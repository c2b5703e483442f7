/** Whose posture it is, where no verb says so. */
import type { Found } from '../mentions/index.ts';
import type { Words } from '../text.ts';
import type { Clause } from './clauses.ts';
import type { Signal } from './signals.ts';

/** «replaced with local elements»: who takes over. */
export const replacing = (words: Words, own: readonly Found[], change: string): Found[] =>
  change === 'replaced'
    ? own.filter((m) => m.kind === 'actor' && /^(?:with|by)$/.test(words.tokens[m.first - 1]?.norm ?? ''))
    : [];

/** Whose posture: «the presence of elements», «patrols … supervised by the Guard». */
export const ownerOf = (words: Words, clause: Clause, indicator: Signal, own: readonly Found[]): Found[] => {
  const actors = own.filter((m) => m.kind === 'actor' && m.first >= indicator.after);
  const by = actors.filter((m) =>
    words.tokens.slice(Math.max(clause.first, m.first - 2), m.first).some((t) => t.norm === 'by'),
  );
  const of = actors.find((m) => {
    const between = words.tokens.slice(indicator.after, m.first);
    return between.length <= 3 && (between.length === 0 || /^(?:of|ل)$/.test(between[0]!.norm));
  });
  const before = own.findLast(
    (m) =>
      (m.kind === 'actor' || m.kind === 'nationality') && m.after <= indicator.first && indicator.first - m.after <= 2,
  );
  return [...(before ? [before] : []), ...(of && !by.includes(of) ? [of] : []), ...by];
};
