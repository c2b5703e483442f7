/**
 * Who did it and to whom in an Arabic clause, by the order of its phrases: «قصف الجيش البلدة», «إن الطائرات قصفت البلدة»,
 * «قصف الجيش للبلدة», «هجوم شنه مسلحون على الحاجز». The parser was taught on a general treebank and hangs what follows a
 * subject on it; the order of phrases is surer wherever it leaves no choice. Where it leaves one, nothing is said.
 */
import { fold } from '../../language/index.ts';
import type { Found } from '../mentions/index.ts';
import { carrierOf, isVerb } from '../tree.ts';
import { type Chunk, chunksFrom } from './chunks.ts';
import type { Clause } from './clauses.ts';
import { isActor } from './order.ts';
import type { Scene } from './scene.ts';
import type { Signal } from './signals.ts';

/** A role that is left out was not decided. */
export type Decided = { readonly agents?: readonly Found[]; readonly targets?: readonly Found[] };

const PRONOUN = /(?:هما|هم|هن|ها|ه|نا)$/;
const SUBORDINATE = /^[وفبل]?(?:ان|انها|انه|انهم|لكن|لكنها|لكنه|بينما|فيما|حيث|اذ)$/;
const RELATIVE = /^(?:الذي|التي|الذين|اللذين|اللتين|اللذان|اللتان)$/;
// What may stand between a subject and its verb.
const BETWEEN = /^[وف]?(?:قد|لقد|كان|كانت|كانوا|سوف|لا|لم|لن|ما|زال|تزال|ايضا|بدوره|بدورها)$/;
const PASSIVE_MARK = /^[وف]?(?:\p{L}\u064f|ا(?:ست|[\p{L}])?\u064f|[أا]\u064f|است\u064f)/u;
// From a noun to the verb that tells of it: «قصف بطائرة مسيرة شنته».
const TOLD_WITHIN = 10;

// Whose preposition leads to whom it is done to.
const LEADS: readonly (readonly [RegExp, RegExp])[] = [
  [/^control\.release/, /^(?:عن)$/],
  [/^control\./, /^(?:علي)$/],
  [/^violence\.(?:clash|interception)/, /^(?:ل|مع|ضد|علي)$/],
  [/^(?:violence|harm)\./, /^(?:علي|ضد|صوب|نحو|باتجاه|ب)$/],
  [/^politics\.(?:statement|threat|demand|support|concession|condemnation)/, /^(?:الي|ل|من|علي|ب)$/],
];
// Verbs of these may stand without an object: who follows them does it.
const ALONE =
  /^(?:politics\.|violence\.clash|posture\.(?:deployment|presence|patrol|guard)|harm\.(?:displacement|return))/;
// Both sides do these; of clashes those words that say so, and not an ambush or a raid.
const MUTUAL = /^politics\.(?:agreement|ceasefire|negotiation)/;
const FIGHTING = /^(?:اشتب|معرك|مواجه|قتال|قاتل|حرب|تبادل)/;
// What governs a masdar gives it its own subject («هددت إسرائيل باستئناف القتال») or its object («اتهم الجيش إسرائيل بقصف»).
const OWN_SUBJECT = new Set([
  'threaten',
  'intend',
  'promise',
  'began',
  'continued',
  'ended',
  'completed',
  'manage',
  'fail',
  'refuse',
  'cancel',
]);
const OF_OBJECT = new Set(['ask', 'order']);
const AGAINST = /^(?:علي|ضد|صوب|نحو|باتجاه)$/;

/** Whether a phrase may do something: an actor, a state, or the means in the doer's place. */
const doersOf = (chunk: Chunk, type: string): Found[] => {
  const parties = chunk.mentions.filter(
    (m) => isActor(m) && (m.of_ !== 'civilian' || !/^violence\.(?:air|drone|shell|missile)/.test(type)),
  );
  if (parties.length > 0) return parties;
  return chunk.within.filter((m) => m.kind === 'actor' || m.of_ === 'country').slice(0, 1);
};

const isMeans = (chunk: Chunk): boolean => chunk.mentions.some((m) => m.kind === 'weapon');

/** Whether a phrase can only be what something is done to. */
const suffersOnly = (chunk: Chunk): boolean => {
  const [first] = chunk.mentions;
  return first !== undefined && (first.kind === 'facility' || (first.kind === 'place' && first.of_ !== 'country'));
};

