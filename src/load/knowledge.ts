/** What the harm gate asks of the world, out of the reader's data. */
import type { PlacePrecision, PlaceValue } from '../model/index.ts';
import type { GateKnowledge } from '../publish/types.ts';
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

/** Knowledge for the gate. `harm`: rows of loadHarmTable; `machineRead`: whether what nobody reviewed may be public. */
export const gateKnowledge = (data: ReaderData, harm: readonly Row[], machineRead: boolean): GateKnowledge => {
  const actors = new Map(data.actors.map((actor) => [actor.id, actor.names]));
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const places = new Map(data.places.map((place) => [place.id, place]));

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

  const placeValue = (place: PlaceEntry): PlaceValue => ({
    id: place.id,
    name: { ...(place.en && { en: place.en }), ...(place.ar && { ar: place.ar }) },
    ...(place.lat !== undefined && place.lon !== undefined && { lat: place.lat, lon: place.lon }),
    ...(place.country && { country: place.country }),
    admin: above(place)
      .filter((higher) => higher.kind === 'district' || higher.kind === 'province')
      .flatMap((higher) => higher.en ?? [])
      .reverse(),
    precision: precisionOf(place.kind),
    score: 1,
  });

  return {
    ontology: data.ontology,
    actorName: (id) => actors.get(id),
    sourceOf: (id) => sources.get(id),
    placeKind: (id) => places.get(id)?.kind,
    placeAbove: (id, precision) => {
      const place = places.get(id);
      if (!place) return undefined;
      if (RANK[place.kind] >= WANTED[precision]) return placeValue(place);
      const found = above(place).find((higher) => RANK[higher.kind] >= WANTED[precision]);
      return found && placeValue(found);
    },
    harm,
    machineRead,
  };
};
