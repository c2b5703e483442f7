/** Which of a report's incidents have a template: those that are told with something of their own, each once. */
import type { Template } from '../../score/muc4.ts';
import type { Incident } from './incidents.ts';

const HARMS = new Set(['killed', 'injured', 'abducted']);
// What a report opens with, in UTF-16 code units or as a part of it.
const OPENING = 600;
const OPENING_PART = 5;
const MANY_CLAIMS = 3;
// The incident a report is about needs little; what it mentions further on is mostly background and talk.
const NEEDED = { first: 1, further: 2 } as const;

/** How much speaks for an incident of its own: a day, a town in the clause, a toll, the report's head, that much is told of it. */
const marksOf = ({ date, claims }: Incident, length: number): number =>
  [
    date !== undefined,
    claims.some(({ placesFrom }) => placesFrom === 'clause'),
    claims.some(({ toll }) => toll.some(({ harm }) => HARMS.has(harm))),
    claims.some(({ quote }) => quote.start < Math.max(OPENING, length / OPENING_PART)),
    claims.length >= MANY_CLAIMS,
  ].filter(Boolean).length;

/** @param length of the report's text */
export const isWorth = (incident: Incident, length: number, first: boolean): boolean =>
  marksOf(incident, length) >= (first ? NEEDED.first : NEEDED.further);

type Victim = { readonly name: string; readonly number: string | undefined };

const victimsIn = ({ victim, victimNumber }: Template): Victim[] => {
  const numbers = victimNumber as readonly string[];
  return (victim as readonly string[]).map((name, at) => ({ name, number: numbers[at] }));
};

/** The same words, or one person by a longer and a shorter name. */
const isSame = (a: Victim, b: Victim): boolean =>
  a.number === b.number &&
  (a.name === b.name ||
    (a.number === '1' &&
      (a.name.includes(' ') || b.name.includes(' ')) &&
      (a.name.includes(b.name) || b.name.includes(a.name))));

/** Templates without those that tell again of the victims of one before; who was abducted and killed was abducted. */
export const toldOnce = (templates: readonly Template[]): Template[] => {
  const kept: Template[] = [];
  for (const template of templates) {
    const victims = victimsIn(template);
    const again = (other: Template): Victim[] =>
      victims.filter((victim) => victimsIn(other).some((known) => isSame(victim, known)));
    const killing = kept.findIndex((other) => other.type === 'ATTACK' && again(other).length > 0);
    const isKnown =
      victims.length > 0 && victims.every((victim) => kept.some((other) => again(other).includes(victim)));
    if (template.type === 'KIDNAPPING' && killing >= 0) kept[killing] = { ...kept[killing], type: 'KIDNAPPING' };
    else if (!isKnown) kept.push(template);
  }
  return kept;
};
