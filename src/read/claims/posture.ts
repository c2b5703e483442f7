/**
 * Posture: a word of change and a noun that says of what posture is made. «evacuating many headquarters» is facility,
 * ended; «a decrease in the presence of elements and the activity of patrols» is presence and patrol, decreased.
 */
import type { Change } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { Words } from '../text.ts';
import { carrierOf, childrenBy, conjuncts, relationOf } from '../tree.ts';
import { chunksFrom } from './chunks.ts';
import type { Clause } from './clauses.ts';
import { callsOff } from './modality.ts';
import { argumentsOfSignal } from './roles.ts';
import type { Scene } from './scene.ts';
import type { ChangeSignal, Indicator, Signal, Signals, Trigger } from './signals.ts';
import { doersOf } from './subjects.ts';

export type PostureHit = {
  readonly type: string;
  readonly change: Change;
  readonly trigger: ChangeSignal;
  readonly indicator: Indicator;
};

const REACH = 14;
const ARABIC = /^[\u0600-\u06ff]/;
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
  'posture.presence': new Set<Change>(['began', 'increased', 'continued', 'decreased', 'ended']),
  'posture.command': new Set<Change>(['moved', 'replaced', 'ended']),
  'posture.visibility': new Set<Change>(['began', 'increased', 'decreased', 'ended', 'continued']),
  'posture.strategy': new Set<Change>(['began', 'moved', 'replaced']),
  'posture.deployment': new Set<Change>(['moved', 'increased', 'decreased', 'replaced']),
  'posture.meeting': new Set<Change>(['began', 'refused', 'ended', 'moved']),
};
// Of persons, what comes after the noun is told of them («leaders left»); what comes before is told of something else.
const SUBJECTS = new Set(['posture.command']);

/** What a word of change comes to for a type: of a word with several senses («held») the first that the type can undergo. */
const changeFor = (lexicon: Lexicons, type: string, { senses, ...change }: ChangeSignal): Change | undefined =>
  callsOff(lexicon, change) && type !== 'posture.command'
    ? change.value.change
    : senses.find((sense) => FITS[type]?.has(sense.change) ?? true)?.change;

/** What a word of change changes, as the tree has it: its object, what goes on by itself, what it is a change «of» or «in». */
const changedBy = (
  scene: Scene,
  change: ChangeSignal,
  indicators: readonly Indicator[],
  signals: Signals,
): number[] => {
  const taken = argumentsOfSignal(scene, change);
  if (!taken) return [];
  const { tree } = scene;
  const own = taken.verbal
    ? taken.object.length > 0
      ? taken.object
      : taken.subject
    : [
        ...taken.object,
        ...taken.owners,
        ...taken.obliques.filter((o) => /^(?:of|in|to|ل|في|ب)$/.test(o.case)).map((o) => o.word),
      ];
  // «implementing changes in their tactics»: the changes are what is told.
  const bearers = new Set(signals.changes.map((other) => carrierOf(tree, other.first)));
  // «the number of patrols», «the activity of patrols»: what is measured, not the measure.
  return own
    .filter((word) => !bearers.has(word))
    .flatMap((word) =>
      indicators.some((i) => i.first <= tree.words[word]!.token && tree.words[word]!.token < i.after)
        ? [word]
        : [word, ...childrenBy(tree, word, 'nmod').flatMap((child) => conjuncts(tree, child))],
    );
};

/** «عناصر الحواجز»: men are of what follows them in the construct; «عدد العناصر» is of a presence, whoever is counted. */
const isMeasureOf = (indicator: Indicator, { indicators }: Signals): boolean => {
  const men = (other: Indicator): boolean => other.value.type === 'posture.deployment';
  if (NUMBER.test(indicator.lemma)) return indicators.some((other) => other.first === indicator.after && !men(other));
  if (!men(indicator) || !ARABIC.test(indicator.lemma)) return false;
  return indicators.some(
    (other) => other.first === indicator.after || (other.after === indicator.first && other.lemma === 'عدد'),
  );
};

/** «ألغت قيادتها دورة», «عقد قادة الميليشيات اجتماعا»: who changes something is not what changes. */
const isSubject = (scene: Scene, clause: Clause, indicator: Indicator, changes: readonly ChangeSignal[]): boolean => {
  if (scene.lexicon.language !== 'ar') return false;
  const verb = changes.findLast((c) => c.pos === 'v' && c.after <= indicator.first);
  if (verb === undefined || indicator.first - verb.after > 1) return false;
  const [one, two] = chunksFrom(scene, verb.after, clause.after).filter(({ preposition }) => preposition === '');
  if (one === undefined || two === undefined || two.first - one.after > 2 || indicator.first >= one.after) return false;
  return doersOf(scene, one, indicator.value.type).length > 0;
};

