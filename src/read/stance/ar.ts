/**
 * The operators over a word of an Arabic sentence, innermost first. Arabic puts what governs before what is governed
 * (verb, subject, then what is denied, planned or begun), so the way up is the way back through the clause: over its
 * subject and its prepositions, over أن to what takes a clause, and no further than another verb of its own.
 */

import type { Hit, Lexicons, OperatorWord } from '../lexicon/index.ts';
import type { Sentence, Words } from '../text.ts';
import { isTidings } from '../tidings.ts';
import { verdictInArabic } from './ar-verdict.ts';
import type { Effect } from './stance.ts';

// A subject with its apposition is hardly longer.
const REACH = 12;

// Not كان, which is no ك before أن.
const THAT = /^(?!كان$)[وفبلك]?(?:ان|انه|انها|انهم|انهما|باان)$/;
const BREAKS = /^(?:[وف]?(?:الذي|التي|الذين|اللذين|عندما|حيث|فيما|بينما|حين|لان|بعدما|اثر|عقب|اذ|لكن|لكنه|لكنها|مما))$/;
const NOT = /^[وف]?(?:لم|لن|لا|ليس|ليست|ليسوا)$/;
const IF = /^[وف]?(?:اذا|لو|لولا|الا)$/;
const WAS = /^[وف]?(?:كان|كانت|كانوا|كانا|يكون|تكون|يكونوا)$/;
const STOPS = /^[.؟?!؛;:،,«»"“”]$/;
const COMMA = /^[،,]$/;
const IMPERFECT = /^[وف]?[يتنا]/;

export type ArabicWord = {
  readonly words: Words;
  readonly sentence: Sentence;
  readonly lexicon: Lexicons;
  /** Tokens of the trigger, `[first, after)`. */
  readonly first: number;
  readonly after: number;
  readonly verb: boolean;
};

/** @returns effects of the operators over a trigger, innermost first */
export const effectsInArabic = ({ words, sentence, lexicon, first, after, verb }: ArabicWord): Effect[] => {
  const { tokens } = words;
  const norm = (i: number): string => (i >= sentence.first && i < sentence.after ? tokens[i]!.norm : '');
  const hits = new Map<number, Hit<OperatorWord>>();
  for (let i = sentence.first; i < sentence.after; i++) {
    const hit = lexicon.operators.at(tokens, i, 'ar');
    if (!hit || hit.after > sentence.after) continue;
    for (let k = hit.first; k < hit.after; k++) if (!hits.has(k)) hits.set(k, hit);
  }
  const effects: Effect[] = [];
  const push = (effect: Effect): void => void effects.push(effect);
  const conditional = (i: number): boolean =>
    (IF.test(norm(i)) && !/^[وف]?الا$/.test(norm(i))) ||
    (norm(i) === 'الا' && /^(?:اذا|في)$/.test(norm(i + 1))) ||
    (norm(i) === 'ما' && norm(i + 1) === 'لم') ||
    (norm(i) === 'في' && /^(?:حال|حاله)$/.test(norm(i + 1))) ||
    /^(?:حال|طالما|مادام|شريطه|ب?شرط)$/.test(norm(i)) ||
    (norm(i) === 'ما' && /^دام/.test(norm(i + 1)));
  const said = (i: number): boolean =>
    [
      ...(lexicon.reporting.at(tokens, i, 'ar')?.values ?? []),
      ...(lexicon.cues.at(tokens, i, 'ar')?.values.filter((v) => v.sense === 'say') ?? []),
    ].some((v) => v.pos === 'v');
  // سيطر begins like a future and is none: the tables know it whole.
  const future = (i: number): boolean =>
    /^[وف]?س[يتنا]/.test(norm(i)) && lexicon.triggers.word(norm(i).replace(/^[وف](?=س)/, '')).length === 0;
  const negatedAt = (i: number): boolean =>
    NOT.test(norm(i - 1)) || (norm(i - 1) === 'ما' && verbal(i) && i - 1 === sentence.first);
  const verbal = (i: number): boolean => hits.get(i)?.values.some((v) => v.pos === 'v') ?? (i === first && verb);

  const own = norm(first);
  const joined = /^[وف]?(?:لل|ب|ل|ك)/.exec(own)?.[0] ?? '';
  if (verb && (future(first) || /^[وف]?لن$/.test(norm(first - 1)))) push('will');
  // «ليست القوات من قصف»: it was done, but not by them.
  const cleft = norm(first - 1) === 'من' && /^[وف]?(?:ليس|ليست|ليسوا)$/.test(norm(sentence.first));
  if ((verb && negatedAt(first)) || cleft) {
    push('not');
  } else if (
    /^[وف]?قد$/.test(norm(first - 1)) &&
    /^[يتن]/.test(own) &&
    !/^ت.*ت$/.test(own) &&
    !WAS.test(norm(first - 2)) &&
    !wasNear(first - 1)
  )
    push('possible');
  if (verb && !future(first) && IMPERFECT.test(own) && wasNear(first) && !/^[وف]?قد$/.test(norm(first - 1))) {
    push('ongoing');
  }

  let crossed = false;
  let governed = effects.includes('not');
  for (let i = first - 1; i >= Math.max(sentence.first, first - REACH); i--) {
    const token = norm(i);
    if (COMMA.test(token)) {
      // «هددت الجماعة، الأحد، بـ»: a day between two commas parts nothing.
      const other = [2, 3, 4].find((n) => COMMA.test(norm(i - n)));
      if (other === undefined) break;
      i -= other;
      continue;
    }
    if (STOPS.test(token) || BREAKS.test(token)) break;
    if (/^[وف]?(?:بعد|عقب|اثر|منذ|جراء|خلال)$/.test(token)) break;
    if (/^قبل$/.test(token) && (crossed || THAT.test(norm(i + 1)))) break;
    if (THAT.test(token)) {
      // «ان» at the head of a condition is rare in reports; behind a verb it opens what the verb takes.
      crossed = true;
      continue;
    }
    const hit = hits.get(i) ?? splitAt(i);
    if (hit && hit.after <= first) {
      const value = choose(hit, i);
      const effect = value?.effect as Effect | 'without' | undefined;
      i = hit.first;
      if (value === undefined || effect === undefined || value.pos === 'a') continue;
      if (effect === 'without') {
        if (hit.after === first) push('not');
        if (!verb && hit.after === first) governed = true;
        continue;
      }
      if (effect === 'habitual') {
        push('habitual');
        continue;
      }
      if (value.pos === 'n' && !/^(?:fact|fail|refuse|cancel)$/.test(effect) && first - hit.after > 4) continue;
      // «لم يتمكن من», «سيتمكن من»: as the word itself is told.
      if (effect === 'manage') {
        governed = true;
        if (NOT.test(norm(i - 1))) push('not');
        else if (future(i)) push('will');
        continue;
      }
      // «the responsibility for the attack»: the attack was.
      if (effect === 'fact') {
        governed = true;
        // «ستتعرض للهجوم»: what will be done.
        if (future(i) && effects.length === 0) {
          push('will');
          continue;
        }
        break;
      }
      // «قدّر مسعفون عدد القتلى»: a number is estimated, what it counts is not.
      if (effect === 'assess' && !crossed && !verb) continue;
      if (effect === 'warn') push(verb || crossed ? 'warn' : 'possible');
      else push(effect);
      governed = true;
      if (value.pos !== 'x' && value.pos !== 'a' && NOT.test(norm(i - 1))) {
        push('not');
        i--;
      }
      continue;
    }
    if (conditional(i)) {
      push('if');
      governed = true;
      break;
    }
    if (NOT.test(token) && i === first - 1) continue;
    if (WAS.test(token)) continue;
    // «نفت الأنباء التي تحدثت عن»: what denies the news denies what it tells of.
    if (said(i) && /^(?:التي|الذي)$/.test(norm(i - 1)) && isTidings(norm(i - 2))) {
      i -= 2;
      continue;
    }
    // «ما نشرته صحيفة عن»: neither does it stand between.
    if (said(i) && /^[ولبم]?م?ما$/.test(norm(i - 1))) {
      i--;
      continue;
    }
    if (said(i)) {
      // «يشير الهجوم إلى أن»: what an event shows is a judgement, not its word.
      if (crossed && lexicon.triggers.word(norm(i + 1).replace(/^ال/, '')).some((v) => v.pos === 'n')) {
        push('assess');
        continue;
      }
      break;
    }
    // Another happening stands between: what is before it governs that one.
    const met = lexicon.triggers.at(tokens, i, 'ar');
    // وزارة is a ministry, not «and he visited it».
    const other = met && met.cut > 0 && lexicon.isNoun(token) ? undefined : met;
    if (other?.values.every((v) => v.pos === 'v') && !crossed) break;
    if (/^[وف]/.test(token) && other?.values.some((v) => v.pos === 'v')) break;
  }
  if (
    !governed &&
    !verb &&
    /^[وف]?ل(?!ل)/.test(own) &&
    joined.includes('ل') &&
    !lexicon.triggers.word(own).length &&
    hasVerbBefore()
  )
    push('intend');

  // Behind the trigger: «الهجوم مستمر», «هجوم وشيك», «كل ليلة».
  for (let i = after; i < Math.min(sentence.after, after + 10); i++) {
    if (STOPS.test(norm(i))) break;
    const hit = hits.get(i);
    if (!hit || hit.first !== i) continue;
    const value =
      hit.values.find((v) => v.effect === 'habitual') ??
      hit.values.find((v) => v.pos === 'a' || (v.pos === 'v' && /^(?:continued|ended|cancel|began)$/.test(v.effect)));
    if (!value) continue;
    if (value.effect === 'habitual') push('habitual');
    else if (!verb && i - after <= 1 && (value.pos === 'a' || i === after)) push(value.effect as Effect);
  }
  // A condition elsewhere holds over what is not yet: «will strike if», «unless …, it will fall».
  const open =
    effects.some((e) => /^(?:will|intend|promise|threaten|warn)$/.test(e)) ||
    (effects.includes('not') && /^[وف]?لن$/.test(norm(first - 1)));
  if (open && !effects.includes('if')) {
    for (let i = sentence.first; i < sentence.after; i++)
      if (conditional(i) && !(norm(i - 1) === 'ما' || norm(i - 1) === 'فيما')) {
        push('if');
        break;
      }
  }
  if (/[؟?]/.test(words.text.slice(sentence.start, sentence.end)) && /^[وف]?(?:هل|ا)$/.test(norm(sentence.first)))
    push('possible');
  if (!effects.some((e) => e === 'deny' || e === 'confirm'))
    effects.push(...verdictInArabic(words, sentence, hits, first, after));
  return effects;

  /** «تراجعت الحكومة عن نشر»: a verb and its preposition with the subject between them. */
  function splitAt(i: number): Hit<OperatorWord> | undefined {
    const leads = norm(first - 1);
    if (first - i < 3 || !/^(?:عن|من|علي|في|الي)$/.test(leads)) return undefined;
    const values = lexicon.operators.get(`${norm(i).replace(/^[وف](?=.{4})/, '')} ${leads}`);
    return values.length > 0 ? { values, key: norm(i), first: i, after: i + 1, cut: 0, clitics: '' } : undefined;
  }
  function wasNear(at: number): boolean {
    for (let k = at - 1; k >= Math.max(sentence.first, at - 5); k--) {
      if (STOPS.test(norm(k)) || THAT.test(norm(k))) return false;
      if (WAS.test(norm(k))) return true;
    }
    return false;
  }
  function choose(hit: Hit<OperatorWord>, i: number): OperatorWord | undefined {
    const values = hit.values;
    if (values.length === 1) return values[0];
    // «يعتقد أن» where nobody is named: a passive.
    const x = values.find((v) => v.pos === 'x');
    const opens = i === sentence.first || STOPS.test(norm(i - 1));
    if (x && opens && THAT.test(norm(hit.after))) return x;
    // بدأ and بدا fold to the same letters: what seems has أن behind it.
    const began = values.find((v) => v.effect === 'began');
    if (began && !crossed && values.some((v) => v.effect === 'possible')) return began;
    // أمر, فشل, تهديد are verb and noun: behind a preposition or an article it is the noun.
    const behind =
      /[بلك]/.test(hit.clitics) ||
      /^[وف]?(?:في|من|الي|علي|عن|بعد|قبل)$/.test(norm(i - 1)) ||
      /^[وفبلك]*ال/.test(norm(i));
    return (behind ? values.find((v) => v.pos === 'n') : values.find((v) => v.pos === 'v')) ?? values[0];
  }
  function hasVerbBefore(): boolean {
    for (let k = sentence.first; k < first; k++) {
      if (hits.get(k)?.values.some((v) => v.effect === 'fact')) return false;
    }
    for (let k = sentence.first; k < first; k++) {
      const other = lexicon.triggers.at(tokens, k, 'ar') ?? lexicon.changes.at(tokens, k, 'ar');
      if (other?.values.some((v) => v.pos === 'v')) return true;
    }
    return false;
  }
};
