/** Whom an incident's tolls count, else whom it was done to. */
import type { Claim, Mention } from '../../../src/model/index.ts';
import type { Told } from './incidents.ts';
import { isMilitary, isNobody, isRebel } from './map.ts';

export type Victims = { readonly names: string[]; readonly numbers: string[]; readonly effects: string[] };

const EFFECT: Readonly<Record<string, string | undefined>> = { killed: 'DEATH', injured: 'INJURY', abducted: '' };
// More is a war's or a year's toll, not an incident's.
const MOST = 60;
const KILLED =
  /\b(?:KILL(?:ED|ING)|MURDER\w*|ASSASSINAT\w*|SHOT DEAD|SHOT TO DEATH|EXECUTED|DIED|DEATHS?|MASSACRE\w*)\b/i;
const WOUNDED = /\b(?:WOUND(?:ED|ING)|INJUR\w+)\b/i;
const PLURAL = /(?:S|MEN|PEOPLE|CHILDREN|WOMEN|POLICE|TROOPS|POPULATION)$/i;

const isPerson = (mention: Mention): boolean =>
  mention.kind === 'person' || (mention.kind === 'actor' && mention.actor === undefined);

/** The number as it was said: of «about 50» fifty, of «dozens» a plural. */
const numberOf = ({ high }: { readonly high?: number | undefined }, words: string): string => {
  const digits = /\d[\d,]*/.exec(words)?.[0].replaceAll(',', '');
  return digits ?? (high === undefined ? 'PLURAL' : String(high));
};

export const victimsOf = (claims: readonly Claim[], { all, said }: Told): Victims => {
  const victims = new Map<string, string>();
  const effects = new Set<string>();
  const doers = new Set(all(claims.flatMap(({ agents }) => agents)).map((m) => said(m).toUpperCase()));
  const add = (words: string, number: string): void => {
    const name = words.toUpperCase().replace(/'S$/, '');
    if (isRebel(name) || isNobody(name) || doers.has(name)) return;
    // Told twice is one.
    if (![...victims.keys()].some((other) => other.includes(name) || name.includes(other))) victims.set(name, number);
  };
  for (const toll of claims.flatMap((claim) => claim.toll)) {
    const effect = EFFECT[toll.harm];
    const [who] = toll.who ? all([toll.who]) : [];
    if (effect === undefined || toll.low > MOST || (who && isRebel(said(who)))) continue;
    if (toll.high === 0) {
      effects.add('NO INJURY OR DEATH');
      continue;
    }
    if (effect !== '') effects.add(effect);
    // A toll of one person is told by the person's words, which reach over a surname that is a town's too.
    const name =
      who?.kind === 'person'
        ? said({ start: Math.min(who.start, toll.start), end: Math.max(who.end, toll.end) })
        : who && said(who);
    for (const { who: part } of toll.including ?? [])
      for (const one of part ? all([part]).filter((m) => m.kind === 'person') : []) add(said(one), '1');
    add(name ?? `? ${toll.start}`, who?.kind === 'person' ? '1' : numberOf(toll, said(toll)));
  }
  if (victims.size === 0)
    for (const claim of claims) {
      if (!claim.type.startsWith('violence.') || claim.type === 'violence.destruction') continue;
      for (const target of all(claim.targets).filter(isPerson)) {
        const name = said(target);
        add(name, target.kind === 'person' || !PLURAL.test(name) ? '1' : 'PLURAL');
        if (/^violence\.(?:assassination|execution)/.test(claim.type)) effects.add('DEATH');
      }
    }
  const named = [...victims].filter(([name]) => !name.startsWith('?'));
  // «murdered peasants»: what was done to them stands in the clause, though no number does.
  if (named.length > 0) {
    const quotes = claims.map((claim) => said(claim.quote)).join(' ; ');
    if (KILLED.test(quotes)) effects.add('DEATH');
    if (WOUNDED.test(quotes)) effects.add('INJURY');
  }
  if (effects.size > 1) effects.delete('NO INJURY OR DEATH');
  return {
    names: named.map(([name]) => name),
    // A number without a name («killed 12») counts only where nobody is named.
    numbers: named.length > 0 ? named.map(([, number]) => number) : [...victims.values()].slice(0, 1),
    effects: [...effects],
  };
};

/** Soldiers who fell in a fight are war, and no incident of the task. */
export const isWar = ({ names }: Victims): boolean => names.length > 0 && names.every(isMilitary);
