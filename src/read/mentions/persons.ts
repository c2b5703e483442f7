/**
 * Persons by the shape of their names: capitalised words after a title or an office, or before an age. A person without
 * an office is private. (Arabic has no capitals: its persons wait for the sequence model.)
 */
import type { Lexicons } from '../lexicon/index.ts';
import type { Sentence, Words } from '../text.ts';
import type { FoundName } from './names.ts';

export type FoundPerson = {
  readonly sentence: Sentence;
  readonly first: number;
  readonly after: number;
  readonly start: number;
  readonly end: number;
  readonly office?: string;
};

const TITLES =
  /^(?:president|premier|minister|secretary|ambassador|envoy|general|gen|colonel|col|major|maj|brigadier|lieutenant|captain|commander|leader|chief|spokesman|spokeswoman|spokesperson|sheikh|king|emir|prince|crown|senator|governor|mayor|director|chairman|head|ayatollah|imam|bishop|cardinal|pope|coordinator)$/;
const ROLES =
  /^(?:mr|mrs|ms|dr|resident|farmer|student|teacher|journalist|activist|father|mother|doctor|survivor|witness|shopkeeper|driver)$/;
const MOST = 4;

export const personsIn = (
  words: Words,
  sentence: Sentence,
  names: readonly FoundName[],
  lexicon: Lexicons,
): FoundPerson[] => {
  if (sentence.language !== 'en' || !/\p{Ll}/u.test(words.text.slice(sentence.start, sentence.end))) return [];
  const { tokens } = words;
  const found: FoundPerson[] = [];
  const isName = (i: number): boolean => {
    const token = tokens[i];
    if (!token?.capital || i >= sentence.after) return false;
    if (names.some((n) => n.first <= i && i < n.after)) return false;
    return (
      lexicon.heads.word(token.norm).length + lexicon.facilities.word(token.norm).length === 0 &&
      !TITLES.test(token.norm)
    );
  };
  for (let i = sentence.first; i < sentence.after; i++) {
    if (!isName(i)) continue;
    let after = i + 1;
    while (
      after - i < MOST * 2 &&
      (isName(after) || (tokens[after]?.norm === '-' && tokens[after]?.glued && isName(after + 1)))
    )
      after++;
    const before = tokens[i - 1]?.norm ?? '';
    const words2 = tokens.slice(i, after).filter((t) => t.kind === 'word').length;
    const office = TITLES.test(before) && i > sentence.first;
    const role = ROLES.test(before);
    const age =
      tokens[after]?.norm === ',' &&
      tokens[after + 1]?.kind === 'number' &&
      Number(tokens[after + 1]!.norm) < 110 &&
      words2 >= 2;
    if (words2 <= MOST && (office || role || age)) {
      found.push({
        sentence,
        first: i,
        after,
        start: tokens[i]!.start,
        end: tokens[after - 1]!.end,
        ...(office ? { office: before } : {}),
      });
    }
    i = after - 1;
  }
  return found;
};