const thingsOf = (chunk: Chunk): Found[] => chunk.mentions.filter((m) => m.kind !== 'nationality');

/** Whether the word of a verb carries a pronoun for its object, as its table of forms tells. */
const hasObjectPronoun = ({ words, lexicon }: Scene, signal: Signal): boolean => {
  const norm = words.tokens[signal.after - 1]!.norm.replace(/^[وف]?س?(?=[يتن])|^[وف]/, '');
  if (!PRONOUN.test(norm) || norm === fold(signal.lemma)) return false;
  const stem = norm.replace(PRONOUN, '');
  return lexicon.triggers.word(stem).some((each) => each.pos === 'v' && each.lemma === signal.lemma);
};

/** The phrase right before a verb that is its subject: after إن, or at the beginning of its clause. */
const subjectBefore = (scene: Scene, clause: Clause, signal: Signal): Chunk | undefined => {
  const { words, tree, sentence } = scene;
  const { tokens } = words;
  let from = Math.max(clause.first, sentence.first);
  for (let i = signal.first - 1; i >= sentence.first && i >= signal.first - 16; i--) {
    const { norm } = tokens[i]!;
    if (SUBORDINATE.test(norm) || /^[،,:.؛]$/.test(norm)) {
      from = i + 1;
      break;
    }
    if (i < from) break;
  }
  if (from >= signal.first) return undefined;
  for (let i = from; i < signal.first; i++) {
    const word = carrierOf(tree, i);
    if (word === undefined || !isVerb(tree.words[word]!, 'ar') || BETWEEN.test(tokens[i]!.norm)) continue;
    if (!scene.mentions.some((m) => m.first <= i && i < m.after)) return undefined;
  }
  const chunks = chunksFrom(scene, from, signal.first);
  const [first] = chunks;
  if (first === undefined || first.preposition !== '') return undefined;
  const between = tokens.slice(from, first.first).filter(({ kind }) => kind === 'word').length;
  return between > 1 ? undefined : first;
};

/** Who did what a verb tells, and to whom. */
const ofVerb = (scene: Scene, clause: Clause, signal: Signal, type: string): Decided => {
  const { words } = scene;
  const { tokens, text } = words;
  const after = chunksFrom(scene, signal.after, scene.sentence.after);
  const by = after.find((chunk) => chunk.preposition === 'قبل');
  const bare = after.filter((chunk) => chunk.preposition === '');
  const leads = LEADS.find(([types]) => types.test(type))?.[1];
  const led =
    leads === undefined
      ? undefined
      : after.find((chunk) => leads.test(chunk.preposition) && thingsOf(chunk).some((m) => m.kind !== 'weapon'));
  const pronoun = hasObjectPronoun(scene, signal);
  const written = text.slice(tokens[signal.first]!.start, tokens[signal.first]!.end);
  const before = tokens[signal.first - 1]?.norm ?? '';
  const [one, two] = bare;
  const adjacent = one !== undefined && one.first - signal.after <= 3;
  if (PASSIVE_MARK.test(written) && by === undefined) {
    const subject = one ?? subjectBefore(scene, clause, signal);
    return { agents: [], ...(subject ? { targets: thingsOf(subject) } : {}) };
  }
  if (by) return { agents: doersOf(by, type), ...(one ? { targets: thingsOf(one) } : {}) };
  const subject = RELATIVE.test(before) || pronoun ? undefined : subjectBefore(scene, clause, signal);
  if (subject !== undefined) {
    const doers = doersOf(subject, type);
    if (doers.length === 0 && !isMeans(subject)) return {};
    const object = one && thingsOf(one).length > 0 ? one : led;
    return { agents: doers, ...(object ? { targets: thingsOf(object) } : {}) };
  }
  if (one === undefined || !adjacent) return led ? { targets: thingsOf(led) } : {};
  if (pronoun) return doersOf(one, type).length > 0 ? { agents: doersOf(one, type) } : {};
  if (suffersOnly(one)) return { targets: thingsOf(one) };
  const doers = doersOf(one, type);
  if (doers.length === 0 && !isMeans(one)) return {};
  const object = two !== undefined && thingsOf(two).length > 0 && two.first - one.after <= 6 ? two : led;
  if (object !== undefined) return { agents: doers, targets: thingsOf(object) };
  // «وندد العراق … واستدعى السفير»: a verb that goes on after «and» may keep its subject and have here its object.
  if (!ALONE.test(type) || doers.length === 0 || (goesOn(scene, signal) && /^politics\./.test(type))) return {};
  return { agents: doers, targets: [] };
};

