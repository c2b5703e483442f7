/**
 * Actors, facilities and weapons that are described, not named: a head noun and what belongs to it. English stacks it
 * in front («pro-Iranian militia leaders», «Iran-backed fighters»), Arabic behind (ميليشيات أجنبية موالية لإيران).
 */
import type { Language } from '../../model/index.ts';
import type { ClassWord, HeadWord, Hit, Lexicons } from '../lexicon/index.ts';
import { holds, type Sentence, startAfterCut, type Words } from '../text.ts';
import type { FoundName } from './names.ts';

export type Described = {
  readonly kind: 'actor' | 'facility' | 'weapon';
  readonly sentence: Sentence;
  readonly first: number;
  readonly after: number;
  readonly start: number;
  readonly end: number;
  /** Head noun as its table lists it, or the class of a facility or weapon. */
  readonly head: string;
  /** armed, civilian, office; class of a facility or weapon. */
  readonly of: string;
  readonly private: boolean;
  /** The name inside it that says whose it is. */
  readonly inside?: FoundName;
  /** Where the head itself begins. */
  readonly headAt: number;
};

// «Iran-backed», «US-led», «government-aligned»: what follows the hyphen after a name.
const TIED = new Set(
  'backed led aligned affiliated linked controlled allied based supported run held loyal'.split(' '),
);
const SIDES = new Set(['pro', 'anti']);

type Reach = { readonly edge: number; readonly inside?: FoundName };

const englishReach = (
  words: Words,
  names: readonly FoundName[],
  lexicon: Lexicons,
  sentence: Sentence,
  head: number,
): Reach => {
  const { tokens } = words;
  let edge = head;
  let inside: FoundName | undefined;
  const taken = (i: number): boolean => holds(names, i);
  for (;;) {
    const before = edge - 1;
    if (before < sentence.first) break;
    const name = names.find((n) => n.after === edge && n.names[0]!.kind !== 'place');
    if (name) {
      edge = name.first;
      inside ??= name;
      continue;
    }
    const token = tokens[before]!;
    if (token.norm === '-' && token.glued && before > sentence.first) {
      const left = tokens[before - 1]!;
      const named = names.find((n) => n.after === before);
      if (TIED.has(tokens[edge]!.norm) || SIDES.has(left.norm) || lexicon.modifiers.word(left.norm).length > 0) {
        edge = named ? named.first : before - 1;
        inside ??= named;
        continue;
      }
      break;
    }
    if (token.kind !== 'word') break;
    const noun = lexicon.heads.word(token.norm).length > 0 || lexicon.facilities.word(token.norm).length > 0;
    const tied = TIED.has(token.norm) && tokens[before - 1]?.norm === '-';
    const plainNoun = noun && !/s$/.test(token.norm);
    const further = tokens[before - 1];
    if (lexicon.modifiers.word(token.norm).length > 0 || plainNoun || tied) edge = before;
    // «foreign and local elements»
    else if (token.norm === 'and' && edge < head && lexicon.modifiers.word(further?.norm ?? '').length > 0)
      edge = before - 1;
    // «Health Ministry», «Civil Defence»: capitals go with a capitalised head.
    else if (token.capital && tokens[head]!.capital && before > sentence.first && !taken(before)) edge = before;
    else break;
  }
  // «many», «several», «the»: not part of the name of anything.
  while (edge < head && /^(?:many|several|other|more|dozens|key)$/.test(tokens[edge]!.norm)) edge++;
  return inside === undefined ? { edge } : { edge, inside };
};

