/** The names of a report → which place each means: what the peoples, actors and words of the report say goes to the ranking. */
import { besideOf, type People, type PlaceIndex, type Resolved, rankPlaces, type Toponym } from '../places/index.ts';
import type { Words } from '../text.ts';
import type { FoundName } from './names.ts';

const PEOPLE_WEIGHT = 0.4;
const ACTOR_WEIGHT = 0.3;

/**
 * What the peoples and actors of a report say of where it plays.
 * @returns weights by country, and the peoples' names in order
 */
export const countriesSaid = (names: readonly FoundName[]): { weights: Map<string, number>; peoples: People[] } => {
  const weights = new Map<string, number>();
  const peoples: People[] = [];
  for (const { names: values, first, after } of names) {
    const top = values[0]!;
    if (top.kind === 'place') continue;
    const { country } = top.entry;
    if (country === undefined) continue;
    const weight = top.kind === 'nationality' ? PEOPLE_WEIGHT : ACTOR_WEIGHT;
    weights.set(country, (weights.get(country) ?? 0) + weight);
    if (top.kind === 'nationality') peoples.push({ first, after, country });
  }
  return { weights, peoples };
};

/** The place of every place name of a report; a name that stands for none of the known has no entry. */
export const resolvePlaces = (
  found: readonly FoundName[],
  index: PlaceIndex,
  words: Words,
): ReadonlyMap<FoundName, Resolved> => {
  const { weights, peoples } = countriesSaid(found);
  const named = found.filter((name) => name.names[0]!.kind === 'place');
  const toponyms = named.map(
    ({ first, after, key, names }): Toponym => ({
      first,
      after,
      key,
      candidates: names.flatMap((name) => (name.kind === 'place' ? [name.entry] : [])),
    }),
  );
  const ranked = rankPlaces(toponyms, besideOf(words, toponyms, peoples), weights, index);
  return new Map(named.flatMap((name, at) => (ranked[at] ? [[name, ranked[at]] as const] : [])));
};
