/**
 * A record in one sentence of each language, from its own public fields: who says so, what, who, to whom, where, when,
 * with what toll. «According to …: an airstrike by … on … in … on …; 7 killed.»
 */
import type { Bilingual, Language } from '../../model/index.ts';
import type { Name, PublicActor, PublicPlace, PublicRecord } from '../types.ts';
import { words } from '../words/index.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { nameFor, type Phrase, type Phrases } from './phrase.ts';

/** A public record before its sentence and its map are made. */
export type Sayable = Omit<PublicRecord, symbol | 'map' | 'sentence'>;

type Glue = {
  readonly accordingTo: (speakers: string, said: string) => string;
  readonly others: string;
  readonly by: string;
  readonly of: string;
  readonly between: (parties: readonly string[]) => string;
  readonly at: string;
  readonly around: string;
  readonly from: string;
  readonly towards: string;
  readonly tolls: (tolls: readonly string[]) => string;
  readonly or: string;
  readonly undated: (when: string) => string;
  readonly disputed: (speakers: string) => string;
  readonly end: (sentence: string) => string;
  readonly name: (name: string, known: boolean) => string;
};

// English organisations that take the article, by the word that they end or begin with.
const TAKES_THE =
  /(?:^(?:Ministry|Syrian|Islamic (?:State|Revolutionary)|United|Lebanese Army|Free)\b|\b(?:Forces|Force|Guards?|Corps|Army|Ministry|Council|Brigades?|Movement|Network|Observatory|Nations|Union|Government|Helmets)$|^[A-Z]\S+ (?:Observatory|Network|Ministry) for )/u;

const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

// Words that end in «ون» and are no plurals.
const NO_PLURAL = /^(?:ال)?(?:قانون|مليون|تلفزيون|زيتون|كانون|بنتاغون|صهيون|سيمون|هارون|شارون)$/u;

/**
 * Every name of our Arabic sentences stands in the genitive; words taken from a report may be nominative. The sound
 * plural is put right («مسلحون» → «مسلحين»); the dual is left, as too many words end like it («سكان»).
 */
const genitive = (name: string): string =>
  name.replace(/[\u0621-\u064a]{3,}ون(?![\u0621-\u064a])/gu, (word) =>
    NO_PLURAL.test(word) ? word : `${word.slice(0, -2)}ين`,
  );

const GLUE: Readonly<Record<Language, Glue>> = {
  en: {
    accordingTo: (speakers, said) => `According to ${speakers}: ${said}`,
    others: 'others',
    by: 'by',
    of: 'of',
    between: (parties) => `between ${words.en.and(parties)}`,
    at: 'in',
    around: 'in the area of',
    from: 'from',
    towards: 'to',
    tolls: (tolls) => `; ${tolls.join(', ')}`,
    or: ' or ',
    undated: (when) => `; date not stated, reported ${when}`,
    disputed: (speakers) => `; disputed by ${speakers}`,
    end: (sentence) => `${upperFirst(sentence)}.`,
    name: (name, known) => {
      if (!known) return name.replace(/^The /, 'the ');
      return TAKES_THE.test(name) ? `the ${name}` : name;
    },
  },
  ar: {
    accordingTo: (speakers, said) => `بحسب ${speakers}: ${said}`,
    others: 'آخرين',
    by: 'من جانب',
    of: '',
    between: (parties) => `بين ${words.ar.and(parties)}`,
    at: 'في',
    around: 'في منطقة',
    from: 'من',
    towards: 'إلى',
    tolls: (tolls) => `؛ الحصيلة: ${words.ar.and(tolls)}`,
    or: ' أو ',
    undated: (when) => `؛ التاريخ غير مذكور، والتقرير ${when}`,
    disputed: (speakers) => `؛ مع نفي من ${speakers}`,
    end: (sentence) => `${sentence}.`,
    name: (name, known) => (known ? name : genitive(name)),
  },
};

const PHRASES: Readonly<Record<Language, Phrases>> = { en, ar };

/** Each name once, at most three, then «and others». */
const list = (names: readonly string[], language: Language): string => {
  const distinct = [...new Set(names.filter((name) => name !== ''))];
  const shown = distinct.length > 3 ? [...distinct.slice(0, 3), GLUE[language].others] : distinct;
  return words[language].and(shown);
};

const actorNames = (actors: readonly PublicActor[], language: Language): string[] =>
  actors.map((actor) => GLUE[language].name(nameFor(actor.name, language), actor.id !== undefined));

const said = (record: Sayable, language: Language, stance: 'supports' | 'disputes'): string => {
  // The nearest speaker of each claim; the publisher where the report speaks in its own voice.
  const speakers = record.claims
    .filter((claim) => claim.stance === stance)
    .flatMap((claim) => claim.speakers[0] ?? claim.publisher ?? []);
  return list(actorNames(speakers, language), language);
};

