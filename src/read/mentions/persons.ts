/**
 * Persons by the words beside their names: a title or role before it, an age after it, or a given name that opens it.
 * English names are capitalised words; Arabic has no capitals, so there a name is what follows a title or a given name
 * and is no word that the tables know. Who has an office, here or elsewhere in the report, is a public person; everybody
 * else is private: named wrongly private, a person is only shown by role; named wrongly public, they are exposed.
 */
import type { Lexicons } from '../lexicon/index.ts';
import { holds, type Sentence, startAfterCut, type Words } from '../text.ts';
import type { Described } from './described.ts';
import type { FoundName } from './names.ts';

export type FoundPerson = {
  readonly sentence: Sentence;
  readonly first: number;
  readonly after: number;
  readonly start: number;
  readonly end: number;
  /** Words of the title, where it is an office. */
  readonly office?: string;
  /** Words of the role that a private person is told by. */
  readonly role?: string;
  /** What found it, where that was not the words beside it. */
  readonly rule?: string;
};

const MOST = 4;
// «… , 34,»: an age after a name.
const OLDEST = 120;
// Arabic words that no name holds: what follows a name at once.
const ENDS_NAME =
  /^(?:في|من|الي|علي|عن|مع|ان|انه|انها|الذي|التي|الذين|بعد|قبل|خلال|اثناء|قرب|بين|حتي|قد|لم|لن|لا|ما|هو|هي|كان|كانت|قال|قالت|يقول|جراء|اثر|برصاص|بقصف|بغاره|بعمر|عاما|اليوم|امس|كما|حيث|او|ثم|لكن|ضد|نحو|عبر|منذ|تحت|فوق|داخل|خارج|امام|وراء|الا|غير|كل|بعض|احد|اي|هذا|هذه|ذلك|تلك)$/;

type Title = { readonly kind: string; readonly first: number; readonly after: number };

const APPOSED = 8;

/**
 * The title or role that a name goes with: right before it («President X»), with a people or place between in Arabic
 * (الرئيس السوري X), or in apposition before a comma («the ambassador in Damascus, X,»).
 */
const titleBefore = (
  words: Words,
  sentence: Sentence,
  i: number,
  lexicon: Lexicons,
  between: (i: number) => boolean,
): Title | undefined => {
  const { tokens } = words;
  const comma = /^[,،]$/.test(tokens[i - 1]?.norm ?? '');
  for (let at = i - 1; at >= Math.max(sentence.first, i - APPOSED); at--) {
    const hit = lexicon.titles.at(tokens, at, sentence.language);
    if (!hit || hit.after > i) continue;
    const gap = tokens.slice(hit.after, i);
    const beside = gap.every((_, k) => between(hit.after + k));
    const apposed =
      comma && gap.slice(0, -1).every((t) => t.kind !== 'punctuation' || t.norm === "'s" || t.norm === '-');
    if (beside || apposed) {
      // «Deputy Prime Minister»: the longest title that ends there.
      for (let from = Math.max(sentence.first, at - 3); from < at; from++) {
        const longer = lexicon.titles.at(tokens, from, sentence.language);
        if (longer?.after === hit.after) return { kind: longer.values[0]!.kind, first: from, after: hit.after };
      }
      return { kind: hit.values[0]!.kind, first: at, after: hit.after };
    }
  }
  return undefined;
};

