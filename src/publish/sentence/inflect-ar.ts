/** Arabic noun phrases in their forms: case, number, article, construct, agreement. */
import { grouped } from '../words/words.ts';
import { nameFor } from './names.ts';
import { isPhrase, type NounPhrase } from './noun-phrase.ts';
import { type Adjective, type Gender, oblique } from './phrasebook.ts';

/**
 * Subjects stand in the nominative, objects of a verb in the accusative, everything else in the genitive, which is the
 * `oblique` here: of plurals and duals both are written alike.
 */
export type Case = 'nominative' | 'oblique' | 'accusative';

const cased = (text: string, how: Case): string =>
  how === 'nominative' ? text : text.split(' ').map(oblique).join(' ');

const onFirst = (text: string, change: (word: string) => string): string => {
  const [first = '', ...rest] = text.split(' ');
  return [change(first), ...rest].join(' ');
};

const withArticle = (word: string): string => `ال${word.replace(/ٍ$/u, 'ي')}`;

/** «مقاتلون» before what they belong to: «مقاتلو …», «مقاتلي …». */
const construct = (word: string): string =>
  word.replace(/(?<=[\u0621-\u064a]{3})(ون|ين)$/u, (ending) => (ending === 'ون' ? 'و' : 'ي')).replace(/ٍ$/u, 'ي');

const dual = (word: string, how: Case): string => {
  const stem = word.replace(/ة$/u, 'ت').replace(/ى$/u, 'ي').replace(/ٍ$/u, 'ي');
  return `${stem}${how === 'nominative' ? 'ان' : 'ين'}`;
};

/** Indefinite accusative: «مستشاراً عسكرياً»; ة, ى and اء take no alif, «مبانٍ» gets its ي back. */
const accusative = (word: string): string =>
  /ٍ$/u.test(word) ? word.replace(/ٍ$/u, 'ي') : /(?:[ةى]|اء|ا)$/u.test(word) ? word : `${word}اً`;

/** Of plurals those take none that end in ات, ين or ون, and those of the measures of «مدارس» and «صواريخ». */
const accusativeMany = (word: string): string =>
  /(?:ات|ين|ون)$/u.test(word) || /^[\u0621-\u064a]{2}ا[\u0621-\u064a]{2,3}$/u.test(word) ? word : accusative(word);

type Agreement = { readonly gender: Gender; readonly plural: boolean; readonly people: boolean };

const agreeing = (adjective: Adjective, { gender, plural, people }: Agreement, how: Case): string => {
  if (!plural) return gender === 'f' ? adjective.arFeminine : adjective.ar;
  // A plural of things or bodies is treated as a feminine singular.
  if (!people) return adjective.arFeminine;
  if (gender === 'f' && adjective.arPeople.endsWith('ون')) return `${adjective.ar}ات`;
  return onFirst(adjective.arPeople, (word) => (how === 'nominative' ? word : oblique(word)));
};

/** A phrase of `[noun, …adjectives]`, none of which has an article, as the object of a verb. */
const asObject = (texts: readonly string[], plural: boolean): string[] =>
  texts.map((text) => onFirst(text, (word) => (plural ? accusativeMany(word) : accusative(word))));

/** Nouns of several words agree within themselves and are left alone («مستشارون عسكريون»); `change` is for each word then. */
const eachOrFirst = (text: string, change: (word: string) => string): string => text.split(' ').map(change).join(' ');

/** Two words of which the second agrees with the first («مستشار عسكري»), not one that belongs to the other («قوة أمن»). */
const isAdjectival = (text: string): boolean =>
  /^\S+ \S+(?:ي|ية|يون|يين|ة)$/u.test(text) && !/ (?:شرطة|ذخيرة|إغاثة)$/u.test(text);

const ownerOf = (phrase: NounPhrase): string | undefined => {
  if (!phrase.of) return undefined;
  return isPhrase(phrase.of) ? sayArabic(phrase.of, 'oblique') : nameFor(phrase.of, 'ar');
};

