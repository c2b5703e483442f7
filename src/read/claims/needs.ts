/** What a trigger needs beside it to be one: «strike» is an airstrike among armed things, not on a tennis court. */
import type { Found } from '../mentions/index.ts';
import type { Trigger } from './signals.ts';

export type Surroundings = {
  /** Mentions of the clause, and of the sentence. */
  readonly clause: readonly Found[];
  readonly sentence: readonly Found[];
  /** Whether the report tells of armed things at all. */
  readonly armed: boolean;
  /** Contexts that words of the sentence give (contexts.tsv). */
  readonly contexts: ReadonlySet<string>;
  /** Whether the sentence opens the report: a headline, or one of its first. There a speech act is itself the news. */
  readonly lead: boolean;
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
const isGround = (mention: Found): boolean => mention.kind === 'facility';
/** Whether what the row asks for is there. A row that asks for nothing always stands. */
export const needMet = (need: string | undefined, around: Surroundings): boolean => {
  switch (need) {
    case undefined:
      return true;
    case 'armed-context':
      // «Israel struck Damascus»: states among themselves need no soldier in the sentence.
      return (
        around.armed ||
        (around.clause.filter((m) => m.kind === 'place').length > 1 && around.clause.some((m) => m.of_ === 'country'))
      );
    case 'place':
      return around.clause.some((m) => m.kind === 'place') && !around.clause.some((m) => m.kind === 'weapon');
    case 'state-agent':
      return around.clause.some((m) => m.kind === 'nationality' || isArmed(m)) || around.armed;
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
    case 'lead':
      return around.lead;
    default:
      return around.contexts.has(need.replace(/-context$/, ''));
  }
};

/** A bombing is an airstrike where an air force is near or a state is the agent, else a bomb that went off. */
export const typeInContext = (trigger: Trigger, around: Surroundings): string => {
  const { type, sense } = trigger.value;
  if (sense === 'bomb') return around.contexts.has('planted') || !around.armed ? 'violence.explosive' : type;
  if (type === 'violence.airstrike' && around.contexts.has('drone')) return 'violence.drone-strike';
  // «A missile struck the port»: what struck says what kind of strike it was.
  if (sense === 'hit') {
    const weapon = around.clause.find((m) => m.kind === 'weapon')?.of_;
    if (weapon === 'missile') return 'violence.missile';
    if (weapon === 'rocket' || weapon === 'artillery' || weapon === 'mortar') return 'violence.shelling';
  }
  // «Troops seized the village», «police seized rifles»: arms that are taken are no ground that is won.
  if (sense === 'take' && around.clause.some((m) => m.kind === 'weapon') && !around.clause.some(isGround))
    return 'control.weapons-seizure';
  // «A blast at the plant»: where nobody planted anything, work goes wrong.
  if (sense === 'blast' && around.contexts.has('industry') && !around.contexts.has('planted') && !around.armed)
    return 'harm.accident';
  if (sense === 'raid' && !around.contexts.has('air'))
    return around.contexts.has('police') ? 'control.search' : 'violence.attack';
  return sense === 'bombard' && around.contexts.has('air') ? 'violence.airstrike' : type;
};
