/** What an English clause or noun says of itself: auxiliaries, negation, adverbs, conditions; and the operators in reach. */
import type { Lexicons, OperatorWord } from '../lexicon/index.ts';
import type { Sentence, Words } from '../text.ts';
import { childrenBy, parentOf, relationOf, type Tree } from '../tree.ts';
import type { Effect } from './stance.ts';

type Operators = ReadonlyMap<number, readonly OperatorWord[]>;

const operatorsIn = (words: Words, sentence: Sentence, tree: Tree, lexicon: Lexicons): Operators => {
  const found = new Map<number, readonly OperatorWord[]>();
  for (let token = sentence.first; token < sentence.after; token++) {
    const hit = lexicon.operators.at(words.tokens, token, 'en');
    if (!hit || hit.after > sentence.after) continue;
    // «calls for a truce»: the phrase of a verb may be the noun and what leads on.
    const own = hit.after - hit.first > 1 ? lexicon.operators.word(words.tokens[hit.first]!.norm) : [];
    const values = own.length > 0 ? [...hit.values, ...own.filter((v) => v.pos === 'n')] : hit.values;
    for (let i = hit.first; i < hit.after; i++) {
      const word = tree.wordAt(i);
      if (word >= 0 && (i === hit.first || hit.after - hit.first > 1)) found.set(word, values);
    }
    token = hit.after - 1;
  }
  return found;
};

