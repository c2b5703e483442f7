/** An actor in a place: what is told of each indicator over time, on an ordinal scale. It counts nothing. */
import type { Change } from '../../model/index.ts';
import type { Indicator, Level, PublicPosture, Told } from '../pages.ts';
import { type Fact, familyOf, timeOf } from './fact.ts';
import type { Known } from './known.ts';
import { scaleOf, spanOf } from './scale.ts';

/**
 * A change as a level. What moved, was replaced or refused is told of as being there: where to and by whom is in its
 * record, and no level can say it.
 */
const LEVEL: Readonly<Record<Change, Level>> = {
  began: 'more',
  increased: 'more',
  continued: 'there',
  moved: 'there',
  replaced: 'there',
  refused: 'there',
  decreased: 'less',
  ended: 'ended',
};

export const levelOf = (change: Change | undefined): Level => (change ? LEVEL[change] : 'there');

const toldBy = (fact: Fact): Told => ({
  record: fact.id,
  time: timeOf(fact),
  level: levelOf(fact.change),
  ...(fact.change ? { change: fact.change } : {}),
  modality: fact.modality,
  review: fact.review,
});

/** Earliest first; of one day the one that is known more exactly. */
const inOrder = (a: Fact, b: Fact): number => {
  const [one, other] = [spanOf(a), spanOf(b)];
  const key = (span: typeof one): string => (span ? `${span.to} ${span.from}` : '');
  return key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : a.id < b.id ? -1 : 1;
};

const indicatorOf = (type: string, facts: readonly Fact[], known: Known): Indicator => ({
  type,
  ...known.type(type),
  told: facts
    .filter((fact) => fact.type === type)
    .sort(inOrder)
    .map(toldBy),
});

export const PRESENCE = 'posture.presence';
export const VISIBILITY = 'posture.visibility';

/** `undefined` where no posture of this actor in this place is on record. `facts`: the actor's in the place, all types. */
export const postureOf = (
  actor: string,
  place: string,
  facts: readonly Fact[],
  known: Known,
): Omit<PublicPosture, symbol | 'records' | 'map'> | undefined => {
  const name = known.actor(actor);
  const where = known.place(place);
  const posture = facts.filter((fact) => familyOf(fact.type) === 'posture');
  const found = scaleOf(posture);
  if (!name || !where || !found) return undefined;
  const types = [...new Set(posture.map((fact) => fact.type))].filter(
    (type) => type !== PRESENCE && type !== VISIBILITY,
  );
  const others = types
    .map((type) => indicatorOf(type, posture, known))
    .sort((a, b) => b.told.length - a.told.length || (a.type < b.type ? -1 : 1));
  return {
    id: `${actor}@${place}`,
    actor: { id: actor, name },
    place: { ...where, id: place },
    within: known.above(place).flatMap((one) => (one.id === undefined ? [] : [{ id: one.id, name: one.name }])),
    scale: found.scale,
    presence: indicatorOf(PRESENCE, posture, known),
    visibility: indicatorOf(VISIBILITY, posture, known),
    others,
  };
};
