/**
 * A name that says an earlier one again: an acronym brought in in brackets, the surname of a person named in full, a short
 * form of a body's name, another alias of a known actor. A wrong link costs more than a missing one: a short form that two
 * earlier names could mean is linked to neither.
 */
import { fold } from '../../language/index.ts';
import type { Stretch, Words } from '../text.ts';
import type { Found } from './found.ts';

const wordsOf = (words: Words, { first, after }: Stretch): string[] =>
  words.tokens.slice(first, after).flatMap(({ kind, norm }) => (kind === 'word' ? [norm] : []));

const LINKING = /^(?:of|the|and|for|in|al|to)$/;

/** «SDF» for «Syrian Democratic Forces», قسد for قوات سوريا الديمقراطية: each letter opens a word, in order. */
const isAcronymOf = (short: string, long: readonly string[]): boolean => {
  const letters = [...short.replace(/\./g, '')];
  const initials = long.filter((word) => !LINKING.test(word)).map((word) => [...word.replace(/^(?:و?ال)/, '')][0]);
  return letters.length >= 2 && letters.length === initials.length && letters.every((l, i) => l === initials[i]);
};

const isBody = (m: Found): boolean =>
  m.kind === 'actor' && m.of === undefined && (m.rule === 'actors/alias' || m.of_ === 'organisation');

const rootOf = (m: Found): string => m.same ?? m.id;

/** What a mention takes over from the one that it repeats: who it is, and that nobody may be named. */
const again = (m: Found, earlier: Found, link: string): Found => ({
  ...m,
  same: rootOf(earlier),
  link,
  ...(m.actor === undefined && earlier.actor !== undefined && { actor: earlier.actor }),
  ...(m.kind === 'person' && m.head === undefined && earlier.head !== undefined && { head: earlier.head }),
});

/** The only one of its kind that fits; two with different roots are none. */
const onlyOf = (fitting: readonly Found[]): Found | undefined => {
  const roots = new Set(fitting.map(rootOf));
  return roots.size === 1 ? fitting[0] : undefined;
};

/** The acronyms that brackets bring in: the letters, and the body behind whose name they stand. */
const acronymsIn = (words: Words, found: readonly Found[]): Map<string, Found> => {
  const acronyms = new Map<string, Found>();
  const { tokens } = words;
  for (const m of found) {
    if (!isBody(m) || tokens[m.after]?.norm !== '(' || tokens[m.after + 2]?.norm !== ')') continue;
    const short = tokens[m.after + 1]!;
    if (short.kind === 'word' && isAcronymOf(short.norm, wordsOf(words, m))) acronyms.set(short.norm, m);
  }
  return acronyms;
};

/** Places where an acronym stands that no table knows: mentions of their own. */
const acronymMentions = (words: Words, found: readonly Found[], acronyms: ReadonlyMap<string, Found>): Found[] => {
  if (acronyms.size === 0) return [];
  const taken = new Set(found.flatMap((m) => Array.from({ length: m.after - m.first }, (_, k) => m.first + k)));
  return words.tokens.flatMap((token, i): Found[] => {
    const long = acronyms.get(token.norm);
    if (long === undefined || i < long.after || taken.has(i)) return [];
    const sentence = words.sentenceAt(i);
    // An English word in small letters is no acronym.
    if (sentence.language === 'en' && words.text.slice(token.start, token.end).length > 1 && !token.capital) return [];
    const { start, end } = token;
    const own = { id: `acronym ${i}`, kind: 'actor' as const, sentence, first: i, after: i + 1, start, end };
    return [{ ...own, of_: 'organisation', rule: 'coreference/acronym' }];
  });
};

const LEAST_SURNAME = 4;