/** Posture told in a clause: by the tree, else by nearness. */
export const postureIn = (scene: Scene, clause: Clause, signals: Signals): PostureHit[] => {
  const { words, lexicon, tree } = scene;
  const changes = signals.changes.filter((c) => c.first >= clause.first && c.after <= clause.after);
  const indicators = signals.indicators.filter(
    (i) =>
      i.first >= clause.first &&
      i.after <= clause.after &&
      !isMeasureOf(i, signals) &&
      !isSubject(scene, clause, i, changes),
  );
  const found: PostureHit[] = [];
  // «courses that were held … were cancelled»: what is told of the noun itself comes before its relative clause.
  const relative = (change: ChangeSignal): boolean => relationOf(tree, carrierOf(tree, change.first) ?? 0) === 'acl';
  // «warehouses spread over the town»: a participle without its verb says where things are.
  const stative = (change: ChangeSignal): boolean =>
    change.form === 'past' &&
    lexicon.language === 'en' &&
    /^(?:acl|advcl|amod|dep)$/.test(relationOf(tree, carrierOf(tree, change.first) ?? 0)) &&
    tree.words[carrierOf(tree, change.first) ?? 0]!.xpos === 'VBN' &&
    childrenBy(tree, carrierOf(tree, change.first)!, 'aux', 'nsubj').length === 0;
  const active = changes.filter((c) => !stative(c));
  const ordered = [...active.filter((c) => !relative(c)), ...active.filter(relative)];
  for (const change of ordered) {
    const changed = new Set(changedBy(scene, change, indicators, signals).map((word) => tree.words[word]!.token));
    for (const indicator of indicators) {
      const { type } = indicator.value;
      const head = [...changed].find((token) => token >= indicator.first && token < indicator.after);
      if (head === undefined || countsOthers(scene, head, indicator, change) || overlaps(change, indicator)) continue;
      const to = changeFor(lexicon, type, change);
      if (to === undefined || found.some((hit) => hit.type === type)) continue;
      found.push({ type, change: to, trigger: change, indicator });
    }
  }
  return [...found, ...byNearness(words, clause, active, indicators, lexicon, found)];
};

/** «the number of casualties», عدد من المقرات: a number is a presence of those who are armed alone. */
const countsOthers = ({ tree, kindsOf }: Scene, token: number, indicator: Indicator, change: ChangeSignal): boolean => {
  const word = carrierOf(tree, token);
  if (word === undefined || !NUMBER.test(indicator.lemma)) return false;
  if (change.value.change === 'continued') return true;
  const counted = childrenBy(tree, word, 'nmod', 'nmod:poss', 'obl');
  return (
    counted.length > 0 && !counted.some((child) => kindsOf(child).has('armed') || tree.words[child]!.upos === 'PRON')
  );
};

const NUMBER = /^(?:number|عدد)$/;

const overlaps = (a: Signal, b: Signal): boolean => a.first < b.after && a.after > b.first;

const byNearness = (
  words: Words,
  clause: Clause,
  all: readonly ChangeSignal[],
  indicators: readonly Indicator[],
  lexicon: Lexicons,
  known: readonly PostureHit[],
): PostureHit[] => {
  const changes = all.filter((c) => !inRelative(words, c, clause.first) && !known.some((hit) => hit.trigger === c));
  const found: PostureHit[] = [];
  for (const indicator of indicators) {
    const type = indicator.value.type;
    if (known.some((hit) => hit.type === type) || NUMBER.test(indicator.lemma)) continue;
    const fits = changes.filter((c) => changeFor(lexicon, type, c) !== undefined && !overlaps(c, indicator));
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
    found.push({
      type,
      change: changeFor(lexicon, type, trigger)!,
      trigger,
      indicator,
    });
  }
  return found;
};

const nearChange = (words: Words, clause: Clause, first: number, signals: Signals): Change | undefined =>
  signals.changes.findLast(
    (c) =>
      c.first >= clause.first &&
      c.after <= first &&
      first - c.after <= 4 &&
      !words.tokens.slice(c.after, first).some((t) => PARTS.test(t.norm)),
  )?.value.change;

const PARTS = /^(?:since|after|before|against|on|with|by|from|منذ|بعد|قبل|علي|,|،)$/;

/** The change of a trigger: its own, unless a word right before a noun of posture says another («خفض درجة الاستنفار»). */
export const changeOfTrigger = (
  words: Words,
  clause: Clause,
  trigger: Trigger,
  own: Change | undefined,
  signals: Signals,
): Change | undefined => {
  if (own === undefined) return changeOf(words, clause, trigger.first, signals);
  if (trigger.pos !== 'n' || !trigger.value.type.startsWith('posture.') || !ARABIC.test(trigger.lemma)) return own;
  return nearChange(words, clause, trigger.first, signals) ?? own;
};

/** The change that a word in reach gives to a named event: «the expansion of Israeli strikes», «escalating shelling». */
export const changeOf = (words: Words, clause: Clause, first: number, signals: Signals): Change | undefined => {
  const change = nearChange(words, clause, first, signals);
  return change === 'increased' || change === 'decreased' || change === 'continued' ? change : undefined;
};
