/**
 * Actors, facilities and weapons that are described, not named: a head noun and what belongs to it. English stacks it
 * in front («pro-Iranian militia leaders», «Iran-backed fighters»), Arabic behind (ميليشيات أجنبية موالية لإيران).
 */
import { fold } from '../../language/index.ts';
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
  /** How it belongs to that name: a part of it, tied to it («Iran-backed»), led by it, or against it («anti-Houthi»). */
  readonly tie?: Tie;
  /** Which body of a state the head means, if one: «soldiers» its army. */
  readonly role?: string;
  /** Where the head itself begins. */
  readonly headAt: number;
};

export type Tie = 'part' | 'tied' | 'led' | 'against';

// «Iran-backed», «US-led», «government-aligned»: what follows the hyphen after a name.
const TIED: ReadonlyMap<string, Tie> = new Map([
  ...'backed aligned affiliated linked allied supported loyal funded armed trained sponsored friendly'
    .split(' ')
    .map((word) => [word, 'tied'] as const),
  ...'led controlled based run held dominated'.split(' ').map((word) => [word, 'led'] as const),
]);
const SIDES: ReadonlyMap<string, Tie> = new Map([
  ['pro', 'tied'],
  ['anti', 'against'],
]);
// «backed by Iran», «loyal to the regime», «affiliated with X»: the word that leads from the one to the other.
const LEADS: Readonly<Record<string, ReadonlySet<string>>> = {
  backed: new Set(['by']),
  supported: new Set(['by']),
  funded: new Set(['by']),
  armed: new Set(['by']),
  trained: new Set(['by']),
  sponsored: new Set(['by']),
  led: new Set(['by']),
  controlled: new Set(['by']),
  commanded: new Set(['by']),
  loyal: new Set(['to']),
  close: new Set(['to']),
  belonging: new Set(['to']),
  tied: new Set(['to']),
  opposed: new Set(['to']),
  allied: new Set(['to', 'with']),
  linked: new Set(['to', 'with']),
  affiliated: new Set(['to', 'with']),
  aligned: new Set(['to', 'with']),
  associated: new Set(['with']),
};
const LED = new Set(['led', 'controlled', 'commanded']);

type Reach = { readonly edge: number; readonly inside?: FoundName; readonly tie?: Tie };

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
  let tie: Tie | undefined;
  const taken = (i: number): boolean => holds(names, i);
  for (;;) {
    const before = edge - 1;
    if (before < sentence.first) break;
    const name = names.find((n) => n.after === edge && n.names[0]!.kind !== 'place');
    if (name) {
      edge = name.first;
      inside ??= name;
      tie ??= 'part';
      continue;
    }
    const token = tokens[before]!;
    if (token.norm === '-' && token.glued && before > sentence.first) {
      const left = tokens[before - 1]!;
      const named = names.find((n) => n.after === before);
      const how = TIED.get(tokens[edge]!.norm) ?? SIDES.get(left.norm);
      if (how !== undefined || lexicon.modifiers.word(left.norm).length > 0) {
        edge = named ? named.first : before - 1;
        inside ??= named;
        // «anti-Houthi fighters»: the name was met first, as if they were its own.
        if (how === 'against' || tie === undefined || SIDES.has(left.norm)) tie = how ?? tie;
        continue;
      }
      break;
    }
    if (token.kind !== 'word') break;
    // «right-wing militias», «counter-terrorism forces»: a modifier of two words, with or without their hyphen.
    const left = tokens[before - 1]?.norm === '-' ? before - 2 : before - 1;
    if (
      left >= sentence.first &&
      /^\p{L}/u.test(tokens[left]!.norm) &&
      lexicon.modifiers.get(`${tokens[left]!.norm} ${token.norm}`).length > 0
    ) {
      edge = left;
      continue;
    }
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
  return { edge, ...(inside && { inside }), ...(tie && { tie }) };
};

