/**
 * The operators over a word of an English sentence, innermost first: from the word up its tree, at every step what
 * qualifies the step itself (auxiliaries, negation, adverbs, subordinators), then the word that governs it.
 */

import { isContentClause } from '../that-clause.ts';
import { childrenBy, parentOf, relationOf } from '../tree.ts';
import { besideIn } from './en-beside.ts';
import { type EnglishWord, englishClause } from './en-clause.ts';
import { verdictOver } from './en-verdict.ts';
import type { Effect } from './stance.ts';

const STATUS = /^(?:began|continued|ongoing|ended|completed)$/;
// Verbs that only lend themselves to an event's noun are in the table of support; these carry a noun of telling.
const CARRIES = /^(?:make|take|give|have|hold|be|face|see|issue|receive|follow)$/;

/** @returns effects of the operators over word `word`, innermost first */
export const effectsInEnglish = ({ words, sentence, tree, lexicon }: EnglishWord, word: number): Effect[] => {
  const { operators, form, posOf, operator, mark, isClause, effects, push, negates, qualify, qualifyNoun } =
    englishClause({ words, sentence, tree, lexicon });
  const near = besideIn(tree, operators, word);

  // «have ceased fighting»: a parser takes the participle for a description.
  for (const child of childrenBy(tree, word, 'amod')) {
    const phase = child < word && /^VB[ND]$/.test(tree.words[child]!.xpos ?? '') ? operator(child, 'v') : undefined;
    if (phase && /^(?:began|continued|ended|completed)$/.test(phase)) push(phase);
  }
  // The word itself.
  if (isClause(word)) qualify(word, true);
  else {
    for (const child of tree.children[word]!) {
      if (child > word) continue;
      const relation = relationOf(tree, child);
      if (relation === 'amod' || relation === 'compound') push(operator(child, 'a', 'r'));
      if (relation === 'det' && negates(child)) push('not');
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
        push(up !== undefined && marks === 'if' && near.isOpen(up, at) ? 'possible' : 'if');
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
    // «gave the order to fire»: the infinitive is the noun's, whatever a parser hangs it on.
    const noun = /^(?:xcomp|advcl)$/.test(kind) && /\bto\b/.test(marks) ? near.nounBefore(up, at) : undefined;
    if (noun !== undefined) {
      push(operator(noun, 'n'));
      qualifyNoun(noun);
      at = noun;
      continue;
    }
    // «the claim that guards had shot»: a parser takes what is claimed for a description of the claim.
    const claimed =
      relation === 'acl:relcl' &&
      effect !== undefined &&
      effect !== 'fact' &&
      posOf(up) === 'n' &&
      isContentClause(tree, at);
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
      (kind === 'advcl' && (/\bto\b|\bfrom\b|\bof\b/.test(marks) || near.isParticle(at, up))) ||
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
      // «called the attack cowardly»: it is called something; «called for», «called on» are words of their own.
      if (effect === 'ask' && posOf(up) === 'v' && tree.words[up]!.lemma === 'call' && kind !== 'obl') break;
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
        // «the evacuation is under way», «the siege came to an end»
        const phase = operators.get(up)?.find((v) => STATUS.test(v.effect) && (v.pos !== 'r' || v.lemma.includes(' ')));
        // «the attempt to seize the hill failed»
        if (effect === 'fail' && effects.includes('intend')) push('fail');
        const said = phase ? (phase.effect as Effect) : effect;
        if (!said || !/^(?:began|continued|ongoing|ended|completed|possible|cancel|true|deny|intend)$/.test(said))
          break;
        push(said);
        if (/^(?:possible|true|deny|ended|began|exclude)$/.test(said)) qualify(up, false);
        break;
      }
      // «called the reports baseless»: that they are is said already.
      if (effects.at(-1) === 'deny' && effects.includes('told')) break;
      const passesOn = effect === 'told' && posOf(up) === 'v';
      const comments = effect === 'confirm' && kind === 'obl';
      if (comments && effects.includes('told')) {
        push('confirm');
        qualify(up, false);
        at = up;
        continue;
      }
      if (
        effect &&
        !passesOn &&
        !comments &&
        !(
          kind === 'obl' &&
          /^(?:in|during|by|at|on|near|after|before|since|with|over|because|due|owing|despite|following|amid|amidst|under|through|ahead|until|outside|along|between|thanks)\b/.test(
            marks,
          ) &&
          relation !== 'obl:agent'
        )
      ) {
        // «prevented an attack», «stopped the attack»
        // «kept its promise», «kept the peace» prevent nothing.
        if (effect === 'prevent' && tree.words[up]!.lemma === 'keep') break;
        if (leavesOpen(up, effect)) break;
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

  // «is presumed killed»: a parser takes the first participle for an adverb.
  const beside = word > 1 && tree.words[word - 1]!.xpos === 'VBN' ? operators.get(word - 1) : undefined;
  if (beside?.some((v) => v.pos === 'v' && /^(?:possible|assess)$/.test(v.effect)) && !effects.includes('possible'))
    push('possible');
  // «Once a week», «time and again»: a phrase that the tree may hang anywhere.
  if (!effects.includes('habitual') && near.isHabit()) push('habitual');
  // «At no point did the guards open fire»
  if (operators.get(0)?.some((v) => v.pos === 'x' && v.effect === 'not') && !effects.includes('not')) push('not');
  const verdict = effects.some((e) => e === 'deny' || e === 'confirm') ? [] : verdictOver(tree, operators, word);
  push(...verdict);
  if (!effects.includes('possible') && near.whetherBefore()) push('possible');
  // «would disarm provided the prisoners were freed»
  if (effects.some((e) => /^(?:will|intend|promise|threaten)$/.test(e)) && !effects.includes('if') && near.hangs())
    push('if');

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
  /** «neither confirmed nor denied» */
  function leavesOpen(verb: number, effect: Effect | undefined): boolean {
    if (effect !== 'deny' || posOf(verb) !== 'v') return false;
    const other = relationOf(tree, verb) === 'conj' ? parentOf(tree, verb) : childrenBy(tree, verb, 'conj')[0];
    const open = other !== undefined && operator(other) === 'confirm';
    if (open) push('confirm', 'not');
    return open;
  }
  /** What governs a clause acts on it. @returns whether nothing further up can */
  function govern(up: number, child: number, effect: Effect | undefined, kind: string, marks: string): boolean {
    const from = /\bfrom\b/.test(marks);
    const values = operators.get(up) ?? [];
    const value = (name: string): boolean => values.some((v) => v.effect === name);
    const phrase = values.find((v) => v.pos === 'x' && v.effect === 'habitual');
    if (leavesOpen(up, effect)) return true;
    // «has yet to approve»
    if (kind === 'xcomp' && childrenBy(tree, up, 'advmod').some((c) => c > up && form(c) === 'yet')) {
      push('fail');
      return true;
    }
    // «is said to have fled»: hearsay.
    if (kind === 'xcomp' && effect === 'told' && childrenBy(tree, up, 'aux:pass').length > 0) {
      push('possible');
      return true;
    }
    const finite = kind === 'ccomp' && !/VBG/.test(tree.words[child]!.xpos ?? '');
    // «did not manage to», «will manage to»: as the word itself is told.
    if (effect === 'manage' && !from) {
      qualify(up, false);
      return false;
    }
    if (phrase && kind === 'xcomp') push('habitual');
    else if (from && value('prevent')) push('prevent');
    else if (finite && value('assess')) push('assess');
    else if (value('continued') && !from && !finite && (kind !== 'advcl' || near.isParticle(child, up)))
      push('continued');
    else if (value('ended') && !from && !finite && (kind !== 'advcl' || near.isParticle(child, up))) push('ended');
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
    else if (kind === 'xcomp' && /\bto\b/.test(marks) && childrenBy(tree, up, 'aux:pass').length === 0) {
      // «sailed to enforce the blockade»: what nothing says was done is a purpose.
      push('intend');
    } else if (kind === 'advcl') {
      // A purpose: «dug trenches to block the tanks».
      if (/\bto\b/.test(marks)) push('intend');
      return true;
    } else if (kind === 'acl' && /\bto\b/.test(marks)) {
      // «appealed for the fighting to stop»: what is asked for is the verb.
      if (/\bfor\b/.test(mark(up)) && parentOf(tree, up) !== undefined && operator(parentOf(tree, up)!) === 'ask')
        return false;
      push('intend');
      return true;
    } else if (kind === 'ccomp') return true;
    if (effect === 'fact' || (effect === 'told' && posOf(up) === 'v')) return posOf(up) === 'v';
    if (isClause(up)) qualify(up, false);
    else if (posOf(up) === 'n') qualifyNoun(up);
    return false;
  }
};
