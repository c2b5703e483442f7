/** What the harm gate asks of the world, out of the reader's data. */
import { cliticReadings, fold } from '../language/index.ts';
import type { PlacePrecision, PlaceValue } from '../model/index.ts';
import type { GateKnowledge, Name, SentenceTables } from '../publish/types.ts';
import type { PlaceEntry, PlaceKind, ReaderData, Row } from '../read/data.ts';

/** From fine to coarse. A desert or a river crosses provinces, so only a country is surely coarser. */
const RANK: Readonly<Record<PlaceKind, number>> = {
  facility: 0,
  base: 0,
  crossing: 0,
  quarter: 0,
  village: 1,
  town: 1,
  district: 2,
  province: 3,
  road: 3,
  river: 3,
  desert: 3,
  region: 3,
  country: 4,
};
const WANTED = { district: 2, province: 3, country: 4 } as const;

const precisionOf = (kind: PlaceKind): PlacePrecision => {
  switch (kind) {
    case 'country':
    case 'province':
    case 'district':
      return kind;
    case 'river':
    case 'road':
    case 'desert':
    case 'region':
      return 'region';
    default:
      return 'town';
  }
};

/** States as actors. Their id among actors is that of their country among places: `country:IL`. */
type States = {
  /** The state that a people's name stands for: «Israeli», «الروسية» → `country:RU`. */
  readonly stateOf: (words: string) => string | undefined;
  /** The state whose army, police, service or government an actor is; a state is its own. */
  readonly stateBehind: (actorId: string) => string | undefined;
};

const statesIn = (data: ReaderData): States => {
  const byForm = new Map<string, string>();
  for (const { country, en, ar } of data.nationalities)
    for (const form of [...en, ...ar].map(fold)) byForm.set(form, `country:${country}`);
  const actors = new Map(data.actors.map((actor) => [actor.id, actor]));
  const behind = new Map<string, string>();
  // An institution is a state's where a state's forces belong to it: rival administrations are institutions, too.
  for (const force of data.actors.filter((actor) => actor.kind === 'state-forces'))
    for (let at: typeof force | undefined = force; at && !behind.has(at.id); at = actors.get(at.parent ?? ''))
      if (at.country && (at.kind === 'state-forces' || at.kind === 'institution'))
        behind.set(at.id, `country:${at.country}`);
      else break;
  return {
    stateOf: (words) => {
      // «the Israelis», «والإسرائيليين», «للروسية»
      const whole = fold(words).replace(/^the /, '');
      const readings = cliticReadings(whole).map(({ norm }) => norm);
      for (const form of readings.flatMap((norm) => [norm, norm.replace(/^ال/u, '')])) {
        const state = byForm.get(form);
        if (state) return state;
      }
      return undefined;
    },
    stateBehind: (id) => (id.startsWith('country:') ? id : behind.get(id)),
  };
};

/** Actors and countries by any of their names, folded: «Hezbollah» in «Hezbollah operatives» has an Arabic name. */
const namesIn = (data: ReaderData): ((words: string) => Name | undefined) => {
  const byForm = new Map<string, Name>();
  const add = (forms: readonly (string | undefined)[], name: Name): void => {
    for (const form of forms) if (form && !byForm.has(fold(form))) byForm.set(fold(form), name);
  };
  for (const { names, aliases } of data.actors) add([names.en, names.ar, ...aliases.en, ...aliases.ar], names);
  for (const { kind, en, ar, aliases } of data.places)
    if (kind === 'country') add([en, ar, ...aliases], { ...(en && { en }), ...(ar && { ar }) });
  return (words) => byForm.get(fold(words).replace(/^the /, ''));
};

const NO_SENTENCES: SentenceTables = { events: [], frames: [], nouns: [], adjectives: [], genders: [], tolls: [] };

/**
 * Knowledge for the gate and for matching, which ask alike.
 * @param harm rows of loadHarmTable
 * @param machineRead whether what nobody reviewed may be public
 * @param sentences rows of loadSentenceTables; nobody who makes no sentences needs them
 */
export const gateKnowledge = (
  data: ReaderData,
  harm: readonly Row[],
  machineRead: boolean,
  sentences: SentenceTables = NO_SENTENCES,
): GateKnowledge & States => {
  const actors = new Map(data.actors.map((actor) => [actor.id, actor.names]));
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const { places } = data;

  const above = (place: PlaceEntry): readonly PlaceEntry[] => {
    const chain: PlaceEntry[] = [];
    for (let at = place.parent; at !== undefined; ) {
      const next = places.get(at);
      if (!next || chain.includes(next)) break;
      chain.push(next);
      at = next.parent;
    }
    return chain;
  };

  const nameOf = (place: PlaceEntry | undefined) =>
    place && { ...(place.en && { en: place.en }), ...(place.ar && { ar: place.ar }) };

  const placeValue = (place: PlaceEntry): PlaceValue => ({
    id: place.id,
    name: nameOf(place) ?? {},
    ...(place.lat !== undefined && place.lon !== undefined && { lat: place.lat, lon: place.lon }),
    ...(place.country && { country: place.country }),
    admin: above(place)
      .filter((higher) => higher.kind === 'district' || higher.kind === 'province')
      .flatMap((higher) => higher.en ?? [])
      .reverse(),
    precision: precisionOf(place.kind),
    score: 1,
  });

  const kinds = new Map(data.actors.map(({ id, kind, parent }) => [id, { kind, ...(parent && { parent }) }]));
  /** Its own point, else the nearest above it with that one's precision, as the reader gives it. */
  const pointed = (place: PlaceEntry): PlaceValue => {
    const at = [place, ...above(place)].find((step) => step.lat !== undefined && step.lon !== undefined);
    return {
      ...placeValue(place),
      ...(at && at !== place && { lat: at.lat as number, lon: at.lon as number, precision: precisionOf(at.kind) }),
    };
  };

  return {
    ontology: data.ontology,
    actorKind: (id) => kinds.get(id),
    placeOf: (id) => {
      const place = places.get(id);
      return place && pointed(place);
    },
    ...statesIn(data),
    actorName: (id) => actors.get(id) ?? (id.startsWith('country:') ? nameOf(places.get(id)) : undefined),
    sourceOf: (id) => sources.get(id),
    placeKind: (id) => places.get(id)?.kind,
    placeNames: (id) => {
      const place = places.get(id);
      return place ? [...(place.en ? [place.en] : []), ...(place.ar ? [place.ar] : []), ...place.aliases] : [];
    },
    placeAbove: (id, precision) => {
      const place = places.get(id);
      if (!place) return undefined;
      if (RANK[place.kind] >= WANTED[precision]) return placeValue(place);
      const found = above(place).find((higher) => RANK[higher.kind] >= WANTED[precision]);
      return found && placeValue(found);
    },
    harm,
    machineRead,
    sentences,
    peoples: data.nationalities,
    named: namesIn(data),
  };
};
