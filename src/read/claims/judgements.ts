/**
 * What somebody infers, expects, fears or weighs: a word of judging (judgements.tsv), or a verb that only may be
 * («which may become an obstacle») and tells of no event by itself.
 */

import { carrierOf, relationOf, type Tree } from '../tree.ts';
import type { Clause } from './clauses.ts';
import type { Scene } from './scene.ts';
import type { Signal, Signals } from './signals.ts';

// A shorter clause weighs nothing: «experts believe».
const LEAST = 5;

/** Judgements of a clause, the first alone: what is judged hangs on it. */
export const judgementsIn = ({ sentence, tree }: Scene, clause: Clause, signals: Signals, armed: boolean): Signal[] => {
  if (!armed || clause.after - clause.first < LEAST) return [];
  const inside = (s: Signal): boolean => s.first >= clause.first && s.after <= clause.after;
  const found = signals.judgements.find(
    (j) =>
      inside(j) &&
      !describes(tree, j) &&
      // «ما أدى إلى مقتل»: what a strike led to is its toll, not somebody's judgement.
      !signals.harms.some((h) => h.first >= j.first && h.first - j.after <= 2) &&
      // «may lead to»: the cue of the modal stands in the judgement's own clause.
      !signals.judgements.some(
        (other) => other !== j && other.first < j.first && other.first >= sentence.first && j.first - other.after <= 8,
      ),
  );
  return found ? [found] : [];
};

/** «gunmen believed to belong to», «what is thought to be»: a participle that says who somebody is. */
const describes = (tree: Tree, judgement: Signal): boolean => {
  const word = carrierOf(tree, judgement.first);
  return word !== undefined && relationOf(tree, word) === 'acl' && tree.words[word]!.xpos === 'VBN';
};
