/**
 * Actors, facilities and weapons that are described, not named: a head noun and what belongs to it. English stacks it
 * in front («pro-Iranian militia leaders», «Iran-backed fighters»), Arabic behind (ميليشيات أجنبية موالية لإيران).
 */
import { fold } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import type { ClassWord, HeadWord, Hit, Lexicons } from '../lexicon/index.ts';
import { holds, type Sentence, startAfterCut, type Words } from '../text.ts';
import { arabicReach, englishAfter, englishReach, type Reach, type Tie } from './described-reach.ts';
import type { FoundName } from './names.ts';

export type { Tie } from './described-reach.ts';

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
  /** How it belongs to that name: a part of it, tied to it («Iran-backed»), led by it, or against it («anti-Houthi»). */
  readonly tie?: Tie;
  /** Which body of a state the head means, if one: «soldiers» its army. */
  readonly role?: string;
  /** Where the head itself begins. */
  readonly headAt: number;
};

/**
 * An Arabic form that only looks like the word of a table: عسكرية is «military» before it is «his soldier», كمينا an ambush
 * before it is «like our port», بقوة «strongly».
 */
const isOtherArabic = (
  { text, tokens }: Words,
  at: number,
  { after, cut, clitics, key, values }: Hit<HeadWord | ClassWord>,
  lexicon: Lexicons,
): boolean => {
  const { norm } = tokens[at]!;
  const lemma = fold(values[0]!.lemma);
  if (after - at > 1) return false;
  // إليه is «to him», though it folds as آلية does.
  if (text[tokens[at]!.start] === 'إ' && !values[0]!.lemma.startsWith('إ')) return true;
  if (key.replace(/^ال/, '') === `${lemma}ه` && text[tokens[at]!.end - 1] === 'ة') return true;
  if (cut > 0 && lexicon.triggers.word(norm).some(({ pos }) => pos === 'n')) return true;
  if (clitics === 'ب' && key === 'قوه') return true;
  // هجوما انتحاريا: an adjective with the ending of its noun.
  return (
    lexicon.modifiers.word(lemma).length > 0 &&
    key === `${lemma}ا` &&
    /..ا$/.test(tokens[at - 1]?.norm ?? '') &&
    !lexicon.harm.word(tokens[at - 1]!.norm).length
  );
};

const overlaps = (a: { first: number; after: number }, b: { first: number; after: number }): boolean =>
  a.first < b.after && a.after > b.first;

// «heavily armed men», «hooded men»: how somebody is described makes a civilian's noun one that acts. English.
const ACTING: ReadonlyMap<string, string> = new Map([
  ...['armed', 'uniformed'].map((word) => [word, 'armed'] as const),
  ...['masked', 'hooded', 'unknown', 'unidentified'].map((word) => [word, 'unknown'] as const),
]);
const describedAs = ({ tokens }: Words, first: number, head: number): string | undefined =>
  tokens.slice(first, head).flatMap(({ norm }) => ACTING.get(norm) ?? [])[0];

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
    if (language === 'ar' && isOtherArabic(words, i, hit, lexicon)) continue;
    // A head that only qualifies the next head: «militia» in «militia leaders».
    if (language === 'en' && tokens[hit.after]?.kind === 'word' && hit.after < sentence.after) {
      const next = lexicon.heads.at(tokens, hit.after, 'en') ?? lexicon.facilities.at(tokens, hit.after, 'en');
      if (next && !/s$/.test(tokens[hit.after - 1]!.norm) && !names.some((n) => n.first === hit.after)) continue;
    }
    const before: Reach = language === 'en' ? englishReach(words, names, lexicon, sentence, i) : { edge: i };
    const behind =
      language === 'ar'
        ? arabicReach(words, names, lexicon, sentence, hit.after)
        : kind === 'actor' && before.inside === undefined
          ? englishAfter(words, names, sentence, hit.after)
          : undefined;
    const first = before.edge;
    const after = behind?.edge ?? hit.after;
    const inside = before.inside ?? behind?.inside;
    const tie = before.tie ?? behind?.tie;
    const value = hit.values[0]!;
    const entry: Described = {
      kind,
      sentence,
      first,
      after,
      start: language === 'en' ? tokens[first]!.start : startAfterCut(text, token, hit.cut),
      end: tokens[after - 1]!.end,
      head: 'class' in value ? value.class : value.lemma,
      of: 'class' in value ? value.class : (describedAs(words, first, i) ?? value.of),
      private: 'private' in value && value.private && value.kind === 'base',
      ...(inside && { inside }),
      ...(tie && { tie }),
      ...('role' in value && value.role !== undefined && { role: value.role }),
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
