/** Which place a name means: by kind and size, by what else the report names, and by what stands beside it. */
import type { PlacePrecision, PlaceValue } from '../../model/index.ts';
import type { PlaceEntry, PlaceKind, ReaderData } from '../data.ts';
import type { Words } from '../text.ts';
import type { FoundName } from './names.ts';

export type PlaceIndex = {
  readonly byId: ReadonlyMap<string, PlaceEntry>;
  /** From the place itself upwards. */
  readonly chain: (place: PlaceEntry) => readonly PlaceEntry[];
};

export const compilePlaces = (data: ReaderData): PlaceIndex => {
  const byId = new Map(data.places.map((place) => [place.id, place]));
  const chain = (place: PlaceEntry): PlaceEntry[] => {
    const path: PlaceEntry[] = [];
    // pack refuses loops; the bound keeps a hand-made table from hanging the reader.
    for (
      let at: PlaceEntry | undefined = place;
      at && path.length < 10;
      at = at.parent ? byId.get(at.parent) : undefined
    ) {
      path.push(at);
    }
    return path;
  };
  return { byId, chain };
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

const KIND_WEIGHT: Readonly<Partial<Record<PlaceKind, number>>> = { country: 5, province: 2.5, district: 1, region: 2 };

export type ResolvedPlace = { readonly entry: PlaceEntry; readonly score: number; readonly close: boolean };

/**
 * Resolves every place name of a report. Weights are set by hand for this first pass: size counts by its order of
 * magnitude, a country that the report names again and again for two of them, a container that is named too for three.
 */
export const resolvePlaces = (
  found: readonly FoundName[],
  index: PlaceIndex,
  words: Words,
): Map<FoundName, ResolvedPlace> => {
  const countries = new Map<string, number>();
  const named = new Set<string>();
  const vote = (country: string | undefined, weight: number): void => {
    if (country) countries.set(country, (countries.get(country) ?? 0) + weight);
  };
  for (const name of found) {
    for (const candidate of name.names) {
      if (candidate.kind === 'place') named.add(candidate.entry.id);
    }
    const only = name.names[0]!;
    if (only.kind === 'nationality') vote(only.entry.country, 0.3);
    else if (only.kind === 'actor') vote(only.entry.country, 0.2);
    else if (name.names.some((n) => n.kind === 'place' && n.entry.kind === 'country')) {
      vote(name.names.find((n) => n.kind === 'place' && n.entry.kind === 'country')!.entry.country, 1);
    } else if (name.names.length === 1) vote(only.entry.country, 1);
  }
  const total = [...countries.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  const resolved = new Map<FoundName, ResolvedPlace>();
  for (const [at, name] of found.entries()) {
    const candidates = name.names.flatMap((n) => (n.kind === 'place' ? [n.entry] : []));
    if (candidates.length === 0) continue;
    // «Alexandria, Louisiana»: the next name says what it lies in.
    const next = found[at + 1];
    const beside = /^[,،(]$/.test(words.tokens[name.after]?.norm ?? '');
    const follower = beside && next !== undefined && next.first <= name.after + 2 ? next : undefined;
    const followers = new Set(follower?.names.flatMap((n) => (n.kind === 'place' ? [n.entry.id] : [])));
    const scored = candidates
      .map((entry) => {
        const above = index.chain(entry).slice(1);
        const share = (countries.get(entry.country ?? '') ?? 0) / total;
        const score =
          Math.log10(entry.population + 10) +
          (KIND_WEIGHT[entry.kind] ?? 0) +
          (entry.parent !== undefined && !entry.id.startsWith('geonames:') ? 1 : 0) +
          2 * share +
          (above.some((step) => step.kind !== 'country' && named.has(step.id)) ? 3 : 0) +
          (above.some((step) => followers.has(step.id)) || followers.has(`country:${entry.country}`) ? 5 : 0);
        return { entry, score };
      })
      .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
    const [best, second] = scored;
    const sum = scored.reduce((all, { score }) => all + Math.exp(score - best!.score), 0);
    // One sense a report would keep even a certain name from being quite certain.
    resolved.set(name, {
      entry: best!.entry,
      score: 0.97 / sum,
      close: second !== undefined && best!.score - second.score < 0.3 && second.entry.country !== best!.entry.country,
    });
  }
  return resolved;
};
