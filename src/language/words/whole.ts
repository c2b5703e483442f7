/**
 * What analysis takes as one word though `tokenise` cuts it: addresses, times, dates, abbreviations with their stop,
 * prefixes with their hyphen, runs of one sign. As the English treebanks do; nothing in it harms Arabic.
 */
import type { Token } from '../tokens.ts';

const TITLES =
  'Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Col|Capt|Cpt|Lt|Sgt|Cpl|Brig|Adm|Sen|Rep|Gov|Pres|Rev|Hon|St|Ft|Mt|Jr|Sr|Messrs';
const MONTHS = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri';
const OTHERS = 'vs|etc|inc|ltd|co|corp|bros|dept|approx|est|vol|pp|fig|ed|eds|al|ave|blvd|rd|ca|cf|viz';
/** Each also with a capital first. */
const either = (words: string): string =>
  words
    .split('|')
    .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
    .join('|');
const PREFIXES =
  'e|non|anti|re|co|pre|pro|mid|post|over|cross|ex|multi|counter|semi|sub|mini|neo|socio|micro|intra|inter|un|ultra|quasi|pseudo|psycho|trans';

// Each is bounded, so that a long line costs no more than its length.
const WHOLE = new RegExp(
  [
    String.raw`(?:[Hh]ttps?:\/\/|ftp:\/\/|www\.)[^\s<>"«»“”]{0,500}[\p{L}\p{Nd}\/#=&_-]`,
    String.raw`[\p{L}\p{Nd}._%+-]{1,64}@[\p{L}\p{Nd}-]{1,63}(?:\.[\p{L}\p{Nd}-]{1,63}){1,8}`,
    String.raw`(?<![\p{L}\p{Nd}.-])[\p{L}\p{Nd}-]{1,63}(?:\.[\p{L}\p{Nd}-]{1,63}){0,6}\.(?:com|org|net|gov|edu|info|int|co\.uk|org\.uk|co\.il)(?![\p{L}\p{Nd}])`,
    String.raw`(?<![\p{L}\p{Nd}])[@#][\p{L}_][\p{L}\p{Nd}_]{0,99}`,
    // Times, dates, telephones, fractions.
    String.raw`(?<![\p{Nd}.,:/-])\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?(?![\p{Nd}:])`,
    String.raw`(?<![\p{Nd}.,:/-])\p{Nd}{1,4}\/\p{Nd}{1,2}(?:\/\p{Nd}{2,4})?(?![\p{Nd}/])`,
    String.raw`(?<![\p{Nd}.,:/-])\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}(?![\p{Nd}-])`,
    String.raw`(?<![\p{Nd}.,:/-])\p{Nd}{3}-(?:\p{Nd}{3}-)?\p{Nd}{4}(?![\p{Nd}-])`,
    // 7th, 1990s, 4G
    String.raw`(?<![\p{L}\p{Nd}.,])\p{Nd}{1,9}(?:st|nd|rd|th|s|['’]s|[ACDGHN])(?![\p{L}\p{Nd}'’])`,
    String.raw`(?<![\p{L}\p{Nd}.,])(?:\p{Nd}{1,3},)?\p{Nd}{3}th(?![\p{L}\p{Nd}])`,
    String.raw`(?<![\p{L}\p{Nd}.])\.\p{Nd}{1,12}(?![\p{Nd}.])`,
    // Abbreviations. A title keeps its stop anywhere, an initial where a word follows.
    String.raw`(?<![\p{L}\p{Nd}.'’-])(?:${TITLES})\.(?=\s)`,
    String.raw`(?<![\p{L}\p{Nd}.'’-])(?:${MONTHS}|${either(OTHERS)})\.(?=\s*[\p{Ll}\p{Nd},;:)])`,
    String.raw`(?<![\p{L}\p{Nd}.'’-])[Nn]os?\.(?=\s?\p{Nd})`,
    String.raw`(?<![\p{L}\p{Nd}.'’-])(?:${either('inc|ltd|co|corp')})\.(?=[\s,)])`,
    String.raw`(?<![\p{L}\p{M}\p{Nd}.'’])(?!I\.)\p{Lu}\.(?=\s+\p{L})`,
    String.raw`(?<![\p{L}\p{Nd}])(?:\p{L}\.){1,6}\p{L}(?![\p{L}\p{M}\p{Nd}'’])\.?`,
    String.raw`(?<![\p{L}\p{Nd}])(?:Ph\.D|M\.Sc|B\.Sc)\.?`,
    String.raw`(?<![\p{L}\p{Nd}])\p{Lu}{1,4}&\p{Lu}{1,4}(?![\p{L}\p{Nd}])`,
    String.raw`(?<![\p{L}\p{Nd}])(?:US|A|C|HK|NZ)\$`,
    String.raw`(?<![\p{L}\p{Nd}'’-])(?:${either(PREFIXES)})-\p{Script=Latin}{2,40}`,
    // Runs of one sign, and faces.
    String.raw`\.{2,}|-{2,}|={2,}|\*{2,}|_{2,}|~{2,}|#{2,}|\+{2,}|[!?]{2,}|<{2,}|>{2,}`,
    String.raw`(?<![\p{L}\p{Nd}])[:;=]-?[()DP](?![\p{L}\p{Nd}])`,
  ].join('|'),
  'gu',
);
// Without these signs a text has none of the above; the stop of its last word is none.
const WORTH_LOOKING = /[:@#/$&=;_*~<>+-]|[.!?](?!$)|\d[a-z'’]/i;

/** The tokens, with those that belong together made one. */
export const wholeWords = (text: string, tokens: readonly Token[]): readonly Token[] => {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return tokens;
  const piece = text.slice(first.start, last.end);
  if (!WORTH_LOOKING.test(piece)) return tokens;
  const joined: Token[] = [];
  let next = 0;
  for (const match of piece.matchAll(WHOLE)) {
    const start = first.start + match.index;
    const end = start + match[0].length;
    while (next < tokens.length && tokens[next]!.end <= start) joined.push(tokens[next++]!);
    const head = tokens[next];
    if (!head || head.start !== start) continue;
    let after = next;
    while (after < tokens.length && tokens[after]!.end <= end) after++;
    if (after === next + 1 || tokens[after - 1]!.end !== end) continue;
    const kind = /[\p{L}]/u.test(match[0]) ? 'word' : /\p{Nd}/u.test(match[0]) ? 'number' : 'punctuation';
    // So that a sentence ends where one sign would end it.
    const norm = /^\.+$/.test(match[0]) ? '...' : /^[!?]+$/.test(match[0]) ? '!' : match[0].toLowerCase();
    joined.push({ ...head, end, kind, norm, capital: head.capital });
    next = after;
  }
  if (joined.length === 0) return tokens;
  return next < tokens.length ? [...joined, ...tokens.slice(next)] : joined;
};
