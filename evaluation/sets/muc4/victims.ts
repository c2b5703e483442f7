/** Whom an incident's tolls count, else whom it was done to. */
import type { Claim, Mention } from '../../../src/model/index.ts';
import { identifiedIn } from './identified.ts';
import type { Told } from './incidents.ts';
import { isAnybody, isMilitary, isNobody, isRebel } from './map.ts';

export type Victims = { readonly names: string[]; readonly numbers: string[]; readonly effects: string[] };

const EFFECT: Readonly<Record<string, string | undefined>> = { killed: 'DEATH', injured: 'INJURY', abducted: '' };
// More is a war's or a year's toll, not an incident's.
const MOST = 60;
const KILLED =
  /\b(?:KILL(?:ED|ING)|MURDER\w*|ASSASSINAT\w*|SHOT DEAD|SHOT TO DEATH|EXECUTED|DIED|DEATHS?|MASSACRE\w*)\b/i;
const WOUNDED = /\b(?:WOUND(?:ED|ING)|INJUR\w+)\b/i;
const PLURAL = /(?:S|MEN|PEOPLE|CHILDREN|WOMEN|POLICE|TROOPS|POPULATION)$/i;

// «two others»: a number without anybody.
const OTHERS = /\bOTHERS?$/;
const UNNAMED = '?';
// Deeds that have a victim, though no number tells of one.
const ON_PERSONS = /^violence\.(?:assassination|execution|abduction)/;
// «the lawyer, Ana Ruiz», «lawyer Ana Ruiz»: between a description and its name, in UTF-16 code units.
const APPOSED = 3;

const isPerson = (mention: Mention): boolean =>
  mention.kind === 'person' || (mention.kind === 'actor' && mention.actor === undefined);

/** The number as it was said: of «about 50» fifty, of «dozens» a plural. */
const numberOf = ({ high }: { readonly high?: number | undefined }, words: string): string => {
  const digits = /\d[\d,]*/.exec(words)?.[0].replaceAll(',', '');
  return digits ?? (high === undefined ? 'PLURAL' : String(high));
};

export const victimsOf = (claims: readonly Claim[], { reading, all, said }: Told): Victims => {
  const victims = new Map<string, string>();
  const effects = new Set<string>();
  const doers = new Set(all(claims.flatMap(({ agents }) => agents)).map((m) => said(m).toUpperCase()));
  const add = (words: string, number: string): void => {
    const name = words.toUpperCase().replace(/'S$/, '');
    if (OTHERS.test(name) && number !== 'PLURAL') victims.set(`${UNNAMED} ${name} ${number}`, number);
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
    for (const { who: part, high } of toll.including ?? [])
      for (const one of part ? all([part]) : [])
        if (one.kind === 'person' || high !== undefined) add(said(one), one.kind === 'person' ? '1' : String(high));
    // Who is described and named is told by the name.
    const apposed =
      who && who.kind !== 'person' && toll.high === 1
        ? reading.mentions.find((m) => m.kind === 'person' && m.start >= who.end && m.start - who.end <= APPOSED)
        : undefined;
    if (apposed) add(said(apposed), '1');
    else add(name ?? `${UNNAMED} ${toll.start}`, who?.kind === 'person' ? '1' : numberOf(toll, said(toll)));
  }
  for (const persons of identifiedIn(claims, reading)) {
    for (const one of persons) add(said(one), '1');
    // Three who are named are the three who were counted.
    const sum = [...victims].findLast(([, number]) => persons.length > 1 && number === String(persons.length));
    if (sum) victims.delete(sum[0]);
  }
  if (victims.size === 0)
    for (const claim of claims) {
      if (!claim.type.startsWith('violence.') || claim.type === 'violence.destruction') continue;
      for (const target of all(claim.targets).filter(isPerson)) {
        const name = said(target);
        // Many without a number, whom no word says to have come to harm, are mostly talk.
        if (target.kind !== 'person' && PLURAL.test(name) && !ON_PERSONS.test(claim.type)) continue;
        add(name, target.kind === 'person' || !PLURAL.test(name) ? '1' : 'PLURAL');
        if (/^violence\.(?:assassination|execution)/.test(claim.type)) effects.add('DEATH');
      }
    }
  const told = [...victims].filter(([name]) => !name.startsWith(UNNAMED));
  const known = told.length > 1 ? told.filter(([name]) => !isAnybody(name)) : told;
  // Soldiers who fell beside others were their guards, or another fight.
  const civilian = known.filter(([name]) => !isMilitary(name));
  const named = civilian.length > 0 ? civilian : known;
  // «murdered peasants»: what was done to them stands in the clause, though no number does.
  if (named.length > 0) {
    const quotes = claims.map((claim) => said(claim.quote)).join(' ; ');
    if (KILLED.test(quotes)) effects.add('DEATH');
    if (WOUNDED.test(quotes)) effects.add('INJURY');
  }
  if (effects.size > 1) effects.delete('NO INJURY OR DEATH');
  return {
    names: named.map(([name]) => name),
    // A number without a name («killed 12») counts only where nobody is named, or where it tells of others.
    numbers:
      named.length > 0
        ? [...named, ...[...victims].filter(([name]) => name.startsWith(UNNAMED) && /OTHER/.test(name))].map(
            ([, n]) => n,
          )
        : [...victims.values()].slice(0, 1),
    effects: [...effects],
  };
};

/** Soldiers who fell in a fight are war, and no incident of the task. */
export const isWar = ({ names }: Victims): boolean => names.length > 0 && names.every(isMilitary);
