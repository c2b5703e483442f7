/** Facts → series over one scale, by type and by actor. */
import type { Chart, Series } from '../pages.ts';
import type { Name } from '../types.ts';
import { counts, type Fact } from './fact.ts';
import { type Known, named } from './known.ts';
import { binsOf, scaleOf, spanOf, tallyOver } from './scale.ts';

/** Small multiples of each kind: more are no longer compared at a glance, and the list below has the rest. */
const MULTIPLES = 6;

/** All series in one walk: of a view's 20,000 facts each more would be felt. */
const made = (facts: readonly Fact[], known: Known): Chart | undefined => {
  const found = scaleOf(facts);
  if (!found) return undefined;
  const { scale, before } = found;
  const tallies = (of: readonly { readonly id: string; readonly name: Name }[]) =>
    new Map(of.slice(0, MULTIPLES).map(({ id, name }) => [id, tallyOver(scale, id, name)]));
  const all = tallyOver(scale, '', {});
  const byType = tallies(counts.types(facts).map(([id]) => ({ id, name: known.type(id).label })));
  const byActor = tallies(named(counts.actors(facts), known.actor));
  const binned = binsOf(scale);
  let undated = 0;
  for (const fact of facts) {
    const bins = binned(fact);
    if (!bins && spanOf(fact) === undefined) undated += 1;
    all.add(bins);
    byType.get(fact.type)?.add(bins);
    // Each once, however often it stands in the fact.
    fact.actors.forEach((id, at, ids) => {
      if (ids.indexOf(id) === at) byActor.get(id)?.add(bins);
    });
  }
  const series = (of: ReturnType<typeof tallies>): readonly Series[] => [...of.values()].map((tally) => tally.series());
  return { scale, all: all.series(), byType: series(byType), byActor: series(byActor), undated, before };
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
