/** Victims whom a list names further on: «they were identified as …», «the wounded are: …». */
import type { Claim, Mention, Reading } from '../../../src/model/index.ts';

const IDENTIFIED =
  /\b(?:IDENTIFIED\s+(?:THE\s+\w+\s+)?AS|(?:VICTIMS|DEAD|WOUNDED|INJURED|KIDNAPPED|HOSTAGES|FATALITIES)\s+(?:ARE|WERE|INCLUDE)\b(?!\s+(?:\w+ED|TAKEN)\b)|NAMES\s+(?:ARE|WERE))/g;
const DOERS = /ARREST|SUSPECT|GUNM[AE]N|ASSASSINS?|TERRORISTS?|SUBVERSIVE/;
// Of a sentence: a full stop behind three letters is none of an initial or a title. In UTF-16 code units.
const END = /[a-zA-Z)\]]{3}\.\s/;
const LONGEST = 900;
const NO_END = 400;
// How far behind the incident a list may begin, and how far before it those stand whose list it is.
const BEHIND = 400;
const BEFORE = 160;

/** Persons in the lists of an incident's victims, list by list. */
export const identifiedIn = (claims: readonly Claim[], { report: { text }, mentions }: Reading): Mention[][] => {
  const first = Math.min(...claims.map(({ quote }) => quote.start));
  const last = Math.max(...claims.map(({ quote }) => quote.end));
  return [...text.slice(first, last + BEHIND).matchAll(IDENTIFIED)].flatMap(({ index, 0: words }) => {
    const at = first + index;
    if (DOERS.test(text.slice(Math.max(0, at - BEFORE), at))) return [];
    const from = at + words.length;
    const length = text.slice(from).search(END);
    const to = from + (length < 0 ? NO_END : Math.min(length, LONGEST));
    // The full stop's three letters may end a name.
    const persons = mentions.filter(({ kind, start, end }) => kind === 'person' && start >= from && end <= to + 4);
    return persons.length > 0 ? [persons] : [];
  });
};
