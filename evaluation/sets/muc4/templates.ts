/** Claims of a reading → incident templates of MUC-4. One template for each type and day; tolls without a type of their own join the incident before them. */
import type { Claim, Mention, Reading } from '../../../src/model/index.ts';
import type { Template } from '../../score/muc4.ts';
import { countryIn, incidentOf, isRebel, isState, organisationsIn, weaponTypeOf } from './map.ts';

type Incident = { readonly type: string; readonly date: string | undefined; readonly claims: readonly Claim[] };

const HAPPENED = new Set(['asserted', 'threatened', 'cancelled']);
const EFFECT: Readonly<Record<string, string>> = { killed: 'DEATH', injured: 'INJURY' };
const DAMAGED = /\b(?:DAMAG\w*|SHATTER\w*)\b/i;
const DESTROYED = /\b(?:DESTROY\w*|BLOWN UP|BLEW UP|BURNED|GUTTED)\b/i;
const KILLED =
  /\b(?:KILL(?:ED|ING)|MURDER\w*|ASSASSINAT\w*|SHOT DEAD|SHOT TO DEATH|EXECUTED|DIED|DEATHS?|MASSACRE\w*)\b/i;
const WOUNDED = /\b(?:WOUND(?:ED|ING)|INJUR\w+)\b/i;
// What is attacked but is nobody: bodies of the state, machines, words that stand for others.
const NOBODY =
  /\b(?:GOVERNMENT|AUTHORIT\w+|HELICOPTERS?|AIRCRAFT|PLANES?|UNITS?|GROUPS?|OTHERS?|BRIGADE|BATTALION|FORCES?|ARMY|MINISTRY)$/i;
const MILITARY =
  /\b(?:SOLDIERS?|TROOPS?|ARMY|BATTALION|BRIGADE|TROOPERS?|MARINES|PATROLS?|UNITS?|FORCES|LIEUTENANTS?|SERGEANTS?|CORPORALS?|MILITARY|CASUALTIES|ENEMY|POSITIONS|GOVERNMENT)\b/;
const PLURAL = /(?:S|MEN|PEOPLE|CHILDREN|WOMEN|POLICE|TROOPS)$/i;