const NEGATIVE = /^(?:no|neither|nobody|none|nothing|nor)$/;
const NOT = /^(?:not|n't|n’t|never|neither|nor)$/;
const BE = /^(?:be|am|is|are|was|were|been|being|'s|’s|'re|’re)$/;

const MODAL: Readonly<Record<string, Effect>> = {
  will: 'will',
  "'ll": 'will',
  '’ll': 'will',
  wo: 'will',
  shall: 'will',
  would: 'will',
  "'d": 'will',
  '’d': 'will',
  may: 'possible',
  might: 'possible',
  could: 'possible',
  can: 'possible',
  ca: 'possible',
  must: 'ask',
  should: 'ask',
};

export type EnglishWord = {
  readonly words: Words;
  readonly sentence: Sentence;
  readonly tree: Tree;
  readonly lexicon: Lexicons;
};

/** Questions about one sentence, and what its words add to the effects over one of them. */
export const englishClause = ({ words, sentence, tree, lexicon }: EnglishWord) => {
  const operators = operatorsIn(words, sentence, tree, lexicon);
  const form = (i: number): string => tree.words[i]!.form.toLowerCase();
  const posOf = (i: number): string => {
    const { upos } = tree.words[i]!;
    return upos === 'VERB' || upos === 'AUX'
      ? 'v'
      : upos === 'NOUN' || upos === 'PROPN'
        ? 'n'
        : upos === 'ADJ'
          ? 'a'
          : 'r';
  };
  const operator = (i: number, ...poses: readonly string[]): Effect | undefined => {
    const values = operators.get(i);
    const pos = posOf(i);
    const value =
      values?.find((v) => (poses.length ? poses.includes(v.pos) : v.pos === pos)) ??
      // «is set to», «is supposed to»: a parser takes the participle for a verb.
      (pos === 'v' || pos === 'r'
        ? values?.find((v) => v.pos === 'a' && /^(?:intend|fail|supposed|threaten)$/.test(v.effect))
        : undefined);
    return value?.effect as Effect | undefined;
  };
  const mark = (i: number): string =>
    childrenBy(tree, i, 'mark', 'case')
      .filter((c) => c < i)
      .map(form)
      .join(' ');
  const isClause = (i: number): boolean => posOf(i) === 'v' || childrenBy(tree, i, 'cop').length > 0;

  const effects: Effect[] = [];
  const push = (...added: readonly (Effect | undefined)[]): void => {
    for (const effect of added) if (effect) effects.push(effect);
  };
  // A «no» counts once, whether it is met at its noun or at the verb.
  const counted = new Set<number>();
  const negates = (determiner: number): boolean => {
    if (!NEGATIVE.test(form(determiner)) || counted.has(determiner)) return false;
    // «no fewer than twenty», «no sooner», «no doubt»
    if (
      /^(?:fewer|less|more|later|sooner|doubt|longer|matter)$/.test(
        tree.words[determiner + 1]?.form.toLowerCase() ?? '',
      )
    )
      return false;
    counted.add(determiner);
    return true;
  };
  /** What qualifies a verb or a predicate: its auxiliaries, adverbs, negated subject. */
  const qualify = (at: number, own: boolean): void => {
    const auxiliaries = childrenBy(tree, at, 'aux', 'cop');
    const subject = childrenBy(tree, at, 'nsubj')[0];
    const object = childrenBy(tree, at, 'obj')[0];
    if (
      own &&
      tree.words[at]!.xpos === 'VBG' &&
      auxiliaries.some((c) => BE.test(form(c))) &&
      !auxiliaries.some((c) => MODAL[form(c)])
    )
      push('ongoing');
    for (const child of tree.children[at]!) {
      const relation = relationOf(tree, child);
      if (relation === 'advmod' || relation === 'discourse' || relation === 'obl' || relation === 'cc') {
        const effect = operator(child, 'r', 'x');
        if (effect && effect !== 'not') push(effect);
        // «according to an intelligence assessment»
        if (/^(?:according|in|by)\b/.test(mark(child)) && operator(child, 'n') === 'assess') push('assess');
        const phrase = operators.get(tree.low[child]!)?.find((v) => v.pos === 'x');
        if (phrase && phrase.effect !== effect) push(phrase.effect as Effect);
      }
    }
    const inverted = subject !== undefined && auxiliaries.some((c) => c < subject);
    const negated =
      childrenBy(tree, at, 'advmod', 'cc', 'det').some((c) => isNot(c) && c < at) ||
      // «At no point did the guards open fire»
      childrenBy(tree, at, 'obl').some((c) => operators.get(tree.low[c]!)?.some((v) => v.effect === 'not')) ||
      auxiliaries.some((c) => childrenBy(tree, c, 'advmod').some(isNot)) ||
      (subject !== undefined && startsNegative(subject)) ||
      (object !== undefined && negates(tree.low[object]!));
    // «would often stop buses»: a habit of the past. «before it could hit»: it did not.
    const habit = effects.includes('habitual');
    const before = /\bbefore\b/.test(mark(at));
    for (const child of auxiliaries) {
      const modal = MODAL[form(child)];
      // «should the truce collapse», «had they fired»
      const opens = inverted && child < subject! && !words.text.slice(sentence.start, sentence.end).endsWith('?');
      if (opens && /^(?:should|had|were)$/.test(form(child)) && tree.low[at] === child) push('if');
      // «would have», «could have» of what did not come to pass are for the condition that goes with it.
      // «would have fallen»: on a condition that was not met.
      else if (/^(?:would|'d|’d)$/.test(form(child)) && auxiliaries.some((c) => c > child && form(c) === 'have'))
        push('if');
      // «cannot enter the town»: it does not.
      else if (negated && /^(?:can|could|ca)$/.test(form(child)) && auxiliaries.every((c) => form(c) !== 'have'))
        continue;
      else if (before && /^(?:could|can|might)$/.test(form(child))) push('not');
      else if (modal && !(habit && /^(?:would|'d|’d)$/.test(form(child)))) push(modal);
      else if (form(child) === 'used' || form(child) === 'used to') push('habitual');
    }
    // «nearly captured», «all but destroyed»: right before the verb, whatever a parser hangs it on.
    if (at > 0 && operators.get(at - 1)?.some((v) => v.pos === 'r' && v.effect === 'supposed')) push('supposed');
    // «were to have struck», «had been due to be released»: a parser takes what governs the infinitive for its auxiliary.
    const to = childrenBy(tree, at, 'mark').find((c) => c < at && form(c) === 'to');
    if (to !== undefined && to > 0 && parentOf(tree, to - 1) === at) {
      if (form(to - 1) === 'yet') push('fail');
      else if (/^(?:aux|cop)$/.test(relationOf(tree, to - 1)))
        push(BE.test(form(to - 1)) ? 'intend' : operator(to - 1, 'a', 'v'));
    }
    if (negated && !effects.includes('nolonger')) push('not');
    // Its condition: «will intervene if», «unless the siege is lifted».
    const condition = childrenBy(tree, at, 'advcl').some(
      (c) => /^(?:if|unless|in case|provided|should)$/.test(mark(c)) || opensWithAuxiliary(c),
    );
    if (condition) push('if');
  };
  /** «not», but not that of «not until noon», «not only». */
  const isNot = (i: number): boolean =>
    NOT.test(form(i)) &&
    !/^(?:until|only|just|merely|least|before)$/.test(tree.words[i + 1]?.form.toLowerCase() ?? '') &&
    !childrenBy(tree, i, 'obl', 'advcl').some((c) => mark(c) === 'until');
  const startsNegative = (subject: number): boolean => {
    const [first, second] = [form(tree.low[subject]!), tree.words[tree.low[subject]! + 1]?.form.toLowerCase() ?? ''];
    return (
      negates(tree.low[subject]!) ||
      (first === 'not' && /^(?:a|one|all|every)$/.test(second)) ||
      (first === 'no' && second === 'one')
    );
  };
  const opensWithAuxiliary = (c: number): boolean => {
    const subject = childrenBy(tree, c, 'nsubj')[0];
    return (
      subject !== undefined &&
      childrenBy(tree, c, 'aux').some((x) => x < subject && /^(?:should|had|were)$/.test(form(x)) && tree.low[c] === x)
    );
  };

  const qualifyNoun = (noun: number): void => {
    if (childrenBy(tree, noun, 'det').some(negates)) push('not');
    for (const child of tree.children[noun]!.filter((c) => posOf(c) === 'a')) {
      const effect = operator(child, 'a');
      if (effect === 'deny' || effect === 'cancel' || effect === 'possible') push(effect);
    }
  };
  return { operators, form, posOf, operator, mark, isClause, effects, push, negates, qualify, qualifyNoun };
};
