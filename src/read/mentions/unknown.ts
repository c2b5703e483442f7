/** Places that no table knows, told by their words: «the village of X», «X neighbourhood», قرية X. Never the nearest lookalike. */
import type { Gap } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import { holds, type Sentence, type Stretch, startAfterCut, type Words } from '../text.ts';
import type { FoundTime } from '../times/index.ts';
import type { Mark } from './marks.ts';
import type { FoundName } from './names.ts';

type UnknownPlace = {
  readonly draft: {
    readonly kind: 'place';
    readonly sentence: Sentence;
    readonly first: number;
    readonly after: number;
    readonly start: number;
    readonly end: number;
    readonly head: string;
    readonly of_: string;
    readonly rule: string;
  };
  readonly gap: Gap;
};

// Nouns of place that take a name; «area», «border» and «region» go with known names only.
const NAMED = new Set(['town', 'village', 'quarter', 'district', 'province', 'crossing', 'street', 'landform']);
// Arabic names of two words open with one of these: رأس حسن, أبو سليم.
const OPENS = /^(?:ابو|ابي|ام|راس|تل|عين|بيت|دير|كفر|برج|خان|بير|باب|مار|وادي|جبل|نهر|بني|ذي|ال)$/;

// What says where a place lies: «قرب صور», «بريف حلب».
const LIES = /^(?:قرب|شمالي?|جنوبي?|شرقي?|غربي?|شمال|جنوب|شرق|غرب)$/;
const SITED = /^(?:بريف|بقضاء|بمحافظه|بولايه|بمنطقه|باقليم|بقطاع)$/;

/** Whether no table knows a word as anything but perhaps a name. */
const isUnknownWord = (norm: string, lexicon: Lexicons): boolean =>
  norm.length > 2 &&
  !/^[وفبل]/.test(norm) &&
  !lexicon.isNoun(norm) &&
  [lexicon.modifiers, lexicon.placeNouns, lexicon.triggers, lexicon.things, lexicon.weapons, lexicon.units].every(
    (table) => table.word(norm).length === 0,
  );

// A name behind one of these is where something is; behind «from», «to», «of» it may be anybody's.
const PLACES = /^(?:in|at|near|around|outside|inside|towards?)$/;
const LEADS_TO = /^(?:from|to|into|of|on|against|through|via|between|over|across|and|,)$/;
const BEARING = /^(?:north|south|east|west|(?:north|south)(?:east|west)|outskirts|village|villages|town|towns)$/;
const PARTICLE = /^(?:al|el|as|ad|an|ar|at|az|ash|ez|es|de|la|los|las|du|le)$/;