const arabicReach = (
  words: Words,
  names: readonly FoundName[],
  lexicon: Lexicons,
  sentence: Sentence,
  after: number,
): Reach => {
  let edge = after;
  let inside: FoundName | undefined;
  for (let steps = 0; edge < sentence.after && steps < 8; steps++) {
    const name = names.find((n) => n.first === edge && (n.names[0]!.kind !== 'place' || steps > 0));
    const clitic = name && name.start > words.tokens[name.first]!.start;
    if (name && !clitic && name.names[0]!.kind !== 'place') {
      edge = name.after;
      inside ??= name;
      continue;
    }
    // «loyal to Iran»: the link and the name that it leads to, with the ل written to the name.
    const link = words.tokens[edge]!.norm;
    const next = names.find((n) => n.first === edge + 1);
    if (
      next &&
      lexicon.links.get(link).length + lexicon.links.get(`${link} ل`).length > 0 &&
      !/^(?:من|في)$/.test(link)
    ) {
      edge = next.after;
      inside ??= next;
      continue;
    }
    const adjective = lexicon.modifiers.at(words.tokens, edge, 'ar');
    if (adjective && adjective.cut === 0) {
      edge = adjective.after;
      continue;
    }
    // Idafa of two heads: قادة الميليشيات
    const second = lexicon.heads.at(words.tokens, edge, 'ar');
    if (second && second.cut === 0 && steps === 0 && words.tokens[edge]!.norm.startsWith('ال')) {
      edge = second.after;
      continue;
    }
    break;
  }
  return inside === undefined ? { edge } : { edge, inside };
};

const overlaps = (a: { first: number; after: number }, b: { first: number; after: number }): boolean =>
  a.first < b.after && a.after > b.first;

/** All described actors, facilities and weapons of a sentence. An actor's name is not described again by its own words. */
export const describedIn = (
  words: Words,
  sentence: Sentence,
  names: readonly FoundName[],
  lexicon: Lexicons,
): Described[] => {
  const { tokens, text } = words;
  const language: Language = sentence.language;
  const found: Described[] = [];
  for (let i = sentence.first; i < sentence.after; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || holds(names, i)) continue;
    const candidates: [Described['kind'], Hit<HeadWord | ClassWord> | undefined][] = [
      ['facility', lexicon.facilities.at(tokens, i, language)],
      ['actor', lexicon.heads.at(tokens, i, language)],
      ['weapon', lexicon.weapons.at(tokens, i, language)],
    ];
    let best: [Described['kind'], Hit<HeadWord | ClassWord>] | undefined;
    for (const [kind, hit] of candidates) {
      if (hit && hit.after <= sentence.after && (best === undefined || hit.after > best[1].after)) best = [kind, hit];
    }
    if (best === undefined) continue;
    const [kind, hit] = best;
    // A head that only qualifies the next head: «militia» in «militia leaders».
    if (language === 'en' && tokens[hit.after]?.kind === 'word' && hit.after < sentence.after) {
      const next = lexicon.heads.at(tokens, hit.after, 'en') ?? lexicon.facilities.at(tokens, hit.after, 'en');
      if (next && !/s$/.test(tokens[hit.after - 1]!.norm) && !names.some((n) => n.first === hit.after)) continue;
    }
    const reach =
      language === 'en'
        ? englishReach(words, names, lexicon, sentence, i)
        : arabicReach(words, names, lexicon, sentence, hit.after);
    const first = language === 'en' ? reach.edge : i;
    const after = language === 'en' ? hit.after : reach.edge;
    const value = hit.values[0]!;
    const entry: Described = {
      kind,
      sentence,
      first,
      after,
      start: language === 'en' ? tokens[first]!.start : startAfterCut(text, token, hit.cut),
      end: tokens[after - 1]!.end,
      head: 'class' in value ? value.class : value.lemma,
      of: 'class' in value ? value.class : value.of,
      private: 'private' in value && value.private && value.kind === 'base',
      ...(reach.inside ? { inside: reach.inside } : {}),
      headAt: i,
    };
    const earlier = found.findIndex((other) => overlaps(other, entry));
    if (earlier >= 0) {
      // The longer description holds the shorter.
      if (entry.after - entry.first <= found[earlier]!.after - found[earlier]!.first) continue;
      found.splice(earlier, 1);
    }
    found.push(entry);
    i = Math.max(i, hit.after - 1);
  }
  return found;
};
