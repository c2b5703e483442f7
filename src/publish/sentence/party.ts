/** Those who act, are hit or speak, and places, as each language needs them in a sentence: text, number, gender, case. */
import { fold } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import type { Name, PublicActor, PublicPlace } from '../types.ts';
import { words } from '../words/index.ts';
import { genderOf, pronounOf, sayArabic } from './inflect-ar.ts';
import { isPlural, sayEnglish } from './inflect-en.ts';
import { nameFor } from './names.ts';
import { type NounPhrase, phraseIn, type Vocabulary } from './noun-phrase.ts';
import type { Gender } from './phrasebook.ts';

export type English = { readonly text: string; readonly plural: boolean };
export type Arabic = {
  readonly nominative: string;
  readonly oblique: string;
  /** As the object of a verb, where that is written otherwise: «معلماً». */
  readonly accusative?: string;
  readonly gender: Gender;
  readonly pronoun: string;
  /** With an ending for whose it is, where the words can take one. */
  readonly owned?: (pronoun: string) => string;
};
export type Party = { readonly en: English; readonly ar: Arabic };

/** What a party is called for: a body that acts or speaks alone is «the army»; a building that is hit is «a hospital». */
export type Kind = 'actor' | 'facility';

// English organisations that take the article, by the word that they end or begin with.
const TAKES_THE =
  /(?:^(?:Ministry|Syrian|Islamic (?:State|Revolutionary)|United|Lebanese Army|Free)\b|\b(?:Forces|Force|Guards?|Corps|Army|Ministry|Council|Brigades?|Movement|Network|Observatory|Nations|Union|Government|Helmets|Organization|Houthis|Taliban|Party|Front|Command)(?: \(.*\))?$|^[A-Z]\S+ (?:Observatory|Network|Ministry) for |^[A-Z][\w-]+-(?:backed|led) )/u;

// Names of several, which take a plural verb. «United States» and «United Nations» are one.
const SEVERAL =
  /(?:\b(?:Forces|Guards|Brigades|Units|Committees|Helmets|Houthis|Taliban)|\b[a-z]{3,}[^s\W]s)(?: \(.*\))?$/u;

// A description that begins a sentence there does not begin one here; names of peoples keep their capital.
const DESCRIBES =
  /^(?:The|A|An|Foreign|Local|Armed|Unknown|Unidentified|Many|Some|Several|Other|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|Thousands|Soldiers?|Troops|Forces|Fighters?|Gunmen|Residents|Civilians|People|Families|Protesters|Police|Rebels|Militants|Government|Military|Elements|Medical|Rescue|Officials?|Witnesses|Sources?|Army|Warplanes|Jets|Drones)\b/u;
const NEEDS_NO_ARTICLE =
  /(?:s|men|people|children|police|personnel|staff|infantry|artillery|aircraft|\d+)$|^(?:the|a|an|its|their|his|her|this|that|one|two|three|four|five|six|seven|eight|nine|ten|many|some|several|more|at|over|up)\b|\d/u;

const SYMBOL = /^\u2068/u;

const plainEnglish = (name: string, kind: Kind): string => {
  const text = DESCRIBES.test(name) ? name.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : name;
  if (!/^\p{Ll}/u.test(text) || NEEDS_NO_ARTICLE.test(text)) return text;
  if (kind === 'actor') return `the ${text}`;
  return `${/^[aeiou]/.test(text) ? 'an' : 'a'} ${text}`;
};

// Words that end in «ون» and are no plurals.
const NO_PLURAL = /^(?:ال)?(?:قانون|مليون|تلفزيون|زيتون|كانون|بنتاغون|صهيون|سيمون|هارون|شارون|فاطميون|زينبيون)$/u;

/** Words of a report in the oblique; the dual is left, as too many words end like it («سكان»). */
const obliqueWords = (name: string): string =>
  name
    .replace(/[\u0621-\u064a]{3,}ون(?![\u0621-\u064a])/gu, (word) =>
      NO_PLURAL.test(word) ? word : `${word.slice(0, -2)}ين`,
    )
    .replace(/(?:ًا|اً)(?![\u0621-\u064a])/gu, '');

const genderOfName = (text: string, vocabulary: Vocabulary, otherwise: Gender): Gender => {
  const word = fold(text.split(' ')[0] ?? '');
  const told = vocabulary.book.gender(word) ?? vocabulary.book.gender(word.replace(/^ال/u, ''));
  if (told) return told;
  // Folding writes ة as ه: the ending is looked for in the word as it stands.
  return /(?:ة|ات)$/u.test(text.split(' ')[0] ?? '') ? 'f' : otherwise;
};

const arabicName = (name: Name, vocabulary: Vocabulary, otherwise: Gender): Arabic => {
  const text = nameFor(name, 'ar');
  const gender = SYMBOL.test(text) ? otherwise : genderOfName(text, vocabulary, otherwise);
  return { nominative: text, oblique: obliqueWords(text), gender, pronoun: gender === 'f' ? 'ها' : 'ه' };
};

/** How much a phrase tells: a plural, an article or an adjective is more than the bare kind of a building. */
const telling = (phrase: NounPhrase): number =>
  Number(phrase.many) + Number(phrase.definite) + phrase.adjectives.length + Number(phrase.of !== undefined);

const phraseOf = (name: Name, vocabulary: Vocabulary): NounPhrase | undefined => {
  const found = (['en', 'ar'] as const).flatMap((language) => {
    const said = name[language];
    return (said && phraseIn(language, said, vocabulary)) || [];
  });
  return found.sort((a, b) => telling(b) - telling(a))[0];
};

