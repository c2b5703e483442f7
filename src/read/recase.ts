/**
 * Text in capitals throughout («FIVE KILLED IN ALEPPO», old wires) is read as if it were cased as usual: only what is a
 * name, or no common word, keeps its capital. The text and its offsets stay as they are; only the tokens change.
 */
import type { Token } from '../language/index.ts';
import type { Part } from '../model/index.ts';
import type { Lexicons } from './lexicon/index.ts';
import type { NameTable } from './mentions/index.ts';
import type { Words } from './text.ts';

// Fewer letters may be an acronym or two; a shout of five words is a headline.
const LEAST_LETTERS = 15;
const SHARE = 0.9;
// What common words end in and names hardly ever do.
const COMMON_END =
  /(?:ing|ed|ly|tion|tions|ment|ments|ness|ity|ities|ous|ive|ives|able|ible|ism|ist|ists|ance|ences?|ships?|ists?|ors|ers|ees|ians|ants|ents|ages|ures?|ways?|ful|less)$/;

/** Whether Latin letters of a piece are capitals nearly throughout. */
export const isAllCapitals = (piece: string): boolean => {
  const upper = piece.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = piece.match(/\p{Ll}/gu)?.length ?? 0;
  return upper >= LEAST_LETTERS && upper / (upper + lower) >= SHARE;
};

export const recased = (words: Words, parts: readonly Part[], lexicon: Lexicons, names: NameTable): Words => {
  const shouted = parts.map((part) => part.language === 'en' && isAllCapitals(words.text.slice(part.start, part.end)));
  if (!shouted.includes(true)) return words;
  const tokens = [...words.tokens];
  for (const sentence of words.sentences) {
    if (!shouted[sentence.part]) continue;
    for (let i = sentence.first; i < sentence.after; i++) {
      const token = tokens[i]!;
      if (token.kind !== 'word' || !token.capital) continue;
      const name = names.at(words.tokens, i, 'en');
      // «SAN SALVADOR» is a name by its two words; «NICE» alone may be the word.
      if (name && name.after <= sentence.after && (name.after > i + 1 || !isCommon(token, lexicon))) {
        i = name.after - 1;
        continue;
      }
      // «5 MAY 89»: beside a number it is the month, not «may».
      const dated = words.tokens[i - 1]?.kind === 'number' || words.tokens[i + 1]?.kind === 'number';
      if (dated && lexicon.months.word(token.norm).length > 0) continue;
      if (isCommon(token, lexicon)) tokens[i] = { ...token, capital: false };
    }
  }
  return { ...words, tokens, shouted };
};

const isCommon = ({ norm }: Token, lexicon: Lexicons): boolean =>
  lexicon.common.word(norm).length > 0 ||
  lexicon.isNoun(norm) ||
  lexicon.triggers.word(norm).length > 0 ||
  lexicon.harm.word(norm).length > 0 ||
  lexicon.reporting.word(norm).length > 0 ||
  lexicon.changes.word(norm).length > 0 ||
  lexicon.weapons.word(norm).length > 0 ||
  lexicon.modifiers.word(norm).length > 0 ||
  lexicon.titles.word(norm).length > 0 ||
  (lexicon.givenNames.word(norm).length === 0 && COMMON_END.test(norm)) ||
  norm.length === 1;
