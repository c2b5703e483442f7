/** Facts → what the pages over many records are made of. Pure; everything comes from the facts of one view. */

import { numericOf } from '../map/atlas.ts';
import { RADIUS_KM } from '../map/sites.ts';
import type {
  Ask,
  Counted,
  Indexed,
  Offers,
  Paged,
  PublicActorPage,
  PublicMapData,
  PublicPlacePage,
  Site,
} from '../pages.ts';
import { chartOf } from './chart.ts';
import { type Counts, counts, type Fact, familyOf } from './fact.ts';
import { type Known, named } from './known.ts';
import { spanOf } from './scale.ts';

type Bare<T> = Omit<T, symbol | 'records' | 'map'>;

/** How many of each a form offers, and how many a page lists beside its records. */
const OFFERED = 40;
const BESIDE = 20;

const byActor = (facts: readonly Fact[], known: Known): Counted[] => named(counts.actors(facts), known.actor);

const WIDE: ReadonlySet<string> = new Set(['district', 'province', 'region', 'country']);

/** How wide a place is, where its name may be a town's too. */
export const widthOf = (id: string, known: Known): { kind?: string } => {
  const precision = known.place(id)?.precision;
  return precision !== undefined && WIDE.has(precision) ? { kind: precision } : {};
};

const byPlace = (found: Counts, known: Known): Counted[] =>
  named(found, (id) => known.place(id)?.name).map((one) => ({ ...one, ...widthOf(one.id, known) }));

const byType = (facts: readonly Fact[], known: Known): Counted[] =>
  named(counts.types(facts), (id) => known.type(id).label);

/** What a view has records of; kept with its facts, since every form asks for it and no question changes it. */
const offered = new WeakMap<readonly Fact[], { readonly known: Known; readonly all: Offers }>();
const allOffers = (facts: readonly Fact[], known: Known): Offers => {
  const kept = offered.get(facts);
  if (kept?.known === known) return kept.all;
  const all = {
    types: byType(facts, known).map((type) => ({ ...type, family: familyOf(type.id) })),
    actors: byActor(facts, known),
    places: byPlace(counts.areas(facts), known),
  };
  offered.set(facts, { known, all });
  return all;
};

/** What a form offers; what is asked for is offered, too, if it has any records. */
export const offersOf = (facts: readonly Fact[], known: Known, ask: Ask): Offers => {
  const few = (all: readonly Counted[], chosen: string | undefined): Counted[] =>
    all.filter((one, at) => at < OFFERED || one.id === chosen);
  const { types, actors, places } = allOffers(facts, known);
  return { types, actors: few(actors, ask.actor), places: few(places, ask.place) };
};

/** One page of ids; `undefined` where there is no such page. An empty list has one, empty. */
export const pageOf = <T>(all: readonly T[], page: number, size: number): Paged<T> | undefined => {
  const pages = Math.max(1, Math.ceil(all.length / size));
  if (!Number.isInteger(page) || page < 1 || page > pages) return undefined;
  return { lines: all.slice((page - 1) * size, page * size), total: all.length, page, pages };
};

export const actorIndex = (facts: readonly Fact[], known: Known): readonly Indexed[] =>
  byActor(facts, known).map((one) => {
    const kind = known.actorKind(one.id)?.kind ?? (one.id.startsWith('country:') ? 'state' : undefined);
    return { ...one, ...(kind ? { kind } : {}) };
  });

/** By country, those with most records first; what lies in no one country comes last. */
export const placeIndex = (facts: readonly Fact[], known: Known): readonly Indexed[] => {
  const groups = new Map<string, Indexed[]>();
  for (const one of byPlace(counts.areas(facts), known)) {
    const code = known.place(one.id)?.country;
    const id = code === undefined ? '' : `country:${code}`;
    const name = known.place(id)?.name;
    const group = groups.get(id) ?? [];
    groups.set(id, group);
    group.push({ ...one, ...(name ? { country: { id, name } } : {}) });
  }
  return [...groups].sort(([a], [b]) => Number(a === '') - Number(b === '')).flatMap(([, group]) => group);
};

const isPosture = (fact: Fact): boolean => familyOf(fact.type) === 'posture';

