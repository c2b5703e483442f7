/** Names that the tables know: actors, places, peoples. The longest name at a word wins. */
import { cliticReadings, type Token, wordsOf } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import type { ActorEntry, NationalityEntry, PlaceEntry, ReaderData } from '../data.ts';
import { createPhrases, type Hit, type Phrases } from '../lexicon/index.ts';
import { isAcronym, type Named, type PlaceIndex } from '../places/index.ts';
import { holds, type Sentence, startAfterCut, type Words } from '../text.ts';
import type { FoundTime } from '../times/index.ts';
import type { Mark } from './marks.ts';

export type Name =
  | { readonly kind: 'actor'; readonly entry: ActorEntry; readonly only?: Named['only'] }
  | { readonly kind: 'nationality'; readonly entry: NationalityEntry; readonly only?: undefined }
  | { readonly kind: 'place'; readonly entry: PlaceEntry; readonly only?: Named['only'] };

export type FoundName = {
  readonly sentence: Sentence;
  readonly first: number;
  readonly after: number;
  readonly start: number;
  readonly end: number;
  /** Folded words of the name, without what is joined in front. */
  readonly key: string;
  readonly names: readonly Name[];
};

export type NameTable = {
  /** The longest name that starts at token `i`, of places, actors and peoples alike. */
  readonly at: (tokens: readonly Token[], i: number, language: Language) => Hit<Name> | undefined;
  readonly needsContext: ReadonlySet<string>;
  /** «Roberto Romero», «Colonel Guzman»: whether the word before a name makes it a person's. English alone. */
  readonly introduces: (word: string) => boolean;
  /** The country that a people's name stands for: «Sudanese», السورية. */
  readonly peopleOf: (name: string) => string | undefined;
};

// No name is longer; bounds the work at each word.
const MOST_WORDS = 8;

