/**
 * Names that no table knows and the model of names marks: persons, bodies, places. They stand without an id, each body and
 * place with a gap, so that somebody can add it to the tables.
 */
import type { Gap } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { SyntaxOf } from '../syntax.ts';
import type { Sentence, Stretch, Words } from '../text.ts';
import type { Found } from './found.ts';
import type { Mark } from './marks.ts';
import type { FoundPerson } from './persons.ts';

export type Named = {
  readonly persons: readonly FoundPerson[];
  readonly drafts: readonly Omit<Found, 'id'>[];
  readonly gaps: readonly Gap[];
};

// One Arabic word alone may be any word.
const LEAST_ARABIC = 2;
// «X, the minister of Y»: words between a name and the title behind it.
const APPOSED = 4;

const IN = /^[وف]?(?:في|قرب|داخل|باتجاه|نحو|الي|مدينه|بلده|قريه)$/;

const overlaps = (a: Stretch, b: Stretch): boolean => a.first < b.after && a.after > b.first;

/** The office that stands behind a name: «X, the (Syrian) foreign minister». */
const officeBehind = (words: Words, sentence: Sentence, after: number, lexicon: Lexicons): string | undefined => {
  const { tokens, text } = words;
  if (!/^[,،(]$/.test(tokens[after]?.norm ?? '')) return undefined;
  for (let i = after + 1; i < Math.min(sentence.after, after + 1 + APPOSED); i++) {
    if (tokens[i]!.kind === 'punctuation') return undefined;
    const hit = lexicon.titles.at(tokens, i, sentence.language);
    if (hit?.values[0]?.kind === 'office' && hit.after <= sentence.after)
      return text.slice(tokens[i]!.start, tokens[hit.after - 1]!.end);
  }
  return undefined;
};

/** @param taken what else is found in the sentence: tables and descriptions are believed before the model */
export const namedIn = (
  words: Words,
  sentence: Sentence,
  marks: readonly Mark[],
  taken: readonly Stretch[],
  syntax: SyntaxOf,
  lexicon: Lexicons,
): Named => {
  const persons: FoundPerson[] = [];
  const drafts: Omit<Found, 'id'>[] = [];
  const gaps: Gap[] = [];
  const { tokens } = words;
  const { language } = sentence;
  for (const mark of marks) {
    const { kind, first, after, sure } = mark;
    if (!sure || taken.some((other) => overlaps(other, mark))) continue;
    // … but behind a preposition of place one word is enough: «في قدموس قرب صور».
    const placed = kind === 'place' && IN.test(tokens[first - 1]?.norm ?? '') && !lexicon.isNoun(tokens[first]!.norm);
    if (language === 'ar' && after - first < LEAST_ARABIC && !placed) continue;
    // What Arabic writes to the name in front is not of it.
    const { words: tagged, wordAt } = syntax.tagged(sentence);
    const start = language === 'ar' ? (tagged[wordAt(first)]?.start ?? tokens[first]!.start) : tokens[first]!.start;
    const end = tokens[after - 1]!.end;
    const rule = `model/${language}`;
    if (kind === 'person') {
      const office = officeBehind(words, sentence, after, lexicon);
      persons.push({ sentence, first, after, start, end, rule, ...(office && { office }) });
    } else if (kind === 'organisation') {
      drafts.push({ kind: 'actor', sentence, first, after, start, end, of_: 'organisation', rule });
      gaps.push({ kind: 'actor-unknown', start, end, reason: 'A body that no table of actors knows.' });
    } else {
      drafts.push({ kind: 'place', sentence, first, after, start, end, rule });
      gaps.push({ kind: 'place-unknown', start, end, reason: 'A place that no table of places knows.' });
    }
  }
  return { persons, drafts, gaps };
};
