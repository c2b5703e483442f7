/**
 * Tolls: a word of harm, a number and whom it counts; «including» keeps the parts of a sum as parts. One person without
 * a number («a soldier was killed») is one; what is said not to have happened («no casualties») is a stated zero.
 */
import type { Harm } from '../../model/index.ts';
import type { Found } from '../mentions/index.ts';
import type { SyntaxOf } from '../syntax.ts';
import type { Sentence, Stretch, Words } from '../text.ts';
import { carrierOf, isVerb, relationOf, type Tree, treeOf, upFrom } from '../tree.ts';
import type { FoundToll } from './draft.ts';
import { harmedIn, type Shown } from './harmed.ts';
import type { HarmSignal, Signals } from './signals.ts';
import { type One, singlesOf } from './singles.ts';
import { zerosOf } from './zeros.ts';

const INCLUDING = /^(?:including|among|whom|which|و?بين(?:هم|ها|هما|هن)|و?من(?:هم|هما|هن)|ضمنهم)$/;
// «three of them children», أربعة منهم أطفال: behind the number of a part.
const OF_THEM = /^(?:of (?:whom|which|them)|من(?:هم|ها|هما|هن)(?: .*)?)$/;
// Words of a noun: «deaths of 7», «7 dead»; the number may stand on either side of them.
const REACH = 14;

/** The word of harm that a number goes with: the nearer one, and of equals the noun behind it («7 dead»), else the first. */
const nearest = (counted: One, harms: readonly HarmSignal[], words: Words): HarmSignal | undefined => {
  const candidates = harms
    .map((harm) => ({
      harm,
      behind: harm.first >= counted.after,
      distance: harm.after <= counted.first ? counted.first - harm.after : harm.first - counted.after,
    }))
    .filter(({ harm, distance }) => {
      if (distance < -1 || distance > REACH) return false;
      const [from, to] = harm.first < counted.first ? [harm.after, counted.first] : [counted.after, harm.first];
      return !words.tokens.slice(from, to).some((t) => /^[.;؛]$/.test(t.norm));
    })
    // In the passive the number stands before its verb: «three were wounded» goes on with «wounded», not back to «killed».
    .map((c) => ({ ...c, weight: c.distance - (c.behind && isPassive(words, counted, c.harm) ? PASSIVE : 0) }));
  const noun = (harm: HarmSignal, behind: boolean): number => (behind && harm.pos !== 'v' ? 0 : 1);
  return candidates.sort(
    (a, b) => a.weight - b.weight || noun(a.harm, a.behind) - noun(b.harm, b.behind) || a.harm.first - b.harm.first,
  )[0]?.harm;
};

const PASSIVE = 8;

const isPassive = (words: Words, counted: One, harm: HarmSignal): boolean =>
  harm.pos === 'v' &&
  harm.form === 'past' &&
  harm.first - counted.after <= 8 &&
  words.tokens.slice(counted.after, harm.first).some((t) => /^(?:was|were|been|being|are|is)$/.test(t.norm)) &&
  !words.tokens.slice(counted.after, harm.first).some((t) => /^(?:,|and|but|who|that|which)$/.test(t.norm));

/** مقتل وجرح تسعة, «killed or wounded nine»: a second word of harm joined to the one that the number goes with. */
const joinedTo = (harm: HarmSignal, harms: readonly HarmSignal[]): HarmSignal | undefined =>
  harms.find(
    (other) =>
      other !== harm &&
      // Nouns alone: قُتل وأصيب أربعة is one who was killed, and four wounded.
      other.pos !== 'v' &&
      harm.pos !== 'v' &&
      other.after === harm.first &&
      /و/.test(harm.clitics) &&
      other.value.harm !== harm.value.harm,
  );