const partyOfPhrase = (phrase: NounPhrase, kind: Kind, alone: boolean): Party => {
  const gender = genderOf(phrase);
  // «the army» where one body acts: in Arabic the article as well.
  const definite =
    phrase.definite || (kind === 'actor' && alone && phrase.noun.alone && !phrase.many && phrase.count === undefined);
  const said = { ...phrase, definite };
  return {
    en: { text: sayEnglish(said), plural: isPlural(phrase) },
    ar: {
      nominative: sayArabic(said, 'nominative'),
      oblique: sayArabic(said, 'oblique'),
      accusative: sayArabic(said, 'accusative'),
      gender,
      pronoun: pronounOf(phrase),
      ...(phrase.noun.open
        ? {}
        : { owned: (pronoun: string) => sayArabic({ ...phrase, definite: false }, 'oblique', pronoun) }),
    },
  };
};

/** Words that describe are said in both languages where all of them are known; else they stay in their own, isolated. */
export const partyOfWords = (name: Name, kind: Kind, vocabulary: Vocabulary): Party => {
  const phrase = phraseOf(name, vocabulary);
  if (phrase) {
    // A bare singular of an Arabic report is indefinite; of an English one it has lost its article on the way.
    const alone = name.en !== undefined && !/^an? /i.test(name.en);
    return partyOfPhrase(phrase, kind, alone);
  }
  const text = plainEnglish(nameFor(name, 'en'), kind);
  return { en: { text, plural: /(?<!s)s$|people$|men$|police$/u.test(text) }, ar: arabicName(name, vocabulary, 'm') };
};

export const partyOf = (actor: PublicActor, vocabulary: Vocabulary): Party => {
  if (actor.id === undefined) return partyOfWords(actor.name, 'actor', vocabulary);
  const name = nameFor(actor.name, 'en');
  return {
    en: { text: TAKES_THE.test(name) ? `the ${name}` : name, plural: SEVERAL.test(name) },
    ar: arabicName(actor.name, vocabulary, actor.id.startsWith('country:') ? 'f' : 'm'),
  };
};

/** Each once, at most three, then «others». */
export const listOf = (parties: readonly Party[], others: Readonly<Record<Language, string>>): Party | undefined => {
  const distinct = [
    ...new Map(parties.map((party) => [`${party.en.text}\n${party.ar.oblique}`, party])).values(),
  ].filter((party) => party.en.text !== '' || party.ar.oblique !== '');
  const [first] = distinct;
  if (!first || distinct.length === 1) return first;
  const shown = distinct.slice(0, 3);
  const join = (language: Language, texts: readonly string[]): string =>
    words[language].and(distinct.length > 3 ? [...texts, others[language]] : texts);
  return {
    en: {
      text: join(
        'en',
        shown.map((party) => party.en.text),
      ),
      plural: true,
    },
    ar: {
      nominative: join(
        'ar',
        shown.map((party) => party.ar.nominative),
      ),
      oblique: join(
        'ar',
        shown.map((party) => party.ar.oblique),
      ),
      accusative: join(
        'ar',
        shown.map((party) => party.ar.accusative ?? party.ar.oblique),
      ),
      gender: first.ar.gender,
      pronoun: shown.some((party) => party.ar.pronoun !== 'ها') ? 'هم' : 'ها',
    },
  };
};

// Names that say themselves that they are areas.
const AREA =
  /(?:^|\s)(?:District|Province|Governorate|Strip|Region|Area|countryside|منطقة|محافظة|قضاء|مديرية|قطاع|ناحية|ريف|ولاية|إقليم|شمال|جنوب|شرق|غرب)(?:\s|$)/u;
const SITE = /\b(?:Airport|Hospital|[Pp]ort|Crossing|Base|Dam|Bridge|Field|Camp|Prison|Station)$/u;
const WITH_THE = /^United |(?:Strip|Heights|Islands|Republic|Hospital|Region|countryside)$/u;

const HILL = /^(?:Mount|Jabal)\b|\b[Mm]ountains?$/u;
// A part of a country is no proper name: «northern Iraq», but «Western Sahara».
const PART =
  /^(?:Northern|Southern|Eastern|Western|Central)(?= .*countryside$| (?:Syria|Iraq|Lebanon|Gaza|Yemen|Ukraine|Libya|Israel|Turkey|Iran|Sudan)$)/u;

/** A place, and what leads to it. `coarsened`: «the area of …» unless its name says so itself. */
export type Leads = Readonly<Record<Language, string>>;

export const placeParty = (place: PublicPlace, vocabulary: Vocabulary): Party & { readonly lead: Leads } => {
  const english = nameFor(place.name, 'en').replace(PART, (word) => word.toLowerCase());
  const ar = arabicName(place.name, vocabulary, 'f');
  const river = ar.oblique.startsWith('نهر ');
  const around = place.coarsened === true;
  const named = WITH_THE.test(english) ? `the ${english}` : english;
  const en = river ? `the ${english} river` : around && !AREA.test(english) ? `the area of ${english}` : named;
  const areaAr = around && !AREA.test(ar.oblique) && !SYMBOL.test(ar.oblique);
  const text = areaAr ? `منطقة ${ar.oblique}` : ar.oblique;
  return {
    en: { text: en, plural: false },
    ar: { ...ar, nominative: text, oblique: text, ...(areaAr ? { gender: 'f' as const } : {}) },
    lead: {
      en: river ? 'along' : SITE.test(english) ? 'at' : HILL.test(english) ? 'on' : 'in',
      ar: river ? 'عند' : 'في',
    },
  };
};
