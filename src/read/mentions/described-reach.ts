/**
 * How far a described actor, facility or weapon reaches from its head noun, and how it belongs to a name inside it: in front
 * of an English head and behind it («Iran-backed fighters», «factions backed by Turkey»), behind an Arabic one.
 */
import type { Lexicons } from '../lexicon/index.ts';
import { holds, type Sentence, type Words } from '../text.ts';
import type { FoundName } from './names.ts';

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

export type Reach = { readonly edge: number; readonly inside?: FoundName; readonly tie?: Tie };

/** How far a description reaches in front of an English head. */
export const englishReach = (
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
export const englishAfter = (
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

/** How far a description reaches behind an Arabic head. */
export const arabicReach = (
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