/** Tolls of a sentence, parts folded into their sums. */
export const tollsOf = (
  words: Words,
  sentence: Sentence,
  mentions: readonly Found[],
  signals: Signals,
  syntax: SyntaxOf,
): FoundToll[] => {
  if (signals.harms.length === 0) return [];
  const { tokens } = words;
  const zeros = zerosOf(words, sentence, mentions, signals);
  const own = mentions.filter((m) => m.sentence === sentence);
  const numbers = own
    .filter((m) => m.kind === 'quantity' && isOfPersons(m))
    .map((m): One => {
      const { low, high } = m.quantity!;
      return {
        first: m.first,
        after: m.after,
        start: m.start,
        end: m.end,
        low,
        ...(high === undefined ? {} : { high }),
        ...(m.counts ? { who: m.counts } : {}),
      };
    })
    .filter(({ high }) => high !== 0);
  const singles = singlesOf(words, sentence, own, signals);
  // What the tree shows is believed; the order of words answers for the rest.
  const { harmed, taken, doers, unreal }: Shown =
    sentence.language === 'en' ? harmedIn(words, own, signals, syntax.parsed(sentence)) : NOTHING;
  // A number goes by the order of words, which is surer of it; who is told without one goes by the tree.
  const numbered = (one: One): boolean => numbers.some(({ first }) => first === one.first);
  const inTree = new Map(harmed.filter(({ one }) => !numbered(one)).map((each) => [each.one, each]));
  const real = signals.harms.filter((harm) => !unreal.has(harm));
  const rest = [
    ...numbers.filter((item) => !overlapsAny(item, doers)),
    ...singles.filter((item) => !overlapsAny(item, taken)),
  ];
  const tree = sentence.language === 'en' ? treeOf(syntax.parsed(sentence)) : undefined;
  const counted: One[] = [...inTree.keys(), ...rest].sort((a, b) => a.first - b.first);
  const found: FoundToll[] = [];
  // «Of the 30 killed, 12 were children»
  const ofSum = /^(?:of|from|من|ومن)$/.test(tokens[sentence.first]!.norm);
  for (const item of counted) {
    const { low, high, start, end } = item;
    const shown = inTree.get(item);
    const harm = shown?.harm ?? nearest(item, tree ? real.filter((each) => !isOthers(tree, item, each)) : real, words);
    const number = { low, ...(high === undefined ? {} : { high }), start, end };
    const who = item.who ? { who: item.who } : {};
    const previous = found.at(-1);
    if (
      previous &&
      low <= (previous.toll.high ?? Number.POSITIVE_INFINITY) &&
      isPart(words, sentence, item, previous, signals, ofSum)
    ) {
      const including = [...(previous.toll.including ?? []), { ...who, ...number }];
      found[found.length - 1] = { ...previous, toll: { ...previous.toll, including } };
      continue;
    }
    if (!harm || zeros.some((zero) => zero.harm === harm && (shown || item.first > harm.after))) continue;
    const including = shown?.parts.map(({ first: _, after: _a, ...part }) => part) ?? [];
    const parts = including.length > 0 ? { including } : {};
    const both = shown ? undefined : joinedTo(harm, signals.harms);
    for (const each of both ? [both, harm] : [harm])
      found.push({ toll: { harm: each.value.harm as Harm, ...who, ...number, ...parts }, at: item.first, harm: each });
  }
  return [...zeros, ...found].sort((a, b) => a.at - b.at);
};

/** «a man was shot dead and 23 protesters were detained»: whose verb is another one, with no harm in it, are not its dead. */
const isOthers = (tree: Tree, item: One, harm: HarmSignal): boolean => {
  const word = carrierOf(tree, item.after) ?? carrierOf(tree, item.first);
  if (word === undefined) return false;
  let at = word;
  for (const up of upFrom(tree, word)) {
    if (isVerb(tree.words[up]!, 'en')) {
      if (up === word || !/^(?:nsubj|obj)$/.test(relationOf(tree, at))) return false;
      const own = carrierOf(tree, harm.first);
      if (own === undefined || own === up) return false;
      // A verb that is joined to the harm's by «and», with a subject of its own, tells of other people.
      return relationOf(tree, up) === 'conj' && own < up && !hangsOn(tree, own, up) && relationOf(tree, at) === 'nsubj';
    }
    at = up;
  }
  return false;
};

const hangsOn = (tree: Tree, word: number, above: number): boolean => {
  for (const up of upFrom(tree, word)) if (up === above) return true;
  return false;
};

const NOTHING: Shown = { harmed: [], taken: [], doers: [], unreal: new Set() };

const overlapsAny = (item: One, others: readonly Stretch[]): boolean =>
  others.some((other) => item.first < other.after && item.after > other.first);

const isOfPersons = (m: Found): boolean =>
  m.quantity?.unit === 'person' || (m.counts === undefined && m.quantity?.unit === undefined);

/** Whether a number is a part of the sum before it, not a toll of its own. */
const isPart = (
  words: Words,
  sentence: Sentence,
  item: One,
  previous: FoundToll,
  signals: Signals,
  ofSum: boolean,
): boolean => {
  const { tokens, text } = words;
  const before = tokens.slice(Math.max(sentence.first, item.first - 3), item.first);
  if (before.some((t) => INCLUDING.test(t.norm))) return true;
  const behind = tokens.slice(item.after, item.after + 2).map((t) => t.norm);
  if (OF_THEM.test(behind.join(' '))) return true;
  // «Of the 30 killed, 12 were children», and no word of harm of its own behind it.
  if (ofSum && !signals.harms.some((h) => h.first >= item.after)) return true;
  // «of whom 22 were women and 17 children»: the second part is joined to the first.
  const last = previous.toll.including?.at(-1);
  if (last === undefined || item.who === undefined) return false;
  const between = text.slice(last.end, item.start);
  const joined = between.length < 40 && /\b(?:and)\b|,|،|(?:^|\s)و/u.test(between);
  return joined && !signals.harms.some((h) => h.start >= last.end && h.end <= item.end + 12);
};