/** Whether a verb is joined by «and» to a verb before it in its sentence. */
const goesOn = ({ words, tree, sentence }: Scene, { first, clitics }: Signal): boolean => {
  if (!clitics.startsWith('و')) return false;
  for (let i = first - 1; i > sentence.first; i--) {
    const word = carrierOf(tree, i);
    if (word !== undefined && isVerb(tree.words[word]!, 'ar') && !/^[.؛]$/.test(words.tokens[i]!.norm)) return true;
  }
  return false;
};

/** Who does what a masdar names, from the verb that governs it. */
const governor = (scene: Scene, clause: Clause, signal: Signal, at: number, type: string): Decided | undefined => {
  const { words, lexicon } = scene;
  const effect = lexicon.operators.at(words.tokens, at, 'ar')?.values[0]?.effect ?? '';
  const accuses = lexicon.triggers.at(words.tokens, at, 'ar')?.values.some((v) => v.type === 'politics.accusation');
  const chunks = chunksFrom(scene, at + 1, signal.first).filter((chunk) => chunk.preposition === '');
  const verb = { ...signal, first: at, after: at + 1 };
  const before = subjectBefore(scene, clause, verb);
  const [one, two] = before ? [before, chunks[0]] : chunks;
  if (accuses || OF_OBJECT.has(effect)) {
    const doer = two ?? (effect === 'order' ? one : undefined);
    const doers = doer ? doersOf(doer, type) : [];
    return doers.length > 0 ? { agents: doers } : undefined;
  }
  if (!OWN_SUBJECT.has(effect) || one === undefined) return undefined;
  const doers = doersOf(one, type);
  return doers.length > 0 ? { agents: doers } : undefined;
};

/** What a verb of hitting that tells of a noun has for its object: «هجوم استهدف كنيسة», «غارات طالت محيط البلدة». */
const hitBy = (scene: Scene, signal: Signal): readonly Found[] | undefined => {
  const { tokens } = scene.words;
  for (let i = signal.after; i < Math.min(scene.sentence.after, signal.after + TOLD_WITHIN); i++) {
    if (/^[.؛:]$/.test(tokens[i]!.norm)) return undefined;
    const hit = scene.lexicon.triggers.at(tokens, i, 'ar');
    if (!hit?.values.some(({ pos, sense }) => pos === 'v' && sense === 'hit')) continue;
    if (hit.clitics !== '') return undefined;
    const [object] = chunksFrom(scene, hit.after, scene.sentence.after).filter((chunk) => chunk.preposition === '');
    return object && thingsOf(object).length > 0 ? thingsOf(object) : undefined;
  }
  return undefined;
};

/** The subject of the verb that tells of a noun: «هجوم شنه مسلحون», «نفذ الطيران سلسلة غارات». */
const carrierSubject = (scene: Scene, clause: Clause, signal: Signal, type: string): Decided | undefined => {
  const { words, tree, lexicon } = scene;
  const { tokens } = words;
  for (let i = signal.after; i < Math.min(scene.sentence.after, signal.after + TOLD_WITHIN); i++) {
    const { norm } = tokens[i]!;
    if (/^[.،,؛:]$/.test(norm)) break;
    const support = lexicon.support.at(tokens, i, 'ar');
    if (support === undefined) continue;
    const word = carrierOf(tree, i);
    if (
      !PRONOUN.test(norm) &&
      !(word !== undefined && isVerb(tree.words[word]!, 'ar') && RELATIVE.test(tokens[i - 1]!.norm))
    )
      continue;
    const [subject] = chunksFrom(scene, i + 1, scene.sentence.after).filter((chunk) => chunk.preposition === '');
    if (subject && subject.first - i <= 2 && PRONOUN.test(norm)) {
      const on = chunksFrom(scene, i + 1, scene.sentence.after).find(
        (chunk) => AGAINST.test(chunk.preposition) && thingsOf(chunk).length > 0,
      );
      return { agents: doersOf(subject, type), ...(on ? { targets: thingsOf(on) } : {}) };
    }
  }
  for (let i = signal.first - 1; i >= Math.max(scene.sentence.first, signal.first - 14); i--) {
    const support = lexicon.support.at(tokens, i, 'ar');
    if (support === undefined) {
      const word = carrierOf(tree, i);
      const verb = word !== undefined && isVerb(tree.words[word]!, 'ar');
      if (verb && !scene.mentions.some((m) => m.first <= i && i < m.after))
        return governor(scene, clause, signal, i, type);
      continue;
    }
    if (i < clause.first - 1) return undefined;
    const light = { ...signal, first: i, after: i + 1 };
    const chunks = chunksFrom(scene, i + 1, signal.first).filter((chunk) => chunk.preposition === '');
    const [first] = chunks;
    const subject = first && first.first - i <= 3 ? first : subjectBefore(scene, clause, light);
    if (subject === undefined) return undefined;
    const { subject: what } = support.values[0]!;
    if (what === 'target') return { targets: thingsOf(subject) };
    if (what !== undefined) return undefined;
    const doers = doersOf(subject, type);
    return doers.length > 0 || isMeans(subject) ? { agents: doers } : undefined;
  }
  return undefined;
};

