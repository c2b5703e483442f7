/** How exactly a place may be shown, and the coarser place that stands for it. */
import type { PlacePrecision, PlaceValue } from '../../model/index.ts';
import type { GateKnowledge, Name, PublicPlace } from '../types.ts';
import { nameOf, namesOf } from './names.ts';
import type { HarmRules } from './rules.ts';

type Role = PublicPlace['role'];

/** What a place's public form is decided by. `kinds`: what stands there, as the record or the claim says. */
export type HeldPlace = {
  readonly place: PlaceValue;
  readonly role: Role;
  readonly kinds: readonly string[];
  /** The event is of a kind whose place is protected whatever stands there. */
  readonly protectedEvent?: boolean;
};

/** `name`: the place's name goes too. `area`: it may be named, but is shown as its district (a town with a base). */
export type Care = 'open' | 'area' | 'name';

const AREAS: readonly PlacePrecision[] = ['district', 'province', 'country', 'region'];

export const careOf = (held: HeldPlace, knowledge: GateKnowledge, rules: HarmRules): Care => {
  const { place } = held;
  const known = knowledge.placeKind(place.id);
  const kind = known === 'facility' && rules.isLandmark(namesOf(place.name)) ? 'landmark' : known;
  if (kind !== undefined && (rules.coarsensPlace(kind) || rules.coarsensFacility(kind))) return 'name';
  const protectedThere = held.kinds.some((one) => rules.coarsensPlace(one) || rules.coarsensFacility(one));
  if (kind === undefined) {
    // Nothing is known of it: what the report calls it decides, and a bare point counts as fine.
    if (protectedThere) return 'name';
    if (place.precision === 'point' && rules.coarsensPlace('point')) return 'name';
  }
  const fine = place.precision === 'point' || place.precision === 'town';
  return fine && (protectedThere || held.protectedEvent) ? 'area' : 'open';
};

/** Said where not even a country is known. */
const NOWHERE: Name = { en: 'a place that is withheld', ar: 'مكان محجوب' };

const insteadOf = new WeakMap<GateKnowledge, Map<string, PlaceValue | undefined>>();

/** The place of the district (or the next coarser that is known) that stands for `place`. Asked often, so kept. */
export const placeInstead = (place: PlaceValue, knowledge: GateKnowledge): PlaceValue | undefined => {
  const kept = insteadOf.get(knowledge) ?? new Map<string, PlaceValue | undefined>();
  insteadOf.set(knowledge, kept);
  if (!kept.has(place.id)) {
    const steps = (['district', 'province', 'country'] as const).map((step) => knowledge.placeAbove(place.id, step));
    kept.set(
      place.id,
      steps.find((one) => one !== undefined && one.id !== place.id),
    );
  }
  return kept.get(place.id);
};

const exact = (place: PlaceValue, role: Role): PublicPlace => ({
  id: place.id,
  name: nameOf(place.name),
  ...(place.lat !== undefined && place.lon !== undefined ? { lat: place.lat, lon: place.lon } : {}),
  precision: place.precision,
  ...(place.country ? { country: place.country } : {}),
  ...(place.admin ? { admin: place.admin } : {}),
  role,
});

/** The public form of a place. The owner's form is asked for with `care` `open`. */
export const publicPlace = (held: HeldPlace, care: Care, knowledge: GateKnowledge): PublicPlace => {
  const { place, role } = held;
  if (care === 'open') return exact(place, role);
  const above = placeInstead(place, knowledge);
  if (above)
    return {
      ...exact(above, role),
      // The stand-in may have borrowed a town's point: it is shown as an area all the same.
      precision: AREAS.includes(above.precision) ? above.precision : 'district',
      coarsened: true,
    };
  if (care === 'area')
    return { name: nameOf(place.name), precision: 'district', ...countryOf(place), role, coarsened: true };
  return {
    name: NOWHERE,
    precision: place.country ? 'country' : 'region',
    ...countryOf(place),
    role,
    coarsened: true,
  };
};

const countryOf = (place: PlaceValue): { country?: string } => (place.country ? { country: place.country } : {});

/** Places that read the same in public are one: a quarter and a base of one district. */
export const distinctPlaces = (places: readonly PublicPlace[]): PublicPlace[] => {
  const seen = new Map<string, PublicPlace>();
  for (const place of places) {
    const key = `${place.role} ${place.id ?? JSON.stringify(place.name)}`;
    const known = seen.get(key);
    if (!known || (place.coarsened && !known.coarsened)) seen.set(key, place);
  }
  return [...seen.values()];
};
