/** Signals of a sentence → drafts of claims: events, posture, judgements, tolls. */
import type { Part, Toll } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { Found } from '../mentions/index.ts';
import type { Sentence, Words } from '../text.ts';
import { type Clause, clausesOf, inClause } from './clauses.ts';
import { type Draft, familyOf } from './draft.ts';
import { callsOff, modalityOf, statusOf } from './modality.ts';
import { isArmed, needMet, type Surroundings, typeInContext } from './needs.ts';
import { changeOf, postureIn } from './posture.ts';
import { rolesOf } from './roles.ts';
import { type Signal, type Signals, signalsOf, type Trigger } from './signals.ts';
import { tollsOf } from './tolls.ts';

export type SentenceDrafts = {
  readonly drafts: readonly Draft[];
  readonly signals: Signals;
  readonly unused: readonly Trigger[];
};

const ANAPHORIC = /^(?:these|those|such|this|that|هذه|هذا|تلك|ذلك)$/;
// Hand-set for the first pass; issue of the claims calibrates them against annotated reports.
const CONFIDENCE = { event: 0.72, posture: 0.7, judgement: 0.55, toll: 0.68 } as const;
const LESS = { noAgent: 0.1, needs: 0.08, notAsserted: 0.05, farChange: 0.08 } as const;

const covers = (a: Signal, b: Signal): boolean => a.first <= b.first && a.after > b.first;

const round = (value: number): number => Math.round(Math.min(0.95, Math.max(0.2, value)) * 100) / 100;

/** «these attacks», «of these strikes»: points back, tells nothing new. */
const pointsBack = (words: Words, trigger: Signal): boolean =>
  trigger.pos === 'n' &&
  [1, 2].some((n) => ANAPHORIC.test(words.tokens[trigger.first - n]?.norm.replace(/^[وفبل](?=هذ|تل)/, '') ?? ''));

/** A common word out of its context («found», «must») is no gap; one that nearly always tells of an event is. */
const tellsOfGap = ({ value: { needs } }: Trigger): boolean =>
  needs !== undefined && needs !== 'lead' && (needs === 'armed-context' || !needs.endsWith('-context'));

