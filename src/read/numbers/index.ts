/**
 * Numbers as they stand in text, in digits and in words of both languages: «1,200», «twenty-one», «two dozen», «hundreds
 * of thousands», واحد وعشرون, ثلاثمئة, ٱلفا, «12 ألف». Words and their values are in data/lexicons; how they join is here.
 */
import type { Token } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import type { Lexicons, NumberWord } from '../lexicon/index.ts';

export type FoundNumber = {
  readonly low: number;
  /** Absent: open upwards («dozens»). */
  readonly high?: number;
  /** Index of the token after its last. */
  readonly after: number;
  /** Folded letters of joined words in front of the first token. */
  readonly cut: number;
  /** Said in words, or with a word for its thousands. */
  readonly words: boolean;
};

/** Digits with separators of thousands or a decimal point; undefined for what is no number of this kind (7.10.2023). */
const digitsOf = (norm: string): number | undefined => {
  if (/^\d{1,12}$/.test(norm)) return Number(norm);
  if (/^\d{1,3}(?:[,٬]\d{3})+$/.test(norm)) return Number(norm.replace(/[,٬]/g, ''));
  return /^\d{1,9}[.٫]\d{1,3}$/.test(norm) ? Number(norm.replace('٫', '.')) : undefined;
};

const JOINED_DIGITS = /^([وفبلك]{0,2}(?:ال)?)(\d{1,9})$/;

type Piece = { readonly value: NumberWord; readonly after: number; readonly cut: number; readonly clitics: string };

const isScale = (n: number): boolean => n >= 1000 && /^10+$/.test(String(n));

/** What a number word multiplies by: a thousand; «dozens of», عشرات before one of these multiplies in its turn. */
const scaleOf = (value: NumberWord): number | undefined => {
  if (value.scale !== undefined) return value.scale;
  return value.high !== undefined && isScale(value.low) ? value.low : undefined;
};

/** May `next` be added to what has been counted so far? Twenty + one, two hundred + twenty, three thousand + 500. */
const fits = (sum: number, next: number): boolean => {
  if (next <= 0 || sum <= 0) return false;
  const size = 10 ** Math.floor(Math.log10(next) + 1e-9);
  // A teen or a unit needs its places free: 20 + 1, not 21 + 1, not 20 + 12.
  return sum % (next < 20 && next >= 10 ? 100 : size * 10) === 0;
};

/**
 * The number that starts at token `i`, the longest there is, if any.
 * @param after where the sentence ends
 */
export const numberAt = (
  tokens: readonly Token[],
  i: number,
  after: number,
  lexicon: Pick<Lexicons, 'numbers' | 'language'>,
): FoundNumber | undefined => {
  const { language } = lexicon;
  const token = tokens[i];
  if (token === undefined || token.kind === 'punctuation') return undefined;
  const word = (at: number): Piece | undefined => {
    const hit = at < after && tokens[at]!.kind === 'word' ? lexicon.numbers.at(tokens, at, language) : undefined;
    return hit && hit.after <= after ? { ...hit, value: hit.values[0]! } : undefined;
  };
  let at: number;
  let cut = 0;
  let sum: number;
  let group: number;
  let words = false;
  const joined = language === 'ar' && token.kind === 'word' ? JOINED_DIGITS.exec(token.norm) : undefined;
  const plain = joined ? Number(joined[2]) : token.kind === 'number' ? digitsOf(token.norm) : undefined;
  if (plain !== undefined) {
    [sum, group, at, cut] = [0, plain, i + 1, joined?.[1]?.length ?? 0];
  } else {
    const first = word(i);
    if (first === undefined) return undefined;
    ({ after: at, cut } = first);
    words = true;
    if (first.value.high === undefined) return vague(tokens, first, word, language);
    [sum, group] = [0, first.value.low];
  }
  // «two hundred and fifty thousand»: a scale closes its group.
  for (;;) {
    const bridge = bridgeAt(tokens, at, language);
    const next = word(bridge);
    if (next === undefined) break;
    const { low, high } = next.value;
    const scale = scaleOf(next.value);
    const adjoins = bridge === at && next.clitics === '';
    if (scale !== undefined && adjoins && group > 0 && (group < scale || !Number.isInteger(group))) {
      // ثلاثة آلاف, «12 ألف»; «two dozen», «two hundred» multiply their units alone.
      sum += scale >= 1000 ? group * scale : 0;
      group = scale >= 1000 ? 0 : group * scale;
    } else if (high === undefined || high !== low || low === 0) break;
    else if (language === 'en' && low === 100 && adjoins && group > 0 && group < 100) group *= 100;
    else if (language === 'en' && plain !== undefined && sum === 0) break;
    // Arabic: the unit stands before its ten, خمسة وعشرون, and teens are two words, خمسة عشر.
    else if (language === 'ar' && adjoins && low === 10 && group > 0 && group < 10) group += 10;
    else if (
      language === 'ar' &&
      /و/.test(next.clitics) &&
      low >= 20 &&
      low <= 90 &&
      group % 100 > 0 &&
      group % 100 < 10
    )
      group += low;
    else if (joins(language, bridge > at, next.clitics, group, sum, low)) group += low;
    else break;
    at = next.after;
    words = true;
  }
  const value = Math.round((sum + group) * 1000) / 1000;
  return { low: value, high: value, after: at, cut, words };
};

const joins = (
  language: Language,
  bridged: boolean,
  clitics: string,
  group: number,
  sum: number,
  low: number,
): boolean => {
  if (language === 'ar')
    return /^و/.test(clitics) && low < 1000 && (group === 0 ? sum > low : group >= 100 && fits(group, low));
  if (group === 0) return sum >= 1000 && low < 1000;
  // «three and two more» is no number; «one hundred and two» is.
  return fits(group, low) && (!bridged || group >= 100 || low < 10);
};

/** English joins by a hyphen or «and»: where the next word of the number may stand. */
const bridgeAt = (tokens: readonly Token[], at: number, language: Language): number => {
  if (language !== 'en') return at;
  const token = tokens[at];
  if (token?.norm === '-' && token.glued && tokens[at + 1]?.glued) return at + 1;
  return token?.norm === 'and' ? at + 1 : at;
};

/** «dozens», «hundreds of thousands», عشرات الآلاف: at least so many, times what follows. */
const vague = (
  tokens: readonly Token[],
  first: Piece,
  word: (at: number) => Piece | undefined,
  language: Language,
): FoundNumber => {
  let { low } = first.value;
  let at = first.after;
  const of = language === 'en' && tokens[at]?.norm === 'of' ? at + 1 : at;
  const next = low >= 10 ? word(of) : undefined;
  const scale = next && scaleOf(next.value);
  if (next && scale !== undefined && scale >= 1000) {
    // «tens of thousands» is two tens at least: twenty thousand.
    low *= scale;
    at = next.after;
  }
  return { low, after: at, cut: first.cut, words: true };
};
