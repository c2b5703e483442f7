/** Numbers of persons and things, with the words that make them bounds. Years, times, scores and prices are none. */
import type { QuantityValue } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import { type FoundNumber, numberAt } from '../numbers/index.ts';
import { holds, type Sentence, startAfterCut, type Words } from '../text.ts';
import type { FoundTime } from '../times/index.ts';
import type { Described } from './described.ts';

export type FoundQuantity = {
  readonly sentence: Sentence;
  readonly first: number;
  readonly after: number;
  readonly start: number;
  readonly end: number;
  readonly value: QuantityValue;
  /** What is counted. */
  readonly counted?: Described;
};

const RANGE = new Set(['-', '–', 'to', 'and', 'الي', 'و']);
const OPENS_RANGE = /^و?(?:between|from|بين|من)$/;
// Behind these a number is a name, a date, a score or a price.
const NAMING =
  /^(?:unit|route|resolution|highway|no|nos|number|room|page|channel|article|section|flight|division|brigade|at|[$£€#+]|الوحده|الفرقه|اللواء|القرار|الطريق|الغرفه|الماده|الرحله|رقم|عيار|الرقم|بسعر)$/;
// Words that may follow a number whose noun is left out: «31 were killed», «wounding nine others and …».
const HEADLESS =
  /^(?:were|was|are|is|have|has|had|been|being|of|in|at|and|or|but|by|on|during|when|after|others?|more|people|dead|so|according|from|as|while|with|who|which|that|اخرون|اخرين|اخر|اخري|منهم|من|في|بينهم|علي|قتلوا|بجروح|وفق|بحسب|خلال|و.*)$/;
const AUXILIARY =
  /^(?:were|was|is|are|been|being|have|has|had|be|reported|reportedly|others?|more|also|so|far|now|still|all|people|persons|of|them|already|yet|later|believed|confirmed|to|اخرون|اخرين|منهم|بعدما|قد)$/;

type Value = { readonly low: number; readonly high?: number };

/** Nine tenths, whole persons. */
const lessTenth = (value: number): number => Math.floor((value * 9) / 10);

/** «about 50» as a range: a tenth either way, which is as much as such words are good for; the words stay in the span. */
const bounded = (bound: string | undefined, { low, high }: Value): Value => {
  const top = high ?? low;
  switch (bound) {
    case 'low':
      return { low };
    case 'high':
      return { low: Math.min(1, low), high: top };
    case 'near':
      return high === undefined ? { low } : { low: lessTenth(low), high: top + low - lessTenth(low) };
    case 'below':
      return high === undefined ? { low } : { low: lessTenth(low), high: top };
    default:
      return high === undefined ? { low } : { low, high };
  }
};

/**
 * مدنيان, طفلتين: the dual says two by its ending. The nominative in ان is certain; ين is written like the sound plural,
 * so it counts only where the noun's plural is another word, or behind ة.
 */
const dualOf = (norm: string, i: number, described: readonly Described[], lexicon: Lexicons): Described | undefined => {
  // طفلاها, طفليها: before a pronoun the dual loses its ن.
  const [, bare, ending] = /^[وفبل]?(?:ال)?(.{2,}?)(ان|ين|[اي](?=ه|ها|هما|هم)(?:ها|هما|هم|ه))$/.exec(norm) ?? [];
  if (bare === undefined) return undefined;
  const feminine = bare.endsWith('ت');
  const single = feminine ? [bare, `${bare.slice(0, -1)}ه`] : [bare];
  const head = described.find((d) => d.headAt === i);
  if (head === undefined) return undefined;
  const certain = ending !== 'ين' || feminine;
  if (head.kind === 'facility')
    return single.some((word) => lexicon.facilities.word(word).length > 0) ? head : undefined;
  if (head.kind === 'weapon') return single.some((word) => lexicon.weapons.word(word).length > 0) ? head : undefined;
  return single.some((word) => lexicon.heads.word(word).some((v) => v.kind === 'base' && (certain || v.broken)))
    ? head
    : undefined;
};

/** Quantities of a sentence. A number that counts nothing known has no unit. */
export const quantitiesIn = (
  words: Words,
  sentence: Sentence,
  described: readonly Described[],
  times: readonly FoundTime[],
  lexicon: Lexicons,
): FoundQuantity[] => {
  const { tokens, text } = words;
  const { language } = lexicon;
  const found: FoundQuantity[] = [];
  const norm = (i: number): string => (i >= sentence.first && i < sentence.after ? tokens[i]!.norm : '');
  const harmAt = (i: number): boolean =>
    i >= sentence.first && i < sentence.after && lexicon.harm.at(tokens, i, language) !== undefined;

  for (let i = sentence.first; i < sentence.after; i++) {
    const token = tokens[i]!;
    if (token.kind === 'punctuation' || holds(times, i)) continue;
    const number = numberAt(tokens, i, sentence.after, lexicon);
    if (number === undefined) {
      const pair = language === 'ar' ? dualOf(token.norm, i, described, lexicon) : undefined;
      if (pair) found.push(dual(words, sentence, i, pair));
      continue;
    }
    const range = rangeAt(tokens, i, number, sentence, lexicon);
    const after = range?.after ?? number.after;
    const skip = (): void => {
      i = after - 1;
    };
    if (isName(tokens, i, after, number)) {
      skip();
      continue;
    }
    const before = boundBefore(words, sentence, i, lexicon);
    const first = before?.first ?? (range?.opens ? i - 1 : i);
    // «5 ملايين دولار», «20 percent»: measured, not counted; «100 vehicles»: counted.
    const unit = lexicon.units.at(tokens, after, language)?.values[0];
    if (unit?.measure && after < sentence.after) {
      skip();
      continue;
    }
    const counted = countedBy(words, described, after, sentence, lexicon);
    const close = counted ? counted.after : after;
    const behind = boundAfter(words, sentence, [after, close, close + 1], lexicon);
    const value = bounded(before?.bound ?? behind?.bound, { low: number.low, ...high(range?.high ?? number.high) });
    const zero = number.low === 0;
    const harmed = !counted && (zero ? harmAt(after) : isHarmed(tokens, first, after, sentence, harmAt, norm));
    const what =
      counted === undefined
        ? harmed
          ? 'person'
          : unit
            ? unit.lemma
            : undefined
        : counted.kind === 'actor'
          ? 'person'
          : counted.of;
    // The article of «a couple of men» is part of the number; where the number's own clitic is cut, so is the mention.
    found.push({
      sentence,
      first,
      after: behind && behind.after <= after + 2 && behind.first === after ? behind.after : after,
      start:
        first === i ? startAfterCut(text, token, number.cut) : startAfterCut(text, tokens[first]!, before?.cut ?? 0),
      end: tokens[after - 1]!.end,
      value: { ...value, ...(what === undefined ? {} : { unit: what }), words: number.words },
      ...(counted === undefined ? {} : { counted }),
    });
    skip();
  }
  return found;
};

const high = (value: number | undefined): { high?: number } => (value === undefined ? {} : { high: value });

const dual = (words: Words, sentence: Sentence, i: number, pair: Described): FoundQuantity => ({
  sentence,
  first: i,
  after: i + 1,
  start: pair.start,
  end: words.tokens[i]!.end,
  value: { low: 2, high: 2, unit: pair.kind === 'actor' ? 'person' : pair.of, words: true },
  counted: pair,
});

type Tokens = Words['tokens'];

/** Parts of names and of other numbers: «M-16», «the 17th», «3-2», «+963 11», «10:30». */
const isName = (tokens: Tokens, i: number, after: number, number: FoundNumber): boolean => {
  const [before, next] = [tokens[i - 1], tokens[after]];
  if (number.words && before?.norm === 'no') return true; // «no one»
  if (number.words && before?.norm !== '$') return false;
  if (before && NAMING.test(before.norm)) return true;
  if (next?.glued && (/^(?:st|nd|rd|th)$/.test(next.norm) || (/^[:/-]$/.test(next.norm) && tokens[after + 1]?.glued)))
    return true;
  return before !== undefined && tokens[i]!.glued && /^[:/-]$/.test(before.norm) && before.glued;
};

/** «10 to 15», «between 10 and 15», بين 10 و15: the second number of a range. */
const rangeAt = (
  tokens: Tokens,
  i: number,
  { low, high: top, after }: FoundNumber,
  sentence: Sentence,
  lexicon: Lexicons,
): { high: number; after: number; opens: boolean } | undefined => {
  const opens = OPENS_RANGE.test(tokens[i - 1]?.norm ?? '') && i > sentence.first;
  const joint = tokens[after];
  if (joint === undefined || after >= sentence.after || top === undefined) return undefined;
  // و is joined to the second number in Arabic.
  const joined = lexicon.language === 'ar' && opens && joint.norm.startsWith('و');
  const at = joined
    ? after
    : RANGE.has(joint.norm) && (opens || !/^(?:and|و)$/.test(joint.norm))
      ? after + 1
      : undefined;
  const second = at === undefined ? undefined : numberAt(tokens, at, sentence.after, lexicon);
  if (second?.high === undefined || second.high <= low) return undefined;
  if (/^[-–]$/.test(joint.norm) && !(joint.glued || tokens[after + 1]?.glued) && !opens) return undefined;
  return { high: second.high, after: second.after, opens };
};

type Bound = { readonly first: number; readonly after: number; readonly bound: string; readonly cut: number };

const boundBefore = (words: Words, sentence: Sentence, i: number, lexicon: Lexicons): Bound | undefined => {
  for (let back = 4; back >= 1; back--) {
    const at = i - back;
    if (at < sentence.first) continue;
    const hit = lexicon.bounds.at(words.tokens, at, lexicon.language);
    const value = hit?.after === i ? hit.values.find((v) => v.place !== 'after') : undefined;
    if (hit && value) return { first: at, after: i, bound: value.bound, cut: hit.cut };
  }
  return undefined;
};

const boundAfter = (
  words: Words,
  sentence: Sentence,
  places: readonly number[],
  lexicon: Lexicons,
): Bound | undefined => {
  for (const at of places) {
    if (at >= sentence.after) continue;
    const hit = lexicon.bounds.at(words.tokens, at, lexicon.language);
    const value = hit?.values.find((v) => v.place === 'after');
    if (hit && value) return { first: at, after: hit.after, bound: value.bound, cut: hit.cut };
  }
  return undefined;
};

/** What stands behind the number and is counted by it: «7 of the men», «12 Syrian soldiers», مدنيين اثنين before it. */
const countedBy = (
  words: Words,
  described: readonly Described[],
  after: number,
  sentence: Sentence,
  lexicon: Lexicons,
): Described | undefined => {
  const { tokens } = words;
  // English lets adjectives stand between; Arabic has its noun first, and what a preposition leads in is another thing.
  const open = (d: Described): boolean => {
    const between = tokens.slice(after, d.first);
    return lexicon.language === 'en'
      ? between.every((t) => t.kind === 'word' && !/^(?:was|and|in|at|by|near|from|on|killed)$/.test(t.norm))
      : between.length <= 1 && between.every((t) => /^(?:من|منهم|منها|اخرين|اخرون|اخر)$/.test(t.norm));
  };
  const behind = described.find(
    (d) => d.first >= after && d.first <= after + 2 && d.headAt <= after + 5 && d.first < sentence.after && open(d),
  );
  if (behind) return behind;
  const partitive = described.find((d) => d.first > after && d.first <= after + 2 && tokens[after]?.norm === 'of');
  if (partitive) return partitive;
  // مدنيين اثنين: one and two stand behind their noun.
  return /^(?:اثنين|اثنان|اثنتين|اثنتان|واحد|واحده)$/.test(tokens[after - 1]?.norm ?? '')
    ? described.find((d) => d.after === after - 1 && d.kind === 'actor')
    : undefined;
};

/** «7 dead», «31 were killed», «wounding nine», عدد القتلى 27: a word of harm says that persons are counted. */
const isHarmed = (
  tokens: Tokens,
  first: number,
  after: number,
  sentence: Sentence,
  harmAt: (i: number) => boolean,
  norm: (i: number) => string,
): boolean => {
  for (let i = after; i < after + 5; i++) {
    if (harmAt(i)) return true;
    // One noun of its own may stand between: «five shepherds were killed».
    if (!AUXILIARY.test(norm(i)) && !(i === after && /(?:s|men|people)$/.test(norm(i)) && AUXILIARY.test(norm(i + 1))))
      break;
  }
  const next = tokens[after];
  const headless = after >= sentence.after || next === undefined || next.kind !== 'word' || HEADLESS.test(next.norm);
  const noun = next?.kind === 'word' && /(?:s|men|people)$/.test(next.norm) && !next.capital;
  if (!headless && !noun && sentence.language === 'en') return false;
  if (harmAt(first - 1)) return headless || noun || sentence.language === 'ar';
  if (/^(?:of|عن)$/.test(norm(first - 1)) && harmAt(first - 2)) return headless;
  if (!headless) return false;
  // «the death toll rose to 31», «the number of wounded is now 45», بلغ عدد القتلى 27
  for (let i = first - 1; i >= Math.max(sentence.first, first - 7); i--) {
    if (tokens[i]!.kind === 'punctuation') return false;
    if (harmAt(i))
      return (
        /^(?:to|at|is|was|number|numbers|reached|الي|بلغ|رقم)$/.test(norm(first - 1)) ||
        harmAt(first - 1) ||
        norm(first - 1) === 'toll'
      );
  }
  return false;
};
