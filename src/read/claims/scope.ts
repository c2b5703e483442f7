/** Which words of a sentence belong to which happening: a day or a place goes with the verb or event that it hangs on. */

import { fold } from '../../language/index.ts';
import type { Found } from '../mentions/index.ts';
import { carrierOf, caseOf, childrenBy, isVerb, parentOf, relationOf, type Tree, upFrom } from '../tree.ts';
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

/** The verb that a word hangs on, or is. */
export const verbAbove = ({ tree, lexicon }: Scene, word: number): number | undefined => {
  for (const up of upFrom(tree, word)) if (isVerb(tree.words[up]!, lexicon.language)) return up;
  return undefined;
};

// «fled ahead of strikes», «fell after clashes»: what stands behind these is a happening beside the verb's, elsewhere perhaps.
const BESIDE =
  /^(?:after|before|following|since|despite|amid|without|ahead|because|due|owing|بعد|عقب|قبل|بسبب|جراء|اثر|رغم|منذ|نتيجه|بفعل)/;
// «in retaliation for strikes»: the noun that leads to them.
const LEADING = /^(?:response|retaliation|revenge|reprisal|reaction|protest|answer|ردا|انتقاما|احتجاجا|خلفيه|اعقاب)$/;

const besides = (tree: Tree, word: number): boolean => {
  const folded = (each: number): string => fold(tree.words[each]!.form);
  return BESIDE.test(caseOf(tree, word, folded)) || LEADING.test(folded(word));
};

/** Whether a verb has a subject in words of its own, and so a scene of its own. */
const hasSubject = (tree: Tree, word: number): boolean =>
  childrenBy(tree, word, 'nsubj', 'nsubj:pass').some((subject) => tree.words[subject]!.upos !== 'PRON');

/** The reach of one trigger among all signals of its sentence. */
export const reachOf = (scene: Scene, trigger: Signal, signals: Signals): Reach => {
  const { tree, lexicon } = scene;
  const anchors = new Set<number>();
  for (const signal of [...signals.triggers, ...signals.changes, ...signals.harms, ...signals.judgements])
    for (let token = signal.first; token < signal.after; token++) {
      const word = carrierOf(tree, token);
      if (word !== undefined) anchors.add(word);
    }
  const leading = new Set(
    signals.causes
      .filter(({ leads }) => leads === 'back')
      .flatMap((s) => Array.from({ length: s.after - s.first }, (_, i) => s.first + i)),
  );
  const because = (word: number): boolean =>
    childrenBy(tree, word, 'case').some((child) => leading.has(tree.words[child]!.token));
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
      const nominal = !isVerb(tree.words[at]!, lexicon.language);
      if (
        nominal
          ? anchors.has(up) && (besides(tree, at) || because(at))
          : lexicon.language === 'en' && hasSubject(tree, at)
      )
        break;
      if (verb && nominal && relation !== 'acl') own.add(up);
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
      .flatMap((m) => {
        const inside = Array.from({ length: m.after - m.first }, (_, i) => m.first + i);
        // «the UN mission in Libya»: who stands before a noun and names it.
        const word = headWord(scene, m);
        const above = word === undefined ? undefined : parentOf(tree, word);
        const names = above !== undefined && /^(?:compound|nmod:poss)$/.test(tree.words[word!]!.relation ?? '');
        return names && scene.mentionOf(above) === undefined ? [...inside, tree.words[above]!.token] : inside;
      }),
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

/** The reach of an act of speech: a place within what was said is a place of that, not of the saying. */
export const reachOfSpeech = (scene: Scene, trigger: Signal, reach: Reach): Reach => {
  const own = carrierOf(scene.tree, trigger.first);
  return (mention) => {
    if (mention.kind !== 'place') return reach(mention);
    const word = headWord(scene, mention);
    return word !== undefined && parentOf(scene.tree, word) === own ? reach(mention) : 0;
  };
};
