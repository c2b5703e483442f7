/**
 * Geoparsing: are the place names found (F1, exact spans), are they put in the right place (within 161 km = 100 miles,
 * the field's usual bound: Gritta et al. 2020, «A Pragmatic Guide to Geoparsing Evaluation»), and both at once.
 */
import { scoresOf } from './f1.ts';

export type Place = { readonly start: number; readonly end: number; readonly lat?: number; readonly lon?: number };
export type Document = { readonly id: string; readonly places: readonly Place[] };

const EARTH_KM = 6371;
const NEAR_KM = 161;
const RADIANS = Math.PI / 180;

/** Great-circle distance of two points in degrees (haversine), in km. */
export const kilometres = (lat1: number, lon1: number, lat2: number, lon2: number): number => {
  const half =
    Math.sin(((lat2 - lat1) * RADIANS) / 2) ** 2 +
    Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * Math.sin(((lon2 - lon1) * RADIANS) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
};

/** One entry a span; of several the last stays. */
const bySpan = (places: readonly Place[]): Place[] => [
  ...new Map(places.map((place) => [`${place.start}:${place.end}`, place])).values(),
];

/**
 * All 0–100. `resolution`: gold names with a point that were put within 161 km; a name that was not found counts as
 * not resolved. `endToEnd`: F1 of the same, predictions over gold names without a point left out of the count.
 */
export const scorePlaces = (
  gold: readonly Document[],
  predicted: ReadonlyMap<string, readonly Place[]>,
): { readonly recognition: number; readonly resolution: number; readonly endToEnd: number } => {
  const total = { gold: 0, located: 0, predicted: 0, exact: 0, near: 0, unlocated: 0 };
  for (const document of gold) {
    const wanted = bySpan(document.places);
    const found = bySpan(predicted.get(document.id) ?? []);
    total.gold += wanted.length;
    total.predicted += found.length;
    const taken = new Set<number>();
    for (const name of wanted) {
      const exact = found.findIndex((place) => place.start === name.start && place.end === name.end);
      if (exact >= 0) total.exact += 1;
      // A prediction answers one gold name: the same span, else the first that overlaps and is still free.
      const at =
        exact >= 0 ? exact : found.findIndex((p, i) => !taken.has(i) && p.start < name.end && p.end > name.start);
      const match = at >= 0 && !taken.has(at) ? found[at] : undefined;
      if (match !== undefined) taken.add(at);
      if (name.lat === undefined || name.lon === undefined) {
        if (match !== undefined) total.unlocated += 1;
        continue;
      }
      total.located += 1;
      if (match?.lat === undefined || match.lon === undefined) continue;
      if (kilometres(name.lat, name.lon, match.lat, match.lon) <= NEAR_KM) total.near += 1;
    }
  }
  return {
    recognition: 100 * scoresOf(total.exact, total.predicted, total.gold).f1,
    resolution: total.located === 0 ? 0 : (100 * total.near) / total.located,
    endToEnd: 100 * scoresOf(total.near, total.predicted - total.unlocated, total.located).f1,
  };
};

/** 0–100: of gold names with a point that were given one, how many lie within 161 km; and how many were given one. */
export const scoreResolution = (
  gold: readonly Document[],
  predicted: ReadonlyMap<string, readonly Place[]>,
): { readonly accuracy: number; readonly coverage: number } => {
  const total = { located: 0, resolved: 0, near: 0 };
  for (const { id, places } of gold) {
    const found = new Map((predicted.get(id) ?? []).map((place) => [`${place.start}:${place.end}`, place]));
    for (const { start, end, lat, lon } of bySpan(places)) {
      if (lat === undefined || lon === undefined) continue;
      total.located += 1;
      const place = found.get(`${start}:${end}`);
      if (place?.lat === undefined || place.lon === undefined) continue;
      total.resolved += 1;
      if (kilometres(lat, lon, place.lat, place.lon) <= NEAR_KM) total.near += 1;
    }
  }
  return {
    accuracy: total.resolved === 0 ? 0 : (100 * total.near) / total.resolved,
    coverage: total.located === 0 ? 0 : (100 * total.resolved) / total.located,
  };
};
