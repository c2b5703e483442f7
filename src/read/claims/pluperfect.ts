/** What is told from before the news: «had already fled», كانت قد نزحت, سبق أن. */
import { fold } from '../../language/index.ts';
import { carrierOf, childrenBy, isVerb, relationOf, upFrom } from '../tree.ts';
import type { Scene } from './scene.ts';
import type { Signal, Signals } from './signals.ts';

const AR_WAS = /^[وف]?كان(?:ت|وا|ا|تا)?$/;
const AR_ALREADY = /^[وف]?(?:قد|سبق|لقد)$/;
// How far before its verb كان may stand: a subject stands between.
const REACH = 7;

/**
 * Whether the verb of a trigger is in the past before the past. In reported speech it is not: there «had struck» only
 * shifts what was said («he said they had struck»).
 */
export const looksBack = (scene: Scene, trigger: Signal, signals: Signals): boolean => {
  const { tree, lexicon, words, sentence } = scene;
  const start = carrierOf(tree, trigger.first);
  if (start === undefined) return false;
  if (lexicon.language === 'ar') {
    let was = false;
    for (let i = trigger.first - 1; i >= Math.max(sentence.first, trigger.first - REACH); i--) {
      const { norm } = words.tokens[i]!;
      if (AR_ALREADY.test(norm)) was = was || i >= trigger.first - 2;
      if (/^(?:سبق|وسبق)$/.test(norm)) return true;
      if (AR_WAS.test(norm)) return was;
    }
    return false;
  }
  const speaking = new Set(signals.reporting.map((signal) => carrierOf(tree, signal.first)));
  let at = start;
  for (const up of upFrom(tree, start)) {
    if (speaking.has(up) && up !== start) return false;
    if (isVerb(tree.words[up]!, 'en')) {
      const had = childrenBy(tree, up, 'aux').some((aux) => fold(tree.words[aux]!.form) === 'had');
      if (had) return !spoken(scene, up, speaking);
      if (!/^(?:conj|xcomp)$/.test(relationOf(tree, up))) return false;
    } else if (relationOf(tree, at) === 'acl') return false;
    at = up;
  }
  return false;
};

/** Whether a verb stands in what somebody says. */
const spoken = ({ tree }: Scene, word: number, speaking: ReadonlySet<number | undefined>): boolean => {
  let at = word;
  for (const up of upFrom(tree, word)) {
    if (up !== word && speaking.has(up) && /^(?:ccomp|xcomp|conj|acl)$/.test(relationOf(tree, at))) return true;
    at = up;
  }
  return false;
};
