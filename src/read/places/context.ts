/** What a report speaks of on the whole: countries, divisions and corners of the earth, by what its names most likely mean. */
import type { Context, Group } from './evidence.ts';

/** Nearest in this sense: the side of a grid cell, in degrees; the cells beside it count too. */
const CELL = 1;
export const cellOf = (lat: number, lon: number): number =>
  Math.floor((lat + 90) / CELL) * 1000 + Math.floor((lon + 180) / CELL);

export const NOBODY: ReadonlyMap<string, number> = new Map();

/** Weight of a key in a bag, less what is in another. */
export const without = <K>(bag: ReadonlyMap<K, number>, own: ReadonlyMap<K, number>, key: K): number =>
  Math.max(0, (bag.get(key) ?? 0) - (own.get(key) ?? 0));

/** Share of a key among all names but this one; a report of few names says less. */
export const shareOf = (
  context: Context,
  own: Context,
  bag: 'countries' | 'provinces',
  key: string | undefined,
): number =>
  key === undefined ? 0 : without(context[bag], own[bag], key) / Math.max(1, context.total - own.total + 1);

const add = <K>(bag: Map<K, number>, key: K, weight: number): void => {
  bag.set(key, (bag.get(key) ?? 0) + weight);
};

/** @param peoples weights of countries by what is no place */
export const contextOf = (groups: Iterable<Group>, peoples: ReadonlyMap<string, number>): Context => {
  const context: Context = {
    countries: new Map(),
    provinces: new Map(),
    cells: new Map(),
    named: new Map(),
    peers: new Map(),
    total: 0,
  };
  for (const [country, weight] of peoples) {
    add(context.countries, country, weight);
    context.total += weight;
  }
  for (const { senses } of groups) {
    context.total += 1;
    for (const { entry, province, share } of senses) {
      if (share < 0.02) continue;
      if (entry.country) add(context.countries, entry.country, share);
      if (entry.kind === 'province' && entry.parent) add(context.peers, entry.parent, share);
      if (province !== undefined) add(context.provinces, province, share);
      if (entry.kind === 'province' || entry.kind === 'district') add(context.named, entry.id, share);
      if (entry.lat !== undefined && entry.kind !== 'country') add(context.cells, cellOf(entry.lat, entry.lon!), share);
    }
  }
  return context;
};
