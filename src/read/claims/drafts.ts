/** Signals of a sentence → drafts of claims: events, posture, judgements, tolls. */
import type { Part } from '../../model/index.ts';
import type { Lexicons, TriggerWord } from '../lexicon/index.ts';
import type { Found } from '../mentions/index.ts';
import type { SyntaxOf } from '../syntax.ts';
import type { Sentence, Words } from '../text.ts';
import { carrierOf, parentOf, relationOf } from '../tree.ts';
import { actingIn } from './acting.ts';
import { isArmed } from './armed.ts';
import { type CauseLink, causesIn, type Recalled, settled } from './causes.ts';
import { type Clause, clausesOf, inClause } from './clauses.ts';
import { type Before, type Draft, familyOf, isKill } from './draft.ts';
import { withTolls } from './hosts.ts';
import { judgementsIn } from './judgements.ts';
import { meantOf } from './modality.ts';
import { needMet, type Surroundings, typeInContext } from './needs.ts';
import { reachIn } from './order-reach.ts';
import { ownerOf, replacing } from './owners.ts';
import { looksBack } from './pluperfect.ts';
import { changeOfTrigger, postureIn } from './posture.ts';
import { isLikened, isRecalled, isRefusing, pointsBack } from './recalled.ts';
import { saysMore } from './retelling.ts';
import { argumentsOfSignal, byKind, OWN_SPEECH, rolesOf } from './roles.ts';
import { type Scene, sceneOf } from './scene.ts';
import { reachOfSpeech } from './scope.ts';
import { type Signal, type Signals, signalsOf, type Trigger } from './signals.ts';
import { particlesOf, tagsOf } from './tags.ts';

export type SentenceDrafts = {
  readonly drafts: readonly Draft[];
  readonly signals: Signals;
  readonly unused: readonly Trigger[];
  /** What the sentence tells the cause of. */
  readonly causes: readonly CauseLink[];
  /** Whoever does something in the sentence, first to last: for the next sentence's «they». */
  readonly acting: readonly Found[];
  /** The sentence with its tree, where one was needed. */
  readonly scene?: Scene;
};

// What is done with weapons: a curfew after an attack with explosives is not.
const WITH_MEANS = /^(?:violence\.|harm\.(?:casualties|damage)|control\.(?:capture|siege))/;

const covers = (a: Signal, b: Signal): boolean => a.first <= b.first && a.after > b.first;

const contextsIn = (words: Words, lexicon: Lexicons, first: number, after: number): Set<string> => {
  const found = new Set<string>();
  for (let i = first; i < after; i++)
    for (const { context } of lexicon.contexts.at(words.tokens, i, lexicon.language)?.values ?? []) found.add(context);
  return found;
};

/** A common word out of its context («found», «must») is no gap; one that nearly always tells of an event is. */
const tellsOfGap = ({ value: { needs } }: Trigger): boolean =>
  needs !== undefined && !needs.startsWith('lead') && (needs === 'armed-context' || !needs.endsWith('-context'));