export const draftsOf = (
  words: Words,
  sentence: Sentence,
  part: Part,
  mentions: readonly Found[],
  lexicon: Lexicons,
  armed: boolean,
  /** Whether an earlier sentence told of violence. */
  told: boolean,
  /** Whether the sentence opens the report. */
  lead: boolean,
): SentenceDrafts => {
  const signals = signalsOf(words, sentence, mentions, lexicon);
  const clauses = clausesOf(words, sentence, signals, mentions);
  const contexts = new Set<string>();
  for (let i = sentence.first; i < sentence.after; i++) {
    for (const { context } of lexicon.contexts.at(words.tokens, i, sentence.language)?.values ?? [])
      contexts.add(context);
  }
  const drafts: Draft[] = [];
  const unused: Trigger[] = [];
  const purposeOf = (clause: Clause) => {
    const purpose = signals.purposes.find((p) => p.first >= clause.first && p.first <= clause.after + 1);
    if (!purpose) return undefined;
    const end = clauses.find((c) => purpose.first >= c.first && purpose.first < c.after)?.end ?? sentence.end;
    return { start: purpose.start, end };
  };
  const spokenIn = (clause: Clause, trigger: Signal): boolean =>
    signals.reporting.some(
      (r) => r.first >= clause.first && r.first < trigger.first && !/^(?:deny|نفى|threaten|هدد)$/.test(r.lemma),
    );
  const inPurpose = (i: number): boolean =>
    signals.purposes.some(
      (p) => p.first <= i && (clauses.find((c) => p.first >= c.first && p.first < c.after)?.after ?? 0) > i,
    );

  const make = (
    clause: Clause,
    trigger: Signal,
    type: string,
    rule: string,
    base: number,
    extra: Partial<Draft> = {},
  ): Draft => {
    const roles = byKind(type, extra.roles ?? rolesOf(words, sentence, clause, trigger, mentions, lexicon));
    const cancels = callsOff(lexicon, trigger);
    const modality =
      extra.modality ?? modalityOf(words, sentence, clause, trigger, lexicon, cancels, spokenIn(clause, trigger));
    const status = statusOf(words, sentence, clause, trigger, lexicon);
    const purpose = purposeOf(clause);
    return {
      sentence,
      partKind: part.kind,
      clause,
      trigger,
      type,
      roles,
      modality,
      toll: [],
      rule,
      confidence: round(
        base - (roles.agents.length ? 0 : LESS.noAgent) - (modality === 'asserted' ? 0 : LESS.notAsserted),
      ),
      ...(status ? { status } : {}),
      ...(purpose && purpose.start > trigger.start ? { purpose } : {}),
      ...extra,
    };
  };

  for (const clause of clauses) {
    const own = mentions.filter((m) => inClause(clause, m));
    const around: Surroundings = { clause: own, sentence: mentions, armed, contexts, lead };
    const inside = (s: Signal): boolean => s.first >= clause.first && s.after <= clause.after;
    // «ما أدى إلى مقتل»: what a strike led to is its toll, not somebody's judgement.
    const judgement = signals.judgements.find(
      (j) => inside(j) && !signals.harms.some((h) => h.first >= j.first && h.first - j.after <= 2),
    );
    for (const trigger of signals.triggers.filter(inside)) {
      if (inPurpose(trigger.first) || pointsBack(words, trigger)) continue;
      // The word itself names a thing of the clause: «an attack helicopter», «weapons that were seized».
      const described = own.find((m) => m.first <= trigger.first && m.after > trigger.after && m.kind !== 'weapon');
      if (described) continue;
      if (!needMet(trigger.value.needs, around)) {
        if (tellsOfGap(trigger)) unused.push(trigger);
        continue;
      }
      // «may complicate targeting them»: the object of a judgement is weighed, not told.
      if (judgement && trigger.first > judgement.first && trigger.pos === 'n' && trigger.first - judgement.after <= 4)
        continue;
      const type = typeInContext(trigger, around);
      if (drafts.some((d) => d.clause === clause && d.type === type && Math.abs(d.trigger.first - trigger.first) <= 6))
        continue;
      const change = trigger.value.change ?? changeOf(words, clause, trigger.first, signals);
      drafts.push(
        make(
          clause,
          trigger,
          type,
          `triggers/${lexicon.language}/${trigger.lemma}`,
          CONFIDENCE.event - (trigger.value.needs ? LESS.needs : 0),
          change ? { change } : {},
        ),
      );
    }
    if (
      armed &&
      mentions.some((m) => isArmed(m) || m.kind === 'facility' || m.kind === 'nationality' || m.place !== undefined)
    ) {
      for (const hit of postureIn(words, clause, signals, lexicon)) {
        if (inPurpose(hit.trigger.first) || inPurpose(hit.indicator.first)) continue;
        if (judgement && hit.trigger.first > judgement.first) continue;
        const told = drafts.some(
          (d) =>
            d.clause === clause &&
            (d.type === hit.type || (d.rule.startsWith('triggers/') && covers(d.trigger, hit.trigger))),
        );
        if (told) continue;
        const distance = Math.abs(hit.trigger.first - hit.indicator.first);
        const roles = rolesOf(words, sentence, clause, hit.trigger, mentions, lexicon);
        const owner = ownerOf(words, clause, hit.indicator, own);
        const replacing =
          hit.change === 'replaced'
            ? own.filter((m) => m.kind === 'actor' && /^(?:with|by)$/.test(words.tokens[m.first - 1]?.norm ?? ''))
            : [];
        const commander = own
          .filter((m) => m.first <= hit.indicator.first && m.after >= hit.indicator.after)
          .slice(0, 1);
        const agents =
          hit.type === 'posture.command' ? commander : roles.agents.length ? roles.agents : [...replacing, ...owner];
        drafts.push(
          make(
            clause,
            hit.trigger,
            hit.type,
            `posture/${lexicon.language}/${hit.trigger.lemma}+${hit.indicator.lemma}`,
            CONFIDENCE.posture - (distance > 5 ? LESS.farChange : 0),
            {
              change: hit.change,
              roles: byKind(hit.type, { ...roles, agents }),
            },
          ),
        );
      }
    }
    if (
      judgement &&
      armed &&
      clause.after - clause.first >= 5 &&
      !drafts.some((d) => d.clause === clause && d.trigger.first > judgement.first)
    ) {
      if (!drafts.some((d) => d.type === 'assessment.judgement' && d.sentence === sentence)) {
        const modality = modalityOf(words, sentence, clause, judgement, lexicon, false, spokenIn(clause, judgement));
        drafts.push(
          make(
            clause,
            judgement,
            'assessment.judgement',
            `judgements/${lexicon.language}/${judgement.lemma}`,
            CONFIDENCE.judgement,
            {
              modality: modality === 'asserted' ? 'assessed' : modality,
            },
          ),
        );
      }
    }
  }
  const tolled = withTolls(words, sentence, part, mentions, signals, clauses, drafts, make, lexicon);
  return { drafts: tolled.filter((d) => !isRecalled(words, d, told)), signals, unused };
};

