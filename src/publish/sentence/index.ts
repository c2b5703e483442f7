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
  /** What leads to a building. */
  readonly site: string;
  readonly building: (name: string) => string;
  readonly place: (name: string) => string;
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
  /(?:^(?:Ministry|Syrian|Islamic (?:State|Revolutionary)|United|Lebanese Army|Free)\b|\b(?:Forces|Force|Guards?|Corps|Army|Ministry|Council|Brigades?|Movement|Network|Observatory|Nations|Union|Government|Helmets|Organization|Houthis|Taliban)$|^[A-Z]\S+ (?:Observatory|Network|Ministry) for )/u;

const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

// A description that begins a sentence there does not begin one here; names of peoples keep their capital.
const DESCRIBES =
  /^(?:The|A|An|Foreign|Local|Armed|Unknown|Unidentified|Many|Some|Several|Other|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|Thousands|Soldiers?|Troops|Forces|Fighters?|Gunmen|Residents|Civilians|People|Families|Protesters|Police|Rebels|Militants|Government|Military|Elements|Medical|Rescue|Officials?|Witnesses|Sources?|Army|Warplanes|Jets|Drones)\b/u;
const NEEDS_NO_ARTICLE =
  /(?:s|men|people|children|police|personnel|staff|infantry|artillery|\d+)$|^(?:the|a|an|its|their|his|her|this|that|one|two|three|four|five|six|seven|eight|nine|ten|many|some|several|more|at|over|up)\b|\d/u;

/** Words from a report, as a sentence of ours takes them up: «Foreign leaders» → «foreign leaders», «army» → «the army». */
const plainEnglish = (name: string): string => {
  const text = DESCRIBES.test(name) ? name.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : name;
  return /^\p{Ll}/u.test(text) && !NEEDS_NO_ARTICLE.test(text) ? `the ${text}` : text;
};

/** A kind of building in general: «hospital» → «a hospital». */
const oneOf = (name: string): string =>
  /^\p{Ll}/u.test(name) && !NEEDS_NO_ARTICLE.test(name) ? `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}` : name;

// Names that say themselves that they are areas.
const AREA =
  /(?:^|\s)(?:District|Province|Governorate|Strip|Region|Area|منطقة|محافظة|قضاء|مديرية|قطاع|ناحية|ريف|ولاية)(?:\s|$)/u;

// Words that end in «ون» and are no plurals.
const NO_PLURAL = /^(?:ال)?(?:قانون|مليون|تلفزيون|زيتون|كانون|بنتاغون|صهيون|سيمون|هارون|شارون)$/u;

/**
 * Every name of our Arabic sentences stands in the genitive; words taken from a report may be nominative. The sound
 * plural is put right («مسلحون» → «مسلحين»); the dual is left, as too many words end like it («سكان»).
 */
const genitive = (name: string): string =>
  name
    .replace(/[\u0621-\u064a]{3,}ون(?![\u0621-\u064a])/gu, (word) =>
      NO_PLURAL.test(word) ? word : `${word.slice(0, -2)}ين`,
    )
    .replace(/(?:ًا|اً)(?![\u0621-\u064a])/gu, '');