export const draftsOf = (
  words: Words,
  sentence: Sentence,
  part: Part,
  mentions: readonly Found[],
  lexicon: Lexicons,
  syntax: SyntaxOf,
  before: Before,
): SentenceDrafts => {
  let made: Scene | undefined;
  const scene = (): Scene => {
    made ??= sceneOf(words, sentence, mentions, lexicon, syntax.parsed(sentence));
    return made;
  };
  const signals = signalsOf(words, sentence, mentions, lexicon, tagsOf(scene), particlesOf(scene));
  const clauses = clausesOf(words, sentence, signals, mentions);
  const contexts = contextsIn(words, lexicon, sentence.first, sentence.after);
  const { armed } = before;
  const drafts: Draft[] = [];
  const unused: Trigger[] = [];
  const recalled: Recalled[] = [];
  const purposeOf = (clause: Clause) => {
    const purpose = signals.purposes.find((p) => p.first >= clause.first && p.first <= clause.after + 1);
    if (!purpose) return undefined;
    const end = clauses.find((c) => purpose.first >= c.first && purpose.first < c.after)?.end ?? sentence.end;
    return { start: purpose.start, end };
  };
  const inPurpose = (i: number): boolean =>
    signals.purposes.some(
      (p) => p.first <= i && (clauses.find((c) => p.first >= c.first && p.first < c.after)?.after ?? 0) > i,
    );

  const make = (clause: Clause, trigger: Signal, type: string, rule: string, extra: Partial<Draft> = {}): Draft => {
    const near = reachIn(scene(), trigger, signals);
    const reach = OWN_SPEECH.test(type) ? reachOfSpeech(scene(), trigger, near) : near;
    const full = byKind(type, extra.roles ?? rolesOf(scene(), clause, trigger, type, before.acting));
    const roles = { ...full, instruments: full.instruments.filter((m) => isMeans(type, trigger, m, reach)) };
    const meant = meantOf(words, sentence, syntax, lexicon, trigger, type, extra.change);
    // «no casualties» is a stated zero, not a denial.
    const zero = (extra.toll ?? []).some(({ low, high }) => low === 0 && high === 0);
    const modality = extra.modality ?? (zero && meant.modality === 'denied' ? 'asserted' : meant.modality);
    const { status, change } = meant;
    const purpose = purposeOf(clause);
    return {
      sentence,
      partKind: part.kind,
      clause,
      trigger,
      type,
      modality,
      toll: [],
      rule,
      ...(status ? { status } : {}),
      ...(change ? { change } : {}),
      ...(purpose && purpose.start > trigger.start ? { purpose } : {}),
      reach,
      ...(looksBack(scene(), trigger, signals) ? { earlier: true as const } : {}),
      ...extra,
      ...(change === 'refused' ? { change } : {}),
      roles,
    };
  };

  /** A weapon is the means of the happening that it hangs on, and of no other of its clause. */
  const isMeans = (type: string, trigger: Signal, m: Found, reach: Draft['reach']): boolean =>
    WITH_MEANS.test(type) &&
    (reach(m) > 0 ||
      !signals.triggers.some((other) => other.first !== trigger.first && reachIn(scene(), other, signals)(m) === 2));

  for (const clause of clauses) {
    const own = mentions.filter((m) => inClause(clause, m));
    const inside = (s: Signal): boolean => s.first >= clause.first && s.after <= clause.after;
    const triggers = signals.triggers.filter(inside);
    const changes = signals.changes.filter(inside);
    if (triggers.length + changes.length + signals.judgements.filter(inside).length === 0) continue;
    const around: Surroundings = { scene: scene(), clause: own, span: clause, armed, contexts, lead: before.lead };
    const near: Surroundings = { ...around, contexts: contextsIn(words, lexicon, clause.first, clause.after) };
    const judged = judgementsIn(scene(), clause, signals, armed);
    const weighed = (trigger: Signal): boolean =>
      // «may complicate targeting them»: the object of a judgement is weighed, not told.
      signals.judgements.some(
        (j) =>
          inside(j) &&
          trigger.first > j.first &&
          (trigger.pos === 'n' || trigger.form === 'ing') &&
          trigger.first - j.after <= 4,
      );
    for (const trigger of triggers) {
      if (pointsBack(words, trigger)) recalled.push({ trigger, type: trigger.value.type });
      if (inPurpose(trigger.first) || pointsBack(words, trigger) || isLikened(words, trigger) || weighed(trigger))
        continue;
      // The word itself names a thing of the clause: «an attack helicopter», «weapons that were seized».
      const described = own.find((m) => m.first <= trigger.first && m.after > trigger.after && m.kind !== 'weapon');
      if (described || isParty(trigger, own, triggers)) continue;
      const sense = trigger.senses.find((each) => needMet(each.needs, trigger, around));
      if (!sense) {
        if (tellsOfGap(trigger)) unused.push(trigger);
        continue;
      }
      if (sense.type === 'none') continue;
      drafts.push(...eventOf(trigger, sense, clause, near));
    }
    if (!armed) continue;
    if (!mentions.some((m) => isArmed(m) || /^(?:facility|nationality|place|actor)$/.test(m.kind))) continue;
    for (const hit of postureIn(scene(), clause, signals)) {
      if (inPurpose(hit.trigger.first) || inPurpose(hit.indicator.first)) continue;
      if (judged.some((j) => hit.trigger.first > j.first)) continue;
      const told = drafts.some(
        (d) =>
          d.clause === clause &&
          (d.type === hit.type || (d.rule.startsWith('triggers/') && covers(d.trigger, hit.trigger))),
      );
      if (told) continue;
      const roles = rolesOf(scene(), clause, hit.trigger, hit.type, before.acting);
      const agents =
        hit.type === 'posture.command'
          ? own.filter((m) => m.first <= hit.indicator.first && m.after >= hit.indicator.after).slice(0, 1)
          : roles.agents.length
            ? roles.agents
            : [...replacing(words, own, hit.change), ...ownerOf(words, clause, hit.indicator, own)];
      drafts.push(
        make(clause, hit.trigger, hit.type, `posture/${lexicon.language}/${hit.trigger.lemma}+${hit.indicator.lemma}`, {
          change: hit.change,
          roles: { ...roles, agents, targets: roles.targets.filter((m) => !agents.includes(m)) },
        }),
      );
    }
    for (const judgement of judged) {
      if (inPurpose(judgement.first) || drafts.some((d) => d.clause === clause && covers(d.trigger, judgement)))
        continue;
      const { modality } = meantOf(words, sentence, syntax, lexicon, judgement, 'assessment.judgement', undefined);
      drafts.push(
        make(clause, judgement, 'assessment.judgement', `judgements/${lexicon.language}/${judgement.lemma}`, {
          modality: /^(?:asserted|possible|intended)$/.test(modality) ? 'assessed' : modality,
          roles: { agents: [], targets: [], instruments: [] },
        }),
      );
    }
  }

  /** The draft of a trigger, unless the same happening is told by a word close by. */
  function eventOf(trigger: Trigger, sense: TriggerWord, clause: Clause, around: Surroundings): Draft[] {
    const type = typeInContext({ ...trigger, value: sense }, around);
    const beside = drafts.some(
      (d) =>
        !isKill(d.trigger) &&
        (d.clause === clause || follows(d.trigger, trigger) || (sense.sense === 'hit' && lexicon.language === 'ar')) &&
        (d.type === type ||
          (d.type === 'harm.aid-blocked' && type === 'harm.aid') ||
          (familyOf(type) === 'violence' &&
            familyOf(d.type) === 'violence' &&
            (sense.sense === 'hit' || d.type === 'violence.attack'))) &&
        (sameHappening(d.trigger, trigger) ||
          (lexicon.language === 'ar' &&
            d.clause.first <= trigger.first &&
            saysMore(words, d.trigger, trigger, sense.sense === 'hit'))),
    );
    if (beside) return [];
    const change = changeOfTrigger(words, clause, trigger, sense.change, signals);
    const rule = `triggers/${lexicon.language}/${trigger.lemma}`;
    return [make(clause, trigger, type, rule, change ? { change } : {})];
  }

  /** «ambushed a convoy»: a thing that something is done to is no happening beside it. */
  function isParty(trigger: Trigger, own: readonly Found[], triggers: readonly Trigger[]): boolean {
    if (!own.some((m) => m.kind === 'facility' && m.first <= trigger.first && m.after >= trigger.after)) return false;
    const { tree } = scene();
    const word = carrierOf(tree, trigger.first);
    const above = word === undefined ? undefined : parentOf(tree, word);
    return (
      above !== undefined &&
      /^(?:nsubj|obj)$/.test(relationOf(tree, word!)) &&
      triggers.some((other) => other !== trigger && carrierOf(tree, other.first) === above)
    );
  }

  /** «left the area, heading for the border»: a participle goes on with its verb. */
  function follows(verb: Signal, participle: Signal): boolean {
    const { tree } = scene();
    const [one, two] = [carrierOf(tree, verb.first), carrierOf(tree, participle.first)];
    return (
      one !== undefined &&
      two !== undefined &&
      parentOf(tree, two) === one &&
      relationOf(tree, two) === 'advcl' &&
      participle.form === 'ing'
    );
  }

  /** «launched strikes», «strikes hit the base»: one word is an argument of the other. */
  function sameHappening(a: Signal, b: Signal): boolean {
    if (follows(a, b)) return true;
    if (Math.abs(a.first - b.first) > 12) return false;
    const { tree } = scene();
    const [one, two] = [carrierOf(tree, a.first), carrierOf(tree, b.first)];
    if (one === undefined || two === undefined) return Math.abs(a.first - b.first) <= 3;
    const linked = (upper: Signal, lower: number): boolean => {
      const taken = argumentsOfSignal(scene(), upper);
      return (
        taken !== undefined &&
        [...taken.subject, ...taken.object, ...taken.owners, ...taken.obliques.map((o) => o.word)].includes(lower)
      );
    };
    return (
      linked(a, two) ||
      linked(b, one) ||
      parentOf(tree, one) === two ||
      (parentOf(tree, two) === one && relationOf(tree, two) === 'acl') ||
      (a.after >= b.first && b.after >= a.first)
    );
  }

  const tolled = withTolls(
    { words, sentence, part, mentions, signals, clauses, lexicon, before, syntax },
    drafts,
    (clause, harm, type, extra) => make(clause, harm, type, `harm/${lexicon.language}/${harm.lemma}`, extra),
  );
  // «the raid killed seven»: the killing is what the raid did.
  const single = tolled.filter(
    (d) =>
      !isKill(d.trigger) ||
      !tolled.some(
        (o) => o !== d && !isKill(o.trigger) && familyOf(o.type) === 'violence' && sameHappening(o.trigger, d.trigger),
      ),
  );
  const told = single.filter((d) => !isRefusing(d, single));
  const kept = told.filter((d) => !isRecalled(words, d, before));
  recalled.push(...told.filter((d) => !kept.includes(d)));
  const links = kept.length > 0 && signals.causes.length > 0 ? causesIn(scene(), kept, recalled, signals.causes) : [];
  const final = settled(kept, links);
  return {
    drafts: [...final.values()],
    signals,
    causes: links.map(({ effect, cause, behind }) => ({
      effect: final.get(effect)!,
      cause: final.get(cause as Draft) ?? cause,
      behind,
    })),
    unused,
    acting: made ? actingIn(made) : [],
    ...(made ? { scene: made } : {}),
  };
};