/** Whose posture: «the presence of elements», «patrols … supervised by the Guard». */
const ownerOf = (words: Words, clause: Clause, indicator: Signal, own: readonly Found[]): Found[] => {
  const actors = own.filter((m) => m.kind === 'actor' && m.first >= indicator.after);
  const by = actors.filter((m) =>
    words.tokens.slice(Math.max(clause.first, m.first - 2), m.first).some((t) => t.norm === 'by'),
  );
  const of = actors.find((m) => {
    const between = words.tokens.slice(indicator.after, m.first);
    return between.length <= 3 && (between.length === 0 || /^(?:of|ل)$/.test(between[0]!.norm));
  });
  const before = own.findLast(
    (m) =>
      (m.kind === 'actor' || m.kind === 'nationality') && m.after <= indicator.first && indicator.first - m.after <= 2,
  );
  return [...(before ? [before] : []), ...(of && !by.includes(of) ? [of] : []), ...by];
};

// What civilians may do; of anything else in these families they are who it is done to.
const CIVIL = new Set([
  'violence.looting',
  'violence.destruction',
  'harm.displacement',
  'harm.return',
  'control.closure',
]);

/** A civilian shells nobody: what word order takes for the doer is who suffered it. */
const byKind = (type: string, roles: Draft['roles']): Draft['roles'] => {
  if (!/^(?:violence|posture|control)\.|^harm\.casualties/.test(type) || CIVIL.has(type)) return roles;
  const civil = roles.agents.filter((m) => m.of_ === 'civilian');
  if (civil.length === 0) return roles;
  const targets = roles.targets.length ? roles.targets : civil;
  return { ...roles, agents: roles.agents.filter((m) => !civil.includes(m)), targets };
};

/** «the attack», «الهجوم» with nothing of its own: the one already told, not a new one. */
const isRecalled = (words: Words, draft: Draft, told: boolean): boolean =>
  told &&
  draft.trigger.pos === 'n' &&
  familyOf(draft.type) === 'violence' &&
  draft.partKind === 'body' &&
  draft.toll.length === 0 &&
  draft.roles.agents.length + draft.roles.targets.length === 0 &&
  (words.tokens[draft.trigger.first - 1]?.norm === 'the' || /^[وفبل]?ال/.test(words.tokens[draft.trigger.first]!.norm));

const HARMING = new Set(['violence', 'control', 'harm']);
const isKill = (draft: Draft): boolean => /^(?:kill|قتل)$/.test(draft.trigger.lemma);

type Make = (
  clause: Clause,
  trigger: Signal,
  type: string,
  rule: string,
  base: number,
  extra?: Partial<Draft>,
) => Draft;

const withTolls = (
  words: Words,
  sentence: Sentence,
  part: Part,
  mentions: readonly Found[],
  signals: Signals,
  clauses: readonly Clause[],
  drafts: readonly Draft[],
  make: Make,
  lexicon: Lexicons,
): Draft[] => {
  const tolls = part.kind === 'caption' ? [] : tollsOf(words, sentence, mentions, signals);
  // «killed» is what the strike did, not a second happening; alone and without a doer it is casualties.
  // قُتل مدنيون: written without vowel signs the passive looks like the active; civilians are who was killed.
  const passive = (d: Draft): Draft =>
    isKill(d) &&
    lexicon.language === 'ar' &&
    d.roles.agents.every((m) => m.of_ === 'civilian') &&
    d.roles.agents.length > 0
      ? { ...d, roles: { ...d.roles, agents: [], targets: [...d.roles.agents, ...d.roles.targets] } }
      : d;
  let kept = drafts.map(passive).filter((d) => !isKill(d) || d.roles.agents.length > 0);
  for (const { toll, at, harm } of tolls) {
    const hosts = kept.filter((d) => HARMING.has(familyOf(d.type)));
    const host = hosts.filter((d) => d.trigger.first <= at).at(-1) ?? hosts[0];
    if (host) {
      const whole: Toll[] = [...host.toll, toll];
      kept = kept.map((d) => (d === host ? { ...d, toll: whole } : d));
      continue;
    }
    const clause = clauses.findLast((c) => c.first <= harm.first);
    if (clause === undefined) continue;
    kept.push(
      make(clause, harm, 'harm.casualties', `harm/${lexicon.language}/${harm.lemma}`, CONFIDENCE.toll, {
        toll: [toll],
      }),
    );
  }
  return [...kept].sort((a, b) => a.trigger.start - b.trigger.start);
};
