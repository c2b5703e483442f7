/** What a trigger needs beside it to be one: «strike» is an airstrike among armed things, not on a tennis court. */
import type { Found } from '../mentions/index.ts';
import type { Clause } from './clauses.ts';
import type { Trigger } from './signals.ts';

export type Surroundings = {
  /** Mentions of the clause, and of the sentence. */
  readonly clause: readonly Found[];
  readonly sentence: readonly Found[];
  /** Whether the report tells of armed things at all. */
  readonly armed: boolean;
  /** Folded words of the sentence. */
  readonly has: (pattern: RegExp) => boolean;
};

const ARMED_KINDS = new Set([
  'armed',
  'state-forces',
  'rebel-group',
  'political-militia',
  'identity-militia',
  'external-forces',
  'alliance',
]);

export const isArmed = (mention: Found): boolean =>
  (mention.kind === 'actor' && ARMED_KINDS.has(mention.of_ ?? '')) || mention.kind === 'weapon';
const isPerson = (mention: Found): boolean =>
  mention.kind === 'actor' || mention.kind === 'person' || mention.kind === 'quantity';
const AIR =
  /(?:^| )(?:air|aerial|airstrikes?|warplanes?|jets?|aircraft|drones?|helicopters?|raids?|طيران|الطيران|طايره|الطايره|طايرات|الطايرات|جويه|غاره|غارات|مسيره)(?= |$)/;

/** Whether what the row asks for is there. A row that asks for nothing always stands. */
export const needMet = (need: string | undefined, trigger: Trigger, _clause: Clause, around: Surroundings): boolean => {
  switch (need) {
    case undefined:
      return true;
    case 'armed-context':
      return around.armed;
    case 'air-context':
      return around.has(AIR);
    case 'state-agent':
      return around.clause.some((m) => m.kind === 'nationality' || isArmed(m)) || around.armed;
    case 'strike-context':
      return around.has(/(?:^| )و?(?:استهدف|استهدفت|قصف|قصفت|ضرب|ضربت|هجوم|اطلق|اطلقت|استهداف|اغتال)(?= |$)/);
    case 'weapon':
    case 'aircraft':
      return around.clause.some((m) => m.kind === 'weapon');
    case 'person':
      return around.clause.some(isPerson);
    case 'person-agent':
    case 'armed-agent':
      return around.clause.some((m) => m.kind === 'actor' || m.kind === 'nationality');
    case 'official':
    case 'official-agent':
      return around.clause.some((m) => m.kind === 'person' || m.of_ === 'office');
    case 'civilians':
      return around.clause.some((m) => m.of_ === 'civilian');
    case 'facility':
      return around.clause.some((m) => m.kind === 'facility');
    case 'route':
      return around.has(
        /(?:^| )(?:road|roads|highway|crossing|crossings|border|airport|port|route|طريق|الطريق|معبر|المعبر|حدود|الحدود|مطار|المطار|مينا|المينا)(?= |$)/,
      );
    case 'agreement':
    case 'agreement-context':
      return around.has(
        /(?:^| )(?:agreement|agreements|truce|ceasefire|accord|peace|hostage|prisoners?|treaty|memorandum)(?= |$)/,
      );
    case 'change':
      return around.has(
        /(?:^| )(?:gain|gained|gains|lost|loses|seized|took|regained|بسط|بسطت|فرض|فرضت|احكمت|احكم)(?= |$)/,
      );
    default:
      return trigger.pos !== '';
  }
};

/** A bombing is an airstrike where an air force is near or a state is the agent, else a bomb that went off. */
export const typeInContext = (trigger: Trigger, around: Surroundings): string => {
  const { type, lemma } = trigger.value;
  if (/^(?:bombing|bomb)$/.test(lemma)) {
    if (around.has(/(?:^| )(?:car|roadside|suicide|market|bus)(?= |$)/)) return 'violence.explosive';
    return around.armed ? type : 'violence.explosive';
  }
  if (type === 'violence.airstrike' && around.has(/(?:^| )(?:drones?|uavs?|unmanned|مسيره|مسيرات|المسيره)(?= |$)/))
    return 'violence.drone-strike';
  // «A missile struck the port»: what struck says what kind of strike it was.
  if (type === 'violence.airstrike' && trigger.pos === 'v' && /^(?:strike|hit|target|استهدف)$/.test(lemma)) {
    const weapon = around.clause.find((m) => m.kind === 'weapon')?.of_;
    if (weapon === 'missile') return 'violence.missile';
    if (weapon === 'rocket' || weapon === 'artillery' || weapon === 'mortar') return 'violence.shelling';
  }
  if (lemma === 'قصف' && around.has(/(?:^| )(?:طيران|الطيران|طايره|الطايره|طايرات|الطايرات|مقاتلات|جوي|جويا)(?= |$)/))
    return 'violence.airstrike';
  return type;
};
