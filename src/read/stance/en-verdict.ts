/**
 * What a sentence says of the tidings that a word stands in: «reports of an attack were false», «the claim that rebels
 * fled could not be verified», «called talk of a retreat «a lie»». Verdict and tidings stand far from each other, with a
 * clause between them that parsers seldom hang right: they are found by their order.
 */
import type { OperatorWord } from '../lexicon/index.ts';
import type { Tree } from '../tree.ts';
import type { Effect } from './stance.ts';

// How far before the word its tidings may stand, and behind it their verdict.
const BEFORE = 12;
const BEHIND = 16;

const LEADS = /^(?:of|that|about|on|in|regarding|concerning|by)$/;
const BE = /^(?:is|are|was|were|be|been|being|'s|’s)$/;
const PROVE =
  /^(?:prove|proves|proved|proven|turn|turns|turned|out|remain|remains|remained|seem|seemed|appear|appeared)$/;
const CALLS =
  /^(?:call|called|calls|calling|describe|described|describes|describing|brand|branded|label|labelled|labeled|dub|dubbed|dismiss|dismissed|dismisses|dismissing|denounce|denounced|reject|rejected|rejects|rejecting|slam|slammed)$/;
const NOT = /^(?:not|n't|n’t|never|no)$/;
const NO_TRUTH = /^(?:truth|substance|basis|foundation|merit|grounds)$/;
const APART = /^(?:;|but|while|although|though|and|who|which|whereas)$/;

/** @returns effects of the verdict, innermost first; none where no verdict stands over the tidings */
export const verdictOver = (
  tree: Tree,
  operators: ReadonlyMap<number, readonly OperatorWord[]>,
  word: number,
): Effect[] => {
  const form = (i: number): string => tree.words[i]?.form.toLowerCase() ?? '';
  const has = (i: number, pos: string, pattern: RegExp): boolean =>
    operators.get(i)?.some((v) => v.pos === pos && pattern.test(v.effect)) ?? false;
  let tidings: number | undefined;
  for (let i = word - 1; i >= Math.max(0, word - BEFORE); i--) {
    if (APART.test(form(i)) && form(i) !== 'and') break;
    if (has(i, 'n', /^(?:told|possible)$/) && LEADS.test(form(i + 1))) {
      tidings = i;
      break;
    }
  }
  if (tidings === undefined) return [];
  // «no truth to reports of», «no basis for the claim that»
  for (let i = tidings - 1; i > Math.max(0, tidings - 5); i--)
    if (NO_TRUTH.test(form(i)) && NOT.test(form(i - 1))) return ['deny'];
  const called = [1, 2, 3, 4, 5].some((n) => CALLS.test(form(tidings! - n)));
  let copula = -1;
  let negated = false;
  for (let i = word + 1; i < Math.min(tree.words.length, word + BEHIND); i++) {
    if (APART.test(form(i))) {
      copula = -1;
      if (form(i) !== 'and') break;
      continue;
    }
    if (BE.test(form(i)) || PROVE.test(form(i))) copula = i;
    // What stands behind the copula: «are simply not true», «could not be independently verified».
    if (copula < 0 && !called) continue;
    if (i - copula > 5 && !called) copula = -1;
    if (NOT.test(form(i)) || (copula === i && NOT.test(form(i - 1)))) negated = true;
    if (has(i, 'a', /^true$/)) return negated ? ['true', 'not'] : [];
    if (has(i, 'v', /^confirm$/) && negated) return ['possible'];
    if (has(i, 'a', /^possible$/) && /^(?:un|doubt)/.test(form(i))) return ['possible'];
    // «are denied», «was dismissed»: a participle; elsewhere what denies is said of it.
    if (has(i, 'a', /^deny$/) || has(i, 'n', /^deny$/) || (has(i, 'v', /^deny$/) && copula >= 0 && /ed$/.test(form(i))))
      return negated ? [] : ['deny'];
  }
  return [];
};
