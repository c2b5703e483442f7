/** Names that the tables know: actors, places, peoples. The longest name at a word wins. */
import { wordsOf } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import type { ActorEntry, NationalityEntry, PlaceEntry, ReaderData } from '../data.ts';
import { createPhrases, type Phrases } from '../lexicon/index.ts';
import { holds, type Sentence, startAfterCut, type Words } from '../text.ts';
import type { FoundTime } from '../times/index.ts';

export type Name =
  | { readonly kind: 'actor'; readonly entry: ActorEntry; readonly upper: boolean }
  | { readonly kind: 'nationality'; readonly entry: NationalityEntry; readonly upper: false }
  | { readonly kind: 'place'; readonly entry: PlaceEntry; readonly upper: boolean };

export type FoundName = {
  readonly sentence: Sentence;
  readonly first: number;
  readonly after: number;
  readonly start: number;
  readonly end: number;
  readonly names: readonly Name[];
};

export type NameTable = { readonly names: Phrases<Name>; readonly needsContext: ReadonlySet<string> };

// «IS», «UN», «AP»: a short name in capitals is read only in capitals, or every «is» would be an army.
const isAcronym = (name: string): boolean => /^[A-Z][A-Z.&-]{1,5}$/.test(name);

/** All names of the data in one table. Names that data/places/ambiguous.tsv skips are left out as places. */
export const compileNames = (data: ReaderData): NameTable => {
  const names = createPhrases<Name>();
  const skipped = new Set<string>();
  const needsContext = new Set<string>();
  for (const { name, rule } of data.ambiguous) {
    (rule === 'skip' ? skipped : needsContext).add(wordsOf(name).join(' '));
  }
  for (const entry of data.actors) {
    const plain: Name = { kind: 'actor', entry, upper: false };
    const upper: Name = { kind: 'actor', entry, upper: true };
    for (const name of [entry.names.en, entry.names.ar ?? '', ...entry.aliases.en, ...entry.aliases.ar]) {
      names.add(name, isAcronym(name) ? upper : plain);
    }
  }
  for (const entry of data.nationalities) {
    const value: Name = { kind: 'nationality', entry, upper: false };
    for (const form of entry.en) names.add(form, value);
    // The article is written to the word: an indefinite form in the table stands for the definite one too.
    for (const form of entry.ar) {
      names.add(form, value);
      if (!form.startsWith('ال')) names.add(`ال${form}`, value);
    }
  }
  for (const entry of data.places) {
    // Made where first needed: there are more than a hundred thousand places.
    let plain: Name | undefined;
    let upper: Name | undefined;
    const add = (words: readonly string[], acronym: boolean): void => {
      if (acronym) upper ??= { kind: 'place', entry, upper: true };
      else plain ??= { kind: 'place', entry, upper: false };
      names.addWords(words, (acronym ? upper : plain)!);
    };
    const each = (name: string | undefined): void => {
      if (name === undefined) return;
      const words = wordsOf(name);
      const key = words.length === 1 ? words[0]! : words.join(' ');
      if (key.length < 2 || skipped.has(key)) return;
      add(words, isAcronym(name));
      // Arabic places are written in Latin letters with al-, el-, as-, or without.
      if (words.length > 1 && key.length > 8 && /^a[ltsdnrz]$/.test(words[0]!)) add(words.slice(1), false);
    };
    each(entry.en);
    each(entry.ar);
    for (const alias of entry.aliases) each(alias);
  }
  return { names, needsContext };
};

/**
 * A town or division of the world's table that nobody here chose: its name may be any word or person (كان, Vladimir), so
 * words beside it must say that a place is meant. Large English towns are believed: few share a name with a word.
 */
const isObscure = (place: PlaceEntry, language: Language): boolean =>
  place.curated === undefined && (language === 'ar' || place.kind === 'province' || place.population < BELIEVED);
// Inhabitants. Measured end to end on the development sets (LGL, GeoVirus): 5,000 gives 48.0 and 59.0, 20,000 48.2 and
// 60.3, 100,000 46.5 and 60.8.
const BELIEVED = 20_000;
const BEFORE_PLACE = new Set(
  'في من الي بين قرب شمال جنوب شرق غرب مدينه بلده قريه ريف منطقه محافظه حي ناحيه مخيم معبر'.split(' '),
);
const saysPlace = (word: string | undefined): boolean =>
  word !== undefined && (BEFORE_PLACE.has(word) || BEFORE_PLACE.has(word.replace(/^[وفبل]/, '')));

// «South», «Centre» are divisions somewhere, and directions everywhere.
const DIRECTION =
  /^(?:north|south|east|west|central|centre|center|northern|southern|eastern|western|north ?east|north ?west|south ?east|south ?west)$/;

const IN = new Set(
  'in at near from to towards toward of around outside inside between across into into over'.split(' '),
);

/**
 * Names in a sentence, left to right, none overlapping. English names begin with a capital letter unless the whole
 * sentence is in capitals or in none; Arabic has no such help, so common words there are told by the ambiguity table.
 */
export const namesIn = (
  words: Words,
  sentence: Sentence,
  table: NameTable,
  times: readonly FoundTime[],
): FoundName[] => {
  const { tokens, text } = words;
  const found: FoundName[] = [];
  const language: Language = sentence.language;
  const allUpper = language === 'en' && !/\p{Ll}/u.test(text.slice(sentence.start, sentence.end));
  for (let i = sentence.first; i < sentence.after; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    if (language === 'en' && !token.capital) continue;
    if (holds(times, i)) continue;
    const hit = table.names.at(tokens, i, language);
    if (hit === undefined || hit.after > sentence.after) continue;
    const { key } = hit;
    const written = text.slice(token.start, tokens[hit.after - 1]!.end);
    const atStart = i === sentence.first;
    const before = tokens[i - 1];
    const names = hit.values.filter((name) => {
      if (name.upper && language === 'en' && !(written === written.toUpperCase())) return false;
      if (name.kind !== 'place') return true;
      const short = language === 'ar' && key.replace(/^ال/, '').length <= 3 && name.entry.curated === undefined;
      if (language === 'ar' && (isObscure(name.entry, 'ar') || short))
        return hit.clitics.includes('ب') || saysPlace(before?.norm);
      const followed = /^[,]$/.test(tokens[hit.after]?.norm ?? '') && tokens[hit.after + 1]?.capital === true;
      if (DIRECTION.test(key)) return false;
      if (language === 'en' && isObscure(name.entry, 'en') && !allUpper) {
        if (!followed && !(before !== undefined && IN.has(before.norm)) && name.entry.kind !== 'province') return false;
      }
      if (!table.needsContext.has(key)) return !(allUpper && key.length < 4);
      if (language === 'ar') return hit.clitics.includes('ب') || saysPlace(before?.norm);
      return !allUpper && !atStart && before !== undefined && IN.has(before.norm) && !tokens[hit.after]?.capital;
    });
    if (names.length === 0) continue;
    const best = names.some((name) => name.kind === 'actor')
      ? names.filter((name) => name.kind === 'actor')
      : names.some((name) => name.kind === 'nationality')
        ? names.filter((name) => name.kind === 'nationality')
        : names;
    found.push({
      sentence,
      first: i,
      after: hit.after,
      start: startAfterCut(text, token, hit.cut),
      end: tokens[hit.after - 1]!.end,
      names: best,
    });
    i = hit.after - 1;
  }
  return found;
};
