/**
 * The operators over a word of an English sentence, innermost first: from the word up its tree, at every step what
 * qualifies the step itself (auxiliaries, negation, adverbs, subordinators), then the word that governs it.
 */
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
    for (let i = hit.first; i < hit.after; i++) {
      const word = tree.wordAt(i);
      if (word >= 0 && (i === hit.first || hit.after - hit.first > 1)) found.set(word, hit.values);
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

// Verbs that only lend themselves to an event's noun are in the table of support; these carry a noun of telling.
const CARRIES = /^(?:make|take|give|have|hold|be|face|see|issue|receive|follow)$/;

export type EnglishWord = {
  readonly words: Words;
  readonly sentence: Sentence;
  readonly tree: Tree;
  readonly lexicon: Lexicons;
};

/** @returns effects of the operators over word `word`, innermost first */
export const effectsInEnglish = ({ words, sentence, tree, lexicon }: EnglishWord, word: number): Effect[] => {
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
  const effects: Effect[] = [];
  const push = (...added: readonly (Effect | undefined)[]): void => {
    for (const effect of added) if (effect) effects.push(effect);
  };
  const mark = (i: number): string =>
    childrenBy(tree, i, 'mark', 'case')
      .filter((c) => c < i)
      .map(form)
      .join(' ');
  const isClause = (i: number): boolean => posOf(i) === 'v' || childrenBy(tree, i, 'cop').length > 0;

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
        const phrase = operators.get(tree.low[child]!)?.find((v) => v.pos === 'x');
        if (phrase && phrase.effect !== effect) push(phrase.effect as Effect);
      }
    }
    const inverted = subject !== undefined && auxiliaries.some((c) => c < subject);
    for (const child of auxiliaries) {
      const modal = MODAL[form(child)];
      // «should the truce collapse», «had they fired»
      const opens = inverted && child < subject! && !words.text.slice(sentence.start, sentence.end).endsWith('?');
      if (opens && /^(?:should|had|were)$/.test(form(child)) && tree.low[at] === child) push('if');
      // «would have», «could have» of what did not come to pass are for the condition that goes with it.
      else if (modal) push(modal);
      else if (form(child) === 'used' || form(child) === 'used to') push('habitual');
    }
    const negated =
      childrenBy(tree, at, 'advmod', 'cc', 'det').some((c) => NOT.test(form(c)) && c < at) ||
      auxiliaries.some((c) => childrenBy(tree, c, 'advmod').some((d) => NOT.test(form(d)))) ||
      (subject !== undefined && startsNegative(subject)) ||
      (object !== undefined && NEGATIVE.test(form(tree.low[object]!)));
    if (negated && !effects.includes('nolonger')) push('not');
    // Its condition: «will intervene if», «unless the siege is lifted».
    const condition = childrenBy(tree, at, 'advcl').some(
      (c) => /^(?:if|unless|in case|provided|should)$/.test(mark(c)) || opensWithAuxiliary(c),
    );
    if (condition) push('if');
  };
  const startsNegative = (subject: number): boolean => {
    const [first, second] = [form(tree.low[subject]!), tree.words[tree.low[subject]! + 1]?.form.toLowerCase() ?? ''];
    return (
      NEGATIVE.test(first) ||
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

  // The word itself.
  if (isClause(word)) qualify(word, true);
  else {
    for (const child of tree.children[word]!) {
      if (child > word) continue;
      const relation = relationOf(tree, child);
      if (relation === 'amod' || relation === 'compound') push(operator(child, 'a', 'r'));
      if (relation === 'det' && NEGATIVE.test(form(child))) push('not');
    }
    if (/\bwithout\b/.test(mark(word))) push('not');
  }

  // «Had they fired, …», «Should the truce collapse, …»: the order of words is the condition, and what follows hangs on it.
  const opener = tree.words.length > 4 && /^(?:had|should|were)$/.test(form(0)) && tree.words[0]!.form !== form(0);
  const text = words.text.slice(sentence.start, sentence.end);
  if (opener && !text.endsWith('?') && tree.words.some((w, i) => w.form === ',' && i > 2)) push('if');

  let at = word;
  for (let steps = 0; steps < 12; steps++) {
    const up = parentOf(tree, at);
    const relation = tree.words[at]!.relation ?? '';
    const kind = relation.split(':')[0]!;
    const marks = mark(at);
    if (isClause(at)) {
      if (/\b(?:if|unless)\b|in case/.test(marks) && kind === 'advcl') {
        push('if');
        break;
      }
      if (/\bwhether\b/.test(marks) || (/\bif\b/.test(marks) && kind === 'ccomp')) push('possible');
      if (/\bwithout\b/.test(marks)) {
        push('not');
        break;
      }
    }
    if (up === undefined) break;
    const effect = operator(up);
    // «the claim that guards had shot»: a parser takes what is claimed for a description of the claim.
    const claimed =
      relation === 'acl:relcl' && effect === 'told' && childrenBy(tree, at, 'mark').some((c) => form(c) === 'that');
    if (kind === 'conj') {
      const shares =
        childrenBy(tree, at, 'nsubj', 'aux').length === 0 &&
        (!isClause(at) || tree.words[at]!.xpos === tree.words[up]!.xpos);
      if (!shares) break;
      if (isClause(up)) qualify(up, false);
      at = up;
      continue;
    }
    if (
      kind === 'xcomp' ||
      kind === 'ccomp' ||
      kind === 'csubj' ||
      (kind === 'advcl' && /\bto\b|\bfrom\b|\bof\b/.test(marks)) ||
      (kind === 'acl' && (relation !== 'acl:relcl' || claimed))
    ) {
      const stop = govern(up, at, effect, kind, marks);
      if (stop) break;
      at = up;
      continue;
    }
    if (kind === 'advcl') {
      // «called off before troops crossed»
      if (/\bbefore\b/.test(marks) && effect === 'cancel') push('cancel');
      break;
    }
    if (relation === 'acl:relcl') {
      // «it was not the rebels who attacked»
      const cleft =
        childrenBy(tree, up, 'cop').length > 0 && childrenBy(tree, up, 'nsubj', 'expl').some((c) => form(c) === 'it');
      if (cleft) qualify(up, false);
      break;
    }
    if (/^(?:obj|obl|nmod|nsubj|appos|compound|dep)$/.test(kind)) {
      if (effect === 'fact') break;
      // «denied responsibility for the ambush»: what is denied is the responsibility.
      if (kind === 'obl' && childrenBy(tree, up, 'obj', 'nsubj:pass').some((c) => c !== at && operator(c) === 'fact'))
        break;
      if (kind === 'compound') {
        at = up;
        continue;
      }
      const support =
        posOf(up) === 'v' &&
        (lexicon.support.word(tree.words[up]!.lemma).length > 0 ||
          lexicon.support.word(form(up)).length > 0 ||
          CARRIES.test(tree.words[up]!.lemma));
      if (kind === 'nsubj' && relation !== 'nsubj:pass') {
        if (!effect || !/^(?:began|continued|ongoing|ended|completed|possible|cancel|true|deny|intend)$/.test(effect))
          break;
        push(effect);
        if (effect === 'possible' || effect === 'true' || effect === 'deny') qualify(up, false);
        break;
      }
      if (
        effect &&
        !(
          kind === 'obl' &&
          /^(?:in|during|by|at|on|near|after|before|since|with|over)\b/.test(marks) &&
          relation !== 'obl:agent'
        )
      ) {
        // «prevented an attack», «stopped the attack»
        // «kept its promise», «kept the peace» prevent nothing.
        if (effect === 'prevent' && tree.words[up]!.lemma === 'keep') break;
        push(effect === 'prevent' ? preventing(up) : effect === 'warn' ? 'possible' : effect);
        if (isClause(up)) qualify(up, false);
        else qualifyNoun(up);
        at = up;
        continue;
      }
      if ((kind === 'obj' || relation === 'nsubj:pass') && support) {
        qualify(up, false);
        at = up;
        continue;
      }
      if (
        kind === 'nmod' &&
        /\bof\b/.test(marks) &&
        /^(?:series|wave|campaign|string|round|number|act|attempt|case|operation)$/.test(tree.words[up]!.lemma)
      ) {
        at = up;
        continue;
      }
      break;
    }
    break;
  }

  // A question that can be answered by yes or no leaves it open.
  const last = words.tokens[sentence.after - 1]!;
  const asks =
    words.text.slice(last.start, last.end) === '?' || words.text.slice(sentence.start, sentence.end).includes('?');
  if (asks && relationOf(tree, at) === 'root') {
    const subject = childrenBy(tree, at, 'nsubj')[0];
    const aux = childrenBy(tree, at, 'aux', 'cop')[0];
    const wh = tree.words.slice(0, 3).some((w) => /^(?:who|what|why|when|where|how|which)$/i.test(w.form));
    if (subject !== undefined && aux !== undefined && aux < subject && !wh) push('possible');
  }
  return effects;

  function preventing(up: number): Effect {
    return tree.words[up]!.lemma === 'stop' ? 'ended' : 'prevent';
  }
  function qualifyNoun(noun: number): void {
    if (childrenBy(tree, noun, 'det').some((c) => NEGATIVE.test(form(c)))) push('not');
    for (const child of tree.children[noun]!.filter((c) => posOf(c) === 'a')) {
      const effect = operator(child, 'a');
      if (effect === 'deny' || effect === 'cancel') push(effect);
    }
  }
  /** What governs a clause acts on it. @returns whether nothing further up can */
  function govern(up: number, child: number, effect: Effect | undefined, kind: string, marks: string): boolean {
    const from = /\bfrom\b/.test(marks);
    const values = operators.get(up) ?? [];
    const value = (name: string): boolean => values.some((v) => v.effect === name);
    const phrase = values.find((v) => v.pos === 'x' && v.effect === 'habitual');
    const finite = kind === 'ccomp' && !/VBG/.test(tree.words[child]!.xpos ?? '');
    if (phrase && kind === 'xcomp') push('habitual');
    else if (from && value('prevent')) push('prevent');
    else if (finite && value('assess')) push('assess');
    else if (value('continued') && !from && !finite && kind !== 'advcl') push('continued');
    else if (value('ended') && !from && !finite && kind !== 'advcl') push('ended');
    else if (effect === 'prevent') push(kind === 'advcl' ? 'intend' : 'prevent');
    else if (effect === 'fact' || effect === 'true') push(effect);
    else if (effect === 'assess' || effect === 'possible') {
      const passive = childrenBy(tree, up, 'aux:pass').length > 0;
      const few = childrenBy(tree, up, 'nsubj').some((c) => /^(?:few|nobody|none|no)$/.test(form(tree.low[c]!)));
      push(passive || few ? 'possible' : effect);
      if (few) return true;
    } else if (effect)
      push(
        values.some((v) => v.effect === 'tell')
          ? /\bto\b/.test(marks)
            ? 'order'
            : 'told'
          : effect === 'warn' && /\bto\b/.test(marks)
            ? 'ask'
            : effect,
      );
    else if (kind === 'advcl') {
      // A purpose: «dug trenches to block the tanks».
      if (/\bto\b/.test(marks)) push('intend');
      return true;
    } else if (kind === 'acl' && /\bto\b/.test(marks)) {
      push('intend');
      return true;
    } else if (kind === 'ccomp') return true;
    if (effect === 'told' || effect === 'fact') return posOf(up) === 'v';
    if (isClause(up)) qualify(up, false);
    else if (posOf(up) === 'n') qualifyNoun(up);
    return false;
  }
};
