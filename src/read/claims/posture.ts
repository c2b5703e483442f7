/**
 * Posture: a word of change and a noun that says of what posture is made. «evacuating many headquarters» is facility,
 * ended; «a decrease in the presence of elements and the activity of patrols» is presence and patrol, decreased.
 */
import type { Change } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { Words } from '../text.ts';
import type { Clause } from './clauses.ts';
import { callsOff } from './modality.ts';
import type { ChangeSignal, Indicator, Signals } from './signals.ts';

export type PostureHit = {
  readonly type: string;
  readonly change: Change;
  readonly trigger: ChangeSignal;
  readonly indicator: Indicator;
};

const REACH = 14;
// «leaders also left»: further off, the verb is another's («the leader had warned people to leave»).
const SUBJECT_REACH = 2;
const BE = /^(?:was|were|been|being|is|are|be)$/;

/** «courses that were held»: a verb in a relative clause says what the noun was, not what became of it. */
const inRelative = (words: Words, change: ChangeSignal, floor: number): boolean => {
  for (let i = change.first - 1; i >= Math.max(floor, change.first - 4); i--) {
    const norm = words.tokens[i]!.norm;
    if (/^(?:that|which|who|الذي|التي|الذين)$/.test(norm)) return true;
    if (!BE.test(norm) && !/^(?:have|has|had)$/.test(norm)) return false;
  }
  return false;
};

const joined = (words: Words, a: Indicator, b: Indicator): boolean =>
  b.clitics.startsWith('و') || words.tokens.slice(a.after, b.first).some((t) => /^(?:and|or|,|،)$/.test(t.norm));

// Which changes a noun can undergo: a leader moves or is replaced, he is not «reduced».
const FITS: Readonly<Record<string, ReadonlySet<Change>>> = {
  'posture.command': new Set<Change>(['moved', 'replaced', 'ended']),
  'posture.visibility': new Set<Change>(['began', 'increased', 'decreased', 'ended', 'continued']),
  'posture.strategy': new Set<Change>(['began', 'moved', 'replaced']),
  'posture.deployment': new Set<Change>(['moved', 'increased', 'decreased', 'replaced']),
  'posture.meeting': new Set<Change>(['refused', 'ended', 'moved']),
};
// Of persons, what comes after the noun is told of them («leaders left»); what comes before is told of something else.
const SUBJECTS = new Set(['posture.command']);

export const postureIn = (words: Words, clause: Clause, signals: Signals, lexicon: Lexicons): PostureHit[] => {
  const changes = signals.changes.filter(
    (c) => c.first >= clause.first && c.after <= clause.after && !inRelative(words, c, clause.first),
  );
  const found: PostureHit[] = [];
  for (const indicator of signals.indicators) {
    if (indicator.first < clause.first || indicator.after > clause.after) continue;
    const type = indicator.value.type;
    const fits = changes.filter(
      (c) =>
        (callsOff(lexicon, c) || (FITS[type]?.has(c.value.change) ?? true)) &&
        !(c.first < indicator.after && c.after > indicator.first),
    );
    const before = fits.filter((c) => c.after <= indicator.first && indicator.first - c.after <= REACH).at(-1);
    const after = fits.find((c) => c.first >= indicator.after && c.first - indicator.after <= REACH && c.pos === 'v');
    const subject = SUBJECTS.has(type) && lexicon.language === 'en';
    const close = after !== undefined && after.first - indicator.after <= SUBJECT_REACH ? after : undefined;
    // Arabic tells with the verb first; English of a passive or of what goes on by itself after the noun.
    const trigger = subject ? close : (before ?? (lexicon.language === 'en' ? after : undefined));
    if (trigger === undefined) continue;
    if (found.some((hit) => hit.type === type)) continue;
    // A second noun under the same word of change must be joined to the first: «patrols were stepped up around the
    // headquarters» tells of patrols.
    const sibling = found.findLast((hit) => hit.trigger === trigger);
    if (sibling && !joined(words, sibling.indicator, indicator)) continue;
    found.push({ type, change: trigger.value.change, trigger, indicator });
  }
  return found;
};

const PARTS = /^(?:since|after|before|against|on|with|by|from|منذ|بعد|قبل|علي|,|،)$/;

/** The change that a word in reach gives to a named event: «the expansion of Israeli strikes», «escalating shelling». */
export const changeOf = (words: Words, clause: Clause, first: number, signals: Signals): Change | undefined => {
  const near = signals.changes.filter(
    (c) =>
      c.first >= clause.first &&
      c.after <= first &&
      first - c.after <= 4 &&
      !words.tokens.slice(c.after, first).some((t) => PARTS.test(t.norm)),
  );
  const change = near.at(-1)?.value.change;
  return change === 'increased' || change === 'decreased' || change === 'continued' ? change : undefined;
};
