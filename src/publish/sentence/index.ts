/**
 * A record in one sentence of each language, from its own public fields: who says so, what, who, to whom, where, when,
 * with what toll. «The Syrian Observatory says that … evacuated headquarters in …», «بحسب …، أخلت … مقراتها في …».
 * Words are tables (data/sentences); here is what must agree with what, and what a modality does to a sentence.
 */
import type { Bilingual, Language } from '../../model/index.ts';
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
  const own = book.event(record.type, record.change);
  const base = book.event(record.type, undefined) ?? rowOfLabel(record);
  if (record.change === undefined || own) {
    const told = tellRow(own ?? base, cast, false);
    const there = (language: Language): string =>
      [cast.site[language], cast.where[language]].filter((text) => text !== '').join(' ');
    const clause = isToll(record)
      ? tollsAsClause(record.tolls, vocabulary, { en: there('en'), ar: there('ar') })
      : undefined;
    return clause ? { ...told, clause, elided: clause.ar, ofTolls: true } : told;
  }
  return changed(book.frame(`change.${record.change}`), tellRow(base, cast, true));
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

/** When, inside a sentence. What happened at some time after a day did not go on «since» it. */
const whenOf = ({ time }: Sayable, { book }: Vocabulary): Readonly<Record<Language, string>> => {
  if (time.earliest === undefined || time.latest !== undefined)
    return { en: words.en.when(time), ar: words.ar.when(time) };
  const day = { en: words.en.day(time.earliest), ar: words.ar.day(time.earliest) };
  return framed(book.frame('after'), {}, (_alternative, language) => ({ when: day[language] }));
};

/** Says a record in both languages. */
export const sentenceOf = (record: Sayable, vocabulary: Vocabulary): Bilingual => {
  const { book } = vocabulary;
  const supporting = speakersOf(record, 'supports');
  const disputing = speakersOf(record, 'disputes');
  const voices = supporting.length > 0 ? supporting : disputing;
  const list = (all: typeof voices): Party | undefined =>
    listOf(
      all.map(({ actor }) => partyOf(actor, vocabulary)),
      others(vocabulary),
    );
  const unnamed = book.frame('unnamed');
  const nobody: Party = {
    en: { text: unnamed.en, plural: false },
    ar: { nominative: unnamed.ar, oblique: unnamed.ar, gender: 'm', pronoun: 'ه' },
  };
  const speaker = list(voices) ?? nobody;
  // Who speaks of what it did itself is named once.
  const [only] = record.agents;
  const ids = new Set(voices.map(({ actor }) => actor.id));
  const self =
    record.agents.length === 1 &&
    only?.id !== undefined &&
    ids.size === 1 &&
    ids.has(only.id) &&
    speaker.ar.pronoun !== 'هم';
  const told = toldOf(record, vocabulary, self);
  const { modality } = record;
  const outer = OUTER[record.type === JUDGED ? JUDGED : modality];
  const said = ((): Record<Language, string> => {
    if (outer !== undefined || modality === 'asserted')
      return self && outer === undefined ? { en: told.clause.en, ar: told.elided } : { ...told.clause };
    const parties = told.doer && told.doing !== undefined ? { agent: told.doer } : {};
    const texts = (alternative: string, language: Language) => ({
      do: told.doing ?? '',
      event: alternative.includes('{agent}') ? told.bare[language] : told.noun[language],
    });
    return framed(book.frame(modality), parties, texts, self);
  })();
  const own = voices.length > 0 && voices.every((voice) => voice.own);
  // A report that denies in its own voice says that it did not happen.
  const name = outer === 'denied' && own ? 'absent' : (outer ?? (self ? 'self' : own ? 'report' : 'say'));
  const wrapped = framed(book.frame(name), { speaker }, (_alternative, language) => ({
    said: said[language],
    event: self ? told.bare[language] : told.noun[language],
  }));
  const when = whenOf(record, vocabulary);
  const dated = record.time.earliest !== undefined || record.time.latest !== undefined;
  const stated = dated && record.timeBasis !== 'report';
  const undated =
    dated && !stated
      ? framed(book.frame('undated'), {}, (_a, language) => ({ when: when[language] }))
      : { en: '', ar: '' };
  const object = OBJECT[record.type];
  const left = record.tolls.filter(
    (toll) => toll.harm !== object || record.tolls.filter((one) => one.harm === object).length > 1,
  );
  const tolls = told.ofTolls
    ? { en: '', ar: '' }
    : tollsAfter(left, vocabulary, modality === 'asserted' && record.type.startsWith('violence.'));
  const disagreeing = supporting.length > 0 ? list(disputing) : undefined;
  const disputed = disagreeing
    ? framed(book.frame('disputed'), { speaker: disagreeing }, () => ({}))
    : { en: '', ar: '' };
  // After the parts of a sum, the day stands apart.
  const comma = told.ofTolls && record.tolls.some((toll) => toll.including) ? { en: ',', ar: '،' } : { en: '', ar: '' };
  const whole = (language: Language): string =>
    wrapped[language] +
    (stated ? `${comma[language]} ${when[language]}` : '') +
    tolls[language] +
    undated[language] +
    disputed[language];
  return { en: `${upperFirst(whole('en'))}.`, ar: `${whole('ar')}.` };
};