/** The surname alone, where the tables and the model of names found nothing: «Nasrallah said». */
const surnameMentions = (words: Words, found: readonly Found[]): Found[] => {
  const full = found.filter((m) => m.kind === 'person' && wordsOf(words, m).length > 1);
  if (full.length === 0) return [];
  const taken = new Set(found.flatMap((m) => Array.from({ length: m.after - m.first }, (_, k) => m.first + k)));
  const earliest = new Map<string, Found>();
  for (const m of full) {
    const surname = wordsOf(words, m).at(-1)!;
    if (surname.length >= LEAST_SURNAME && !earliest.has(surname)) earliest.set(surname, m);
  }
  return words.tokens.flatMap((token, i): Found[] => {
    const person = earliest.get(token.norm);
    if (person === undefined || i < person.after || taken.has(i) || token.kind !== 'word') return [];
    const sentence = words.sentenceAt(i);
    // Without capitals any word could be meant; a capital behind or before makes it another name («Haddad Street»).
    const { tokens } = words;
    const beside = [tokens[i - 1], tokens[i + 1]].some((t, at) => t?.capital && (at === 1 || i - 1 > sentence.first));
    if (sentence.language !== 'en' || !token.capital || beside || tokens[i - 1]?.norm === '-') return [];
    const own = { id: `surname ${i}`, kind: 'person' as const, sentence, first: i, after: i + 1 };
    return [
      {
        ...own,
        start: token.start,
        end: token.end,
        ...(person.private && { private: true as const }),
        rule: 'coreference/surname',
      },
    ];
  });
};

/** Whether a short name is the beginning or the end of a long one. */
const isShortOf = (short: readonly string[], long: readonly string[]): boolean => {
  if (short.length >= long.length) return false;
  const text = short.join(' ');
  return long.slice(-short.length).join(' ') === text || long.slice(0, short.length).join(' ') === text;
};

/**
 * @param found all mentions, in the order of the text
 * @returns the same with links between names, and mentions of short forms that nothing else finds
 */
export const linkNames = (words: Words, found: readonly Found[]): Found[] => {
  const acronyms = acronymsIn(words, found);
  const added = [...acronymMentions(words, found, acronyms), ...surnameMentions(words, found)];
  const all = [...found, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
  const persons = new Map<string, Found[]>();
  const bodies = new Map<string, Found[]>();
  const byActor = new Map<string, Found>();
  const keep = (table: Map<string, Found[]>, key: string, m: Found): void => {
    table.set(key, [...(table.get(key) ?? []), m].slice(0, MOST_KEPT));
  };
  const personOf = (m: Found, own: readonly string[]): Found | undefined => {
    const fitting = (persons.get(own.at(-1)!) ?? []).filter((earlier) => {
      const whole = wordsOf(words, earlier);
      return own.length < whole.length ? isShortOf(own, whole) : own.join(' ') === whole.join(' ');
    });
    return m.same === undefined ? onlyOf(fitting) : undefined;
  };
  return all.map((m): Found => {
    if (m.same !== undefined) return m;
    const own = wordsOf(words, m);
    if (own.length === 0) return m;
    if (m.kind === 'person') {
      const earlier = personOf(m, own);
      const same = earlier ? again(m, earlier, own.length > 1 ? 'coreference/name' : 'coreference/surname') : m;
      if (!earlier) keep(persons, own.at(-1)!, same);
      return same;
    }
    if (!isBody(m)) return m;
    const long = own.length === 1 ? acronyms.get(own[0]!) : undefined;
    const known = m.actor === undefined ? undefined : byActor.get(m.actor);
    if (long !== undefined && long.id !== m.id && long.start < m.start && (m.actor ?? long.actor) === long.actor) {
      const root = long.actor === undefined ? long : (byActor.get(long.actor) ?? long);
      return again(m, root, 'coreference/acronym');
    }
    if (known !== undefined) return again(m, known, 'coreference/known-actor');
    if (m.actor !== undefined) {
      byActor.set(m.actor, m);
      return m;
    }
    const earlier = onlyOf(
      (bodies.get(own[0]!) ?? []).filter((one) => wordsOf(words, one).join(' ') === own.join(' ')),
    );
    if (earlier) return again(m, earlier, 'coreference/name');
    keep(bodies, fold(own[0]!), m);
    return m;
  });
};
// Persons of one surname in one report; more is a list.
const MOST_KEPT = 8;
