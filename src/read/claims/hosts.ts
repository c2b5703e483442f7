/** Tolls of a sentence, each on the claim of what caused it. */
import type { Part, Toll } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { Found } from '../mentions/index.ts';
import type { SyntaxOf } from '../syntax.ts';
import type { Sentence, Words } from '../text.ts';
import type { Clause } from './clauses.ts';
import { type Before, type Draft, isKill } from './draft.ts';
import type { HarmSignal, Signals } from './signals.ts';
import { tollsOf } from './tolls.ts';

// What a toll may hang on: who fled was displaced, who was seized is held; nobody dies of an arrest or of aid.
const HOSTS: Readonly<Record<string, RegExp>> = {
  displaced: /^(?:violence\.|harm\.displacement|control\.(?:siege|capture))/,
  arrested: /^(?:control\.arrest|violence\.)/,
};
const DEADLY = /^(?:violence\.|harm\.(?:casualties|disease))/;
// What sums over many happenings has no one cause: «940 dead in one week».
const SUMS =
  /^(?:toll|since|week|weeks|month|months|year|years|total|overall|منذ|اسبوع|اسابيع|شهر|اشهر|عام|سنه|سنوات|اجمالي|حصيله|خلال)$/;

const HURT = /^(?:killed|injured|missing)$/;
// What a word of harm tells of where nothing else of its sentence does.
const OWN: Readonly<Record<string, string>> = {
  displaced: 'harm.displacement',
  arrested: 'control.arrest',
  abducted: 'violence.abduction',
};

export type TollScene = {
  readonly words: Words;
  readonly sentence: Sentence;
  readonly part: Part;
  readonly mentions: readonly Found[];
  readonly signals: Signals;
  readonly clauses: readonly Clause[];
  readonly lexicon: Lexicons;
  readonly before: Before;
  readonly syntax: SyntaxOf;
};

type MakeToll = (clause: Clause, harm: HarmSignal, type: string, extra: Partial<Draft>) => Draft;

export const withTolls = (scene: TollScene, drafts: readonly Draft[], make: MakeToll): Draft[] => {
  const { words, sentence, part, mentions, signals, clauses, lexicon, before, syntax } = scene;
  const tolls = part.kind === 'caption' ? [] : tollsOf(words, sentence, mentions, signals, syntax);
  // «killed» is what the strike did, not a second happening; alone and without a doer it is casualties.
  // قُتل مدنيون: written without vowel signs the passive looks like the active; civilians are who was killed.
  const passive = (d: Draft): Draft =>
    isKill(d.trigger) &&
    lexicon.language === 'ar' &&
    d.roles.agents.every((m) => m.of_ === 'civilian') &&
    d.roles.agents.length > 0
      ? { ...d, roles: { ...d.roles, agents: [], targets: [...d.roles.agents, ...d.roles.targets] } }
      : d;
  // A killing with a doer is a host of its own only where no other violence of the sentence is told.
  let kept = drafts
    .map(passive)
    .filter((d) => !isKill(d.trigger) || d.roles.agents.length > 0 || d.type !== 'violence.attack');
  const isAttribute = (harm: HarmSignal): boolean =>
    lexicon.language === 'en' &&
    harm.form === 'past' &&
    harm.value.harm === 'displaced' &&
    mentions.some((m) => m.kind === 'actor' && m.first <= harm.after && harm.after < m.after);
  const sums = words.tokens.slice(sentence.first, sentence.after).some((token) => SUMS.test(token.norm));
  for (const { toll, at, harm } of tolls) {
    const harming = kept.filter((d) => (HOSTS[toll.harm] ?? DEADLY).test(d.type));
    const others = harming.filter((d) => !isKill(d.trigger));
    const hosts = others.length > 0 ? others : harming;
    const host = hosts.filter((d) => d.trigger.first <= at).at(-1) ?? hosts[0];
    if (host) {
      const whole: Toll[] = [...host.toll, toll];
      kept = kept.map((d) => (d === host ? { ...d, toll: whole } : d));
      continue;
    }
    const clause = clauses.findLast((c) => c.first <= harm.first);
    if (clause === undefined) continue;
    // «Eight fighters were killed», after the raid was told: what the raid did, told again.
    const retells = before.violence !== undefined && !sums && HURT.test(toll.harm);
    // «12,000 displaced people», beside what was done for them: who they are, not what happened.
    if (isAttribute(harm) && kept.some((d) => d.clause === clause)) continue;
    kept.push(
      make(clause, harm, retells ? before.violence! : (OWN[toll.harm] ?? 'harm.casualties'), {
        toll: [toll],
        ...(retells ? { retells: true } : {}),
      }),
    );
  }
  return [...kept].sort((a, b) => a.trigger.start - b.trigger.start);
};
