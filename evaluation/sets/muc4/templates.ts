/** Incidents → templates of MUC-4: one for each incident that somebody or something suffered. */
import type { Mention, Reading } from '../../../src/model/index.ts';
import type { Template } from '../../score/muc4.ts';
import { confidenceOf, stageOf } from './certainty.ts';
import { type Incident, incidentsOf, type Told } from './incidents.ts';
import { countryIn, isKindOfDeed, isRebel, isState, organisationsIn, weaponTypeOf } from './map.ts';
import { isWar, victimsOf } from './victims.ts';
import { isWorth, toldOnce } from './worth.ts';

const DAMAGED = /\b(?:DAMAG\w*|SHATTER\w*)\b/i;
const DESTROYED = /\b(?:DESTROY\w*|BLOWN UP|BLEW UP|BURNED|GUTTED)\b/i;

const once = (words: readonly string[]): string[] => [...new Set(words)];

const effectOn = (quotes: string, bombed: boolean): string[] =>
  DESTROYED.test(quotes) ? ['DESTROYED'] : DAMAGED.test(quotes) || bombed ? ['SOME DAMAGE'] : [];

const templateOf = ({ type, date, claims }: Incident, told: Told): Template[] => {
  const { reading, said, all } = told;
  const { text, issued } = reading.report;
  const quotes = claims.map((claim) => said(claim.quote)).join(' ; ');
  const victims = victimsOf(claims, told);
  const sites = (span: { start: number; end: number }): Mention[] =>
    reading.mentions.filter((m) => m.kind === 'facility' && m.start >= span.start && m.end <= span.end);
  const physical = once(
    claims
      .flatMap(({ targets, quote }) => [...all(targets).filter((m) => m.kind === 'facility'), ...sites(quote)])
      .map(said),
  );
  // What nobody and nothing suffered is no incident of the task.
  if (physical.length === 0 && (victims.names.length === 0 || isWar(victims))) return [];
  // «a terrorist attack», «the minister's murder»: who is a kind of deed, or its victim, is no doer.
  const agents = all(claims.flatMap((claim) => claim.agents))
    .map(said)
    .filter((agent) => !isKindOfDeed(agent) && !victims.names.includes(agent.toUpperCase().replace(/'S$/, '')));
  const around = reading.report.parts
    .filter((part) => claims.some(({ quote }) => quote.start >= part.start && quote.end <= part.end))
    .map(said)
    .join(' ; ');
  const instruments = once(all(claims.flatMap((claim) => claim.instruments)).map(said));
  const organisations = organisationsIn(
    [...agents, quotes, ...(agents.some(isState) ? [] : [around])].join(' ; '),
  ).filter((name) => !isState(name) || agents.some((agent) => agent.toUpperCase().includes(name)));
  const individuals = once(agents).filter((agent) => !organisations.some((name) => agent.toUpperCase().includes(name)));
  const places = all(
    claims.filter((c) => c.placesFrom === 'clause' || c.placesFrom === 'sentence').flatMap((c) => c.places),
  );
  const country = countryIn(quotes) ?? countryIn(text);
  const weaponTypes = once(instruments.flatMap((words) => weaponTypeOf(words) ?? []));
  const state = agents.some(isState) && !agents.some(isRebel);
  const day = date ?? issued.latest;
  return [
    {
      type,
      ...(day ? { date: day } : {}),
      ...(country ? { country } : {}),
      places: once(places.map(said))
        .filter((name) => name.toUpperCase() !== country)
        .slice(0, 3),
      stage: stageOf(claims, quotes),
      weapon: instruments,
      weaponType: weaponTypes.length > 0 ? weaponTypes : type === 'BOMBING' ? ['BOMB'] : [],
      perpCat: state ? 'STATE-SPONSORED VIOLENCE' : 'TERRORIST ACT',
      perpInd: individuals.slice(0, 2),
      perpOrg: organisations.slice(0, 1),
      ...(organisations.length > 0 ? { orgConfidence: confidenceOf(claims, organisations[0]!, told) } : {}),
      physTarget: physical.slice(0, 3),
      physEffect: physical.length === 0 ? [] : effectOn(quotes, type === 'BOMBING'),
      victim: victims.names,
      victimNumber: victims.numbers,
      victimEffect: victims.effects,
    },
  ];
};

/** @param text the text that the reading's spans point into */
export const templatesOf = (reading: Reading, text: string): Template[] => {
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]));
  const told: Told = {
    reading,
    said: ({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim(),
    all: (ids) => ids.flatMap((id) => mentions.get(id) ?? []),
  };
  const templates: Template[] = [];
  for (const incident of incidentsOf(told))
    if (isWorth(incident, text.length, templates.length === 0)) templates.push(...templateOf(incident, told));
  return toldOnce(templates);
};
