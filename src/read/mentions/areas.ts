/**
 * Areas that are told by names: «the Iraqi side» and الأراضي السورية are a country, «between Homs and Palmyra» lies in what
 * holds both. An area has no point of its own: it is shown at what it lies in, and says how coarse that is.
 */
import type { PlaceValue } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import { type PlaceIndex, placeValue, type Resolved } from '../places/index.ts';
import { type Sentence, startAfterCut, type Words } from '../text.ts';
import type { FoundName } from './names.ts';

export type FoundArea = {
  readonly kind: 'place';
  readonly sentence: Sentence;
  readonly first: number;
  readonly after: number;
  readonly start: number;
  readonly end: number;
  readonly place: PlaceValue;
  readonly of_: string;
  readonly rule: string;
};

/** «the Iraqi side», الأراضي السورية: a people's name and a noun of land mean the country. */
export const sideOf = (words: Words, name: FoundName, lexicon: Lexicons, index: PlaceIndex): FoundArea | undefined => {
  const top = name.names[0]!;
  if (top.kind !== 'nationality') return undefined;
  const { sentence } = name;
  const at = lexicon.language === 'en' ? name.after : name.first - 1;
  const noun = lexicon.placeNouns.at(words.tokens, at, lexicon.language);
  if (noun?.values[0]?.class !== 'side' || at < sentence.first || at >= sentence.after) return undefined;
  const country = index.byId.get(`country:${top.entry.country}`);
  if (country === undefined) return undefined;
  const first = Math.min(at, name.first);
  const after = Math.max(noun.after, name.after);
  return {
    kind: 'place',
    sentence,
    first,
    after,
    start: words.tokens[first]!.start,
    end: words.tokens[after - 1]!.end,
    place: placeValue(country, 0.9, index),
    of_: 'country',
    rule: 'places/side',
  };
};

/** Words that may stand between the two names: «the towns of X», «and the village of Y», مدينتي X. */
const BRIDGE =
  /^(?:the|both|city|cities|town|towns|village|villages|of|بلده|بلدتي|مدينه|مدينتي|قريه|قريتي|محافظه|محافظتي|منطقه|منطقتي)$/;
const MOST_BRIDGE = 3;

/** «talks between Damascus and Beirut» name governments: a capital or a country is a place there only behind a noun of land. */
const speaks = ({ entry }: Resolved): boolean => entry.kind === 'country' || entry.seat === 0;

const betweenAt = (words: Words, sentence: Sentence, at: number): boolean =>
  words.tokens[at]!.norm === (sentence.language === 'en' ? 'between' : 'بين') ||
  (sentence.language === 'ar' && /^[وفب]?بين$/.test(words.tokens[at]!.norm));

/**
 * «between X and Y», بين X وY, of two named places that lie in one province or district, or in one country.
 * @param names place names of one sentence, in order
 */
export const betweensIn = (
  words: Words,
  sentence: Sentence,
  names: readonly FoundName[],
  resolved: ReadonlyMap<FoundName, Resolved>,
  lexicon: Lexicons,
  index: PlaceIndex,
): FoundArea[] => {
  const { tokens } = words;
  const bridged = (from: number, to: number): boolean =>
    to - from <= MOST_BRIDGE && tokens.slice(from, to).every(({ norm }) => BRIDGE.test(norm));
  return names.flatMap((left, at): FoundArea[] => {
    const right = names[at + 1];
    const [one, other] = [resolved.get(left), right && resolved.get(right)];
    if (!right || !one || !other) return [];
    let cue = left.first - 1;
    while (cue >= sentence.first && left.first - cue <= MOST_BRIDGE && BRIDGE.test(tokens[cue]!.norm)) cue--;
    if (cue < sentence.first || !betweenAt(words, sentence, cue)) return [];
    const joint = sentence.language === 'en' ? tokens[left.after]?.norm === 'and' : true;
    // Arabic writes و to the name, or to the noun before it.
    const glued = right.start > tokens[right.first]!.start || /^و/.test(tokens[left.after]?.norm ?? '');
    const from = left.after + (sentence.language === 'en' ? 1 : 0);
    const inner = sentence.language === 'ar' && from < right.first ? /^و/.test(tokens[from]!.norm) : true;
    if (!joint || (sentence.language === 'ar' && !(glued && inner))) return [];
    if (!bridged(from + (sentence.language === 'ar' && from < right.first ? 1 : 0), right.first)) return [];
    const noun = cue > sentence.first && lexicon.placeNouns.word(tokens[cue - 1]!.norm).length > 0;
    if ((speaks(one) || speaks(other)) && !noun) return [];
    const holders = new Set(index.chain(other.entry).map(({ id }) => id));
    const common = index.chain(one.entry).find(({ id, kind }) => holders.has(id) && HOLDS.has(kind));
    if (common === undefined || common.id === one.entry.id || common.id === other.entry.id) return [];
    return [
      {
        kind: 'place',
        sentence,
        first: cue,
        after: right.after,
        start: startAfterCut(words.text, tokens[cue]!, tokens[cue]!.norm.length - (sentence.language === 'ar' ? 3 : 7)),
        end: right.end,
        place: { ...placeValue(common, Math.min(one.score, other.score), index), precision: 'between' },
        of_: 'area',
        rule: 'places/between',
      },
    ];
  });
};

const HOLDS = new Set(['district', 'province', 'country']);