const counted = (phrase: NounPhrase, count: number, how: Case): string => {
  const { noun, adjectives } = phrase;
  const one = { gender: noun.gender, plural: false, people: noun.people };
  const several = { ...one, plural: true };
  const says = (forms: readonly string[]): string => forms.filter((form) => form !== '').join(' ');
  const many = noun.arMany ?? noun.ar;
  const rest = count % 100;
  if (count === 1) {
    const alone = noun.gender === 'f' ? 'واحدة' : 'واحد';
    const texts = [noun.ar, ...(adjectives.length > 0 ? adjectives.map((each) => agreeing(each, one, how)) : [alone])];
    return says(how === 'accusative' && !noun.ar.includes(' ') ? asObject(texts, false) : texts);
  }
  if (count === 2)
    return says([
      isAdjectival(noun.ar) || !noun.ar.includes(' ')
        ? eachOrFirst(noun.ar, (word) => dual(word, how))
        : onFirst(noun.ar, (word) => dual(word, how).replace(/ن$/u, '')),
      ...adjectives.map((each) => onFirst(noun.gender === 'f' ? each.arFeminine : each.ar, (word) => dual(word, how))),
    ]);
  if (rest >= 3 && rest <= 10)
    return says([
      grouped(count),
      // «4 آخرون»: it describes the number, and is not what is counted.
      cased(many, noun.ar === 'آخر' ? how : 'oblique'),
      ...adjectives.map((each) => agreeing(each, several, 'oblique')),
    ]);
  if (rest >= 11)
    return says([
      grouped(count),
      isAdjectival(noun.ar) ? eachOrFirst(noun.ar, accusative) : onFirst(noun.ar, accusative),
      ...adjectives.map((each) => onFirst(agreeing(each, one, how), accusative)),
    ]);
  return says([grouped(count), noun.ar, ...adjectives.map((each) => agreeing(each, one, how))]);
};

/** The phrase as Arabic writes it. `pronoun`: whose it is, as an ending («مقراتها»), where nothing else says so. */
export const sayArabic = (phrase: NounPhrase, how: Case, pronoun?: string): string => {
  const { noun, many } = phrase;
  const adjectives = [...phrase.adjectives].reverse();
  const owner = ownerOf(phrase);
  if (phrase.count !== undefined && owner === undefined) return counted({ ...phrase, adjectives }, phrase.count, how);
  const text = many ? cased(noun.arMany ?? noun.ar, how) : noun.ar;
  const agreement = { gender: noun.gender, plural: many, people: noun.people };
  const simple = !text.includes(' ');
  if (owner !== undefined) {
    // What belongs to something definite is definite itself.
    const known = phrase.of !== undefined && (!isPhrase(phrase.of) || phrase.of.definite);
    const described = adjectives.map((each) => {
      const form = agreeing(each, agreement, how);
      return known ? onFirst(form, withArticle) : form;
    });
    return [onFirst(text, construct), owner, ...described].join(' ');
  }
  if (pronoun !== undefined && simple && adjectives.length === 0 && phrase.count === undefined)
    return `${construct(text).replace(/ة$/u, 'ت').replace(/ى$/u, 'ا')}${pronoun}`;
  const definite = phrase.definite;
  const shown = adjectives.map((each) => {
    const form = agreeing(each, agreement, how);
    return definite ? onFirst(form, withArticle) : form;
  });
  // «قوة أمن» is made definite at its second noun, «مستشار عسكري» at both words: the second is an adjective where it agrees.
  const words = text.split(' ');
  const adjectival = isAdjectival(text);
  const body = !definite
    ? text
    : simple
      ? withArticle(text)
      : adjectival
        ? words.map(withArticle).join(' ')
        : words.length === 2 && !words[1]!.startsWith('ل') && !words[1]!.startsWith('ال')
          ? `${words[0]} ${withArticle(words[1]!)}`
          : text;
  if (how !== 'accusative' || definite) return [body, ...shown].join(' ');
  // Of two words the second agrees, or belongs to the first, which then takes no ending.
  if (adjectival) return asObject([...words, ...shown], many).join(' ');
  return (simple ? asObject([body, ...shown], many) : [body, ...asObject(shown, many)]).join(' ');
};

/** The grammatical gender that a verb before the phrase takes. */
export const genderOf = (phrase: NounPhrase): Gender => {
  if (phrase.count !== undefined && !phrase.of) return phrase.noun.gender;
  return phrase.many && !phrase.noun.people ? 'f' : phrase.noun.gender;
};

/** «its», «their», as an ending. */
export const pronounOf = (phrase: NounPhrase): string => {
  if (phrase.count === 2) return 'هما';
  if (phrase.many) return phrase.noun.people ? 'هم' : 'ها';
  return phrase.noun.gender === 'f' ? 'ها' : 'ه';
};