/** @param text the text that the reading's spans point into */
export const templatesOf = (reading: Reading, text: string): Template[] => {
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]));
  const said = ({ start, end }: { start: number; end: number }): string =>
    text.slice(start, end).replace(/\s+/g, ' ').trim();
  const all = (ids: readonly string[]): Mention[] => ids.flatMap((id) => mentions.get(id) ?? []);
  const issued = reading.report.issued.latest;
  const dayOf = (claim: Claim): string | undefined =>
    claim.time.basis !== 'report' && claim.time.precision === 'day' ? claim.time.earliest : undefined;

  const incidents: Incident[] = [];
  for (const claim of reading.claims) {
    if (claim.background || !HAPPENED.has(claim.modality)) continue;
    const type = incidentOf(claim.type, said(claim.quote));
    if (type === undefined) continue;
    const date = dayOf(claim);
    const loose = claim.type === 'harm.casualties';
    const at = incidents.findLastIndex(
      (incident) =>
        (process.env.MG === 'one' ||
          incident.type === type ||
          (process.env.MG === 'ab' && /ATT|BOM/.test(type) && /ATT|BOM/.test(incident.type)) ||
          (process.env.MG === 'abn' &&
            /ATT|BOM/.test(type) &&
            /ATT|BOM/.test(incident.type) &&
            isNear(incident.claims, claim)) ||
          (loose && date === undefined && isNear(incident.claims, claim))) &&
        (process.env.MG === 'one' || date === undefined || incident.date === undefined || incident.date === date),
    );
    if (at < 0) incidents.push({ type, date, claims: [claim] });
    else {
      const known = incidents[at]!;
      incidents[at] = {
        ...known,
        type: process.env.MG && /BOM/.test(type + known.type) ? 'BOMBING' : known.type,
        date: known.date ?? date,
        claims: [...known.claims, claim],
      };
    }
  }

  return incidents.flatMap((incident): Template[] => {
    const { claims } = incident;
    const quotes = claims.map((claim) => said(claim.quote)).join(' ; ');
    const victims = victimsOf(claims, all, said);
    const facilities = claims
      .flatMap((claim) => {
        const inside = reading.mentions.filter(
          (m) => m.kind === 'facility' && m.start >= claim.quote.start && m.end <= claim.quote.end,
        );
        return [...all(claim.targets).filter((m) => m.kind === 'facility'), ...inside];
      })
      .map(said);
    const physical = [...new Set(facilities)];
    // Soldiers and guerrillas who fell in a fight, with no attack told, are war and no incident of the task.
    if (
      claims.every((claim) => claim.type === 'harm.casualties') &&
      victims.names.every((name) => isState(name) || isRebel(name))
    )
      return [];
    // What nobody and nothing suffered is no incident of the task.
    if (
      process.env.MIL === '1' &&
      physical.length === 0 &&
      victims.names.length > 0 &&
      victims.names.every((name) => MILITARY.test(name))
    )
      return [];
    if (process.env.MIL === '2' && victims.names.length > 0 && victims.names.every((name) => MILITARY.test(name)))
      return [];
    if (
      process.env.GEN &&
      physical.length === 0 &&
      victims.names.length > 0 &&
      victims.numbers.every((n) => n === 'PLURAL') &&
      victims.effects.length === 0
    )
      return [];
    if (process.env.NONUM && victims.names.length === 0 && physical.length === 0) return [];
    if (process.env.NONAME && victims.names.length === 0 && victims.effects.length === 0) return [];
    if (victims.names.length + victims.numbers.length + physical.length === 0) return [];
    const agents = all(claims.flatMap((claim) => claim.agents)).map(said);
    const instruments = [...new Set(all(claims.flatMap((claim) => claim.instruments)).map(said))];
    const organisations = organisationsIn(
      [...agents, quotes, ...(agents.some(isState) ? [] : [text])].join(' ; '),
    ).filter((name) => !isState(name) || agents.some((agent) => agent.toUpperCase().includes(name)));
    const individuals = [...new Set(agents)].filter(
      (agent) => !organisations.some((name) => agent.toUpperCase().includes(name)),
    );
    const places = all(
      claims.filter((c) => c.placesFrom === 'clause' || c.placesFrom === 'sentence').flatMap((c) => c.places),
    );
    const country = countryIn(quotes) ?? countryIn(text);
    const weaponTypes = [...new Set(instruments.flatMap((words) => weaponTypeOf(words) ?? []))];
    const state = agents.some(isState) && !agents.some(isRebel);
    const date = incident.date ?? issued;
    return [
      {
        type: incident.type,
        ...(date ? { date } : {}),
        ...(country ? { country } : {}),
        places: [...new Set(places.map(said))].filter((name) => name.toUpperCase() !== country).slice(0, 3),
        stage: claims.every((claim) => claim.modality === 'threatened') ? 'THREATENED' : 'ACCOMPLISHED',
        weapon: instruments,
        weaponType: weaponTypes.length > 0 ? weaponTypes : incident.type === 'BOMBING' ? ['BOMB'] : [],
        perpCat: state ? 'STATE-SPONSORED VIOLENCE' : 'TERRORIST ACT',
        perpInd: individuals.slice(0, 2),
        perpOrg: organisations.slice(0, 1),
        ...(organisations.length > 0 ? { orgConfidence: confidenceOf(text) } : {}),
        physTarget: physical.slice(0, 3),
        physEffect:
          physical.length === 0
            ? []
            : DESTROYED.test(quotes)
              ? ['DESTROYED']
              : DAMAGED.test(quotes) || incident.type === 'BOMBING'
                ? ['SOME DAMAGE']
                : [],
        victim: victims.names,
        victimNumber: victims.numbers,
        victimEffect: victims.effects,
      },
    ];
  });
};