export const personsIn = (
  words: Words,
  sentence: Sentence,
  names: readonly FoundName[],
  described: readonly Described[],
  lexicon: Lexicons,
): FoundPerson[] => {
  const { tokens, text } = words;
  const english = sentence.language === 'en';
  // A line in capitals that was not recased tells no name by them.
  const own = tokens.slice(sentence.first, sentence.after).filter((t) => t.kind === 'word');
  if (english && own.every((t) => t.capital) && !/\p{Ll}/u.test(text.slice(sentence.start, sentence.end))) return [];
  const taken = (i: number): boolean => holds(names, i);
  const known = (i: number): boolean =>
    holds(described, i) ||
    lexicon.isNoun(tokens[i]!.norm) ||
    lexicon.modifiers.word(tokens[i]!.norm).length > 0 ||
    lexicon.placeNouns.word(tokens[i]!.norm).length > 0 ||
    lexicon.titles.word(tokens[i]!.norm).length > 0;
  const verbal = (i: number): boolean =>
    lexicon.reporting.at(tokens, i, 'ar') !== undefined ||
    lexicon.harm.at(tokens, i, 'ar') !== undefined ||
    lexicon.triggers.at(tokens, i, 'ar') !== undefined;
  const given = (i: number): boolean => lexicon.givenNames.word(tokens[i]?.norm).length > 0;
  const inName = (i: number): boolean => {
    const token = tokens[i];
    if (token === undefined || i >= sentence.after || token.kind !== 'word' || taken(i)) return false;
    if (english) return token.capital && !known(i);
    return !ENDS_NAME.test(token.norm) && (given(i) || !(known(i) || verbal(i))) && token.norm.length > 1;
  };
  const found: FoundPerson[] = [];
  for (let i = sentence.first; i < sentence.after; i++) {
    if (!inName(i)) continue;
    const beside = (k: number): boolean =>
      !english &&
      (taken(k) ||
        /^(?:في|لدي|حينها|انذاك)$/.test(tokens[k]!.norm) ||
        lexicon.modifiers.word(tokens[k]!.norm).length > 0);
    const title = titleBefore(words, sentence, i, lexicon, beside);
    const opens = given(i) && (english || !tokens[i - 1] || !given(i - 1));
    // Arabic has nothing but the given name to know a name by: «المتطوعين انتقلوا» is none.
    // … nor is a man what something happens «in»: «في أبو سليم».
    if (!english && (!opens || /^[وف]?(?:في|قرب|مدينه|بلده|قريه|حي)$/.test(tokens[i - 1]?.norm ?? ''))) continue;
    let after = i + 1;
    const most = english ? MOST * 2 : /^(?:عبد|ابو)$/.test(tokens[i]!.norm) ? 4 : 3;
    for (;;) {
      // «al-Khatib», «bin Salman», «Haj-Ali»: a particle or a hyphen goes on to the next capital.
      const joint =
        /^(?:al|el|as|ad|an|ar|at|az|ash|bin|ibn|abu|de|van|von)$/.test(tokens[after]?.norm ?? '') && english;
      const hyphen = tokens[after + (joint ? 1 : 0)]?.norm === '-' ? 1 : 0;
      const skip = (joint ? 1 : 0) + hyphen;
      if (after - i >= most || !inName(after + skip)) break;
      after += skip + 1;
    }
    const count = tokens.slice(i, after).filter((t) => t.kind === 'word').length;
    const age =
      /^[,،]$/.test(tokens[after]?.norm ?? '') &&
      tokens[after + 1]?.kind === 'number' &&
      Number(tokens[after + 1]!.norm) < OLDEST;
    // A given name alone may be a word (كريم, Mark); with a second name, a title or an age it is a person.
    if (count <= MOST && (title || (opens && count >= 2) || (age && count >= 2))) {
      const said = title && text.slice(tokens[title.first]!.start, tokens[title.after - 1]!.end);
      found.push({
        sentence,
        first: i,
        after,
        start: startAfterCut(text, tokens[i]!, 0),
        end: tokens[after - 1]!.end,
        ...(title?.kind === 'office' ? { office: said! } : title ? { role: said! } : {}),
      });
      i = after - 1;
    }
  }
  return found;
};

/** Who has an office anywhere in the report has it everywhere: by the last word of the name. */
export const withOffices = (words: Words, persons: readonly FoundPerson[]): FoundPerson[] => {
  const last = (person: FoundPerson): string => words.tokens[person.after - 1]!.norm;
  const offices = new Map(persons.flatMap((p) => (p.office === undefined ? [] : [[last(p), p.office] as const])));
  return persons.map((p) => {
    const office = p.office ?? offices.get(last(p));
    return office === undefined ? p : { ...p, office };
  });
};