/** @param marks what the model of names takes the words for; `others`: what else is found in the sentence */
export const unknownPlacesIn = (
  words: Words,
  sentence: Sentence,
  names: readonly FoundName[],
  times: readonly FoundTime[],
  lexicon: Lexicons,
  marks: readonly Mark[] = [],
  others: readonly Stretch[] = [],
): UnknownPlace[] => {
  const { tokens, text } = words;
  const free = (i: number): boolean =>
    i >= sentence.first && i < sentence.after && !holds(names, i) && !holds(times, i);
  const proper = (i: number): boolean =>
    free(i) &&
    tokens[i]!.capital &&
    !/^(?:the|this|that|our|his|her|its|their|my|a|an)$/.test(tokens[i]!.norm) &&
    lexicon.placeNouns.word(tokens[i]!.norm).length === 0 &&
    i > sentence.first;
  const unknown = (
    first: number,
    after: number,
    noun: string,
    start = tokens[first]!.start,
    rule = 'places/unknown',
  ): UnknownPlace => {
    const end = tokens[after - 1]!.end;
    return {
      draft: { kind: 'place', sentence, first, after, start, end, head: noun, of_: noun, rule },
      gap: { kind: 'place-unknown', start, end, reason: `A ${noun} that no table of places knows.` },
    };
  };
  const found: UnknownPlace[] = [];
  /** «في قدموس قرب صور»: a word between «in» and where it lies. */
  const located = (i: number): number => {
    if (!/^[وف]?في$/.test(tokens[i - 1]?.norm ?? '') || !free(i) || tokens[i]!.kind !== 'word') return 0;
    // «في أبو سليم»
    if (OPENS.test(tokens[i]!.norm) && free(i + 1) && isUnknownWord(tokens[i + 1]!.norm, lexicon)) return 2;
    for (const many of [1, 2]) {
      const own = Array.from({ length: many }, (_, k) => i + k);
      if (!own.every((k) => free(k) && isUnknownWord(tokens[k]!.norm, lexicon))) return 0;
      const side = tokens[i + many]?.norm ?? '';
      const next = LIES.test(side) ? i + many + 1 : SITED.test(side) ? i + many : undefined;
      if (next === undefined) continue;
      if (names.some(({ first, names: own }) => first >= next && first <= next + 2 && own[0]!.kind === 'place'))
        return many;
    }
    return 0;
  };
  for (let i = sentence.first; i < sentence.after; i++) {
    if (!free(i)) continue;
    const many = sentence.language === 'ar' ? located(i) : 0;
    if (many > 0) {
      found.push(unknown(i, i + many, 'town'));
      i += many - 1;
      continue;
    }
    const noun = lexicon.placeNouns.at(tokens, i, sentence.language);
    if (noun === undefined || !NAMED.has(noun.values[0]!.class)) continue;
    const { class: kind } = noun.values[0]!;
    if (sentence.language === 'ar') {
      const next = noun.after;
      const token = tokens[next];
      // The noun must stand in the construct (no article) and a word of its own must follow that is no known word.
      if (token?.kind !== 'word' || !free(next) || words.tokens[i]!.norm.replace(/^[وفبل]+/, '').startsWith('ال'))
        continue;
      const known =
        lexicon.modifiers.word(token.norm).length +
        lexicon.facilities.word(token.norm).length +
        lexicon.placeNouns.word(token.norm).length;
      if (
        known > 0 ||
        /^(?:في|من|علي|الي|التي|الذي|عن|بين|و.*|ان|انه|انها|هذا|هذه|ذلك|تلك|كل|بعد|قبل|خلال|قرب|امام|حتي|ما|لا|لم|كان|كانت|ب|حدوديه|سوريه|عده|اخري|كامله|صغيره|كبيره|تقع)$/.test(
          token.norm,
        )
      )
        continue;
      const proper = OPENS.test(token.norm) && free(next + 1) && tokens[next + 1]?.kind === 'word';
      found.push(unknown(next, next + (proper ? 2 : 1), kind, startAfterCut(text, token, 0)));
      continue;
    }
    if (tokens[noun.after]?.norm === 'of' && proper(noun.after + 1)) {
      let after = noun.after + 2;
      while (proper(after) || (tokens[after]?.norm === '-' && tokens[after]?.glued && proper(after + 1))) after++;
      found.push(unknown(noun.after + 1, after, kind));
    } else if (proper(i - 1)) {
      let first = i - 1;
      while (proper(first - 1) || (tokens[first - 1]?.norm === '-' && tokens[first]?.glued && proper(first - 2)))
        first--;
      found.push(unknown(first, i, kind));
    }
  }
  if (sentence.language === 'ar') listed();
  if (sentence.language === 'en') {
    const taken = (i: number): boolean => holds(others, i) || found.some(({ draft: d }) => d.first <= i && i < d.after);
    found.push(
      ...behindPrepositions(words, sentence, names, marks, lexicon, (i) => free(i) && !taken(i)).map(([first, after]) =>
        unknown(first, after, 'place', tokens[first]!.start, 'places/behind'),
      ),
    );
  }
  return found;

  /** «ميس الجبل وكفرتبنيت ودبين»: what «and» adds to two places or more is a third. */
  function listed(): void {
    for (const name of names) {
      const { after } = name;
      const token = tokens[after];
      if (name.names[0]!.kind !== 'place' || !free(after) || token?.kind !== 'word' || !token.norm.startsWith('و'))
        continue;
      const before = names.find((other) => other.after === name.first && other.names[0]!.kind === 'place');
      const joins = before !== undefined && words.text[tokens[name.first]!.start] === 'و';
      const rest = token.norm.slice(1);
      if (!joins || rest.startsWith('ال') || !isUnknownWord(rest, lexicon) || lexicon.reporting.word(rest).length > 0)
        continue;
      found.push(unknown(after, after + 1, 'town', startAfterCut(text, token, 1)));
    }
  }
};