// A toll told further off than this belongs to something else, in UTF-16 code units.
const NEAR = 400;

const isNear = (claims: readonly Claim[], claim: Claim): boolean =>
  claims.some((other) => Math.abs(other.quote.start - claim.quote.start) <= NEAR);

const confidenceOf = (text: string): string =>
  /CLAIMED (?:RESPONSIBILITY|CREDIT)|ADMITTED/i.test(text)
    ? 'CLAIMED OR ADMITTED'
    : /SUSPECTED|ACCUSED|BLAMED|ATTRIBUTED/i.test(text)
      ? 'SUSPECTED OR ACCUSED'
      : 'REPORTED AS FACT';

type Victims = { readonly names: string[]; readonly numbers: string[]; readonly effects: string[] };

/** Whom the tolls count, else whom the claims were done to; a victim told twice is one. */
const victimsOf = (
  claims: readonly Claim[],
  all: (ids: readonly string[]) => Mention[],
  said: (span: { start: number; end: number }) => string,
): Victims => {
  const victims = new Map<string, string>();
  const effects = new Set<string>();
  const add = (name: string, number: string): void => {
    const key = name.toUpperCase();
    if (isRebel(key) || NOBODY.test(key)) return;
    const known = [...victims.keys()].find((other) => other.includes(key) || key.includes(other));
    if (known === undefined) victims.set(key, number);
  };
  for (const claim of claims) {
    for (const toll of claim.toll) {
      if (toll.harm !== 'abducted' && EFFECT[toll.harm] === undefined) continue;
      if (process.env.BIG && toll.low > +process.env.BIG) continue;
      const who = toll.who ? all([toll.who])[0] : undefined;
      if (who && isRebel(said(who))) continue;
      const effect = EFFECT[toll.harm];
      if (toll.low === 0 && toll.high === 0) {
        effects.add('NO INJURY OR DEATH');
        continue;
      }
      if (effect) effects.add(effect);
      // A toll of one person is told by the person's words, which reach over a surname that is a town's too.
      const name =
        who?.kind === 'person'
          ? said({ start: Math.min(who.start, toll.start), end: Math.max(who.end, toll.end) })
          : who && said(who);
      add(name ?? `? ${toll.start}`, who?.kind === 'person' ? '1' : numberOf(toll, said(toll)));
    }
    if (claim.type.startsWith('violence.') && claim.type !== 'violence.destruction')
      for (const target of all(claim.targets))
        if (target.kind === 'person' || (target.kind === 'actor' && target.actor === undefined)) {
          const name = said(target);
          add(name, target.kind === 'person' || !PLURAL.test(name) ? '1' : 'PLURAL');
          if (/^violence\.(?:assassination|execution)/.test(claim.type)) effects.add('DEATH');
        }
  }
  // «murdered peasants»: what was done to them stands in the clause, though no number does.
  if (victims.size > 0) {
    const quotes = claims.map((claim) => said(claim.quote)).join(' ; ');
    if (KILLED.test(quotes)) effects.add('DEATH');
    if (WOUNDED.test(quotes)) effects.add('INJURY');
  }
  if (effects.size > 1) effects.delete('NO INJURY OR DEATH');
  const named = [...victims].filter(([name]) => !name.startsWith('?'));
  return {
    names: named.map(([name]) => name),
    // A number without a name («killed 12») counts only where nobody is named.
    numbers: named.length > 0 ? named.map(([, number]) => number) : [...victims.values()].slice(0, 1),
    effects: [...effects],
  };
};

/** The number as it was said: of «about 50» fifty, of «dozens» a plural. */
const numberOf = ({ high }: { readonly high?: number | undefined }, words: string): string => {
  const digits = /\d[\d,]*/.exec(words)?.[0].replaceAll(',', '');
  if (digits !== undefined) return digits;
  if (high === undefined) return 'PLURAL';
  return String(high);
};
