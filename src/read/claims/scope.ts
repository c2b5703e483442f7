/** Which words of a sentence belong to which happening: a day or a place goes with the verb or event that it hangs on. */
import type { Found } from '../mentions/index.ts';
import { carrierOf, childrenBy, isVerb, parentOf, relationOf, upFrom } from '../tree.ts';
import { withOrder } from './order-reach.ts';
import type { Scene } from './scene.ts';
import type { Signal, Signals } from './signals.ts';

/** 2 hangs on the trigger or on the verb that carries it, 1 on a verb that it shares with others, 0 on something else. */
export type Reach = (mention: Found) => 0 | 1 | 2;

/** Word that carries a mention and hangs outside it. */
export const headWord = ({ tree }: Scene, m: Found): number | undefined => {
  for (let token = m.first; token < m.after; token++) {
    const word = carrierOf(tree, token);
    if (word === undefined) continue;
    const above = parentOf(tree, word);
    const outside = above === undefined || tree.words[above]!.token < m.first || tree.words[above]!.token >= m.after;
    if (outside) return word;
  }
  return undefined;
};

/** The reach of one trigger among all signals of its sentence. */
const reachOf = (scene: Scene, trigger: Signal, signals: Signals): Reach => {
  const { tree, lexicon } = scene;
  const anchors = new Set<number>();
  for (const signal of [...signals.triggers, ...signals.changes, ...signals.harms, ...signals.judgements])
    for (let token = signal.first; token < signal.after; token++) {
      const word = carrierOf(tree, token);
      if (word !== undefined) anchors.add(word);
    }
  const speaking = new Set(signals.reporting.map((signal) => carrierOf(tree, signal.first)));
  const own = new Set<number>();
  for (let token = trigger.first; token < trigger.after; token++) {
    const word = carrierOf(tree, token);
    if (word !== undefined) own.add(word);
  }
  const shared = new Set<number>();
  const start = carrierOf(tree, trigger.first);
  if (start !== undefined) {
    let at = start;
    for (const up of upFrom(tree, start)) {
      if (up === start) continue;
      const relation = relationOf(tree, at);
      const verb = isVerb(tree.words[up]!, lexicon.language);
      if (speaking.has(up) && relation !== 'conj') break;
      // «Three were killed in the raid on Monday»: the verb that an event's noun hangs on carries it.
      if (verb && !isVerb(tree.words[at]!, lexicon.language) && relation !== 'acl') own.add(up);
      else if (verb && /^(?:xcomp|conj|advcl)$/.test(relation)) shared.add(up);
      else if (!verb && relation !== 'acl') {
        at = up;
        continue;
      }
      if (!/^(?:xcomp|conj|advcl)$/.test(relation)) break;
      at = up;
    }
    for (const child of childrenBy(tree, start, 'xcomp')) shared.add(child);
  }
  const parties = new Set(
    scene.mentions
      .filter((m) => m.kind === 'actor' || m.kind === 'person')
      .flatMap((m) => Array.from({ length: m.after - m.first }, (_, i) => m.first + i)),
  );
  return (mention) => {
    const word = headWord(scene, mention);
    if (word === undefined) return 0;
    for (const up of upFrom(tree, word)) {
      if (own.has(up)) return 2;
      // «the mission in Libya called for»: a place may be where somebody is from, not where the thing happened.
      if (mention.kind === 'place' && up !== word && parties.has(tree.words[up]!.token)) return 0;
      if (up !== word && shared.has(up)) return 1;
      if (up !== word && (anchors.has(up) || isVerb(tree.words[up]!, lexicon.language))) return 0;
    }
    return 0;
  };
};

/** The reach of one trigger, by the tree and, in Arabic, by the order of words. */
export const reachIn = (scene: Scene, trigger: Signal, signals: Signals): Reach => {
  const byTree = reachOf(scene, trigger, signals);
  return scene.lexicon.language === 'ar' ? withOrder(scene, trigger, signals, byTree) : byTree;
};

/** Whether a place is named as one that acts or speaks («Egypt said», «Damascus and Ankara agreed»). */
export const actsIn = (scene: Scene, mention: Found): boolean => {
  const word = headWord(scene, mention);
  if (word === undefined) return false;
  const { tree, lexicon } = scene;
  const relation = tree.words[word]!.relation ?? '';
  const above = parentOf(tree, word);
  if (above === undefined || !isVerb(tree.words[above]!, lexicon.language)) return false;
  return relation === 'nsubj' && (lexicon.language === 'en' || mention.of_ === 'country');
};
