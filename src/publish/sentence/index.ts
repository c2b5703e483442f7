/**
 * A record in one sentence of each language, from its own public fields: who says so, what, who, to whom, where, when,
 * with what toll. «The Syrian Observatory says that … evacuated headquarters in …», «بحسب …، أخلت … مقراتها في …».
 * Words are tables (data/sentences); here is what must agree with what, and what a modality does to a sentence.
 */
import type { Bilingual, Language } from '../../model/index.ts';
import type { PublicClaim } from '../types.ts';
import { words } from '../words/index.ts';
import { castOf, OBJECT, others, type Sayable } from './cast.ts';
import type { Vocabulary } from './noun-phrase.ts';
import { listOf, type Party, partyOf } from './party.ts';
import type { Row } from './phrasebook.ts';
import { genderOfNoun, isSeveral, renderArabic, renderEnglish } from './render.ts';
import { choose, type SlotName } from './template.ts';
import { changed, type Told, tellRow } from './told.ts';
import { tollsAfter, tollsAsClause } from './tolls.ts';

export type { Sayable } from './cast.ts';
export type { Vocabulary } from './noun-phrase.ts';
export { phrasebookOf } from './phrasebook.ts';

/** A type that the table does not know yet is called by its label. */
const rowOfLabel = ({ label }: Sayable): Row => ({
  en: `there was ${label.en.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())}[ by {agent}]`,
  enNoun: label.en,
  ar: `وقع ${label.ar}`,
  arNoun: label.ar,
});

/** What is told of casualties without a doer is their number. */
const isToll = ({ type, agents, modality }: Sayable): boolean =>
  type === 'harm.casualties' && agents.length === 0 && (modality === 'asserted' || modality === 'denied');

const toldOf = (record: Sayable, vocabulary: Vocabulary, self: boolean): Told => {
  const { book } = vocabulary;
  const cast = castOf(record, vocabulary, self);
  // What was called off before it began did not end.
  const change = record.modality === 'cancelled' && record.change === 'ended' ? undefined : record.change;
  const own = book.event(record.type, change);
  const base = book.event(record.type, undefined) ?? rowOfLabel(record);
  if (change === undefined || own) {
    const told = tellRow(own ?? base, cast, false);
    const there = (language: Language): string =>
      [cast.site[language], cast.where[language]].filter((text) => text !== '').join(' ');
    const clause = isToll(record)
      ? tollsAsClause(record.tolls, vocabulary, { en: there('en'), ar: there('ar') })
      : undefined;
    return clause ? { ...told, clause, elided: clause.ar, ofTolls: true } : told;
  }
  return changed(book.frame(`change.${change}`), tellRow(base, cast, true));
};

/** Who says so: the nearest speaker of each claim; the publisher where the report speaks in its own voice. */
const speakersOf = (record: Sayable, stance: 'supports' | 'disputes') =>
  record.claims
    .filter((claim) => claim.stance === stance)
    .flatMap(({ speakers: [first], publisher }) =>
      first ? [{ actor: first, own: false }] : publisher ? [{ actor: publisher, own: true }] : [],
    );

const asEvent = (text: string, language: Language) =>
  language === 'en'
    ? { text, plural: isSeveral(text) }
    : { nominative: text, oblique: text, gender: genderOfNoun(text), pronoun: 'ها' };

/** A frame with its slots filled, in both languages. */
const framed = (
  frame: Row,
  parties: Readonly<Partial<Record<SlotName, Party>>>,
  texts: (alternative: string, language: Language) => Readonly<Partial<Record<SlotName, string>>>,
  elided = false,
): Record<Language, string> => {
  const say = (language: Language): string => {
    const slotsFor = (alternative: string) => {
      const own = Object.entries(texts(alternative, language)).map(([slot, text]) => [slot, asEvent(text, language)]);
      const given = Object.entries(parties).map(([slot, party]) => [slot, party[language]]);
      return Object.fromEntries([...given, ...own]) as never;
    };
    const known = (slot: SlotName): boolean => parties[slot] !== undefined || texts('', language)[slot] !== undefined;
    const chosen = choose(frame[language], known, false) ?? '';
    return language === 'en'
      ? renderEnglish(chosen, slotsFor(chosen), false, true)
      : renderArabic(chosen, slotsFor(chosen), elided);
  };
  return { en: say('en'), ar: say('ar') };
};