/** Who did what a noun names, and to whom: «قصف الجيش للبلدة», «غارات إسرائيلية على البلدة», «قصف مقر للحشد». */
const ofNoun = (scene: Scene, clause: Clause, signal: Signal, type: string, owned: boolean): Decided => {
  const after = chunksFrom(scene, signal.after, scene.sentence.after);
  const by = after.find((chunk) => chunk.preposition === 'قبل');
  const told = carrierSubject(scene, clause, signal, type);
  const [genitive, second] = after.filter((chunk) => chunk.preposition === '');
  const next = genitive && genitive.first === signal.after ? genitive : undefined;
  const on = after.find((chunk) => AGAINST.test(chunk.preposition) && thingsOf(chunk).some((m) => m.kind !== 'weapon'));
  const of = after.find((chunk) => chunk.preposition === 'ل' && thingsOf(chunk).length > 0);
  const agents = by ? doersOf(by, type) : told?.agents;
  if (owned || next === undefined) {
    const found = on ?? (agents ? of : undefined);
    const targets = owned ? undefined : (told?.targets ?? (found ? thingsOf(found) : hitBy(scene, signal)));
    return { ...(agents ? { agents } : {}), ...(targets ? { targets } : {}) };
  }
  const doers = doersOf(next, type);
  const object = second && second.first === next.after && thingsOf(second).length > 0 ? second : (of ?? on);
  if (suffersOnly(next)) return { ...(agents ? { agents } : {}), targets: thingsOf(next) };
  if (doers.length > 0 && object && !agents) return { agents: doers, targets: thingsOf(object) };
  return { ...(agents ? { agents } : {}), ...(on && doers.length > 0 ? { targets: thingsOf(on) } : {}) };
};

/** Both sides of what takes two: «اشتباكات بين X وY», «اتفقت X مع Y», «إسرائيل وحماس تتفقان». */
const mutual = (scene: Scene, clause: Clause, signal: Signal, type: string): Decided => {
  const after = chunksFrom(scene, signal.after, scene.sentence.after);
  const between = after.find((chunk) => chunk.preposition === 'بين' && doersOf(chunk, type).length > 0);
  if (between) return { agents: doersOf(between, type) };
  const other = after.find((chunk) => chunk.preposition === 'مع' && doersOf(chunk, type).length > 0);
  const bare = after.filter((chunk) => chunk.preposition === '');
  const one = signal.pos === 'v' ? (subjectBefore(scene, clause, signal) ?? bare[0]) : undefined;
  const own = one ? doersOf(one, type) : (carrierSubject(scene, clause, signal, type)?.agents ?? []);
  // «قاتل الجيش الجماعات»: the one who is fought.
  const fought = signal.pos === 'v' && one === bare[0] && bare[1] ? doersOf(bare[1], type) : [];
  const sides = [...own, ...(other ? doersOf(other, type) : []), ...fought];
  return sides.length > 0 ? { agents: sides } : {};
};

/**
 * What the order of phrases decides of one trigger of an Arabic sentence.
 * @param owned whether the noun of its type names who does it, so that nobody suffers it («انسحاب القوات»)
 */
export const byPhrases = (scene: Scene, clause: Clause, signal: Signal, type: string, owned: boolean): Decided => {
  if (MUTUAL.test(type) || (type === 'violence.clash' && FIGHTING.test(signal.lemma)))
    return mutual(scene, clause, signal, type);
  return signal.pos === 'v' ? ofVerb(scene, clause, signal, type) : ofNoun(scene, clause, signal, type, owned);
};