/** An actor's page, but for its records. `facts`: those that it is in. */
export const actorOf = (
  id: string,
  facts: readonly Fact[],
  all: readonly Fact[],
  known: Known,
): Bare<PublicActorPage> | undefined => {
  const name = known.actor(id);
  if (!name) return undefined;
  const about = known.actorKind(id);
  const above = about?.parent === undefined ? undefined : known.actor(about.parent);
  const chart = chartOf(facts, known);
  const posture = new Set(facts.filter(isPosture).flatMap((fact) => fact.places));
  return {
    id,
    name,
    ...(about ? { kind: about.kind } : id.startsWith('country:') ? { kind: 'state' } : {}),
    ...(above && about?.parent ? { partOf: { id: about.parent, name: above } } : {}),
    parts: byActor(all, known).filter((one) => known.actorKind(one.id)?.parent === id),
    types: byType(facts, known),
    places: byPlace(counts.places(facts), known)
      .slice(0, BESIDE)
      .map((place) => ({ ...place, posture: posture.has(place.id) })),
    others: byActor(facts, known)
      .filter((one) => one.id !== id)
      .slice(0, BESIDE),
    ...(chart ? { chart } : {}),
  };
};

/** A place's page, but for its records. `facts`: those in it or in what lies in it. */
export const placeOf = (id: string, facts: readonly Fact[], known: Known): Bare<PublicPlacePage> | undefined => {
  const place = known.place(id);
  if (!place) return undefined;
  const chart = chartOf(facts, known);
  const posture = new Set(facts.filter(isPosture).flatMap((fact) => fact.actors));
  const above = known.above(id);
  const outside = new Set([id, ...above.map((one) => one.id)]);
  return {
    id,
    place,
    within: above.flatMap((one) => (one.id === undefined ? [] : [{ id: one.id, name: one.name }])),
    inside: byPlace(
      counts.areas(facts).filter(([area]) => known.above(area).some((up) => up.id === id)),
      known,
    )
      .filter((one) => !outside.has(one.id))
      .slice(0, BESIDE),
    types: byType(facts, known),
    actors: byActor(facts, known)
      .slice(0, BESIDE)
      .map((actor) => ({ ...actor, posture: posture.has(actor.id) })),
    ...(chart ? { chart } : {}),
  };
};

const outlineOf = (alpha2: string): { outline?: string } => {
  const outline = numericOf(alpha2);
  return outline === undefined ? {} : { outline };
};

/** Of places with a point, what a map marks. */
export const siteOf = (id: string, known: Known): Site | undefined => {
  const place = known.place(id);
  if (place?.lat === undefined || place.lon === undefined) return undefined;
  return {
    id,
    name: place.name,
    lat: place.lat,
    lon: place.lon,
    precision: place.precision,
    km: RADIUS_KM[place.precision],
    ...(place.country ? { country: place.country } : {}),
    ...(place.precision === 'country' && place.country ? outlineOf(place.country) : {}),
  };
};

export const sitesOfFacts = (facts: readonly Fact[], known: Known): readonly (Site & { readonly records: number })[] =>
  counts.places(facts).flatMap(([id, records]) => {
    const site = siteOf(id, known);
    return site ? [{ ...site, records }] : [];
  });

/** Numbers of the things in one list, in the order in which they came. */
const numbered = (): { readonly list: string[]; readonly of: (id: string) => number } => {
  const numbers = new Map<string, number>();
  const list: string[] = [];
  return {
    list,
    of: (id) => {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(id, list.length);
      return list.push(id) - 1;
    },
  };
};

const DAY = 86_400_000;
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);

/** The same, each day worked out once: records are many, days are few. */
const dayNumbers = (): ((day: string) => number) => {
  const known = new Map<string, number>();
  return (day) => {
    const number = known.get(day) ?? dayNumber(day);
    known.set(day, number);
    return number;
  };
};

/** Records by their places; one without a place that has a point is left out. */
export const mapDataOf = (facts: readonly Fact[], known: Known): Pick<PublicMapData, 'sites' | 'records'> => {
  const places = numbered();
  const numberOf = dayNumbers();
  const sites = new Map<string, Site | undefined>();
  const site = (id: string): Site | undefined => {
    if (!sites.has(id)) sites.set(id, siteOf(id, known));
    return sites.get(id);
  };
  const records = facts.flatMap((fact): PublicMapData['records'] => {
    const at = fact.places.filter((id) => site(id) !== undefined);
    if (at.length === 0) return [];
    const span = spanOf(fact);
    return [[at.map(places.of), span ? numberOf(span.from) : null, span ? numberOf(span.to) : null]];
  });
  return { sites: places.list.flatMap((id) => site(id) ?? []), records };
};