const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

const JUDGED = 'assessment.judgement';

/** Frames that are not «says that …»: the speaker does the denying, calling or judging. */
const OUTER: Readonly<Record<string, string>> = {
  denied: 'denied',
  'called-for': 'called-for',
  assessed: 'assessed',
  [JUDGED]: 'judgement',
};

// What somebody plans, orders, threatens or calls off is something to do.
const PLANNED = new Set(['intended', 'ordered', 'threatened', 'cancelled']);

/** When, inside a sentence. What happened at some time after a day did not go on «since» it. */
const whenOf = ({ time }: Sayable, { book }: Vocabulary): Readonly<Record<Language, string>> => {
  if (time.earliest === undefined || time.latest !== undefined)
    return { en: words.en.when(time), ar: words.ar.when(time) };
  const day = { en: words.en.day(time.earliest), ar: words.ar.day(time.earliest) };
  return framed(book.frame('after'), {}, (_alternative, language) => ({ when: day[language] }));
};

/** Who tells a record: the speaker as a party, whether it is the report's own voice, and whether it speaks of its own act. */
type Voice = { readonly speaker: Party; readonly own: boolean; readonly self: boolean; readonly disagreeing?: Party };

const voiceOf = (record: Sayable, vocabulary: Vocabulary): Voice => {
  const supporting = speakersOf(record, 'supports');
  const disputing = speakersOf(record, 'disputes');
  const voices = supporting.length > 0 ? supporting : disputing;
  const list = (all: typeof voices): Party | undefined =>
    listOf(
      all.map(({ actor }) => partyOf(actor, vocabulary)),
      others(vocabulary),
    );
  const unnamed = vocabulary.book.frame('unnamed');
  const speaker = list(voices) ?? {
    en: { text: unnamed.en, plural: false },
    ar: { nominative: unnamed.ar, oblique: unnamed.ar, gender: 'm', pronoun: 'ه' },
  };
  const [only] = record.agents;
  const ids = new Set(voices.map(({ actor }) => actor.id));
  const same = record.agents.length === 1 && only?.id !== undefined && ids.size === 1 && ids.has(only.id);
  const disagreeing = supporting.length > 0 ? list(disputing) : undefined;
  return {
    speaker,
    own: voices.length > 0 && voices.every((voice) => voice.own),
    // After «إنهم» the verb would have to be a plural; then the doer is named again.
    self: same && speaker.ar.pronoun !== 'هم' && speaker.ar.pronoun !== 'هما',
    ...(disagreeing ? { disagreeing } : {}),
  };
};

/** What is said of the event, in its modality: «Israel plans to …», «ثمة تهديد ب…». */
const saidOf = ({ modality }: Sayable, told: Told, self: boolean, { book }: Vocabulary): Record<Language, string> => {
  if (OUTER[modality] !== undefined || modality === 'asserted')
    return { en: told.clause.en, ar: self && modality === 'asserted' ? told.elided : told.clause.ar };
  const parties = told.doer && told.doing !== undefined ? { agent: told.doer } : {};
  const texts = (alternative: string, language: Language) => ({
    do: told.doing ?? '',
    event: alternative.includes('{agent}')
      ? told.bare[language]
      : PLANNED.has(modality)
        ? told.deed[language]
        : told.noun[language],
  });
  return framed(book.frame(modality), parties, texts, self);
};

const NOTHING: Readonly<Record<Language, string>> = { en: '', ar: '' };

/** What follows the event: its day, its tolls, who denies it. */
const tailOf = (record: Sayable, told: Told, voice: Voice, style: Style, vocabulary: Vocabulary): typeof NOTHING => {
  const { book } = vocabulary;
  const when = whenOf(record, vocabulary);
  const dated = record.time.earliest !== undefined || record.time.latest !== undefined;
  const stated = dated && record.timeBasis !== 'report' && style !== 'headline';
  const undated =
    style === 'whole' && dated && !stated
      ? framed(book.frame('undated'), {}, (_alternative, language) => ({ when: when[language] }))
      : NOTHING;
  const object = OBJECT[record.type];
  const sums = record.tolls.filter((toll) => toll.harm === object);
  const left = record.tolls.filter((toll) => toll.harm !== object || sums.length > 1);
  const happened = record.modality === 'asserted' && record.type.startsWith('violence.');
  const tolls = told.ofTolls ? NOTHING : tollsAfter(left, vocabulary, happened);
  const disputed = voice.disagreeing
    ? framed(book.frame('disputed'), { speaker: voice.disagreeing }, () => ({}))
    : NOTHING;
  // After the parts of a sum, the day stands apart.
  const parted = told.ofTolls && record.tolls.some((toll) => toll.including);
  const comma = parted ? { en: ',', ar: '،' } : NOTHING;
  const tail = (language: Language): string =>
    (stated ? `${comma[language]} ${when[language]}` : '') + tolls[language] + undated[language] + disputed[language];
  return { en: tail('en'), ar: tail('ar') };
};

