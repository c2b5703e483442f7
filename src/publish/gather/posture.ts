/** An actor in a place: what is told of each indicator over time, on an ordinal scale. It counts nothing. */
import type { Change } from '../../model/index.ts';
import type { Indicator, Level, PublicPosture, Scale, Told } from '../pages.ts';
import { counts, type Fact, familyOf, timeOf } from './fact.ts';
import type { Known } from './known.ts';
import { binsOf, scaleOf, spanOf } from './scale.ts';

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

/** Marks that a drawing has room for. */
const MARKS = { large: 48, small: 16 } as const;

/** What is told alike of the same bins of the scale, as the mark of its newest: they would lie on one another. */
const merged = (facts: readonly Fact[], scale: Scale): readonly Told[] => {
  const binned = binsOf(scale);
  const marks = new Map<string, Told>();
  for (const fact of facts) {
    const told = toldBy(fact);
    const key = [binned(fact), told.level, told.change, told.modality, told.review].join(' ');
    const before = marks.get(key);
    marks.delete(key);
    marks.set(key, before ? { ...told, records: (before.records ?? 1) + 1 } : told);
  }
  return [...marks.values()];
};

const indicatorOf = (
  type: string,
  facts: readonly Fact[],
  { known, scale, size }: { readonly known: Known; readonly scale: Scale; readonly size: keyof typeof MARKS },
): Indicator => {
  const own = facts.filter((fact) => fact.type === type).sort(inOrder);
  const told = own.length <= MARKS[size] ? own.map(toldBy) : merged(own, scale);
  const earlier = told.slice(0, -MARKS[size]).reduce((sum, { records = 1 }) => sum + records, 0);
  return { type, ...known.type(type), told: told.slice(-MARKS[size]), ...(earlier > 0 && { earlier }) };
};

/** What these records tell, oldest first. @param ids of records among the facts */
export const toldOf = (facts: readonly Fact[], ids: readonly string[]): PublicPosture['told'] => {
  const shown = new Set(ids);
  return facts
    .filter((fact) => shown.has(fact.id))
    .sort(inOrder)
    .map((fact) => ({ ...toldBy(fact), type: fact.type }));
};

export const PRESENCE = 'posture.presence';
export const VISIBILITY = 'posture.visibility';

/** `undefined` where no posture of this actor in this place is on record. `facts`: the actor's in the place, all types. */
export const postureOf = (
  actor: string,
  place: string,
  facts: readonly Fact[],
  known: Known,
): Omit<PublicPosture, symbol | 'records' | 'told' | 'map'> | undefined => {
  const name = known.actor(actor);
  const where = known.place(place);
  const posture = facts.filter((fact) => familyOf(fact.type) === 'posture');
  const found = scaleOf(posture);
  if (!name || !where || !found) return undefined;
  const types = counts
    .types(posture)
    .map(([type]) => type)
    .filter((type) => type !== PRESENCE && type !== VISIBILITY);
  const { scale } = found;
  const others = types.map((type) => indicatorOf(type, posture, { known, scale, size: 'small' }));
  return {
    id: `${actor}@${place}`,
    actor: { id: actor, name },
    place: { ...where, id: place },
    within: known.above(place).flatMap((one) => (one.id === undefined ? [] : [{ id: one.id, name: one.name }])),
    scale,
    presence: indicatorOf(PRESENCE, posture, { known, scale, size: 'large' }),
    visibility: indicatorOf(VISIBILITY, posture, { known, scale, size: 'large' }),
    others,
  };
};
