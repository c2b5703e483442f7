/** Records as lists, maps and charts count them: ids and days, no words. Of one view: the public's hold what the gate let out. */
import type { Interval } from '../../model/index.ts';
import type { Fact } from '../../record/index.ts';
import type { Ask } from '../pages.ts';

export type { Fact } from '../../record/index.ts';

export const familyOf = (type: string): string => type.split('.', 1)[0] as string;

/** Its bounds as an interval; open ends stay open. */
export const timeOf = ({ earliest, latest }: Fact): Interval => ({
  ...(earliest === undefined ? {} : { earliest }),
  ...(latest === undefined ? {} : { latest }),
  precision: earliest !== undefined && earliest === latest ? 'day' : 'bounded',
});

/** What is made of facts alone is kept with them: a view's facts are the same array for as long as nothing changes. */
export const keptWith = <T>(make: (facts: readonly Fact[]) => T): ((facts: readonly Fact[]) => T) => {
  const kept = new WeakMap<readonly Fact[], { readonly made: T }>();
  return (facts) => {
    const known = kept.get(facts) ?? { made: make(facts) };
    kept.set(facts, known);
    return known.made;
  };
};

type Groups = ReadonlyMap<string, readonly Fact[]>;

/** Facts by each of their keys, in their order. */
const groupsOf = (keysOf: (fact: Fact) => readonly string[]) =>
  keptWith((facts): Groups => {
    const groups = new Map<string, Fact[]>();
    for (const fact of facts)
      for (const key of keysOf(fact)) {
        const group = groups.get(key);
        // Of a key that stands twice in a fact.
        if (group?.at(-1) === fact) continue;
        if (group) group.push(fact);
        else groups.set(key, [fact]);
      }
    return groups;
  });

const byActor = groupsOf((fact) => fact.actors);
const byArea = groupsOf((fact) => fact.areas);
const byKind = groupsOf((fact) => [fact.type, familyOf(fact.type)]);
const NONE: readonly Fact[] = [];

/** May it have happened between these days? What has no date at all is not between any. */
const between = ({ earliest, latest }: Fact, from: string | undefined, to: string | undefined): boolean => {
  if (from === undefined && to === undefined) return true;
  if (earliest === undefined && latest === undefined) return false;
  return (
    (from === undefined || (latest ?? earliest ?? '') >= from) && (to === undefined || (earliest ?? latest ?? '') <= to)
  );
};

/** Answers that are kept of one state of a view. */
const KEPT = 100;
const answers = keptWith(() => new Map<string, readonly Fact[]>());

/**
 * The facts that a question asks for, in their order; the same array for the same question. Its words (`text`) are
 * another's business.
 */
export const asked = (facts: readonly Fact[], { type, actor, place, modality, from, to }: Ask): readonly Fact[] => {
  const groups = [
    ...(type === undefined ? [] : [byKind(facts).get(type) ?? NONE]),
    ...(actor === undefined ? [] : [byActor(facts).get(actor) ?? NONE]),
    ...(place === undefined ? [] : [byArea(facts).get(place) ?? NONE]),
  ];
  const fewest = groups.reduce((one, other) => (other.length < one.length ? other : one), facts);
  if (groups.length <= 1 && modality === undefined && from === undefined && to === undefined) return fewest;
  const kept = answers(facts);
  const key = JSON.stringify([type, actor, place, modality, from, to]);
  const answer =
    kept.get(key) ??
    fewest.filter(
      (fact) =>
        (type === undefined || fact.type === type || familyOf(fact.type) === type) &&
        (actor === undefined || fact.actors.includes(actor)) &&
        (place === undefined || fact.areas.includes(place)) &&
        (modality === undefined || fact.modality === modality) &&
        between(fact, from, to),
    );
  kept.set(key, answer);
  for (const old of kept.keys()) if (kept.size > KEPT) kept.delete(old);
  return answer;
};

export type Counts = readonly (readonly [string, number])[];

/** How often each key stands, most often first; equal ones by key, so that the order tells nothing else. */
const countsOf = (keysOf: (fact: Fact) => readonly string[]) =>
  keptWith((facts): Counts => {
    const counts = new Map<string, number>();
    for (const fact of facts) {
      const keys = keysOf(fact);
      keys.forEach((key, at) => {
        // Each fact once, however often the key stands in it.
        if (at === 0 || keys.indexOf(key) === at) counts.set(key, (counts.get(key) ?? 0) + 1);
      });
    }
    return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  });

/** How many of the facts have each actor, place, area or type. */
export const counts = {
  actors: countsOf((fact) => fact.actors),
  places: countsOf((fact) => fact.places),
  areas: countsOf((fact) => fact.areas),
  types: countsOf((fact) => [fact.type]),
} as const;
