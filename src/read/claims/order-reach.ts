/**
 * Which days and places of an Arabic sentence belong to which happening, by the order of words: what stands between a word
 * and the next one that tells of something is its own («قصفت الطائرات مقرا في البلدة فجر الأحد»), and so is what opens its
 * clause («وفي الفاشر، قصفت»).
 */
import type { Found } from '../mentions/index.ts';
import { carrierOf, isVerb } from '../tree.ts';
import type { Scene } from './scene.ts';
import { type Reach, reachOf } from './scope.ts';
import type { Signal, Signals } from './signals.ts';

const PARTS =
  /^[وف]?(?:[.؛:]|ان|بان|انها|انه|انهم|حيث|فيما|بينما|بعدما|عندما|مما|ما|لكن|اذ|كما|قد|اذا|الذي|التي|الذين)$/;
// Further than this from its word, a day or a place is rather another's.
const WITHIN = 24;

/** @param byTree reach as the tree has it */
const withOrder = (scene: Scene, trigger: Signal, signals: Signals, byTree: Reach): Reach => {
  const { words, tree, lexicon, mentions } = scene;
  const { tokens } = words;
  const told = [...signals.triggers, ...signals.changes, ...signals.judgements, ...signals.reporting];
  const parts = (i: number): boolean => {
    if (PARTS.test(tokens[i]!.norm)) return true;
    if (i >= trigger.first && i < trigger.after) return false;
    if (mentions.some((m) => m.first <= i && i < m.after)) return false;
    // A verb that lends itself to the event, or says whom it hit, parts nothing.
    if (lexicon.support.at(tokens, i, 'ar')) return false;
    const signal = told.find(({ first }) => first === i);
    // A noun that tells of another happening has what follows it.
    if (signal) return signal.pos === 'v' || signals.triggers.some(({ first }) => first === i);
    const word = carrierOf(tree, i);
    return word !== undefined && isVerb(tree.words[word]!, 'ar');
  };
  const free = (from: number, to: number): boolean => {
    if (to - from > WITHIN) return false;
    for (let i = from; i < to; i++) if (parts(i)) return false;
    return true;
  };
  /** Whether nothing is told before a day or a place in its clause: else it is of that. */
  const opens = (m: Found): boolean => {
    for (let i = m.first - 1; i >= scene.sentence.first; i--) {
      if (/^[،,:.؛]$/.test(tokens[i]!.norm) || PARTS.test(tokens[i]!.norm)) return true;
      if (parts(i) || told.some(({ first }) => first === i)) return false;
    }
    return true;
  };
  const ordered = (m: Found): boolean =>
    m.first >= trigger.after
      ? free(trigger.after, m.first)
      : m.after <= trigger.first && free(m.after, trigger.first) && opens(m);
  return (m) => {
    const tree = byTree(m);
    return tree < 2 && ordered(m) ? 2 : tree;
  };
};

/** The reach of one trigger, by the tree and, in Arabic, by the order of words. */
export const reachIn = (scene: Scene, trigger: Signal, signals: Signals): Reach => {
  const byTree = reachOf(scene, trigger, signals);
  return scene.lexicon.language === 'ar' ? withOrder(scene, trigger, signals, byTree) : byTree;
};
