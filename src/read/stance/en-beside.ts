/** What stands near a word and bears on it, wherever a parser hangs it: «whether», a condition, how often, a noun's infinitive. */
import type { OperatorWord } from '../lexicon/index.ts';
import { childrenBy, type Tree } from '../tree.ts';

const ASKS = /^(?:ask|wonder|see|know|check|decide|investigate|clear|sure|certain)$/;
// From a verb to the phrase that says how often.
const HABIT = 12;
// From «whether» to its verb.
const WHETHER = 8;

/** Questions about what stands near word `word`. */
export const besideIn = (tree: Tree, operators: ReadonlyMap<number, readonly OperatorWord[]>, word: number) => {
  const form = (i: number): string => tree.words[i]!.form.toLowerCase();
  const has = (i: number, test: (v: OperatorWord) => boolean): boolean => operators.get(i)?.some(test) ?? false;
  const isHabitual = (v: OperatorWord): boolean => v.pos === 'x' && v.effect === 'habitual';
  return {
    /** Whether a clause behind «if» asks whether: «it is unclear if», «asked if». */
    isOpen: (up: number, clause: number): boolean => {
      if (clause < up) return false;
      const asked = [up, ...childrenBy(tree, up, 'xcomp', 'ccomp', 'obj').filter((c) => c < clause)];
      return asked.some(
        (i) => has(i, (v) => v.effect === 'possible' && v.pos !== 'n') || ASKS.test(tree.words[i]!.lemma),
      );
    },
    /** The noun right before an infinitive that says what it is of: an order, a plan, a threat. */
    nounBefore: (up: number, clause: number): number | undefined =>
      childrenBy(tree, up, 'obj', 'nsubj:pass').find(
        (c) => c < clause && tree.high[c] === tree.low[clause]! - 1 && has(c, (v) => v.pos === 'n'),
      ),
    /** «every night», «time and again»: behind the word, no verb between, or at the head of the sentence. */
    isHabit: (): boolean => {
      for (let i = word + 1; i < Math.min(tree.words.length, word + HABIT); i++) {
        if (tree.words[i]!.upos === 'VERB' || /^[;:]$/.test(form(i))) break;
        if (has(i, isHabitual)) return true;
      }
      return has(0, isHabitual);
    },
    /** «went on firing»: the particle of the verb, taken for what leads to the other one. */
    isParticle: (verb: number, up: number): boolean => {
      const phrase = operators.get(up);
      return (
        phrase?.some((v) => v.lemma.includes(' ')) === true &&
        childrenBy(tree, verb, 'mark', 'case').some((c) => operators.get(c) === phrase)
      );
    },
    /** «Whether the militia withdrew is not known»: nothing but words of its clause between. */
    whetherBefore: (): boolean => {
      for (let i = word - 1; i >= Math.max(0, word - WHETHER); i--) {
        if (form(i) === 'whether') return true;
        if (/^(?:that|,|;|:|who|which)$/.test(form(i)) || tree.words[i]!.upos === 'VERB') return false;
      }
      return false;
    },
    /** Whether the sentence names the condition that what is not yet hangs on. */
    hangs: (): boolean => [...operators].some(([at, values]) => at !== word && values.some((v) => v.pos === 'c')),
  };
};
