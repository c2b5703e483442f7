/** Arabic subjects by the order of phrases: who may do something, and which phrase does what a verb tells. */
import { fold } from '../../language/index.ts';
import type { Found } from '../mentions/index.ts';
import { carrierOf, isVerb } from '../tree.ts';
import { type Chunk, chunksFrom } from './chunks.ts';
import type { Clause } from './clauses.ts';
import { isActor } from './order.ts';
import type { Scene } from './scene.ts';
import type { Signal } from './signals.ts';

const SUBORDINATE = /^[وفبل]?(?:ان|انها|انه|انهم|لكن|لكنها|لكنه|بينما|فيما|حيث|اذ)$/;
// What may stand between a subject and its verb.
const BETWEEN = /^[وف]?(?:قد|لقد|كان|كانت|كانوا|سوف|لا|لم|لن|ما|زال|تزال|ايضا|بدوره|بدورها)$/;
const SUBJECT_WITHIN = 16;
// From a verb to its subject: adverbs.
const NEAR = 3;

/** Whether a phrase may do something: an actor, a state, or the means in the doer's place. */
export const doersOf = (scene: Scene, chunk: Chunk, type: string): Found[] => {
  const parties = chunk.mentions.filter(
    (m) => isActor(m) && (m.of_ !== 'civilian' || !/^violence\.(?:air|drone|shell|missile)/.test(type)),
  );
  if (parties.length > 0) return parties;
  const owner = chunk.within.filter((m) => m.kind === 'actor' || m.of_ === 'country').slice(0, 1);
  if (owner.length > 0 || chunk.mentions.length === 0) return owner;
  // «طائرات حربية تركية», «جرافات الجيش»: whose the means are.
  const inside = (m: Found): boolean => m.first >= chunk.first && m.after <= chunk.after && !chunk.mentions.includes(m);
  return scene.mentions
    .filter((m) => inside(m) && /^(?:actor|nationality)$/.test(m.kind) && m.of_ !== 'civilian')
    .slice(0, 1);
};

export const isMeans = (chunk: Chunk): boolean => chunk.mentions.some((m) => m.kind === 'weapon');

/** Whether a phrase can only be what something is done to. */
export const suffersOnly = (chunk: Chunk): boolean => {
  const [first] = chunk.mentions;
  return first !== undefined && (first.kind === 'facility' || (first.kind === 'place' && first.of_ !== 'country'));
};

export const thingsOf = (chunk: Chunk): Found[] => chunk.mentions.filter((m) => m.kind !== 'nationality');

/** The phrase right before a verb that is its subject: after إن, or at the beginning of its clause. */
export const subjectBefore = (
  scene: Scene,
  clause: Pick<Clause, 'first'>,
  signal: Pick<Signal, 'first'>,
): Chunk | undefined => {
  const { words, tree, sentence } = scene;
  const { tokens } = words;
  // The marks of quotation that cut a clause part no subject from its verb: «الحرس الثوري» يسلم نقاطه.
  let from = /^[«»"“”]$/.test(tokens[clause.first - 1]?.norm ?? '') ? sentence.first : clause.first;
  for (let i = signal.first - 1; i >= Math.max(from, signal.first - SUBJECT_WITHIN); i--) {
    const { norm } = tokens[i]!;
    if (!SUBORDINATE.test(norm) && !/^[،,:.؛]$/.test(norm)) continue;
    from = i + 1;
    break;
  }
  if (from >= signal.first) return undefined;
  for (let i = from; i < signal.first; i++) {
    const word = carrierOf(tree, i);
    if (word === undefined || !isVerb(tree.words[word]!, 'ar') || BETWEEN.test(tokens[i]!.norm)) continue;
    if (!scene.mentions.some((m) => m.first <= i && i < m.after)) return undefined;
  }
  // «غارات على البقاع وإسرائيل تنفي»: what «and» joins right before a verb opens a clause of its own.
  const joined = scene.mentions.find(
    (m) =>
      m.after === signal.first &&
      m.first > from &&
      /^(?:actor|person|place)$/.test(m.kind) &&
      /^و/.test(words.text.slice(tokens[m.first]!.start, m.start)),
  );
  const present = /^[يت]/.test(tokens[signal.first]!.norm);
  if (joined && present && !/ا$/.test(tokens[signal.first]!.norm) && !/(?:ان|ون|وا)$/.test(tokens[signal.first]!.norm))
    return {
      first: joined.first,
      after: joined.after,
      preposition: '',
      mentions: [joined],
      within: [joined],
      head: '',
    };
  const chunks = chunksFrom(scene, from, signal.first);
  const [first] = chunks;
  if (first === undefined || first.preposition !== '') return undefined;
  const between = tokens.slice(from, first.first).filter(({ kind }) => kind === 'word').length;
  return between > 1 ? undefined : first;
};

/** Who does what the verb at a token tells: the phrase before it, or the first behind it that may do anything. */
export const subjectOf = (scene: Scene, token: number, type: string): Found[] => {
  const before = subjectBefore(scene, { first: scene.sentence.first }, { first: token });
  if (before) return doersOf(scene, before, type);
  const [one] = chunksFrom(scene, token + 1, scene.sentence.after).filter((chunk) => chunk.preposition === '');
  return one === undefined || one.first - token > NEAR || suffersOnly(one) ? [] : doersOf(scene, one, type);
};

/** Whether a verb may have somebody for its subject: Arabic verbs tell the gender («استهدفت» is of no man and no army). */
export const agrees = (scene: Scene, verb: string, m: Found): boolean => {
  if (scene.lexicon.language === 'en') return true;
  const head = scene.words.tokens[m.first]!.norm.replace(/^[وفبلك]?ال/, '');
  const feminine = /(?:ت|ته|تها|تهم|تا)$/.test(verb) || /^[وف]?س?ت/.test(verb);
  if (!feminine) return !/(?:ه|ات)$/.test(head) || /^[وف]?ي.*(?:ون|وا)$/.test(verb) || /وا$/.test(verb);
  return !scene.lexicon.heads.word(head).some(({ lemma }) => fold(lemma) === head && !head.endsWith('ه'));
};