const placesOf = (
  places: readonly PublicPlace[],
  role: PublicPlace['role'],
  language: Language,
  at?: string,
): string => {
  const glue = GLUE[language];
  const lead = { at: at ?? glue.at, origin: glue.from, destination: glue.towards }[role];
  const group = (coarse: boolean, before: string): string => {
    const there = places.filter((place) => place.role === role && (place.coarsened === true) === coarse);
    const names = list(
      there.map((place) => nameFor(place.name, language)),
      language,
    );
    return names === '' ? '' : `${before} ${names}`;
  };
  const groups = [group(false, lead), group(true, role === 'at' && !at ? glue.around : lead)];
  return words[language].and(groups.filter((text) => text !== ''));
};

type Event = { readonly text: string; readonly holds: 'agents' | 'targets' | undefined };

/** The event as a noun with its change, and with those who stand close to it: «the presence of …», «اختطاف …». */
const eventOf = (record: Sayable, phrase: Phrase, language: Language): Event => {
  const { change } = record;
  const fill = (text: string): string => text.replace('{}', objectOf(record.facilities, phrase, language));
  const own = change && phrase.changes?.[change];
  if (own !== undefined) return { text: fill(own), holds: undefined };
  const changed = change && PHRASES[language].change[change];
  const holds = phrase.object
    ? undefined
    : phrase.by === 'of' && record.agents.length > 0
      ? 'agents'
      : phrase.to === 'of' && record.targets.length > 0
        ? 'targets'
        : undefined;
  if (!holds) return { text: fill(changed ? changed(phrase.many) : phrase.one), holds };
  const held = list(actorNames(record[holds], language), language);
  const whole = join([phrase.bare ?? phrase.one, GLUE[language].of, held]);
  return { text: changed ? changed(whole) : whole, holds };
};

const join = (pieces: readonly string[]): string => pieces.filter((piece) => piece !== '').join(' ');

const objectOf = (facilities: readonly Name[], phrase: Phrase, language: Language): string => {
  const named = list(
    facilities.map((name) => nameFor(name, language)),
    language,
  );
  return named === '' ? (phrase.object ?? '') : named;
};

const tollsOf = (record: Sayable, language: Language): string => {
  const glue = GLUE[language];
  const byHarm = new Map<string, string[]>();
  for (const toll of record.tolls) {
    const text = words[language].toll(toll.harm, toll.low, toll.high);
    byHarm.set(toll.harm, [...(byHarm.get(toll.harm) ?? []), text]);
  }
  const tolls = [...byHarm.values()].map((texts) => [...new Set(texts)].join(glue.or));
  return tolls.length === 0 ? '' : glue.tolls(tolls);
};

const sayIn = (record: Sayable, language: Language): string => {
  const glue = GLUE[language];
  const label = record.label[language];
  const phrase = PHRASES[language].types[record.type] ?? { one: label, many: label, to: glue.at };
  const agents = actorNames(record.agents, language);
  const targets = [
    ...actorNames(record.targets, language),
    ...(phrase.object ? [] : record.facilities.map((name) => nameFor(name, language))),
  ];
  const event = eventOf(record, phrase, language);
  const mutual = phrase.mutual && agents.length + targets.length > 1;
  const link = (word: string): string => (word === 'of' ? glue.of : word);
  const led = (word: string, names: readonly string[]): string => {
    const text = list(names, language);
    return text === '' ? '' : join([link(word), text]);
  };
  const core = mutual
    ? [event.text, glue.between([...new Set([...agents, ...targets])])]
    : [
        event.text,
        event.holds === 'agents' ? '' : led(phrase.by ?? glue.by, agents),
        led(phrase.to, event.holds === 'targets' ? targets.slice(record.targets.length) : targets),
      ];
  const here = targets.length === 0 ? phrase.at : undefined;
  const places = (['at', 'origin', 'destination'] as const).map((role) =>
    placesOf(record.places, role, language, role === 'at' && here ? link(here) : undefined),
  );
  const wrapped = PHRASES[language].modality[record.modality](join([...core, ...places]));
  const when = words[language].when(record.time);
  const isDated = record.time.earliest !== undefined || record.time.latest !== undefined;
  const dated = isDated && record.timeBasis !== 'report' ? ` ${when}` : '';
  const undated = isDated && record.timeBasis === 'report' ? glue.undated(when) : '';
  const disputed = said(record, language, 'disputes');
  const body = wrapped + dated + tollsOf(record, language) + undated + (disputed === '' ? '' : glue.disputed(disputed));
  const speakers = said(record, language, 'supports');
  return glue.end(speakers === '' ? body : glue.accordingTo(speakers, body));
};

export const sentenceOf = (record: Sayable): Bilingual => ({ en: sayIn(record, 'en'), ar: sayIn(record, 'ar') });