/** «near Dioura», «at Sirakorola», «in Al-Sreim and Ras Hassan»: runs of capitals that stand where a place would. */
const behindPrepositions = (
  { tokens, text }: Words,
  sentence: Sentence,
  names: readonly FoundName[],
  marks: readonly Mark[],
  lexicon: Lexicons,
  free: (i: number) => boolean,
): (readonly [first: number, after: number])[] => {
  // Where all words have capitals (titles of films, headlines in capitals) a capital tells nothing.
  const own = tokens.slice(sentence.first, sentence.after).filter((token) => token.kind === 'word');
  if (own.filter((token) => token.capital).length * 2 > own.length) return [];
  const proper = (i: number): boolean =>
    free(i) &&
    i < sentence.after &&
    tokens[i]!.kind === 'word' &&
    tokens[i]!.capital &&
    /\p{Ll}/u.test(text.slice(tokens[i]!.start, tokens[i]!.end)) &&
    lexicon.placeNouns.word(tokens[i]!.norm).length === 0 &&
    lexicon.heads.word(tokens[i]!.norm).length === 0 &&
    lexicon.titles.word(tokens[i]!.norm).length === 0;
  const joins = (i: number): boolean => tokens[i]?.norm === '-' && tokens[i]!.glued && free(i);
  const marked = (i: number, kind: Mark['kind']): boolean =>
    marks.some((mark) => mark.kind === kind && mark.first <= i && i < mark.after);
  const runs: (readonly [number, number])[] = [];
  for (let i = sentence.first + 1; i < sentence.after; i++) {
    const particle = PARTICLE.test(tokens[i]!.norm) && joins(i + 1) && proper(i + 2);
    if (!proper(i) && !particle) continue;
    let after = i + 1;
    for (;;) {
      const next = joins(after) ? after + 1 : after;
      const small = PARTICLE.test(tokens[next]?.norm ?? '') && joins(next + 1) && proper(next + 2);
      if (proper(next)) after = next + 1;
      else if (small) after = next + 3;
      else break;
    }
    const before = tokens[i - 1]!.norm;
    const beyond = tokens[i - 2]?.norm ?? '';
    const place = marked(i, 'place');
    const other = marked(i, 'person') || marked(i, 'organisation');
    const surely = marks.some((mark) => mark.sure && mark.kind !== 'place' && mark.first <= i && i < mark.after);
    // «in Zelene Pole and Hrodivka»: what is joined to a place is one.
    const listed =
      /^(?:and|,)$/.test(before) &&
      (runs.at(-1)?.[1] === i - 1 ||
        runs.at(-1)?.[1] === i - 2 ||
        names.some((name) => name.after === i - 1 && name.names[0]!.kind === 'place'));
    const common =
      after - i === 1 && (lexicon.common.word(tokens[i]!.norm).length > 0 || lexicon.isNoun(tokens[i]!.norm));
    // «at Malikiyah base», «in Obama administration»: a name that only qualifies the noun behind it.
    const qualifies = tokens[after]?.kind === 'word' && lexicon.heads.word(tokens[after]!.norm).length > 0;
    const where =
      (PLACES.test(before) && !other) ||
      (before === 'of' && (BEARING.test(beyond) || lexicon.facilities.word(beyond).length > 0) && !other) ||
      (listed && !surely) ||
      (place && LEADS_TO.test(before) && !other);
    if (where && !common && !qualifies) runs.push([i, after]);
    i = after - 1;
  }
  return runs;
};