const GLUE: Readonly<Record<Language, Glue>> = {
  en: {
    accordingTo: (speakers, said) => `According to ${speakers}: ${said}`,
    others: 'others',
    by: 'by',
    of: 'of',
    between: (parties) => `between ${words.en.and(parties)}`,
    at: 'in',
    site: 'at',
    building: oneOf,
    place: (name) => (/^United |(?:Strip|Heights|Islands|Republic)$/.test(name) ? `the ${name}` : name),
    around: 'in the area of',
    from: 'from',
    towards: 'to',
    tolls: (tolls) => `; ${tolls.join(', ')}`,
    or: ' or ',
    undated: (when) => `; date not stated, reported ${when}`,
    disputed: (speakers) => `; disputed by ${speakers}`,
    end: (sentence) => `${upperFirst(sentence)}.`,
    name: (name, known) => {
      if (!known) return plainEnglish(name);
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
    site: 'في',
    building: (name) => name,
    place: (name) => name,
    around: 'في منطقة',
    from: 'من',
    towards: 'إلى',
    tolls: (tolls) => `؛ الحصيلة: ${words.ar.and(tolls)}`,
    or: ' أو ',
    undated: (when) => `؛ التاريخ غير مذكور، والتقرير ${when}`,
    disputed: (speakers) => `؛ مع نفي من ${speakers}`,
    end: (sentence) => `${sentence}.`,
    name: genitive,
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
  const group = (around: boolean, before: string): string => {
    const there = places
      .filter((place) => place.role === role)
      .map((place) => ({ name: glue.place(nameFor(place.name, language)), coarse: place.coarsened === true }))
      .filter(({ name, coarse }) => (coarse && !AREA.test(name)) === around);
    const names = list(
      there.map((place) => place.name),
      language,
    );
    return names === '' ? '' : `${before} ${names}`;
  };
  const groups = [group(false, lead), group(true, role === 'at' && !at ? glue.around : lead)];
  return words[language].and(groups.filter((text) => text !== ''));
};

type Parties = { readonly agents: readonly string[]; readonly objects: readonly string[] };
type Event = { readonly text: string; readonly holds: keyof Parties | undefined };

/** The event as a noun with its change, and with those who stand close to it: «the presence of …», «اختطاف …». */
const eventOf = (record: Sayable, parties: Parties, phrase: Phrase, language: Language): Event => {
  const { change } = record;
  const { of } = GLUE[language];
  const fill = (text: string): string => text.replace('{}', objectOf(record.facilities, phrase, language));
  const holds = phrase.object
    ? undefined
    : phrase.to === 'of' && parties.objects.length > 0
      ? 'objects'
      : phrase.by === 'of' && parties.agents.length > 0
        ? 'agents'
        : undefined;
  const own = change && phrase.changes?.[change];
  const changed = own === undefined && change ? PHRASES[language].change[change] : undefined;
  if (!holds) {
    const text = fill(own ?? (changed ? changed(phrase.many) : phrase.one));
    // «the displacement» of nobody is «displacement».
    return { text: phrase.to === 'of' && !phrase.at ? text.replace(/^the /, '') : text, holds };
  }
  const whole = join([own ?? phrase.bare ?? phrase.one, of, list(parties[holds], language)]);
  return { text: changed ? changed(whole) : whole, holds };
};

const join = (pieces: readonly string[]): string => pieces.filter((piece) => piece !== '').join(' ');

const objectOf = (facilities: readonly Name[], phrase: Phrase, language: Language): string => {
  const named = list(
    facilities.map((name) => GLUE[language].building(nameFor(name, language))),
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
  // A checkpoint is not said twice where the event is of checkpoints.
  const buildings = phrase.object
    ? []
    : record.facilities
        .filter((name) => !(name.en && en.types[record.type]?.one.includes(name.en)))
        .map((name) => nameFor(name, language))
        .filter((name) => name !== '' && !phrase.one.includes(name) && !phrase.many.includes(name))
        .map(glue.building);
  const objects = [...actorNames(record.targets, language), ...(phrase.hits ? buildings : [])];
  const event = eventOf(record, { agents, objects }, phrase, language);
  const mutual = phrase.mutual && agents.length + objects.length > 1;
  const led = (word: string, names: readonly string[]): string => {
    const text = list(names, language);
    return text === '' ? '' : join([word === 'of' ? glue.of : word, text]);
  };
  const by = phrase.by === undefined || (phrase.by === 'of' && event.holds !== 'agents') ? glue.by : phrase.by;
  const core = mutual
    ? [event.text, glue.between([...new Set([...agents, ...objects])])]
    : [
        event.text,
        event.holds === 'agents' ? '' : led(by, agents),
        event.holds === 'objects' ? '' : led(phrase.to, objects),
      ];
  if (!phrase.hits) core.push(led(glue.site, buildings));
  const here = objects.length === 0 ? phrase.at : undefined;
  const places = (['at', 'origin', 'destination'] as const).map((role) =>
    placesOf(record.places, role, language, role === 'at' && here === 'of' ? glue.of : here),
  );
  // An assessment that is assessed is still one assessment.
  const modality = record.type === 'assessment.judgement' ? 'asserted' : record.modality;
  const wrapped = PHRASES[language].modality[modality](join([...core, ...places]));
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
