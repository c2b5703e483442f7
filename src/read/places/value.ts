/** What lies in what, and a place as the contract tells it. */
import type { PlacePrecision, PlaceValue } from '../../model/index.ts';
import type { PlaceEntry, PlaceKind, PlaceTable, ReaderData } from '../data.ts';

export type PlaceIndex = {
  readonly byId: Pick<PlaceTable, 'get'>;
  /** What a folded name may mean. */
  readonly named: PlaceTable['named'];
  /** See PlaceTable. */
  readonly longest: PlaceTable['longest'];
  /** From the place itself upwards. */
  readonly chain: (place: PlaceEntry) => readonly PlaceEntry[];
};

export const compilePlaces = ({ places }: Pick<ReaderData, 'places'>): PlaceIndex => {
  // Places that reports name are named again and again.
  const chains = new Map<PlaceEntry, readonly PlaceEntry[]>();
  const chain = (place: PlaceEntry): readonly PlaceEntry[] => {
    const known = chains.get(place);
    if (known) return known;
    const path: PlaceEntry[] = [];
    // pack refuses loops; the bound keeps a hand-made table from hanging the reader.
    for (
      let at: PlaceEntry | undefined = place;
      at && path.length < 10;
      at = at.parent ? places.get(at.parent) : undefined
    ) {
      path.push(at);
    }
    chains.set(place, path);
    return path;
  };
  return { byId: places, named: places.named, longest: places.longest, chain };
};

const PRECISION: Readonly<Record<PlaceKind, PlacePrecision>> = {
  country: 'country',
  province: 'province',
  district: 'district',
  town: 'town',
  village: 'town',
  quarter: 'point',
  crossing: 'point',
  base: 'point',
  facility: 'point',
  river: 'region',
  road: 'region',
  desert: 'region',
  region: 'region',
};

/** The value of a place: its own point, else the nearest point above it with that one's precision. */
export const placeValue = (place: PlaceEntry, score: number, index: PlaceIndex): PlaceValue => {
  const path = index.chain(place);
  const pointed = path.find((step) => step.lat !== undefined && step.lon !== undefined);
  const own = pointed === place || pointed === undefined;
  const admin = path
    .slice(1)
    .flatMap((step) => (step.kind !== 'country' && step.en ? [step.en] : []))
    .reverse();
  const country = place.country ?? path.find((step) => step.country)?.country;
  return {
    id: place.id,
    name: { ...(place.en ? { en: place.en } : {}), ...(place.ar ? { ar: place.ar } : {}) },
    ...(pointed ? { lat: pointed.lat!, lon: pointed.lon! } : {}),
    ...(country ? { country } : {}),
    ...(admin.length ? { admin } : {}),
    precision: own ? PRECISION[place.kind] : PRECISION[pointed.kind],
    score: Math.round(score * 100) / 100,
  };
};