/** All names of the data. Names that data/places/ambiguous.tsv skips are left out as places. */
export const compileNames = (data: ReaderData, places: PlaceIndex): NameTable => {
  const people: Phrases<Name> = createPhrases<Name>();
  const skipped = new Set<string>();
  const needsContext = new Set<string>();
  for (const { name, rule } of data.ambiguous) {
    (rule === 'skip' ? skipped : needsContext).add(wordsOf(name).join(' '));
  }
  for (const entry of data.actors) {
    const plain: Name = { kind: 'actor', entry };
    const upper: Name = { kind: 'actor', entry, only: 'capitals' };
    for (const name of [entry.names.en, entry.names.ar ?? '', ...entry.aliases.en, ...entry.aliases.ar]) {
      people.add(name, isAcronym(name) ? upper : plain);
    }
  }
  for (const entry of data.nationalities) {
    const value: Name = { kind: 'nationality', entry };
    for (const form of entry.en) people.add(form, value);
    // The article is written to the word: an indefinite form in the table stands for the definite one too.
    for (const form of entry.ar) {
      people.add(form, value);
      if (!form.startsWith('ال')) people.add(`ال${form}`, value);
    }
  }

  /** The longest name of a place from token `i` on, its first word read as `first`. */
  const placeAt = (
    tokens: readonly Token[],
    i: number,
    first: string,
  ): { key: string; after: number; named: readonly Named[] } | undefined => {
    const most = Math.min(MOST_WORDS, places.longest(first));
    if (most === 0) return undefined;
    let key = first;
    let best: { key: string; after: number; named: readonly Named[] } | undefined;
    const look = (after: number): void => {
      if (skipped.has(key)) return;
      const named = places.named(key);
      if (named.length) best = { key, after, named };
    };
    look(i + 1);
    for (let words = 1, j = i + 1; words < most && j < tokens.length; j++) {
      const token = tokens[j]!;
      if (token.kind === 'punctuation') {
        // Hyphens inside a name join it, as the dot of an abbreviation does: Deir ez-Zor, St. Louis, W.Va.
        if (token.norm === '-' && token.glued && tokens[j + 1]?.glued) continue;
        if (token.norm === '.' && token.glued && tokens[j - 1]!.norm.length <= 2 && tokens[j + 1]?.capital) continue;
        break;
      }
      key += ` ${token.norm}`;
      words++;
      look(j + 1);
    }
    return best;
  };

  const at = (tokens: readonly Token[], i: number, language: Language): Hit<Name> | undefined => {
    const token = tokens[i];
    if (token === undefined || token.kind === 'punctuation') return undefined;
    const known = people.at(tokens, i, language);
    let best: Hit<Name> | undefined = known;
    const readings = language === 'en' ? [{ norm: token.norm, cut: 0, clitics: '' }] : cliticReadings(token.norm);
    for (const { norm, cut, clitics } of readings) {
      const found = placeAt(tokens, i, norm);
      if (found === undefined || (best !== undefined && found.after < best.after)) continue;
      const longer = best === undefined || found.after > best.after;
      if (!longer && best !== known) continue;
      const values = found.named.map((named): Name => ({ kind: 'place', ...named }));
      if (longer) best = { values, key: found.key, first: i, after: found.after, cut, clitics };
      else if (best!.key === found.key) best = { ...best!, values: [...best!.values, ...values] };
    }
    return best;
  };
  const peopleOf = (name: string): string | undefined => {
    const found = people.get(name).find(({ kind }) => kind === 'nationality');
    return found?.kind === 'nationality' ? found.entry.country : undefined;
  };
  const { 'given-names': given = [], titles = [] } = data.lexicons.en;
  const introducing = new Set([...given, ...titles].flatMap(({ form }) => (form ? [wordsOf(form).at(-1)!] : [])));
  return { at, needsContext, peopleOf, introduces: (word) => introducing.has(word) };
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

/** «pro-Iranian militias» inside a sentence: the capital that tells the name stands behind the hyphen. */
const isSide = (tokens: readonly Token[], i: number): boolean =>
  /^(?:pro|anti|ex)$/.test(tokens[i]!.norm) && tokens[i + 1]?.norm === '-' && tokens[i + 2]?.capital === true;

const IN = new Set(
  'in at near from to towards toward of around outside inside between across into into over'.split(' '),
);

/** The dot belongs to the abbreviation: «Ky.». */
const endOf = (tokens: readonly Token[], after: number, names: readonly Name[]): number => {
  const dot = tokens[after];
  const short = names[0]!.only === 'behind' && dot?.norm === '.' && dot.glued;
  return (short ? dot : tokens[after - 1]!).end;
};

/**
 * Names in a sentence, left to right, none overlapping. English names begin with a capital letter unless the whole
 * sentence is in capitals or in none; Arabic has no such help, so common words there are told by the ambiguity table.
 */
// Common nouns that stand for one force where no other people is named behind them.
const COMMON = new Set(['الاحتلال']);

export const namesIn = (
  words: Words,
  sentence: Sentence,
  table: NameTable,
  times: readonly FoundTime[],
  marks: readonly Mark[] = [],
): FoundName[] => {
  const { tokens, text } = words;
  const found: FoundName[] = [];
  const language: Language = sentence.language;
  const allUpper = language === 'en' && !/\p{Ll}/u.test(text.slice(sentence.start, sentence.end));
  for (let i = sentence.first; i < sentence.after; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    if (language === 'en' && !token.capital && !isSide(tokens, i)) continue;
    if (holds(times, i)) continue;
    const hit = table.at(tokens, i, language);
    if (hit === undefined || hit.after > sentence.after) continue;
    const { key } = hit;
    const written = text.slice(token.start, tokens[hit.after - 1]!.end);
    const atStart = i === sentence.first;
    const before = tokens[i - 1];
    // «Frankfort, Ky.», «Rapid City (S.D.)»
    const previous = found.at(-1);
    const behind = previous?.after === i - 1 && /^[,(]$/.test(before!.norm) && previous.names[0]!.kind === 'place';
    const behindPerson =
      language === 'en' && !holds(found, i - 1) && before?.capital === true && table.introduces(before.norm);
    const dotted =
      before?.norm === '.' && before.glued && tokens[i - 2]?.capital && table.introduces(tokens[i - 2]!.norm);
    const person = i > sentence.first && (behindPerson || dotted === true);
    const marked = marks.filter((mark) => mark.first <= i && mark.after >= hit.after);
    const exact = marked.find((mark) => mark.first === i && mark.after === hit.after);
    const place = exact?.kind === 'place';
    // A part of a longer name of a person or body, such as a surname that is a town's name too.
    const other = marked.some((mark) => {
      const longer = mark.after - mark.first > hit.after - i;
      return mark.kind === 'person' ? mark.sure || longer : mark.kind === 'organisation' && mark.sure && longer;
    });
    const names = hit.values.filter((name) => {
      if (name.kind === 'place' && person && !place) return false;
      if (name.only === 'capitals' && language === 'en' && written !== written.toUpperCase()) return false;
      // «in N.H.»: the dots say enough.
      if (name.only === 'behind' && !behind && !/\p{Lu}\.\p{Lu}/u.test(written)) return false;
      if (name.kind !== 'place') return true;
      if (other && !place && name.entry.kind !== 'country') return false;
      // باب is a door, not «in Ibb»: what is left of a joined word must be more than two letters.
      if (language === 'ar' && hit.cut > 0 && key.length <= 2) return false;
      const short = language === 'ar' && key.replace(/^ال/, '').length <= 3 && name.entry.curated === undefined;
      if (language === 'ar' && (isObscure(name.entry, 'ar') || short))
        return place || hit.clitics.includes('ب') || saysPlace(before?.norm);
      const followed = /^[,]$/.test(tokens[hit.after]?.norm ?? '') && tokens[hit.after + 1]?.capital === true;
      if (DIRECTION.test(key)) return false;
      if (language === 'en' && isObscure(name.entry, 'en') && !allUpper) {
        if (!place && !followed && !(before !== undefined && IN.has(before.norm)) && name.entry.kind !== 'province')
          return false;
      }
      if (!table.needsContext.has(key)) return !(allUpper && key.length < 4);
      if (language === 'ar') return hit.clitics.includes('ب') || saysPlace(before?.norm);
      if (place && exact!.sure) return true;
      return !allUpper && !atStart && before !== undefined && IN.has(before.norm) && !tokens[hit.after]?.capital;
    });
    if (names.length === 0) continue;
    // «الاحتلال الأمريكي للعراق»: a common noun that stands for one force is another's with another people behind it.
    const people = language === 'ar' ? table.at(tokens, hit.after, language)?.values : undefined;
    if (
      hit.after === i + 1 &&
      names.every(({ kind }) => kind === 'actor') &&
      COMMON.has(key) &&
      people?.some(({ kind }) => kind === 'nationality')
    )
      continue;
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
      end: endOf(tokens, hit.after, best),
      key,
      names: best,
    });
    i = hit.after - 1;
  }
  return found;
};