/**
 * `whole` stands by itself. `claim` stands on its report's page, where it is said once that no date is stated.
 * `headline` stands below the name of who says so, and beside the date.
 */
export type Style = 'whole' | 'claim' | 'headline';

/** Sentences that are kept with their vocabulary: a front page says the same thousand again for each language and audience. */
const KEPT = 8000;
const said = new WeakMap<Vocabulary, Map<string, Bilingual>>();

/** All that a sentence depends on, as a key: equal values make equal sentences, whoever looks. */
const keyOf = (record: Sayable, style: Style): string => {
  const { type, label, change, agents, targets, facilities, places, time, timeBasis, tolls, modality, claims } = record;
  const voices = claims.map(({ stance, speakers: [first], publisher }) => [
    stance,
    first,
    first ? undefined : publisher,
  ]);
  const where = places.map(({ name, role, coarsened }) => [name, role, coarsened]);
  return JSON.stringify([
    style,
    type,
    label,
    change,
    agents,
    targets,
    facilities,
    where,
    time,
    timeBasis,
    tolls,
    modality,
    voices,
  ]);
};

/** Says a record in both languages. */
export const sentenceOf = (record: Sayable, vocabulary: Vocabulary, style: Style = 'whole'): Bilingual => {
  const kept = said.get(vocabulary) ?? new Map<string, Bilingual>();
  said.set(vocabulary, kept);
  const key = keyOf(record, style);
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= KEPT) kept.clear();
  const made = say(record, vocabulary, style);
  kept.set(key, made);
  return made;
};

const say = (record: Sayable, vocabulary: Vocabulary, style: Style): Bilingual => {
  const voice = voiceOf(record, vocabulary);
  const judged = record.type === JUDGED && record.modality !== 'denied';
  const outer = OUTER[judged ? JUDGED : record.modality];
  const bare = style === 'headline' && outer === undefined;
  // Who speaks of what it did itself is named once; what may be, or hangs on a condition, has no doer to take up again.
  const self = voice.self && !bare && record.modality !== 'possible' && record.modality !== 'conditional';
  const told = toldOf(record, vocabulary, self);
  const said = saidOf(record, told, self, vocabulary);
  // A report that denies in its own voice says that it did not happen.
  // Who threatens does it by saying so: «Israel threatens to attack», and not «says that it threatens».
  const threatens = self && record.modality === 'threatened' && told.doing !== undefined;
  const inside = threatens ? 'threatens' : self ? 'self' : voice.own ? 'report' : 'say';
  const frame = outer === 'denied' && voice.own ? 'absent' : (outer ?? inside);
  const wrapped = bare
    ? said
    : framed(vocabulary.book.frame(frame), { speaker: voice.speaker }, (_alternative, language) => ({
        said: said[language],
        event: self ? told.bare[language] : frame === 'called-for' ? told.deed[language] : told.noun[language],
        ...(threatens ? { do: told.doing } : {}),
      }));
  const tail = tailOf(record, told, voice, style, vocabulary);
  const end = style === 'headline' ? '' : '.';
  return { en: upperFirst(wrapped.en + tail.en) + end, ar: wrapped.ar + tail.ar + end };
};

/** One claim in a sentence, as its own speaker tells it. */
export const sentenceOfClaim = (claim: PublicClaim, vocabulary: Vocabulary): Bilingual => {
  const { speakers, publisher } = claim;
  const voice = { stance: 'supports' as const, speakers, ...(publisher ? { publisher } : {}) };
  const tolls = claim.tolls.map((toll) => ({ ...toll, claims: [claim.id] }));
  return sentenceOf({ ...claim, tolls, claims: [voice] }, vocabulary, 'claim');
};
