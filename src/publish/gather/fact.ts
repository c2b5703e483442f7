/** Records as lists, maps and charts count them: ids and days, no words. Of one view: the public's hold what the gate let out. */
import type { Interval } from '../../model/index.ts';
import type { Fact } from '../../record/index.ts';
import type { Ask } from '../pages.ts';

export type { Fact } from '../../record/index.ts';

export const familyOf = (type: string): string => type.split('.', 1)[0] as string;

/** Its bounds as an interval; open ends stay open. */
export const timeOf = ({ earliest, latest }: Fact): Interval => ({
  ...(earliest === undefined ? {} : { earliest }),
  ...(latest === undefined ? {} : { latest }),
  precision: earliest !== undefined && earliest === latest ? 'day' : 'bounded',
});

/** May it have happened between these days? What has no date at all is not between any. */
const between = ({ earliest, latest }: Fact, from: string | undefined, to: string | undefined): boolean => {
  if (from === undefined && to === undefined) return true;
  if (earliest === undefined && latest === undefined) return false;
  return (
    (from === undefined || (latest ?? earliest ?? '') >= from) && (to === undefined || (earliest ?? latest ?? '') <= to)
  );
};

/** The facts that a question asks for, in their order. Its words (`text`) are another's business. */
export const asked = (facts: readonly Fact[], { type, actor, place, modality, from, to }: Ask): readonly Fact[] =>
  facts.filter(
    (fact) =>
      (type === undefined || fact.type === type || familyOf(fact.type) === type) &&
      (actor === undefined || fact.actors.includes(actor)) &&
      (place === undefined || fact.areas.includes(place)) &&
      (modality === undefined || fact.modality === modality) &&
      between(fact, from, to),
  );

/** How often each key stands, most often first; equal ones by key, so that the order tells nothing else. */
export const counts = (facts: readonly Fact[], keysOf: (fact: Fact) => readonly string[]): [string, number][] => {
  const found = new Map<string, number>();
  for (const fact of facts) for (const key of new Set(keysOf(fact))) found.set(key, (found.get(key) ?? 0) + 1);
  return [...found].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
};
