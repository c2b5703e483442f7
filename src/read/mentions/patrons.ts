/**
 * Which known actor a description means: «Hezbollah leaders» and «soldiers of X» the one that is named, «American
 * soldiers» the army of that state, «militias loyal to Iran» those that its patron backs, «the army» the army that the
 * report speaks of. A description that says none of these stays a described actor.
 */
import type { Language } from '../../model/index.ts';
import type { ActorEntry } from '../data.ts';
import type { Resolved } from '../places/index.ts';
import type { Words } from '../text.ts';
import type { Described } from './described.ts';
import type { FoundName } from './names.ts';

export type Patrons = {
  readonly entryOf: (id: string) => ActorEntry | undefined;
  /** A body of a state: `army` of `FR`. */
  readonly ofState: (country: string, role: string) => ActorEntry | undefined;
  /** The armed groups that a country backs, where a tie to it is all that is said of them. */
  readonly backedBy: (country: string) => ActorEntry | undefined;
};

export const compilePatrons = (actors: readonly ActorEntry[]): Patrons => {
  const byId = new Map<string, ActorEntry>();
  const states = new Map<string, ActorEntry>();
  const backed = new Map<string, ActorEntry>();
  for (const actor of actors) {
    byId.set(actor.id, actor);
    if (actor.role && actor.country) states.set(`${actor.country} ${actor.role}`, actor);
    if (actor.patron) backed.set(actor.patron, actor);
  }
  return {
    entryOf: (id) => byId.get(id),
    ofState: (country, role) => states.get(`${country} ${role}`),
    backedBy: (country) => backed.get(country),
  };
};

/** The country that a name stands for or belongs to. */
const countryOf = (name: FoundName, places: ReadonlyMap<FoundName, Resolved>): string | undefined => {
  const top = name.names[0]!;
  if (top.kind === 'place') return places.get(name)?.entry.country;
  return top.entry.country;
};

/** «the army», الجيش: nothing but the head with its article. */
const isBare = (words: Words, { first, after, sentence, headAt }: Described, language: Language): boolean =>
  language === 'ar'
    ? after - headAt <= 2 &&
      /^[وفبلك]?(?:ال|لل)/.test(words.tokens[after - 1]!.norm) &&
      // «الشرطة القضائية»: an adjective that no table knows makes it another body.
      (after >= sentence.after || !words.tokens[after]!.norm.startsWith('ال'))
    : first === headAt && /^(?:the|its|their)$/.test(words.tokens[first - 1]?.norm ?? '');

/** «an Israeli military official» speaks for the army. */
const roleOf = (words: Words, { first, after }: Described, role: string): string =>
  role === 'government' &&
  words.tokens.slice(first, after).some(({ norm }) => /^(?:military|army|ال?عسكري[هةن]?)$/.test(norm))
    ? 'army'
    : role;

// A country that less than this share of the report's names point to is not what «the army» is an army of.
const MOSTLY = 0.6;
const LEAST_NAMES = 2;

/** The country that most places and peoples of a report point to, if one does. */
const mainCountry = (names: readonly FoundName[], places: ReadonlyMap<FoundName, Resolved>): string | undefined => {
  const counts = new Map<string, number>();
  let total = 0;
  for (const name of names) {
    const country = countryOf(name, places);
    if (country === undefined) continue;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    total++;
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best && best[1] >= LEAST_NAMES && best[1] / total >= MOSTLY ? best[0] : undefined;
};

/**
 * @param described all descriptions of a report
 * @param names all names of it
 * @param places what its place names mean
 * @returns the known actor of each description that means one
 */
export const actorsOf = (
  words: Words,
  described: readonly Described[],
  names: readonly FoundName[],
  places: ReadonlyMap<FoundName, Resolved>,
  patrons: Patrons,
): ReadonlyMap<Described, ActorEntry> => {
  const found = new Map<Described, ActorEntry>();
  const byWhole = (item: Described): ActorEntry | undefined => {
    const { inside, tie, of, role } = item;
    if (inside === undefined || tie === undefined || tie === 'against' || tie === 'led' || of === 'civilian')
      return undefined;
    const top = inside.names[0]!;
    if (tie === 'tied') {
      const country = countryOf(inside, places);
      return of === 'armed' && country ? patrons.backedBy(country) : undefined;
    }
    if (top.kind === 'actor') return top.entry;
    return top.kind === 'nationality' && role
      ? patrons.ofState(top.entry.country, roleOf(words, item, role))
      : undefined;
  };
  const bare: Described[] = [];
  for (const item of described) {
    if (item.kind !== 'actor') continue;
    const whole = byWhole(item);
    if (whole) found.set(item, whole);
    else if (item.role && item.inside === undefined && isBare(words, item, item.sentence.language)) bare.push(item);
  }
  if (bare.length === 0) return found;
  // What was named last in the same role goes before what the report speaks of on the whole.
  const told = [
    ...names.flatMap((name) => {
      const top = name.names[0]!;
      return top.kind === 'actor' && top.entry.role ? [{ first: name.first, entry: top.entry }] : [];
    }),
    ...[...found].flatMap(([{ first }, entry]) => (entry.role ? [{ first, entry }] : [])),
  ].sort((a, b) => a.first - b.first);
  const main = mainCountry(names, places);
  const last = new Map<string, ActorEntry>();
  let next = 0;
  for (const item of bare.sort((a, b) => a.first - b.first)) {
    for (; next < told.length && told[next]!.first < item.first; next++)
      last.set(told[next]!.entry.role!, told[next]!.entry);
    const entry = last.get(item.role!) ?? (main === undefined ? undefined : patrons.ofState(main, item.role!));
    if (entry) found.set(item, entry);
  }
  return found;
};
