/** Facts → series over one scale, by type and by actor. */
import type { Chart } from '../pages.ts';
import { counts, type Fact } from './fact.ts';
import type { Known } from './known.ts';
import { scaleOf, seriesOf, spanOf } from './scale.ts';

/** Small multiples of each kind: more are no longer compared at a glance, and the list below has the rest. */
const MULTIPLES = 6;

/** `undefined`: none of these records has a date. */
export const chartOf = (facts: readonly Fact[], known: Known): Chart | undefined => {
  const found = scaleOf(facts);
  if (!found) return undefined;
  const { scale, before } = found;
  const byType = counts(facts, (fact) => [fact.type]).slice(0, MULTIPLES);
  const byActor = counts(facts, (fact) => fact.actors)
    .flatMap(([id]) => {
      const name = known.actor(id);
      return name ? [{ id, name }] : [];
    })
    .slice(0, MULTIPLES);
  const only = (has: (fact: Fact) => boolean): readonly Fact[] => facts.filter(has);
  return {
    scale,
    all: seriesOf('', {}, facts, scale),
    byType: byType.map(([id]) =>
      seriesOf(
        id,
        known.type(id).label,
        only((fact) => fact.type === id),
        scale,
      ),
    ),
    byActor: byActor.map(({ id, name }) =>
      seriesOf(
        id,
        name,
        only((fact) => fact.actors.includes(id)),
        scale,
      ),
    ),
    undated: facts.filter((fact) => spanOf(fact) === undefined).length,
    before,
  };
};
