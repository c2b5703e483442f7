/**
 * Who did what an Arabic noun of doing names, and to whom: «قصف الجيش للبلدة», «هجوم شنه مسلحون على الحاجز», «نفذ الطيران سلسلة
 * غارات», «اتهم ناشطون الجيش بقصف سوق».
 */
import type { Found } from '../mentions/index.ts';
import { carrierOf, isVerb } from '../tree.ts';
import { chunksFrom } from './chunks.ts';
import type { Clause } from './clauses.ts';
import type { Scene } from './scene.ts';
import type { Signal } from './signals.ts';
import { doersOf, isMeans, subjectBefore, suffersOnly, thingsOf } from './subjects.ts';

/** A role that is left out was not decided. */
export type Decided = { readonly agents?: readonly Found[]; readonly targets?: readonly Found[] };

const PRONOUN = /(?:هما|هم|هن|ها|ه|نا)$/;
const RELATIVE = /^(?:الذي|التي|الذين|اللذين|اللتين|اللذان|اللتان)$/;
// From a noun to the verb that tells of it: «قصف بطائرة مسيرة شنته».
const TOLD_WITHIN = 10;
const AGAINST = /^(?:علي|ضد|صوب|نحو|باتجاه)$/;
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
    const doers = doer ? doersOf(scene, doer, type) : [];
    return doers.length > 0 ? { agents: doers } : undefined;
  }
  if (!OWN_SUBJECT.has(effect) || one === undefined) return undefined;
  const doers = doersOf(scene, one, type);
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
export const carrierSubject = (scene: Scene, clause: Clause, signal: Signal, type: string): Decided | undefined => {
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
      return { agents: doersOf(scene, subject, type), ...(on ? { targets: thingsOf(on) } : {}) };
    }
  }
  for (let i = signal.first - 1; i >= Math.max(scene.sentence.first, signal.first - 14); i--) {
    const support = lexicon.support.at(tokens, i, 'ar');
    if (support === undefined) {
      const word = carrierOf(tree, i);
      // «أعلن الجيش رفع درجة التأهب»: a masdar in between is written like a verb.
      const masdar = lexicon.changes.at(tokens, i, 'ar')?.values.some(({ pos }) => pos === 'n');
      const verb = word !== undefined && !masdar && isVerb(tree.words[word]!, 'ar');
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
    const doers = doersOf(scene, subject, type);
    return doers.length > 0 || isMeans(subject) ? { agents: doers } : undefined;
  }
  return undefined;
};

/** Who did what a noun names, and to whom: «قصف الجيش للبلدة», «غارات إسرائيلية على البلدة», «قصف مقر للحشد». */
export const ofNoun = (scene: Scene, clause: Clause, signal: Signal, type: string, owned: boolean): Decided => {
  const after = chunksFrom(scene, signal.after, scene.sentence.after);
  const by = after.find((chunk) => chunk.preposition === 'قبل');
  const told = carrierSubject(scene, clause, signal, type);
  const [genitive, second] = after.filter((chunk) => chunk.preposition === '');
  const next = genitive?.first === signal.after && genitive.within.length > 0 ? genitive : undefined;
  const on = after.find((chunk) => AGAINST.test(chunk.preposition) && thingsOf(chunk).some((m) => m.kind !== 'weapon'));
  const of = after.find((chunk) => chunk.preposition === 'ل' && thingsOf(chunk).length > 0);
  // «غارات إسرائيلية»: the nation is in the word of the trigger itself.
  const nation = scene.mentions.filter(
    (m) => m.kind === 'nationality' && m.first > signal.first && m.after <= signal.after,
  );
  // «هجوم لعصابات داعش على حقل»: with what was attacked behind «on», who did it stands behind ل.
  const owner = of && on && !owned ? doersOf(scene, of, type) : [];
  const known = by ? doersOf(scene, by, type) : told?.agents;
  const agents = known ?? (owner.length > 0 ? owner : nation.length > 0 ? nation : undefined);
  if (owned || next === undefined) {
    const found = known && of ? of : on;
    const targets = owned ? undefined : (told?.targets ?? (found ? thingsOf(found) : hitBy(scene, signal)));
    return { ...(agents ? { agents } : {}), ...(targets ? { targets } : {}) };
  }
  const doers = doersOf(scene, next, type);
  const beside = second !== undefined && after.indexOf(second) === after.indexOf(next) + 1;
  const object = second && beside && thingsOf(second).length > 0 ? second : (of ?? on);
  if (suffersOnly(next)) return { ...(agents ? { agents } : {}), targets: thingsOf(next) };
  if (doers.length > 0 && object && !agents) return { agents: doers, targets: thingsOf(object) };
  return { ...(agents ? { agents } : {}), ...(on && doers.length > 0 ? { targets: thingsOf(on) } : {}) };
};
