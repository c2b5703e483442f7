/** Names of a report with equal meanings, gathered: what each may mean, and what stands beside any of its mentions. */
import type { PlaceEntry, PlaceKind } from '../data.ts';
import { contextOf, NOBODY } from './context.ts';
import type { Beside, Group, Sense, Toponym } from './evidence.ts';
import type { PlaceIndex } from './value.ts';
import { WEIGHT } from './weights.ts';

const KIND: Readonly<Partial<Record<PlaceKind, number>>> = {
  country: WEIGHT.country,
  province: WEIGHT.province,
  region: WEIGHT.region,
  district: WEIGHT.district,
};
const SETTLEMENT: ReadonlySet<PlaceKind> = new Set(['town', 'village', 'quarter']);
/** A name that more places bear than this keeps those with most people. */
const MOST_CANDIDATES = 48;
/** Evidence of this many kinds is enough for one name. */
const MOST_BESIDE = 24;
const baseOf = (entry: PlaceEntry): number =>
  WEIGHT.population * Math.log10(entry.population + 10) +
  (KIND[entry.kind] ?? 0) +
  (entry.curated ? WEIGHT.curated : 0) +
  (entry.seat === undefined ? 0 : (WEIGHT.seat[entry.seat] ?? 0));

/** The names by their keys; names that mean the same share one group. */
export const groupsOf = (
  names: readonly Toponym[],
  beside: readonly Beside[],
  index: PlaceIndex,
): Map<string, Group> => {
  const groups = new Map<string, Group & { beside: Beside[] }>();
  // The same thing told beside the same name a thousand times is told once.
  const told = new Set<string>();
  const isNew = ({ key }: Toponym, one: Beside): boolean => {
    const inside = one.inside.map(({ other, sure, listed }) => `${other.key} ${sure} ${listed}`);
    const signature = [key, ...inside, one.countries.join(), one.kind].join('|');
    if (told.has(signature)) return false;
    told.add(signature);
    return true;
  };
  // «Deir Ezzor» and «Deir ez-Zor» mean the same: what each stands beside counts for both.
  const byMeaning = new Map<string, Group & { beside: Beside[] }>();
  const learn = (group: { beside: Beside[] }, name: Toponym, one: Beside): void => {
    if (group.beside.length < MOST_BESIDE && isNew(name, one)) group.beside.push(one);
  };
  names.forEach((name, at) => {
    const one = beside[at]!;
    const held = groups.get(name.key);
    if (held) {
      learn(held, name, one);
      return;
    }
    const senses = [...name.candidates, ...(name.rarely ?? [])]
      .map((entry) => ({ entry, base: baseOf(entry) - (name.rarely?.includes(entry) ? WEIGHT.rarely : 0) }))
      .sort((a, b) => b.base - a.base || (a.entry.id < b.entry.id ? -1 : 1))
      .slice(0, MOST_CANDIDATES)
      .map(({ entry, base }): Sense => {
        const chain = index.chain(entry);
        const above = chain.map((step) => step.id);
        if (entry.country && !above.includes(`country:${entry.country}`)) above.push(`country:${entry.country}`);
        return {
          entry,
          base,
          above,
          province: chain.find((step) => step.kind === 'province')?.id,
          share: 0,
          score: base,
        };
      });
    const meaning = senses
      .slice(0, 2)
      .map(({ entry }) => entry.id)
      .join(' ');
    const group = byMeaning.get(meaning) ?? { senses, beside: [], own: contextOf([], NOBODY) };
    learn(group, name, one);
    byMeaning.set(meaning, group);
    groups.set(name.key, group);
  });
  return groups;
};

/** Kind of what a name most likely means. */
export const topKind = ({ senses }: Group): PlaceKind | undefined => mostLikely(senses)?.entry.kind;

export const mostLikely = (senses: readonly Sense[]): Sense | undefined => {
  let best: Sense | undefined;
  for (const sense of senses) if (best === undefined || sense.share > best.share) best = sense;
  return best;
};

/** Whether a place is of the kind that a noun beside its name says. */
export const fits = (entry: PlaceEntry, kind: NonNullable<Beside['kind']>): boolean =>
  kind === 'settlement' ? SETTLEMENT.has(entry.kind) : entry.kind === kind;

/** Candidates within this many kilometres of each other are one answer in two records (a town and its municipality). */
const SAME_KM = 60;
const kilometres = (a: PlaceEntry, b: PlaceEntry): number => {
  if (a.lat === undefined || b.lat === undefined) return Number.POSITIVE_INFINITY;
  const rad = Math.PI / 180;
  const x = (b.lon! - a.lon!) * rad * Math.cos(((a.lat + b.lat) / 2) * rad);
  return 6371 * Math.hypot(x, (b.lat - a.lat) * rad);
};

export const isSame = (a: PlaceEntry, b: PlaceEntry): boolean =>
  a === b || a.parent === b.id || b.parent === a.id || kilometres(a, b) < SAME_KM;
