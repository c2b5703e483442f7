/** Places that no table knows, told by their words: «the village of X», «X neighbourhood», قرية X. Never the nearest lookalike. */
import type { Gap } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import { holds, type Sentence, startAfterCut, type Words } from '../text.ts';
import type { FoundTime } from '../times/index.ts';
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

export const unknownPlacesIn = (
  words: Words,
  sentence: Sentence,
  names: readonly FoundName[],
  times: readonly FoundTime[],
  lexicon: Lexicons,
): UnknownPlace[] => {
  const { tokens, text } = words;
  const free = (i: number): boolean =>
    i >= sentence.first && i < sentence.after && !holds(names, i) && !holds(times, i);
  const proper = (i: number): boolean =>
    free(i) && tokens[i]!.capital && lexicon.placeNouns.word(tokens[i]!.norm).length === 0 && i > sentence.first;
  const unknown = (first: number, after: number, noun: string, start = tokens[first]!.start): UnknownPlace => {
    const end = tokens[after - 1]!.end;
    return {
      draft: { kind: 'place', sentence, first, after, start, end, head: noun, of_: noun, rule: 'places/unknown' },
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
