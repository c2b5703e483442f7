/** Facts → series over one scale, by type and by actor. */
import type { Chart, Series } from '../pages.ts';
import type { Name } from '../types.ts';
import { counts, type Fact } from './fact.ts';
import type { Known } from './known.ts';
import { binsOf, scaleOf, seriesOf, spanOf } from './scale.ts';

/** Small multiples of each kind: more are no longer compared at a glance, and the list below has the rest. */
const MULTIPLES = 6;

const made = (facts: readonly Fact[], known: Known): Chart | undefined => {
  const found = scaleOf(facts);
  if (!found) return undefined;
  const { scale, before } = found;
  const binned = binsOf(scale);
  const actors = counts
    .actors(facts)
    .flatMap(([id]) => {
      const name = known.actor(id);
      return name ? [{ id, name }] : [];
    })
    .slice(0, MULTIPLES);
  const types = counts.types(facts).slice(0, MULTIPLES);
  const only = (id: string, name: Name, has: (fact: Fact) => boolean): Series =>
    seriesOf(id, name, facts.filter(has), scale, binned);
  return {
    scale,
    all: seriesOf('', {}, facts, scale, binned),
    byType: types.map(([id]) => only(id, known.type(id).label, (fact) => fact.type === id)),
    byActor: actors.map(({ id, name }) => only(id, name, (fact) => fact.actors.includes(id))),
    undated: facts.filter((fact) => spanOf(fact) === undefined).length,
    before,
  };
};

const kept = new WeakMap<readonly Fact[], { readonly known: Known; readonly chart: Chart | undefined }>();

/** `undefined`: none of these records has a date. Kept with the facts: the pages of one list have one chart. */
export const chartOf = (facts: readonly Fact[], known: Known): Chart | undefined => {
  const before = kept.get(facts);
  if (before?.known === known) return before.chart;
  const chart = made(facts, known);
  kept.set(facts, { known, chart });
  return chart;
};