/** Behind an English head: «leaders of the Lebanese Hezbollah», «factions backed by Turkey», «a group affiliated with X». */
const englishAfter = (
  { tokens }: Words,
  names: readonly FoundName[],
  sentence: Sentence,
  after: number,
): Reach | undefined => {
  const word = tokens[after]?.norm ?? '';
  const part = word === 'of' || word === 'from';
  const leads = LEADS[word]?.has(tokens[after + 1]?.norm ?? '') ?? false;
  if (!part && !leads) return undefined;
  const from = after + (part ? 1 : 2);
  const article = /^(?:the|a|an)$/.test(tokens[from]?.norm ?? '') ? 1 : 0;
  const name = names.find(({ first }) => first === from + article);
  if (name === undefined && leads) {
    // «loyal to» a person, or to what no table knows.
    let edge = from + article;
    while (edge < sentence.after && edge < from + 4 && tokens[edge]!.kind === 'word' && tokens[edge]!.capital) edge++;
    return edge > from + article ? { edge } : undefined;
  }
  if (name === undefined || name.after > sentence.after) return undefined;
  const kind = name.names[0]!.kind;
  // «residents of X» and «troops from X» are told by their place; «factions backed by Turkey» by their patron.
  if (part ? kind !== 'actor' : kind === 'nationality') return undefined;
  const tie = part ? 'part' : word === 'opposed' ? 'against' : LED.has(word) ? 'led' : 'tied';
  return { edge: name.after, inside: name, tie };
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
  let tie: Tie | undefined;
  const isAdjective = (norm: string): boolean =>
    [norm, norm.replace(/^ال/, '')].some((form) =>
      [form, form.replace(/(?:ون|ين|ات|ان|تين|تان)$/, ''), form.replace(/(?:تين|تان)$/, 'ه')].some((one) =>
        lexicon.modifiers.word(one).some(({ lemma }) => !lemma.startsWith('ال')),
      ),
    );
  // A noun with its article, or with the ن of its plural, takes no second noun: «اتهم ناشطون الجيش».
  const open = (): boolean => !/^[وفبلك]*ال|(?:ون|ين)$/.test(words.tokens[edge - 1]!.norm);
  for (let steps = 0; edge < sentence.after && steps < 8; steps++) {
    const name = names.find((n) => n.first === edge && (n.names[0]!.kind !== 'place' || steps > 0));
    const clitic = name && name.start > words.tokens[name.first]!.start;
    // «اتهمت الحكومة قوات سوريا الديمقراطية»: a head with its article takes no name, only whose nation it is.
    const takes = open() || name?.names[0]?.kind === 'nationality';
    if (name && !clitic && takes && name.names[0]!.kind !== 'place') {
      edge = name.after;
      inside ??= name;
      tie ??= 'part';
      continue;
    }
    // «loyal to Iran»: the link and the name that it leads to; ل and ب are written to the name, من and مع before it.
    const link = words.tokens[edge]!.norm;
    const joined = ['ل', 'ب'].some((letter) => lexicon.links.get(`${link} ${letter}`).length > 0);
    const spaced = lexicon.links.get(`${link} ${words.tokens[edge + 1]?.norm ?? ''}`).length > 0;
    const next = names.find((n) => n.first === edge + (spaced ? 2 : 1));
    if (next && next.after <= sentence.after && (joined || spaced)) {
      edge = next.after;
      inside ??= next;
      tie ??= 'tied';
      continue;
    }
    // «عناصر من الدفاع الوطني»
    if (link === 'من' && next && next.names[0]!.kind === 'actor' && next.after <= sentence.after) {
      edge = next.after;
      inside ??= next;
      tie ??= 'part';
      continue;
    }
    const listed = lexicon.modifiers.at(words.tokens, edge, 'ar');
    const adjective = listed?.values.some(({ lemma }) => lemma.startsWith('ال')) && !open() ? undefined : listed;
    if ((adjective && adjective.cut === 0) || (words.tokens[edge]!.kind === 'word' && !name && isAdjective(link))) {
      edge = adjective?.cut === 0 ? adjective.after : edge + 1;
      continue;
    }
    // Idafa of two heads: قادة الميليشيات
    const second = lexicon.heads.at(words.tokens, edge, 'ar');
    if (second && second.cut === 0 && steps === 0 && open() && words.tokens[edge]!.norm.startsWith('ال')) {
      edge = second.after;
      continue;
    }
    break;
  }
  return { edge, ...(inside && { inside }), ...(tie && { tie }) };
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
